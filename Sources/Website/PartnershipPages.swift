import Documents
import Findings
import Networks
import Sections

extension Site {
  /// The list, and a page for each.
  var partnershipPages: [WebPage] { [partnershipList] + partnerships.entries.map(page) }

  /// The page of one partnership.
  func partnershipPage(_ stem: String) -> WebPage? {
    partnerships.entries.first { addresses.stem("partnership", $0.id) == stem }.map(page)
  }

  var partnershipList: WebPage {
    let finding = findings[.partnerships]
    guard !partnerships.entries.isEmpty else {
      return WebPage(
        "partnerships", finding.headline, .partnerships,
        head(
          finding.headline,
          "\(finding.comparison) Whoever keeps the data can add partnerships.csv."))
    }
    let report = PartnersReport(analysis, naming)
    let (red, watch, steady, unknown) = (
      partnerships.entries(.red), partnerships.entries(.watch), partnerships.entries(.steady),
      partnerships.entries(.unknown)
    )
    let by = finding.step?.by.map { ", by \($0.inWords)" } ?? ""
    let act: HTML =
      red.isEmpty
      ? ""
      : "<section><h2>Act now: \(red.count)</h2>\n\(list(red, "Partnerships that need somebody, the gravest first.", says: true))<p class=\"soft meta\">Each is for its lead, or a lead to be named\(by).</p></section>\n"
    // What was counted is in the heading already; the first and fifth sentences would say it again.
    let record = report.sentences.dropFirst()
    return WebPage(
      "partnerships", finding.headline, .partnerships, table: partnerships.fileTable,
      """
      \(head(finding.headline, "\(finding.comparison)"))\(act)\(calendar)\(watch.isEmpty ? nil : "<section><h2>Watch: \(watch.count)</h2>\n\(list(Array(watch.prefix(10)), "\(watch.count > 10 ? "Ten of \(watch.count), those" : "Those") with most to settle first.\(partnerships.tellsTrust ? " Trust runs from 1 to 4; c: fewer than three people replied." : "")", says: false))\(watch.count > 10 ? "<details><summary>The other \(watch.count - 10)</summary>\(list(Array(watch.dropFirst(10)), "The others worth watching, those with most to settle first.", says: false))</details>" : nil)</section>\n")\(steady.isEmpty ? nil : "<section><h2>Steady: \(steady.count)</h2>\n<details><summary>The steady ones</summary>\(list(steady, "Partnerships with nothing to settle on record.", says: false))</details></section>\n")\(unknown.isEmpty ? nil : "<section><h2>Cannot be told: \(unknown.count)</h2>\n\(list(unknown, "Partnerships of which nothing on record could be read.", says: false))</section>\n")<section><h2>What is on record</h2>
      \(paragraphs(Array(record)))</section>
      \(figures[.partners].map(figure))\(downloads("partnerships"))<div class="method"><p><b>Act now:</b> the lead has left, nobody is in touch, the two sides are two steps apart or trust has fallen; or two lesser things together. <b>Watch:</b> something to settle. <b>Steady:</b> nothing to settle on record. Ratings are averages of three replies or more, from 1 to 4.</p></div>
      """)
  }

  private func list(_ entries: [PartnershipLedger.Entry], _ caption: String, says: Bool) -> HTML {
    var table = partnerships.table(entries, says: says)
    table.dropColumn("with")
    if !partnerships.tellsTrust {
      table.dropColumn("trust_ours")
      table.dropColumn("trust_theirs")
    }
    return TableView(
      table: table, caption: caption, folded: ["trust_ours", "trust_theirs", "review"],
      address: { addresses.page("partnership", entries[$0].id) },
      under: { "with \(entries[$0].with)" }
    ).html
  }

