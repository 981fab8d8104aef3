import GraphEngine
import TestSupport
import Testing

@Suite struct BitParallelSearchTests {
  private func expectTwin(_ graph: CompactGraph, sourceLocation: SourceLocation = #_sourceLocation)
  {
    let census = graph.distanceCensus()
    var histogram = [0]
    for node in 0..<graph.nodeCount {
      let distances = graph.distances(from: [Int32(node)]).filter { $0 > 0 }
      #expect(census.reached[node] == distances.count, sourceLocation: sourceLocation)
      #expect(
        census.farness[node] == Double(distances.reduce(0) { $0 + Int($1) }),
        sourceLocation: sourceLocation)
      let harmonic = distances.reduce(0.0) { $0 + 1 / Double($1) }
      #expect(
        abs(census.harmonic[node] - harmonic) < 1e-9 * max(1, harmonic),
        sourceLocation: sourceLocation)
      for distance in distances {
        while histogram.count <= Int(distance) { histogram.append(0) }
        histogram[Int(distance)] += 1
      }
    }
    #expect(census.histogram == histogram, sourceLocation: sourceLocation)
  }

  @Test(arguments: 0..<100) func slowTwin(seed: Int) {
    expectTwin(
      randomGraph(
        seed: UInt64(seed), nodeCount: seed % 61, density: Double(seed % 7) / 20,
        isDirected: seed % 2 == 1))
  }

  /// More nodes than one batch of 512 holds, in many parts that share batches.
  @Test(arguments: [false, true]) func severalBatches(isDirected: Bool) {
    expectTwin(
      randomGraph(seed: 8, nodeCount: 1_100, density: 0.0012, isDirected: isDirected))
  }

  @Test func threadsChangeNoBit() {
    let graph = randomGraph(seed: 2, nodeCount: 1_600, density: 0.003)
    #expect(graph.distanceCensus(threads: 1) == graph.distanceCensus())
  }
}
