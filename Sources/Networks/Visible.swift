/// A value as messages show it: in quotes, at most 40 characters, nothing that could steer a terminal.
public func shown(_ value: String) -> String {
  // Long enough for 40 characters of any script, short enough for any value.
  let beginning = visible(String(value.unicodeScalars.prefix(1_000)))
  let short = beginning.count > 40 ? beginning.prefix(39) + "…" : beginning[...]
  return "\"" + short + "\""
}

/// Text in which nothing acts and nothing hides: the one form in which anything from a file is shown.
///
/// Control, bidirectional, invisible, private and unassigned characters are written out, such as \u{1B}; of many marks on one letter the
/// first few are kept. The joiners and selectors within an emoji stay.
public func visible(_ text: String) -> String {
  visible(text, keeping: ["\n": "\\n", "\t": "\\t"])
}

/// The same for text of several lines and cells: line ends (LF and CRLF) and tabs stay.
public func visibleLines(_ text: String) -> String {
  visible(text, keeping: ["\n": "\n", "\t": "\t"])
}

private func visible(_ text: String, keeping layout: [Unicode.Scalar: String]) -> String {
  let keepsLines = layout["\n"] == "\n"
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A && keepsLines }) {
    return text
  }
  var result = ""
  var scan = UnseenScan()
  // A carriage return that waits for its line feed; alone it would write over the line.
  var hasReturn = false
  for scalar in text.unicodeScalars {
    if hasReturn { result += scalar == "\n" ? "\r" : written("\r") }
    hasReturn = keepsLines && scalar == "\r"
    switch scan.next(scalar) {
    case .plain: result.unicodeScalars.append(scalar)
    case .unseen: if !hasReturn { result += layout[scalar] ?? written(scalar) }
    case .marksTooMany: if scan.marks == UnseenScan.marksAtMost + 1 { result += "…" }
    }
  }
  return result + (hasReturn ? written("\r") : "")
}

private func written(_ scalar: Unicode.Scalar) -> String {
  "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
}

/// Tells, character by character, what of a text would not be seen as it stands.
public struct UnseenScan: Sendable {
  public enum Sight: Sendable {
    case plain
    /// Acts, hides or has no agreed form: never shown as it is.
    case unseen
    /// One mark more on a letter than any script needs.
    case marksTooMany
  }

  /// The most marks on one letter; no script needs more.
  public static let marksAtMost = 8

  /// How many marks stand on the last letter.
  public private(set) var marks = 0
  private var last: Unicode.Scalar?

  public init() {}

  public mutating func next(_ scalar: Unicode.Scalar) -> Sight {
    defer { last = scalar }
    if scalar.value < 0x7F, scalar.value >= 0x20 {
      marks = 0
      return .plain
    }
    if isPartOfEmoji(scalar) { return .plain }
    if Self.isUnseen(scalar) { return .unseen }
    guard Self.isMark(scalar) else {
      marks = 0
      return .plain
    }
    marks += 1
    return marks > Self.marksAtMost ? .marksTooMany : .plain
  }

  /// Whether a joiner or selector follows an emoji, as in a teacher with a skin tone.
  private func isPartOfEmoji(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar == "\u{200D}" || scalar == "\u{FE0F}", let last, last.value > 0xFF else {
      return false
    }
    return last.properties.isEmoji || (last == "\u{FE0F}" && scalar == "\u{200D}")
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether a character acts on what is around it, leaves no trace, or has no agreed form.
  public static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{2800}"
    }
  }
}
