import GraphEngine
import TestSupport
import Testing

@Suite struct BetweennessTests {
  @Test func krackhardtsKite() {
    let values = Classic.kite.graph.betweenness()
    #expect(abs(values[7] - 14) < 1e-9)
    #expect(abs(values[5] - 8.333) < 5e-4 && abs(values[6] - 8.333) < 5e-4)
    #expect(abs(values[3] - 3.667) < 5e-4)
  }

  @Test func mediciStandBetweenMostFamilies() {
    let graph = Classic.florentine.graph
    let pairs = Double((graph.nodeCount - 1) * (graph.nodeCount - 2)) / 2
    #expect(abs(graph.betweenness()[1] / pairs - 0.521978) < 5e-7)
  }

  @Test func nothingToCount() {
    #expect(CompactGraph(nodeCount: 0, from: [], to: [], isDirected: false).betweenness() == [])
    #expect(
      CompactGraph(nodeCount: 2, from: [0], to: [1], isDirected: false).betweenness() == [0, 0])
  }

  /// Counts the paths through each node from all distances (Floyd & Warshall), pair by pair.
  @Test(arguments: 0..<60) func slowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 2 + seed % 17, density: 0.05 + Double(seed % 7) / 9,
      isDirected: seed % 2 == 1)
    let n = graph.nodeCount
    var distance = [[Int]](repeating: [Int](repeating: 1_000, count: n), count: n)
    for a in 0..<n {
      distance[a][a] = 0
      for b in graph.neighbours(a) { distance[a][Int(b)] = 1 }
    }
    for via in 0..<n {
      for a in 0..<n {
        for b in 0..<n {
          distance[a][b] = min(distance[a][b], distance[a][via] + distance[via][b])
        }
      }
    }
    var paths = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for a in 0..<n {
      paths[a][a] = 1
      for b in (0..<n).sorted(by: { distance[a][$0] < distance[a][$1] })
      where b != a && distance[a][b] < 1_000 {
        for before in 0..<n
        where graph.neighbours(before).contains(Int32(b))
          && distance[a][before] + 1 == distance[a][b]
        {
          paths[a][b] += paths[a][before]
        }
      }
    }
    let values = graph.betweenness()
    for v in 0..<n {
      var sum = 0.0
      for s in 0..<n where s != v {
        for t in 0..<n
        where t != v && t != s && distance[s][t] < 1_000
          && distance[s][v] + distance[v][t] == distance[s][t]
        {
          sum += paths[s][v] * paths[v][t] / paths[s][t]
        }
      }
      #expect(abs(values[v] - (graph.isDirected ? sum : sum / 2)) < 1e-9)
    }
  }
}
