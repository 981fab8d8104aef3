@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct ReliabilityTests {
  private func records(prepared: [Bool], ours: [Int]) -> Records {
    var records = SmallTrust.rated(ours: ours, theirs: [])
    records.events = prepared.enumerated().map { place, prepared in
      Event(
        id: "E\(place)", name: "e",
        attendance: [
          Attendance(party: SmallTrust.health, prepared: prepared, contributed: prepared)
        ])
    }
    return records
  }

  private func reliability(_ records: Records) -> Reliability? {
    Reliability.all(SmallTrust.network(records), RatingRounds(records.ratings)).first
  }

  /// Prepared at one meeting in four and rated 4 of 4: said 1, seen .25.
  @Test func saidAndSeen() {
    let one = reliability(records(prepared: [true, false, false, false], ours: [4, 4, 4]))
    #expect(one?.seen == 0.25 && one?.perceived.share == 1 && one?.divergence == 0.75)
    #expect(one?.diverges == true && one?.responsive.share == nil)
  }

  @Test func tooFewMeetingsOrRatersSayNothing() {
    let two = reliability(records(prepared: [false, false], ours: [4, 4, 4]))
    #expect(two?.diverges == false && two?.divergence == 1)
    let few = reliability(records(prepared: [false, false, false], ours: [4, 4]))
    #expect(few?.perceived == .tooFew && few?.divergence == nil && few?.diverges == false)
  }

  @Test func whoWasAskedAndDidNotCome() {
    var records = records(prepared: [true], ours: [])
    records.events.append(
      Event(id: "F", name: "f", attendance: [Attendance(party: SmallTrust.health, came: false)]))
    let one = reliability(records)
    #expect(one?.invited == 2 && one?.came.share == 0.5 && one?.prepared.of == 1)
  }

  /// Inviting p4 to p6 to where p0 is: three meetings, three new ties, all between the schools.
  @Test func inviting() {
    let study = Study(SmallTrust.network(), by: .school)
    let invitation = Invitation(study, adding: [4, 5, 6], to: [0])
    #expect(invitation.meetings == 3 && invitation.newTies == 3 && invitation.attendees == 1)
    #expect(invitation.before == -1 && isNear(invitation.after, (3.0 - 5) / 8))
    // Of one who comes anyway it would tell whom they work with, and so where no link of the groups is told.
    func isTold(_ fewest: Int, _ isTied: Bool) -> Bool {
      Invitation(study, adding: [4, 5, 6], to: [0], fewest: fewest) { _, _ in isTied }.isTold
    }
    #expect(isTold(1, true) && !isTold(5, true) && !isTold(1, false))
    let known = Invitation(study, adding: [1], to: [0, 1])
    #expect(known.team == 0 && known.newTies == 0 && known.after == known.before)
  }
}
