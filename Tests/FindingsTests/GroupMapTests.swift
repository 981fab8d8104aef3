import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct GroupMapTests {
  private func map(_ graph: CompactGraph, _ groups: Partition) -> GroupMap {
    GroupMap(GroupNetwork(study(graph, groups)), Disclosure(minGroup: 3, minLink: 3))
  }

  @Test func smallGroupsAndThinLinksAreLeftOut() {
    // a and b share two ties of three people, a and c one tie of two; d has two people.
    let graph = CompactGraph(
      nodeCount: 11, from: [0, 0, 1, 9], to: [3, 4, 6, 0], isDirected: false)
    let groups = Partition(
      groupOf: [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3], names: ["a", "b", "c", "d"])
    let map = map(graph, groups)
    #expect(map.units.map(\.id) == ["a", "b", "c"])
    #expect(map.links.map(\.ties) == [2])
    #expect(map.suppressed.units == 1 && map.suppressed.links == 2)
  }

  @Test func onlyLinks() {
    // Groups a - b - c in a chain of strong links.
    let graph = CompactGraph(
      nodeCount: 9, from: [0, 1, 2, 3, 4, 5], to: [3, 4, 5, 6, 7, 8], isDirected: false)
    let groups = Partition(groupOf: [0, 0, 0, 1, 1, 1, 2, 2, 2], names: ["a", "b", "c"])
    #expect(
      map(graph, groups).connectivity.onlyLinks
        == [["group a", "group b"], ["group b", "group c"]])
  }

  @Test func aReadableMapKeepsEachGroupsStrongestLink() {
    let graph = randomGraph(seed: 5, nodeCount: 200, density: 0.2)
    let groups = randomPartition(seed: 5, nodeCount: 200, groups: 20)
    let whole = map(graph, groups)
    let readable = whole.readable(linksPerGroup: 2)
    #expect(readable.links.count < whole.links.count)
    #expect(readable.links.count + readable.suppressed.weakLinks == whole.links.count)
    for unit in readable.units.indices {
      let best = whole.links.filter { $0.a == unit || $0.b == unit }.map(\.ties).max()
      let kept = readable.links.filter { $0.a == unit || $0.b == unit }.map(\.ties).max()
      #expect(best == kept)
    }
  }
}
