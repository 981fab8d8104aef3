@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct PartnershipHealthTests {
  @Test func meansOverPartnershipsAndShares() {
    var records = SmallTrust.rated(ours: [4, 4, 4], theirs: [2, 2, 2])
    records.partnerships.append(
      Partnership(
        partner: SmallTrust.education, with: SmallTrust.schoolB, hasAgreement: false,
        sharedGoal: .no, gives: ["a"], gets: ["b"]))
    for rater in 0..<3 {
      for item in RatingItem.trust {
        records.ratings.append(
          Rating(partnership: 1, side: .ours, item: item, score: 2, date: nil, rater: Int32(rater)))
      }
    }
    let health = PartnershipHealth(
      PartnershipLedger(SmallTrust.network(records), asAt: SmallTrust.network(records).asAt))
    // (4 + 2) / 2 = 3 for the first, 2 for the second, of which only one side is known.
    #expect(health.trust == 2.5 && health.rated == 2)
    // High and 2.0 are two steps apart only where every rater said 4, which is not told.
    #expect(health.shareApart == nil && health.bothKnown == 1 && health.oneSided == 1)
    #expect(health.agreement.count == 1 && health.agreement.of == 2)
    #expect(health.sharedGoal.count == 0 && health.sharedGoal.of == 1)
    #expect(health.bothWays.value == 1 && health.bothWays.of == 1)
    #expect(health.value == nil && health.rolesClear.value == nil)
    #expect(health.mission?.sides == 3)
  }

  @Test func nothingKnown() {
    let health = PartnershipHealth(
      PartnershipLedger(SmallTrust.network(), asAt: SmallTrust.network().asAt))
    #expect(health.trust == nil && health.mission == nil && health.agreement.value == nil)
  }
}
