import ArgumentParser
import Diagrams
import Intake
import Measures
import Networks
import Reports

/// `weft map`: the main job.
///
/// Checks, measures, draws, and writes everything to one folder.
struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Check, measure and draw a workspace: figures, tables and a one-page summary.",
    discussion: """
      Writes trust-map and matrix as SVG, PDF, PNG and DOT; silos.csv, bridges.csv, people.csv, problems.csv; findings.json; \
      and summary.md. People appear under codes; --names full makes a copy with names, marked as such. The output folder is \
      replaced whole, or left as it was if anything fails.

      Examples:
        weft map harbour-trust -o Output
        weft map harbour-trust -o Output --depth 4
        weft map workplace -o Output --by department --column strength=intervals_20s
        weft map lawfirm -o Output --collaborations edges_advice.csv --directed --by office
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var page: PageOptions

  @Option(name: [.short, .long], help: "The folder to write.", completion: .directory)
  var output: String

  @Option(help: "What people are called: pseudonym or full.")
  var names: Names = .pseudonym

  enum Names: String, ExpressibleByArgument, CaseIterable {
    case pseudonym, full
  }

  func run() async throws {
    let progress = Progress()
    progress.step("reading \(workspace.folder)")
    let session = try Session(workspace)
    progress.step("measuring")
    let run = try Run(session, study, names: names == .full ? .full : .pseudonym)
    var files = run.tables
    if run.isGrouped { files += try await figures(session, progress) }
    if names == .full { files += try run.setAsideFiles() }
    progress.step("writing \(output)")
    try OutputFolder.replace(output, with: files.sorted { $0.name < $1.name })
    progress.finish()
    for sentence in run.headlines { Terminal.tell(sentence) }
    Terminal.tell(
      "Wrote \(counted(files.count, "file")) to \(output). Read \(output)/summary.md first.")
    Terminal.tell("Next: weft silos \(workspace.folder), weft bridges \(workspace.folder)")
  }
}

extension MapCommand {
  /// Every figure in every form.
  private func figures(
    _ session: Session, _ progress: Progress
  ) async throws -> [(name: String, bytes: [UInt8])] {
    let gallery = try Gallery(session, study, page, names: names == .full ? .full : .groups)
    var files: [(name: String, bytes: [UInt8])] = []
    for (number, figure) in gallery.applicable.enumerated() {
      progress.step("drawing \(figure.fileName)")
      let drawn = try await gallery.draw(figure, number: number + 1)
      for format in FigureFormat.allCases where format != .json {
        files.append(
          ("\(figure.fileName).\(format.rawValue)", try gallery.bytes(drawn, format)))
      }
    }
    return files
  }
}
