import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct FreemanSegregationTests {
  private func value(_ classic: Classic) -> Double? {
    FreemanSegregation().finding(in: study(classic)).value()
  }

  @Test func published() {
    #expect(isNear(value(.whiteKinship), 0.263636))
    #expect(isNear(value(.karate), 0.726244))
    #expect(isNear(value(.echeniqueFryer), 0.245408))
  }

  @Test func belowChanceTheOriginalIsNamed() {
    let graph = CompactGraph(
      nodeCount: 4, from: [0, 0, 1, 1], to: [2, 3, 2, 3], isDirected: false)
    let groups = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    let figure = FreemanSegregation().finding(in: study(graph, groups))[.network]
    #expect(isNear(figure?.value, -0.5))
    #expect(figure?.note == "0 in Freeman's original, which cuts negative values off")
    #expect(FreemanSegregation().finding(in: study(.karate))[.network]?.note == nil)
  }

  @Test func undefined() {
    let two = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    let empty = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: false)
    let measure = FreemanSegregation()
    #expect(measure.finding(in: study(empty, two))[.network]?.undefined == .noTies)
    #expect(measure.finding(in: study(.kite))[.network]?.undefined == .oneGroup)
  }

  /// The ties across that are missing, of the share of all pairs that lie across.
  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    var (pairs, across, ties, crossing) = (0.0, 0.0, 0.0, 0.0)
    for a in trial.grouped {
      for b in trial.grouped where a < b {
        let count = trial.between(a, b)
        pairs += 1
        ties += count
        if trial.label[a] != trial.label[b] {
          across += 1
          crossing += count
        }
      }
    }
    let chance = ties * across / pairs
    let found = FreemanSegregation().finding(in: trial.study).value()
    #expect(agree(found, chance > 0 ? (chance - crossing) / chance : nil))
  }
}
