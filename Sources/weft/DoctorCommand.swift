import ArgumentParser
import Diagrams

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
    let about = Print.About(title: "", subject: "", day: nil)
    let isPrinted = (try? Print.pdf(svg, .a4, about))?.starts(with: Array("%PDF".utf8)) ?? false
    return [
      Check(
        name: "typeface \(TextRuler.family)"
          + (family == TextRuler.family ? "" : " (found \(family ?? "none"))"),
        isWell: family == TextRuler.family, remedy: "On Debian: apt-get install fonts-inter"),
      Check(
        name: "Graphviz layouts in a child process", isWell: isRouted,
        remedy: "On Debian: apt-get install libgraphviz-dev graphviz"),
      Check(
        name: "PDF and PNG by librsvg", isWell: isPrinted,
        remedy: "On Debian: apt-get install librsvg2-dev"),
    ]
  }
}
