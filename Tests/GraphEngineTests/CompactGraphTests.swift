import GraphEngine
import TestSupport
import Testing

@Suite struct CompactGraphTests {
  @Test func rowsAreSortedAndSelfTiesLeftOut() {
    let graph = CompactGraph(
      nodeCount: 4, from: [2, 3, 1], to: [0, 3, 0], weights: [5, 9, 7], isDirected: false)
    #expect(graph.starts == [0, 2, 3, 4, 4] && graph.targets == [1, 2, 0, 0])
    #expect(graph.weights == [7, 5, 7, 5] && graph.tieCount == 2)
    #expect(graph.degree(0) == 2 && graph.degree(3) == 0 && Array(graph.neighbours(0)) == [1, 2])
    #expect(graph.entry(from: 0, to: 2) == 1 && graph.entry(from: 1, to: 2) == nil)
    #expect(graph.entry(from: 3, to: 0) == nil)
  }

  @Test(arguments: [(ParallelRule.sum, 6.0), (.max, 3), (.latest, 1)])
  func parallelTiesAreMerged(rule: ParallelRule, weight: Double) {
    let graph = CompactGraph(
      nodeCount: 2, from: [0, 1, 0], to: [1, 0, 1], weights: [2, 3, 1], isDirected: false,
      parallel: rule)
    #expect(graph.tieCount == 1 && graph.weights == [weight, weight])
  }

  @Test func arcsBecomeTies() {
    let graph = CompactGraph(
      nodeCount: 3, from: [0, 1, 2], to: [1, 0, 1], weights: [2, 3, 4], isDirected: true)
    #expect(graph.tieCount == 3 && graph.undirected.tieCount == 2)
    #expect(graph.undirected.weights == [5, 5, 4, 4])
    #expect(graph.reversed.neighbours(1).elementsEqual([0, 2]) && graph.reversed.reversed == graph)
    #expect(graph.undirected.reversed == graph.undirected)
  }

  @Test func layersAddUp() {
    let one = CompactGraph(nodeCount: 3, from: [0], to: [1], weights: [2], isDirected: false)
    let two = CompactGraph(
      nodeCount: 3, from: [0, 1], to: [1, 2], weights: [0.5, 0.25], isDirected: false)
    let (sum, shares) = one.adding(two)
    #expect(sum.weights == [2.5, 2.5, 0.25, 0.25] && shares == [1, 1, 0.25, 0.25])
  }

  /// The dense table of the ties given, merged by hand.
  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let n = 2 + seed % 9
    let isDirected = seed % 2 == 1
    let rule = ParallelRule.allCases[seed % 3]
    var cells = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    var (from, to, weights): ([Int32], [Int32], [Double]) = ([], [], [])
    for _ in 0..<seed * 2 {
      let (a, b) = (generator.below(n), generator.below(n))
      let weight = Double(1 + generator.below(9))
      from.append(Int32(a))
      to.append(Int32(b))
      weights.append(weight)
      guard a != b else { continue }
      let old = cells[a][b]
      let new =
        switch rule {
        case .sum: old + weight
        case .max: max(old, weight)
        case .latest: weight
        }
      cells[a][b] = new
      if !isDirected { cells[b][a] = new }
    }
    let graph = CompactGraph(
      nodeCount: n, from: from, to: to, weights: weights, isDirected: isDirected, parallel: rule)
    #expect(matrix(graph) == cells)
    for node in 0..<n {
      let row = graph.neighbours(node)
      #expect(zip(row, row.dropFirst()).allSatisfy { $0 < $1 })
      for other in 0..<Int32(n) {
        #expect((graph.entry(from: node, to: other) != nil) == (cells[node][Int(other)] > 0))
      }
    }
    let turned = matrix(graph.reversed)
    let joined = matrix(graph.undirected)
    let kept = (0..<Int32(n)).filter { $0 % 3 != 1 }
    let part = matrix(graph.restricted(to: kept))
    for a in 0..<n {
      for b in 0..<n {
        #expect(turned[a][b] == (isDirected ? cells[b][a] : cells[a][b]))
        #expect(joined[a][b] == (isDirected ? cells[a][b] + cells[b][a] : cells[a][b]))
      }
    }
    for (a, one) in kept.enumerated() {
      for (b, two) in kept.enumerated() { #expect(part[a][b] == cells[Int(one)][Int(two)]) }
    }
  }
}
