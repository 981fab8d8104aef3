import GraphEngine
import TestSupport
import Testing

@Suite struct WeightedBetweennessTests {
  @Test func aStrongDetourIsShorter() {
    // 0-1-2 at strength 4 is half a step long; 0-2 at strength 1 a whole one.
    let graph = CompactGraph(
      nodeCount: 3, from: [0, 1, 0], to: [1, 2, 2], weights: [4, 4, 1], isDirected: false)
    #expect(graph.weightedBetweenness() == [0, 1, 0])
    #expect(graph.betweenness() == [0, 0, 0])
  }

  @Test func equalLengthsShareThePath() {
    // 0-1-3 is 1/3 + 1/6 long and 0-2-3 twice 1/4: half a step both.
    let graph = CompactGraph(
      nodeCount: 4, from: [0, 1, 0, 2], to: [1, 3, 2, 3], weights: [3, 6, 4, 4], isDirected: false)
    #expect(graph.weightedBetweenness()[1] == 0.5)
    // Strengths that are no whole numbers are compared up to rounding.
    let parts = CompactGraph(
      graph, weights: graph.weights.map { $0 / 10 })
    #expect(abs(parts.weightedBetweenness()[1] - 0.5) < 1e-12)
  }

  @Test func nothingToCount() {
    #expect(
      CompactGraph(nodeCount: 0, from: [], to: [], isDirected: false).weightedBetweenness() == [])
    #expect(
      CompactGraph(nodeCount: 3, from: [0], to: [1], isDirected: false).weightedBetweenness()
        == [0, 0, 0])
  }

  @Test(arguments: 0..<20) func equalStrengthsAreNoStrengths(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 12, density: 0.25, isDirected: seed % 2 == 1)
    for strength in [1, 7, 0.3] {
      let weighed = CompactGraph(graph, weights: graph.weights.map { _ in strength })
      for (a, b) in zip(weighed.weightedBetweenness(), graph.betweenness()) {
        #expect(abs(a - b) < 1e-9)
      }
    }
  }

  /// Lengths in whole parts of 60 by Floyd & Warshall, paths counted by length, pairs one by one.
  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 3 + seed % 12, density: 0.1 + Double(seed % 5) / 8,
      isDirected: seed % 2 == 1, isWeighted: true)
    let n = graph.nodeCount
    let far = 1_000_000
    let length = matrix(graph).map { $0.map { $0 > 0 ? 60 / Int($0) : far } }
    var distance = length
    for a in 0..<n { distance[a][a] = 0 }
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
      where b != a && distance[a][b] < far {
        for before in 0..<n
        where length[before][b] < far && distance[a][before] + length[before][b] == distance[a][b] {
          paths[a][b] += paths[a][before]
        }
      }
    }
    // The same strengths in tenths take the other way of comparing lengths.
    let parts = CompactGraph(graph, weights: graph.weights.map { $0 / 10 })
    for values in [graph.weightedBetweenness(), parts.weightedBetweenness()] {
      for v in 0..<n {
        var sum = 0.0
        for s in 0..<n where s != v {
          for t in 0..<n
          where t != v && t != s && distance[s][t] < far
            && distance[s][v] + distance[v][t] == distance[s][t]
          {
            sum += paths[s][v] * paths[v][t] / paths[s][t]
          }
        }
        #expect(abs(values[v] - (graph.isDirected ? sum : sum / 2)) < 1e-9)
      }
    }
  }
}
