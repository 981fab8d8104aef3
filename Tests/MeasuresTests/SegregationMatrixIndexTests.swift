import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct SegregationMatrixIndexTests {
  @Test func published() {
    let kin = SegregationMatrixIndex().finding(in: study(.whiteKinship))
    #expect(isNear(kin.value(.group("F")), 0.25))
    #expect(isNear(kin.value(.group("M")), 0.320755))
    // netseg's smi divides both groups by the same cell and has girls at .9138.
    let classroom = SegregationMatrixIndex().finding(in: study(.classroom))
    #expect(isNear(classroom.value(.group("Girl")), 0.7976, 5e-5))
  }

  @Test func undefined() {
    let graph = CompactGraph(nodeCount: 5, from: [0], to: [1], isDirected: false)
    let groups = Partition(groupOf: [0, 1, 1, 2, 2], names: ["a", "b", "c"])
    let finding = SegregationMatrixIndex().finding(in: study(graph, groups))
    #expect(finding[.group("a")]?.undefined == .groupOfOne)
    #expect(finding[.group("c")]?.undefined == .noTies)
    #expect(finding.value(.group("b")) == -1)
    let one = SegregationMatrixIndex().finding(in: study(.kite))
    #expect(one[.group("all")]?.undefined == .oneGroup)
  }

  /// The share of tied pairs inside a group and out of it.
  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    let finding = SegregationMatrixIndex().finding(in: trial.study)
    for (group, name) in trial.names.enumerated() {
      var (pairs, ties) = ([0.0, 0], [0.0, 0])
      for a in trial.members(group) {
        for b in trial.grouped where a != b {
          let side = trial.label[b] == group ? 0 : 1
          pairs[side] += 1
          ties[side] += trial.cells[a][b] > 0 ? 1 : 0
        }
      }
      let (inside, outside) = (ties[0] / pairs[0], ties[1] / pairs[1])
      let isDefined = !pairs.contains(0) && inside + outside > 0
      #expect(
        agree(
          finding.value(.group(name)),
          isDefined ? (inside - outside) / (inside + outside) : nil))
    }
  }
}
