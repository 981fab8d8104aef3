import Foundation
import TestSupport
import Testing

/// One area of what Weft promises, with the number of its cases: a row of the table in Docs/Reliability.md.
///
/// A case is one input with one outcome that is checked, not one `#expect`.
struct Area {
  let number: Int
  let name: String
  let cases: Int
}

/// Every area that has cases, in order.
let areas: [Area] = [
  Area(number: 1, name: "CSV syntax", cases: Case.all("1 syntax").count),
  Area(number: 2, name: "Encodings", cases: Case.all("2 encodings").count),
  Area(number: 3, name: "Unicode", cases: Case.all("3 unicode").count),
  Area(
    number: 4, name: "Values",
    cases: Case.all("4 values").count + Case.all("7 expertise").count
      + Case.all("8 records").count),
  Area(number: 5, name: "References", cases: Case.all("5 references").count),
  Area(number: 6, name: "Spreadsheet habits", cases: Case.all("6 spreadsheets").count),
  Area(number: 8, name: "Formulas in exports", cases: FormulaCase.cases.count),
  Area(
    number: 9, name: "Markup in pages, pictures and data",
    cases: MarkupCase.cases.count + PictureCase.cases.count),
  Area(number: 10, name: "Terminals and logs", cases: TerminalCase.cases.count),
  Area(
    number: 11, name: "Paths, devices and sizes",
    cases: FileCase.cases.count + MemoryCase.cases.count + PathCase.cases.count),
  Area(number: 12, name: "Search", cases: SearchCase.cases.count),
  Area(number: 16, name: "Crashes and failing disks", cases: CrashArea.count),
  Area(number: 17, name: "Power cuts", cases: PowerArea.count),
  Area(number: 18, name: "Two at once", cases: ConcurrencyArea.count),
  Area(number: 19, name: "Layout worker", cases: Area19Layout.count),
  Area(
    number: 21, name: "Privacy: who is withheld, groups of few, codes",
    cases: WithheldAreas.count + WithheldCase.cases.count),
  Area(number: 22, name: "Clock, locale, environment, streams", cases: EnvironmentAreas.count),
  Area(number: 24, name: "Settings", cases: SettingsAreas.count),
]

@Suite struct AreasTests {
  /// The table of the document, made from the tests.
  static var table: String {
    let rows = areas.map { "| \($0.number) | \($0.name) | \($0.cases) |" }
    let total = "| | all | \(areas.map(\.cases).reduce(0, +)) |"
    return (["| area | what | cases |", "|---|---|---|"] + rows + [total]).joined(separator: "\n")
  }

  @Test func theDocumentCountsTheCases() {
    let page = FileManager.default.contents(atPath: packageFolder + "/Docs/Reliability.md")
    let text = String(decoding: page ?? Data(), as: UTF8.self)
    #expect(text.contains(Self.table), "Docs/Reliability.md should hold:\n\(Self.table)")
  }
}
