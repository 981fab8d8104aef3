@testable import Findings
import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct OnlyLinksTests {
  /// Two groups of three whose every outside tie goes to one person of a third.
  private var hub: Study {
    let graph = CompactGraph(
      nodeCount: 9, from: [0, 1, 3, 4, 0, 1, 3, 6, 7], to: [1, 2, 4, 5, 6, 6, 6, 7, 8],
      isDirected: false)
    return study(
      graph, Partition(groupOf: [0, 0, 0, 1, 1, 1, 2, 2, 2], names: ["a", "b", "c"]))
  }

  @Test func onePersonHoldsTwoGroups() {
    let finding = OnlyLinks().finding(in: hub)
    #expect(finding.value(.group("a")) == 1)
    #expect(finding.value(.group("b")) == 1)
    #expect(finding.value(.group("c")) == 1)
    let fragility = Fragility(hub, rules: VerdictRules { $0.minGroup = 3 })
    #expect(fragility.singleHolders.first?.person == 6)
    #expect(fragility.singleHolders.first?.groups == ["a", "b", "c"])
    #expect(
      fragility.sentences(Boundary("school")).first
        == "A, b and c depend on one person in c: if that person leaves, they lose every tie to other schools (3 ties)."
    )
  }

  @Test func noTiesOutside() {
    let graph = CompactGraph(nodeCount: 4, from: [0, 2], to: [1, 3], isDirected: false)
    let groups = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    #expect(OnlyLinks().finding(in: study(graph, groups)).value(.group("a")) == 0)
    #expect(
      Fragility(study(graph, groups), rules: VerdictRules { $0.minGroup = 1 }).cutOff == ["a", "b"])
  }

  /// The fewest people by trying every set of them.
  @Test(arguments: 0..<25) func slowTwin(seed: Int) {
    let graph = randomGraph(seed: UInt64(seed), nodeCount: 9, density: 0.2 + Double(seed % 3) / 8)
    let groups = randomPartition(seed: UInt64(seed), nodeCount: 9, groups: 3)
    let made = study(graph, groups)
    let finding = OnlyLinks().finding(in: made)
    for (place, id) in (made.grouping?.ids ?? []).enumerated() {
      var ties: [(Int, Int)] = []
      let members = made.grouping?.partition.groupOf ?? []
      for a in 0..<9 {
        for b in graph.neighbours(a) where a < b {
          if (members[a] == Int32(place)) != (members[Int(b)] == Int32(place)) {
            ties.append((a, Int(b)))
          }
        }
      }
      let fewest = (0..<512).filter { set in
        ties.allSatisfy { set >> $0.0 & 1 == 1 || set >> $0.1 & 1 == 1 }
      }.map(\.nonzeroBitCount).min()
      #expect(finding.value(.group(id)) == fewest.map(Double.init))
    }
  }
}
