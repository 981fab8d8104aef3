import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct DiameterTests {
  @Test func published() {
    #expect(Diameter().finding(in: study(.kite)).value() == 4)
    #expect(Diameter().finding(in: study(.karate)).value() == 5)
    #expect(Diameter().finding(in: study(.florentine)).value() == 5)
  }

  @Test func undefined() {
    let empty = CompactGraph(nodeCount: 3, from: [], to: [], isDirected: false)
    #expect(Diameter().finding(in: study(empty))[.network]?.undefined == .noDegree)
  }

  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let longest = trial.distances().joined().compactMap { $0 }.max() ?? 0
    #expect(
      Diameter().finding(in: trial.study).value() == (longest > 0 ? Double(longest) : nil))
  }
}
