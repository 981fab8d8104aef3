import ArgumentParser
import Intake
import Networks

/// `weft explain`: what a problem's code means.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what the code of a problem means, and what to do.",
    discussion: """
      Examples:
        weft explain unknown-member
        weft explain            lists every code
      """)

  @Argument(help: "The code that stands in square brackets after a problem.")
  var code: String?

  func run() async throws {
    guard let code else {
      let lines = ProblemCode.allCases.sorted { ($0.severity, $0) < ($1.severity, $1) }
        .map { "\($0.severity.rawValue)  \($0.rawValue)\n" }
      try Terminal.print(lines.joined())
      return
    }
    guard let known = ProblemCode(rawValue: code.lowercased()) else {
      let near =
        nearest(to: code, in: ProblemCode.allCases.map(\.rawValue))
        .map { " Did you mean \($0)?" } ?? ""
      throw Failure(.usage, "There is no code \(shown(code)).\(near) `weft explain` lists them.")
    }
    try Terminal.print(known.explanation)
  }
}
