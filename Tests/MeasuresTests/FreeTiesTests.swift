import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct FreeTiesTests {
  private let measure = FreeTies()

  @Test func published() throws {
    #expect(isNear(measure.finding(in: study(.whiteKinship))[.network]?.p, 0.050688))
    let karate = try #require(measure.finding(in: study(.karate))[.network])
    #expect(abs((karate.p ?? 1) / 1.617e-13 - 1) < 5e-4)
    #expect(isNear(karate.value, -0.717949))
  }

  @Test func undefined() {
    let two = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    let empty = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: false)
    #expect(measure.finding(in: study(empty, two))[.network]?.undefined == .noTies)
    #expect(measure.finding(in: study(.kite))[.network]?.undefined == .oneGroup)
    let group = WorkingGroup(members: [0, 1, 2])
    let shared = Measures.Study(
      Network(empty, groups: two, groupsOfWork: [group]), by: Boundary("group"))
    #expect(measure.finding(in: shared)[.network]?.undefined == .fractionalTies)
  }

  @Test func certainAndImpossible() {
    #expect(hypergeometricTail(atLeast: 0, draws: 5, successes: 3, of: 10) == 1)
    #expect(hypergeometricTail(atLeast: 4, draws: 5, successes: 3, of: 10) == 1e-300)
  }

  /// Every term by whole binomials, and the mean and variance by summing over them.
  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    var (pairs, inside, ties, within) = (0, 0, 0, 0)
    for a in trial.grouped {
      for b in trial.grouped where trial.isDirected ? a != b : a < b {
        let isInside = trial.label[a] == trial.label[b]
        pairs += 1
        inside += isInside ? 1 : 0
        guard trial.cells[a][b] > 0 else { continue }
        ties += 1
        within += isInside ? 1 : 0
      }
    }
    let figure = measure.finding(in: trial.study)[.network]
    guard ties > 0, trial.names.count > 1 else {
      #expect(figure?.value == nil)
      return
    }
    func choose(_ n: Int, _ k: Int) -> Double {
      k < 0 || k > n ? 0 : (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    let all = choose(pairs, ties)
    let chances = (0...ties).map { choose(inside, $0) * choose(pairs - inside, ties - $0) / all }
    let tail = chances[within...].reduce(0, +)
    let mean = zip(chances, 0...).reduce(0) { $0 + $1.0 * Double($1.1) }
    let variance = zip(chances, 0...).reduce(0) {
      $0 + $1.0 * (Double($1.1) - mean) * (Double($1.1) - mean)
    }
    #expect(abs((figure?.p ?? -1) - min(1, tail)) < 1e-9)
    #expect(agree(figure?.expected, 1 - 2 * mean / Double(ties)))
    if variance > 1e-9 {
      #expect(agree(figure?.z, (mean - Double(within)) / variance.squareRoot(), 1e-6))
    }
  }
}
