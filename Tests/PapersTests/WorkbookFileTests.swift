import Documents
import Foundation
import Networks
import Papers
import Testing

@testable import Formats

@Suite struct WorkbookFileTests {
  private func book(_ names: [String] = ["Oak"]) throws -> Book {
    let table = Table(
      [.text("school"), .number("people"), .number("out", "lead out"), .number("z"), .text("why")],
      rows: names.map {
        [.text($0), .count(1200), .share(0.25), .number(-1.5, places: 2), .text("")]
      } + [
        [.text("small"), .suppressed, .suppressed, .empty, .empty],
        [.text("new"), .count(3), .undefined("no contacts"), .empty, .empty],
      ])
    return Book(
      names[0], sheets: [.init(names[0], "each school", table), .init(names[0], "again", table)],
      figures: [try picture()], notes: names, marking: "Part B, confidential",
      day: Day(year: 2026, month: 11, day: 12))
  }

  private func sheets(_ book: Book) throws -> [Sheet] {
    try XLSXFile.sheets(ZipArchive(WorkbookFile.bytes(of: book)))
  }

  @Test func cellsAreTyped() throws {
    let sheets = try sheets(try book())
    #expect(sheets.map(\.name) == ["Oak", "Oak 2", "figures", "notes"])
    let first = try #require(sheets.first)
    #expect(first.texts(0) == ["school", "people", "lead out", "z", "why", "status"])
    #expect(first.kind(1, 0) == .text && first.kind(1, 1) == .number)
    #expect(first.text(1, 1) == "1200" && first.text(1, 2) == "0.25" && first.text(1, 3) == "-1.5")
    // What is not shown is empty, and the last column says why.
    #expect(first.text(2, 1) == "" && first.text(2, 5) == "not shown: few people are behind it")
    #expect(first.text(3, 5) == "no contacts" && first.text(1, 5) == "")
  }

  @Test func textStaysText() throws {
    let bytes = try WorkbookFile.bytes(of: book(hostileNames))
    let archive = try ZipArchive(bytes)
    for name in archive.names where name.hasPrefix("xl/worksheets/sheet") {
      let text = String(decoding: try archive.bytes(name, atMost: 1 << 20) ?? [], as: UTF8.self)
      #expect(!text.contains("<f>") && !text.contains("hyperlink"), "\(name)")
      #expect(!text.contains("\u{202E}"))
    }
    let sheets = try XLSXFile.sheets(archive)
    let first = try #require(sheets.first)
    #expect(first.text(1, 0) == "=1+1" && first.kind(1, 0) == .text)
    #expect(first.text(2, 0) == "<b>bold</b>" && first.text(3, 0) == "]]> & \"quoted\"")
    #expect(first.text(6, 0).count == 200)
  }

  @Test func sheetsAreDressed() throws {
    let archive = try ZipArchive(WorkbookFile.bytes(of: book()))
    func text(_ name: String) throws -> String {
      String(decoding: try archive.bytes(name, atMost: 1 << 20) ?? [], as: UTF8.self)
    }
    let sheet = try text("xl/worksheets/sheet1.xml")
    for part in [
      "state=\"frozen\"", "<autoFilter ref=\"A1:F4\"/>", "paperSize=\"9\"", "fitToHeight=\"0\"",
      "&amp;RPart B, confidential",
    ] { #expect(sheet.contains(part), "\(part)") }
    #expect(try text("xl/workbook.xml").contains("Print_Area"))
    #expect(try text("xl/workbook.xml").contains("Print_Titles"))
    #expect(try text("xl/drawings/drawing1.xml").contains("descr=\"One school keeps to itself.\""))
    for number in 1...4 {
      #expect(try text("xl/worksheets/sheet\(number).xml").contains("Part B, confidential"))
    }
    #expect(try text("docProps/core.xml").contains("2026-11-12T00:00:00Z"))
  }

  @Test func theSameBookGivesTheSameBytes() throws {
    let book = try book()
    let first = try WorkbookFile.bytes(of: book)
    // The clock of a zip file ticks every two seconds.
    Thread.sleep(forTimeInterval: 2.1)
    #expect(try WorkbookFile.bytes(of: book) == first)
  }
}
