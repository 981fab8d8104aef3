import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct ConductanceTests {
  private let conductance = Conductance(normalisedCut: false)
  private let cut = Conductance(normalisedCut: true)

  @Test func karate() {
    for club in Classic.karate.groupNames {
      #expect(isNear(conductance.finding(in: study(.karate)).value(.group(club)), 0.146667))
      #expect(isNear(cut.finding(in: study(.karate)).value(.group(club)), 0.282469))
    }
  }

  @Test func undefined() {
    let graph = CompactGraph(nodeCount: 4, from: [0], to: [1], isDirected: false)
    let groups = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    for measure in [conductance, cut] {
      let finding = measure.finding(in: study(graph, groups))
      // b has no ties; a has them all, so there is no rest to compare with.
      #expect(finding[.group("a")]?.undefined == .insideOneGroup)
      #expect(finding[.group("b")]?.undefined == .noTies)
    }
  }

  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    for (group, name) in trial.names.enumerated() {
      var (own, rest, crossing) = (0.0, 0.0, 0.0)
      for a in trial.grouped {
        for b in trial.grouped where a != b {
          let count = trial.between(a, b)
          if trial.label[a] == group { own += count } else { rest += count }
          if trial.label[a] == group, trial.label[b] != group { crossing += count }
        }
      }
      let isDefined = own > 0 && rest > 0
      #expect(
        agree(
          conductance.finding(in: trial.study).value(.group(name)),
          isDefined ? crossing / min(own, rest) : nil))
      #expect(
        agree(
          cut.finding(in: trial.study).value(.group(name)),
          isDefined ? crossing / own + crossing / rest : nil))
    }
  }
}
