import GraphEngine
import TestSupport
import Testing

@Suite struct LeidenTests {
  /// No division of the karate club has a higher modularity than .419790 (Brandes and others 2008).
  @Test(arguments: 1...5) func karate(seed: Int) {
    let found = Classic.karate.unweighted.leiden(seed: UInt64(seed), attempts: 10)
    #expect(abs((found.modularity ?? 0) - 0.419790) < 5e-7)
    #expect(found.sizes == [12, 11, 6, 5])
    // By strength .444904 is the best known.
    let weighted = Classic.karate.graph.leiden(seed: UInt64(seed), attempts: 10)
    #expect(abs((weighted.modularity ?? 0) - 0.444904) < 5e-7)
  }

  @Test func modularityOfTheClubs() {
    let karate = Classic.karate
    #expect(abs((karate.unweighted.modularity(of: karate.groups) ?? 0) - 0.358235) < 5e-7)
    #expect(karate.unweighted.modularity(of: [Int32](repeating: 0, count: 34)) == 0)
  }

  @Test func withoutTies() {
    let none = CompactGraph(nodeCount: 3, from: [], to: [], isDirected: false)
    let found = none.leiden(seed: 1)
    #expect(found.modularity == nil && found.communityOf == [0, 1, 2] && found.sizes == [1, 1, 1])
    #expect(none.modularity(of: [0, 0, 0]) == nil)
    let empty = CompactGraph(nodeCount: 0, from: [], to: [], isDirected: false).leiden(seed: 1)
    #expect(empty.communityOf.isEmpty && empty.modularity == nil)
  }

  @Test func theSameSeedGivesTheSameCommunities() {
    let graph = randomGraph(seed: 5, nodeCount: 60, density: 0.1)
    #expect(graph.leiden(seed: 9, attempts: 3) == graph.leiden(seed: 9, attempts: 3))
  }

  /// Modularity over every pair of nodes: sum of (w_ij - gamma k_i k_j / 2m) / 2m where both are in one community.
  private func slowModularity(_ graph: CompactGraph, _ labels: [Int32], _ gamma: Double) -> Double?
  {
    let cells = matrix(graph)
    let strength = cells.map { $0.reduce(0, +) }
    let twice = strength.reduce(0, +)
    guard twice > 0 else { return nil }
    var sum = 0.0
    for a in cells.indices {
      for b in cells.indices where a == b || (labels[a] >= 0 && labels[a] == labels[b]) {
        sum += cells[a][b] - gamma * strength[a] * strength[b] / twice
      }
    }
    return sum / twice
  }

  @Test(arguments: 0..<30) func modularitySlowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 2 + seed % 12, density: 0.1 + Double(seed % 5) / 8,
      isWeighted: seed % 2 == 0)
    let groups = randomPartition(
      seed: UInt64(seed), nodeCount: graph.nodeCount, groups: 3, missing: seed % 3 == 0)
    for gamma in [1, 0.5] {
      let found = graph.modularity(of: groups.groupOf, resolution: gamma)
      guard let slow = slowModularity(graph, groups.groupOf, gamma) else {
        #expect(found == nil)
        continue
      }
      #expect(abs((found ?? .nan) - slow) < 1e-12)
    }
  }

  /// Every way to divide up to eight nodes.
  @Test(arguments: 0..<25) func reachesTheBestOfAllDivisions(seed: Int) {
    let n = 3 + seed % 5
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: n, density: 0.25 + Double(seed % 4) / 8,
      isWeighted: seed % 2 == 0)
    guard graph.tieCount > 0 else { return }
    var best = -Double.infinity
    var labels = [Int32](repeating: 0, count: n)
    func divide(_ node: Int, _ parts: Int32) {
      guard node < n else {
        best = max(best, graph.modularity(of: labels) ?? best)
        return
      }
      for part in 0...parts {
        labels[node] = part
        divide(node + 1, max(parts, part + 1))
      }
    }
    divide(0, 0)
    let found = graph.leiden(seed: UInt64(seed), attempts: 10)
    #expect(abs((found.modularity ?? 0) - best) < 1e-12)
    #expect(found.modularity == graph.modularity(of: found.communityOf))
  }

  /// What Leiden promises over Louvain: every community hangs together.
  @Test(arguments: 0..<10) func communitiesAreConnected(seed: Int) {
    let graph = randomGraph(seed: UInt64(seed), nodeCount: 80, density: 0.03)
    let found = graph.leiden(seed: UInt64(seed), attempts: 2)
    for community in found.sizes.indices {
      let members = (0..<Int32(80)).filter { found.communityOf[Int($0)] == Int32(community) }
      #expect(members.count == found.sizes[community])
      #expect(graph.restricted(to: members).components().count == 1)
    }
    #expect(found.sizes == found.sizes.sorted(by: >))
  }
}
