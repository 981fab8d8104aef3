import Networks

/// The rows of a small CSV file that is no table of a workspace, as texts; the header first.
///
/// - Throws: `IntakeError` when the file is not there or cannot be read.
public func readPlainRows(path: String) throws(IntakeError) -> [[String]] {
  let source = try SourceFile(
    table: .decisions, path: path, bytes: FileBytes(path: path), delimiter: nil)
  var reader = source.rows()
  var rows: [[String]] = []
  while try reader.next(), rows.count < 10_000 {
    let cells = reader.texts.map { CleanText($0).text }
    if cells.contains(where: { !$0.isEmpty }) { rows.append(cells) }
  }
  return rows
}
