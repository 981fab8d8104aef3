import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct OddsRatioTests {
  private func value(_ classic: Classic, asYulesQ: Bool = false) -> Double? {
    OddsRatio(asYulesQ: asYulesQ).finding(in: study(classic)).value()
  }

  @Test func published() {
    #expect(isNear(value(.whiteKinship), 3.301587))
    #expect(isNear(value(.whiteKinship, asYulesQ: true), 0.535055))
    #expect(isNear(value(.karate), 8.259867))
    #expect(isNear(value(.karate, asYulesQ: true), 0.784014))
    // 81 of 312 pairs inside and 7 of 338 across: 81 x 331 / (231 x 7).
    #expect(isNear(value(.classroom), 16.58071, 5e-6))
  }

  @Test func halfATieIsAddedWhereACellIsEmpty() {
    // Both pairs inside are tied, none of the four across: (2.5 x 4.5) / (0.5 x 0.5).
    let graph = CompactGraph(nodeCount: 4, from: [0, 2], to: [1, 3], isDirected: false)
    let groups = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    let figure = OddsRatio(asYulesQ: false).finding(in: study(graph, groups))[.network]
    #expect(isNear(figure?.value, 45))
    #expect(figure?.note == "half a tie added to each of the four counts, one of which is 0")
    #expect(OddsRatio(asYulesQ: false).finding(in: study(.karate))[.network]?.note == nil)
  }

  @Test func undefined() {
    let two = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    let empty = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: false)
    let full = randomGraph(seed: 1, nodeCount: 4, density: 1)
    for asYulesQ in [false, true] {
      let measure = OddsRatio(asYulesQ: asYulesQ)
      for study in [study(empty, two), study(full, two), study(.kite)] {
        #expect(measure.finding(in: study)[.network]?.undefined == .emptyCells)
      }
    }
  }

  /// The four-way table of all pairs, counted pair by pair.
  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    var table = [[0.0, 0], [0, 0]]
    for a in trial.grouped {
      for b in trial.grouped where trial.isDirected ? a != b : a < b {
        table[trial.label[a] == trial.label[b] ? 0 : 1][trial.cells[a][b] > 0 ? 0 : 1] += 1
      }
    }
    let margins =
      [table[0][0] + table[1][0], table[0][1] + table[1][1]] + table.map { $0[0] + $0[1] }
    let isEmpty = margins.contains(0)
    if table.joined().contains(0) { table = table.map { $0.map { $0 + 0.5 } } }
    let ratio = table[0][0] * table[1][1] / (table[0][1] * table[1][0])
    #expect(
      agree(
        OddsRatio(asYulesQ: false).finding(in: trial.study).value(), isEmpty ? nil : ratio))
    #expect(
      agree(
        OddsRatio(asYulesQ: true).finding(in: trial.study).value(),
        isEmpty ? nil : (ratio - 1) / (ratio + 1)))
  }
}
