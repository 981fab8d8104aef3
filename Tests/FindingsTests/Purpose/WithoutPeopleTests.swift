import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct WithoutPeopleTests {
  /// Without node 0 of Zachary's club its 16 ties go and one member is cut off: 32 of 33 reach one another.
  @Test func karateWithoutItsInstructor() {
    let found = Analysis(of: study(.karate)).without([0])
    #expect(found.people == 1 && found.tiesLost == 16 && found.bridgesLost == 1)
    #expect(found.with.fragmentation == 0)
    #expect(isNear(found.without.fragmentation, 0.3163, 5e-5))
    #expect(isNear(found.with.index, -0.717949) && isNear(found.with.centralization, 0.399621))
    #expect(found.groupsCutOff.isEmpty && found.pairsLost.isEmpty)
  }

  @Test func partnersThatNobodyElseKnows() {
    let study = Study(SmallTrust.network(), by: .school)
    #expect(Analysis(of: study).without([0]).partnersLost.isEmpty)
    #expect(Analysis(of: study).without([0, 1]).partnersLost == [0])
    #expect(Analysis(of: study).without([4]).partnersLost == [1])
  }

  /// A chain of four groups, the two in the middle joined by one person of the second: without them two pairs of groups are left.
  @Test func groupsThatStillReachOneAnother() {
    let graph = CompactGraph(
      nodeCount: 8, from: [0, 1, 2, 3, 4, 5, 6], to: [1, 2, 3, 4, 5, 6, 7], isDirected: false)
    let groups = Partition(groupOf: [0, 0, 1, 1, 2, 2, 3, 3], names: ["a", "b", "c", "d"])
    let analysis = Analysis(of: study(graph, groups))
    let all = analysis.without([])
    #expect(all.groupsTogether == [0, 1, 2, 3] && all.groupsApart.isEmpty)
    let without = analysis.without([3])
    #expect(without.groupsTogether == [0, 1] && without.groupsApart == [2, 3])
    let both = analysis.without([2, 3])
    #expect(both.groupsTogether == [2, 3] && both.groupsApart == [0] && both.groupsEmptied == [1])
    // People of one group in two parts join them: whoever is in the one knows whoever is in the other.
    let apart = analysis.without([6])
    #expect(apart.groupsTogether == [0, 1, 2] && apart.groupsApart == [3])
  }

  @Test func withoutNobodyNothingChanges() {
    let found = Analysis(of: study(.karate)).without([])
    #expect(found.with == found.without && found.tiesLost == 0 && found.isSpared)
  }
}
