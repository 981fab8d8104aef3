import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct TransitivityTests {
  @Test func published() {
    #expect(isNear(Transitivity().finding(in: study(.karate)).value(), 0.255682))
    #expect(isNear(Transitivity().finding(in: study(.florentine)).value(), 9.0 / 47))
  }

  @Test func undefined() {
    let pair = CompactGraph(nodeCount: 2, from: [0], to: [1], isDirected: false)
    #expect(Transitivity().finding(in: study(pair))[.network]?.undefined == .fewContacts)
  }

  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    var (paths, closed) = (0.0, 0.0)
    for node in trial.people {
      for a in trial.contacts(node) {
        for b in trial.contacts(node) where a != b {
          paths += 1
          closed += trial.between(a, b) > 0 ? 1 : 0
        }
      }
    }
    let found = Transitivity().finding(in: trial.study).value()
    #expect(agree(found, paths > 0 ? closed / paths : nil))
  }
}
