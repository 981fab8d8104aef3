import Networks

/// Rows and columns that a workbook does not show, and that are read all the same.
struct HiddenCells {
  private var columns: [ClosedRange<Int>] = []
  private var rows = 0

  /// Columns by place, the first being 0.
  mutating func add(columns range: ClosedRange<Int>) {
    if columns.count < 500 { columns.append(range) }
  }

  mutating func add(rows count: Int) { rows += count }

  /// What to say of those of a sheet that hold something; empty where there is none.
  func note(_ sheet: Sheet) -> String {
    guard !columns.isEmpty || rows > 0 else { return "" }
    let sample = 0..<min(2_000, sheet.rowCount)
    let width = sample.map { sheet.width($0) }.max() ?? 0
    let filled = (0..<width).count { column in
      columns.contains { $0.contains(column) }
        && sample.contains { !sheet.text($0, column).isEmpty }
    }
    var parts: [String] = []
    if filled > 0 { parts.append(counted(filled, "column")) }
    if rows > 0 { parts.append(counted(rows, "row")) }
    guard !parts.isEmpty else { return "" }
    return
      "\(listed(parts)) \(filled + rows == 1 ? "is hidden in the workbook and is" : "are hidden in the workbook and are") read like the others. Delete what does not belong"
  }
}
