/// An OpenDocument spreadsheet (ISO/IEC 26300): its sheets with cells as typed.
enum ODSFile {
  static func sheets(_ archive: ZipArchive) throws(FormatError) -> [Sheet] {
    let manifest = Manifest()
    _ = try archive.readXML("META-INF/manifest.xml", manifest)
    guard !manifest.isEncrypted else {
      throw FormatError("is protected with a password. Remove the password and save it again.")
    }
    let rows = Rows()
    guard try archive.readXML("content.xml", rows) else {
      throw FormatError("is a zip file but no spreadsheet. Save it as .ods or .xlsx.")
    }
    return rows.sheets
  }

  private final class Manifest: XMLHandler {
    var isEncrypted = false
    func open(_ name: String, _ attributes: XMLAttributes, _ reader: XMLReader) {
      if name == "encryption-data" { isEncrypted = true }
    }
    func close(_ name: String, _ reader: XMLReader) {}
  }

  /// All sheets, one after the other.
  private final class Rows: XMLHandler {
    var sheets: [Sheet] = []
    private var sheet: Sheet?
    private var rowRepeats = 1
    private var cellRepeats = 1
    /// How many rows the cell is merged over.
    private var rowsSpanned = 1
    /// The number of the row that is read, and those of the rows kept.
    private var number = 0
    private var numbers: [Int] = []
    private var merged: [MergedCells] = []
    private var hidden = HiddenCells()
    private var isHiddenRow = false
    private var column = 0
    /// The style that is read, and those whose sheets are not shown.
    private var style = ""
    private var hiddenStyles: Set<String> = []
    private var type = ""
    private var value: String?
    private var isInCell = false
    private var paragraphs = 0
    /// How many elements deep a note stands, which is no part of its cell.
    private var note = 0

    func open(_ name: String, _ attributes: XMLAttributes, _ reader: XMLReader) throws(FormatError)
    {
      if note > 0 { note += 1; return }
      switch name {
      case "table":
        guard sheets.count < FormatLimits.sheets else {
          throw FormatError("has more than \(FormatLimits.sheets) sheets.")
        }
        sheet = Sheet(name: attributes["name"] ?? "")
        sheet?.isHidden = hiddenStyles.contains(attributes["style-name"] ?? "")
        (numbers, number, merged) = ([], 0, [])
        (hidden, column) = (HiddenCells(), 0)
      case "style": style = attributes["name"] ?? ""
      case "table-properties":
        if attributes["display"] == "false", hiddenStyles.count < FormatLimits.sheets {
          hiddenStyles.insert(style)
        }
      case "table-column":
        let count = Self.times(attributes["number-columns-repeated"])
        if Self.isHidden(attributes) { hidden.add(columns: column...column + count - 1) }
        column += count
      case "table-row":
        isHiddenRow = Self.isHidden(attributes)
        number += rowRepeats
        rowRepeats = Self.times(attributes["number-rows-repeated"])
      case "table-cell", "covered-table-cell":
        isInCell = true
        paragraphs = 0
        reader.clearText()
        cellRepeats = Self.times(attributes["number-columns-repeated"])
        let isTall = Self.times(attributes["number-columns-spanned"]) == 1
        rowsSpanned = isTall ? Self.times(attributes["number-rows-spanned"]) : 1
        type = attributes["value-type"] ?? ""
        value =
          attributes["date-value"] ?? attributes["boolean-value"] ?? attributes["string-value"]
          ?? attributes["value"]
      case "annotation", "shapes", "forms":
        note = 1
        reader.wantsText = false
      case "p" where isInCell:
        if paragraphs > 0 { addText("\n", reader) }
        paragraphs += 1
        reader.wantsText = true
      case "s":
        addText(String(repeating: " ", count: min(100, Self.times(attributes["c"]))), reader)
      case "tab": addText(" ", reader)
      case "line-break": addText("\n", reader)
      default: break
      }
    }

    private func addText(_ text: String, _ reader: XMLReader) {
      guard isInCell else { return }
      let wanted = reader.wantsText
      reader.wantsText = true
      reader.add(text)
      reader.wantsText = wanted
    }

    func close(_ name: String, _ reader: XMLReader) throws(FormatError) {
      if note > 0 { note -= 1; return }
      switch name {
      case "p": reader.wantsText = false
      case "table-cell", "covered-table-cell":
        isInCell = false
        try put(reader.takeText())
      case "table-row": try endRow()
      case "table":
        if var filled = try sheet?.filled(merged, numbers) {
          filled.note = hidden.note(filled)
          sheets.append(filled)
        }
        sheet = nil
      default: break
      }
    }

    private static func isHidden(_ attributes: XMLAttributes) -> Bool {
      ["collapse", "filter"].contains(attributes["visibility"] ?? "")
    }

    private static func times(_ text: String?) -> Int {
      max(1, min(text.flatMap { Int($0) } ?? 1, 1 << 21))
    }

    private func put(_ shown: [UInt8]) throws(FormatError) {
      guard sheet != nil else { return }
      var (bytes, kind) = (shown, CellKind.text)
      switch type {
      case "float", "currency", "percentage":
        kind = .number
        if let value {
          let exact = shortest(Array(value.utf8))
          // Zeros that the format puts before a number are part of it.
          let isPadded =
            shown.count > exact.count && shown.first == 0x30
            && wholeNumber(shown).map { Array(String($0).utf8) == exact } == true
          (bytes, kind) = isPadded ? (shown, .text) : (exact, .number)
        }
      case "date":
        kind = .day
        if let value {
          let day = value.split(separator: "T")
          let isMidnight = day.count < 2 || day[1].hasPrefix("00:00:00")
          bytes = Array((isMidnight ? String(day.first ?? "") : day.joined(separator: " ")).utf8)
        }
      case "boolean":
        kind = .truth
        bytes = Array((value == "true" ? "yes" : "no").utf8)
      default: break
      }
      // Empty cells to the end of the sheet are only as many as are needed.
      if bytes.isEmpty {
        skipped += cellRepeats
        return
      }
      guard bytes.count <= FormatLimits.cell else {
        throw FormatError("has a text of more than \(FormatLimits.cell) bytes in one cell.")
      }
      let text = try sheet?.store(bytes) ?? 0
      var column = (sheet?.nextColumn ?? 0) + skipped
      skipped = 0
      if rowsSpanned > 1, merged.count < FormatLimits.rows {
        merged.append(MergedCells(column: column, rows: number...number + rowsSpanned - 1))
      }
      for _ in 0..<cellRepeats {
        try sheet?.put(text, kind, at: column)
        column += 1
      }
    }
    private var skipped = 0

    private func endRow() throws(FormatError) {
      skipped = 0
      guard let before = sheet?.rowCount else { return }
      sheet?.endRow()
      guard let count = sheet?.rowCount, count > before else { return }
      guard count <= FormatLimits.rows else {
        throw FormatError("has more than \(FormatLimits.rows) rows. Keep only the rows you need.")
      }
      for _ in 1..<max(1, rowRepeats) { try sheet?.repeatRow() }
      if isHiddenRow { hidden.add(rows: rowRepeats) }
      numbers += number..<number + rowRepeats
    }
  }
}
