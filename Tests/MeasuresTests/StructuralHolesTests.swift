import GraphEngine
import Measures
import Networks
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

@Suite struct EffectiveSizeTests {
  @Test func published() {
    let borgatti = EffectiveSize(weighted: false).finding(in: study(.borgatti))
    #expect(isNear(borgatti.person(6), 4.67, 5e-3))
    #expect(isNear(borgatti.person(0), 2.5))
    #expect(isNear(borgatti.person(1), 1.666667))
    #expect(isNear(borgatti.person(2), 1))
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

/// Burt's sums written out over the dense matrix.
private struct SlowHoles {
  let both: [[Double]]

  init(_ graph: CompactGraph, weighted: Bool) {
    let cells = matrix(graph).map { $0.map { weighted ? $0 : ($0 > 0 ? 1 : 0) } }
    both = cells.indices.map { i in cells.indices.map { cells[i][$0] + cells[$0][i] } }
  }

  private func share(_ i: Int, _ j: Int) -> Double {
    let total = both[i].reduce(0, +)
    return total > 0 ? both[i][j] / total : 0
  }

  func constraint(_ i: Int) -> Double? {
    let contacts = both.indices.filter { both[i][$0] > 0 }
    guard !contacts.isEmpty else { return nil }
    return contacts.reduce(0) { sum, j in
      let indirect = both.indices.filter { $0 != i && $0 != j }
        .reduce(0) { $0 + share(i, $1) * share($1, j) }
      return sum + (share(i, j) + indirect) * (share(i, j) + indirect)
    }
  }

  func effectiveSize(_ i: Int) -> Double? {
    let contacts = both.indices.filter { both[i][$0] > 0 }
    guard !contacts.isEmpty else { return nil }
    return contacts.reduce(0) { sum, j in
      let strongest = both[j].max() ?? 1
      return sum + 1
        - both.indices.filter { $0 != i && $0 != j }
        .reduce(0) { $0 + share(i, $1) * both[j][$1] / strongest }
    }
  }
}
