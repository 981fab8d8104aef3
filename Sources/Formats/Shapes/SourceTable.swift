import Intake
import Networks

/// One table of a file that is imported: a CSV file, a sheet, or the nodes or edges of a graph file.
public struct SourceTable: Sendable {
  /// The name of the file, without its folder.
  public let file: String
  public let sheet: Sheet
  /// The row with the headings.
  public let headerRow: Int
  public let headings: [String]
  /// The headings under which columns match, whatever their case and spaces.
  let keys: [String]

  /// How many rows were left out because they repeat the headings, or are a note or the number of a page.
  let leftOut: Int
  /// The rows with cells beyond the headings, the first such cell, and whether they go on with the last column.
  let beyond: (rows: Int, example: String, isList: Bool)
  /// The columns of days that only the American order makes days, month first, each with such a day.
  let monthFirst: [Int: String]
  /// The columns of days that either order makes days, each with one that the orders make two of.
  let eitherFirst: [Int: String]

  public init(file: String, sheet: Sheet) {
    self.file = file
    let row = Self.headerRow(sheet)
    let first = sheet.rowCount > row ? sheet.texts(row).map { cleaned($0) } : []
    // SurveyMonkey writes the choices of a question in a second row.
    let isTwice =
      ["Respondent ID", "Collector ID"].allSatisfy(first.contains) && sheet.rowCount > row + 1
    if sheet.rowCount > row + 2, sheet.text(row + 2, 0).hasPrefix("{\"ImportId\"") {
      // Qualtrics writes numbers, then the questions, then its own ids.
      (headerRow, headings) = (row + 2, sheet.texts(row + 1).map { cleaned($0) })
    } else if isTwice {
      headerRow = row + 1
      headings = Self.joined(first, sheet.texts(row + 1).map { cleaned($0) })
    } else if let two = TwoHeadings(sheet, row) {
      (headerRow, headings) = (two.lowerRow, two.headings)
    } else {
      (headerRow, headings) = (row, first)
    }
    keys = headings.map(headingKey)
    let out = Self.noData(sheet, headerRow)
    leftOut = out.count
    self.sheet = out.isEmpty ? sheet : sheet.without(out)
    beyond = Self.beyond(self.sheet, headerRow, headings)
    monthFirst = Self.monthFirst(self.sheet, headerRow, headings.count)
    eitherFirst = Self.eitherFirst(self.sheet, headerRow, headings.count)
  }

  private static func eitherFirst(_ sheet: Sheet, _ header: Int, _ width: Int) -> [Int: String] {
    let rows = min(header + 1, sheet.rowCount)..<sheet.rowCount
    var found: [Int: String] = [:]
    for column in 0..<width
    where rows.prefix(50).contains(where: { sheet.text($0, column).contains("/") }) {
      let days = rows.lazy.map { trimmed(sheet.text($0, column)) }.filter {
        $0.contains("/") && readDay($0) != nil
      }
      guard !days.contains(where: { readDayMonthFirst($0) == nil }) else { continue }
      found[column] = days.first { text in
        readDay(text).map { $0 != readDayMonthFirst(text)?.day } ?? false
      }
    }
    return found
  }

  private static func monthFirst(_ sheet: Sheet, _ header: Int, _ width: Int) -> [Int: String] {
    let rows = min(header + 1, sheet.rowCount)..<sheet.rowCount
    var found: [Int: String] = [:]
    for column in 0..<width
    where rows.prefix(50).contains(where: { sheet.text($0, column).contains("/") }) {
      var example: String?
      for row in rows {
        let text = trimmed(sheet.text(row, column))
        guard let first = text.utf8.first, (0x30...0x39).contains(first) else { continue }
        if let day = readDayMonthFirst(text) {
          if day.isSure, example == nil { example = text }
        } else if readDay(text) != nil, text.contains("/") {
          example = nil
          break
        }
      }
      if let example { found[column] = example }
    }
    return found
  }

  /// The rows below the headings that repeat them, or hold nothing but a note or the number of a page.
  private static func noData(_ sheet: Sheet, _ header: Int) -> Set<Int> {
    guard sheet.rowCount > header, sheet.width(header) > 1 else { return [] }
    let heads = sheet.texts(header)
    return Set(
      (header + 1..<max(header + 1, sheet.rowCount)).filter { row in
        if sheet.width(row) == 1 { return isNote(sheet.text(row, 0)) }
        return sheet.text(row, 0) == heads[0] && sheet.text(row, 1) == heads[1]
          && sheet.texts(row) == heads
      })
  }

