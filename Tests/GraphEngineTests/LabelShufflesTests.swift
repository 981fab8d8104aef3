import GraphEngine
import TestSupport
import Testing

@Suite struct LabelShufflesTests {
  @Test(arguments: 0..<60) func slowTwin(seed: Int) {
    let n = 1 + seed % 40
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: n, density: 0.3, isDirected: seed % 2 == 1)
    let groups = randomPartition(
      seed: UInt64(seed), nodeCount: n, groups: 1 + seed % 5, missing: seed % 3 == 0)
    let counts = graph.tiesInsideShuffled(groups, dealings: 35, seed: 11)
    let members = (0..<n).filter { groups.groupOf[$0] >= 0 }
    for (dealing, count) in counts.enumerated() {
      var labels = members.map { groups.groupOf[$0] }
      var generator = SeededGenerator(seed: 11 + UInt64(dealing))
      generator.shuffle(&labels)
      var dealt = [Int32](repeating: -1, count: n)
      for (node, label) in zip(members, labels) { dealt[node] = label }
      var inside = 0
      for node in members {
        for other in graph.neighbours(node)
        where (graph.isDirected || other > node) && dealt[Int(other)] == dealt[node] { inside += 1 }
      }
      #expect(count == inside)
    }
  }

  /// More ties than a lane of sixteen bits can count.
  @Test func manyTies() {
    let n: Int32 = 400
    let pairs = (0..<n).flatMap { a in (a + 1..<n).map { (a, $0) } }
    let clique = CompactGraph(
      nodeCount: Int(n), from: pairs.map(\.0), to: pairs.map(\.1), isDirected: false)
    let one = Partition(groupOf: [Int32](repeating: 0, count: Int(n)), names: ["all"])
    #expect(clique.tiesInsideShuffled(one, dealings: 3, seed: 1) == [79_800, 79_800, 79_800])
    #expect(
      clique.tiesInsideShuffled(one, dealings: 70, seed: 1, threads: 1)
        == clique.tiesInsideShuffled(one, dealings: 70, seed: 1))
  }
}
