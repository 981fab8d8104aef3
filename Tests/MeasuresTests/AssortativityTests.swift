import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct AssortativityTests {
  private let directed = Assortativity(symmetrised: false)
  private let symmetrised = Assortativity(symmetrised: true)

  @Test func published() {
    #expect(isNear(directed.finding(in: study(.catania)).value(), 0.621, 5e-4))
    #expect(isNear(directed.finding(in: study(.catania)).value(), 0.621446))
    // netseg's assort averages the table with its transpose, as this does.
    #expect(isNear(symmetrised.finding(in: study(.catania)).value(), 0.620612))
    #expect(isNear(directed.finding(in: study(.karate)).value(), 0.717531))
    #expect(isNear(directed.finding(in: study(.whiteKinship)).value(), 0.180124))
    #expect(isNear(directed.finding(in: study(.classroom)).value(), 0.841073))
    #expect(isNear(directed.finding(in: study(.echeniqueFryer)).value(), 0.261852))
  }

  @Test func strengthsDoNotCount() {
    // networkx and igraph ignore weights too.
    let weighted = directed.finding(in: study(.karate, weighted: true))
    #expect(isNear(weighted.value(), 0.717531))
  }

  @Test func twoSidesThatNeverMixInside() {
    let graph = CompactGraph(
      nodeCount: 4, from: [0, 0, 1, 1], to: [2, 3, 2, 3], isDirected: false)
    let groups = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    #expect(directed.finding(in: study(graph, groups)).value() == -1)
  }

  @Test func undefined() {
    let two = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    let empty = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: false)
    let inside = CompactGraph(nodeCount: 4, from: [0], to: [1], isDirected: false)
    for measure in [directed, symmetrised] {
      #expect(measure.finding(in: study(empty, two))[.network]?.undefined == .noTies)
      #expect(measure.finding(in: study(.kite))[.network]?.undefined == .oneGroup)
      // All ties start and end in one group: there is nothing that chance could do otherwise.
      #expect(measure.finding(in: study(inside, two))[.network]?.undefined == .insideOneGroup)
      #expect(measure.finding(in: Measures.Study(study(.kite).network)).figures.isEmpty)
    }
  }

  /// The coefficient of a table of arcs from group to group.
  private func coefficient(_ table: [[Double]]) -> Double? {
    let total = table.joined().reduce(0, +)
    guard total > 0 else { return nil }
    let chance = table.indices.reduce(0) { sum, g in
      sum + table[g].reduce(0, +) / total * table.reduce(0) { $0 + $1[g] } / total
    }
    let inside = table.indices.reduce(0) { $0 + table[$1][$1] / total }
    return chance > 1 - 1e-12 ? nil : (inside - chance) / (1 - chance)
  }

  /// The table, and the error by taking one tie out of it at a time.
  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let table = trial.mixing()
    for measure in [directed, symmetrised] {
      let folds = measure.symmetrised || !trial.graph.isDirected
      func folded(_ table: [[Double]]) -> [[Double]] {
        guard measure.symmetrised, trial.graph.isDirected else { return table }
        return table.indices.map { g in table.indices.map { table[g][$0] + table[$0][g] } }
      }
      let figure = measure.finding(in: trial.study)[.network]
      guard trial.names.count > 1, let value = coefficient(folded(table)) else {
        #expect(figure?.value == nil)
        continue
      }
      #expect(agree(figure?.value, value))
      var variance = 0.0
      for a in trial.grouped {
        for b in trial.grouped
        where trial.cells[a][b] > 0 && (trial.graph.isDirected || a < b) {
          guard let g = trial.label[a], let h = trial.label[b] else { continue }
          var rest = folded(table)
          rest[g][h] -= 1
          if folds { rest[h][g] -= 1 }
          if let without = coefficient(rest) { variance += (without - value) * (without - value) }
        }
      }
      if variance > 1e-18 { #expect(agree(figure?.z, value / variance.squareRoot(), 1e-7)) }
    }
  }
}
