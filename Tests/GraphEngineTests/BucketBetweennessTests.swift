import GraphEngine
import TestSupport
import Testing

@Suite struct BucketBetweennessTests {
  /// The lengths of entries in whole parts: 420 over a strength from 1 to 7.
  private func lengths(_ graph: CompactGraph) -> [Int] { graph.weights.map { 420 / Int($0) } }

  private func network(_ seed: Int) -> CompactGraph {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 2 + seed % 41, density: 0.03 + Double(seed % 8) / 12,
      isDirected: seed % 2 == 1, isWeighted: true)
    // Every third network has ties of equal length alone, every third strengths that share no small multiple.
    guard seed % 3 > 0 else { return CompactGraph(graph, weights: graph.weights.map { _ in 4 }) }
    return seed % 3 == 1
      ? graph : CompactGraph(graph, weights: graph.weights.map { $0 == 5 ? 7 : $0 })
  }

  @Test(arguments: 0..<90) func slowTwin(seed: Int) {
    let graph = network(seed)
    let all = (0..<Int32(graph.nodeCount)).map { $0 }
    let slow = slowDependencies(graph, lengths: lengths(graph), from: all)
    #expect(agree(graph.weightedBetweenness(), slow))
    // Tenths are no whole numbers, so the same network goes through the heap.
    let tenths = CompactGraph(graph, weights: graph.weights.map { $0 / 10 })
    #expect(agree(tenths.weightedBetweenness(), slow))
  }

  /// Strengths up to 60 have a common multiple far beyond any ring, and take the heap.
  @Test(arguments: 0..<20) func manyStrengths(seed: Int) {
    let plain = randomGraph(seed: UInt64(seed), nodeCount: 30, density: 0.2)
    var generator = SeededGenerator(seed: UInt64(seed))
    var strength: [[Int]: Double] = [:]
    var weights: [Double] = []
    for node in 0..<plain.nodeCount {
      for other in plain.neighbours(node) {
        let pair = [node, Int(other)].sorted()
        let weight = strength[pair] ?? Double([53, 59, 47, 60, 1][generator.below(5)])
        strength[pair] = weight
        weights.append(weight)
      }
    }
    let graph = CompactGraph(plain, weights: weights)
    let multiple = 53 * 59 * 47 * 60
    let all = (0..<Int32(30)).map { $0 }
    #expect(
      agree(
        graph.weightedBetweenness(),
        slowDependencies(graph, lengths: weights.map { multiple / Int($0) }, from: all)))
  }

  @Test(arguments: [1.0, 0.1]) func threadsChangeNoBit(unit: Double) {
    let graph = randomGraph(seed: 3, nodeCount: 300, density: 0.03, isWeighted: true)
    let weighed = CompactGraph(graph, weights: graph.weights.map { $0 * unit })
    #expect(weighed.weightedBetweenness(threads: 1) == weighed.weightedBetweenness())
  }

  @Test func allSourcesAreNoSample() {
    let graph = randomGraph(seed: 4, nodeCount: 80, density: 0.1, isWeighted: true)
    let sample = graph.sampledWeightedBetweenness(sources: 80, seed: 1)
    #expect(sample.bound == 0 && agree(sample.values, graph.weightedBetweenness()))
    let half = graph.sampledWeightedBetweenness(sources: 40, seed: 1)
    #expect(
      half.draws == 40 && half == graph.sampledWeightedBetweenness(sources: 40, seed: 1, threads: 1)
    )
    #expect(
      zip(half.values, graph.weightedBetweenness()).allSatisfy { abs($0 - $1) <= half.bound })
  }
}
