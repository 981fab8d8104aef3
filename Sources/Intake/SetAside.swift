import Networks

/// The rows of a file that were not used.
public struct SetAsideFile: Sendable {
  /// The name of the file they come from, without its folder.
  public let file: String
  /// One line a row: its number, the reason, and its cells, as text in which nothing acts; the header first.
  public let bytes: [UInt8]
  /// Rows that are not written, because they tell of somebody who may not be mentioned or are confidential.
  public let withheld: Int
}

/// Collects the rows that a ledger says were set aside, from the files they stand in.
///
/// Each row is asked once more whether it may be told of. Cells are written as Weft writes every CSV file: characters that act or hide are
/// written out, and an apostrophe stands before what a spreadsheet would run.
/// - Throws: `IntakeError` when a file has gone, has changed or cannot be read.
public func setAsideRows(
  _ ledger: Ledger, folder: String, options: IntakeOptions
) throws(IntakeError) -> [SetAsideFile] {
  try setAsideRows(ledger, InputFolder(path: folder), options: options)
}

public func setAsideRows(
  _ ledger: Ledger, _ input: InputFolder, options: IntakeOptions
) throws(IntakeError) -> [SetAsideFile] {
  let workspace = try Workspace(input, options: options)
  let sources = try SourceFiles(workspace, options)
  let withheld = try Withheld(
    sources.people, options, beside: [sources[.schools], sources[.partners]].compactMap { $0 })
  var files: [SetAsideFile] = []
  for account in ledger.accounts where !account.setAside.isEmpty {
    let source = try workspace.source(account.table, options)
    guard source.stamp == account.stamp else { throw FileBytes.changed(source.path) }
    files.append(try source.setAside(account, withheld, options))
  }
  return files
}

extension SourceFile {
  fileprivate func setAside(
    _ account: Ledger.Account, _ withheld: Withheld, _ options: IntakeOptions
  ) throws(IntakeError) -> SetAsideFile {
    let header = try findHeader(named: options.columns[table] ?? [:]).header
    let parting = Unicode.Scalar(delimiter)
    var text = ""
    func write(_ cells: [String]) {
      let safe = cells.map { cell in
        Values.number(Array(cell.utf8).span) == nil ? csvCell(cell, delimiter: parting) : cell
      }
      text += safe.joined(separator: String(parting)) + "\n"
    }
    write(["row", "reason"] + header.headings.map { withheld.told($0) })
    var written = 0
    for row in account.setAside.sorted(by: { $0.row < $1.row }) where !row.isPrivate {
      let position = RowPosition(row: row.row, offset: row.offset, length: row.length)
      let (cells, isRegular) = try cells(of: position, width: header.headings.count)
      guard withheld.standing(ofRow: cells, header, table, isRegular: isRegular) == .open else {
        continue
      }
      write(["\(row.row)", row.code.rawValue] + cells)
      written += 1
    }
    return SetAsideFile(
      file: account.file, bytes: Array(text.utf8), withheld: account.setAside.count - written)
  }
}
