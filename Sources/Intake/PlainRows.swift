import Networks

/// The rows of a small CSV file that is no table of a workspace, as texts; the header first.
///
/// - Throws: `IntakeError` when the file is not there or cannot be read.
public func readPlainRows(
  path: String, atMost limit: Int = 10_000, keepingLines: Bool = false
) throws(IntakeError) -> [[String]] {
  try rows(path, FileBytes(path: path), limit, keepingLines)
}

/// The same of a file that is in memory.
public func readPlainRows(
  name: String, bytes: [UInt8], atMost limit: Int = 10_000, keepingLines: Bool = false
) throws(IntakeError) -> [[String]] {
  try rows(name, FileBytes(bytes), limit, keepingLines)
}

private func rows(
  _ path: String, _ bytes: FileBytes, _ limit: Int, _ keepsLines: Bool
) throws(IntakeError) -> [[String]] {
  let source = try SourceFile(table: .decisions, path: path, bytes: bytes, delimiter: nil)
  var reader = source.rows()
  var rows: [[String]] = []
  while try reader.next(), rows.count < limit {
    let cells = reader.texts.map { constant(keepsLines ? cleanLines($0) : CleanText($0).text) }
    if cells.contains(where: { !$0.isEmpty }) { rows.append(cells) }
  }
  return rows
}

/// A text without the signs by which a spreadsheet was made to keep it as text, as in ="001".
private func constant(_ text: String) -> String {
  guard text.utf8.first == 0x3D else { return text }
  let bytes = Array(text.utf8)
  return Values.guardedText(bytes.span, hasDoubledQuotes: false).map {
    String(decoding: bytes[$0], as: UTF8.self)
  } ?? text
}

/// A text of several lines, each as Weft keeps it.
private func cleanLines(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return CleanText(text).text }
  return text.split(whereSeparator: \.isNewline).map { CleanText(String($0)).text }.filter {
    !$0.isEmpty
  }.joined(separator: "\n")
}

/// The first bytes of a file.
///
/// - Throws: `IntakeError` when it is not there, no plain file, or cannot be read.
public func readBytes(path: String, atMost limit: Int) throws(IntakeError) -> [UInt8] {
  try FileBytes(path: path).bytes(at: 0, count: limit)
}

/// Whether a text is what a spreadsheet shows where a formula gives nothing.
public func isSpreadsheetError(_ text: String) -> Bool {
  text.utf8.first == 0x23 && Values.isExcelError(Array(text.utf8).span)
}

/// Whether a mark of an attendance list says that somebody was there; `nil` where it says neither or may say either.
public func wasThere(_ mark: String) -> Bool? { Answer.attended(mark) }

/// What a heading says a column tells of a person, where that is a special category of personal data; `nil` otherwise.
public func specialCategory(_ heading: String) -> String? {
  SpecialCategory.told(by: heading)
}
