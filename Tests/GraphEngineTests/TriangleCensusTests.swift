import GraphEngine
import TestSupport
import Testing

@Suite struct TriangleCensusTests {
  @Test func published() {
    #expect(Classic.karate.graph.triangleCensus().triangles.reduce(0, +) == 3 * 45)
    #expect(Classic.kite.graph.triangleCensus().triangles.reduce(0, +) == 3 * 11)
  }

  @Test func withoutTriangles() {
    let path = CompactGraph(nodeCount: 4, from: [0, 1], to: [1, 2], isDirected: false)
      .triangleCensus()
    #expect(path.triangles == [0, 0, 0, 0] && path.redundancy == [0, 0, 0, 0])
    #expect(path.indirect == [0, 0, 0, 0])
  }

  /// Every three nodes, and the sums written out over the dense table.
  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 3 + seed % 12, density: 0.1 + Double(seed % 5) / 6,
      isWeighted: seed % 2 == 0)
    let cells = matrix(graph)
    let n = graph.nodeCount
    let census = graph.triangleCensus()
    func share(_ i: Int, _ j: Int) -> Double {
      let total = cells[i].reduce(0, +)
      return total > 0 ? cells[i][j] / total : 0
    }
    for i in 0..<n {
      var (triangles, redundancy) = (0, 0.0)
      for j in 0..<n where cells[i][j] > 0 {
        let strongest = cells[j].max() ?? 1
        for q in 0..<n where q != i && q != j && cells[i][q] > 0 && cells[j][q] > 0 {
          triangles += q > j ? 1 : 0
          redundancy += share(i, q) * cells[j][q] / strongest
        }
        let indirect = (0..<n).reduce(0) { sum, q in
          q == i || q == j ? sum : sum + share(i, q) * share(q, j)
        }
        let entry = graph.entry(from: i, to: Int32(j)) ?? 0
        #expect(abs(census.indirect[entry] - indirect) < 1e-12)
      }
      #expect(census.triangles[i] == triangles)
      #expect(abs(census.redundancy[i] - redundancy) < 1e-12)
    }
  }
}
