import Foundation
import GraphEngine
import Intake
import Networks
import TestSupport
import Testing

/// A large file read in stretches, beside the same text as UTF-16, which is read from the front in one piece.
@Suite struct StretchesTests {
  /// What one row in so many is, besides plain ties.
  enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case plain, quotedLineEnds, straySemicolonsAndQuotes, madePartners, manyUnknown, carriageReturns
    var testDescription: String { rawValue }
  }

  private func rows(_ kind: Kind) -> String {
    var generator = SeededGenerator(seed: 5)
    let end = kind == .carriageReturns ? "\r\n" : "\n"
    var text = "from,to,kind,strength,started,,note" + end
    for row in 0..<60_000 {
      let (a, b) = (generator.below(900), generator.below(900))
      var cells = [
        "p\(a)", "p\(b)", ["support", "training", "planning"][generator.below(3)],
        "\(1 + generator.below(5))", "2024-0\(1 + generator.below(9))-11", "",
        "plain words of the usual length",
      ]
      switch (kind, generator.below(kind == .manyUnknown ? 20 : 400)) {
      case (.quotedLineEnds, 0...40): cells[6] = "\"first line\nsecond, line\n\"\"third\"\" line\""
      case (.straySemicolonsAndQuotes, 0): cells[6] = "\"unclosed"
      case (.straySemicolonsAndQuotes, 1): cells[6] = "5\" nails"
      case (.madePartners, 0): cells[1] = "partner:Helping \(generator.below(30))"
      case (.manyUnknown, 0): cells[1] = "q\(generator.below(3_000))"
      case (_, 2): cells[3] = "much"
      case (_, 3): cells[4] = "2024-02-31"
      case (_, 4): cells[5] = "stray"
      case (_, 5): cells = ["", "", "", "", "", "", ""]
      case (_, 6): cells[0] = "p\(b)"
      default: break
      }
      text += cells.joined(separator: ",") + (row == 30_000 ? "\n" : end)
    }
    return text
  }

  @Test(arguments: Kind.allCases) func likeReadingFromTheFront(_ kind: Kind) throws {
    let people = "id,name\n" + (0..<900).map { "p\($0),Person \($0)\n" }.joined()
    let text = rows(kind)
    let folders = [Workdir(["people.csv": people]), Workdir(["people.csv": people])]
    folders[0].write("collaborations.csv", Array(text.utf8))
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    folders[1].write("collaborations.csv", [0xFF, 0xFE] + wide)
    #expect(text.utf8.count > 3 << 20)
    var options = IntakeOptions()
    options.title = "Trust"
    let read = try folders.map { try readNetwork(folder: $0.path, options: options) }
    let (one, other) = (read[0], read[1])
    let (ties, twins) = (one.network.ties, other.network.ties)
    #expect(ties.count > 20_000 && ties.from == twins.from && ties.to == twins.to)
    #expect(ties.strength == twins.strength && ties.started == twins.started)
    #expect(ties.attributes == twins.attributes)
    #expect(one.network.partners == other.network.partners)
    #expect(one.network.newestDay == other.network.newestDay)
    let front = other.ledger.problems.filter { $0.code != .utf16 }
    #expect(one.ledger.problems == front)
    #expect(one.ledger.counts == other.ledger.counts.filter { $0.key != .utf16 })
    for (a, b) in zip(one.ledger.accounts, other.ledger.accounts) {
      #expect(a.balances && (a.read, a.used, a.merged) == (b.read, b.used, b.merged))
      #expect(a.setAside.map(\.row) == b.setAside.map(\.row))
      #expect(a.setAside.map(\.code) == b.setAside.map(\.code))
    }
    // Where a row set aside stands in the file, its bytes are found.
    let bytes = Array(text.utf8)
    let account = try #require(one.ledger.accounts.first { $0.table == .collaborations })
    #expect(account.setAside.count > 50)
    for aside in account.setAside where aside.code == .selfTie {
      let row = String(decoding: bytes[aside.offset..<aside.offset + aside.length], as: UTF8.self)
      let ends = row.split(separator: ",").prefix(2)
      #expect(ends.count == 2 && ends[0] == ends[1], "\(row)")
    }
  }
}
