import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct ExternalInternalIndexTests {
  private let plain = ExternalInternalIndex(weighted: false)

  @Test func karateClub() {
    let finding = plain.finding(in: study(.karate))
    #expect(isNear(finding.value(), -0.717949))
    #expect(isNear(finding.value(.group("Mr. Hi")), -0.521739))
    #expect(isNear(finding.value(.group("Officer")), -0.488372))
    #expect(isNear(finding.person(0), -0.875))
    #expect(isNear(finding.person(2), -0.2))
    #expect(isNear(finding.person(8), 0.2))
    #expect(isNear(finding.person(33), -0.647059))
    #expect(isNear(finding[.network]?.expected, 1 - 2 * 37.818182 / 78))
    #expect(isNear(finding[.network]?.z, -7.874810))
    let weighted = ExternalInternalIndex(weighted: true).finding(in: study(.karate, weighted: true))
    #expect(isNear(weighted.value(), -0.783550))
  }

  @Test func asNetseg() {
    #expect(isNear(plain.finding(in: study(.classroom)).value(), -0.840909))
    #expect(isNear(plain.finding(in: study(.catania)).value(), -0.475996))
  }

  @Test func whiteKinshipIsEnumerated() {
    let finding = plain.finding(in: study(.whiteKinship))
    #expect(isNear(finding.value(), -0.181818))
    #expect(isNear(finding[.network]?.p, 0.031746))
    #expect(finding[.network]?.null == .labelsEnumerated)
  }

  /// A working group of three gives each pair half a tie, unless they are tied directly.
  @Test func workingGroupsCountInParts() {
    let direct = CompactGraph(nodeCount: 5, from: [0], to: [1], isDirected: false)
    let groups = Partition(groupOf: [0, 0, 0, 1, 1], names: ["a", "b"])
    let made = Measures.Study(
      Network(direct, groups: groups, groupsOfWork: [WorkingGroup(members: [0, 1, 3])]),
      by: Boundary("group"))
    // One tie inside, half a tie from 0 and from 1 to 3; by strength 1.5 inside.
    let finding = plain.finding(in: made)
    #expect(finding.value() == 0 && isNear(finding.person(0), -1.0 / 3))
    #expect(isNear(ExternalInternalIndex(weighted: true).finding(in: made).value(), -0.2))
    // In four of the ten ways to deal three and two out at least one whole tie lies inside.
    #expect(isNear(finding[.network]?.p, 0.4))
    #expect(finding[.network]?.null == .labelsEnumerated)
    #expect(isNear(Participation().finding(in: made).person(0), 4.0 / 9))
  }

  @Test func undefinedCases() {
    let empty = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: false)
    let two = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    #expect(plain.finding(in: study(empty, two))[.network]?.undefined == .noTies)
    #expect(plain.finding(in: study(empty, two)).person(0) == nil)
    let one = plain.finding(in: study(Classic.kite.graph))
    #expect(one[.network]?.undefined == .oneGroup)
    // A group of one is +1 by construction and is compared with nothing.
    let pair = CompactGraph(nodeCount: 5, from: [0, 1, 2], to: [1, 2, 3], isDirected: false)
    let lone = Partition(groupOf: [0, 1, 1, 1, 1], names: ["lone", "rest"])
    let figure = plain.finding(in: study(pair, lone))[.group("lone")]
    #expect(figure?.value == 1)
    #expect(figure?.expected == nil)
  }

  /// The index counted tie by tie over the dense matrix.
  @Test(arguments: 0..<40) func slowTwin(seed: Int) {
    let isDirected = seed % 2 == 1
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 4 + seed % 12, density: 0.1 + Double(seed % 5) / 6,
      isDirected: isDirected, isWeighted: true)
    let groups = randomPartition(
      seed: UInt64(seed), nodeCount: graph.nodeCount, groups: 2 + seed % 3, missing: seed % 4 == 0)
    let cells = matrix(graph)
    for weighted in [false, true] {
      let finding = ExternalInternalIndex(weighted: weighted).finding(in: study(graph, groups))
      var (inside, outside) = (0.0, 0.0)
      for a in cells.indices {
        for b in cells.indices where cells[a][b] > 0 && (isDirected || a < b) {
          let count = weighted ? cells[a][b] : 1
          guard groups.groupOf[a] >= 0, groups.groupOf[b] >= 0 else { continue }
          if groups.groupOf[a] == groups.groupOf[b] { inside += count } else { outside += count }
        }
      }
      if inside + outside == 0 {
        #expect(finding.value() == nil)
      } else if Set(groups.groupOf).subtracting([-1]).count > 1 {
        #expect(isNear(finding.value(), (outside - inside) / (outside + inside), 1e-12))
      }
    }
  }
}
