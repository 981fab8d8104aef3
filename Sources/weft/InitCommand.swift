import ArgumentParser
import FoundationEssentials
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
    try OutputFolder.make(folder)
    var written: [String] = []
    for (name, text) in Self.files {
      let path = folder + "/" + name
      if FileManager.default.fileExists(atPath: path) {
        Terminal.tell("\(path) is there already and was left as it is.")
      } else {
        try AtomicFile.write(text, to: path)
        written.append(name)
      }
    }
    if !written.isEmpty { Terminal.tell("Wrote \(listed(written)) to \(folder).") }
    Terminal.tell("Fill in people.csv and collaborations.csv; the others are optional.")
    Terminal.tell("Next: weft check \(folder)")
  }

  private static var files: [(name: String, text: String)] {
    TableKind.allCases.map { table in
      (table.fileName, table.columns.map(\.name).joined(separator: ",") + "\n")
    } + [("weft.toml", SettingsPage.template)]
  }
}
