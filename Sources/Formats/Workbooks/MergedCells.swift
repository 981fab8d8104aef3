/// Cells of one column that are merged from a row down to another, rows counted as the workbook does.
struct MergedCells {
  let column: Int
  let rows: ClosedRange<Int>

  init(column: Int, rows: ClosedRange<Int>) { (self.column, self.rows) = (column, rows) }

  /// - Parameter reference: such as A2:A19; `nil` where the cells are of several columns or of one row.
  init?(_ reference: String) {
    let ends = reference.split(separator: ":").map(String.init)
    guard ends.count == 2, let column = XLSXFile.column(ends[0]),
      XLSXFile.column(ends[1]) == column,
      let first = Int(ends[0].drop { !$0.isNumber }),
      let last = Int(ends[1].drop { !$0.isNumber }), first < last
    else { return nil }
    self.init(column: column, rows: first...last)
  }
}

extension Sheet {
  /// The sheet with the text of merged cells in each of their rows, but for those of the headings and above.
  ///
  /// - Parameter numbers: the number that each row has in the workbook.
  func filled(_ merged: [MergedCells], _ numbers: [Int]) throws(FormatError) -> Sheet {
    guard !merged.isEmpty else { return self }
    let rowOf = Dictionary(
      numbers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let heading = SourceTable.headerRow(self)
    // By row and column, the row whose text it is.
    var fills: [Int: [Int: Int]] = [:]
    var count = 0
    for cells in merged {
      guard let first = rowOf[cells.rows.lowerBound], first > heading,
        !text(first, cells.column).isEmpty
      else { continue }
      var row = first + 1
      while row < numbers.count, cells.rows.contains(numbers[row]) {
        fills[row, default: [:]][cells.column] = first
        row += 1
        count += 1
        guard count <= FormatLimits.cells else {
          throw FormatError("merges more cells than Weft reads. Keep only the rows you need.")
        }
      }
    }
    guard !fills.isEmpty else { return self }
    var sheet = emptied
    for row in 0..<rowCount {
      let own = fills[row] ?? [:]
      for column in 0..<max(width(row), (own.keys.max() ?? -1) + 1) {
        let source = text(row, column).isEmpty ? own[column] ?? row : row
        let number = textNumber(source, column)
        if number >= 0 { try sheet.put(number, kind(source, column), at: column) }
      }
      sheet.endRow()
    }
    return sheet
  }
}
