import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct RescaledExternalInternalTests {
  private let measure = RescaledExternalInternal()

  @Test func karateCouldHaveAnyValue() {
    #expect(isNear(measure.finding(in: study(.karate)).value(), -0.717949))
  }

  @Test func manyTiesMustLeaveSmallGroups() {
    // Four ties, two pairs inside: at least two leave, three do, so half way up.
    let graph = CompactGraph(
      nodeCount: 4, from: [0, 0, 0, 1], to: [1, 2, 3, 2], isDirected: false)
    let groups = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    #expect(measure.finding(in: study(graph, groups)).value() == 0)
  }

  @Test func undefined() {
    let two = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    let empty = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: false)
    let full = randomGraph(seed: 1, nodeCount: 4, density: 1)
    #expect(measure.finding(in: study(empty, two))[.network]?.undefined == .noTies)
    #expect(measure.finding(in: study(full, two))[.network]?.undefined == .noVariation)
    #expect(measure.finding(in: study(.kite))[.network]?.undefined == .noVariation)
  }

  /// Fills the pairs inside first, and those outside first, one tie at a time.
  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    var (pairs, ties) = ([0, 0], [0, 0])
    for a in trial.grouped {
      for b in trial.grouped where trial.isDirected ? a != b : a < b {
        let side = trial.label[a] == trial.label[b] ? 0 : 1
        pairs[side] += 1
        ties[side] += trial.cells[a][b] > 0 ? 1 : 0
      }
    }
    func index(fillingFirst side: Int) -> Double {
      let all = ties[0] + ties[1]
      let first = min(all, pairs[side])
      let outside = side == 1 ? first : all - first
      return Double(2 * outside - all) / Double(all)
    }
    let found = measure.finding(in: trial.study).value()
    guard ties[0] + ties[1] > 0, index(fillingFirst: 0) < index(fillingFirst: 1) else {
      #expect(found == nil)
      return
    }
    let (low, high) = (index(fillingFirst: 0), index(fillingFirst: 1))
    let seen = Double(ties[1] - ties[0]) / Double(ties[0] + ties[1])
    #expect(agree(found, 2 * (seen - low) / (high - low) - 1))
  }
}
