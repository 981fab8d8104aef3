import GraphEngine
import TestSupport
import Testing

@Suite struct BrokerageTests {
  @Test func sixPeopleSevenArcs() {
    let counts = Classic.brokers.graph.brokerage(Classic.brokers.partition)
    #expect(counts.coordinator == [0, 0, 0, 0, 0, 0])
    #expect(counts.itinerant == [0, 0, 0, 0, 0, 0])
    #expect(counts.representative == [0, 2, 0, 1, 0, 1])
    #expect(counts.gatekeeper == [1, 0, 0, 0, 1, 0])
    #expect(counts.liaison == [0, 0, 0, 1, 0, 0])
  }

  /// sna counts these 510, 20, 128, 128, 0 too, with networkx's clubs and each tie as two arcs.
  @Test func karateInBothDirections() {
    let counts = Classic.karate.graph.brokerage(Classic.karate.partition)
    let sums = [
      counts.coordinator, counts.itinerant, counts.representative, counts.gatekeeper,
      counts.liaison,
    ].map { $0.reduce(0, +) }
    #expect(sums == [510, 20, 128, 128, 0])
  }

  /// Every a -> v -> b without a -> b, one by one.
  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let n = 3 + seed % 14
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: n, density: 0.1 + Double(seed % 5) / 7,
      isDirected: seed % 3 > 0)
    let groups = randomPartition(
      seed: UInt64(seed), nodeCount: n, groups: 1 + seed % 4, missing: seed % 4 == 0)
    let cells = matrix(graph)
    var slow = [[Int]](repeating: [Int](repeating: 0, count: n), count: 5)
    for a in 0..<n {
      for v in 0..<n where cells[a][v] > 0 {
        for b in 0..<n where b != a && cells[v][b] > 0 && cells[a][b] == 0 {
          let (g, own, h) = (groups.groupOf[a], groups.groupOf[v], groups.groupOf[b])
          guard g >= 0, own >= 0, h >= 0 else { continue }
          if g == own, h == own {
            slow[0][v] += 1
          } else if g == h {
            slow[1][v] += 1
          } else if g == own {
            slow[2][v] += 1
          } else if h == own {
            slow[3][v] += 1
          } else {
            slow[4][v] += 1
          }
        }
      }
    }
    let counts = graph.brokerage(groups)
    #expect(
      slow == [
        counts.coordinator, counts.itinerant, counts.representative, counts.gatekeeper,
        counts.liaison,
      ])
  }
}
