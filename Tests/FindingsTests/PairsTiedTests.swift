import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct PairsTiedTests {
  /// Two who name each other are two ties and one pair, and who is in no group is in no pair that counts.
  @Test func whoNameOneAnotherAreOnePair() {
    let plain = SmallTrust.network()
    func study(_ boundary: Boundary?) -> Study {
      Study(
        Network(
          title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
          ties: Ties(
            from: [0, 1, 1, 5], to: [1, 0, 4, 7], isDirected: [true, true, true, true])),
        by: boundary)
    }
    func pairs(_ boundary: Boundary?) -> Int { Analysis(of: study(boundary)).pairsTied }
    #expect(study(.school).slice.arcs.tieCount == 4 && pairs(.school) == 3)
    // p7 is in no team.
    #expect(pairs(.team) == 2 && pairs(nil) == 3)
  }
}
