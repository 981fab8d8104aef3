import Foundation
import TestSupport
import Testing

/// Every row of Docs/Needs.md: its command, run on the sample trust, shows what the row says.
@Suite struct NeedsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let id: String
    let command: String
    let shows: String
    var testDescription: String { id }
  }

  static let rows: [Row] = {
    let page = FileManager.default.contents(atPath: packageFolder + "/Docs/Needs.md") ?? Data()
    return String(decoding: page, as: UTF8.self).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, cells[2].hasPrefix("`weft ") else { return nil }
      return Row(
        id: cells[0], command: String(cells[2].dropFirst(6).dropLast()), shows: cells[3])
    }
  }()

  /// Whether a text says something: where that is a sentence, as a whole one.
  private static func says(_ text: String, _ sentence: String) -> Bool {
    guard sentence.hasSuffix("."), sentence.first?.isUppercase == true else {
      return text.contains(sentence)
    }
    return ("\n" + text).contains("\n" + sentence) || text.contains(". " + sentence)
  }

  @Test func everyNeedHasARow() {
    let counts = Dictionary(grouping: Self.rows) { $0.id.prefix(1) }.mapValues(\.count)
    #expect(counts == ["A": 10, "B": 8, "C": 17, "D": 7, "E": 21])
    #expect(Set(Self.rows.map(\.id)).count == Self.rows.count)
  }

  /// Commands run once however many rows they serve.
  @Test(arguments: Set(rows.map(\.command)).sorted()) func shows(_ command: String) {
    // What stands in quotes is one word.
    var words: [String] = []
    for (place, part) in command.split(separator: "\"").enumerated() {
      words += place % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
    words = words.map { $0 == "FOLDER" ? packageFolder + "/Data/harbour-trust" : $0 }
    let outcome = weft(words)
    #expect(outcome.status == 0, "\(command): \(outcome.err)")
    for row in Self.rows where row.command == command {
      #expect(Self.says(outcome.out, row.shows), "\(row.id): weft \(command)")
    }
  }
}
