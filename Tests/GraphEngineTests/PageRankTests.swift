import GraphEngine
import TestSupport
import Testing

@Suite struct PageRankTests {
  @Test func twoWhoAskAThird() {
    // The third holds a, the others b each: a = 0.05 + 0.85 (2 b + a / 3), b = 0.05 + 0.85 a / 3.
    let graph = CompactGraph(nodeCount: 3, from: [0, 1], to: [2, 2], isDirected: true)
    let rank = graph.pageRank()
    let a = (0.05 + 1.7 * 0.05) / (1 - 0.85 / 3 - 1.7 * 0.85 / 3)
    #expect(abs(rank[2] - a) < 1e-10)
    #expect(abs(rank[0] - (0.05 + 0.85 * a / 3)) < 1e-10 && rank[0] == rank[1])
  }

  @Test func withoutTiesEverybodyHoldsAsMuch() {
    let graph = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: true)
    #expect(graph.pageRank() == [0.25, 0.25, 0.25, 0.25])
    #expect(CompactGraph(nodeCount: 0, from: [], to: [], isDirected: true).pageRank().isEmpty)
  }

  /// The walker's dense table, multiplied out until nothing moves.
  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 2 + seed % 12, density: 0.05 + Double(seed % 5) / 9,
      isDirected: seed % 2 == 1, isWeighted: seed % 3 > 0)
    let n = graph.nodeCount
    let step = matrix(graph).map { row -> [Double] in
      let out = row.reduce(0, +)
      return row.map { 0.15 / Double(n) + 0.85 * (out > 0 ? $0 / out : 1 / Double(n)) }
    }
    var rank = [Double](repeating: 1 / Double(n), count: n)
    for _ in 0..<300 {
      rank = (0..<n).map { to in (0..<n).reduce(0) { $0 + rank[$1] * step[$1][to] } }
    }
    let found = graph.pageRank()
    #expect(abs(found.reduce(0, +) - 1) < 1e-9)
    for (a, b) in zip(found, rank) { #expect(abs(a - b) < 1e-9) }
  }
}
