import Documents
import Findings
import Measures
import Networks
import Sections

extension Site {
  /// One question in four views: the same heading and comparison, whichever is looked at.
  var siloPages: [WebPage] {
    let views: [(stem: String, words: String, body: HTML)] = [
      ("silos", "Ranking", rankingView),
      ("silos-map", "Map", figureView([.map, .bridges])),
      ("silos-matrix", "Matrix", figureView([.matrix])),
      ("silos-table", "Table", tableView),
    ]
    let heading = ranking?.heading ?? findings[.silos].headline
    let comparison = ranking?.comparison ?? findings[.silos].comparison
    return views.map { view in
      let tabs = views.html { other in
        "<li><a href=\"\(other.stem).html\"\(other.stem == view.stem ? " aria-current=\"page\"" as HTML : "")>\(other.words)</a></li>"
      }
      return WebPage(
        view.stem, "\(heading): \(view.words.lowercased())", .silos, table: table(of: view.stem),
        """
        \(head(heading, "\(comparison)"))<p class="soft meta">\(question)</p>
        \(served.map { filter($0, view.stem) })<nav aria-label="Ways to look at it"><ul class="tabs">\(tabs)</ul></nav>
        \(view.body)\(afterwards(table(of: view.stem) == nil ? "" : downloads(view.stem)))
        """)
    }
  }

  /// The question, for the reader to change; folded away until wanted.
  private func filter(_ served: Served, _ stem: String) -> HTML {
    let boundaries = served.boundaries.html { one in
      "<option value=\"\(one.id)\"\(one.id == analysis.boundary?.id ? " selected" as HTML : "")>\(capitalised(one.words))</option>"
    }
    let depths = Depth.allCases.filter { $0 > .none }.html { depth in
      "<option value=\"\(Int(depth.rawValue))\"\(depth == analysis.study.slice.depth ? " selected" as HTML : "")>\(depth == .networking ? "Any contact" : "\(capitalised(depth.word)) or deeper")</option>"
    }
    let form = served.form(
      stem, fields: ["by", "depth", "period"],
      """
      <p><label for="by">Groups</label><select id="by" name="by">\(boundaries)</select></p>
      <p><label for="depth">Ties</label><select id="depth" name="depth">\(depths)</select></p>
      <p><label for="period">When</label><input id="period" name="period" value="\(served["period"] ?? "")" maxlength="32" aria-describedby="period-help"><span class="k" id="period-help">A day such as 2026-07-10, a stretch such as 2025-09-01/2026-07-31, or all</span></p>
      <p><button class="btn">Show</button></p>
      """)
    return
      "<details class=\"filter\"><summary>Ask it another way</summary>\(form)</details>\n"
  }

  private func table(of stem: String) -> Table? {
    switch stem {
    case "silos": ranking?.table
    case "silos-map": figures[.map]?.table
    case "silos-matrix": figures[.matrix]?.table
    default: silos?.csvTable
    }
  }

  /// What is asked: by what people are grouped, which ties count, and when.
  private var question: String {
    let slice = analysis.study.slice
    let depth =
      slice.depth > .networking
      ? "ties of depth \(slice.depth.rawValue) (\(slice.depth.word)) or more" : "any contact"
    let by = analysis.boundary.map { "by \($0.singular), " } ?? ""
    return capitalised(
      "\(by)\(depth), \(slice.period == .all ? "all dates" : slice.period.inWords).")
  }

  private var rankingView: HTML {
    guard let ranking else { return "<p>Nothing in the files groups people.</p>" }
    let most =
      ranking.rows.flatMap { [$0.range?.upperBound, $0.outside, $0.others] }
      .compactMap { $0 }.max() ?? 1
    let top = [0.2, 0.4, 0.6, 0.8].first { $0 >= most } ?? 1
    let rows = ranking.rows.html { row -> HTML in
      let page = analysis.boundary == .school ? addresses.page("school", row.id) : nil
      let word: HTML =
        switch row.tone {
        case .alarm: "<span class=\"chip red\">\(row.word)</span>"
        case .unknown: "<span class=\"chip unknown\">\(row.word)</span>"
        case .plain: "<span class=\"soft\">\(row.word)</span>"
        }
      let none: HTML = row.isHidden ? TableView.words("c") : ""
      return """
        <tr\(classed(row.tone == .alarm ? "mark" : nil))><th scope="row">\(link(row.name, page))<span class="narrow">\(word) \(row.others.map { "Others its size \(percent($0))" } ?? "")</span></th><td class="plot">\(SmallPicture.dot(row, top: top))</td><td class="num">\(row.outside.map(percent).map { "\($0)" as HTML } ?? none)</td><td class="num wideonly">\(row.others.map(percent) ?? "")</td><td class="wideonly">\(word)</td></tr>

        """
    }
    return """
      <table class="dots"><caption>\(ranking.caption)</caption>
      <thead><tr><th scope="col">\(capitalised(analysis.boundary?.singular ?? "group"))</th><td class="plot axis">\(SmallPicture.axis(top: top))</td><th scope="col" class="num">Outside</th><th scope="col" class="num wideonly">Others its size</th><th scope="col" class="wideonly">What it means</th></tr></thead>
      <tbody>
      \(rows)</tbody></table>
      <ul class="key">\(SmallPicture.key(ranking.rows))</ul>

      """
  }

  private func figureView(_ kinds: [FigureKind]) -> HTML {
    let shown = kinds.compactMap { figures[$0] }
    guard !shown.isEmpty else {
      return "<p>This picture was not drawn for this copy. The table says the same.</p>\n"
    }
    return shown.html(figure)
  }

  /// A picture, its words, and its numbers folded away.
  func figure(_ figure: Figure) -> HTML {
    let caption = "Numbers of the picture: \(figure.alt)"
    return """
      <figure class="fig"><div class="sheet" role="region" aria-label="Picture: \(figure.alt)" tabindex="0"><a href="\(figure.file)"><img src="\(figure.file)" alt="\(figure.alt)"></a></div>
      <figcaption>\(figure.alt) Choose the picture to see it by itself, as large as you like.</figcaption></figure>
      <details><summary>The picture in words</summary><p>\(figure.description)</p></details>
      <details><summary>The numbers behind it (\(counted(figure.table.rows.count, "row")))</summary>
      <div class="scroll" role="region" aria-label="\(caption)" tabindex="0">\(TableView(table: figure.table, caption: caption, isCaptionHidden: true).html)</div>
      </details>

      """
  }

  private var tableView: HTML {
    guard let silos else { return "<p>Nothing in the files groups people.</p>" }
    let table = silos.table.keeping([
      "group", "people", "answered", "ties", "leave", "range", "others", "chance", "verdict",
      "certainty",
    ])
    let caption =
      "Each \(analysis.boundary?.singular ?? "group"): people, who replied, ties, and the share of ties that lead out, beside others its size and beside chance."
    return """
      <div class="scroll" role="region" aria-label="\(caption)" tabindex="0">\(TableView(
        table: table, caption: caption, folded: ["answered", "range", "others", "chance", "certainty"]
      ).html)</div>

      """
  }

  /// What to do, what else was found, and how the figures are meant.
  private func afterwards(_ files: HTML) -> HTML {
    let steps = KeyFinding.toDo([findings[.silos], findings[.dependence]]).compactMap(\.step)
    let since = findings[.silos].since
    let gaps = silos.map { $0.sentences.dropFirst() } ?? []
    return """
      <div class="cols even"><section><h2>Since then</h2><p><b>\(since.lead)</b> \(since.rest)</p></section>
      <section><h2>What to do</h2>\(steps.isEmpty ? "<p>Nothing to do now.</p>" as HTML : steps.html { "<p>\($0.act) <span class=\"k\">\($0.owner)</span></p>" })</section></div>
      <details><summary>The findings in full</summary>
      \(paragraphs(Array(gaps) + (analysis.boundary.flatMap { boundary in naming.fragility(of: analysis)?.sentences(boundary) } ?? [])))</details>
      \(files)<div class="method">
      <p><b>What counts.</b> A contact is two colleagues who work together, as either of them said. Links that fewer than \(inWords(analysis.question.minLink)) people carry are not shown, nor groups of fewer than \(inWords(analysis.rules.minGroup)).</p>
      <p><b>Others its size.</b> What the others would do with as many staff: a big group needs fewer people outside it.</p>
      <p><b>Possible range.</b> How far the figure could move: who happened to be counted, and what those who have not replied might say.</p>
      <p><a href="numbers.html">How the numbers are worked out</a></p>
      </div>
      """
  }
}
