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
