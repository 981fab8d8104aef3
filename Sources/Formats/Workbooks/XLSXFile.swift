import Networks

/// An Excel workbook (ECMA-376): its sheets with cells as typed.
///
/// Dates come as ISO days, numbers in their shortest form, and with the zeros before them that their format shows.
enum XLSXFile {
  static func sheets(_ archive: ZipArchive) throws(FormatError) -> [Sheet] {
    let book = Book()
    guard try archive.readXML("xl/workbook.xml", book) else {
      throw FormatError("is a zip file but no workbook. Save it as an Excel workbook (.xlsx).")
    }
    guard book.sheets.count <= FormatLimits.sheets else {
      throw FormatError(
        "has \(book.sheets.count) sheets; Weft reads up to \(FormatLimits.sheets). Save those you need in a workbook of their own."
      )
    }
    let links = Links()
    _ = try archive.readXML("xl/_rels/workbook.xml.rels", links)
    let styles = Styles()
    _ = try archive.readXML(links.path(ofType: "/styles") ?? "xl/styles.xml", styles)
    let strings = SharedStrings()
    _ = try archive.readXML(links.path(ofType: "/sharedStrings") ?? "xl/sharedStrings.xml", strings)
    var sheets: [Sheet] = []
    for entry in book.sheets {
      guard let path = links.path(ofId: entry.link) else { continue }
      let rows = SheetRows(entry.name, strings, styles, is1904: book.is1904)
      do throws(FormatError) {
        // A sheet that is a chart has no cells.
        guard try archive.readXML(path, rows) else { continue }
      } catch {
        throw FormatError("sheet \(entry.name): \(error.description)")
      }
      var sheet = try rows.filled()
      sheet.isHidden = entry.isHidden
      sheets.append(sheet)
    }
    return sheets
  }

