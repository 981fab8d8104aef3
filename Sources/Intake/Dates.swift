public import Networks

/// Reads days as people write them: ISO, UK order, month names, the day numbers of spreadsheets, and terms and school years.
enum Dates {
  enum Reading: Equatable {
    case day(Day)
    /// A year of two digits, read as 19xx or 20xx.
    case twoDigitYear(Day)
    /// A spreadsheet's day number.
    case serial(Day)
    /// A month, a term or a school year: its first day and its last.
    case stretch(Day, Day)
    /// Of the right shape, and no day of the calendar.
    case noSuchDay
    /// Only the American order, month first, makes it a day.
    case american
    case unreadable
  }

  static func read(_ bytes: Span<UInt8>) -> Reading {
    // A time of day after the date is left out: 2026-11-22T09:30, 22/11/2026 00:00:00.
    var length = bytes.count
    for place in bytes.indices where bytes[place] == 0x54 || bytes[place] == 0x20 {
      if place >= 6, place + 3 < bytes.count, Values.isDigit(bytes[place + 1]),
        hasColon(bytes, from: place)
      {
        length = place
        break
      }
    }
    let bytes = bytes.extracting(0..<length)
    if let iso = isoNumbers(bytes) { return day(iso.0, iso.1, iso.2) }
    if let serial = fractionalSerial(bytes) { return .serial(serial) }
    guard let parts = parts(bytes) else { return .unreadable }
    return read(parts)
  }

  /// A spreadsheet's day number with the time of day after its point, as in 45964.375.
  private static func fractionalSerial(_ bytes: Span<UInt8>) -> Day? {
    guard bytes.count > 6, bytes[5] == 0x2E else { return nil }
    for place in 6..<bytes.count where !Values.isDigit(bytes[place]) { return nil }
    guard let value = Values.whole(bytes.extracting(0..<5)), (20_000...60_000).contains(value)
    else {
      return nil
    }
    return Day(spreadsheetSerial: value)
  }

  /// Reads the usual form, four digits, two and two, as two words, without looking further.
  private static func isoNumbers(_ bytes: Span<UInt8>) -> (Int, Int, Int)? {
    guard bytes.count == 10 else { return nil }
    // The first eight bytes and the last eight: digits become 0 to 9 and dashes 0; anything else becomes more.
    let head = bytes.word(at: 0) ^ 0x2D30_302D_3030_3030
    let tail = bytes.word(at: 2) ^ 0x3030_2D30_302D_3030
    let excess =
      head | (head &+ 0x7F76_767F_7676_7676) | tail | (tail &+ 0x7676_7F76_767F_7676)
    guard excess & 0x8080_8080_8080_8080 == 0 else { return nil }
    func two(_ word: UInt64, _ place: UInt64) -> Int {
      Int(word >> (8 * place) & 0xFF) * 10 + Int(word >> (8 * place + 8) & 0xFF)
    }
    return (two(head, 0) * 100 + two(head, 2), two(tail, 3), two(tail, 6))
  }

  private static func hasColon(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    for place in start..<bytes.count where bytes[place] == 0x3A { return true }
    return false
  }

  private enum Part {
    case number(Int, digits: Int)
    case month(Int)
    case term(Term)
  }

  /// A term of an English school year; together they are the year, from September to August.
  private enum Term: String, CaseIterable {
    case autumn, spring, summer

    var months: ClosedRange<Int> {
      switch self {
      case .autumn: 9...12
      case .spring: 1...3
      case .summer: 4...8
      }
    }
  }

