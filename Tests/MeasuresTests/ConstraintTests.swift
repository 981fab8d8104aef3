import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct ConstraintTests {
  @Test func published() {
    let borgatti = Constraint(weighted: false).finding(in: study(.borgatti))
    #expect(isNear(borgatti.person(6), 0.400270))
    #expect(isNear(borgatti.person(0), 0.595486))
    #expect(isNear(borgatti.person(1), 0.642747))
    #expect(isNear(borgatti.person(4), 0.730903))
    #expect(isNear(borgatti.person(5), 0.730903))
    #expect(isNear(borgatti.person(3), 0.784722))
    #expect(isNear(borgatti.person(2), 1))
    let strong = Constraint(weighted: true).finding(in: study(.borgatti, weighted: true))
    #expect(isNear(strong.person(6), 0.299, 5e-4) && isNear(strong.person(0), 0.795, 5e-4))
    let kite = Constraint(weighted: false).finding(in: study(.kite))
    #expect(isNear(kite.person(7), 0.4311, 5e-5))
    #expect(isNear(kite.person(5), 0.4451, 5e-5))
    #expect(isNear(kite.person(3), 0.4702, 5e-5))
    let karate = Constraint(weighted: false).finding(in: study(.karate))
    #expect(isNear(karate.person(0), 0.1554, 5e-5))
    #expect(isNear(karate.person(33), 0.1564, 5e-5))
    #expect(isNear(karate.person(2), 0.1852, 5e-5))
    let weighted = Constraint(weighted: true).finding(in: study(.karate, weighted: true))
    #expect(isNear(weighted.person(0), 0.1906, 5e-5))
    #expect(isNear(weighted.person(33), 0.1863, 5e-5))
    #expect(isNear(weighted.person(2), 0.2557, 5e-5))
  }

  @Test func directed() {
    let finding = Constraint(weighted: false).finding(in: study(.smallDirected))
    #expect(isNear(finding.person(0), 1.003086))
    #expect(isNear(finding.person(1), 1.003086))
    #expect(isNear(finding.person(2), 1.388889))
  }

  @Test func aTriadExceedsOneAndAnIsolateHasNone() {
    let graph = CompactGraph(nodeCount: 4, from: [0, 1, 0], to: [1, 2, 2], isDirected: false)
    let finding = Constraint(weighted: false).finding(in: study(graph))
    #expect(isNear(finding.person(0), 1.125))
    #expect(finding.people?.values[3] == .some(nil))
    #expect(finding.people?.undefined == .isolate)
  }

  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 3 + seed % 10, density: 0.2 + Double(seed % 5) / 7,
      isDirected: seed % 2 == 1, isWeighted: seed % 3 == 0)
    let weighted = seed % 4 < 2
    let finding = Constraint(weighted: weighted).finding(in: study(graph))
    let holes = SlowHoles(graph, weighted: weighted)
    for node in 0..<graph.nodeCount {
      guard let expected = holes.constraint(node) else {
        #expect(finding.person(node) == nil)
        continue
      }
      #expect(isNear(finding.person(node), expected, 1e-12))
    }
  }
}
