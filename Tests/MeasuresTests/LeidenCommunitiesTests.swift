import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct LeidenCommunitiesTests {
  @Test func karate() {
    let finding = LeidenCommunities().finding(in: study(.karate))
    #expect(isNear(finding.value(), 0.419790))
    #expect(finding[.network]?.note == "4 communities, seed 1")
    let sizes = (1...4).map { place in (0..<34).count { finding.person($0) == Double(place) } }
    #expect(sizes == [12, 11, 6, 5])
  }

  @Test func undefined() {
    let empty = CompactGraph(nodeCount: 3, from: [], to: [], isDirected: false)
    let finding = LeidenCommunities().finding(in: study(empty))
    #expect(finding[.network]?.undefined == .noTies && finding[.network]?.note == nil)
    // Isolates are communities of their own.
    #expect(Set((0..<3).compactMap { finding.person($0) }) == [1, 2, 3])
  }

  /// Arcs count without direction, a pair of them twice; the figure is the modularity of what people are given.
  @Test(arguments: 0..<20) func theFigureIsThatOfTheCommunities(seed: Int) {
    let trial = Trial(seed)
    let finding = LeidenCommunities().finding(in: trial.study)
    let degree = trial.people.map { a in trial.people.reduce(0) { $0 + trial.between(a, $1) } }
    let twice = degree.reduce(0, +)
    var sum = 0.0
    for a in trial.people {
      for b in trial.people where finding.person(a) == finding.person(b) {
        sum += trial.between(a, b) - degree[a] * degree[b] / twice
      }
    }
    #expect(agree(finding.value(), twice > 0 ? sum / twice : nil))
  }
}
