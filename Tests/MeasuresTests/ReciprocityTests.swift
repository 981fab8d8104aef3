import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct ReciprocityTests {
  @Test func published() {
    #expect(Reciprocity().finding(in: study(.classroom)).value() == 0.5)
    #expect(Reciprocity().finding(in: study(.ring)).value() == 0)
    #expect(Reciprocity().finding(in: study(.smallDirected)).value() == 0.5)
  }

  @Test func undefined() {
    let empty = CompactGraph(nodeCount: 3, from: [], to: [], isDirected: true)
    #expect(Reciprocity().finding(in: study(empty))[.network]?.undefined == .noTies)
    #expect(Reciprocity().finding(in: study(.kite))[.network]?.undefined == .notDirected)
  }

  @Test(arguments: 0..<20) func slowTwin(seed: Int) {
    let trial = Trial(seed, directed: true)
    var (arcs, returned) = (0.0, 0.0)
    for a in trial.people {
      for b in trial.people where trial.cells[a][b] > 0 {
        arcs += 1
        returned += trial.cells[b][a] > 0 ? 1 : 0
      }
    }
    let found = Reciprocity().finding(in: trial.study).value()
    #expect(agree(found, arcs > 0 ? returned / arcs : nil))
  }
}
