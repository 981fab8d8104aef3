import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct ReachTests {
  @Test func karate() {
    let finding = Reach().finding(in: study(.karate))
    // Members 0, 1, 2 and 8 of Mr. Hi's club have ties into the other.
    #expect(finding.person(2) == 1 && finding.person(3) == 0)
    let outside = (0..<34).count { finding.person($0) == 1 }
    #expect(isNear(finding.value(), Double(outside) / 34))
  }

  @Test func withoutAGroup() {
    let graph = CompactGraph(nodeCount: 3, from: [0, 1], to: [1, 2], isDirected: false)
    let groups = Partition(groupOf: [0, -1, 1], names: ["a", "b"])
    let finding = Reach().finding(in: study(graph, groups))
    #expect(finding.person(1) == nil && finding.people?.undefined == .noGroup)
    #expect(finding.value(.group("a")) == 0)
  }

  @Test(arguments: 0..<15) func slowTwin(seed: Int) {
    let graph = randomGraph(seed: UInt64(seed), nodeCount: 12, density: 0.25)
    let groups = randomPartition(seed: UInt64(seed), nodeCount: 12, groups: 4, missing: true)
    let finding = Reach().finding(in: study(graph, groups))
    let cells = matrix(graph)
    for node in cells.indices where groups.groupOf[node] >= 0 {
      let met = cells.indices.filter { cells[node][$0] > 0 }.map { groups.groupOf[$0] }
      let others = Set(met).subtracting([groups.groupOf[node], -1])
      #expect(finding.person(node) == Double(others.count))
    }
  }
}