  private static func isNote(_ text: String) -> Bool {
    let words = text.lowercased()
    return [
      "note:", "notes:", "nb:", "n.b.", "key:", "* ", "*=", "** ", "† ", "source:", "prepared by",
      "produced by", "compiled by", "end of ",
    ].contains(where: words.hasPrefix)
      || ["(continued)", "(cont.)", "(cont)", " continued"].contains(where: words.hasSuffix)
      || words.hasPrefix("page ")
        && words.split { !$0.isLetter }.allSatisfy { ["page", "of"].contains($0) }
  }

  private static func beyond(
    _ sheet: Sheet, _ header: Int, _ headings: [String]
  ) -> (rows: Int, example: String, isList: Bool) {
    guard let last = headings.last, sheet.rowCount > header + 1 else { return (0, "", false) }
    let rows = (header + 1..<sheet.rowCount).filter { sheet.width($0) > headings.count }
    let example = rows.first.map { row in
      sheet.texts(row).dropFirst(headings.count).first { !$0.isEmpty } ?? ""
    }
    let words = Set(last.lowercased().split { !$0.isLetter })
    let isList =
      Question.asksForPeople(last)
      || !words.isDisjoint(with: [
        "ties", "names", "contacts", "colleagues", "members", "attendees", "participants", "to",
        "target", "targets",
      ])
    return (rows.count, example.map(cleaned) ?? "", isList)
  }

  /// Headings in two rows: a question stands above the first of its choices alone.
  private static func joined(_ questions: [String], _ choices: [String]) -> [String] {
    var question = ""
    return (0..<max(questions.count, choices.count)).map { place in
      let above = questions.indices.contains(place) ? questions[place] : ""
      let choice = choices.indices.contains(place) ? choices[place] : ""
      if !above.isEmpty { question = above }
      let isPlain = choice.isEmpty || ["openendedresponse", "response"].contains(folded(choice))
      return isPlain ? above : "\(question) [\(choice)]"
    }
  }

  /// What the table is called in messages and in the mapping.
  public var title: String { sheet.name.isEmpty ? file : "\(file), \(sheet.name)" }

  /// The name of the sheet, or of the file where that says nothing.
  var stem: String {
    let isUsual =
      sheet.name.isEmpty
      || ["sheet", "form", "tabelle"].contains { folded(sheet.name).hasPrefix($0) }
    return isUsual ? file.split(separator: ".").first.map(String.init) ?? "" : sheet.name
  }

  /// The rows with data.
  var rows: Range<Int> { min(headerRow + 1, sheet.rowCount)..<sheet.rowCount }

  /// The place of the first column with one of these headings.
  func column(_ names: [String]) -> Int? {
    names.lazy.compactMap { name in keys.firstIndex(of: headingKey(name)) }.first
  }

  func has(_ names: String...) -> Bool { column(names) != nil }

  /// Whether ids are a network program's own: of a graph file, or beside labels.
  var idsAreOwn: Bool { sheet.idsAreOwn || has("id") && has("label") }

  /// Whether a form wrote the table.
  var isForm: Bool {
    has("Start time", "Completion time", "Timestamp", "Submission ID", "Respondent ID")
  }

  /// A cell as text, cleaned at its ends; empty for what stands for nothing and for a broken formula.
  func cell(_ row: Int, _ column: Int) -> String {
    let text = list(row, column)
    return text.contains(where: \.isNewline) ? cleaned(text) : text
  }

  /// A cell as it stands, on one line.
  func plain(_ row: Int, _ column: Int) -> String {
    let text = trimmed(sheet.text(row, column))
    if monthFirst[column] != nil, let found = readDayMonthFirst(text) { return "\(found.day)" }
    return text.contains(where: \.isNewline) ? cleaned(text) : text
  }

  /// A cell with its line ends, which may part what is listed in it.
  func list(_ row: Int, _ column: Int) -> String {
    guard sheet.kind(row, column) != .error else { return "" }
    var text = trimmed(sheet.text(row, column))
    if isSpreadsheetError(text) { return "" }
    if beyond.isList, column == headings.count - 1, sheet.width(row) > headings.count {
      // A list of names without quotation marks has fallen into several cells.
      let cells = [text] + sheet.texts(row).dropFirst(headings.count).map { trimmed($0) }
      let areWhole = cells.allSatisfy { $0.contains(where: { $0 == " " || $0.isNumber }) }
      text = cells.filter { !$0.isEmpty }.joined(separator: areWhole ? "; " : ", ")
    }
    // Whoever keeps a list by hand writes ditto for what stands above; whoever answers a form sees nothing above.
    if WordElsewhere.repeats(text), !isForm {
      let above = (max(headerRow + 1, row - 100)..<row).reversed().lazy.map {
        trimmed(sheet.text($0, column))
      }
      text = above.first { !WordElsewhere.repeats($0) } ?? text
    }
    if monthFirst[column] != nil, let found = readDayMonthFirst(text) { return "\(found.day)" }
    return isNothing(text) ? "" : text
  }

