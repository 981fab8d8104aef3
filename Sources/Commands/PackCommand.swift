public import ArgumentParser
import Diagrams
import Documents
import Findings
import Intake
import Networks
public import Sections
import Settings

/// `weft pack`: the paper for the Board.
struct PackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Make the board pack: one paper for Word, as PDF or as a workbook.",
    discussion: """
      A front sheet with what the Board is asked and a summary, five findings of one page each with a figure, how sure each is \
      and a small thing to do, then how they were found and what is not known. The ending says which form: .docx, .pdf or \
      .xlsx; a folder gets all three. What the author has to fill in stands in grey brackets, and --check lists what is \
      still to do. Nobody is named; --names full makes Part B, confidential: the one page that names people, marked on every page.

      Examples:
        weft pack harbour-trust -o pack.docx --meeting "Trust Board" --date "3 December 2026" --author "A. Clerk, clerk"
        weft pack harbour-trust -o pack.pdf --length short
        weft pack harbour-trust -o pack
        weft pack harbour-trust -o part-b.docx --names full
        weft pack harbour-trust --check
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var question: QuestionOptions

  @Option(
    name: [.short, .long],
    help: "The file to write, .docx, .pdf or .xlsx; or a folder for all three.",
    completion: .file(extensions: ["docx", "pdf", "xlsx"]))
  var output: String?

  @Option(help: "The meeting the paper is for.")
  var meeting: String?

  @Option(help: "The day of the meeting, as it should be read.")
  var date: String?

  @Option(help: "Who reports: name and role.")
  var author: String?

  @Option(
    help: "What the paper is for: decision, discussion (unless you say otherwise) or information.")
  var purpose: BoardPack.Purpose = .discussion

  @Option(
    help:
      "What the Board is asked to do, in place of what the findings would have; may be given several times."
  )
  var recommendation: [String] = []

  @Option(help: "A marking such as OFFICIAL, on every page.")
  var marking: String?

  @Option(help: "short (two pages, for trustees) or full.")
  var length: BoardPack.Length = .full

  @Option(help: "Which findings, with commas between: silos, people, topics, partners, unknown.")
  var sections: String?

  @Option(help: "Which findings get their figure, with commas between; or none.")
  var figures: String?

  @Option(help: "pseudonym (nobody is named, unless you say otherwise) or full, for Part B.")
  var names: MapCommand.Names = .pseudonym

  @Flag(
    help:
      "List what the paper still lacks, fifteen points, and write nothing unless --output is given."
  )
  var check = false

  @Flag(help: "Replace a file that Weft did not write, or that was changed since.")
  var force = false

  private var form: PackForm? { output.flatMap(PackForm.init(path:)) }
  private var isNamed: Bool { names == .full }

  func validate() throws {
    guard output != nil || check else {
      throw ValidationError("Name what to write with --output, such as pack.docx, or add --check.")
    }
    if output == "" {
      throw ValidationError("--output is empty: name the file to write, such as pack.docx.")
    }
    for (option, text) in [
      ("--meeting", meeting), ("--date", date), ("--author", author), ("--marking", marking),
    ] { try Kind.text.check(option, text) }
    for text in recommendation { try Kind.text.check("--recommendation", text) }
    _ = try Self.parts("--sections", sections)
    _ = try Self.parts("--figures", self.figures)
  }

  /// The findings that an option names; all where it names none.
  private static func parts(_ option: String, _ text: String?) throws -> [BoardPack.Part] {
    guard let text else { return BoardPack.Part.allCases }
    if option == "--figures", text == "none" { return [] }
    let parts = try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let part = BoardPack.Part(rawValue: trimmed(String(word))) else {
        throw ValidationError(
          "\(option) \(shown(String(word))): name findings with commas between: \(listed(BoardPack.Part.allCases.map(\.rawValue)))."
        )
      }
      return part
    }
    // In the order of the paper, whatever that of the words.
    return BoardPack.Part.allCases.filter(parts.contains)
  }

  func run() async throws {
    let session = try Session(workspace, reading)
    let analysis = try question.study.analysis(session)
    let place = try output.map { try PackPlace($0, form, session, force: force) }
    let pack = try await pack(session, analysis)
    if check {
      try Terminal.print(Self.list(pack.checks))
    }
    guard let place else { return }
    try place.write(try files(pack, session, analysis), isPrivate: isNamed)
    let open = pack.checks.count { $0.toDo != nil }
    Terminal.tell(
      "Wrote \(visible(place.path)), \(pack.marking)."
        + (open > 0
          ? " \(capitalised(inWords(open))) of fifteen points are still to do: weft pack \(workspace.folder) --check"
          : ""))
  }

  /// The pack in each form asked for.
  func files(
    _ pack: BoardPack, _ session: Session, _ analysis: Analysis
  ) throws(Failure) -> [OutputFile] {
    let forms = form.map { [$0] } ?? PackForm.allCases
    let further =
      isNamed || !forms.contains(.xlsx)
      ? []
      : try MapTables(session, analysis, names: .pseudonym).bookSheets(
        withBridges: false)
    let stem = isNamed ? "part-b" : "pack"
    var files: [OutputFile] = []
    for form in forms {
      files.append(OutputFile("\(stem).\(form.rawValue)", try form.bytes(pack, further)))
    }
    return files
  }

  /// The pack, its figures drawn.
  func pack(
    _ session: Session, _ analysis: Analysis
  ) async throws -> BoardPack {
    var request = BoardPack.Request()
    request.meeting = meeting ?? session.settings.figures.meeting
    // A day is written as it is read; "next Tuesday" stays.
    request.date = date.map { readDay($0)?.inWords ?? $0 }
    request.author = author
    request.purpose = purpose
    request.recommendations = recommendation
    request.marking = marking ?? session.settings.figures.marking
    request.length = length
    request.parts = try Self.parts("--sections", sections)
    let wanted = try Self.parts("--figures", self.figures).filter(request.parts.contains)
    let drawn =
      length == .short && !isNamed
      ? PackFigures.Drawn()
      : try await PackFigures(
        session, analysis, hasPNG: output != nil && form != .pdf
      ).illustrations(wanted)
    let naming = session.naming(isNamed ? .full : .pseudonym, analysis)
    return BoardPack(
      analysis, topics: Gallery.topics(analysis, naming), naming, request, figures: drawn.figures,
      wide: drawn.wide, lacking: drawn.lacking,
      setAside: session.ledger.setAsideCount,
      since: session.lastTime(
        beside: analysis, session.naming(.groups, analysis)))
  }

  /// The fifteen points as text.
  private static func list(_ checks: [BoardPack.Check]) -> String {
    let open = checks.count { $0.toDo != nil }
    let lines = checks.enumerated().map { place, check in
      let number = (place < 9 ? " " : "") + "\(place + 1)"
      return "\(number)  \(check.toDo == nil ? "passed" : "to do ")  \(check.what)"
        + (check.toDo.map { ": \($0)" } ?? "") + "\n"
    }
    return lines.joined()
      + (open == 0
        ? "Ready for the meeting.\n"
        : "\(capitalised(inWords(open))) of fifteen points are still to do.\n")
  }
}

extension BoardPack.Purpose: ExpressibleByArgument {}
extension BoardPack.Length: ExpressibleByArgument {}
