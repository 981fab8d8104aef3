import Networks

extension Table {
  /// The table as CSV (RFC 4180, UTF-8, CRLF) that no spreadsheet takes for formulas.
  public var csv: String {
    let header = columns.map { csvCell($0.name) }.joined(separator: ",")
    let lines = rows.map { row in
      row.map { cell in
        if case .text(let text) = cell { return csvCell(text) }
        return cell.full
      }.joined(separator: ",")
    }
    return ([header] + lines).map { $0 + "\r\n" }.joined()
  }
}
