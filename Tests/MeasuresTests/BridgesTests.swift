import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct BridgesTests {
  @Test func published() {
    let finding = Bridges().finding(in: study(.karate))
    #expect(finding.value() == 1)
    #expect(finding.value(.tie("p000", "p011")) == 1)
    let kite = Bridges().finding(in: study(.kite))
    #expect(kite.value(.tie("p007", "p008")) == 2)
    #expect(Bridges().finding(in: study(.florentine)).value() == 5)
  }

  @Test func withoutTies() {
    let empty = CompactGraph(nodeCount: 3, from: [], to: [], isDirected: false)
    let finding = Bridges().finding(in: study(empty))
    #expect(finding.value() == 0 && finding.figures.count == 1)
  }

  /// Takes each bridge away and counts the people on both sides.
  @Test(arguments: 0..<20) func slowTwin(seed: Int) {
    let graph = randomGraph(seed: UInt64(seed), nodeCount: 14, density: 0.13)
    let made = study(graph)
    let finding = Bridges().finding(in: made)
    for bridge in graph.cutSet().bridges {
      var (from, to): ([Int32], [Int32]) = ([], [])
      for a in 0..<14 {
        for b in graph.neighbours(a)
        where a < b && !(a == Int(bridge.from) && b == bridge.to) {
          from.append(Int32(a))
          to.append(b)
        }
      }
      let parts = CompactGraph(nodeCount: 14, from: from, to: to, isDirected: false).components()
      let sides = [bridge.from, bridge.to].map { parts.sizes[Int(parts.partOf[Int($0)])] }
      let subject = Subject.tie(made.id(ofNode: Int(bridge.from)), made.id(ofNode: Int(bridge.to)))
      #expect(finding.value(subject) == sides.min().map(Double.init))
    }
  }
}
