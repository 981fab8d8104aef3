/// Lists with a row for each school or team, whose people stand in one cell.
enum StaffLists {
  private static let headings = [
    "staff", "teachers", "staff members", "members of staff", "staff names", "teaching staff",
    "people", "colleagues", "names", "employees",
  ]

  /// Headings of tables that say what people did, not who belongs where.
  private static let happenings = [
    "event", "meeting", "session", "training", "course", "project", "activity", "visit", "date",
    "topic", "goal", "partner", "title", "idea", "decision",
  ]

  /// The column that says who belongs to the school or team of a row.
  static func column(in table: SourceTable) -> Int? {
    guard table.column(happenings) == nil, let column = table.column(headings) else { return nil }
    let cells = table.rows.prefix(400).map { table.list($0, column) }.filter { !$0.isEmpty }
    return Recogniser.lookLikeNames(cells.flatMap { names($0, isList: true) }) ? column : nil
  }

  /// The people of one row.
  static func names(of row: Int, in column: Int, of table: SourceTable) -> [String] {
    let isList = headings.contains { headingKey($0) == table.keys[column] }
    return names(table.list(row, column), isList: isList)
  }

  /// The people of a cell; a comma parts them only in a list, since "Ball, Amy" is one.
  private static func names(_ cell: String, isList: Bool) -> [String] {
    let areParted = cell.contains { ";|".contains($0) || $0.isNewline }
    guard areParted || isList else { return [cell] }
    let parts = NameList.parts(cell)
    return areParted || parts.allSatisfy({ $0.contains(" ") }) ? parts : [cell]
  }
}
