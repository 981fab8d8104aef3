import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct PageRankCentralityTests {
  @Test func karate() {
    // As networkx, strengths counting.
    let plain = PageRankCentrality().finding(in: study(.karate))
    #expect(isNear(plain.person(33), 0.100919, 5e-7) && isNear(plain.person(0), 0.096997, 1e-6))
    let weighted = PageRankCentrality().finding(in: study(.karate, weighted: true))
    #expect(isNear(weighted.person(33), 0.096989))
  }

  @Test func withoutTies() {
    let empty = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: false)
    #expect(PageRankCentrality().finding(in: study(empty)).person(0) == 0.25)
    let none = CompactGraph(nodeCount: 0, from: [], to: [], isDirected: false)
    #expect(PageRankCentrality().finding(in: study(none)).people?.values.isEmpty == true)
  }

  /// What flows in is what is held.
  @Test(arguments: 0..<25) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = PageRankCentrality().finding(in: trial.study)
    let rank = trial.people.map { finding.person($0) ?? 0 }
    let n = Double(rank.count)
    #expect(abs(rank.reduce(0, +) - 1) < 1e-9)
    for node in trial.people {
      let inflow = trial.people.reduce(0.0) { sum, other in
        let out = trial.cells[other].reduce(0, +)
        return sum + rank[other] * (out > 0 ? trial.cells[other][node] / out : 1 / n)
      }
      #expect(abs(rank[node] - (0.15 / n + 0.85 * inflow)) < 1e-9)
    }
  }
}
