/// The rows of a file that were not used, with their bytes as they stand.
public struct SetAsideFile: Sendable {
  /// The name of the file they come from, without its folder.
  public let file: String
  /// One line a row: its number, the reason, and the row's own bytes; the header first.
  public let bytes: [UInt8]
  /// Rows that are not written, because somebody in them asked to be left out.
  public let withheld: Int
}

/// Collects the rows that a ledger says were set aside, from the files they stand in.
///
/// - Throws: `IntakeError` when a file has gone or cannot be read.
public func setAsideRows(
  _ ledger: Ledger, folder: String, options: IntakeOptions
) throws(IntakeError) -> [SetAsideFile] {
  let workspace = try Workspace(folder: folder, options: options)
  var files: [SetAsideFile] = []
  for account in ledger.accounts where !account.setAside.isEmpty {
    guard let path = workspace.paths[account.table] else { continue }
    let source = try SourceFile(table: account.table, path: path, delimiter: options.delimiter)
    let header = try source.headerBytes(named: options.columns[account.table] ?? [:])
    let delimiter = [account.delimiter]
    var bytes = Array("row".utf8) + delimiter + Array("reason".utf8) + delimiter + header + [10]
    for row in account.setAside.sorted(by: { $0.row < $1.row }) where !row.isPrivate {
      bytes += Array("\(row.row)".utf8) + delimiter + Array(row.code.rawValue.utf8) + delimiter
      bytes += try source.bytes(offset: row.offset, length: row.length) + [10]
    }
    files.append(
      SetAsideFile(
        file: account.file, bytes: bytes, withheld: account.setAside.count { $0.isPrivate }))
  }
  return files
}

extension SourceFile {
  /// The bytes of the row that holds the headings.
  fileprivate func headerBytes(named: [String: String]) throws(IntakeError) -> [UInt8] {
    let row = try findHeader(named: named).row
    var reader = rows()
    while try reader.next(), reader.row < row {}
    return try bytes(offset: reader.rowOffset, length: reader.rowLength)
  }
}
