import GraphEngine
import TestSupport
import Testing

@Suite struct CoreNumbersTests {
  @Test func published() {
    #expect(Classic.kite.graph.coreNumbers() == [3, 3, 3, 3, 3, 3, 3, 2, 1, 1])
    // Karate's 4-core has ten members: 0, 1, 2, 3, 7, 8, 13, 30, 32, 33.
    let karate = Classic.karate.graph.coreNumbers()
    #expect(karate.indices.filter { karate[$0] == 4 } == [0, 1, 2, 3, 7, 8, 13, 30, 32, 33])
    #expect(karate.max() == 4 && karate[11] == 1)
  }

  @Test func withoutTies() {
    #expect(
      CompactGraph(nodeCount: 3, from: [], to: [], isDirected: false).coreNumbers() == [0, 0, 0])
    #expect(CompactGraph(nodeCount: 0, from: [], to: [], isDirected: false).coreNumbers().isEmpty)
  }

  /// Takes everybody with fewer than k ties left away until nobody has, for each k.
  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 1 + seed % 16, density: 0.05 + Double(seed % 7) / 9)
    var cores = [Int32](repeating: 0, count: graph.nodeCount)
    for k in 1...16 {
      var left = Set(0..<graph.nodeCount)
      while let weak = left.first(where: { node in
        graph.neighbours(node).count { left.contains(Int($0)) } < k
      }) {
        left.remove(weak)
      }
      for node in left { cores[node] = Int32(k) }
    }
    #expect(graph.coreNumbers() == cores)
  }
}
