import Networks

/// Reads single cells: numbers, depths, dates, words.
///
/// Each works on trimmed bytes and makes no text.
enum Values {
  /// Words that say that nothing is recorded.
  private static let missingWords = [
    "na", "n/a", "n.a.", "-", "--", "---", "?", "??", "nk", "n/k", "nan", "nil", "none", "null",
    "tbc", "tba", "tbd", "unknown", "not known", "not applicable", "not recorded", "not stated",
    "not given", "not specified", "not provided", "not available", "not answered", "no answer",
    "no data", "no response", "unspecified", "undisclosed", "prefer not to say",
    "prefer not to answer", "don't know", "dont know", "(blank)", "(none)", "(unknown)", "[blank]",
    "<na>", "<null>", "\u{2013}", "\u{2014}",
  ].map { Array($0.utf8) }

  /// The lengths of such words that begin with a letter or sign, a bit each.
  private static let missingLengths: [UInt32] = missingWords.reduce(
    into: Array(repeating: 0, count: 256)
  ) {
    lengths, word in
    for first in Set([word[0], upper(word[0])]) { lengths[Int(first)] |= 1 << UInt32(word.count) }
  }

  /// Whether a cell holds nothing, or a word for nothing.
  static func isMissing(_ bytes: Span<UInt8>) -> Bool {
    bytes.isEmpty || mayBeMissing(first: bytes[0], bytes.count) && isMissingWord(bytes)
  }

  /// Whether a text may be a word for nothing, by its first byte and its length.
  @inline(__always)
  static func mayBeMissing(first: UInt8, _ count: Int) -> Bool {
    count < 32 && missingLengths[Int(first)] >> UInt32(truncatingIfNeeded: count) & 1 == 1
  }

  private static func isMissingWord(_ bytes: Span<UInt8>) -> Bool {
    missingWords.contains { equals(bytes, $0) }
  }

  private static let totalWords = ["total", "totals", "grand total", "subtotal", "sub-total"]
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

  private static func upper(_ byte: UInt8) -> UInt8 {
    (0x61...0x7A).contains(byte) ? byte - 32 : byte
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

  /// A number whose thousands are parted by commas, as in 1,200 or 12,345.6.
  static func groupedNumber(_ bytes: Span<UInt8>) -> Double? {
    var digits: [UInt8] = []
    var (run, commas, hasPoint) = (0, 0, false)
    for place in bytes.indices {
      let byte = bytes[place]
      if byte == 0x2C {
        guard !hasPoint, commas == 0 ? (1...3).contains(run) && bytes[0] != 0x30 : run == 3 else {
          return nil
        }
        commas += 1
        run = 0
        continue
      }
      if byte == 0x2E, !hasPoint {
        guard run == 3 else { return nil }
        hasPoint = true
      } else {
        guard isDigit(byte) else { return nil }
        run += hasPoint ? 0 : 1
      }
      digits.append(byte)
    }
    return commas > 0 && run == 3 ? number(digits.span) : nil
  }

  /// A depth from 0 to 5 or by its own word.
  static func depth(_ bytes: Span<UInt8>) -> Depth? {
    if let value = number(bytes), value >= 0, value <= 5, value == value.rounded() {
      return Depth(rawValue: UInt8(value))
    }
    return depthWords.first { equals(bytes, $0.word) }?.depth
  }

  private static let depthWords = Depth.allCases.map { (word: Array($0.word.utf8), depth: $0) }

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
    "#field!", "#unknown!", "#blocked!", "#connect!", "#getting_data", "#error!", "#n/a!",
  ].map { Array($0.utf8) }

  /// Whether a text is what a spreadsheet shows for a broken cell.
  static func isExcelError(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 2, bytes[0] == 0x23 else { return false }
    if excelErrors.contains(where: { equals(bytes, $0) }) { return true }
    for place in bytes.indices where bytes[place] != 0x23 { return false }
    return true
  }

  /// Whether a text is a constant that a spreadsheet was made to keep as text, ="001" or =001, and what it holds.
  static func guardedText(_ bytes: Span<UInt8>, hasDoubledQuotes: Bool) -> Range<Int>? {
    guard bytes.count > 1, bytes[0] == 0x3D else { return nil }
    let quotes = hasDoubledQuotes ? 2 : 1
    if bytes[1] == 0x22 {
      let inside = (1 + quotes)..<max(1 + quotes, bytes.count - quotes)
      guard bytes.count >= 1 + 2 * quotes else { return nil }
      for place in 0..<quotes
      where bytes[1 + place] != 0x22 || bytes[bytes.count - 1 - place] != 0x22 {
        return nil
      }
      for place in inside where bytes[place] == 0x22 { return nil }
      return inside
    }
    for place in 1..<bytes.count where !isDigit(bytes[place]) { return nil }
    return 1..<bytes.count
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