  /// Splits at `/ - .` and spaces into numbers, month names and terms; `nil` for anything else.
  private static func parts(_ bytes: Span<UInt8>) -> [Part]? {
    guard bytes.count <= 30 else { return nil }
    var parts: [Part] = []
    var place = 0
    while place < bytes.count {
      let start = place
      if Values.isDigit(bytes[place]) {
        while place < bytes.count, Values.isDigit(bytes[place]) { place += 1 }
        guard let value = Values.whole(bytes.extracting(start..<place)) else { return nil }
        parts.append(.number(value, digits: place - start))
        if place + 1 < bytes.count, isOrdinal(bytes[place], bytes[place + 1]) { place += 2 }
      } else if isLetter(bytes[place]) {
        while place < bytes.count, isLetter(bytes[place]) { place += 1 }
        let word = bytes.extracting(start..<place)
        if isFiller(word) { continue }
        if case .term = parts.last, Values.equals(word, Array("term".utf8)) { continue }
        if let term = Term.allCases.first(where: { Values.equals(word, Array($0.rawValue.utf8)) }) {
          parts.append(.term(term))
          continue
        }
        guard let month = month(word) else { return nil }
        parts.append(.month(month))
      } else if [0x2F, 0x2D, 0x2E, 0x20, 0x2C].contains(bytes[place]) {
        place += 1
      } else {
        return nil
      }
    }
    return parts
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a word of a date says nothing that its numbers do not: a day of the week, "of".
  private static func isFiller(_ letters: Span<UInt8>) -> Bool {
    fillers.contains { Values.equals(letters, $0) }
  }

  private static let fillers: [[UInt8]] = {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    let words: [String] =
      days + days.map { String($0.prefix(3)) } + ["tues", "thurs", "of", "the", "by", "end"]
    return words.map { Array($0.utf8) }
  }()

  /// Whether two letters end an ordinal: st, nd, rd, th.
  private static func isOrdinal(_ a: UInt8, _ b: UInt8) -> Bool {
    ["st", "nd", "rd", "th"].contains { Array($0.utf8) == [a | 0x20, b | 0x20] }
  }

  /// The month whose name begins with the letters given, at least three.
  private static func month(_ letters: Span<UInt8>) -> Int? {
    guard letters.count >= 3 else { return nil }
    for (index, name) in Day.months.enumerated() {
      let name = Array(name.lowercased().utf8)
      guard letters.count <= name.count || (letters.count == 4 && index == 8) else { continue }
      if Values.equals(letters, Array(name.prefix(letters.count))) { return index + 1 }
    }
    return nil
  }

  private static func read(_ parts: [Part]) -> Reading {
    switch parts.count {
    case 1:
      guard case .number(let value, let digits) = parts[0], digits == 5,
        (20_000...60_000).contains(value), let day = Day(spreadsheetSerial: value)
      else { return eightDigits(parts[0]) }
      return .serial(day)
    case 2:
      switch (parts[0], parts[1]) {
      case (.month(let month), .number(let year, 4)), (.number(let year, 4), .month(let month)):
        return wholeMonth(year, month)
      case (.month(let month), .number(let year, 2)):
        return wholeMonth(wholeYear(year), month)
      case (.number(let year, 4), .number(let next, let digits))
      where isSchoolYear(year, next, digits):
        return stretch(year, 9, year + 1, 8)
      case (.term(let term), .number(let year, 4)), (.number(let year, 4), .term(let term)):
        return stretch(year, term.months.lowerBound, year, term.months.upperBound)
      case (.term(let term), .number(let year, 2)):
        let year = wholeYear(year)
        return stretch(year, term.months.lowerBound, year, term.months.upperBound)
      case (.number(let month, 1...2), .number(let year, 4)),
        (.number(let year, 4), .number(let month, 1...2)):
        return wholeMonth(year, month)
      default: return .unreadable
      }
    case 3:
      switch (parts[0], parts[1], parts[2]) {
      case (.number(let year, 4), .number(let month, _), .number(let dayOfMonth, _)):
        return day(year, month, dayOfMonth)
      case (
        .number(let dayOfMonth, 1...2), .number(let month, 1...2), .number(let year, let digits)
      ):
        let reading = day(year, month, dayOfMonth, digits: digits)
        if reading == .noSuchDay, month > 12, month <= 31, dayOfMonth <= 12 { return .american }
        return reading
      case (.number(let dayOfMonth, 1...2), .month(let month), .number(let year, let digits)),
        (.month(let month), .number(let dayOfMonth, 1...2), .number(let year, let digits)):
        return day(year, month, dayOfMonth, digits: digits)
      case (.term(let term), .number(let year, let length), .number(let next, let digits)),
        (.number(let year, let length), .number(let next, let digits), .term(let term)):
        let first = length == 2 ? wholeYear(year) : year
        guard length == 2 || length == 4, isConsecutive(first, next, digits) else {
          return .unreadable
        }
        let year = term == .autumn ? first : first + 1
        return stretch(year, term.months.lowerBound, year, term.months.upperBound)
      default: return .unreadable
      }
    default: return .unreadable
    }
  }

  private static func wholeMonth(_ year: Int, _ month: Int) -> Reading {
    stretch(year, month, year, month)
  }

  /// From the first day of a month to the last of another.
  private static func stretch(_ year: Int, _ month: Int, _ lastYear: Int, _ lastMonth: Int)
    -> Reading
  {
    guard let first = Day(year: year, month: month, day: 1),
      let last = (28...31).reversed().lazy.compactMap({
        Day(year: lastYear, month: lastMonth, day: $0)
      }).first
    else { return .noSuchDay }
    return .stretch(first, last)
  }

  /// Whether a second number is the year after the first, of two digits or four.
  private static func isConsecutive(_ year: Int, _ next: Int, _ digits: Int) -> Bool {
    digits == 4 ? next == year + 1 : digits == 2 && next == (year + 1) % 100
  }

  /// Whether two years are a school year, as in 2025/26, and not a month of a year, as in 2011/12 may be.
  private static func isSchoolYear(_ year: Int, _ next: Int, _ digits: Int) -> Bool {
    isConsecutive(year, next, digits) && (digits == 4 || !(1...12).contains(next))
  }

  /// A day written without signs, as in 20250731.
  private static func eightDigits(_ part: Part) -> Reading {
    guard case .number(let value, 8) = part, (1900...2199).contains(value / 10_000) else {
      return .unreadable
    }
    return day(value / 10_000, value / 100 % 100, value % 100)
  }

  /// The year of two digits: up to 69 of this century.
  fileprivate static func wholeYear(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

  private static func day(_ year: Int, _ month: Int, _ day: Int, digits: Int = 4) -> Reading {
    switch digits {
    case 4: Day(year: year, month: month, day: day).map(Reading.day) ?? .noSuchDay
    case 2:
      Day(year: wholeYear(year), month: month, day: day)
        .map(Reading.twoDigitYear) ?? .noSuchDay
    default: .unreadable
    }
  }
}

extension Dates {
  /// The first date inside a longer text, as in "MOU 12/03/2024".
  static func first(in text: String) -> Day? {
    let words = text.split(whereSeparator: { " ,;:()".contains($0) }).map(String.init)
    for start in words.indices {
      for length in [3, 2, 1] where start + length <= words.count {
        let bytes = Array(words[start..<(start + length)].joined(separator: " ").utf8)
        switch read(bytes.span) {
        case .day(let day), .twoDigitYear(let day), .stretch(_, let day): return day
        default: continue
        }
      }
    }
    return nil
  }
}

/// The day that a text names, in any form the files may use, or `nil`.
public func readDay(_ text: String) -> Day? {
  let bytes = Array(text.utf8)
  switch Dates.read(bytes.span) {
  case .day(let day), .twoDigitYear(let day), .serial(let day): return day
  default: return nil
  }
}

/// Whether a text is a school year, as in 2025/26.
public func isSchoolYear(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  guard case .stretch(let first, let last) = Dates.read(bytes.span) else { return false }
  return last.year == first.year + 1
}

/// The day that a text such as 9/22/2026 names month first, with whatever time of day, and whether no other order makes it one; `nil`
/// for any other form.
public func readDayMonthFirst(_ text: String) -> (day: Day, isSure: Bool)? {
  let parts = text.prefix { $0.isASCII && $0.isNumber || $0 == "/" }.split(
    separator: "/", omittingEmptySubsequences: false)
  guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }),
    let month = Int(parts[0]), let dayOfMonth = Int(parts[1]), var year = Int(parts[2])
  else { return nil }
  if parts[2].utf8.count == 2 { year = Dates.wholeYear(year) }
  return Day(year: year, month: month, day: dayOfMonth).map { ($0, dayOfMonth > 12) }
}
