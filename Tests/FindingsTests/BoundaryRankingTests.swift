import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct BoundaryRankingTests {
  private static let schools = Boundary("school-like")
  private static let hubs = Boundary("hub-like")
  private static let jobs = Boundary("job-like")

  /// Eighty people in eight schools, two schools a hub, with jobs across; ties kept to the planted boundary.
  private func study(seed: Int, planted: Boundary) -> Study {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = 80
    let school: [Int32] = (0..<count).map { Int32($0 / 10) }
    let hub: [Int32] = school.map { $0 / 2 }
    let job: [Int32] = (0..<count).map { Int32(($0 * 7 + $0 / 10) % 4) }
    let kept = planted == Self.schools ? school : planted == Self.hubs ? hub : job
    var (from, to): ([Int32], [Int32]) = ([], [])
    for a in 0..<count {
      for b in (a + 1)..<count where generator.unit() < (kept[a] == kept[b] ? 0.3 : 0.04) {
        from.append(Int32(a))
        to.append(Int32(b))
      }
    }
    let graph = CompactGraph(nodeCount: count, from: from, to: to, isDirected: false)
    func names(_ groups: [Int32]) -> [String] { (0...(groups.max() ?? 0)).map { "g\($0)" } }
    return Study(
      Network(
        graph, groups: Partition(groupOf: job, names: names(job)),
        attributes: [
          Column(name: Self.schools.id, codes: school, values: names(school)),
          Column(name: Self.hubs.id, codes: hub, values: names(hub)),
          Column(name: Self.jobs.id, codes: job, values: names(job)),
        ]))
  }

  /// The planted boundary comes first, nested or not, in each of 210 networks.
  @Test(arguments: 0..<210) func thePlantedBoundaryComesFirst(seed: Int) {
    let planted = [Self.schools, Self.hubs, Self.jobs][seed % 3]
    let ranking = BoundaryRanking(
      study(seed: seed, planted: planted), [Self.hubs, Self.jobs, Self.schools])
    #expect(ranking.entries.first?.boundary == planted)
  }

  @Test func howSureTheFirstPlaceIs() {
    let all = [Self.hubs, Self.jobs, Self.schools]
    let sure = BoundaryRanking(study(seed: 0, planted: Self.schools), all)
    #expect(sure.certainty == .likely)
    #expect(
      sure.sentence?.hasPrefix("School-like is the strongest divide") == true)
    // The same groups but for one person: neither divides more than the other.
    let school: [Int32] = (0..<80).map { Int32($0 / 10) }
    var other = school
    other[0] = 1
    let names = (0..<8).map { "g\($0)" }
    let made = study(seed: 0, planted: Self.schools)
    let twins = BoundaryRanking(
      Study(
        Network(
          made.graph, groups: Partition(groupOf: school, names: names),
          attributes: [
            Column(name: "one", codes: school, values: names),
            Column(name: "two", codes: other, values: names),
          ])), [Boundary("one"), Boundary("two")])
    #expect(twins.entries.count == 2 && twins.certainty <= .hint)
  }

  @Test func effectsByHand() {
    // A path a1-a2-b1-b2: one tie of three leads across, where chance gives 2/3 of them: 1 - 1/2.
    let graph = CompactGraph(nodeCount: 4, from: [0, 1, 2], to: [1, 2, 3], isDirected: false)
    let groups = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    let network = Network(
      graph, groups: groups,
      attributes: [
        Column(name: "one", codes: [0, 0, 1, 1], values: ["x", "y"]),
        Column(name: "two", codes: [1, 1, 0, 0], values: ["x", "y"]),
        Column(name: "three", codes: [0, 1, 0, 1], values: ["x", "y"]),
      ])
    let ranking = BoundaryRanking(
      Study(network), [Boundary("one"), Boundary("two"), Boundary("three")])
    let one = ranking.entries.first { $0.boundary.id == "one" }
    #expect(isNear(one?.effect, 0.5))
    #expect(one?.sameAs == nil)
    #expect(ranking.entries.first { $0.boundary.id == "two" }?.sameAs?.id == "one")
    // Inside `three`: among pairs alike none is in one group of `one`; of the four others two are, and all three ties lie there.
    #expect(isNear(one?.ownEffect, (2 - 3 * 0.5) / (3 * 0.5)))
    #expect(one?.heldFixed?.id == "three")
    #expect(isNear(ranking.entries.first { $0.boundary.id == "three" }?.effect, -0.5))
  }

  @Test func withoutTiesNothingIsKnown() {
    let graph = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: false)
    let groups = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    let ranking = BoundaryRanking(study: graph, groups)
    #expect(ranking.entries.first?.effect == nil && ranking.sentence == nil)
  }
}

extension BoundaryRanking {
  fileprivate init(study graph: CompactGraph, _ groups: Partition) {
    self.init(TestSupport.study(graph, groups), [Boundary("group")])
  }
}
