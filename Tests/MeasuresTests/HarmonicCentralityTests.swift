import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct HarmonicCentralityTests {
  @Test func kite() {
    let finding = HarmonicCentrality().finding(in: study(.kite))
    #expect(isNear(finding.person(3), 6 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4))
  }

  @Test func isolatesAreNearNobody() {
    let graph = CompactGraph(nodeCount: 3, from: [0], to: [1], isDirected: false)
    let finding = HarmonicCentrality().finding(in: study(graph))
    #expect(finding.person(0) == 1 && finding.person(2) == 0)
  }

  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = HarmonicCentrality().finding(in: trial.study)
    for (node, row) in trial.distances().enumerated() {
      let sum = row.compactMap { $0 }.filter { $0 > 0 }.reduce(0) { $0 + 1 / Double($1) }
      #expect(agree(finding.person(node), sum))
    }
  }
}
