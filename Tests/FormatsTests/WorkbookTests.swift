import TestSupport
import Testing

@testable import Formats

/// Workbooks: cells as typed, limits, and what is refused.
@Suite struct WorkbookTests {
  private static let book =
    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Form1\" r:id=\"r1\"/></sheets></workbook>"
  private static let links =
    "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/s.xml\"/></Relationships>"

  /// A workbook with one sheet, written by hand.
  private func bytes(
    _ rows: String, strings: String? = nil, styles: String? = nil
  ) throws -> [UInt8] {
    var files = [
      ("xl/workbook.xml", Self.book), ("xl/_rels/workbook.xml.rels", Self.links),
      ("xl/worksheets/s.xml", "<w><sheetData>\(rows)</sheetData></w>"),
    ]
    if let strings { files.append(("xl/sharedStrings.xml", strings)) }
    if let styles { files.append(("xl/styles.xml", styles)) }
    return try zipped(files.map { ($0.0, Array($0.1.utf8)) })
  }

  private func sheet(_ bytes: [UInt8]) throws -> Sheet {
    try #require(try XLSXFile.sheets(ZipArchive(bytes)).first)
  }

  /// The text of cells merged downwards stands in each of their rows, but not below the headings.
  @Test func mergedCellsHoldInEveryRow() throws {
    let rows = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>School</t></is></c><c r="B1" t="inlineStr"><is><t>Name</t></is></c></row>
      <row r="3"><c r="A3" t="inlineStr"><is><t>Oak</t></is></c><c r="B3" t="inlineStr"><is><t>Ann</t></is></c></row>
      <row r="4"><c r="B4" t="inlineStr"><is><t>Bo</t></is></c></row>
      <row r="5"><c r="B5" t="inlineStr"><is><t>Cy</t></is></c></row>
      """
    let merges =
      "</sheetData><mergeCells><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"A9:A4\"/></mergeCells><sheetData>"
    let sheet = try sheet(bytes(rows + merges))
    #expect(
      (0..<sheet.rowCount).map { sheet.texts($0) } == [
        ["School", "Name"], ["Oak", "Ann"], ["Oak", "Bo"], ["", "Cy"],
      ])
  }

  /// A sheet that the workbook hides is named and not read.
  @Test func aHiddenSheetIsNotUsed() throws {
    func cell(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
    let rows =
      "<row>\(cell("from"))\(cell("to"))</row><row>\(cell("Ann Ball"))\(cell("Bo Cole"))</row>"
    let book = Self.book.replacing(
      "/></sheets>", with: "/><sheet name=\"Old\" state=\"hidden\" r:id=\"r1\"/></sheets>")
    let workbook = try zipped(
      [
        ("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", Self.links),
        ("xl/worksheets/s.xml", "<w><sheetData>\(rows)</sheetData></w>"),
      ].map { ($0.0, Array($0.1.utf8)) })
    var importer = Importer(
      try ImportFile.tables(name: "b.xlsx", bytes: workbook), register: nil,
      earlier: try ImportMapping(reading: ""))
    let imported = try importer.run()
    #expect(imported.tieCount == 1)
    #expect(
      imported.remarks.contains { $0.hasPrefix("b.xlsx, Old is not used: the sheet is hidden") })
  }

  @Test func cellsComeAsTyped() throws {
    let styles = """
      <styleSheet><numFmts><numFmt numFmtId="170" formatCode="0000"/><numFmt numFmtId="171" formatCode="[$-809]dd\\ mmmm\\ yyyy"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="171"/><xf numFmtId="22"/></cellXfs></styleSheet>
      """
    let sheet = try sheet(
      bytes(
        """
        <row><c r="A1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>b &amp; c</t></is></c></row>
        <row><c><v>0.10000000000000001</v></c><c><v>1E+05</v></c><c s="1"><v>12</v></c><c t="b"><v>1</v></c></row>
        <row><c s="2"><v>45964</v></c><c s="3"><v>45964</v></c><c s="4"><v>45964.375</v></c><c t="e"><v>#REF!</v></c></row>
        """,
        strings:
          "<sst><si><t>no</t></si><si><r><t>a </t></r><r><t>one</t></r><rPh><t>x</t></rPh></si></sst>",
        styles: styles))
    #expect(sheet.rowCount == 3)
    #expect(sheet.texts(0) == ["a one", "", "b & c"])
    #expect(sheet.texts(1) == ["0.1", "100000", "0012", "yes"])
    #expect(sheet.texts(2) == ["2025-11-03", "2025-11-03", "2025-11-03 09:00:00", "#REF!"])
    #expect(sheet.kind(2, 3) == .error && sheet.kind(1, 2) == .text && sheet.kind(0, 1) == .empty)
  }

  @Test(arguments: [
    ("<row><c t=\"s\"><v>5</v></c></row>", "names a text that is not there"),
    ("<row><c><v>5", "not well-formed XML"),
    (
      "<row><c t=\"inlineStr\"><is><t>" + String(repeating: "y", count: 40_000)
        + "</t></is></c></row>", "32000 bytes in one cell"
    ),
    (String(repeating: "<a>", count: 70), "64 deep"),
    (String(repeating: "<row><c><v>1</v></c></row>", count: 500_001), "500000 rows"),
  ]) func refuses(_ one: (rows: String, says: String)) throws {
    let packed = try bytes(one.rows)
    #expect {
      _ = try sheet(packed)
    } throws: {
      ($0 as? FormatError)?.description.contains(one.says) == true
    }
  }

  @Test func aTextThatStandsInEveryCellIsRefused() throws {
    let rows = String(
      repeating: "<row>" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100) + "</row>",
      count: 60)
    let packed = try bytes(
      rows, strings: "<sst><si><t>\(String(repeating: "x", count: 32_000))</t></si></sst>")
    #expect(throws: FormatError.self) { try sheet(packed) }
  }

  @Test func aDocumentTypeIsRefused() throws {
    let lol = "<!DOCTYPE w [<!ENTITY a \"aaa\"><!ENTITY b \"&a;&a;\">]><graphml>&b;</graphml>"
    #expect {
      _ = try GraphMLFile.sheets(Array(lol.utf8))
    } throws: {
      ($0 as? FormatError)?.description.contains("DOCTYPE") == true
    }
  }

  @Test func whatUnpacksToTooMuchIsRefused() throws {
    let packed = try zipped([("xl/workbook.xml", [UInt8](repeating: 0x20, count: 101_000_000))])
    #expect(packed.count < 200_000)
    #expect {
      _ = try ZipArchive(packed)
    } throws: {
      ($0 as? FormatError)?.description.contains("more than 100 MB") == true
    }
  }

  @Test func openDocumentRowsAndCellsRepeat() throws {
    let content = """
      <office:d xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table table:name="Ties">
      <table:table-row><table:table-cell><text:p>from</text:p></table:table-cell><table:table-cell/><table:table-cell><text:p>to</text:p><office:annotation><text:p>a note</text:p></office:annotation></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="12"><text:p>0012</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="date" office:date-value="2026-03-11T00:00:00"><text:p>11/03/26</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
      </table:table></office:d>
      """
    let sheets = try ODSFile.sheets(ZipArchive(zipped([("content.xml", Array(content.utf8))])))
    let sheet = try #require(sheets.first)
    #expect(sheet.name == "Ties" && sheet.rowCount == 3)
    #expect(sheet.texts(0) == ["from", "", "to"])
    #expect(sheet.texts(2) == ["0012", "2026-03-11", "2026-03-11"])
  }

  /// The same of OpenDocument: rows and columns out of sight are told, and a sheet out of sight is known as such.
  @Test func whatOpenDocumentHidesIsTold() throws {
    func row(_ cells: [String], _ more: String = "") -> String {
      "<t:table-row\(more)>\(cells.map { "<t:table-cell><x:p>\($0)</x:p></t:table-cell>" }.joined())</t:table-row>"
    }
    let content = """
      <o:d xmlns:o="o" xmlns:t="t" xmlns:x="x" xmlns:s="s"><s:style s:name="ta1"><s:table-properties t:display="true"/></s:style><s:style s:name="ta2"><s:table-properties t:display="false"/></s:style>
      <t:table t:name="Staff" t:style-name="ta1"><t:table-column/><t:table-column t:visibility="collapse" t:number-columns-repeated="2"/><t:table-column t:visibility="collapse" t:number-columns-repeated="1021"/>
      \(row(["Name", "School", "Team"]))\(row(["Ann Ball", "Ashby", "Maths"], " t:visibility=\"filter\""))\(row(["Bo Cole", "Birch", "Maths"]))</t:table>
      <t:table t:name="Old" t:style-name="ta2">\(row(["Name"]))\(row(["Cy Dunn"]))</t:table></o:d>
      """
    let sheets = try ODSFile.sheets(ZipArchive(zipped([("content.xml", Array(content.utf8))])))
    #expect(sheets.map(\.isHidden) == [false, true])
    #expect(sheets[0].rowCount == 3 && sheets[1].note.isEmpty)
    #expect(
      sheets[0].note
        == "2 columns and 1 row are hidden in the workbook and are read like the others. Delete what does not belong"
    )
  }

  @Test func whatIsWrittenReadsBack() throws {
    let cells: [OutSheet.Cell] = [.text("=1+1 <&\"é"), .number(0.25), .empty, .text("007")]
    let packed = try workbook([
      OutSheet(
        name: "a/b", headings: ["x", "y", "z", "w"], rows: [cells], choices: [0: ["one", "two"]]),
      OutSheet(name: "a?b", headings: ["x"], rows: []),
    ])
    #expect(
      try packed
        == workbook([
          OutSheet(
            name: "a/b", headings: ["x", "y", "z", "w"], rows: [cells],
            choices: [0: ["one", "two"]]),
          OutSheet(name: "a?b", headings: ["x"], rows: []),
        ]))
    let sheets = try XLSXFile.sheets(ZipArchive(packed))
    #expect(sheets.map(\.name) == ["ab", "ab 2"])
    #expect(sheets[0].texts(1) == ["=1+1 <&\"é", "0.25", "", "007"])
    #expect(sheets[0].kind(1, 1) == .number && sheets[0].kind(1, 0) == .text)
  }

  /// What a workbook does not show is read and told; a formula that nothing worked out is an error and no empty cell.
  @Test func whatIsHiddenIsTold() throws {
    func cell(_ at: String, _ text: String) -> String {
      "<c r=\"\(at)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    let rows =
      "</sheetData><cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"9\" max=\"16384\" hidden=\"1\"/></cols><sheetData><row r=\"1\">\(cell("A1", "Name"))\(cell("B1", "School"))</row><row r=\"2\" hidden=\"1\">\(cell("A2", "Ann Ball"))<c r=\"B2\"><f>C1</f></c></row><row r=\"3\">\(cell("A3", "Bo Cole"))<c r=\"B3\" t=\"str\"><f>C1</f><v></v></c></row>"
    let sheet = try sheet(bytes(rows))
    #expect(sheet.rowCount == 3 && sheet.kind(1, 1) == .error && sheet.kind(2, 1) == .empty)
    #expect(
      sheet.note
        == "1 column and 1 row are hidden in the workbook and are read like the others. Delete what does not belong"
    )
  }
}
