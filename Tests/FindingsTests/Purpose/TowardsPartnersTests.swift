@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct TowardsPartnersTests {
  private func records() -> Records {
    var records = Records()
    records.events = [
      // p0 of A, p4 of B and the clinic: together.
      Event(
        id: "1", name: "A case", date: Day(number: 20_260_301),
        attendance: [
          Attendance(party: 0), Attendance(party: 4), Attendance(party: SmallTrust.health),
        ]),
      // p4 was asked and did not come: A alone with the residents.
      Event(
        id: "2", name: "A fair", date: Day(number: 20_260_401),
        attendance: [
          Attendance(party: 0), Attendance(party: 4, came: false),
          Attendance(party: SmallTrust.community),
        ]),
    ]
    records.stories = [
      Story(
        id: "S", title: "Nine days", parties: [SmallTrust.schoolA, 9, SmallTrust.health],
        impact: "sooner")
    ]
    return records
  }

  @Test func whatBothTookPartIn() throws {
    let network = SmallTrust.network(records())
    let found = try #require(
      Analysis(of: Study(network, by: .school)).between(0, 1) as BetweenGroups?)
    let towards = found.towards
    #expect(towards.isTold && towards.together.map(\.name) == ["A case", "Nine days"])
    #expect(towards.partners == [SmallTrust.health])
    #expect(towards.together[1].cameOf == "sooner" && towards.together[0].cameOf == nil)
    #expect(towards.aloneA == [SmallTrust.community] && towards.aloneB == [SmallTrust.education])
  }

  @Test func nothingRecordedIsNotNothingDone() {
    let towards = Analysis(of: Study(SmallTrust.network(), by: .school)).between(0, 1).towards
    #expect(!towards.isTold && towards.together.isEmpty)
    #expect(towards.aloneA == [SmallTrust.health])
  }
}
