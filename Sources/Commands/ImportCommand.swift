import ArgumentParser
import FoundationEssentials
import Formats
import Intake
import Networks

/// `weft import`: whatever a trust has becomes a workspace, and a first map.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a workspace of survey forms, workbooks, registers and other tools' files.",
    discussion: """
      Reads Excel and OpenDocument workbooks, CSV, GraphML, GEXF, Pajek, UCINET DL, GML, DOT, and JSON of Kumu and Polinode. In them it \
      recognises staff lists, edge lists, answers of Microsoft and Google Forms, a column for each colleague, matrices, attendance \
      lists, ratings of partners and the school register. How each column was read stands in import.txt in the workspace: correct it and \
      run the same command again. Names that fit nobody for sure are listed there for you to decide, and their ties wait.

      Examples:
        weft import answers.xlsx -o our-trust
        weft import staff.xlsx answers.csv edubasealldata.csv -o our-trust
        weft import answers.xlsx -o our-trust --plan      say how it would be read, and write nothing
      """)

  @Argument(help: "The files to import.", completion: .file())
  var files: [String]

  @Option(name: [.short, .long], help: "The folder of the workspace.", completion: .directory)
  var output: String

  @Flag(help: "Print how the files would be read, and write nothing.")
  var plan = false

  @Flag(help: "Make the workspace without a map.")
  var noMap = false

  @Flag(
    help: "Replace files of the same names that Weft did not write, or that were changed since.")
  var force = false

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name the files to import.") }
    if output.isEmpty {
      throw ValidationError(
        "--output is empty: name the folder of the workspace, such as our-trust.")
    }
    if plan { try refuse(["--no-map": noMap, "--force": force], "with --plan") }
  }

  func run() async throws {
    let inputs = Inputs(files: files)
    for file in files where !FileManager.default.fileExists(atPath: file) {
      throw Failure(.missingInput, "There is no file \(shown(file)).")
    }
    let workspace = try OutputFolder(output, sparing: inputs)
    let mapping = try earlierMapping()
    var imported: Imported
    let hasRegister =
      mapping.map { !$0.peopleAreMade } ?? true || workspace.hasForeign("people.csv")
    do throws(FormatError) {
      let tables = try readTables()
      var importer = Importer(
        tables, register: hasRegister ? try register() : nil, earlier: mapping ?? ImportMapping())
      imported = try importer.run()
    } catch {
      throw Failure(.badData, error.description)
    }
    if !hasTies { imported.files.removeAll { $0.name == Self.ties && $0.rows == 0 } }
    let before = try keepTheirPeople(&imported, workspace)
    if plan {
      try Terminal.print(imported.mapping.text)
      return
    }
    for line in imported.readings.prefix(3) { Terminal.tell(line + ".") }
    if imported.readings.count > 3 {
      Terminal.tell(
        "\(counted(imported.readings.count - 3, "further table was", "further tables were")) read; \(ImportMapping.fileName) lists all."
      )
    }
    try write(imported, and: before, to: workspace)
    for remark in imported.remarks { Terminal.tell(remark) }
    if imported.waiting + imported.doubts.count > 0 { Terminal.tell(waiting(imported)) }
    if let words = withoutTies(imported) { return Terminal.tell(words) }
    if imported.tieCount == 0, !hasTies { return }
    guard !noMap, imported.tieCount > 0, imported.peopleCount > 1 else {
      return Terminal.tell(
        "Next: weft check \(visible(output)), weft map \(visible(output)) -o Output")
    }
    try await map()
  }

  private static let ties = TableKind.collaborations.fileName

  /// Whether the workspace has a file of ties.
  private var hasTies: Bool { FileManager.default.fileExists(atPath: output + "/" + Self.ties) }

  /// What to do next where the workspace has no ties yet, so that there is no map; `nil` where it has some or they wait.
  private func withoutTies(_ imported: Imported) -> String? {
    guard imported.tieCount == 0, imported.waiting == 0 else { return nil }
    if !imported.files.contains(where: { $0.name == Self.ties }), hasTies { return nil }
    return
      "No ties yet. Next: weft survey \(visible(output)) makes a questionnaire; with its answers, or a list of who works with whom, weft import ANSWERS.xlsx -o \(visible(output))"
  }

  /// Leaves a people.csv alone that is not Weft's, where no staff list is to take its place and nothing was learnt of anybody; where
  /// something was, the file as it was is kept beside it.
  ///
  /// - Returns: that file.
  private func keepTheirPeople(
    _ imported: inout Imported, _ workspace: OutputFolder
  ) throws(Failure) -> OutputFile? {
    guard !force, workspace.hasForeign("people.csv"), !imported.hasStaff else { return nil }
    guard imported.answers + imported.added > 0 else {
      imported.files.removeAll { $0.name == "people.csv" }
      return nil
    }
    let name = "people.csv.before-import"
    do throws(IntakeError) {
      let bytes = try readBytes(path: output + "/people.csv", atMost: Limits.file)
      imported.remarks.insert(
        "people.csv now says who answered and what they said of themselves; the one before is kept as \(name).",
        at: 0)
      return OutputFile(name, bytes)
    } catch {
      throw Failure(error)
    }
  }

  /// What waits for somebody to decide.
  private func waiting(_ imported: Imported) -> String {
    let names = imported.doubts.count
    let shown = imported.doubts.prefix(3).joined(separator: "; ")
    var text = "\(counted(imported.waiting, "tie waits", "ties wait")) for a decision"
    if names > 0 {
      let those = "\(shown)\(names > 3 ? " and others" : "")"
      text =
        imported.waiting > 0
        ? "\(text) on \(counted(names, "name")): \(those)"
        : "\(counted(names, "name waits", "names wait")) for a decision: \(those)"
    }
    let answers = imported.mapping.answers.filter { $0.value == "?" }.keys.sorted()
    if !answers.isEmpty {
      text +=
        " \(names > 0 ? "and " : "")on \(counted(answers.count, "answer")): \(answers.prefix(3).map { Networks.shown($0) }.joined(separator: ", "))\(answers.count > 3 ? " and others" : "")"
    }
    return text + ". Decide in \(visible(output))/\(ImportMapping.fileName), then run this again."
  }

  private func readTables() throws(FormatError) -> [SourceTable] {
    var tables: [SourceTable] = []
    for file in files { tables += try ImportFile.tables(path: file) }
    return tables.sorted { ($0.file, $0.sheet.name) < ($1.file, $1.sheet.name) }
  }

  private var mappingPath: String { output + "/" + ImportMapping.fileName }

  private func earlierMapping() throws -> ImportMapping? {
    guard FileManager.default.fileExists(atPath: mappingPath) else { return nil }
    do {
      let bytes = try readBytes(path: mappingPath, atMost: 4_000_000)
      return try ImportMapping(reading: String(decoding: bytes, as: UTF8.self))
    } catch let error as IntakeError {
      throw Failure(error)
    } catch let error as FormatError {
      throw Failure(.configuration, "\(visible(output))/\(error.description)")
    }
  }

  /// people.csv of the workspace, unless an import made it of ties alone.
  private func register() throws(FormatError) -> SourceTable? {
    let path = output + "/people.csv"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try ImportFile.tables(path: path).first
  }

  private func write(_ imported: Imported, and before: OutputFile?, to workspace: OutputFolder)
    throws(Failure)
  {
    let files =
      imported.files.map { OutputFile($0.name, $0.bytes) }
      + [OutputFile(ImportMapping.fileName, imported.mapping.text)] + [before].compactMap(\.self)
    try workspace.replace(
      with: files, by: .importing, force: force, isPrivate: true,
      edited: before == nil ? [ImportMapping.fileName] : [ImportMapping.fileName, "people.csv"],
      keeping: true)
    let written =
      imported.files.map { "\($0.name) (\(counted($0.rows)))" } + [ImportMapping.fileName]
    Terminal.tell("Wrote \(listed(written)) to \(Terminal.folder(workspace.path)).")
  }

  /// Draws the first map of the workspace and says what it shows.
  private func map() async throws {
    let folder = output + "/Map"
    do {
      let command = try MapCommand.parse([output, "-o", folder] + (force ? ["--force"] : []))
      let headlines = try await command.make(quietly: true)
      for line in headlines.prefix(2) { Terminal.tell(line) }
      Terminal.tell("The map is in \(visible(folder)). Open \(visible(folder))/index.html first.")
    } catch let failure as Failure {
      Terminal.tell("The workspace is written, but there is no map yet: \(failure.message)")
    }
  }
}
