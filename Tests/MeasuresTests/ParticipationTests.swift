import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct ParticipationTests {
  @Test func karate() {
    let finding = Participation().finding(in: study(.karate))
    #expect(isNear(finding.person(0), 0.1171875, 1e-12))
    #expect(isNear(finding.person(2), 0.48) && isNear(finding.person(8), 0.48))
    #expect(isNear(finding.person(33), 0.290657))
  }

  @Test func undefined() {
    let graph = CompactGraph(nodeCount: 4, from: [0, 1], to: [1, 2], isDirected: false)
    let groups = Partition(groupOf: [0, -1, 0, 0], names: ["a"])
    let finding = Participation().finding(in: study(graph, groups))
    // 0 knows only somebody without a group, 3 nobody; 1 has no group but contacts that do.
    #expect(finding.person(0) == nil && finding.person(3) == nil && finding.person(1) == 0)
    #expect(finding.people?.undefined == .noGroupedTies)
  }

  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = Participation().finding(in: trial.study)
    for node in trial.people {
      let sums = trial.names.indices.map { group in
        trial.members(group).reduce(0) { $0 + trial.between(node, $1) }
      }
      let total = sums.reduce(0, +)
      let value = 1 - sums.reduce(0) { $0 + $1 * $1 } / (total * total)
      #expect(agree(finding.person(node), total > 0 ? value : nil))
    }
  }
}
