/// The one style sheet: no request, no inline style, A4 on paper, forced colours, no motion that carries meaning.
enum Style {
  static let sheet = """
    @font-face { font-family: "Weft Text"; font-weight: 400; src: local("Inter Regular"), local("Inter-Regular"), local("Inter"); }
    @font-face { font-family: "Weft Text"; font-weight: 600; src: local("Inter Semi Bold"), local("Inter SemiBold"), local("Inter-SemiBold"); }
    @font-face { font-family: "Weft Text"; font-weight: 700; src: local("Inter Bold"), local("Inter-Bold"); }
    :root {
      color-scheme: light;
      --ink: #1a1a1a; --soft: #4a545c; --control: #6b7680; --tie: #8c959d; --rule: #d5dade; --tint: #f1f3f5;
      --link: #0b3c6f; --alarm: #b10026; --alarm-tint: #fbeef1;
      --small: .8125rem; --meta: .875rem; --lead: 1.125rem; --h2: 1.25rem; --h1: 1.75rem;
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; background: #fff; color: var(--ink); font: 400 1rem/1.5 "Weft Text", Inter, system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
    h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
    h1 { font-size: var(--h1); line-height: 1.2; letter-spacing: -.015em; text-wrap: balance; max-width: 40ch; }
    h2 { font-size: var(--h2); line-height: 1.3; letter-spacing: -.01em; }
    h3 { font-size: 1rem; line-height: 1.4; }
    p, li, dd { max-width: 68ch; }
    b, strong { font-weight: 600; }
    a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: .06em; }
    a:hover { text-decoration-thickness: .14em; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
    main:focus { outline: none; }
    abbr { text-decoration: underline dotted; text-underline-offset: .18em; }
    .soft { color: var(--soft); } .meta { font-size: var(--meta); line-height: 1.45; }
    .k { display: block; font-size: var(--small); color: var(--soft); font-weight: 400; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .skip { position: absolute; left: 1rem; top: -4rem; background: var(--link); color: #fff; padding: .5rem 1rem; z-index: 3; }
    .skip:focus { top: 0; }

    .wrap { max-width: 77rem; margin: 0 auto; padding: 0 1rem; }
    .marking { max-width: none; text-align: center; font-size: var(--meta); font-weight: 700; color: var(--alarm); background: var(--alarm-tint); padding: .375rem 1rem; }
    .top { border-bottom: 1px solid var(--rule); }
    .top .wrap { display: flex; align-items: center; gap: 1.5rem; min-height: 3.25rem; }
    .trust { font-weight: 700; color: var(--ink); text-decoration: none; padding: .5rem 0; }
    .trust:hover { text-decoration: underline; }
    .nav { display: none; }
    .nav ul { display: flex; flex-wrap: wrap; list-style: none; gap: 0 1.5rem; }
    .nav a { display: block; color: var(--ink); text-decoration: none; padding: .875rem 0 .6875rem; border-bottom: .1875rem solid transparent; font-size: var(--meta); }
    .nav a:hover { border-color: var(--tie); }
    .nav a[aria-current] { border-color: var(--link); font-weight: 600; }
    .menu { margin-left: auto; padding: .625rem 0; font-weight: 600; }
    main { padding: 1.5rem 0 3rem; }
    .crumb { font-size: var(--meta); margin-bottom: .5rem; } .crumb a { display: inline-block; padding: .125rem 0; }
    .head { margin-bottom: 1.25rem; } .head p { margin-top: .5rem; } .answer { font-size: var(--lead); line-height: 1.45; }
    .head + .meta { margin-bottom: 1rem; }
    section { margin-top: 2rem; } section > h2 { margin-bottom: .75rem; }
    .cols { margin-top: 1.5rem; } .cols > section, .cols > div > section:first-child, .box > section:first-child { margin-top: 0; } .box section { margin-top: 1.25rem; }
    p + p, ul + p, table + p, .scroll + p { margin-top: .75rem; } table + table { margin-top: 1.25rem; } p + .scroll { margin-top: .5rem; }
    main ul:not([class]) { padding-left: 1.25rem; }
    .foot { border-top: 1px solid var(--rule); background: var(--tint); font-size: var(--meta); }
    .foot .wrap { padding-top: 1.25rem; padding-bottom: 2rem; }
    .foot ul { list-style: none; display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }
    .foot li a { display: inline-block; padding: .5rem 0; }
    .foot nav + nav { margin-top: .75rem; padding-top: .75rem; border-top: 1px solid var(--rule); }
    .foot p { margin-top: 1rem; color: var(--soft); }
    .foot .marking { text-align: left; padding: 0; background: none; color: var(--alarm); }

    .ask { background: var(--tint); border-bottom: 1px solid var(--rule); }
    .ask .wrap { padding-top: 1rem; padding-bottom: 1rem; }
    .ask label { display: block; font-size: var(--lead); font-weight: 600; margin-bottom: .5rem; }
    .search { display: flex; gap: .5rem; }
    .search input { flex: 1; min-width: 0; font: inherit; font-size: var(--lead); color: inherit; background: #fff; border: 1px solid var(--control); border-radius: 4px; padding: .5rem .625rem; min-height: 3rem; }
    .btn { display: inline-flex; align-items: center; font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1rem; border-radius: 4px; border: 1px solid var(--link); background: var(--link); color: #fff; text-decoration: none; cursor: pointer; }
    .btn:hover { background: #072a4f; } .btn.quiet { background: #fff; color: var(--link); } .btn.quiet:hover { background: var(--tint); }
    .acts2 { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.25rem; } .banner form { margin-top: .5rem; }
    .load label { display: block; font-weight: 600; margin: .75rem 0 .25rem; } .load input[type=file] { font: inherit; max-width: 100%; min-height: 2.75rem; padding: .5rem 0; } .load p + p { margin-top: .5rem; }
    fieldset { border: 1px solid var(--rule); border-radius: 4px; padding: .75rem 1rem; margin: 0 0 1rem; min-width: 0; } legend { font-weight: 600; padding: 0 .25rem; overflow-wrap: anywhere; } fieldset .fields { margin-bottom: 0; }
    .fields { display: grid; gap: .75rem 1rem; align-items: start; margin-bottom: 1rem; } .fields p { max-width: none; margin: 0; } .fields label { display: block; font-size: var(--meta); font-weight: 600; margin-bottom: .25rem; }
    .fields select, .fields input:not([type=hidden]), .fields textarea { width: 100%; font: inherit; color: inherit; background: #fff; border: 1px solid var(--control); border-radius: 4px; padding: .5rem .625rem; min-height: 2.75rem; }
    .via { list-style: none; display: flex; flex-wrap: wrap; gap: .125rem .375rem; } .via li + li::before { content: "\\2192\\00a0"; color: var(--soft); }
    .banner { border: 1px solid var(--control); border-left-width: 3px; border-radius: 4px; padding: .75rem 1rem; margin-bottom: 1rem; } .banner.red { border-color: var(--alarm); }
    .checks { list-style: none; } .checks li { padding: .375rem 0; border-bottom: 1px solid var(--rule); max-width: none; }
    .tries { margin-top: .5rem; font-size: var(--meta); color: var(--soft); }

    .chip { display: inline-block; font-size: var(--small); line-height: 1.3; font-weight: 600; padding: .125rem .5rem; border-radius: 3px; border: 1px solid var(--control); color: var(--ink); background: #fff; }
    .chip.red { background: var(--alarm); border-color: var(--alarm); color: #fff; }
    .chip.unknown { border-style: dashed; color: var(--soft); }

    .fivehead { display: none; }
    .five { list-style: none; border-top: 1px solid var(--rule); }
    .five > li { max-width: none; border-bottom: 1px solid var(--rule); padding: 1rem 0; display: grid; grid-template-columns: 1fr 1fr; gap: .75rem 1rem; }
    .five .pic, .five > li > div, .five > li > p:last-child { grid-column: 1 / -1; }
    .five h2 { font-size: var(--lead); line-height: 1.3; } .five h2 + p { margin-top: .25rem; }
    .five p { font-size: var(--meta); line-height: 1.4; margin-top: 0; }
    .five h2 a { color: var(--ink); } .pic svg { display: block; max-width: 100%; height: auto; }
    svg text { font-family: "Weft Text", Inter, system-ui, sans-serif; }

    .tabs { display: flex; flex-wrap: wrap; list-style: none; gap: 0 1.5rem; border-bottom: 1px solid var(--rule); margin: 0 0 1rem; }
    .tabs a { display: block; padding: .625rem 0 .5rem; text-decoration: none; border-bottom: .1875rem solid transparent; }
    .tabs a:hover { border-color: var(--tie); } .tabs a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--link); }

    table { border-collapse: collapse; width: 100%; font-size: var(--meta); line-height: 1.4; }
    caption { text-align: left; color: var(--soft); padding-bottom: .5rem; } caption.hidden { padding: 0; }
    th { text-align: left; font-weight: 600; } td, th { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
    tbody th { font-weight: 500; } thead th, thead td { border-bottom: 1px solid var(--control); font-size: var(--small); line-height: 1.3; vertical-align: bottom; }
    td:last-child, th:last-child { padding-right: 0; }
    .num { text-align: right; padding-left: .5rem; } td.num { white-space: nowrap; }
    tr.mark > * { background: var(--alarm-tint); } tr.mark th:first-child { box-shadow: inset 3px 0 var(--alarm); padding-left: .625rem; }
    tr.sum th { font-weight: 700; } tbody th > a { display: inline-block; min-height: 1.5rem; }
    .wideonly { display: none; } .narrow { display: block; color: var(--soft); font-weight: 400; font-size: var(--small); }
    .scroll { overflow-x: auto; max-width: 100%; position: relative; }
    .plot { width: 42%; padding: .125rem .75rem .125rem 0; vertical-align: middle; } .plot svg { display: block; width: 100%; height: 1.75rem; overflow: visible; }
    .axis svg { height: 1.25rem; } .dots td, .dots tbody th, .sides td, .sides tbody th { vertical-align: middle; }
    .key svg { vertical-align: -.125rem; margin-right: .25rem; } .key { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-top: .75rem; font-size: var(--small); color: var(--soft); }
    .cov td.m { text-align: center; padding: .25rem .125rem; min-width: 1.625rem; vertical-align: middle; } .cov .x { color: var(--alarm); font-weight: 700; } .cov .o { color: var(--soft); }
    .cov .turn { padding: .25rem .125rem; } .cov .turn span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; font-weight: 500; display: inline-block; }
    .cov tbody th, .cov thead th:first-child { position: sticky; left: 0; background: #fff; z-index: 1; min-width: 8rem; } .cov tbody th .chip { margin-left: .125rem; }
    .cov.few .num { padding-left: .25rem; padding-right: .25rem; } .cov.few tbody th, .cov.few thead th:first-child { min-width: 6rem; }

    .letters { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem; } .letters a { display: block; min-width: 2rem; padding: .25rem .375rem; text-align: center; }
    .az { margin-top: 1rem; } .az section { margin: 0 0 1.5rem; break-inside: avoid; } .az h2 { margin-bottom: .25rem; }
    .topics, .acts { list-style: none; } .topics li { padding: .25rem 0; } .topics a { display: inline-block; min-height: 1.5rem; } .acts li { padding: .375rem 0; } .acts li + li { margin-top: .375rem; }
    #results:not(:empty) { border-bottom: 1px solid var(--rule); padding-bottom: 1.5rem; margin-bottom: 1.5rem; } .found { margin-top: 0; }
    .hits { list-style: none; border-top: 1px solid var(--rule); margin-top: .75rem; } .hits li:last-child { border-bottom: 0; } .hits li { max-width: none; padding: .625rem 0; border-bottom: 1px solid var(--rule); } .hits a { font-size: var(--lead); font-weight: 600; margin-right: .75rem; } .hits span { font-size: var(--meta); }
    .people { list-style: none; border-top: 1px solid var(--rule); } .people > li { max-width: none; border-bottom: 1px solid var(--rule); padding: .75rem 0; display: grid; gap: .5rem 2rem; }
    .people h3 { font-size: var(--lead); } .people p { margin-top: .125rem; } .people .way { font-size: var(--meta); margin-top: .375rem; }
    .kv { display: grid; grid-template-columns: minmax(7rem, auto) 1fr; gap: .5rem 1rem; font-size: var(--meta); } .kv dt { color: var(--soft); }
    .steps { list-style: none; counter-reset: step; } .steps > li { counter-increment: step; position: relative; padding: 0 0 1rem 2.5rem; }
    .steps > li::before { content: counter(step); position: absolute; left: 0; top: .05rem; width: 1.5rem; height: 1.5rem; border: 1px solid var(--control); border-radius: 50%; text-align: center; font-size: var(--small); line-height: 1.4rem; font-weight: 600; }
    .cols { display: grid; gap: 2rem; } .cols > * { min-width: 0; }
    .box { align-self: start; border: 1px solid var(--rule); border-radius: 4px; padding: 1rem; } .box h2 { font-size: 1rem; margin-bottom: .75rem; }
    .draft { background: var(--tint); border-radius: 4px; padding: .75rem 1rem; margin-top: .5rem; font-size: var(--meta); }
    .cal { list-style: none; display: grid; grid-template-columns: repeat(3, 1fr); gap: .5rem; } .cal li { border: 1px solid var(--rule); border-radius: 4px; padding: .5rem .625rem; font-size: var(--meta); }
    .cal b { display: block; font-size: var(--lead); } .cal .late { border-color: var(--alarm); background: var(--alarm-tint); } .cal .none, .cal .none b { color: var(--soft); font-weight: 400; }
    .fig { margin-top: .5rem; } .sheet { overflow-x: auto; } .sheet img { min-width: 44rem; } .fig img { display: block; width: 100%; height: auto; border: 1px solid var(--rule); } .fig figcaption { font-size: var(--meta); color: var(--soft); margin-top: .75rem; max-width: 68ch; } details + .fig { margin-top: 2rem; }
    details { margin-top: .75rem; } summary { cursor: pointer; font-weight: 600; color: var(--link); padding: .375rem 0; } details[open] > summary { margin-bottom: .5rem; }
    .files { margin-top: 1.5rem; font-size: var(--meta); color: var(--soft); } .files a { display: inline-block; min-height: 1.5rem; margin-left: .375rem; }
    .method { border-top: 1px solid var(--rule); margin-top: 2rem; padding-top: 1rem; font-size: var(--meta); } .method p + p { margin-top: .5rem; }
    h3 { margin-top: 1rem; } .people h3 { margin-top: 0; }

    @media (min-width: 48em) {
      :root { --h1: 2rem; --h2: 1.375rem; }
      .wrap { padding: 0 1.5rem; } .nav { display: block; flex: 1; } .menu { display: none; }
      .foot ul { grid-template-columns: repeat(4, 1fr); }
      .wideonly { display: table-cell; } .narrow { display: none; }
      td.num + td:not(.num, .m), th.num + th:not(.num, .turn) { padding-left: 1.5rem; }
      .people > li { grid-template-columns: minmax(0, 1fr) minmax(0, 1.4fr); }
      .fields { grid-template-columns: repeat(3, 1fr); } .fields > p > .btn:only-child { margin-top: 1.5625rem; }
      .az { columns: 2; column-gap: 3rem; } .cal { grid-template-columns: repeat(6, 1fr); }
    }
    @media (min-width: 64em) {
      .cols { grid-template-columns: minmax(0, 1fr) 20rem; gap: 3rem; } .cols.even { grid-template-columns: 1fr 1fr; }
      .az { columns: 3; } .cal { grid-template-columns: repeat(13, 1fr); gap: .375rem; } .cal li { padding: .5rem .375rem; font-size: var(--small); }
      .ask .wrap { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 1.5rem; align-items: center; } .ask label { margin: 0; } .tries { grid-column: 2; }
      .five > li, .fivehead { grid-template-columns: 176px minmax(0, 2fr) minmax(0, 1.15fr) minmax(0, .95fr) minmax(0, 1.25fr); gap: 0 1.5rem; padding: .5rem 0; }
      .five .pic, .five > li > div, .five > li > p:last-child { grid-column: auto; }
      .five h2 { font-size: 1rem; } .fivehead { display: grid; padding: 0 0 .375rem; font-size: var(--small); color: var(--soft); }
      .five .cap { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      main { padding-top: 1rem; }
      .head.line { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1.5rem; margin-bottom: .75rem; } .head.line p { margin: 0; }
    }
    @media (max-width: 47.99em) { tbody th { min-width: 6rem; overflow-wrap: anywhere; } .axis .alt { display: none; } .plot { width: 44%; } .sides .plot { width: 38%; } }
    @media (max-width: 30em) { .kv { grid-template-columns: 1fr; gap: 0; } .kv dd { margin-bottom: .5rem; } td, th { padding-right: .5rem; } }
    @media (max-width: 23em) { table, thead th { font-size: .75rem; } .btn { padding: .5rem .75rem; } }
    @media (prefers-reduced-motion: no-preference) { .btn, .nav a, .tabs a { transition: background-color .12s, border-color .12s; } }
    @media (forced-colors: active) {
      .chip, .btn, .box, .cal li, .marking { border: 1px solid CanvasText; } .chip.red { border-width: 3px; }
      .nav a, .tabs a { border-color: Canvas; } .nav a[aria-current], .tabs a[aria-current] { border-color: Highlight; }
      tr.mark th:first-child { border-left: 4px solid CanvasText; } svg, img { forced-color-adjust: none; background: #fff; }
      :focus-visible { outline-color: Highlight; }
    }
    @media print {
      @page { size: A4; margin: 16mm; } .sheet { overflow: visible; } .sheet img { min-width: 0; }
      body { font-size: 10pt; } .top, .ask, .tabs, .foot nav, .skip, .crumb, .files, .letters, form, .btn { display: none; }
      .foot { background: none; } a { color: inherit; text-decoration: none; } main { padding: 0; } h1 { font-size: 18pt; } h2 { font-size: 13pt; }
      li, tr, figure, .box { break-inside: avoid; } h2, h3, thead { break-after: avoid; }
      .wideonly { display: table-cell; } .narrow { display: none; } .scroll { overflow: visible; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .fivehead { display: none; } .five > li { grid-template-columns: 150px 1fr 1fr; gap: .375rem 1.25rem; padding: .625rem 0; } .five > li > div:nth-child(2), .five > li > p:last-child { grid-column: 2 / -1; } .five .pic { grid-column: 1; } .five .pic { grid-row: 1 / span 3; }
      .five .cap { position: static; width: auto; height: auto; clip-path: none; }
    }

    """
}
