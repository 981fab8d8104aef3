import ArgumentParser
import Diagrams
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft map`: the main job.
///
/// Checks, measures, draws, and writes everything to one folder.
struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Check, measure and draw a workspace: figures, tables and a one-page summary.",
    discussion: """
      Writes every figure that applies as SVG, PDF, PNG and DOT with its numbers as CSV; silos.csv, bridges.csv, people.csv, \
      problems.csv; tables.xlsx with them all; findings.json; gaps.csv, partners.csv, goals.csv, ideas.csv and evidence.csv where the files tell of \
      expertise, partnerships and purpose; summary.md; and index.html, which shows it all on one page. People appear under \
      codes; --names full makes a copy with names, marked as such. What an \
      earlier run wrote is replaced whole, or left as it was if anything fails; other files are left alone.

      Examples:
        weft map harbour-trust -o Output
        weft map harbour-trust -o Output --depth 4
        weft map workplace -o Output --by department --column strength=intervals_20s
        weft map lawfirm -o Output --collaborations edges_advice.csv --directed --by office
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var question: QuestionOptions
  @OptionGroup var page: PageOptions

  @Option(name: [.short, .long], help: "The folder to write.", completion: .directory)
  var output: String

  @Option(help: "What people are called: pseudonym or full.")
  var names: Names = .pseudonym

  @Flag(help: "Write the tables and the summary, without figures.")
  var noFigures = false

  @Flag(
    help: "Replace files of the same names that Weft did not write, or that were changed since.")
  var force = false

  enum Names: String, ExpressibleByArgument, CaseIterable {
    case pseudonym, full
  }

  func validate() throws {
    if output.isEmpty {
      throw ValidationError("--output is empty: name the folder to write, such as Output.")
    }
    guard noFigures else { return }
    try page.refuseWords("with --no-figures")
    try refuse(
      [
        "--paper": page.paper != nil, "--layout-from": page.layoutFrom != nil,
        "--min-link": question.minLink != nil,
      ], "with --no-figures")
  }

  func run() async throws {
    _ = try await make(quietly: false)
  }

  /// Makes the map.
  ///
  /// - Parameter quietly: whether another command tells of it.
  /// - Returns: the sentences to read out.
  func make(quietly: Bool) async throws -> [String] {
    let progress = Progress()
    progress.step("reading \(workspace.folder)")
    let session = try Session(workspace, reading, quietly: quietly)
    let folder = try OutputFolder(output, sparing: session.inputs(page))
    progress.step("measuring")
    let analysis = try question.study.analysis(session, needsBoundary: false)
    let tables = try MapTables(session, analysis, names: names == .full ? .full : .pseudonym)
    let draws = analysis.boundary != nil && !noFigures
    let drawn = draws ? try await figures(session, analysis, progress) : Drawn()
    let tableFiles = tables.files(figures: drawn.listing)
    var files = drawn.files
    if draws { files.append(contactSheet(session, drawn, tableFiles)) }
    let marking = Marking(
      page.words(session.settings, names == .full ? .full : .groups).marking)
    let plain = tableFiles + (names == .full ? try tables.setAsideFiles() : [])
    files += plain.map { marking?.on($0) ?? $0 }
    files.append(try tables.workbook(marking: marking?.words ?? "", for: output))
    progress.step("writing \(output)")
    let kept = try folder.replace(
      with: files.sorted { $0.name < $1.name }, by: .map, force: force, isPrivate: names == .full)
    progress.finish()
    for file in kept {
      Terminal.tell("\(visible(file)) was changed since Weft wrote it, and was left as it is.")
    }
    let headlines = tables.headlines
    if quietly { return headlines }
    for sentence in headlines { Terminal.tell(sentence) }
    let first = draws ? "index.html" : "summary.md"
    Terminal.tell(
      "Wrote \(counted(files.count, "file")) to \(Terminal.folder(folder.path)). Open \(visible(folder.path))/\(first) first."
    )
    Terminal.tell("Next: weft silos \(workspace.folder), weft bridges \(workspace.folder)")
    return headlines
  }
}

extension MapCommand {
  /// The figures of a run: as files, and as the contact sheet shows them.
  private struct Drawn {
    var files: [OutputFile] = []
    var exhibits: [ContactSheet.Exhibit] = []
    var listing: [(name: String, what: String)] = []
    var marking: String?
  }

  /// Every figure that applies, in every form.
  private func figures(
    _ session: Session, _ analysis: Analysis, _ progress: Progress
  ) async throws -> Drawn {
    let gallery = try Gallery(session, analysis, page, names: names == .full ? .full : .groups)
    var result = Drawn()
    result.marking = gallery.facts.words.marking
    result.listing.append(
      ("index.html", "all figures with their numbers and this summary, on one page"))
    for (number, figure) in gallery.applicable.enumerated() {
      progress.step("drawing \(figure.fileName)")
      let drawn = try await gallery.draw(figure, number: number + 1)
      let formats = FigureFormat.allCases.filter { $0 != .json }
      for format in formats {
        result.files.append(
          OutputFile("\(figure.fileName).\(format.rawValue)", try gallery.bytes(drawn, format)))
      }
      result.listing.append((figure.fileName, "\(figure.what) (SVG, PDF, PNG, DOT, CSV)"))
      result.exhibits.append(
        ContactSheet.Exhibit(
          headline: drawn.furniture.headline, subtitle: drawn.furniture.subtitle,
          altText: drawn.furniture.altText, description: drawn.furniture.description,
          svg: drawn.svg, table: Table(drawn.table),
          files: formats.map { "\(figure.fileName).\($0.rawValue)" }))
    }
    return result
  }

  /// All figures and the summary on one page.
  private func contactSheet(
    _ session: Session, _ drawn: Drawn, _ files: [OutputFile]
  ) -> OutputFile {
    let sheet = ContactSheet(
      title: session.network.title, marking: drawn.marking, exhibits: drawn.exhibits,
      summary: files.first { $0.name == "summary.md" }?.text ?? "")
    return OutputFile("index.html", sheet.html)
  }
}
