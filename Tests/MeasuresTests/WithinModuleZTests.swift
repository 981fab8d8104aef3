import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct WithinModuleZTests {
  @Test func karate() {
    // The population deviation, as bctpy; dividing by n - 1 gives 3.2466 and 3.0426.
    let finding = WithinModuleZ().finding(in: study(.karate))
    #expect(isNear(finding.person(0), 3.346533) && isNear(finding.person(33), 3.136281))
  }

  @Test func undefined() {
    let graph = CompactGraph(nodeCount: 4, from: [0], to: [1], isDirected: false)
    let groups = Partition(groupOf: [0, 0, -1, 1], names: ["a", "b"])
    let finding = WithinModuleZ().finding(in: study(graph, groups))
    // Everybody of a has as many ties inside; 2 has no group; 3 is a group of one.
    #expect(finding.person(0) == 0 && finding.person(3) == 0)
    #expect(finding.person(2) == nil && finding.people?.undefined == .noGroup)
  }

  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = WithinModuleZ().finding(in: trial.study)
    for node in trial.people {
      guard let group = trial.label[node] else {
        #expect(finding.person(node) == nil)
        continue
      }
      let members = trial.members(group)
      func inside(_ person: Int) -> Double { members.reduce(0) { $0 + trial.between(person, $1) } }
      let n = Double(members.count)
      let mean = members.reduce(0) { $0 + inside($1) } / n
      let square = members.reduce(0) { $0 + inside($1) * inside($1) } / n
      let variance = square - mean * mean
      let z = (inside(node) - mean) / variance.squareRoot()
      #expect(agree(finding.person(node), variance > 1e-9 ? z : 0, 1e-7))
    }
  }
}
