import ArgumentParser
import Intake
import Networks
import Documents
import Sections

/// `weft check`: every problem with its place and what to do; changes nothing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "List every problem in the files, with row, column, value and what to do.",
    discussion: """
      Nothing is changed. Leaves with 65 when a row had to be set aside.

      Examples:
        weft check harbour-trust
        weft check harbour-trust --json > problems.json
        weft check harbour-trust --set-aside rows     write the rows that were not used, with the reason
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var listing: ListingOptions

  @Option(
    name: .customLong("set-aside"),
    help: "Write the rows that were set aside, as they stand in the files, to this folder.",
    completion: .directory)
  var setAside: String?

  @Flag(
    help: "With --set-aside: replace files of the same names that Weft did not write.")
  var force = false

  private static let shownAtMost = 50

  func run() async throws {
    let arguments = WorkspaceOptions(workspace, reading)
    let settings = try arguments.settings()
    let options = try arguments.intakeOptions(settings)
    let read: (network: Network?, ledger: Ledger, failure: Failure?)
    do {
      let (network, ledger) = try readNetwork(folder: workspace.folder, options: options)
      read = (network, ledger, nil)
    } catch {
      if error.ledger.problems.isEmpty { throw Failure(error) }
      read = (nil, error.ledger, Failure(error))
    }
    let report = LedgerReport(read.ledger, network: read.network)
    if listing.json {
      try Terminal.print(report.json.json)
    } else if listing.csv || listing.plain {
      try Terminal.print(listing.text(report.problems, json: .null))
    } else {
      try Terminal.print(report.text(atMost: Self.shownAtMost))
    }
    let marking = Marking(PageOptions.marking(settings, .full))
    if let setAside { try write(read.ledger, options, marking, to: setAside) }
    if let failure = read.failure {
      Terminal.tell(failure.message)
      throw ExitCode(failure.status.rawValue)
    }
    if read.ledger.hasErrors { throw ExitCode(ExitStatus.badData.rawValue) }
  }

  /// Writes the rows that were not used, a file for each file they come from.
  private func write(
    _ ledger: Ledger, _ options: IntakeOptions, _ marking: Marking?, to folder: String
  ) throws(Failure) {
    let files: [SetAsideFile]
    do {
      files = try setAsideRows(ledger, folder: workspace.folder, options: options)
    } catch {
      throw Failure(error)
    }
    let inputs = Inputs(folder: workspace.folder, named: Array(options.files.values))
    let output = try OutputFolder(folder, sparing: inputs)
    let names = SetAsideName.of(files.map(\.file))
    let kept = try output.replace(
      with: zip(names, files).map { name, file in
        let plain = OutputFile(name, file.bytes)
        return marking?.on(plain) ?? plain
      }, by: .check, force: force,
      isPrivate: true)
    for file in kept {
      Terminal.tell("\(visible(file)) was changed since Weft wrote it, and was left as it is.")
    }
    for (name, file) in zip(names, files) {
      let withheld =
        file.withheld > 0
        ? "; some rows not written, because somebody asked to be left out or they are confidential"
        : ""
      Terminal.tell("Wrote \(visible("\(output.path)/\(name)"))\(withheld).")
    }
    if files.isEmpty { Terminal.tell("No row was set aside.") }
  }
}
