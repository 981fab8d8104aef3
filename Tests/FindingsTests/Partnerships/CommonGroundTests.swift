@testable import Findings
import Networks
import TestSupport
import Testing

@Suite struct CommonGroundTests {
  @Test func newPartnershipsAndTheirFirstMeeting() throws {
    var records = Records()
    records.partnerships = [
      Partnership(
        partner: SmallTrust.health, with: SmallTrust.schoolA, started: Day(number: 20_260_105)),
      Partnership(
        partner: SmallTrust.education, with: SmallTrust.schoolA, started: Day(number: 20_260_302)),
      Partnership(
        partner: SmallTrust.community, with: SmallTrust.schoolA, started: Day(number: 20_240_101)),
    ]
    records.events = [
      Event(
        id: "1", name: "e", date: Day(number: 20_260_201), kind: "shared understanding",
        attendance: [
          Attendance(party: SmallTrust.health),
          Attendance(party: SmallTrust.education, came: false),
        ])
    ]
    let day = try #require(Day(number: 20_260_330))
    let found = CommonGround(SmallTrust.network(records), asAt: day)
    #expect(found.young.map(\.place) == [0, 1] && found.young.map(\.weeks) == [12, 4])
    #expect(found.young[0].met == Day(number: 20_260_201) && found.young[0].hasMet)
    #expect(!found.young[1].hasMet && found.tellsMeetings && found.tellsStarts)
    let bare = CommonGround(SmallTrust.network(), asAt: day)
    #expect(bare.young.isEmpty && !bare.tellsMeetings && !bare.tellsStarts)
  }
}
