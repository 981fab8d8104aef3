import ArgumentParser
import Diagrams
import Documents
import Papers

/// `weft doctor`: whether everything needed is there.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check that everything figures need is installed.",
    discussion: "Leaves with 69 when something is missing.")

  func run() async throws {
    var isWell = true
    for check in await Self.checks() {
      try Terminal.print("\(check.isWell ? "ok     " : "missing") \(check.name)\n")
      if !check.isWell {
        try Terminal.print("        \(check.remedy)\n")
        isWell = false
      }
    }
    if !isWell { throw ExitCode(ExitStatus.unavailable.rawValue) }
  }

  private struct Check {
    let name: String
    let isWell: Bool
    let remedy: String
  }

  private static func checks() async -> [Check] {
    let family = TextRuler.familyFound
    let two = LayoutRequest(parts: [
      .init(
        width: 200, height: 100,
        boxes: [.init(width: 40, height: 20), .init(width: 40, height: 20)],
        ties: [.init(a: 0, b: 1)])
    ])
    let outcome = await LayoutWorker.own.layOut(two)
    var isRouted = false
    if case .routed(_, .splines) = outcome { isRouted = true }
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>"
    let isDrawn = (try? Print.png(svg, .a4, dpi: 10)) != nil
    let paper = Document("t", blocks: [.heading(1, "t")])
    let isPrinted = (try? PDFFile.bytes(of: paper))?.starts(with: Array("%PDF".utf8)) ?? false
    let isPacked = (try? WordFile.bytes(of: paper)) != nil
    let book = try? WorkbookFile.bytes(of: Book("t", sheets: []))
    return [
      Check(
        name: "typeface \(TextRuler.family)"
          + (family == TextRuler.family ? "" : " (found \(family ?? "none"))"),
        isWell: family == TextRuler.family, remedy: "On Debian: apt-get install fonts-inter"),
      Check(
        name: "Graphviz layouts in a child process", isWell: isRouted,
        remedy: "On Debian: apt-get install libgraphviz-dev graphviz"),
      Check(
        name: "PNG by librsvg and libpng", isWell: isDrawn,
        remedy: "On Debian: apt-get install librsvg2-dev libpng-dev"),
      Check(
        name: "tagged PDF by cairo, Pango and libqpdf", isWell: isPrinted,
        remedy: "On Debian: apt-get install libpango1.0-dev libqpdf-dev"),
      Check(
        name: "Word by libzip", isWell: isPacked, remedy: "On Debian: apt-get install libzip-dev"),
      Check(
        name: "workbooks by libxlsxwriter", isWell: book != nil,
        remedy:
          "On Debian: apt-get install libxlsxwriter-dev, and see that $TMPDIR or /tmp can be written"
      ),
    ]
  }
}
