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

  @Test func aDecisionThatNamesNobodyIsOfNone() {
    var records = Records()
    records.decisions = [
      Decision(id: "D1", statement: "d", deciders: [8], affects: [SmallTrust.schoolB]),
      Decision(id: "D2", statement: "e", deciders: [8]),
    ]
    let book = DecisionBook(SmallTrust.network(records))
    #expect(book.entries.count == 2 && book.withAffected == 1)
    #expect(book.entries.count { !$0.notAsked.isEmpty } == 1)
  }

  /// Somebody was asked whom no file knows: who was left out cannot be told.
  @Test func whoWasAskedAndCouldNotBeRead() {
    var records = Records()
    records.decisions = [
      Decision(id: "D1", statement: "d", deciders: [8], affects: [SmallTrust.schoolB]),
      Decision(id: "D2", statement: "e", deciders: [8], affects: [SmallTrust.schoolB]),
    ]
    records.decisions[0].unread = ["consulted"]
    let network = SmallTrust.network(records)
    let book = DecisionBook(network)
    #expect(book.entries.map(\.isReadable) == [false, true])
    #expect(book.entries.map(\.notAsked) == [[], [SmallTrust.schoolB]])
    #expect(DecisionReach(network).decisions[0].missed.isEmpty)
  }

  @Test func withoutDecisionsNobodyIsLeftOut() {
    var records = Records()
    records.partnerships = [Partnership(partner: SmallTrust.health, with: Partnership.trust)]
    #expect(DecisionBook(SmallTrust.network(records)).neverAsked.isEmpty)
    records.decisions = [
      Decision(
        id: "D1", statement: "d", deciders: [8], consulted: [], affects: [SmallTrust.community])
    ]
    // Without the column nobody is said to have had no part.
    #expect(DecisionBook(SmallTrust.network(records)).entries[0].notAsked == [SmallTrust.community])
    records.columns = ["decisions.decided_by"]
    let untold = DecisionBook(SmallTrust.network(records))
    #expect(!untold.tellsConsulted && untold.tellsDeciders && !untold.tellsParts)
    #expect(untold.entries[0].notAsked.isEmpty && untold.neverAsked.isEmpty)
  }
}
