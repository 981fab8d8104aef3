import GraphEngine
import TestSupport
import Testing

@Suite struct KeyPlayerSearchTests {
  private func near(_ a: Double?, _ b: Double) -> Bool { abs((a ?? .nan) - b) < 5e-5 }

  @Test func kite() {
    let graph = Classic.kite.graph
    #expect(graph.breakers(size: 1).members == [7] && near(graph.breakers(size: 1).value, 0.3889))
    #expect(near(graph.distanceFragmentation(without: [7]), 0.4861))
    #expect(graph.breakers(size: 2).members == [5, 6])
    #expect(near(graph.breakers(size: 2).value, 0.5357))
    #expect(near(graph.distanceFragmentation(without: [5, 6]), 0.6071))
    #expect(graph.tellers(size: 1).members == [3] && near(graph.tellers(size: 1).value, 0.8083))
    #expect(near(graph.reach(from: [3], steps: 1), 0.7))
    #expect(graph.tellers(size: 2).members == [3, 8] && graph.tellers(size: 2).value == 1)
    #expect(near(graph.reach(from: [9], steps: 2), 0.3))
  }

  @Test func karate() {
    let graph = Classic.karate.graph
    let sets: [([Int32], Double)] = [([0], 0.3163), ([0, 1], 0.4234), ([0, 32, 33], 0.5699)]
    for (members, value) in sets {
      let found = graph.breakers(size: members.count)
      #expect(found.members == members && near(found.value, value) && found.isExact)
    }
    #expect(near(graph.distanceFragmentation(without: [0, 32, 33]), 0.7968))
    #expect(graph.tellers(size: 1).members == [33] && near(graph.tellers(size: 1).value, 0.7132))
    #expect(near(graph.reach(from: [33], steps: 1), 0.5294))
    #expect(graph.tellers(size: 2).members == [0, 33])
    #expect(near(graph.tellers(size: 2).value, 0.9559))
    #expect(near(graph.reach(from: [0, 33], steps: 1), 0.9118))
  }

  @Test func florentineFamilies() {
    let graph = Classic.florentine.graph
    func names(_ found: KeyPlayerSet) -> Set<String> {
      Set(found.members.map { Classic.florentineNames[Int($0)] })
    }
    #expect(names(graph.breakers(size: 1)) == ["Medici"])
    #expect(near(graph.breakers(size: 1).value, 0.3846))
    #expect(names(graph.breakers(size: 2)) == ["Medici", "Guadagni"])
    #expect(near(graph.breakers(size: 2).value, 0.7051))
    #expect(names(graph.breakers(size: 3)) == ["Medici", "Guadagni", "Strozzi"])
    #expect(near(graph.breakers(size: 3).value, 0.8636))
    #expect(names(graph.tellers(size: 1)) == ["Medici"])
    #expect(near(graph.tellers(size: 1).value, 0.7))
    #expect(near(graph.reach(from: [1], steps: 1), 0.4667))
  }

  @Test func nothingLeft() {
    let pair = CompactGraph(nodeCount: 2, from: [0], to: [1], isDirected: false)
    #expect(pair.fragmentation(without: [0]) == nil)
    #expect(pair.distanceFragmentation(without: [0, 1]) == nil)
    #expect(pair.fragmentation(without: []) == 0)
    let none = CompactGraph(nodeCount: 0, from: [], to: [], isDirected: false)
    #expect(none.distanceReach(from: []) == nil && none.reach(from: [], steps: 1) == nil)
  }

  /// Every set of one, two and three, in order; of equals the first.
  @Test(arguments: 0..<24) func exhaustive(seed: Int) {
    let n = 6 + seed % 6
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: n, density: 0.12 + Double(seed % 5) / 12)
    for size in 1...3 {
      var (worst, reached): (Double, Double) = (-1, -1)
      for set in sets(n, size) {
        worst = max(worst, slowFragmentation(graph, set))
        reached = max(reached, graph.distanceReach(from: set) ?? 0)
        #expect(near(graph.fragmentation(without: set), slowFragmentation(graph, set)))
      }
      let (breakers, tellers) = (graph.breakers(size: size), graph.tellers(size: size))
      #expect(abs(breakers.value - worst) < 1e-12 && abs(tellers.value - reached) < 1e-12)
      #expect(abs((graph.fragmentation(without: breakers.members) ?? -1) - worst) < 1e-12)
      #expect(abs((graph.distanceReach(from: tellers.members) ?? -1) - reached) < 1e-12)
      #expect(breakers.isExact && breakers.members.count == size)
    }
  }

  /// A line of 700, whose far end is further off than the search tells distances apart.
  @Test func aLongWayCountsInFull() {
    let nodes = (0..<Int32(699)).map { $0 }
    let graph = CompactGraph(
      nodeCount: 700, from: nodes, to: nodes.map { $0 + 1 }, isDirected: false)
    for size in 1...3 {
      let told = graph.tellers(size: size, budget: 0)
      #expect(!told.isExact && told.value == graph.distanceReach(from: told.members))
    }
  }

  /// Beyond the budget greed and swaps find a set that is what they say it is, and a good one.
  @Test(arguments: 0..<12) func beyondTheBudget(seed: Int) {
    let graph = randomGraph(seed: UInt64(seed), nodeCount: 30, density: 0.08)
    for size in 1...3 {
      let (found, best) = (graph.breakers(size: size, budget: 0), graph.breakers(size: size))
      #expect(!found.isExact && Set(found.members).count == size)
      #expect(abs((graph.fragmentation(without: found.members) ?? -1) - found.value) < 1e-12)
      #expect(found.value <= best.value + 1e-12 && found.value >= 0.8 * best.value)
      let (told, most) = (graph.tellers(size: size, budget: 0), graph.tellers(size: size))
      #expect(!told.isExact && Set(told.members).count == size)
      #expect(abs((graph.distanceReach(from: told.members) ?? -1) - told.value) < 1e-12)
      #expect(told.value <= most.value + 1e-12 && told.value >= (1 - oneOverE) * most.value)
    }
  }

  /// 1 / e.
  private let oneOverE = 0.367_879_441

  private func sets(_ n: Int, _ size: Int) -> [[Int32]] {
    guard size > 0 else { return [[]] }
    return sets(n, size - 1).flatMap { set in
      ((set.last ?? -1) + 1..<Int32(n)).map { set + [$0] }
    }
  }

  /// The share of ordered pairs of those left that no path joins.
  private func slowFragmentation(_ graph: CompactGraph, _ removed: [Int32]) -> Double {
    let left = (0..<Int32(graph.nodeCount)).filter { !removed.contains($0) }
    let steps = allDistances(graph.restricted(to: left))
    let apart = steps.joined().count { $0 >= unreached }
    return Double(apart) / Double(left.count * (left.count - 1))
  }
}
