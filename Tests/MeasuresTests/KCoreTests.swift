import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct KCoreTests {
  @Test func published() {
    let karate = KCore().finding(in: study(.karate))
    #expect(karate.value() == 4 && karate.person(33) == 4 && karate.person(11) == 1)
    #expect(KCore().finding(in: study(.kite)).value() == 3)
  }

  @Test func undefined() {
    let none = CompactGraph(nodeCount: 0, from: [], to: [], isDirected: false)
    #expect(KCore().finding(in: study(none))[.network]?.undefined == .noPeople)
    let alone = CompactGraph(nodeCount: 2, from: [], to: [], isDirected: false)
    #expect(KCore().finding(in: study(alone)).value() == 0)
  }

  /// Everybody keeps the k that the k-core, found by taking weak people away one by one, gives them.
  @Test(arguments: 0..<20) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = KCore().finding(in: trial.study)
    for k in 1...8 {
      var core = Set(trial.people)
      while let weak = core.first(where: { trial.contacts($0).filter(core.contains).count < k }) {
        core.remove(weak)
      }
      for node in trial.people {
        #expect(core.contains(node) == ((finding.person(node) ?? -1) >= Double(k)))
      }
    }
  }
}
