import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct GuptaAndersonMayTests {
  private func value(_ classic: Classic, byColumn: Bool = false) -> Double? {
    GuptaAndersonMay(byColumn: byColumn).finding(in: study(classic)).value()
  }

  @Test func published() {
    // netseg's gamix copies the upper triangle down, which makes .6039 of Catania.
    #expect(isNear(value(.catania), 0.519428))
    #expect(isNear(value(.catania, byColumn: true), 0.527751))
    #expect(isNear(value(.whiteKinship), 0.180124))
    #expect(isNear(value(.karate), 0.717531))
    #expect(isNear(value(.echeniqueFryer), 0.261852))
  }

  @Test func undefined() {
    let graph = CompactGraph(nodeCount: 4, from: [0], to: [1], isDirected: false)
    let two = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    for byColumn in [false, true] {
      let measure = GuptaAndersonMay(byColumn: byColumn)
      // Only one group has ties.
      #expect(measure.finding(in: study(graph, two))[.network]?.undefined == .tooFewGroups)
      #expect(measure.finding(in: study(.kite))[.network]?.undefined == .tooFewGroups)
    }
  }

  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let table = trial.mixing()
    for byColumn in [false, true] {
      let shares = trial.names.indices.compactMap { g -> Double? in
        let sum =
          byColumn ? table.reduce(0) { $0 + $1[g] } : table[g].reduce(0, +)
        return sum > 0 ? table[g][g] / sum : nil
      }
      let q = (shares.reduce(0, +) - 1) / Double(shares.count - 1)
      let found = GuptaAndersonMay(byColumn: byColumn).finding(in: trial.study).value()
      #expect(agree(found, shares.count > 1 ? q : nil))
    }
  }
}
