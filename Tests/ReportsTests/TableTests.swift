import Networks
import Reports
import Testing

@Suite struct TableTests {
  private let table = Table(
    [.text("name", "school"), .number("value")],
    rows: [
      [.text("Oak"), .number(0.125, places: 2)], [.text("Élodie's"), .count(1234)],
      [.text("x"), .suppressed], [.text("y"), .undefined("no ties")], [.text("z"), .empty],
    ])

  @Test func alignedText() {
    #expect(
      table.alignedText == """
        school          value
        Oak              0.13
        Élodie's        1,234
        x                   c
        y         - (no ties)
        z

        """)
  }

  @Test func csv() {
    #expect(
      table.csv
        == "name,value\r\nOak,0.125\r\nÉlodie's,1234\r\nx,c\r\ny,\r\nz,\r\n")
    #expect(csvCell("a,b") == "\"a,b\"" && csvCell("a\"b") == "\"a\"\"b\"")
    #expect(csvCell("a\nb") == "\"a\nb\"" && csvCell("plain") == "plain")
  }

  @Test func tabs() { #expect(table.tabbedText.hasPrefix("Oak\t0.125\n")) }

  @Test func json() {
    #expect(table.jsonRows.json.contains("\"name\" : \"Oak\""))
    #expect(table.jsonRows.json.contains("\"value\" : \"c\""))
  }

  /// Area 8: what a spreadsheet might run, after quotes and spaces too, and in full-width forms.
  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\0=1", "＝1+1", "＋1", "－1", "＠x", " =1",
    "\"=1", "'=1", "  +cmd", "\u{A0}=1",
  ])
  func formulasAreDefused(text: String) {
    let cell = csvCell(text)
    let inside = cell.hasPrefix("\"") ? cell.dropFirst() : cell[...]
    #expect(inside.hasPrefix("'"), "\(text) became \(cell)")
  }

  @Test func numbersInFull() {
    #expect(exact(0.5) == "0.5" && exact(3) == "3" && exact(-0.0) == "0")
    #expect(exact(1e-7) == "0.0000001" && exact(2.5e-9) == "0.0000000025")
    #expect(exact(.nan) == "")
  }
}
