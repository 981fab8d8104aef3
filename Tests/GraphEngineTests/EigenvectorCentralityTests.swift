import GraphEngine
import TestSupport
import Testing

@Suite struct EigenvectorCentralityTests {
  @Test func aStarsLeavesHoldOneOverTheRoot() {
    let star = CompactGraph(
      nodeCount: 5, from: [0, 0, 0, 0], to: [1, 2, 3, 4], isDirected: false)
    let values = star.eigenvectorCentrality()
    #expect(values[0] == 1)
    for leaf in 1...4 { #expect(abs(values[leaf] - 0.5) < 1e-9) }
  }

  @Test func onlyTheThickestPartCounts() {
    let graph = CompactGraph(
      nodeCount: 6, from: [0, 1, 0, 3], to: [1, 2, 2, 4], isDirected: false)
    let values = graph.eigenvectorCentrality()
    #expect(values[0] > 0.999_999 && values[3] == 0 && values[4] == 0 && values[5] == 0)
  }

  @Test func withoutTies() {
    let graph = CompactGraph(nodeCount: 2, from: [], to: [], isDirected: false)
    #expect(graph.eigenvectorCentrality() == [0, 0])
  }

  /// A x = lambda x, the largest x is 1, and no vector has a larger quotient (Collatz: where all x > 0, lambda is the root).
  @Test(arguments: 0..<30) func solvesItsEquation(seed: Int) {
    // A ring through everybody makes one part.
    let n = 4 + seed % 12
    let random = randomGraph(
      seed: UInt64(seed), nodeCount: n, density: Double(seed % 5) / 9, isWeighted: true)
    var cells = matrix(random)
    for node in 0..<n {
      cells[node][(node + 1) % n] = 2
      cells[(node + 1) % n][node] = 2
    }
    var (from, to, weights): ([Int32], [Int32], [Double]) = ([], [], [])
    for a in 0..<n {
      for b in a + 1..<n where cells[a][b] > 0 {
        from.append(Int32(a))
        to.append(Int32(b))
        weights.append(cells[a][b])
      }
    }
    let graph = CompactGraph(
      nodeCount: n, from: from, to: to, weights: weights, isDirected: false)
    let values = graph.eigenvectorCentrality()
    #expect(values.max() == 1 && values.allSatisfy { $0 > 0 })
    let quotients = (0..<n).map { a in
      (0..<n).reduce(0) { $0 + cells[a][$1] * values[$1] } / values[a]
    }
    let (least, most) = (quotients.min() ?? 0, quotients.max() ?? 0)
    #expect(most - least < 1e-7 * most)
  }
}
