import Documents
import Findings
import Networks
import Sections

extension Site {
  /// Search first, then the five key findings, then whether it is better than before.
  var home: WebPage {
    let then = since.map { "Since \($0.name)" } ?? "Since last term"
    let day = analysis.asAt.map { "As at \($0.inWords)" } ?? "No tie, event or partnership is dated"
    let compared =
      since.map { ", compared with \($0.name)" } ?? ", not compared with an earlier day"
    let rows = findings.list.html { row($0, then) }
    let better =
      findings.change.map { paragraphs($0) }
      ?? (served == nil
        ? "<p>Not compared yet. Whoever makes this site can keep each term (weft keep), or name an earlier day to compare with.</p>"
        : "<p>Not compared yet.</p>")
    let compare = served?.form(
      "index", fields: ["since"],
      """
      <p><label for="since">Compare with an earlier day or a kept term</label><input id="since" name="since" value="\(served?["since"] ?? "")" maxlength="80" aria-describedby="since-help"><span class="k" id="since-help">Such as 2026-07-10 or Autumn 2025</span></p><p><button class="btn">Compare</button></p>
      """)
    return WebPage(
      "index", "Five things to know", nil, asks: true, table: findings.table,
      """
      <div class="head line"><h1>Five things to know</h1>
      <p class="soft meta">\(day)\(compared).</p></div>
      <div class="fivehead" aria-hidden="true"><span></span><span>What we found</span><span>How sure</span><span>\(then)</span><span>Next step</span></div>
      <ol class="five">
      \(rows)</ol>
      <section><h2>Better than before?</h2>
      \(better)\(compare)<p><a href="next.html">Small things to do next</a>, with who could and by when.</p>\(served == nil ? nil : "<p>All five on one page, without names: <a href=\"dashboard.pdf\" download>PDF</a>, <a href=\"dashboard.png\" download>PNG</a>.</p>" as HTML)</section>
      \(downloads("index"))
      """)
  }

  private func row(_ finding: KeyFinding, _ then: String) -> HTML {
    func note(_ label: String, _ note: KeyFinding.Note) -> HTML {
      "<p><span class=\"k cap\">\(label)</span><b>\(note.lead)</b> \(note.rest)</p>"
    }
    let step: HTML =
      finding.step.map { "\($0.act) <span class=\"k\">\($0.owner)</span>" } ?? "Nothing to do now."
    return """
      <li><div class="pic">\(SmallPicture.html(finding.picture))</div>
      <div><h2>\(link(finding.headline, Self.page(of: finding.question)))</h2><p>\(finding.comparison)</p></div>
      \(note("How sure", finding.sure.note))
      \(note(then, finding.since))
      <p><span class="k cap">Next step</span>\(step)</p></li>

      """
  }

  /// The page that says more.
  private static func page(of question: KeyFinding.Question) -> String {
    switch question {
    case .silos: "silos.html"
    case .dependence: "silos-map.html"
    case .jointWork: "silos-matrix.html"
    case .topics: "missing.html"
    case .partnerships: "partnerships.html"
    case .answers: "data.html"
    }
  }
}
