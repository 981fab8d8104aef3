/// A text as a CSV cell: visible, quoted where it must be, with an apostrophe before what a spreadsheet might run.
///
/// A spreadsheet may run a cell that begins, after spaces or quotes, with `= + - @`, their full-width or small forms, a tab, a
/// carriage return or a NUL (OWASP, *CSV Injection*).
/// - Parameter delimiter: what parts the cells besides commas and semicolons.
public func csvCell(_ text: String, delimiter: Unicode.Scalar = ",") -> String {
  if isHarmless(text) { return text }
  let opening = text.unicodeScalars.drop {
    $0.properties.isWhitespace || $0 == "\"" || $0 == "'" || UnseenScan.isUnseen($0)
  }
  let begins = text.unicodeScalars.first.map(riskyOpenings.contains) ?? false
  let isRisky = begins || opening.first.map(riskyOpenings.contains) ?? false
  let guarded = (isRisky ? "'" : "") + visibleLines(text)
  let mustQuote =
    guarded.unicodeScalars.contains {
      ["\"", ",", "\n", "\r", ";", "\t", delimiter].contains($0)
    } || guarded.hasPrefix(" ") || guarded.hasSuffix(" ")
  return mustQuote ? "\"" + guarded.replacing("\"", with: "\"\"") + "\"" : guarded
}

/// What a spreadsheet may take for the beginning of a formula.
private let riskyOpenings: Set<Unicode.Scalar> = [
  "=", "+", "-", "@", "\t", "\r", "\0", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  "\u{FE66}", "\u{FE62}", "\u{FE63}", "\u{FE6B}", "\u{2212}",
]

/// Whether a text has letters, digits and `. : /` alone and begins with a letter or digit, as most codes and words do.
private func isHarmless(_ text: String) -> Bool {
  var isFirst = true
  for byte in text.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: break
    case 0x2E, 0x2F, 0x3A: if isFirst { return false }
    default: return false
    }
    isFirst = false
  }
  return true
}
