@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct DecisionBookTests {
  @Test func whoIsTouchedAndNotAsked() {
    var records = Records()
    records.partnerships = [
      Partnership(partner: SmallTrust.health, with: Partnership.trust),
      Partnership(partner: SmallTrust.community, with: Partnership.trust),
    ]
    records.decisions = [
      Decision(
        id: "D1", statement: "d", deciders: [8], consulted: [SmallTrust.health, 4],
        affects: [SmallTrust.schoolA, SmallTrust.schoolB, 9, SmallTrust.community])
    ]
    let book = DecisionBook(SmallTrust.network(records))
    // Team 8 is of school A, person 4 of school B and its team.
    #expect(book.entries[0].notAsked == [SmallTrust.community])
    #expect(book.neverAsked == [SmallTrust.community])
    #expect(book.tellsConsulted)
  }

  @Test func withoutDecisionsNobodyIsLeftOut() {
    var records = Records()
    records.partnerships = [Partnership(partner: SmallTrust.health, with: Partnership.trust)]
    #expect(DecisionBook(SmallTrust.network(records)).neverAsked.isEmpty)
    records.decisions = [
      Decision(
        id: "D1", statement: "d", deciders: [8], consulted: [], affects: [SmallTrust.community])
    ]
    #expect(!DecisionBook(SmallTrust.network(records)).tellsConsulted)
  }
}
