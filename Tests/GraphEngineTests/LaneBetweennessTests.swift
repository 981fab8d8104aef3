import GraphEngine
import TestSupport
import Testing

/// Brandes' algorithm one source at a time, with lists of predecessors: the slow twin of all that counts shortest paths.
func slowDependencies(
  _ graph: CompactGraph, lengths: [Int]? = nil, from sources: [Int32], limit: Int = .max
) -> [Double] {
  var total = [Double](repeating: 0, count: graph.nodeCount)
  for source in sources.map(Int.init) {
    var distance = [Int](repeating: .max, count: graph.nodeCount)
    var paths = [Double](repeating: 0, count: graph.nodeCount)
    var before = [[Int]](repeating: [], count: graph.nodeCount)
    var isDone = [Bool](repeating: false, count: graph.nodeCount)
    var order: [Int] = []
    distance[source] = 0
    paths[source] = 1
    while let node = (0..<graph.nodeCount).filter({
      !isDone[$0] && distance[$0] <= limit && distance[$0] < .max
    })
    .min(by: { distance[$0] < distance[$1] }) {
      isDone[node] = true
      order.append(node)
      for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1]) {
        let other = Int(graph.targets[entry])
        let far = distance[node] + (lengths?[entry] ?? 1)
        if far < distance[other] {
          distance[other] = far
          paths[other] = 0
          before[other] = []
        }
        if far == distance[other], !isDone[other] {
          paths[other] += paths[node]
          before[other].append(node)
        }
      }
    }
    var dependency = [Double](repeating: 0, count: graph.nodeCount)
    for node in order.reversed() {
      for other in before[node] {
        dependency[other] += paths[other] / paths[node] * (1 + dependency[node])
      }
      if node != source { total[node] += dependency[node] }
    }
  }
  return graph.isDirected ? total : total.map { $0 / 2 }
}

/// Whether numbers agree but for rounding.
func agree(_ a: [Double], _ b: [Double], within error: Double = 1e-9) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= error * max(1, abs($1)) }
}

@Suite struct LaneBetweennessTests {
  @Test(arguments: 0..<120) func slowTwin(seed: Int) {
    // From no tie to dense, in one part or many, up to several batches of eight.
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 1 + seed % 53, density: Double(seed % 9) / 14,
      isDirected: seed % 2 == 1)
    let all = (0..<Int32(graph.nodeCount)).map { $0 }
    #expect(agree(graph.betweenness(), slowDependencies(graph, from: all)))
    for limit in 0..<4 {
      #expect(
        agree(
          graph.betweenness(from: all, limit: limit),
          slowDependencies(graph, from: all, limit: limit)))
    }
  }

  @Test func someSources() {
    let graph = randomGraph(seed: 5, nodeCount: 60, density: 0.08)
    for sources in [[], [3], [7, 7, 7], Array(stride(from: Int32(59), through: 0, by: -2))] {
      #expect(
        agree(graph.betweenness(from: sources), slowDependencies(graph, from: sources)))
    }
  }

  /// A path has as many levels as nodes, more than any first guess of memory.
  @Test func aLongPath() {
    let n = 900
    let path = CompactGraph(
      nodeCount: n, from: (0..<Int32(n - 1)).map { $0 }, to: (1..<Int32(n)).map { $0 },
      isDirected: false)
    let values = path.betweenness()
    for node in 0..<n { #expect(values[node] == Double(node * (n - 1 - node))) }
  }

  @Test(arguments: [false, true]) func threadsChangeNoBit(isDirected: Bool) {
    let graph = randomGraph(seed: 9, nodeCount: 700, density: 0.01, isDirected: isDirected)
    #expect(graph.betweenness(threads: 1) == graph.betweenness())
    #expect(graph.betweenness() == graph.betweenness())
  }
}