  private var calendar: HTML {
    let months = partnerships.calendar
    guard !months.isEmpty else { return "" }
    let items = months.html {
      "<li\(classed($0.isLate ? "late" : nil, $0.count == 0 ? "none" : nil))>\($0.label) <b>\($0.count)</b>\($0.isHoliday && $0.count > 0 ? "<span class=\"k\">school holiday</span>" : nil)</li>"
    }
    return "<section><h2>Reviews due</h2><ul class=\"cal\">\(items)</ul></section>\n"
  }

  // MARK: One partnership

  private func page(_ entry: PartnershipLedger.Entry) -> WebPage {
    let stem = addresses.stem("partnership", entry.id) ?? "partnership"
    let title = "\(entry.partner) with \(entry.with)"
    let pages = PartnersReport(analysis, naming).pages(of: entry)
    let sides = TwoSides(analysis.ledger, entry)
    let word = PartnershipList.word(entry.status)
    let chip: HTML =
      switch entry.status {
      case .red: "<span class=\"chip red\">\(word)</span>"
      case .watch: "<span class=\"chip\">\(word)</span>"
      case .steady, .unknown: "<span class=\"soft\">\(word)</span>"
      }
    let reasons = entry.flags.map(\.reason)
    let answer =
      reasons.isEmpty
      ? entry.nothingCalls
      : capitalised(reasons.prefix(3).joined(separator: "; ")) + "."
    let sector = entry.sector.map { $0.replacing("-", with: " ") }
    let settle: HTML =
      entry.flags.isEmpty
      ? ""
      : "<section><h2>What to settle, in this order</h2><ol class=\"steps\">\(entry.flags.html { "<li><b>\($0.action)</b> \(capitalised($0.reason)). <span class=\"k\">\(capitalised(entry.whoActs { _ in nil }))</span></li>" })</ol></section>\n"
    return WebPage(
      stem, title, .partnerships,
      table: pages.table("views").flatMap { $0.rows.isEmpty ? nil : $0 },
      """
      \(head(title, "\(chip) \(answer)", crumb: ("Partnerships", "partnerships.html")))<p class="soft meta">\(link(entry.partner, partnerPage(entry)))\(sector.map { ", \($0)" } ?? "")</p>
      <div class="cols"><div>
      <section><h2>How the two sides see it</h2>
      \(view(sides))</section>
      \(settle)\(came(pages))</div>
      <aside class="box"><h2>What is agreed</h2>\(agreed(entry, pages))</aside></div>
      \(pages.table("views").map { $0.rows.isEmpty } ?? true ? nil : downloads(stem))<div class="method"><p><b>Confidential ratings.</b> Scores are averages of three replies or more; c: fewer replied, or it would tell what each said. Who said what is not shown anywhere, and nobody at the other side's organisation is named.</p></div>
      """)
  }

  private func partnerPage(_ entry: PartnershipLedger.Entry) -> String? {
    let place = analysis.network.index(of: entry.partnership.partner)
    return addresses.page("partner", analysis.network.partners[place].id)
  }

  private func view(_ sides: TwoSides) -> HTML {
    guard !sides.rows.isEmpty else {
      return "<p>Neither side has been asked on record how it sees this partnership.</p>"
    }
    let rows = sides.rows.html { row in
      "<tr\(classed(["Trust", "Value"].contains(row.name) ? "sum" : nil))><th scope=\"row\">\(row.name)</th><td class=\"plot\">\(SmallPicture.sides(row))</td><td class=\"num\">\(TableView.words(row.ours.shown))</td><td class=\"num\">\(TableView.words(row.theirs.shown))</td></tr>\n"
    }
    return """
      <table class="sides"><caption>Average score from 1, low, to 4, high. Filled dot: we say. Ring: they say. Red: two steps apart or more.</caption>
      <thead><tr><th scope="col">About</th><td class="plot axis">\(SmallPicture.scale)</td><th scope="col" class="num">We say</th><th scope="col" class="num">They say</th></tr></thead>
      <tbody>
      \(rows)</tbody></table>

      """
  }

  /// What came of it: stories, the shared goal, and where the two met.
  private func came(_ pages: Pages) -> HTML {
    let names = ["stories", "goal", "events"]
    let found = pages.sections.filter { names.contains($0.name) }
    let body: HTML =
      found.isEmpty
      ? "<p>No story, no measured goal and no meeting is on record.</p>"
      : found.html { section in
        TableView(
          table: section.table, caption: capitalised(section.heading) + ".",
          folded: ["kind", "prepared", "contributed"]
        ).html
      }
    return "<section><h2>What came of it</h2>\n\(body)</section>\n"
  }

  /// What the two agreed.
  ///
  /// Nobody is named: not the lead, nor those in touch.
  private func agreed(_ entry: PartnershipLedger.Entry, _ pages: Pages) -> HTML {
    let facts = pages.table("facts")?.rows ?? []
    let kept = facts.filter { row in
      !["lead", "in touch", "a year before"].contains(row[0].shown)
    }
    let known =
      capitalised(inWords(entry.holders.count)) + (entry.holders.count == 1 ? " person" : " people")
    let touch: HTML =
      !analysis.ledger.tellsContacts
      ? "Not on record"
      : entry.tellsHolders
        ? "\(entry.holders.isEmpty ? "Nobody on record" : known)"
        : "\(entry.holders.isEmpty ? "Could not be read" : known + "; the lead could not be read")"
    return """
      <dl class="kv">\(kept.html { row in "<dt>\(capitalised(row[0].shown))</dt><dd>\(capitalised(row[1].shown))</dd>" })<dt>In touch</dt><dd>\(touch)</dd></dl>
      """
  }
}
