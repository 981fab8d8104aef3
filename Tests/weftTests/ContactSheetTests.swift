import Foundation
import TestSupport
import Testing

private let harbour = packageFolder + "/Data/harbour-trust"

/// `index.html`: the figures with their numbers, and the summary, on one page.
@Suite struct ContactSheetTests {
  private func sheet(_ workspace: String, _ options: [String] = []) throws -> String {
    let folder = Workdir()
    let outcome = weft(["map", workspace, "-o", folder.path + "/out"] + options)
    #expect(outcome.status == 0, "\(outcome.err)")
    return try #require(folder.text("out/index.html"))
  }

  @Test func everythingIsInsideAndNothingRuns() throws {
    let html = try sheet(harbour)
    #expect(!html.contains("<script") && !html.contains("javascript:"))
    #expect(html.firstMatch(of: #/<[^>]*\son\w+\s*=/#) == nil)
    for word in ["src=\"http", "href=\"http", "url(", "@import", "<link", "<iframe"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.contains("Content-Security-Policy"))
    #expect(html.components(separatedBy: "<img ").count == 9)
    #expect(html.components(separatedBy: "<caption>").count == 9)
    for heading in ["In short", "Where the silos are", "How far to trust this"] {
      #expect(html.contains("<h3>\(heading)</h3>"), "\(heading)")
    }
    #expect(html.contains("<th scope=\"row\">Northgate Academy</th>"))
    // Headings lead down one step at a time, and every figure has its alt text.
    let levels = html.matches(of: #/<h([1-6])/#).compactMap { Int($0.output.1) }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
    for image in html.matches(of: #/<img alt="([^"]*)"/#) {
      #expect((20...400).contains(image.output.1.count))
    }
  }

  @Test func aNamedCopyIsMarked() throws {
    #expect(
      try sheet(harbour, ["--names", "full"]).contains("Contains names: not for circulation"))
    #expect(!(try sheet(harbour)).contains("not for circulation"))
  }

  @Test func hostileNamesStayNames() throws {
    let folder = Workdir([
      "people.csv": """
      id,name,team
      \((1...24).map { "\($0),Person \($0),\(["\"<script>alert(1)</script>\"", "\"a_b * c\"", "\"</style><b>\""][$0 % 3])" }.joined(separator: "\n"))
      """,
      "collaborations.csv": "from,to\n"
        + (1...24).flatMap { a in
          (1...24).filter { $0 > a && (a * $0) % 3 != 1 }.map { "\(a),\($0)" }
        }
        .joined(separator: "\n"),
    ])
    let html = try sheet(folder.path, ["--by", "team", "--title", "<i>Trust</i> & \"Co\""])
    #expect(!html.contains("<script") && !html.contains("<b>") && !html.contains("<i>"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.contains("<h1>&lt;i&gt;Trust&lt;/i&gt; &amp; &quot;Co&quot;</h1>"))
    #expect(html.contains("a_b * c"))
  }

  /// Chromium reads the page, axe-core looks for what bars people from it.
  @Test(.enabled(if: Accessibility.tools != nil, Accessibility.missing))
  func nothingBarsAnybody() throws {
    let tools = try #require(Accessibility.tools)
    let axe = try String(contentsOfFile: tools.axe, encoding: .utf8)
      .replacingOccurrences(of: "</script", with: "<\\/script")
    // The policy would keep axe out, and what is folded away would not be looked at.
    let page = try sheet(harbour)
      .replacing(#/<meta http-equiv="Content-Security-Policy"[^>]*>/#, with: "")
      .replacingOccurrences(of: "<details>", with: "<details open>")
      .replacingOccurrences(
        of: "</body>",
        with: """
          <script>\(axe)</script><script>axe.run().then(r => {
          document.documentElement.setAttribute("data-faults",
            JSON.stringify(r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 120)])));
          document.documentElement.setAttribute("data-passes", r.passes.length) })</script></body>
          """)
    let folder = Workdir(["page.html": page])
    let outcome = run(
      tools.browser,
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000",
        "--user-data-dir=\(folder.path)/profile", "--dump-dom", "file://\(folder.path)/page.html",
      ])
    let head = String(outcome.out.prefix(4000))
    let passes = head.firstMatch(of: #/data-passes="(\d+)"/#).flatMap { Int($0.output.1) }
    #expect((passes ?? 0) >= 25, "axe-core did not run: \(head.prefix(300))")
    #expect(head.contains("data-faults=\"[]\""), "\(head.prefix(1500))")
  }
}

/// A browser and axe-core, where they are installed (Scripts/setup-accessibility).
private enum Accessibility {
  static let missing: Comment =
    "Chromium or axe-core is not installed, so the accessibility of index.html is not checked: Scripts/setup-accessibility"

  static let tools: (browser: String, axe: String)? = {
    let axe = packageFolder + "/.build/axe/axe.min.js"
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let browser = ["chromium", "chromium-browser", "google-chrome"].lazy
      .flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let browser, FileManager.default.fileExists(atPath: axe) else { return nil }
    return (browser, axe)
  }()
}
