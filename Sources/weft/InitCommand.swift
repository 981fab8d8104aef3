import ArgumentParser
import Intake
import Networks
import Settings

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
    } + [("weft.toml", SettingsPage.template)]
  }
}
