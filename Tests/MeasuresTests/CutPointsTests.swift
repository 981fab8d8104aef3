import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct CutPointsTests {
  private func points(_ classic: Classic) -> [Int] {
    let finding = CutPoints().finding(in: study(classic))
    return (0..<classic.nodeCount).filter { finding.person($0) == 1 }
  }

  @Test func published() {
    #expect(points(.kite) == [7, 8] && points(.karate) == [0])
    #expect(
      Set(points(.florentine).map { Classic.florentineNames[$0] })
        == ["Albizzi", "Guadagni", "Medici", "Salviati"])
    #expect(CutPoints().finding(in: study(.florentine)).value() == 4)
  }

  @Test func withoutTies() {
    let empty = CompactGraph(nodeCount: 3, from: [], to: [], isDirected: false)
    let finding = CutPoints().finding(in: study(empty))
    #expect(finding.value() == 0 && finding.person(0) == 0)
  }

  /// Somebody is one when two of their contacts no longer reach each other without them.
  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = CutPoints().finding(in: trial.study)
    for node in trial.people {
      let contacts = trial.contacts(node)
      var reached = Set(contacts.prefix(1))
      while let next = trial.people.first(where: { other in
        other != node && !reached.contains(other)
          && reached.contains { trial.between($0, other) > 0 }
      }) {
        reached.insert(next)
      }
      #expect(finding.person(node) == (contacts.allSatisfy(reached.contains) ? 0 : 1))
    }
  }
}
