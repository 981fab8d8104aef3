/// A row or column that adds up others, tells of the printing or holds a place for nobody, by its first words.
enum TotalRow {
  static func isOne(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    guard let first = words.first else { return false }
    if words.count == 1,
      ["count", "headcount", "vacancy", "vacant", "sum", "average", "outdegree", "indegree"]
        .contains(first)
    {
      return true
    }
    if words == ["head", "count"] || words.starts(with: ["printed", "on"])
      || words.starts(with: ["report", "run"])
    {
      return true
    }
    return words.allSatisfy(counting.contains)
      && words.contains { $0.contains("total") || $0 == "number" }
  }

  private static let counting: Set<Substring> = [
    "total", "totals", "subtotal", "subtotals", "grand", "sub", "grandtotal", "present", "absent",
    "staff", "people", "of", "number", "count", "all", "attended", "attendance", "ties",
    "responses", "row", "rows", "column", "columns", "overall", "sum", "given", "received", "in",
    "out",
  ]
}

extension SourceTable {
  /// Whether the first cell of a row that holds something says that it is a total.
  func isTotal(_ row: Int) -> Bool {
    (0..<sheet.width(row)).lazy.map { cell(row, $0) }.first { !$0.isEmpty }.map(TotalRow.isOne)
      ?? false
  }
}
