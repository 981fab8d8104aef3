import Networks

/// Reads single cells: numbers, depths, dates, words.
///
/// Each works on trimmed bytes and makes no text.
enum Values {
  private static let missingWords = ["na", "n/a", "-", "not applicable", "not recorded"].map {
    Array($0.utf8)
  }

  /// Whether a cell holds nothing, or a word for nothing.
  static func isMissing(_ bytes: Span<UInt8>) -> Bool {
    switch bytes.count {
    case 0: true
    case 1, 2, 3, 12, 14:
      // All of them begin with an n or a dash.
      (bytes[0] == 0x2D || bytes[0] | 0x20 == 0x6E) && missingWords.contains { equals(bytes, $0) }
    default: false
    }
  }

  private static let totalWords = ["total", "totals", "grand total", "subtotal"]
    .flatMap { [Array($0.utf8), Array(($0 + ":").utf8)] }

  /// Whether a cell is what spreadsheets put before a row of totals.
  static func isTotal(_ bytes: Span<UInt8>) -> Bool {
    // All of them begin with a t, g or s.
    guard (5...12).contains(bytes.count), [0x74, 0x67, 0x73].contains(bytes[0] | 0x20) else {
      return false
    }
    return totalWords.contains { equals(bytes, $0) }
  }

  /// Whether bytes are a word in small letters, whatever their own case.
  static func equals(_ bytes: Span<UInt8>, _ word: [UInt8]) -> Bool {
    guard bytes.count == word.count else { return false }
    for place in bytes.indices where lower(bytes[place]) != word[place] { return false }
    return true
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 32 : byte
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A whole number of up to nine digits.
  static func whole(_ bytes: Span<UInt8>) -> Int? {
    guard (1...9).contains(bytes.count) else { return nil }
    var value = 0
    for place in bytes.indices {
      guard isDigit(bytes[place]) else { return nil }
      value = value * 10 + Int(bytes[place] - 0x30)
    }
    return value
  }

  /// A decimal number such as 3, 0.5 or 1e-09; finite.
  static func number(_ bytes: Span<UInt8>) -> Double? {
    if let whole = whole(bytes) { return Double(whole) }
    guard (1...40).contains(bytes.count) else { return nil }
    var text = ""
    for place in bytes.indices {
      let byte = bytes[place]
      guard isDigit(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) else { return nil }
      text.unicodeScalars.append(Unicode.Scalar(byte))
    }
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// Whether a number is 0 or of a size that can be reckoned with.
  static func isInRange(_ value: Double) -> Bool {
    value == 0 || (Limits.smallest...Limits.largest).contains(value.magnitude)
  }

  /// A number written with one comma for its point, as in 0,5.
  static func commaNumber(_ bytes: Span<UInt8>) -> Double? {
    var copy: [UInt8] = []
    var commas = 0
    for place in bytes.indices {
      commas += bytes[place] == 0x2C ? 1 : 0
      copy.append(bytes[place] == 0x2C ? 0x2E : bytes[place])
    }
    return commas == 1 ? number(copy.span) : nil
  }

  /// A depth from 0 to 5 or by its word.
  static func depth(_ bytes: Span<UInt8>) -> Depth? {
    if let value = number(bytes), value >= 0, value <= 5, value == value.rounded() {
      return Depth(rawValue: UInt8(value))
    }
    return depthWords.first { equals(bytes, $0.word) }?.depth
  }

  private static let depthWords = Depth.allCases.map { (word: Array($0.word.utf8), depth: $0) }

  /// Yes or no in one of their usual forms.
  static func yesOrNo(_ bytes: Span<UInt8>) -> Bool? {
    if yes.contains(where: { equals(bytes, $0) }) { return true }
    if no.contains(where: { equals(bytes, $0) }) { return false }
    return nil
  }

  private static let yes = ["yes", "y", "true", "1"].map { Array($0.utf8) }
  private static let no = ["no", "n", "false", "0"].map { Array($0.utf8) }

  /// Whether a text is shaped like a unique pupil number: a letter, eleven digits, a digit or letter.
  static func isPupilNumber(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == 13, (0x41...0x5A).contains(bytes[0] & 0xDF) else { return false }
    for place in 1..<12 where !isDigit(bytes[place]) { return false }
    return isDigit(bytes[12]) || (0x41...0x5A).contains(bytes[12])
  }

  /// Whether a text is a long number that a spreadsheet has rounded, such as 1.2E+09.
  static func isRounded(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 5, isDigit(bytes[0]) else { return false }
    var seenExponent = false
    for place in 1..<bytes.count {
      let byte = bytes[place]
      if byte == 0x45 || byte == 0x65 {
        guard !seenExponent, place + 2 < bytes.count, bytes[place + 1] == 0x2B else { return false }
        seenExponent = true
      } else if !isDigit(byte), byte != 0x2E, byte != 0x2B {
        return false
      }
    }
    return seenExponent
  }

  private static let excelErrors = [
    "#ref!", "#n/a", "#value!", "#div/0!", "#name?", "#null!", "#num!", "#spill!", "#calc!", "####",
  ].map { Array($0.utf8) }

  /// Whether a text is what a spreadsheet shows for a broken cell.
  static func isExcelError(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 2, bytes[0] == 0x23 else { return false }
    if excelErrors.contains(where: { equals(bytes, $0) }) { return true }
    for place in bytes.indices where bytes[place] != 0x23 { return false }
    return true
  }

  /// Whether a text is a formula: an equals sign and a name or reference with a bracket, operator or pipe.
  static func isFormula(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 2, [0x3D, 0x40].contains(bytes[0]) else { return false }
    for place in 1..<bytes.count where [0x28, 0x21, 0x7C, 0x2B, 0x2A].contains(bytes[place]) {
      return true
    }
    return bytes[0] == 0x3D
  }
}
