import GraphEngine
import TestSupport
import Testing

@Suite struct CutPointsTests {
  @Test func published() {
    let kite = Classic.kite.graph.cutSet()
    #expect(kite.points == [7, 8])
    #expect(kite.bridges == [.init(from: 7, to: 8), .init(from: 8, to: 9)])
    let karate = Classic.karate.graph.cutSet()
    #expect(karate.points == [0])
    #expect(karate.bridges == [.init(from: 0, to: 11)])
    let florentine = Classic.florentine.graph.cutSet()
    let names = florentine.points.map { Classic.florentineNames[Int($0)] }
    #expect(Set(names) == ["Albizzi", "Guadagni", "Medici", "Salviati"])
    #expect(florentine.bridges.count == 5)
  }

  @Test func emptyGraphs() {
    let none = CompactGraph(nodeCount: 3, from: [], to: [], isDirected: false).cutSet()
    #expect(none.points.isEmpty && none.bridges.isEmpty)
  }

  @Test func aLongPathDoesNotOverflowTheStack() {
    let path = CompactGraph(
      nodeCount: 100_000, from: (0..<99_999).map { $0 }, to: (1..<100_000).map { $0 },
      isDirected: false)
    #expect(path.cutSet().points.count == 99_998)
  }

  /// Takes each node and each tie away in turn and counts the parts.
  @Test(arguments: 0..<60) func slowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 2 + seed % 15, density: 0.08 + Double(seed % 6) / 14)
    let parts = graph.components().count
    let found = graph.cutSet()
    for node in 0..<Int32(graph.nodeCount) {
      let rest = graph.restricted(to: (0..<Int32(graph.nodeCount)).filter { $0 != node })
      let isIsolate = graph.degree(Int(node)) == 0
      let splits = rest.components().count > parts - (isIsolate ? 1 : 0)
      #expect(found.points.contains(node) == splits)
    }
    for a in 0..<graph.nodeCount {
      for b in graph.neighbours(a) where a < b {
        var (from, to): ([Int32], [Int32]) = ([], [])
        for c in 0..<graph.nodeCount {
          for d in graph.neighbours(c) where c < d && !(c == a && d == b) {
            from.append(Int32(c))
            to.append(d)
          }
        }
        let without = CompactGraph(
          nodeCount: graph.nodeCount, from: from, to: to, isDirected: false)
        let isBridge = found.bridges.contains(.init(from: Int32(a), to: b))
        #expect(isBridge == (without.components().count > parts))
      }
    }
  }
}
