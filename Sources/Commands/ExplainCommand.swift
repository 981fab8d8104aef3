import ArgumentParser
import Intake
import Networks
import Sections
import Settings

/// `weft explain`: what a problem's code, or a setting, means.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Say what the code of a problem means and what to do, or what a setting of weft.toml takes.",
    discussion: """
      Examples:
        weft explain reading          how to read what Weft says, a page for a leader
        weft explain unknown-member
        weft explain min_group
        weft explain                  lists every code
      """)

  @Argument(help: "The code that stands in square brackets after a problem, or a key of weft.toml.")
  var code: String?

  @Flag(help: "Print every setting as a page of Markdown.")
  var settings = false

  func validate() throws {
    try refuse(
      [shown(code ?? ""): settings && code != nil], "with --settings, which prints them all")
  }

  func run() async throws {
    if settings { return try Terminal.print(SettingsPage.markdown) }
    guard let code else {
      let lines = ProblemCode.allCases.sorted { ($0.severity, $0) < ($1.severity, $1) }
        .map { "\($0.severity.rawValue)  \($0.rawValue)\n" }
      try Terminal.print(lines.joined())
      return
    }
    if folded(code) == "reading" { return try Terminal.print(ReadingPage.text) }
    if let page = SettingsPage.explanation(of: code) { return try Terminal.print(page) }
    guard let known = ProblemCode(rawValue: code.lowercased()) else {
      let known = ProblemCode.allCases.map(\.rawValue) + Setting.all.map(\.name)
      throw Failure(
        .usage, Unknown.message("code or setting", code, known) + " `weft explain` lists the codes."
      )
    }
    try Terminal.print(known.explanation)
  }
}
