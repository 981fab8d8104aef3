/// A calendar day, without time or zone.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The day as year * 10,000 + month * 100 + day.
  public let number: Int32

  public var year: Int { Int(number) / 10_000 }
  public var month: Int { Int(number) / 100 % 100 }
  public var day: Int { Int(number) % 100 }

  /// A day of the Gregorian calendar, or `nil` when there is no such day between 1900 and 2199.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    number = Int32(year * 10_000 + month * 100 + day)
  }

  /// A day from its number as given by `number`, or `nil` when there is no such day.
  public init?(number: Int32) {
    self.init(year: Int(number) / 10_000, month: Int(number) / 100 % 100, day: Int(number) % 100)
  }

  /// The day that is `serial` days after 30 December 1899, as spreadsheets count.
  public init?(spreadsheetSerial serial: Int) {
    self.init(julian: serial + 2_415_019)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of days since 1 January 4713 BC (Fliegel & Van Flandern 1968, CACM 11:657).
  public var julian: Int {
    let a = (month - 14) / 12
    return (1461 * (year + 4800 + a)) / 4 + (367 * (month - 2 - 12 * a)) / 12
      - (3 * ((year + 4900 + a) / 100)) / 4 + day - 32_075
  }

  /// The day with that Julian number, or `nil` outside 1900 to 2199.
  public init?(julian: Int) {
    guard (2_415_021...2_524_593).contains(julian) else { return nil }
    var l = julian + 68_569
    let n = 4 * l / 146_097
    l -= (146_097 * n + 3) / 4
    let i = 4000 * (l + 1) / 1_461_001
    l -= 1461 * i / 4 - 31
    let j = 80 * l / 2447
    let day = l - 2447 * j / 80
    l = j / 11
    self.init(year: 100 * (n - 49) + i + l, month: j + 2 - 12 * l, day: day)
  }

  /// The whole months of the calendar from this day to a later one.
  public func months(to later: Day) -> Int {
    (later.year - year) * 12 + later.month - month - (later.day < day ? 1 : 0)
  }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// The day in ISO 8601, such as 2026-11-22.
  public var description: String {
    "\(year)-\(padded(month))-\(padded(day))"
  }

  /// The day in words, such as 22 November 2026.
  public var inWords: String { "\(day) \(Self.months[month - 1]) \(year)" }

  public static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

/// A stretch of days, open at either end.
public struct Period: Sendable, Hashable {
  /// The first day, or `nil` for no beginning.
  public var first: Day?
  /// The last day, or `nil` for no end.
  public var last: Day?

  public init(first: Day? = nil, last: Day? = nil) {
    self.first = first
    self.last = last
  }

  /// One day alone: what is current on it.
  public init(on day: Day) { self.init(first: day, last: day) }

  /// All of time.
  public static let all = Period()

  /// Whether something that ran from `started` to `ended` was under way at some time in the period.
  ///
  /// A missing start means it was always there; a missing end means it still goes on.
  public func overlaps(started: Day?, ended: Day?) -> Bool {
    if let last, let started, started > last { return false }
    if let first, let ended, ended < first { return false }
    return true
  }

  /// The period in words, such as "on 22 November 2026".
  public var inWords: String {
    switch (first, last) {
    case (nil, nil): "all dates"
    case (let first?, nil): "since \(first.inWords)"
    case (nil, let last?): "up to \(last.inWords)"
    case (let first?, let last?):
      first == last ? "on \(first.inWords)" : "\(first.inWords) to \(last.inWords)"
    }
  }
}
