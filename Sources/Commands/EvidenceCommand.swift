import ArgumentParser
import FoundationEssentials
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft evidence`: a trust's own statements with the figures that speak to them.
struct EvidenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Hold a trust's own statements about its leadership to figures, stories and gaps.",
    discussion: """
      Reads statements.csv of the folder (theme, statement, measure, hoped_for), or the starter list. A measure is one of \
      `weft measures`, or one that the starter list names. Figures are of the trust as a whole, never of a person.

      Examples:
        weft evidence harbour-trust
        weft evidence harbour-trust --starter > harbour-trust/statements.csv
        weft evidence harbour-trust --csv > evidence.csv
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var slice: SliceOptions
  @OptionGroup var pages: PagesOptions

  @Option(help: "The file of statements, when it is not statements.csv.", completion: .file())
  var statements: String?

  @Flag(help: "Print the starter list as CSV, to be changed.")
  var starter = false

  private var study: StudyOptions { StudyOptions(boundary, slice) }

  func validate() throws {
    guard starter else { return }
    try refuse(
      [
        "--by": boundary.by != nil, "--depth": slice.depth != nil,
        "--period": slice.period != nil, "--statements": statements != nil,
        "--json": pages.listing.json, "--csv": pages.listing.csv, "--plain": pages.listing.plain,
      ], "with --starter, which prints a list as it is")
  }

  func run() async throws {
    if starter { return try Terminal.print(StatementList.csv(StatementEvidence.starter)) }
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try study.analysis(session, needsBoundary: false)
    let report = OutwardReport(analysis, session.naming(.pseudonym, analysis))
    let list = try StatementList.read(folder: workspace.folder, named: statements)
    try pages.print(report.evidence(list), session)
  }
}

/// A trust's statements as a file.
enum StatementList {
  /// The statements of a file, of the folder's statements.csv, or of the starter list.
  static func read(folder: String, named: String?) throws(Failure) -> [StatementEvidence.Statement]
  {
    let path = named ?? folder + "/statements.csv"
    guard named != nil || FileManager.default.fileExists(atPath: path) else {
      return StatementEvidence.starter
    }
    let rows: [[String]]
    do { rows = try readPlainRows(path: path) } catch { throw Failure(error) }
    let header = (rows.first ?? []).map(folded)
    guard let text = header.firstIndex(of: "statement"),
      let figure = header.firstIndex(of: "measure")
    else {
      throw Failure(
        .badData, "\(path): the columns statement and measure are needed. `--starter` shows them.")
    }
    let theme = header.firstIndex(of: "theme")
    let hoped = header.firstIndex(of: "hopedfor")
    let known = StatementEvidence.figures.union(catalogue.map(\.card.id))
    var statements: [StatementEvidence.Statement] = []
    for (place, row) in rows.dropFirst().enumerated() {
      func cell(_ column: Int?) -> String {
        column.flatMap { row.indices.contains($0) ? row[$0] : nil } ?? ""
      }
      guard known.contains(cell(figure)) else {
        throw Failure(
          .badData,
          "\(path) row \(place + 2): "
            + Unknown.message("measure", cell(figure), known.sorted()))
      }
      let value = Double(cell(hoped))
      guard value != nil || cell(hoped).isEmpty else {
        throw Failure(
          .badData, "\(path) row \(place + 2): \(shown(cell(hoped))) is not a number.")
      }
      statements.append(
        StatementEvidence.Statement(
          theme: cell(theme), text: cell(text), figure: cell(figure), hopedFor: value))
    }
    return statements
  }

  /// Statements as CSV.
  static func csv(_ statements: [StatementEvidence.Statement]) -> String {
    Table(
      [.text("theme"), .text("statement"), .text("measure"), .number("hoped_for")],
      rows: statements.map {
        [.text($0.theme), .text($0.text), .text($0.figure), .optional($0.hopedFor, places: 2)]
      }
    ).csv
  }
}
