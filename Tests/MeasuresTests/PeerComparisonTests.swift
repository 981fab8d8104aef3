import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct PeerComparisonTests {
  /// Groups of ten, in each of which a share of ties leaves; in one hardly any.
  static func trust(seed: UInt64, groups: Int, silo: Int?) -> (CompactGraph, Partition) {
    var generator = SeededGenerator(seed: seed)
    let size = 14
    var from: [Int32] = []
    var to: [Int32] = []
    for a in 0..<(groups * size) {
      for _ in 0..<5 {
        let own = a / size
        let leaves = generator.unit() < (own == silo ? 0.02 : 0.35)
        var b = own * size + generator.below(size)
        if leaves { b = generator.below(groups * size) }
        if b / size == silo, own != silo, generator.unit() < 0.93 { continue }
        if a != b {
          from.append(Int32(a))
          to.append(Int32(b))
        }
      }
    }
    let graph = CompactGraph(nodeCount: groups * size, from: from, to: to, isDirected: false)
    let partition = Partition(
      groupOf: (0..<Int32(groups * size)).map { $0 / Int32(size) },
      names: (0..<groups).map { "g\($0 < 10 ? "0" : "")\($0)" })
    return (graph, partition)
  }

  @Test(arguments: 0..<10) func thePlantedSiloStandsOut(seed: Int) {
    let (graph, groups) = Self.trust(seed: UInt64(seed), groups: 12, silo: 4)
    let finding = PeerComparison().finding(in: study(graph, groups))
    let lowest = finding.figures.min { ($0.z ?? 0) < ($1.z ?? 0) }
    #expect(lowest?.subject == .group("g04"))
    #expect((lowest?.p ?? 1) < 1e-4)
    let verdicts = SiloVerdicts(study(graph, groups))
    #expect(verdicts.silos.map(\.id) == ["g04"])
  }

  @Test(arguments: 0..<10) func noSiloIsFoundWhereThereIsNone(seed: Int) {
    let (graph, groups) = Self.trust(seed: UInt64(seed), groups: 12, silo: nil)
    #expect(SiloVerdicts(study(graph, groups)).silos.isEmpty)
  }

  @Test func undefinedCases() {
    let (graph, groups) = Self.trust(seed: 1, groups: 2, silo: nil)
    let two = PeerComparison().finding(in: study(graph, groups))
    #expect(two.figures.allSatisfy { $0.undefined == .tooFewGroups })
    let empty = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: false)
    let halves = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    #expect(
      PeerComparison().finding(in: study(empty, halves)).figures.allSatisfy {
        $0.undefined == .noTies
      })
  }

  /// With four others and b = 1 the line is the median of ln(I / E) - ln c.
  @Test func workedExample() {
    // Three groups of three, each a triangle, joined in a ring of three ties.
    let graph = CompactGraph(
      nodeCount: 9, from: [0, 1, 0, 3, 4, 3, 6, 7, 6, 0, 3, 6],
      to: [1, 2, 2, 4, 5, 5, 7, 8, 8, 3, 6, 0],
      isDirected: false)
    let groups = Partition(groupOf: [0, 0, 0, 1, 1, 1, 2, 2, 2], names: ["a", "b", "c"])
    let finding = PeerComparison().finding(in: study(graph, groups))
    // I = 3, E = 2 in each, half a tie added on either side: 1 / (1 + 3.5 / 2.5).
    #expect(isNear(finding[.group("a")]?.value, 0.4))
    #expect(isNear(finding[.group("a")]?.expected, 2.5 / 6))
  }
}
