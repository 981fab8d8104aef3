import GraphEngine
import TestSupport
import Testing

@Suite struct DominantEigenpairTests {
  private func times(_ cells: [[Double]]) -> ([Double]) -> [Double] {
    { vector in cells.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } } }
  }

  @Test func byHand() {
    // (2 1; 1 2) stretches (1, 1) by 3; a single cell is its own eigenvalue.
    let pair = dominantEigenpair(start: [1, 0.2], multiply: times([[2, 1], [1, 2]]))
    #expect(abs(pair.value - 3) < 1e-12)
    #expect(abs(abs(pair.vector[0]) - 0.5.squareRoot()) < 1e-9)
    #expect(dominantEigenpair(start: [4], multiply: times([[0.25]])) == (0.25, [1]))
  }

  /// A path of n has 2 cos(pi / (n + 1)), close below the next: many starts are needed for a long one.
  @Test(arguments: [(3, 1.414_213_562), (6, 1.801_937_736), (400, 1.999_938_618)])
  func paths(count: Int, value: Double) {
    let pair = dominantEigenpair(start: [Double](repeating: 1, count: count)) { vector in
      vector.indices.map { place in
        (place > 0 ? vector[place - 1] : 0) + (place < count - 1 ? vector[place + 1] : 0)
      }
    }
    #expect(abs(pair.value - value) < 1e-8)
    #expect(abs(pair.vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
  }

  /// A x = lambda x with all x of one sign, which only the largest eigenvalue of a connected part has (Perron & Frobenius).
  @Test(arguments: 0..<30) func solvesItsEquation(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 3 + seed, density: 0.3, isWeighted: seed % 2 == 0)
    var cells = matrix(graph)
    for node in cells.indices {
      let next = (node + 1) % cells.count
      cells[node][next] = max(1, cells[node][next])
      cells[next][node] = cells[node][next]
    }
    let multiply = times(cells)
    let pair = dominantEigenpair(start: cells.map { _ in 1 }, multiply: multiply)
    for (image, x) in zip(multiply(pair.vector), pair.vector) {
      #expect(abs(image - pair.value * x) < 1e-9)
    }
    #expect(pair.vector.allSatisfy { $0 > 0 } || pair.vector.allSatisfy { $0 < 0 })
  }
}