  /// The row with the headings: the first that is about as wide as the rows are.
  static func headerRow(_ sheet: Sheet) -> Int {
    let looked = 0..<min(60, sheet.rowCount)
    let widths = looked.map { row in (0..<sheet.width(row)).count { !sheet.text(row, $0).isEmpty } }
    guard let widest = widths.max(), widest > 1 else { return 0 }
    return looked.first { row in
      row < 40 && Double(widths[row]) >= Double(widest) * 0.6
    } ?? 0
  }
}

/// A key under which headings are the same whatever their case, spaces and the mark at their end.
func headingKey(_ heading: String) -> String {
  var text = heading[...]
  while let last = text.last, "?:.* ".contains(last) { text.removeLast() }
  return folded(text.isEmpty ? heading : String(text))
}

/// A text on one line, without space at its ends.
func cleaned(_ text: String) -> String {
  text.split { $0.isWhitespace || $0.isNewline || $0 == "\u{A0}" }.joined(separator: " ")
}

private let nothing: Set<String> = [
  "", "-", "--", "n/a", "na", "n/k", "tbc", "tbd", "null", "nan", "(blank)", "?", "unknown",
  "notknown",
  "notapplicable", "notrecorded", "prefernottosay", "#n/a",
]

/// Whether a cell holds a word for nothing.
func isNothing(_ text: String) -> Bool {
  guard let first = text.utf8.first else { return true }
  return text.utf8.count <= 20 && "-nNtTuU(?#pP".utf8.contains(first)
    && nothing.contains(folded(text))
}

/// Opens files of any form as tables.
public enum ImportFile {
  /// The tables of a file, without those marked "(ignore)".
  ///
  /// - Parameter path: a file; what it is its bytes tell, not its name.
  public static func tables(path: String) throws(FormatError) -> [SourceTable] {
    try tables(Source(path: path, bytes: nil))
  }

  /// The tables of a file that is in memory.
  public static func tables(name: String, bytes: [UInt8]) throws(FormatError) -> [SourceTable] {
    try tables(Source(path: name, bytes: bytes))
  }

  /// A file on the disk or in memory.
  private struct Source {
    /// Where it is, or what it is called.
    let path: String
    let bytes: [UInt8]?

    func first(_ count: Int) throws(IntakeError) -> [UInt8] {
      guard let bytes else { return try readBytes(path: path, atMost: count) }
      return Array(bytes.prefix(count))
    }

    func rows(atMost limit: Int) throws(IntakeError) -> [[String]] {
      guard let bytes else {
        return try readPlainRows(path: path, atMost: limit, keepingLines: true)
      }
      return try readPlainRows(name: path, bytes: bytes, atMost: limit, keepingLines: true)
    }
  }

  private static func tables(_ source: Source) throws(FormatError) -> [SourceTable] {
    let path = source.path
    let name = path.split(separator: "/").last.map { visible(String($0)) } ?? path
    do throws(FormatError) {
      let sheets = try sheets(source)
      let tables = sheets.filter { !$0.name.lowercased().contains("(ignore)") && $0.rowCount > 0 }
        .flatMap { MeetingReport($0, file: name).map { [$0.sheet] } ?? TwoTables.parts($0) }
        .map { SourceTable(file: name, sheet: $0) }
      guard !tables.isEmpty else {
        throw FormatError("holds no rows. Check that it is the right file.")
      }
      return tables
    } catch {
      let isOwn = error.description.hasPrefix(":")
      throw FormatError("\(shown(name))\(isOwn ? "" : " ")\(error.description)")
    }
  }

