import Networks

/// The rows of a small CSV file that is no table of a workspace, as texts; the header first.
///
/// - Throws: `IntakeError` when the file is not there or cannot be read.
public func readPlainRows(path: String, atMost limit: Int = 10_000) throws(IntakeError)
  -> [[String]]
{
  try rows(path, FileBytes(path: path), limit)
}

/// The same of a file that is in memory.
public func readPlainRows(
  name: String, bytes: [UInt8], atMost limit: Int = 10_000
) throws(IntakeError) -> [[String]] {
  try rows(name, FileBytes(bytes), limit)
}

private func rows(
  _ path: String, _ bytes: FileBytes, _ limit: Int
) throws(IntakeError) -> [[String]] {
  let source = try SourceFile(table: .decisions, path: path, bytes: bytes, delimiter: nil)
  var reader = source.rows()
  var rows: [[String]] = []
  while try reader.next(), rows.count < limit {
    let cells = reader.texts.map { CleanText($0).text }
    if cells.contains(where: { !$0.isEmpty }) { rows.append(cells) }
  }
  return rows
}

/// The first bytes of a file.
///
/// - Throws: `IntakeError` when it is not there, no plain file, or cannot be read.
public func readBytes(path: String, atMost limit: Int) throws(IntakeError) -> [UInt8] {
  try FileBytes(path: path).bytes(at: 0, count: limit)
}

/// What a heading says a column tells of a person, where that is a special category of personal data; `nil` otherwise.
public func specialCategory(_ heading: String) -> String? {
  SpecialCategory.told(by: heading)
}
