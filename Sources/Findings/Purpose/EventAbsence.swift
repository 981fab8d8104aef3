import Networks

/// Whom the files have as away from an event, and of whom they do not say whether they came.
///
/// Everybody counts once, at however many events: a row of attendance.csv is no person.
public struct EventAbsence: Sendable, Equatable {
  /// Members of the network, ascending: people, and partners, teams or schools that were asked as one.
  public let away: [Int32]
  /// Those with a mark that is empty or cannot be read.
  public let unsure: [Int32]

  init(_ events: [Event]) {
    let seats = events.flatMap(\.attendance)
    func members(_ isMeant: (Attendance) -> Bool) -> [Int32] {
      Set(seats.filter(isMeant).map(\.party)).sorted()
    }
    away = members { $0.came == false }
    unsure = members { $0.came == nil }
  }
}
