import GraphEngine
import TestSupport
import Testing

@Suite struct DistanceCensusTests {
  @Test func kite() {
    let census = Classic.kite.graph.distanceCensus()
    #expect(census.reached.allSatisfy { $0 == 9 })
    // Diane reaches six in one step, Heather in two, Ike in three, Jane in four.
    #expect(census.farness[3] == 6 + 2 + 3 + 4)
    #expect(abs(census.harmonic[3] - (6 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4)) < 1e-12)
    #expect(census.diameter == 4)
    #expect(census.histogram.reduce(0, +) == 90)
    #expect(census.histogram[1] == 36)
  }

  @Test func nobodyReachesAnybody() {
    let census = CompactGraph(nodeCount: 3, from: [], to: [], isDirected: false).distanceCensus()
    #expect(census.meanDistance == nil && census.diameter == 0)
    #expect(census.reached == [0, 0, 0] && census.farness == [0, 0, 0])
    let none = CompactGraph(nodeCount: 0, from: [], to: [], isDirected: false).distanceCensus()
    #expect(none.reached.isEmpty && none.meanDistance == nil)
  }

  /// One part of 900, drawn from, and small parts, all found: sums over the nodes drawn, taken again one by one.
  @Test(arguments: 0..<6) func sample(seed: Int) throws {
    let large = randomGraph(seed: UInt64(seed), nodeCount: 900, density: 0.008)
    let small = randomGraph(seed: UInt64(seed) + 50, nodeCount: 40, density: 0.05)
    var pairs: [(Int32, Int32)] = []
    for (graph, first) in [(large, Int32(0)), (small, 900)] {
      for node in 0..<Int32(graph.nodeCount) {
        for other in graph.neighbours(Int(node)) where node < other {
          pairs.append((first + node, first + other))
        }
      }
    }
    let graph = CompactGraph(
      nodeCount: 940, from: pairs.map(\.0), to: pairs.map(\.1), isDirected: false)
    let exact = graph.distanceCensus()
    let found = graph.sampledDistanceCensus(ends: 600, seed: UInt64(seed))
    let sample = try #require(found.sample)
    #expect(sample.ends == 600 && sample.standardError > 0 && sample.standardError < 0.05)
    #expect(found.reached == exact.reached)
    #expect(found == graph.sampledDistanceCensus(ends: 600, seed: UInt64(seed), threads: 1))
    var largest = 0.0
    for node in 0..<940 where exact.reached[node] > 0 {
      let (far, near) = (Double(exact.reached[node]), exact.reached[node] > 600)
      let error = abs(found.farness[node] - exact.farness[node]) / far
      #expect(near ? error < 6 * sample.standardError : error == 0)
      #expect(abs(found.harmonic[node] - exact.harmonic[node]) <= (near ? 0.05 * far : 1e-12))
      largest = max(largest, error)
    }
    #expect(largest > 0)
    #expect(found.diameter <= exact.diameter)
    let mean = try #require(exact.meanDistance)
    #expect(abs((found.meanDistance ?? 0) - mean) < 0.02)
  }

  /// Where nobody is left to draw, the sample is the census.
  @Test func sampleOfAll() {
    let graph = randomGraph(seed: 3, nodeCount: 200, density: 0.02)
    #expect(graph.sampledDistanceCensus(ends: 500, seed: 1) == graph.distanceCensus())
  }

  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 2 + seed % 14, density: 0.05 + Double(seed % 5) / 12,
      isDirected: seed % 2 == 1)
    let steps = allDistances(graph)
    let census = graph.distanceCensus()
    var all: [Int] = []
    for node in 0..<graph.nodeCount {
      let met = steps[node].filter { $0 > 0 && $0 < unreached }
      #expect(census.reached[node] == met.count)
      #expect(census.farness[node] == Double(met.reduce(0, +)))
      #expect(abs(census.harmonic[node] - met.reduce(0) { $0 + 1 / Double($1) }) < 1e-12)
      all += met
    }
    #expect(census.diameter == all.max() ?? 0)
    let mean = all.isEmpty ? nil : Double(all.reduce(0, +)) / Double(all.count)
    #expect(census.meanDistance == mean)
  }
}
