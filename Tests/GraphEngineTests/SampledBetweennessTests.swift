import GraphEngine
import TestSupport
import Testing

@Suite struct SampledBetweennessTests {
  @Test(arguments: 0..<40) func withinItsBound(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 20 + seed * 3, density: 0.02 + Double(seed % 5) / 40,
      isDirected: seed % 2 == 1)
    let sample = graph.sampledBetweenness(error: 0.02, seed: UInt64(seed))
    let exact = graph.betweenness()
    #expect(zip(sample.values, exact).allSatisfy { abs($0 - $1) <= sample.bound })
    // Nobody who lies on no shortest path is ever met on one.
    for node in exact.indices where exact[node] == 0 { #expect(sample.values[node] == 0) }
  }

  @Test func drawsAreTheSameForTheSameSeed() {
    let graph = randomGraph(seed: 1, nodeCount: 300, density: 0.02)
    let sample = graph.sampledBetweenness(error: 0.03, seed: 7)
    #expect(sample == graph.sampledBetweenness(error: 0.03, seed: 7, threads: 1))
    #expect(sample != graph.sampledBetweenness(error: 0.03, seed: 8))
    #expect(sample.confidence == 0.9 && sample.draws > 0)
  }

  @Test func aStar() {
    let n: Int32 = 50
    let star = CompactGraph(
      nodeCount: Int(n), from: [Int32](repeating: 0, count: Int(n) - 1), to: (1..<n).map { $0 },
      isDirected: false)
    let sample = star.sampledBetweenness(error: 0.01, seed: 1)
    #expect(abs(sample.values[0] - 49 * 48 / 2) <= sample.bound)
    #expect(sample.values.dropFirst().allSatisfy { $0 == 0 })
  }

  @Test func nothingToDraw() {
    let none = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: false)
    #expect(none.sampledBetweenness(seed: 1).values == [0, 0, 0, 0])
    let empty = CompactGraph(nodeCount: 0, from: [], to: [], isDirected: false)
    #expect(empty.sampledBetweenness(seed: 1).values.isEmpty)
    #expect(empty.sampledWeightedBetweenness(sources: 9, seed: 1).values.isEmpty)
  }
}
