@testable import Findings
import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct PeerComparisonTests {
  @Test(arguments: 0..<10) func thePlantedSiloStandsOut(seed: Int) {
    let (graph, groups) = leakyTrust(seed: UInt64(seed), groups: 12, silo: 4)
    let finding = PeerComparison().finding(in: study(graph, groups))
    let lowest = finding.figures.min { ($0.z ?? 0) < ($1.z ?? 0) }
    #expect(lowest?.subject == .group("g04"))
    #expect((lowest?.p ?? 1) < 1e-4)
    let verdicts = SiloVerdicts(study(graph, groups))
    #expect(verdicts.silos.map(\.id) == ["g04"])
  }

  @Test(arguments: 0..<10) func noSiloIsFoundWhereThereIsNone(seed: Int) {
    let (graph, groups) = leakyTrust(seed: UInt64(seed), groups: 12, silo: nil)
    #expect(SiloVerdicts(study(graph, groups)).silos.isEmpty)
  }

  @Test func undefinedCases() {
    let (graph, groups) = leakyTrust(seed: 1, groups: 2, silo: nil)
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
