import Networks

/// A sheet of a workbook to be written.
public struct OutSheet: Sendable {
  public enum Cell: Sendable, Equatable {
    case text(String)
    case number(Double)
    case empty
  }

  public let name: String
  public let headings: [String]
  public let rows: [[Cell]]
  /// What may be chosen in a column, by its place.
  public var choices: [Int: [String]]
  /// Columns whose cells are chosen from the first column of another sheet.
  public var lookups: [Int: String]

  public init(
    name: String, headings: [String], rows: [[Cell]], choices: [Int: [String]] = [:],
    lookups: [Int: String] = [:]
  ) {
    self.name = name
    self.headings = headings
    self.rows = rows
    self.choices = choices
    self.lookups = lookups
  }
}

/// A workbook (.xlsx) with these sheets; the same sheets give the same bytes.
///
/// Numbers are numbers and texts are texts, so that no text can be run as a formula. The first row is bold and stays in sight.
public func workbook(_ sheets: [OutSheet]) throws(FormatError) -> [UInt8] {
  let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let packages = "http://schemas.openxmlformats.org/package/2006"
  let parts = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  let names = sheetNames(sheets.map(\.name))
  var types = head + "<Types xmlns=\"\(packages)/content-types\">"
  types +=
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
  types += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
  types += "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(parts).sheet.main+xml\"/>"
  types += "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(parts).styles+xml\"/>"
  var book = head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets>"
  var links = head + "<Relationships xmlns=\"\(packages)/relationships\">"
  var files: [(name: String, bytes: [UInt8])] = []
  for (place, sheet) in sheets.enumerated() {
    let number = place + 1
    types +=
      "<Override PartName=\"/xl/worksheets/sheet\(number).xml\" ContentType=\"\(parts).worksheet+xml\"/>"
    book +=
      "<sheet name=\"\(escapedForXML(names[place]))\" sheetId=\"\(number)\" r:id=\"rId\(number)\"/>"
    links +=
      "<Relationship Id=\"rId\(number)\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet\(number).xml\"/>"
    files.append(("xl/worksheets/sheet\(number).xml", Array((head + sheet.xmlText(main)).utf8)))
  }
  types += "</Types>"
  book += "</sheets></workbook>"
  links +=
    "<Relationship Id=\"rId\(sheets.count + 1)\" Type=\"\(relations)/styles\" Target=\"styles.xml\"/></Relationships>"
  let styles =
    head
    + "<styleSheet xmlns=\"\(main)\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
    + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
    + "<cellXfs count=\"3\"><xf xfId=\"0\"/><xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/><xf xfId=\"0\" numFmtId=\"49\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
  let root =
    head
    + "<Relationships xmlns=\"\(packages)/relationships\"><Relationship Id=\"rId1\" Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
  return try zipped(
    [
      ("[Content_Types].xml", Array(types.utf8)), ("_rels/.rels", Array(root.utf8)),
      ("xl/workbook.xml", Array(book.utf8)),
      ("xl/_rels/workbook.xml.rels", Array(links.utf8)), ("xl/styles.xml", Array(styles.utf8)),
    ] + files)
}

/// Names that Excel takes: of up to 31 characters, without `[ ] : * ? / \`, all different.
private func sheetNames(_ wanted: [String]) -> [String] {
  var taken: Set<String> = []
  return wanted.map { text in
    let plain = String(visible(text).filter { !"[]:*?/\\'".contains($0) }.prefix(28))
    let base = plain.isEmpty ? "Sheet" : plain
    let name =
      sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? base : "\(base) \($0)" }
      .first { !taken.contains($0.lowercased()) } ?? base
    taken.insert(name.lowercased())
    return name
  }
}

extension OutSheet {
  fileprivate func xmlText(_ main: String) -> String {
    var text = "<worksheet xmlns=\"\(main)\"><sheetViews><sheetView workbookViewId=\"0\">"
    text +=
      "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
    for (column, heading) in headings.enumerated() {
      let longest =
        rows.prefix(200).map { row -> Int in
          if column < row.count, case .text(let text) = row[column] { return text.count }
          return 8
        }.max() ?? 8
      // Ids typed into empty rows stay texts, so that their zeros are kept.
      text +=
        "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(min(48, max(heading.count, longest) + 3))\" customWidth=\"1\"\(isTyped ? " style=\"2\"" : "")/>"
    }
    text += "</cols><sheetData>"
    text += row(0, headings.map(Cell.text), style: " s=\"1\"")
    for (number, cells) in rows.enumerated() {
      text += row(number + 1, cells, style: isTyped ? " s=\"2\"" : "")
    }
    text += "</sheetData>"
    if !isTyped, !rows.isEmpty {
      text += "<autoFilter ref=\"A1:\(Self.name(max(0, headings.count - 1)))\(rows.count + 1)\"/>"
    }
    let lists =
      choices.map { ($0.key, escapedForXML("\"" + $0.value.joined(separator: ",") + "\"")) }
      + lookups.map { ($0.key, "\($0.value)!$A$2:$A$1000") }
    if !lists.isEmpty {
      text += "<dataValidations count=\"\(lists.count)\">"
      for (column, formula) in lists.sorted(by: { $0.0 < $1.0 }) {
        let letters = Self.name(column)
        // What is not on the list may be typed all the same: a list is help, not a rule.
        text +=
          "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"0\" sqref=\"\(letters)2:\(letters)5000\"><formula1>\(formula)</formula1></dataValidation>"
      }
      text += "</dataValidations>"
    }
    return text + "</worksheet>"
  }

  /// Whether the sheet is there to be filled in.
  private var isTyped: Bool { !choices.isEmpty || !lookups.isEmpty }

  private func row(_ number: Int, _ cells: [Cell], style: String) -> String {
    var text = "<row r=\"\(number + 1)\">"
    for (column, cell) in cells.enumerated() {
      let place = "\(Self.name(column))\(number + 1)"
      switch cell {
      case .empty: break
      case .number(let value) where value.isFinite: text += "<c r=\"\(place)\"><v>\(value)</v></c>"
      case .number: break
      case .text(let words):
        text +=
          "<c r=\"\(place)\" t=\"inlineStr\"\(style)><is><t xml:space=\"preserve\">\(escapedForXML(String(words.prefix(32_000))))</t></is></c>"
      }
    }
    return text + "</row>"
  }

  /// The letters of a column.
  private static func name(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    repeat {
      letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
