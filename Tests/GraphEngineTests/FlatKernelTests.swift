import GraphEngine
import TestSupport
import Testing

/// Kernels on flat memory beside twins that follow their definitions.
@Suite struct FlatKernelTests {
  private func network(_ seed: Int, _ isDirected: Bool = false) -> CompactGraph {
    randomGraph(
      seed: UInt64(seed), nodeCount: seed % 47, density: Double(seed % 10) / 16,
      isDirected: isDirected, isWeighted: true)
  }

  /// The same ties as arcs in both directions.
  private func bothWays(_ graph: CompactGraph) -> CompactGraph {
    var from: [Int32] = []
    for node in 0..<graph.nodeCount {
      from += [Int32](repeating: Int32(node), count: graph.degree(node))
    }
    return CompactGraph(
      nodeCount: graph.nodeCount, from: from, to: graph.targets, weights: graph.weights,
      isDirected: true)
  }

  @Test(arguments: 0..<100) func rowsAreSortedAndMerged(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let n = 1 + seed % 9
    let ties = (0..<seed).map { _ in
      (Int32(generator.below(n)), Int32(generator.below(n)), Double(1 + generator.below(6)))
    }
    for rule in ParallelRule.allCases {
      for isDirected in [false, true] {
        var expected: [[Int32: Double]] = .init(repeating: [:], count: n)
        for (a, b, weight) in ties where a != b {
          for (row, far) in isDirected ? [(a, b)] : [(a, b), (b, a)] {
            let known = expected[Int(row)][far]
            expected[Int(row)][far] =
              switch (rule, known) {
              case (.sum, let known?): known + weight
              case (.max, let known?): max(known, weight)
              default: weight
              }
          }
        }
        let graph = CompactGraph(
          nodeCount: n, from: ties.map(\.0), to: ties.map(\.1), weights: ties.map(\.2),
          isDirected: isDirected, parallel: rule)
        for node in 0..<n {
          let row = Int(graph.starts[node])..<Int(graph.starts[node + 1])
          #expect(Array(graph.targets[row]) == expected[node].keys.sorted())
          for entry in row { #expect(graph.weights[entry] == expected[node][graph.targets[entry]]) }
        }
      }
    }
  }

  @Test(arguments: 0..<60) func fewOfManyNodes(seed: Int) {
    // So few of them that they are looked up by halving, in no order.
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 400, density: 0.3, isDirected: seed % 2 == 1)
    var nodes = (0..<Int32(400)).map { $0 }
    var generator = SeededGenerator(seed: UInt64(seed))
    generator.shuffle(&nodes)
    let few = Array(nodes.prefix(5))
    let small = graph.restricted(to: few)
    for (a, from) in few.enumerated() {
      for (b, to) in few.enumerated() {
        #expect(
          (small.entry(from: a, to: Int32(b)) != nil)
            == (graph.entry(from: Int(from), to: to) != nil))
      }
    }
  }

  @Test(arguments: 0..<80) func trianglesOneByOne(seed: Int) {
    let graph = network(seed)
    var slow = [Int](repeating: 0, count: graph.nodeCount)
    for a in 0..<graph.nodeCount {
      for b in graph.neighbours(a) {
        for c in graph.neighbours(Int(b)) where c > b && graph.entry(from: a, to: c) != nil {
          slow[a] += 1
        }
      }
    }
    #expect(graph.triangleCounts() == slow && graph.triangleCensus().triangles == slow)
  }

  @Test(arguments: 0..<80) func partsByWalking(seed: Int) {
    for isDirected in [false, true] {
      let graph = network(seed, isDirected)
      var partOf = [Int32](repeating: -1, count: graph.nodeCount)
      var parts: Int32 = 0
      let undirected = graph.undirected
      for node in 0..<graph.nodeCount where partOf[node] < 0 {
        for (other, distance) in undirected.distances(from: [Int32(node)]).enumerated()
        where distance >= 0 { partOf[other] = parts }
        parts += 1
      }
      #expect(graph.components().partOf == partOf)
    }
  }

  /// Ties without direction and the same ties as two arcs each are one network to a walker and to a broker.
  @Test(arguments: 0..<80) func arcsBothWays(seed: Int) {
    let graph = network(seed)
    let arcs = bothWays(graph)
    #expect(agree(graph.pageRank(), arcs.pageRank(), within: 1e-10))
    let groups = randomPartition(
      seed: UInt64(seed), nodeCount: graph.nodeCount, groups: 1 + seed % 4, missing: seed % 3 == 0)
    #expect(graph.brokerage(groups) == arcs.brokerage(groups))
  }

  @Test func threadsChangeNoBit() {
    let graph = sparseGraph(seed: 6, nodeCount: 21_000, ties: 44_000)
    #expect(graph.pageRank(threads: 1) == graph.pageRank())
    #expect(graph.leiden(seed: 2, attempts: 2, threads: 1) == graph.leiden(seed: 2, attempts: 2))
    let small = randomGraph(seed: 6, nodeCount: 500, density: 0.02)
    #expect(small.leiden(seed: 2, attempts: 6, threads: 1) == small.leiden(seed: 2, attempts: 6))
  }
}
