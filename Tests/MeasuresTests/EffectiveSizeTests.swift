import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct EffectiveSizeTests {
  @Test func published() {
    let borgatti = EffectiveSize(weighted: false).finding(in: study(.borgatti))
    #expect(isNear(borgatti.person(6), 4.67, 5e-3))
    #expect(isNear(borgatti.person(0), 2.5))
    #expect(isNear(borgatti.person(1), 1.666667))
    #expect(isNear(borgatti.person(2), 1))
    let strong = EffectiveSize(weighted: true).finding(in: study(.borgatti, weighted: true))
    #expect(isNear(strong.person(6), 5.47, 5e-3) && isNear(strong.person(0), 2.475, 1e-9))
    #expect(
      isNear(EffectiveSize(weighted: false).finding(in: study(.kite)).person(3), 3.3333, 5e-5))
    let karate = EffectiveSize(weighted: false).finding(in: study(.karate))
    #expect(isNear(karate.person(0), 13.75))
    #expect(isNear(karate.person(33), 15.235294))
    #expect(isNear(karate.person(2), 7.8))
    #expect(isNear(karate.person(8), 3))
    // networkx without `nodes=` gives 13.954 here: it normalises the wrong axis (networkx issue 8906).
    let weighted = EffectiveSize(weighted: true).finding(in: study(.karate, weighted: true))
    #expect(isNear(weighted.person(0), 13.7750, 5e-5))
    #expect(isNear(weighted.person(33), 15.2289, 5e-5))
  }

  @Test func directed() {
    let finding = EffectiveSize(weighted: false).finding(in: study(.smallDirected))
    #expect(isNear(finding.person(0), 1.166667))
    #expect(isNear(finding.person(1), 1.166667))
    #expect(isNear(finding.person(2), 1))
  }

  @Test func anIsolateHasNone() {
    let graph = CompactGraph(nodeCount: 3, from: [0], to: [1], isDirected: false)
    let finding = EffectiveSize(weighted: false).finding(in: study(graph))
    #expect(finding.person(0) == 1)
    #expect(finding.person(2) == nil)
  }

  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 3 + seed % 10, density: 0.2 + Double(seed % 5) / 7,
      isDirected: seed % 2 == 1, isWeighted: seed % 3 == 0)
    let weighted = seed % 4 < 2
    let finding = EffectiveSize(weighted: weighted).finding(in: study(graph))
    let holes = SlowHoles(graph, weighted: weighted)
    for node in 0..<graph.nodeCount {
      guard let expected = holes.effectiveSize(node) else {
        #expect(finding.person(node) == nil)
        continue
      }
      #expect(isNear(finding.person(node), expected, 1e-12))
    }
  }
}
