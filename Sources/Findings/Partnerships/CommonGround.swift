public import Networks

/// New partnerships and whether they have met to find common ground.
///
/// New is what began within 52 weeks of the day looked at. A meeting to find common ground is an event whose kind or purpose says
/// "shared understanding" or "common ground" and to which the partner came.
public struct CommonGround: Sendable, Equatable {
  /// The new partnerships, the oldest first.
  public let young: [Young]
  /// Whether any event says who came, without which nobody is known to have met.
  public let tellsMeetings: Bool
  /// Whether partnerships say when they began.
  public let tellsStarts: Bool

  public struct Young: Sendable, Equatable {
    /// The place in `Records.partnerships`.
    public let place: Int
    public let weeks: Int
    /// The first such meeting, where there was one.
    public let met: Day?
    public let hasMet: Bool
  }

  init(_ network: Network, asAt day: Day?) {
    let records = network.records
    tellsMeetings = records.events.contains { !$0.attendance.isEmpty }
    tellsStarts = records.partnerships.contains { $0.started != nil }
    young = records.partnerships.indices.compactMap { place -> Young? in
      guard let day, let started = records.partnerships[place].started, started <= day else {
        return nil
      }
      let weeks = (day.julian - started.julian) / 7
      guard weeks <= 52 else { return nil }
      let meetings = Self.meetings(with: records.partnerships[place].partner, records.events)
      return Young(
        place: place, weeks: weeks, met: meetings.compactMap(\.date).min(),
        hasMet: !meetings.isEmpty)
    }.sorted { ($1.weeks, $0.place) < ($0.weeks, $1.place) }
  }

  /// The events at which a partner was to find common ground.
  ///
  /// - Parameter orUnsaid: whether those count of which nothing says whether the partner came.
  static func meetings(
    with partner: Int32, _ events: [Event], orUnsaid: Bool = false
  ) -> [Event] {
    events.filter { event in
      let words = folded((event.kind ?? "") + " " + (event.purpose ?? ""))
      return (words.contains("sharedunderstanding") || words.contains("commonground"))
        && event.attendance.contains { $0.party == partner && $0.came ?? orUnsaid }
    }
  }
}
