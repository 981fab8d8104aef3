@testable import Findings
import Networks
import TestSupport
import Testing

@Suite struct EventAbsenceTests {
  /// One person away twice is one, and a partner is no person.
  @Test func everybodyCountsOnce() {
    let events = [
      Event(
        id: "E1", name: "a",
        attendance: [
          Attendance(party: 0, came: false), Attendance(party: 1, came: nil),
          Attendance(party: SmallTrust.health, came: false), Attendance(party: 2),
        ]),
      Event(
        id: "E2", name: "b",
        attendance: [Attendance(party: 0, came: false), Attendance(party: 1, came: nil)]),
    ]
    let absence = EventAbsence(events)
    #expect(absence.away == [0, SmallTrust.health] && absence.unsure == [1])
    #expect(EventAbsence([]).away.isEmpty)
  }
}
