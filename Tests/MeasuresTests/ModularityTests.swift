import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct ModularityTests {
  private let plain = Modularity(weighted: false)
  private let weighted = Modularity(weighted: true)

  @Test func karate() {
    #expect(isNear(plain.finding(in: study(.karate)).value(), 0.358235))
    #expect(isNear(plain.finding(in: study(.karate, weighted: true)).value(), 0.358235))
    #expect(
      isNear(weighted.finding(in: study(.karate, weighted: true)).value(), 0.391438))
  }

  @Test func undefined() {
    let empty = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: false)
    let two = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    for measure in [plain, weighted] {
      #expect(measure.finding(in: study(empty, two))[.network]?.undefined == .noTies)
      // One group holds everything, which degrees alone explain.
      #expect(isNear(measure.finding(in: study(.kite)).value(), 0, 1e-12))
    }
  }

  /// Over every ordered pair: (w - d d' / 2m) / 2m where both have the same group, or are the same person.
  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    for measure in [plain, weighted] {
      let degree = trial.people.map { a in
        trial.people.reduce(0) { $0 + trial.between(a, $1, weighted: measure.weighted) }
      }
      let twice = degree.reduce(0, +)
      var sum = 0.0
      for a in trial.people {
        for b in trial.people
        where a == b || (trial.label[a] != nil && trial.label[a] == trial.label[b]) {
          sum +=
            trial.between(a, b, weighted: measure.weighted) - degree[a] * degree[b] / twice
        }
      }
      #expect(agree(measure.finding(in: trial.study).value(), twice > 0 ? sum / twice : nil))
    }
  }
}
