import Networks

/// The stretch of time for which Gephi says that a tie was there: `<[2019.0, 2020.0]>`; of several the latest.
struct Timeset {
  let first: Day?
  let last: Day?

  init?(_ text: String) {
    let stretches = text.split(whereSeparator: { "<>;".contains($0) }).compactMap {
      Self.stretch(String($0))
    }
    guard let latest = stretches.max(by: { ($0.last?.number ?? .max) < ($1.last?.number ?? .max) })
    else { return nil }
    (first, last) = latest
  }

  private static func stretch(_ text: String) -> (first: Day?, last: Day?)? {
    let ends = text.split(separator: ",").map { part in
      trimmed(String(part.filter { !"[]()".contains($0) }))
    }
    guard let from = ends.first, let to = ends.dropFirst().first ?? ends.first else { return nil }
    let (first, last) = (day(from, isEnd: false), day(to, isEnd: true))
    guard let first, let last else { return nil }
    return (first.day, last.day)
  }

  /// A year or a day; no day where the stretch is open.
  private static func day(_ text: String, isEnd: Bool) -> (day: Day?, isOpen: Bool)? {
    if ["infinity", "inf", "positiveinfinity", "negativeinfinity"].contains(folded(text)) {
      return (nil, true)
    }
    let bytes = Array(text.utf8)
    if let year = Values.number(bytes.span), (1900...2199).contains(year), year == year.rounded() {
      return Day(year: Int(exactly: year) ?? 0, month: isEnd ? 12 : 1, day: isEnd ? 31 : 1).map {
        ($0, false)
      }
    }
    switch Dates.read(bytes.span) {
    case .day(let day), .twoDigitYear(let day), .serial(let day): return (day, false)
    case .stretch(let first, let last): return (isEnd ? last : first, false)
    default: return nil
    }
  }
}
