import Documents
import Measures
import Networks
import Sections

extension Site {
  /// The most schools that stand side by side.
  private static let mostColumns = 30

  /// What nobody knows or one person alone, what is asked for most, and every topic school by school.
  ///
  /// Nobody is named.
  var missing: WebPage {
    let finding = findings[.topics]
    guard let gaps else {
      return WebPage(
        "missing", finding.headline, .missing, head(finding.headline, "\(finding.comparison)"))
    }
    let steps = gaps.gaps.gaps.prefix(5)
    let more = gaps.gaps.gaps.count - steps.count
    let list: HTML =
      steps.isEmpty
      ? "<p>Nothing to do now.</p>"
      : "<ul class=\"acts\">\(steps.html { "<li><b>\($0.sentence)</b> \($0.action)</li>" })</ul>\(finding.step.map { "<p class=\"k\">\($0.owner)</p>" as HTML })"
    let rest: HTML? =
      more > 0
      ? "<details><summary>\(counted(more, "more finding"))</summary><ul class=\"acts\">\(gaps.gaps.gaps.dropFirst(5).html { "<li>\($0.sentence) \($0.action)</li>" })</ul></details>"
      : nil
    return WebPage(
      "missing", finding.headline, .missing, table: gaps.table,
      """
      \(head(finding.headline, "\(finding.comparison)"))<div class="cols even"><section><h2>What to do</h2>
      \(list)\(rest)</section>
      <section><h2>Asked for most</h2>
      \(asked(gaps))</section></div>
      <section><h2>Every topic, \(gaps.coverage.boundary.singular) by \(gaps.coverage.boundary.singular)</h2>
      \(grid(gaps))</section>
      \(downloads("missing"))<div class="method"><p><b>What this rests on.</b> \(finding.sure.note.rest) A topic that nobody listed may still be known. Names are not shown here: look under the topic for people who can be asked.</p></div>
      """)
  }

  private func asked(_ gaps: GapsReport) -> HTML {
    let rows = gaps.coverage.topics.filter { $0.seekers > 0 }
      .sorted { ($1.seekers, $0.topic) < ($0.seekers, $1.topic) }.prefix(6)
    guard !rows.isEmpty else { return "<p>Nobody has said what they would like to learn.</p>" }
    let table = Table(
      [
        .text("topic", "Topic"), .number("seekers", "Want to learn"), .number("holders", "Know it"),
      ],
      rows: rows.map { [.text($0.name), .text(gaps.few(seekers: $0.seekers)), .count($0.holders)] })
    return TableView(
      table: table, caption: "Topics most people would like to learn, beside how many know them.",
      address: { addresses.page("topic", "\(rows[$0].topic)") }, isCaptionHidden: true
    ).html
  }

  private static func sign(_ coverage: TopicCoverage.Class) -> HTML {
    switch coverage {
    case .absent: "<span class=\"x\">✕</span><span class=\"hidden\">nobody listed</span>"
    case .distant: "<span class=\"o\">○</span><span class=\"hidden\">nobody near</span>"
    case .unknown: "<span class=\"o\">?</span><span class=\"hidden\">not known</span>"
    case .thin: "<b>1</b><span class=\"hidden\"> person</span>"
    case .covered: "<span class=\"soft\">·</span><span class=\"hidden\">somebody</span>"
    }
  }

  private func grid(_ gaps: GapsReport) -> HTML {
    let coverage = gaps.coverage
    let isWide = coverage.groups.count > Self.mostColumns
    // A caption tells what the cells hold: signs, or numbers where there are many columns.
    let caption =
      isWide
      ? "Topics, fewest people first, and in how many \(coverage.boundary.plural) nobody near, one person or somebody can be asked\(gaps.isPartUnknown ? "; of the others that is not known, as too little there was answered or read" : "")."
      : "Topics, fewest people first, in each \(coverage.boundary.singular): ✕ nobody listed in the trust, ○ nobody near, 1 one person, · somebody there or near\(gaps.isPartUnknown ? ", ? not known: too little there was answered or read" : "")."
    let order = coverage.topics.indices.sorted {
      (coverage.topics[$0].holders, coverage.topics[$0].topic)
        < (coverage.topics[$1].holders, coverage.topics[$1].topic)
    }
    let counted: [(String, TopicCoverage.Class)] = [
      ("Nobody near", .distant), ("One person", .thin), ("Somebody", .covered),
    ]
    let heads: HTML =
      isWide
      ? counted.html { "<th scope=\"col\" class=\"num\">\($0.0)</th>" }
      : coverage.groups.html { "<th scope=\"col\" class=\"turn\"><span>\($0.name)</span></th>" }
    let rows = order.html { place -> HTML in
      let row = coverage.topics[place]
      let chip: HTML? =
        row.holders == 0
        ? " <span class=\"chip red\">Nobody</span>"
        : row.holders == 1 ? " <span class=\"chip red\">One person</span>" : nil
      let cells: HTML =
        !gaps.tellsWhere(row)
        ? "<td class=\"m soft\" colspan=\"\(isWide ? counted.count : coverage.groups.count)\">in the whole trust; where is not shown</td>"
        : isWide
          ? counted.html { "<td class=\"num\">\(coverage.count(place, $0.1))</td>" }
          : coverage.cells[place].html { "<td class=\"m\">\(Self.sign($0.coverage))</td>" }
      return
        "<tr><th scope=\"row\">\(link(row.name, addresses.page("topic", "\(row.topic)")))\(chip)</th><td class=\"num\">\(Networks.counted(row.holders))</td><td class=\"num\">\(row.seekers == 0 ? "–" : gaps.few(seekers: row.seekers))</td>\(cells)</tr>\n"
    }
    return """
      <p class="soft meta">\(caption)</p>
      <div class="scroll" role="region" aria-label="Every topic, \(coverage.boundary.singular) by \(coverage.boundary.singular)" tabindex="0"><table class="cov\(isWide ? " few" : "")"><caption class="hidden">\(caption)</caption>
      <thead><tr><th scope="col">Topic</th><th scope="col" class="num">People</th><th scope="col" class="num">Want to learn</th>\(heads)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>

      """
  }
}
