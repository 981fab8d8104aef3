import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

/// The exact moments beside every dealing of the groups, counted one by one.
@Suite struct JoinCountsTests {
  @Test func whiteKinship() throws {
    let mixing = try #require(study(.whiteKinship).mixing)
    let moments = try #require(JoinCounts.within(mixing.sizes, mixing.ties.sums))
    #expect(isNear(moments.mean, 9.777778))
    #expect(isNear(moments.variance, 2.204586))
  }

  @Test func karateClub() throws {
    let mixing = try #require(study(.karate).mixing)
    let moments = try #require(JoinCounts.within(mixing.sizes, mixing.ties.sums))
    #expect(isNear(moments.mean, 37.818182))
    #expect(isNear(moments.variance, 13.732338))
  }

  @Test func undefinedBelowFourPeople() {
    let sums = TieSums(weight: 2, square: 2, endSquare: 6)
    #expect(JoinCounts.within([2, 1], sums) == nil)
    #expect(JoinCounts.balance(size: 1, of: 9, sums) == nil)
    #expect(JoinCounts.balance(size: 9, of: 9, sums) == nil)
  }

  @Test(arguments: 0..<30) func equalEnumeration(seed: Int) throws {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 5 + seed % 4, density: 0.3 + Double(seed % 4) / 6,
      isDirected: seed % 3 == 0, isWeighted: true)
    let groups = randomPartition(seed: UInt64(seed), nodeCount: graph.nodeCount, groups: 3)
    let study = study(graph, groups)
    let mixing = try #require(study.mixing)
    guard mixing.ties.total > 0, mixing.groupCount == 3 else { return }
    let sizes = mixing.sizes
    let union = graph.undirected
    let deals = dealings(sizes)
    func check(_ moments: JoinCounts?, _ statistic: ([Int]) -> Double) throws {
      let moments = try #require(moments)
      let values = deals.map(statistic)
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      #expect(abs(moments.mean - mean) < 1e-9)
      #expect(abs(moments.variance - variance) < 1e-8)
    }
    let sums = mixing.weights.sums
    try check(.within(sizes, sums)) { labels in total(union) { labels[$0] == labels[$1] } }
    try check(.within(size: sizes[0], of: graph.nodeCount, sums)) { labels in
      total(union) { labels[$0] == 0 && labels[$1] == 0 }
    }
    try check(.between(sizes[0], sizes[1], of: graph.nodeCount, sums)) { labels in
      total(union) { Set([labels[$0], labels[$1]]) == [0, 1] }
    }
    if let balance = JoinCounts.balance(size: sizes[0], of: graph.nodeCount, sums) {
      let values = deals.map { labels in
        total(union) { labels[$0] == 0 && labels[$1] == 0 }
          - balance.factor * total(union) { (labels[$0] == 0) != (labels[$1] == 0) }
      }
      let mean = values.reduce(0, +) / Double(values.count)
      #expect(abs(mean) < 1e-9)
      #expect(
        abs(balance.variance - values.reduce(0) { $0 + $1 * $1 } / Double(values.count)) < 1e-8)
    }
    let seen = total(union) { groups.groupOf[$0] == groups.groupOf[$1] }
    let share = Arrangements.shareWithin(atLeast: seen, sizes, union)
    let values = deals.map { labels in total(union) { labels[$0] == labels[$1] } }
    let hits = values.count { $0 >= seen - 1e-9 }
    #expect(isNear(share, Double(hits) / Double(deals.count), 1e-12))
  }

  private func total(_ graph: CompactGraph, _ counts: (Int, Int) -> Bool) -> Double {
    let cells = matrix(graph)
    var total = 0.0
    for a in cells.indices {
      for b in cells.indices where a < b && cells[a][b] > 0 && counts(a, b) { total += cells[a][b] }
    }
    return total
  }

  /// Every way to deal groups of these sizes out.
  private func dealings(_ sizes: [Int]) -> [[Int]] {
    guard sizes.contains(where: { $0 > 0 }) else { return [[]] }
    var all: [[Int]] = []
    for group in sizes.indices where sizes[group] > 0 {
      var rest = sizes
      rest[group] -= 1
      all += dealings(rest).map { [group] + $0 }
    }
    return all
  }
}
