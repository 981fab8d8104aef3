import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct CentralizationTests {
  private func value(_ kind: Centralization.Kind, _ graph: CompactGraph) -> Double? {
    Centralization(kind).finding(in: study(graph)).value()
  }

  /// Wasserman & Faust (1994), table 5.1: degree with Pucci, who has no ties; the others without.
  @Test func florentineFamilies() {
    let families = Classic.florentine
    let all = CompactGraph(
      nodeCount: 16, from: families.edges.map(\.0), to: families.edges.map(\.1), isDirected: false)
    #expect(isNear(value(.degree, all), 0.267, 5e-4))
    #expect(isNear(value(.betweenness, families.graph), 0.437, 5e-4))
    #expect(isNear(value(.closeness, families.graph), 0.322, 1e-3))
    #expect(isNear(value(.closeness, families.graph), 0.3225, 5e-5))
  }

  @Test func published() {
    #expect(isNear(value(.degree, Classic.kite.graph), 0.3333, 5e-5))
    #expect(isNear(value(.betweenness, Classic.kite.graph), 0.2963, 5e-5))
    #expect(isNear(value(.closeness, Classic.kite.graph), 0.2704, 5e-5))
    #expect(isNear(value(.degree, Classic.karate.graph), 0.399621))
    #expect(isNear(value(.betweenness, Classic.karate.graph), 0.405557))
    #expect(isNear(value(.closeness, Classic.karate.graph), 0.298195))
  }

  @Test func aStarIsAsCentralAsCanBe() {
    let star = CompactGraph(
      nodeCount: 6, from: [0, 0, 0, 0, 0], to: [1, 2, 3, 4, 5], isDirected: false)
    let ring = Classic.ring.graph.undirected
    for kind in Centralization.Kind.allCases {
      #expect(isNear(value(kind, star), 1, 1e-12))
      #expect(isNear(value(kind, ring), 0, 1e-12))
    }
  }

  @Test func undefined() {
    let pair = CompactGraph(nodeCount: 2, from: [0], to: [1], isDirected: false)
    let apart = CompactGraph(nodeCount: 4, from: [0, 1], to: [1, 2], isDirected: false)
    for kind in Centralization.Kind.allCases {
      let figure = Centralization(kind).finding(in: study(pair))[.network]
      #expect(figure?.undefined == .tooFewPeople)
    }
    #expect(
      Centralization(.closeness).finding(in: study(apart))[.network]?.undefined == .notConnected)
    #expect(value(.degree, apart) != nil)
  }

  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let n = Double(trial.people.count)
    let steps = trial.distances()
    let degrees = trial.people.map { Double(trial.contacts($0).count) }
    func spread(_ values: [Double], _ most: Double) -> Double {
      values.reduce(0) { $0 + (values.max() ?? 0) - $1 } / most
    }
    #expect(
      agree(
        Centralization(.degree).finding(in: trial.study).value(),
        spread(degrees, (n - 1) * (n - 2))))
    let near = steps.compactMap { row -> Double? in
      row.contains(nil) ? nil : (n - 1) / Double(row.reduce(0) { $0 + ($1 ?? 0) })
    }
    #expect(
      agree(
        Centralization(.closeness).finding(in: trial.study).value(),
        near.count == trial.people.count ? spread(near, (n - 1) * (n - 2) / (2 * n - 3)) : nil))
    // Freeman's own form for unscaled betweenness: sum of (max - b) over (n - 1)^2 (n - 2) / 2.
    let between = trial.people.map {
      BetweennessCentrality().finding(in: trial.study).person($0) ?? 0
    }
    #expect(
      agree(
        Centralization(.betweenness).finding(in: trial.study).value(),
        spread(between, (n - 1) * (n - 1) * (n - 2) / 2)))
  }
}
