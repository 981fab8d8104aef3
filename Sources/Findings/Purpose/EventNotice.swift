import Networks

/// How much of what brings people together was planned, and how long before it they were asked.
///
/// Whether an event was planned is what `planned` says of it; how short the notice was is told from the day on which people
/// were asked (`called`) alone. An event that says neither counts in neither.
public struct EventNotice: Sendable, Equatable {
  /// Events that say whether they were planned, and how many of them were.
  public let answered: Int
  public let planned: Int
  public var notPlanned: Int { answered - planned }
  /// Events with a day and a day on which people were asked, and how many were called within `short` days.
  public let dated: Int
  public let short: Int
  /// By what the events were for, the least planned first, then the most events.
  public let byPurpose: [Part]
  /// By half year (January to June, July to December), the oldest first; events with a day alone.
  public let byHalfYear: [Part]

  /// Some of the events.
  public struct Part: Sendable, Equatable {
    public let name: String
    public let events: Int
    public let planned: Int
  }

  /// Fewer days than this between the call and the day are short notice.
  public static let shortDays = 7

  init(_ events: [Event]) {
    let told = events.filter { $0.isPlanned != nil }
    answered = told.count
    planned = told.count { $0.isPlanned == true }
    let notices = events.compactMap { event -> Int? in
      guard let day = event.date, let called = event.called, called <= day else { return nil }
      return day.julian - called.julian
    }
    dated = notices.count
    short = notices.count { $0 < Self.shortDays }
    func parts(_ name: (Event) -> String?) -> [Part] {
      Dictionary(grouping: told.filter { name($0) != nil }) { name($0) ?? "" }
        .map { Part(name: $0, events: $1.count, planned: $1.count { $0.isPlanned == true }) }
        .sorted { $0.name < $1.name }
    }
    byPurpose = parts { $0.purpose ?? $0.kind }.sorted { a, b in
      // Shares by their products, so that equal shares are equal.
      let (one, two) = (a.planned * b.events, b.planned * a.events)
      return one == two ? (b.events, a.name) < (a.events, b.name) : one < two
    }
    byHalfYear = parts { event in
      event.date.map { day in
        "\(day.number / 10_000) \(day.number / 100 % 100 < 7 ? "January to June" : "July to December")"
      }
    }
  }
}
