import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct ClosenessTests {
  @Test func kite() {
    // Fernando and Garth are nearest to all: 9 / 14.
    let finding = Closeness().finding(in: study(.kite))
    #expect(isNear(finding.person(5), 9.0 / 14) && isNear(finding.person(6), 9.0 / 14))
    #expect(isNear(finding.person(3), 9.0 / 15) && isNear(finding.person(9), 9.0 / 29))
  }

  @Test func withinTheOwnPartAsIgraph() {
    // networkx would multiply the pair's 1 by 1 / 4.
    let graph = CompactGraph(nodeCount: 5, from: [0, 2, 3], to: [1, 3, 4], isDirected: false)
    let finding = Closeness().finding(in: study(graph))
    #expect(finding.person(0) == 1 && isNear(finding.person(2), 2.0 / 3))
    let alone = Closeness().finding(
      in: study(CompactGraph(nodeCount: 2, from: [], to: [], isDirected: false)))
    #expect(alone.person(0) == nil && alone.people?.undefined == .isolate)
  }

  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = Closeness().finding(in: trial.study)
    for (node, row) in trial.distances().enumerated() {
      let met = row.compactMap { $0 }.filter { $0 > 0 }
      let value = met.isEmpty ? nil : Double(met.count) / Double(met.reduce(0, +))
      #expect(agree(finding.person(node), value))
    }
  }
}
