@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct PartnershipEvidenceTests {
  @Test func storiesWithAnEffectAndGoalsThatAreMeasured() throws {
    let day = try #require(Day(number: 20_260_101))
    var records = Records()
    records.goals = [
      Goal(id: "G1", statement: "g", measure: "m", progress: [Progress(date: day, value: 1)])
    ]
    records.partnerships = [
      Partnership(partner: SmallTrust.health, with: SmallTrust.schoolA, sharedGoal: .goal(0)),
      Partnership(partner: SmallTrust.education, with: SmallTrust.schoolB),
      Partnership(partner: SmallTrust.community, with: Partnership.trust),
    ]
    records.stories = [
      Story(id: "S1", title: "s", parties: [SmallTrust.education, 4], impact: "better"),
      Story(id: "S2", title: "t", parties: [SmallTrust.community, 0]),
      Story(id: "S3", title: "u", parties: [SmallTrust.health, SmallTrust.schoolB], impact: "x"),
    ]
    let network = SmallTrust.network(records)
    let evidence = PartnershipEvidence(
      network, PartnershipLedger(network, asAt: network.asAt).entries)
    #expect(evidence.withStory == 1 && evidence.withGoal == 1 && evidence.withNeither == 1)
    #expect(evidence.isRecorded)
    let bare = SmallTrust.network()
    #expect(!PartnershipEvidence(bare, []).isRecorded)
  }
}
