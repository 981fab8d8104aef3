import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct EfficiencyTests {
  @Test func borgatti() {
    // G has six contacts and an effective size of 4.67, A four and 2.5.
    let finding = Efficiency().finding(in: study(.borgatti))
    #expect(isNear(finding.person(6), 14.0 / 18) && finding.person(0) == 0.625)
    #expect(finding.person(2) == 1)
  }

  @Test func anIsolateHasNone() {
    let graph = CompactGraph(nodeCount: 3, from: [0], to: [1], isDirected: false)
    let finding = Efficiency().finding(in: study(graph))
    #expect(finding.person(2) == nil && finding.people?.undefined == .isolate)
  }

  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = Efficiency().finding(in: trial.study)
    let holes = SlowHoles(trial.graph, weighted: false)
    for node in trial.people {
      let contacts = Double(trial.contacts(node).count)
      #expect(agree(finding.person(node), holes.effectiveSize(node).map { $0 / contacts }))
    }
  }
}
