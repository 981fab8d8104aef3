/// One table of a copy of a workspace: its line of headings, and its rows as text.
struct TableText {
  let header: Header
  let delimiter: UInt8
  /// The line of headings; the table begins under it.
  private let headingRow: Int
  private let source: SourceFile

  init(_ table: WorkspaceCopy.Table, _ options: IntakeOptions) throws(IntakeError) {
    source = try SourceFile(
      table: table.kind, path: table.name, bytes: FileBytes(table.bytes),
      delimiter: options.delimiter)
    delimiter = source.delimiter
    (header, headingRow, _) = try source.findHeader(named: options.columns[table.kind] ?? [:])
  }

  /// The columns of the contract, by place.
  var roles: [Int: String] {
    Dictionary(header.columns.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where a row stands.
  enum Part { case above, headings, table }

  /// Goes through the rows of the file from the first.
  func each(
    _ body: (_ part: Part, _ row: Int, _ cells: [String]) throws(IntakeError) -> Void
  ) throws(IntakeError) {
    var reader = source.rows()
    while try reader.next() {
      let part: Part =
        reader.row == headingRow ? .headings : reader.row < headingRow ? .above : .table
      try body(part, reader.row, reader.texts)
    }
  }

  /// The cell of a column of the contract, cleaned; nothing where the row ends before it, or there is no such column.
  func cell(_ role: String, of cells: [String]) -> String {
    header.columns[role].flatMap { $0 < cells.count ? CleanText(cells[$0]).text : nil } ?? ""
  }
}

extension WorkspaceCopy {
  /// The first table of a kind as text; `nil` where there is none.
  func text(of kind: TableKind) throws(IntakeError) -> TableText? {
    guard let table = tables.first(where: { $0.kind == kind }) else { return nil }
    return try TableText(table, options)
  }
}
