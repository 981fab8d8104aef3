import Networks

/// Rows that tell of the report and hold no data: "Printed on 12/03/2026", "Page 1 of 3", "Total staff".
enum Footer {
  /// Whether a text begins as lines under a table do.
  static func begins(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 3, initials[Int(bytes[0])] else { return false }
    let head = String(decoding: (0..<min(bytes.count, 40)).map { bytes[$0] }, as: UTF8.self)
      .lowercased()
    if head.hasPrefix("page "), let next = head.dropFirst(5).utf8.first {
      return Values.isDigit(next)
    }
    if openings.contains(where: head.hasPrefix) { return true }
    // "18 records", "Rows: 18".
    let words = head.split(separator: " ")
    return words.count == 2 && words[0].utf8.allSatisfy(Values.isDigit)
      && ["records", "rows", "entries", "results", "responses", "staff", "employees"].contains(
        words[1])
  }

  /// Whether a text begins as a row of totals does: "Total staff", "Total: 18".
  static func beginsTotal(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 5, [0x74, 0x67, 0x73].contains(bytes[0] | 0x20) else { return false }
    let head = String(decoding: (0..<min(bytes.count, 40)).map { bytes[$0] }, as: UTF8.self)
      .lowercased()
    return ["total ", "total:", "totals ", "grand total", "subtotal", "sub-total", "sub total"]
      .contains {
        head.hasPrefix($0)
      }
  }

  private static let openings = [
    "printed ", "printed:", "generated ", "generated:", "report generated", "report run",
    "report created",
    "report date", "report printed", "report produced", "produced by", "produced on", "exported ",
    "exported:",
    "extracted ", "extract date", "export date", "run on ", "run date", "run by ", "end of report",
    "end of file",
    "end of list", "end of data", "end of table", "source:", "sources:", "applied filter",
    "filters applied",
    "filter:", "filters:", "filtered by", "data as at", "data as of", "data correct",
    "correct as at", "as at ",
    "last updated", "last refreshed", "updated on", "date printed", "date generated",
    "date exported", "date run",
    "number of ", "no. of ", "record count", "row count", "count:", "records:", "rows:", "*** ",
    "***", "---",
    "confidential", "official-sensitive", "official sensitive", "official:", "copyright", "\u{A9}",
    "notes:", "note:",
    "key:", "disclaimer", "created by ", "created on ", "downloaded ", "sims report",
    "arbor report",
  ]

  private static let initials: [Bool] = openings.reduce(into: Array(repeating: false, count: 256)) {
    table, opening in
    for text in [opening, opening.uppercased(), "page", "Page", "0123456789"] {
      for byte in text.utf8.prefix(text.hasPrefix("0") ? 10 : 1) { table[Int(byte)] = true }
    }
  }
}
