import Documents
import Findings
import Networks

/// The words of a board paper: contacts, not ties, and no measure's name.
enum BoardWords {
  private static let plain = [
    "tie": "contact", "ties": "contacts", "tied": "linked", "Tie": "Contact", "Ties": "Contacts",
  ]

  /// A sentence of another section in the words of a board.
  static func plain(_ text: String) -> String {
    var result = ""
    var word = ""
    for character in text {
      if character.isLetter {
        word.append(character)
      } else {
        result += plain[word] ?? word
        word = ""
        result.append(character)
      }
    }
    return result + (plain[word] ?? word)
  }

  /// How sure, as three dots of which some are filled.
  static func dots(_ certainty: Certainty) -> String {
    (0..<3).map { $0 < certainty.dots ? "●" : "○" }.joined()
  }

  /// A range of shares: "0–4%".
  static func span(_ range: ClosedRange<Double>) -> String {
    "\(fixed(range.lowerBound * 100, places: 0))–\(fixed(range.upperBound * 100, places: 0))%"
  }

  /// A number of people, contacts or the like, of which one and two are not told apart.
  static func few(_ count: Int) -> String {
    (1...2).contains(count) ? "1–2" : counted(count)
  }

  /// The same in a cell: a number where it may be told, so that a workbook can count with it.
  static func cell(_ count: Int) -> Table.Cell {
    (1...2).contains(count) ? .text(few(count)) : .count(count)
  }

  /// A table for a workbook: where a paper says that one or two are meant, the cell is empty, and the row says why.
  static func forWorkbook(_ table: Table) -> Table {
    Table(
      table.columns,
      rows: table.rows.map { row in
        zip(table.columns, row).map { column, cell in
          column.isNumeric && cell == .text(few(1))
            ? .undefined("\(column.heading): \(few(1))") : cell
        }
      })
  }

  /// The certainty of what is counted in the files and not set beside chance: likely at most.
  static func certaintyOfCount(_ response: Double?) -> Certainty {
    (response ?? 0) >= 0.5 ? .likely : .hint
  }

  /// A sentence without its full stop.
  static func unended(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  static func words(in text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count
  }

  /// The name of a school as a sentence has it.
  static func name(_ group: String) -> String { Network.inText(group) }
}
