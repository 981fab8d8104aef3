import ArgumentParser
import Documents
import FoundationEssentials
import Findings
import Formats
import Measures
import Networks
import Sections

/// `weft export`: the network for other programs.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Write the network for Gephi, Kumu, visone, Pajek, UCINET, networkx, igraph or Excel.",
    discussion: """
      The form is told by the ending: .graphml, .gexf, .net (Pajek), .paj (with measures), .dl (UCINET), .dot, .json (Kumu) or .xlsx, \
      which holds all tables. --as kumu and --as gephi write two tables to a folder. People appear under codes, with the figures of the \
      catalogue that do not tell who is left out; --names full makes a copy with names and all figures. Hidden people and their ties are \
      left out.

      Examples:
        weft export harbour-trust -o harbour.graphml
        weft export harbour-trust -o harbour.xlsx
        weft export harbour-trust -o for-gephi --as gephi
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var slice: SliceOptions
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var names: NamesOption

  @Option(
    name: [.short, .long], help: "The file or folder to write; - for the terminal.",
    completion: .file())
  var output: String

  @Option(
    name: .customLong("as"),
    help:
      "graphml, gexf, pajek, dl, dot, kumu-json, kumu, gephi or xlsx, where the ending does not say."
  )
  var form: Form?

  @Flag(help: "Replace a file that Weft did not write.")
  var force = false

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case graphml, gexf, pajek, dl, dot, kumu, gephi, xlsx
    case kumuJSON = "kumu-json"

    var network: NetworkForm? { NetworkForm(rawValue: rawValue) }
  }

  private var ending: String { output.split(separator: ".").last.map { $0.lowercased() } ?? "" }
  private var isWorkbook: Bool { form == .xlsx || form == nil && ending == "xlsx" }
  private var network: NetworkForm? { form == nil ? NetworkForm(ending: ending) : form?.network }

  func validate() throws {
    if output.isEmpty {
      throw ValidationError("--output is empty: name the file to write, such as network.graphml.")
    }
    guard isWorkbook || network != nil else {
      throw ValidationError(
        "--output \(shown(output)): end it in .graphml, .gexf, .net, .paj, .dl, .dot, .json or .xlsx, or say --as kumu or --as gephi."
      )
    }
    if output == "-", isWorkbook || network?.isFolder == true {
      throw ValidationError("A workbook or a folder cannot be printed: name it with --output.")
    }
  }

  func run() async throws {
    let session = try Session(workspace, reading)
    let inputs = session.inputs
    let analysis = try StudyOptions(boundary, slice, minGroup: minGroup).analysis(
      session, needsBoundary: false)
    let naming = names.naming(session, analysis)
    if isWorkbook {
      let tables = try MapTables(session, analysis, names: naming.mode)
      let report = ExportReport(
        analysis, tables.figures, naming, kindHeading: session.kindHeading)
      let bytes = try packed(tables.sheets(report))
      try FigureFile(output, sparing: inputs, force: force).write(bytes, isPrivate: names.areFull)
      return tell(report, "workbook")
    }
    guard let network else { return }
    let report = ExportReport(
      analysis, review(analysis.study), naming, kindHeading: session.kindHeading)
    let files = Self.file(report, title: session.network.title).files(
      network, isProject: ending == "paj")
    if output == "-" { return try Terminal.print(files[0].text) }
    if network.isFolder {
      try OutputFolder(output, sparing: inputs).replace(
        with: files.map { OutputFile($0.name, $0.text) }, by: .export, force: force,
        isPrivate: names.areFull)
    } else {
      try FigureFile(output, sparing: inputs, force: force).write(
        Array(files[0].text.utf8), isPrivate: names.areFull)
    }
    tell(report, "network")
  }

  private func packed(_ sheets: [(name: String, table: Table)]) throws(Failure) -> [UInt8] {
    do { return try Formats.workbook(sheets.map { OutSheet($0.name, $0.table) }) } catch {
      throw Failure(.internalError, error.description)
    }
  }

  private func tell(_ report: ExportReport, _ what: String) {
    var text =
      "Wrote the \(what) of \(counted(report.people.rows.count, "person", "people")) and \(counted(report.ties.count, "tie")) to \(visible(output))"
    // A number of ties would tell something of one hidden person.
    if report.leavesOut { text += ". People who are not to be shown are left out, with their ties" }
    Terminal.tell(text + ".")
  }

  /// The report as a network of nodes and edges.
  private static func file(_ report: ExportReport, title: String) -> NetworkFile {
    let heads = report.people.columns.dropFirst(2)
    let attributes = heads.map { NetworkFile.Attribute($0.name, isNumeric: $0.isNumeric) }
    let hasSuppressed = report.people.rows.contains { $0.contains(.suppressed) }
    func text(_ cell: Table.Cell) -> String {
      switch cell {
      case .text(let text): text
      case .suppressed: ""
      default: cell.full
      }
    }
    let nodes = report.people.rows.map { row in
      NetworkFile.Node(
        id: text(row[0]), label: text(row[1]),
        values: row.dropFirst(2).map(text)
          + (hasSuppressed ? [row.contains(.suppressed) ? "group too small to show" : ""] : []))
    }
    let hasKinds = report.ties.contains { !$0.kind.isEmpty }
    let hasDepths = report.ties.contains { !$0.depth.isEmpty }
    let edges = report.ties.map { tie in
      NetworkFile.Edge(
        from: tie.from, to: tie.to, weight: tie.weight,
        values: (hasKinds ? [tie.kind] : []) + (hasDepths ? [tie.depth] : []))
    }
    return NetworkFile(
      title: title, isDirected: report.isDirected,
      nodeAttributes: attributes
        + (hasSuppressed ? [NetworkFile.Attribute("status", isNumeric: false)] : []),
      nodes: nodes,
      edgeAttributes: (hasKinds ? [NetworkFile.Attribute("kind", isNumeric: false)] : [])
        + (hasDepths ? [NetworkFile.Attribute("depth", isNumeric: false)] : []), edges: edges)
  }
}

extension OutSheet {
  /// A table as a sheet: numbers as numbers; a cell that is not shown or has no value is empty, and a column status says why.
  init(_ name: String, _ table: Table) {
    var hasStatus = false
    var rows: [[Cell]] = []
    for row in table.rows {
      var reasons: [String] = []
      var cells = zip(table.columns, row).map { column, cell -> Cell in
        switch cell {
        case .text(let text): return text.isEmpty ? .empty : .text(text)
        case .count(let value): return .number(Double(value))
        case .number(let value, _), .share(let value), .signed(let value): return .number(value)
        case .suppressed:
          reasons.append("\(column.name): too few people to show")
          return .empty
        case .undefined(let reason):
          reasons.append("\(column.name): \(reason)")
          return .empty
        case .empty: return .empty
        }
      }
      hasStatus = hasStatus || !reasons.isEmpty
      cells.append(reasons.isEmpty ? .empty : .text(reasons.joined(separator: "; ")))
      rows.append(cells)
    }
    let heads = table.columns.map(\.name)
    self.init(
      name: name, headings: hasStatus ? heads + ["status"] : heads,
      rows: hasStatus ? rows : rows.map { Array($0.dropLast()) })
  }
}
