import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct BetweenGroupsTests {
  @Test func asksRolesAndDepth() {
    var records = Records()
    records.needs = [
      Need(id: "1", statement: "earlier", from: [8], askedOf: [9]),
      Need(id: "2", statement: "patience", from: [9], askedOf: [8]),
      Need(id: "3", statement: "met", from: [9], askedOf: [8], isMet: true),
    ]
    let study = Study(SmallTrust.network(records), by: .team)
    let found = Analysis(of: study).between(0, 1)
    #expect(found.asksOfB.map(\.id) == ["1"] && found.asksOfA.map(\.id) == ["2"])
    #expect(found.byDepth.count == 5 && found.byDepth[0].seen == 0)
    #expect(found.byDepth[0].ratio == 0 && found.index == -1)
    #expect(found.rolesOnlyA.isEmpty && found.rolesOnlyB.isEmpty)
    #expect(found.sharedPartners.isEmpty)
  }

  /// The figure at the study's own depth is that of the measure of pairs.
  @Test func theSameAsTheMeasureOfPairs() {
    let karate = study(.karate)
    let found = Analysis(of: karate).between(0, 1)
    let pair = PairObservedExpected().finding(in: karate).figures.first {
      $0.subject.kind == .pair && Set($0.subject.ids).count == 2
    }
    #expect(isNear(found.byDepth[0].ratio, pair?.value ?? -1))
  }
}
