import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct DepthGapsTests {
  /// Three groups of twenty who all meet alike; deep ties between `a` and `b` are rare when planted.
  private func study(isPlanted: Bool) -> Study {
    var generator = SeededGenerator(seed: 7)
    let group = (0..<60).map { Int32($0 / 20) }
    var (from, to): ([Int32], [Int32]) = ([], [])
    var depths: [Depth] = []
    for a in 0..<60 {
      for b in (a + 1)..<60 where generator.unit() < 0.3 {
        from.append(Int32(a))
        to.append(Int32(b))
        let isGap = isPlanted && Set([group[a], group[b]]) == [0, 1]
        depths.append(generator.unit() < (isGap ? 0.05 : 0.6) ? .coalition : .networking)
      }
    }
    let graph = CompactGraph(nodeCount: 60, from: from, to: to, isDirected: false)
    return Study(
      Network(graph, groups: Partition(groupOf: group, names: ["a", "b", "c"]), depths: depths),
      by: Boundary("group"))
  }

  @Test func thePlantedGapIsFoundAndTold() throws {
    let gaps = depthGaps(study(isPlanted: true)).list
    let gap = try #require(gaps.first)
    #expect(gaps.count == 1 && gap.groups == ["a", "b"])
    #expect(gap.contact > 0.75 && gap.ratio < 0.4 && gap.z < -3)
    #expect(
      gap.sentence.hasPrefix("A and b are in contact about as often as chance would have it ("))
    #expect(gap.sentence.contains("but hardly work jointly: at depth"))
  }

  @Test func withoutOneNothingIsSaid() {
    let found = depthGaps(study(isPlanted: false))
    #expect(found.list.isEmpty && found.compared == [[0, 1], [0, 2], [1, 2]])
    // Too few ties are told apart by depth to compare any two.
    let bare = depthGaps(TestSupport.study(.karate))
    #expect(bare.list.isEmpty && bare.compared.isEmpty)
  }

  @Test func theProfileTellsDepthsApart() throws {
    let rows = try #require(Analysis(of: study(isPlanted: true)).depths).rows
    #expect(rows.map(\.depth.rawValue) == [1, 2, 3, 4, 5])
    #expect((rows[0].index.basis ?? 0) > (rows[1].index.basis ?? 0))
    #expect(rows[1].index.basis == rows[3].index.basis)
    #expect(rows[4].index.undefined == .noTies)
    #expect((rows[3].index.value ?? 0) < (rows[0].index.value ?? 0))
    #expect(Analysis(of: study(isPlanted: true)).depths?.isTold == true)
    #expect(Analysis(of: TestSupport.study(.karate)).depths?.isTold == false)
  }
}