  /// The column of a reference such as BC12, counted from 0.
  static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      guard (0x41...0x5A).contains(byte & 0xDF), column < 100_000 else { break }
      column = column * 26 + Int(byte & 0xDF) - 0x40
    }
    return column > 0 ? column - 1 : nil
  }

  /// The names of the sheets and where each is found.
  private final class Book: XMLHandler {
    var sheets: [(name: String, link: String, isHidden: Bool)] = []
    var is1904 = false

    func open(_ name: String, _ attributes: XMLAttributes, _ reader: XMLReader) {
      switch name {
      case "sheet":
        if let title = attributes["name"], let link = attributes["id"] {
          sheets.append((title, link, (attributes["state"] ?? "visible") != "visible"))
        }
      case "workbookPr": is1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
      default: break
      }
    }
    func close(_ name: String, _ reader: XMLReader) {}
  }

  /// What a part of the workbook points to.
  private final class Links: XMLHandler {
    private var targets: [(id: String, type: String, target: String)] = []

    func open(_ name: String, _ attributes: XMLAttributes, _ reader: XMLReader) {
      guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"]
      else { return }
      targets.append((id, attributes["Type"] ?? "", target))
    }
    func close(_ name: String, _ reader: XMLReader) {}

    func path(ofId id: String) -> String? {
      targets.first { $0.id == id }.map { Self.full($0.target) }
    }
    func path(ofType type: String) -> String? {
      targets.first { $0.type.hasSuffix(type) }.map { Self.full($0.target) }
    }

    private static func full(_ target: String) -> String {
      target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
  }

  /// How the number formats of cells are shown.
  private final class Styles: XMLHandler {
    private var formats: [Int: String] = [:]
    private var isInCells = false
    private var ids: [Int] = []
    private var shows: [NumberFormat] = []

    func open(_ name: String, _ attributes: XMLAttributes, _ reader: XMLReader) {
      switch name {
      case "numFmt":
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
          formats[id] = attributes["formatCode"]
        }
      case "cellXfs": isInCells = true
      case "xf" where isInCells: ids.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
      default: break
      }
    }

    func close(_ name: String, _ reader: XMLReader) {
      if name == "cellXfs" { isInCells = false }
      if name == "styleSheet" { shows = ids.map { NumberFormat(id: $0, code: formats[$0]) } }
    }

    subscript(style: Int) -> NumberFormat {
      shows.indices.contains(style) ? shows[style] : .general
    }
  }

  /// The texts that cells refer to.
  private final class SharedStrings: XMLHandler {
    var pool = TextPool()
    private var isPhonetic = false

    func open(_ name: String, _ attributes: XMLAttributes, _ reader: XMLReader) {
      switch name {
      case "si": reader.clearText()
      case "rPh": isPhonetic = true
      case "t": reader.wantsText = !isPhonetic
      default: break
      }
    }

    func close(_ name: String, _ reader: XMLReader) throws(FormatError) {
      switch name {
      case "t": reader.wantsText = false
      case "rPh": isPhonetic = false
      case "si":
        guard pool.byteCount + reader.text.count <= FormatLimits.text else {
          throw FormatError(
            "holds too much text for Weft to read. Keep only the rows and columns you need.")
        }
        _ = pool.append(reader.takeText())
      default: break
      }
    }
  }

  /// The rows of one sheet.
  private final class SheetRows: XMLHandler {
    var sheet: Sheet
    private let strings: SharedStrings
    private let styles: Styles
    private let is1904: Bool
    private var column = 0
    private var type = "n"
    private var style = 0
    private var isInCell = false
    private var isFormula = false
    private var hidden = HiddenCells()
    private var isHiddenRow = false
    /// The number that each row kept has in the workbook, the first being 1.
    private var numbers: [Int] = []
    private var number = 0
    /// Cells that are one from a row down to another.
    private var merged: [MergedCells] = []

    init(_ name: String, _ strings: SharedStrings, _ styles: Styles, is1904: Bool) {
      sheet = Sheet(name: name)
      sheet.share(strings.pool)
      (self.strings, self.styles, self.is1904) = (strings, styles, is1904)
    }

    func open(_ name: String, _ attributes: XMLAttributes, _ reader: XMLReader) throws(FormatError)
    {
      switch name {
      case "v", "t": reader.wantsText = isInCell
      case "f": isFormula = isInCell
      case "col":
        guard ["1", "true"].contains(attributes["hidden"] ?? ""),
          let first = attributes["min"].flatMap({ wholeNumber(Array($0.utf8)) }),
          let last = attributes["max"].flatMap({ wholeNumber(Array($0.utf8)) }), first <= last
        else { return }
        hidden.add(columns: first - 1...last - 1)
      case "c":
        isInCell = true
        isFormula = false
        reader.clearText()
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        column = attributes["r"].flatMap(XLSXFile.column) ?? sheet.nextColumn
      case "mergeCell":
        if merged.count < FormatLimits.rows, let cells = attributes["ref"].flatMap(MergedCells.init)
        {
          merged.append(cells)
        }
      case "row":
        number = attributes["r"].flatMap { wholeNumber(Array($0.utf8)) } ?? number + 1
        isHiddenRow = ["1", "true"].contains(attributes["hidden"] ?? "")
        guard sheet.rowCount < FormatLimits.rows else {
          throw FormatError(
            "has more than \(FormatLimits.rows) rows. Keep only the rows you need.")
        }
      default: break
      }
    }

    func close(_ name: String, _ reader: XMLReader) throws(FormatError) {
      switch name {
      case "v", "t": reader.wantsText = false
      case "c":
        isInCell = false
        if !reader.text.isEmpty {
          try put(reader)
        } else if isFormula, type != "str" {
          // Whatever wrote the formula did not work it out.
          try sheet.put(sheet.store(Array("a formula".utf8)), .error, at: column)
        }
      case "row":
        sheet.endRow()
        if sheet.rowCount > numbers.count {
          numbers.append(number)
          if isHiddenRow { hidden.add(rows: 1) }
        }
      default: break
      }
    }

    /// The sheet, with the text of cells merged downwards in each of their rows.
    func filled() throws(FormatError) -> Sheet {
      var sheet = try sheet.filled(merged, numbers)
      sheet.note = hidden.note(sheet)
      return sheet
    }

    private func put(_ reader: XMLReader) throws(FormatError) {
      let text: Int32
      var kind = CellKind.text
      switch type {
      case "s":
        guard let number = wholeNumber(reader.text), number < strings.pool.count else {
          throw FormatError("names a text that is not there. Save the workbook again.")
        }
        guard strings.pool.byteCount(Int32(number)) > 0 else { return }
        text = Int32(number)
      case "str", "inlineStr": text = try sheet.store(reader.text)
      case "b":
        kind = .truth
        text = try sheet.store(Array((reader.text == [0x31] ? "yes" : "no").utf8))
      case "e":
        kind = .error
        text = try sheet.store(reader.text)
      case "d":
        kind = .day
        text = try sheet.store(reader.text)
      default:
        let shown = styles[style].shown(reader.text, is1904: is1904)
        kind = shown.kind
        text = try sheet.store(shown.bytes)
      }
      reader.clearText()
      try sheet.put(text, kind, at: column)
    }
  }
}

/// A whole number of up to nine digits.
func wholeNumber(_ bytes: [UInt8]) -> Int? {
  guard (1...9).contains(bytes.count) else { return nil }
  var value = 0
  for byte in bytes {
    guard (0x30...0x39).contains(byte) else { return nil }
    value = value * 10 + Int(byte) - 0x30
  }
  return value
}
