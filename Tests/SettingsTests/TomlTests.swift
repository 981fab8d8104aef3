import Testing

@testable import Settings

/// What the reader of TOML makes of what is well written; what is not stands in the cases of area 24.
@Suite struct TomlTests {
  private func value(_ text: String) throws -> Toml.Content? {
    try TomlReader.read(Array("key = \(text)\n".utf8)).entries.first?.value.content
  }

  static let values: [(String, Toml.Content)] = [
    ("\"\"", .text("")), ("\"a # b\"", .text("a # b")),
    (#""\b\t\n\f\r\"\\""#, .text("\u{8}\t\n\u{C}\r\"\\")),
    (#""\u00E9\U0001F600""#, .text("é😀")), ("'C:\\x'", .text("C:\\x")),
    ("\"\"\"\na\n b\"\"\"", .text("a\n b")), ("\"\"\"a\\\n   b\"\"\"", .text("ab")),
    ("\"\"\"\"a\"\"\"\"", .text("\"a\"")), ("'''a\\\nb'''", .text("a\\\nb")),
    ("''''a''''", .text("'a'")), ("\"\"\"a\r\nb\"\"\"", .text("a\nb")),
    ("0", .whole(0)), ("+7", .whole(7)), ("-7", .whole(-7)), ("1_000", .whole(1000)),
    ("0xDEAD_beef", .whole(0xDEAD_BEEF)), ("0o17", .whole(15)), ("0b101", .whole(5)),
    ("9223372036854775807", .whole(.max)), ("-9223372036854775808", .whole(.min)),
    ("9223372036854775808", .number(.infinity)), ("0xFFFFFFFFFFFFFFFFFF", .number(.infinity)),
    ("1.5", .number(1.5)), ("-1.5e-3", .number(-0.0015)), ("1e06", .number(1e6)),
    ("1_0.0_1", .number(10.01)), ("inf", .number(.infinity)), ("-inf", .number(-.infinity)),
    ("true", .truth(true)), ("false", .truth(false)), ("2026-11-01", .day("2026-11-01")),
    ("[]", .list([])), ("[1, 'a',]", .list([.whole(1), .text("a")])),
    ("[ # first\n \"a\"\n , # second\n\"b\"\n]", .list([.text("a"), .text("b")])),
  ]

  @Test(arguments: values) func reads(_ one: (String, Toml.Content)) throws {
    #expect(try value(one.0) == one.1)
  }

  @Test(arguments: [
    "010", "1__0", "_1", "1_", "1.", ".5", "1.e3", "1e", "0x", "0xG", "+0x1", "0b2", "++1", "1e5.0",
    "tru", "True", "yes", "nan5", "2026-1-1", "2026-11-01T07:00:00", "07:00:00", "abc", "",
  ])
  func refuses(_ text: String) {
    #expect(throws: SettingsError.self) { try value(text) }
  }

  @Test func namesAndPlaces() throws {
    let text = """
      # a = 1
      title = "x" # é
      files = {people = 'a', "sch\\u006Fols" = "b"}

      [ columns . people ]
      id = "n"
      'first_name'="f"
      [columns.teams]
      """
    let toml = try TomlReader.read(Array(text.utf8))
    #expect(
      toml.entries.map(\.path) == [
        ["title"], ["files", "people"], ["files", "schools"], ["columns", "people", "id"],
        ["columns", "people", "first_name"],
      ])
    #expect(toml.entries.map(\.place.line) == [2, 3, 3, 6, 7])
    #expect(toml.entries.map(\.place.column) == [1, 10, 24, 1, 1])
    #expect(toml.sections.map(\.path) == [["columns", "people"], ["columns", "teams"]])
    #expect(toml.sections.map(\.place.line) == [5, 8])
    #expect(toml.entries.map(\.value.source) == ["\"x\"", "'a'", "\"b\"", "\"n\"", "\"f\""])
  }

  /// Every beginning of a file that is well written is read or refused, and nothing else.
  @Test func everyBeginning() {
    let text = Array(SettingsPage.template.replacing("# ", with: "").utf8)
    for count in 0...text.count { _ = try? Settings(reading: Array(text[..<count])) }
  }

  /// Changed, doubled and missing bytes do no harm: 20,000 files from one seed.
  @Test func changedBytes() {
    var state: UInt64 = 7
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let marks = Array("\"'[]{}=.,#\n\r\t\\ue09_-+:\u{0}\u{7F}".utf8) + [0xC3, 0xA9, 0xFF]
    let text = Array(
      "title = \"é\"\nboundaries = [\"a\", 'b']\nmin_group = 5\nfiles = {people = \"p\"}\n[columns.people]\nid = '''x'''\n"
        .utf8)
    var read = 0
    for _ in 0..<20_000 {
      var changed = text
      for _ in 0...random(4) {
        let place = random(changed.count)
        switch random(3) {
        case 0: changed[place] = marks[random(marks.count)]
        case 1: changed.insert(marks[random(marks.count)], at: place)
        default: changed.remove(at: place)
        }
      }
      if (try? Settings(reading: changed)) != nil { read += 1 }
    }
    #expect(read > 100 && read < 19_000)
  }
}
