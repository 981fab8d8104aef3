import Foundation
import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct HierarchyTests {
  @Test func borgatti() {
    let finding = Hierarchy().finding(in: study(.borgatti))
    #expect(isNear(finding.person(6), 0.094749) && isNear(finding.person(0), 0.167751))
    // A single contact holds all there is.
    #expect(finding.person(2) == 1)
  }

  @Test func equalContactsHaveNoneAbove() {
    let triad = CompactGraph(nodeCount: 4, from: [0, 1, 2], to: [1, 2, 0], isDirected: false)
    let finding = Hierarchy().finding(in: study(triad))
    #expect(isNear(finding.person(0), 0, 1e-12))
    #expect(finding.person(3) == nil && finding.people?.undefined == .isolate)
  }

  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = Hierarchy().finding(in: trial.study)
    let holes = SlowHoles(trial.graph, weighted: false)
    for node in trial.people {
      let parts = holes.constraints(node)
      let (n, sum) = (Double(parts.count), parts.reduce(0, +))
      let value: Double? =
        switch parts.count {
        case 0: nil
        case 1: 1
        default: parts.reduce(0) { $0 + $1 * n / sum * log($1 * n / sum) } / (n * log(n))
        }
      #expect(agree(finding.person(node), value))
    }
  }
}
