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

/// A text as a CSV cell: quoted where it must be, with an apostrophe before what a spreadsheet might run.
///
/// A spreadsheet may run a cell that begins, after spaces or quotes, with `= + - @`, their full-width forms, a tab, a
/// carriage return or a NUL (OWASP, *CSV Injection*).
public func csvCell(_ text: String) -> String {
  let risky: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\0", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]
  let opening = text.unicodeScalars.drop { $0 == " " || $0 == "\"" || $0 == "'" || $0 == "\u{A0}" }
  let begins = text.unicodeScalars.first.map(risky.contains) ?? false
  let guarded = begins || opening.first.map(risky.contains) ?? false ? "'" + text : text
  let mustQuote =
    guarded.unicodeScalars.contains { ["\"", ",", "\n", "\r", ";", "\t"].contains($0) }
    || guarded.hasPrefix(" ") || guarded.hasSuffix(" ")
  return mustQuote ? "\"" + guarded.replacing("\"", with: "\"\"") + "\"" : guarded
}