  private static func sheets(_ source: Source) throws(FormatError) -> [Sheet] {
    let path = source.path
    let head: [UInt8]
    do { head = try source.first(4_096) } catch { throw plain(error, path) }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw FormatError(
        "is an old Excel workbook (.xls), or one protected with a password. Open it, remove the password and save it as an Excel workbook (.xlsx)."
      )
    }
    if head.starts(with: [0x50, 0x4B]) { return try workbook(whole(source)) }
    let isUTF16 = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    var start = String(decoding: head.filter { $0 != 0 }, as: UTF8.self)[...]
    start = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" && isUTF16 }
    let small = start.prefix(2_000).lowercased()
    if small.hasPrefix("<") {
      let bytes = try whole(source)
      if small.contains("<graphml") { return try GraphMLFile.sheets(bytes) }
      if small.contains("<gexf") { return try GEXFFile.sheets(bytes) }
      if small.contains("<!doctype html") || small.contains("<html") {
        throw FormatError("is a web page. Save the table as CSV or as an Excel workbook (.xlsx).")
      }
      throw FormatError("is XML that Weft does not know. It reads GraphML and GEXF.")
    }
    if small.hasPrefix("{") || small.hasPrefix("["),
      path.lowercased().hasSuffix(".json") || small.contains("\"")
    {
      return try GraphJSON.sheets(whole(source))
    }
    if let text = try graphText(source, small) { return text }
    let rows: [[String]]
    do {
      rows = try source.rows(atMost: FormatLimits.rows + 1)
    } catch {
      throw plain(error, path)
    }
    guard rows.count <= FormatLimits.rows else {
      throw FormatError(
        "has more than \(FormatLimits.rows) rows. Export only the rows you need, or name its columns as Docs/Data.md says and put it in a workspace as it is."
      )
    }
    for (row, cells) in rows.enumerated() {
      guard let column = cells.firstIndex(where: { $0.utf8.count > FormatLimits.cell }) else {
        continue
      }
      throw FormatError(
        "has a text of more than \(FormatLimits.cell) bytes in one cell, column \(column + 1) of row \(row + 1) that holds anything. Shorten it, or delete the column; a quotation mark without its other half may make one cell of many."
      )
    }
    return [Sheet(name: "", rows)]
  }

  private static func workbook(_ bytes: [UInt8]) throws(FormatError) -> [Sheet] {
    let archive = try ZipArchive(bytes)
    if archive.names.contains("xl/workbook.xml") { return try XLSXFile.sheets(archive) }
    if archive.names.contains("xl/workbook.bin") {
      throw FormatError("is a binary Excel workbook (.xlsb). Save it as an Excel workbook (.xlsx).")
    }
    if archive.names.contains("content.xml") { return try ODSFile.sheets(archive) }
    if archive.names.contains(where: { $0.hasPrefix("word/") }) {
      throw FormatError(
        "is a Word document. Save its table as CSV or as an Excel workbook (.xlsx).")
    }
    throw FormatError("is a zip file but no workbook. Unpack it and name the file in it.")
  }

  /// A graph file of plain text, told by how it begins; `nil` for anything else.
  private static func graphText(_ source: Source, _ start: String) throws(FormatError) -> [Sheet]? {
    // Comments may stand before any of them.
    var rest = start[...]
    while let sign = rest.first, "%#/".contains(sign) || sign.isWhitespace {
      if sign.isWhitespace { rest = rest.dropFirst(); continue }
      if rest.hasPrefix("/*") {
        rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
      } else {
        rest = rest.drop { !$0.isNewline }
      }
    }
    let word = rest.prefix { $0.isLetter || $0 == "*" }
    let after = rest.dropFirst(word.count).drop { $0.isWhitespace }
    func text() throws(FormatError) -> String {
      let bytes = try whole(source)
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        throw FormatError("is UTF-16 text. Save it as UTF-8.")
      }
      let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
      return isUTF8
        ? String(
          decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes,
          as: UTF8.self)
        : String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
    switch word {
    case "*vertices", "*network": return try PajekFile.sheets(text())
    case "dl" where after.first.map { $0.isLetter } ?? false || after.contains("="):
      return try DLFile.sheets(text())
    case "graph" where after.hasPrefix("["), "creator", "version":
      let all = try text()
      guard all.lowercased().contains("graph") && all.contains("[") else { return nil }
      return try GMLFile.sheets(all)
    case "strict", "graph", "digraph":
      guard after.contains("{") else { return nil }
      return try DOTFile.sheets(text())
    default: return nil
    }
  }

  private static func whole(_ source: Source) throws(FormatError) -> [UInt8] {
    do {
      let bytes = try source.first(FormatLimits.packed + 1)
      guard bytes.count <= FormatLimits.packed else {
        throw FormatError(
          "is larger than \(FormatLimits.packed / 1_000_000) MB, more than Weft reads of this form. Export only what you need."
        )
      }
      return bytes
    } catch let error as FormatError {
      throw error
    } catch let error as IntakeError {
      throw plain(error, source.path)
    } catch {
      throw FormatError("could not be read.")
    }
  }

  /// What intake says of a file, without the file's name before it.
  private static func plain(_ error: any Error, _ path: String) -> FormatError {
    guard let error = error as? IntakeError else { return FormatError("could not be read.") }
    var text = error.description
    for name in [shown(path), path.split(separator: "/").last.map { visible(String($0)) } ?? ""]
    where text.hasPrefix(name) {
      text = trimmed(String(text.dropFirst(name.count).drop { ":".contains($0) }))
    }
    return FormatError(": " + text)
  }
}
