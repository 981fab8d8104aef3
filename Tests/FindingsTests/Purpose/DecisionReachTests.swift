@testable import Findings
import Networks
import TestSupport
import Testing

@Suite struct DecisionReachTests {
  /// A decision on school A under goal 1, part of goal 0: the clinic has a partnership with A, the university owns the goal above.
  @Test func twoSteps() {
    var records = Records()
    records.goals = [
      Goal(id: "G0", statement: "whole", owners: [SmallTrust.education]),
      Goal(id: "G1", statement: "part", parent: 0, owners: [9]),
      Goal(id: "G2", statement: "other", owners: [8]),
    ]
    records.partnerships = [
      Partnership(partner: SmallTrust.health, with: SmallTrust.schoolA),
      Partnership(partner: SmallTrust.community, with: SmallTrust.schoolB),
    ]
    records.decisions = [
      Decision(
        id: "D", statement: "d", deciders: [9], consulted: [0], affects: [SmallTrust.schoolA],
        goal: 1)
    ]
    let reached = DecisionReach(SmallTrust.network(records)).decisions[0]
    #expect(reached.first == [SmallTrust.schoolA] && reached.goals == [0, 1])
    // Team 9 owns the goal and decided; it is not among those reached.
    #expect(reached.second == [SmallTrust.health, SmallTrust.education] && reached.reached == 3)
    // p0 of school A was asked, and stands for it.
    #expect(reached.missed == [SmallTrust.health, SmallTrust.education])
  }
}
