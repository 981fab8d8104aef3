import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct MeanPathTests {
  @Test func published() {
    // Watts & Strogatz's L of the karate club is 2.408; the kite's ninety ordered pairs take 178 steps.
    #expect(isNear(MeanPath().finding(in: study(.karate)).value(), 2.4082, 5e-5))
    #expect(isNear(MeanPath().finding(in: study(.kite)).value(), 178.0 / 90))
  }

  @Test func undefined() {
    let empty = CompactGraph(nodeCount: 3, from: [], to: [], isDirected: false)
    #expect(MeanPath().finding(in: study(empty))[.network]?.undefined == .noDegree)
  }

  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let steps = trial.distances().joined().compactMap { $0 }.filter { $0 > 0 }
    let mean = steps.isEmpty ? nil : Double(steps.reduce(0, +)) / Double(steps.count)
    let figure = MeanPath().finding(in: trial.study)[.network]
    #expect(agree(figure?.value, mean))
    if mean != nil { #expect(figure?.basis == Double(steps.count / 2)) }
  }
}
