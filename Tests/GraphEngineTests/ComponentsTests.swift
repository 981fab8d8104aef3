import GraphEngine
import TestSupport
import Testing

@Suite struct ComponentsTests {
  @Test func partsAreNumberedByTheirLowestNode() {
    let graph = CompactGraph(nodeCount: 6, from: [5, 4], to: [0, 2], isDirected: false)
    let parts = graph.components()
    #expect(parts.partOf == [0, 1, 2, 3, 2, 0])
    #expect(parts.sizes == [2, 1, 2, 1] && parts.count == 4 && parts.largest == 2)
    #expect(Classic.karate.graph.components().count == 1)
  }

  @Test func withoutNodes() {
    let none = CompactGraph(nodeCount: 0, from: [], to: [], isDirected: false).components()
    #expect(none.count == 0 && none.largest == 0)
  }

  /// Two nodes are in one part when a path joins them, arcs counting both ways.
  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 1 + seed % 16, density: Double(seed % 6) / 20,
      isDirected: seed % 2 == 1)
    let steps = allDistances(graph.undirected)
    let parts = graph.components()
    for a in 0..<graph.nodeCount {
      #expect(parts.sizes[Int(parts.partOf[a])] == steps[a].count { $0 < unreached })
      for b in 0..<graph.nodeCount {
        #expect((parts.partOf[a] == parts.partOf[b]) == (steps[a][b] < unreached))
      }
    }
  }
}
