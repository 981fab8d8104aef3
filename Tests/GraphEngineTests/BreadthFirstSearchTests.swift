import GraphEngine
import TestSupport
import Testing

@Suite struct BreadthFirstSearchTests {
  @Test func fromTheEndOfTheKite() {
    let graph = Classic.kite.graph
    #expect(graph.distances(from: [9]) == [4, 4, 4, 4, 4, 3, 3, 2, 1, 0])
    #expect(graph.distances(from: [9, 3]) == [1, 1, 1, 0, 1, 1, 1, 2, 1, 0])
    #expect(graph.distances(from: [9], limit: 2) == [-1, -1, -1, -1, -1, -1, -1, 2, 1, 0])
    #expect(graph.distances(from: [], limit: 2).allSatisfy { $0 == -1 })
    #expect(graph.distances(from: [9, 9], limit: 0).count { $0 == 0 } == 1)
  }

  @Test func arcsLeadOneWay() {
    let graph = Classic.ring.graph
    #expect(graph.distances(from: [0]) == [0, 1, 2, 3, 4, 5])
    #expect(graph.reversed.distances(from: [0]) == [0, 5, 4, 3, 2, 1])
  }

  /// The nearest of several sources by Floyd & Warshall.
  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let n = 2 + seed % 14
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: n, density: 0.05 + Double(seed % 5) / 12,
      isDirected: seed % 2 == 1)
    let steps = allDistances(graph)
    let sources = [Int32(seed % n), Int32(seed * 7 % n)]
    for limit: Int32 in [.max, 2] {
      let found = graph.distances(from: sources, limit: limit)
      for node in 0..<n {
        let nearest = min(steps[Int(sources[0])][node], steps[Int(sources[1])][node])
        #expect(found[node] == (nearest < unreached && nearest <= Int(limit) ? Int32(nearest) : -1))
      }
    }
  }
}

/// Stands for no path in `allDistances`.
let unreached = 1_000_000

/// The steps between every two nodes (Floyd & Warshall).
func allDistances(_ graph: CompactGraph) -> [[Int]] {
  let n = graph.nodeCount
  var steps = matrix(graph).map { $0.map { $0 > 0 ? 1 : unreached } }
  for node in 0..<n { steps[node][node] = 0 }
  for via in 0..<n {
    for a in 0..<n {
      for b in 0..<n { steps[a][b] = min(steps[a][b], steps[a][via] + steps[via][b]) }
    }
  }
  return steps
}
