import ArgumentParser
import GraphEngine
import Intake
import Networks
import Settings

/// The workspace that a command reads.
struct FolderArgument: ParsableArguments {
  @Argument(
    help: "The folder of CSV files; those of other names or forms: see weft help files.",
    completion: .directory)
  var folder: String
}

/// A workspace, and how its files are read.
///
/// Commands take both apart: the parser looks at options of a group inside a group many times over.
struct WorkspaceOptions {
  let folder: String
  let reading: ReadingOptions

  init(_ folder: String, _ reading: ReadingOptions) {
    (self.folder, self.reading) = (folder, reading)
  }

  init(_ argument: FolderArgument, _ reading: ReadingOptions) {
    self.init(argument.folder, reading)
  }
}

/// How the files of a workspace are read: listed once, by `weft help files`.
struct ReadingOptions: ParsableArguments {
  @Option(help: "The file of people, when it has another name.", completion: .file())
  var people: String?

  @Option(help: "The file of collaborations, when it has another name.", completion: .file())
  var collaborations: String?

  @Option(help: "The file of schools, when it has another name.", completion: .file())
  var schools: String?

  @Option(help: "The file of teams, when it has another name.", completion: .file())
  var teams: String?

  @Option(help: "The file of partners, when it has another name.", completion: .file())
  var partners: String?

  @Option(help: "The file of expertise, when it has another name.", completion: .file())
  var expertise: String?

  @Option(help: "The file of topics, when it has another name.", completion: .file())
  var topics: String?

  @Option(
    help: ArgumentHelp(
      "Read a heading as a column of the contract, as in strength=intervals_20s or people.school=site.",
      valueName: "column=heading"))
  var column: [String] = []

  @Option(
    parsing: .unconditional, help: "What parts the columns: comma, semicolon, tab or bar.")
  var delimiter: String?

  @Option(help: "What to call the trust.")
  var title: String?

  @Flag(inversion: .prefixedNo, help: "Ties point from one person to another, as in who asks whom.")
  var directed: Bool?

  @Flag(help: "Codes of people stay the same as the files change, so that copies can be compared.")
  var stableCodes = false

  @Option(
    parsing: .unconditional, help: "Several ties between two people: sum, max or latest.")
  var parallel: String?

  @Option(
    parsing: .unconditional,
    help: "The strength that means no tie, on a scale whose lowest code says never.")
  var scaleZero: String?

  @Option(
    help: "Count the ties of one kind alone, by the column kind; may be given several times.")
  var kind: [String] = []

  @Flag(help: "Count only ties that both sides name.")
  var confirmed = false

  func validate() throws {
    try Kind.text.check("--title", title)
    try Kind.delimiter.check("--delimiter", delimiter)
    try Kind.parallel.check("--parallel", parallel)
    try Kind.strength.check("--scale-zero", scaleZero)
  }
}

extension Kind {
  /// Refuses what was typed for an option unless it fits.
  func check(_ option: String, _ text: String?) throws {
    if let text, let mistake = mistake(option, text) { throw ValidationError(mistake) }
  }
}
