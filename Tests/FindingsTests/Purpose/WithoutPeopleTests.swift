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

  /// Ties with staff of no school lead between no two schools.
  @Test func tiesWithTheCentre() {
    let trust = Knowing(
      people: 5, ties: [(0, 1), (0, 2), (0, 4), (1, 2)], schools: [0, 0, 1, 1, People.centralTeam])
    let found = Analysis(of: Study(trust.network, by: .school)).without([0])
    #expect(found.tiesLost == 3 && found.bridgesLost == 2 && found.bridgesToCentre == 1)
  }

  /// Where no tie with a partner is on record, a lead is not said to be the only one who holds a partnership.
  @Test func partnershipsThatNobodyElseHolds() {
    var records = Records()
    records.partnerships = [
      Partnership(partner: SmallTrust.education, with: SmallTrust.schoolB, lead: 4)
    ]
    let told = SmallTrust.network(records)
    func lost(_ network: Network) -> WithoutPeople {
      Analysis(of: Study(network, by: .school)).without([4])
    }
    #expect(lost(told).partnershipsLost == [0])
    let untold = Network(
      title: "t", people: told.people, teams: told.teams, schools: told.schools,
      partners: told.partners, ties: Ties(from: [0], to: [4]), records: records)
    #expect(lost(untold).partnershipsLost.isEmpty)
    let analysis = Analysis(of: Study(untold, by: .school))
    let shared = StatementEvidence.all(StatementEvidence.starter, analysis)
      .first { $0.statement.figure == "partnerships-shared" }
    #expect(shared?.value == nil)
    // Nor is it said to lack a second person for the stage it has.
    #expect(Stages.check(analysis.ledger.entries[0], .cooperation).count == 1)
    #expect(analysis.ledger.entries[0].tellsHolders == false)
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

  /// One of a hundred in a ring has a friend who knows nobody else: that is too few pairs to show, and spares nobody.
  @Test func somebodyCutOffIsNotSpared() {
    let ring = (0..<100).map { Int32($0) }
    let graph = CompactGraph(
      nodeCount: 101, from: ring + [0], to: ring.map { ($0 + 1) % 100 } + [100], isDirected: false)
    let groups = Partition(groupOf: Array(repeating: 0, count: 101), names: ["a"])
    let analysis = Analysis(of: study(graph, groups))
    let hub = analysis.without([0])
    #expect(hub.peopleCutOff == 1 && !hub.isSpared)
    #expect((hub.without.fragmentation ?? 1) - (hub.with.fragmentation ?? 0) > 0)
    #expect(analysis.without([1]).peopleCutOff == 0 && analysis.without([100]).peopleCutOff == 0)
    // The two on the shorter way round lose those on the longer, and the friend everybody.
    #expect(analysis.without([0, 3]).peopleCutOff == 3)
  }

  /// Of a tie of somebody of no known group nobody can say whether it leads between groups.
  @Test func tiesOfNoKnownGroup() {
    let graph = CompactGraph(
      nodeCount: 5, from: [0, 0, 1, 1], to: [1, 2, 3, 4], isDirected: false)
    let groups = Partition(groupOf: [-1, 0, 1, 0, 1], names: ["a", "b"])
    let analysis = Analysis(of: study(graph, groups))
    let unknown = analysis.without([0])
    #expect(unknown.tiesLost == 2 && unknown.bridgesLost == 0 && unknown.tiesUntold == 2)
    let known = analysis.without([1])
    #expect(known.tiesLost == 3 && known.bridgesLost == 1 && known.tiesUntold == 1)
  }

  @Test func withoutNobodyNothingChanges() {
    let found = Analysis(of: study(.karate)).without([])
    #expect(found.with == found.without && found.tiesLost == 0 && found.isSpared)
  }
}
