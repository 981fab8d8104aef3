import ArgumentParser
import Intake
import Networks

/// `weft init`: empty files to fill in.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write empty CSV files with the columns Weft reads, and a weft.toml.",
    discussion: """
      Files that are there already are left as they are.

      Example:
        weft init my-trust
      """)

  @Argument(help: "The folder to make.", completion: .directory)
  var folder: String

  func run() async throws {
    let output = try OutputFolder(folder, sparing: Inputs())
    let taken = try output.add(Self.files.map { OutputFile($0.name, $0.text) })
    for name in taken {
      Terminal.tell("\(visible("\(output.path)/\(name)")) is there already and was left as it is.")
    }
    let written = Self.files.map(\.name).filter { !taken.contains($0) }
    if !written.isEmpty {
      Terminal.tell("Wrote \(listed(written)) to \(visible(output.path)).")
    }
    Terminal.tell("Fill in people.csv and collaborations.csv; the others are optional.")
    Terminal.tell("Next: weft check \(folder)")
  }

  private static var files: [(name: String, text: String)] {
    TableKind.allCases.map { table in
      (table.fileName, table.columns.map(\.name).joined(separator: ",") + "\n")
    } + [("weft.toml", settings)]
  }

  static let settings = """
    # Settings for this workspace. A line without the # counts. Flags win over these.

    # title = "Harbour Trust"
    # boundaries = ["school", "hub"]       how people are grouped; the first is the main one
    # period = "2026-11-01"                ties under way on a day, in "2025-09-01/2026-07-31", or "all"
    # depth = 1                            0 none, 1 networking ... 5 collaboration
    # min_group = 5                        smaller groups are not shown (3 to 10)
    # min_link = 3                         links of fewer people are not shown (3 to 10)
    # directed = false                     true when each row says who asked whom
    # parallel = "max"                     several ties between two people: sum, max or latest
    # scale_zero = 1                       the strength that means "never"
    # delimiter = "comma"                  comma, semicolon, tab or bar
    # seed = 1
    # pseudonym_key = "a secret of your own"
    # surveyed_across = true               people were asked about everybody

    # [files]
    # people = "staff.csv"

    # [columns.collaborations]
    # strength = "intervals_20s"

    # [figures]
    # meeting = "Trust Board, 3 December 2026"
    # marking = "OFFICIAL"
    # source = "Source: staff survey, autumn 2026"

    """
}
