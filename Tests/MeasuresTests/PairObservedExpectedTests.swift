import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct PairObservedExpectedTests {
  @Test func whiteKinship() {
    let finding = PairObservedExpected().finding(in: study(.whiteKinship))
    let between = finding[.pair("F", "M")]
    #expect(between?.basis == 9)
    #expect(isNear(between?.expected, 12.2222, 5e-5))
    #expect(isNear(between?.value, 9 / 12.222222))
  }

  @Test func aGroupOfOneHasNoTiesWithItself() {
    let graph = CompactGraph(nodeCount: 4, from: [0, 1], to: [1, 2], isDirected: false)
    let groups = Partition(groupOf: [0, 1, 1, 1], names: ["a", "b"])
    let finding = PairObservedExpected().finding(in: study(graph, groups))
    #expect(finding[.pair("a", "a")]?.undefined == .groupOfOne)
    let empty = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: false)
    #expect(PairObservedExpected().finding(in: study(empty, groups)).figures.isEmpty)
  }

  @Test(arguments: 0..<20) func slowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 10, density: 0.4, isDirected: seed % 2 == 1)
    let groups = randomPartition(seed: UInt64(seed), nodeCount: 10, groups: 3)
    let finding = PairObservedExpected().finding(in: study(graph, groups))
    let cells = matrix(graph)
    for g in 0..<3 {
      for h in g..<3 {
        var seen = 0.0
        for a in cells.indices {
          for b in cells.indices where cells[a][b] > 0 && (graph.isDirected || a < b) {
            let pair = [groups.groupOf[a], groups.groupOf[b]].sorted()
            if pair == [Int32(g), Int32(h)] { seen += 1 }
          }
        }
        let figure = finding[.pair("g\(g)", "g\(h)")]
        if figure != nil { #expect(figure?.basis == seen) }
      }
    }
  }
}
