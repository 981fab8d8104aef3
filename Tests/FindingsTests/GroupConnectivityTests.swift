import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@testable import Findings

/// Groups of six people named A, B and so on, with three ties between those that are linked.
func groupMap(_ count: Int, _ links: [(Int, Int)], minLink: Int = 3) -> GroupMap {
  GroupMap(groupNetwork(count, links), Disclosure(minGroup: 5, minLink: minLink))
}

func groupNetwork(
  _ count: Int, _ links: [(Int, Int)], silent: Set<Int> = []
) -> GroupNetwork {
  var (from, to): ([Int32], [Int32]) = ([], [])
  for (a, b) in links {
    for person in 0..<3 {
      from.append(Int32(a * 6 + person))
      to.append(Int32(b * 6 + (person + b) % 6))
    }
  }
  let graph = CompactGraph(nodeCount: count * 6, from: from, to: to, isDirected: false)
  let names = (0..<count).map { "g" + (10 + $0 < 100 ? "0" : "") + "\($0 + 10)" }
  let network = Network(
    graph, groups: Partition(groupOf: (0..<Int32(count * 6)).map { $0 / 6 }, names: names),
    responses: silent.isEmpty ? [] : (0..<count * 6).map { silent.contains($0 / 6) ? .no : .yes })
  return GroupNetwork(Study(network, by: Boundary("group")))
}

/// The places of groups by their keys, as "group g012" for 2.
private func places(_ keys: [String]) -> [Int] {
  keys.compactMap { Int($0.dropFirst("group g".count)) }.map { $0 - 10 }
}

extension GroupConnectivity {
  fileprivate var cutPlaces: [Int] { places(cutPoints.map(\.group)) }
  fileprivate func hanging(on place: Int) -> [Int]? {
    cutPoints.first { places([$0.group]) == [place] }.map { places($0.hanging) }
  }
}

@Suite struct GroupConnectivityTests {
  @Test func aChainHangsOnItsMiddle() {
    let found = groupMap(4, [(0, 1), (1, 2), (2, 3)]).connectivity
    #expect(found.onlyLinks.count == 3)
    #expect(found.cutPlaces.sorted() == [1, 2])
    #expect(found.hanging(on: 1) == [0])
    #expect(found.hanging(on: 2) == [3])
    #expect(found.brokers == [])
  }

  /// Those who did not answer may have ties that nobody told.
  @Test func whatHangsInSilenceIsNotCertain() {
    let chain = [(0, 1), (1, 2), (2, 3)]
    let found = groupNetwork(4, chain, silent: [0]).connectivity
    #expect(found.cutPlaces == [2] && found.isUncertain && !found.onlyLinks.isEmpty)
    let silent = groupNetwork(4, chain, silent: [0, 3]).connectivity
    #expect(silent.cutPlaces == [] && silent.isUncertain)
    #expect(!groupNetwork(4, chain, silent: []).connectivity.isUncertain)
    // Of most in silence nobody can be said to connect the others.
    let few = groupNetwork(6, [(0, 1), (1, 2), (2, 3), (3, 0)], silent: [2, 3, 4, 5]).connectivity
    #expect(few.brokers == [] && few.isUncertain)
  }

  @Test func aStarHangsOnItsCentre() {
    let found = groupMap(5, (1..<5).map { (0, $0) }).connectivity
    #expect(found.cutPlaces == [0])
    // All but one of four equal parts hang on it.
    #expect(found.cutPoints[0].hanging.count == 3)
  }

  @Test func aRingHangsOnNobody() {
    let found = groupMap(6, (0..<6).map { ($0, ($0 + 1) % 6) }).connectivity
    #expect(found.cutPoints == [] && found.onlyLinks == [] && found.brokers == [])
  }

  @Test func nothingAtAll() {
    #expect(groupMap(3, []).connectivity.cutPoints == [])
    // One link is all there is, and nothing to be said of it.
    #expect(groupMap(2, [(0, 1)]).connectivity.onlyLinks == [])
  }

  /// A slow twin: take each group out and see who can no longer be reached.
  @Test(arguments: 0..<20) func agreesWithTakingEachOut(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = 3 + generator.below(9)
    var links: [(Int, Int)] = []
    for a in 0..<count {
      for b in (a + 1)..<max(count, a + 1) where generator.below(4) == 0 { links.append((a, b)) }
    }
    let map = groupMap(count, links)
    func parts(without gone: Int?) -> Int {
      var part = Array(0..<count)
      for _ in 0..<count {
        for (a, b) in links where a != gone && b != gone {
          let low = min(part[a], part[b])
          (part[a], part[b]) = (low, low)
        }
      }
      return Set((0..<count).filter { $0 != gone }.map { part[$0] }).count
    }
    let whole = parts(without: nil)
    let expected = (0..<count).filter { parts(without: $0) > whole }
    #expect(map.connectivity.cutPlaces.sorted() == expected)
  }
}

@Suite struct GroupMapChangeTests {
  @Test func gainedLostAndKept() {
    let change = GroupMapChange(
      groupMap(4, [(0, 1), (1, 2)]), groupMap(4, [(1, 2), (2, 3), (0, 3)]))
    #expect(change.count(.kept) == 1 && change.count(.lost) == 1 && change.count(.gained) == 2)
    #expect(change.links.map(\.state) == [.lost, .gained, .kept, .gained])
    #expect(change.units.allSatisfy { !$0.isNew && !$0.isGone })
    #expect(
      change.mostChanged?.name == change.units[3].unit.name && change.mostChanged?.gained == 2)
  }

  @Test func groupsThatComeAndGo() {
    let change = GroupMapChange(groupMap(3, [(0, 2)]), groupMap(2, [(0, 1)]))
    #expect(change.units.map(\.isGone) == [false, false, true])
    let back = GroupMapChange(groupMap(2, [(0, 1)]), groupMap(3, [(0, 2)]))
    #expect(back.units.map(\.isNew) == [false, false, true])
    let none = GroupMapChange(groupMap(2, []), groupMap(2, []))
    #expect(none.links == [] && none.mostChanged?.gained == nil)
  }

  /// What came or went would tell of the day on which it is hidden.
  @Test func aGroupHiddenOnOneDayIsToldOfOnNeither() {
    func map(_ sizes: [Int]) -> GroupMap {
      let groupOf = sizes.enumerated().flatMap { [Int32](repeating: Int32($0), count: $1) }
      let starts = sizes.indices.map { Int32(sizes[..<$0].reduce(0, +)) }
      let ends = [1, 3].flatMap { group in (0..<3).map { (Int32($0), starts[group] + Int32($0)) } }
      let graph = CompactGraph(
        nodeCount: groupOf.count, from: ends.map(\.0), to: ends.map(\.1), isDirected: false)
      let study = study(graph, Partition(groupOf: groupOf, names: ["a", "b", "c", "d"]))
      return GroupMap(GroupNetwork(study), Disclosure(minGroup: 5, minLink: 3))
    }
    let (small, large) = (map([6, 6, 6, 4]), map([6, 6, 6, 6]))
    for (before, now, hidden) in [(small, large, 1), (large, small, 0)] {
      let change = GroupMapChange(before, now)
      #expect(change.units.map(\.unit.name) == ["a", "b", "c"])
      #expect(change.units.allSatisfy { !$0.isNew && !$0.isGone })
      #expect(change.links.map(\.state) == [.kept] && change.hiddenThen == hidden)
    }
    let both = GroupMapChange(large, large)
    #expect(both.units.count == 4 && both.links.count == 2 && both.hiddenThen == 0)
  }

  @Test func whatIsLeftOutIsCounted() {
    let links = (0..<12).flatMap { a in ((a + 1)..<12).map { (a, $0) } }
    let change = GroupMapChange(groupMap(12, []), groupMap(12, links))
    let shown = change.readable(groups: 6, partnersPerGroup: 0.5)
    #expect(shown.units.count == 6 && shown.groupsLeftOut == 6)
    #expect(shown.links.count == 10 && shown.changeLeftOut == 5)
    let same = GroupMapChange(groupMap(12, links), groupMap(12, links))
      .readable(groups: 12, partnersPerGroup: 0)
    #expect(same.links.count + same.keptLeftOut == links.count && same.changeLeftOut == 0)
  }
}

@Suite struct GroupMapMergingTests {
  @Test func theRestStandsAsOne() {
    let links = (0..<6).flatMap { a in ((a + 1)..<6).map { (a, $0) } } + [(6, 0), (7, 6)]
    let map = groupMap(8, links)
    let rules = Disclosure(minGroup: 5, minLink: 3)
    let merged = GroupMap(
      groupNetwork(8, links).merged(to: 4, rules), rules)
    #expect(merged.merging == [.rest] && merged.units.count == 4)
    #expect(merged.suppressed.merged == 5 && merged.suppressed.mergedInto == 1)
    #expect(merged.units.reduce(0) { $0 + $1.people } == 48)
    // Nothing is lost: ties between and inside are those of before.
    func all(_ map: GroupMap) -> Double {
      map.links.reduce(0) { $0 + $1.ties } + map.within.reduce(0) { $0 + $1 }
    }
    #expect(abs(all(merged) - all(map)) < 1e-9)
    #expect(merged.units.contains { $0.name == "5 more groups" })
  }

  /// On a map the rest is left out: as one group it would be the middle of a star.
  @Test func theRestIsLeftOut() {
    let links = (0..<6).flatMap { a in ((a + 1)..<6).map { (a, $0) } } + [(6, 0), (7, 6)]
    let map = groupMap(8, links).trimmed(to: 4)
    // The group that alone holds another stays, with it and those who hang; what is judged is judged on all.
    #expect(map.units.map(\.name) == ["g010", "g011", "g016", "g017"] && map.merging == [])
    #expect(map.connectivity.cutPoints.map(\.group) == ["group g010", "group g016"])
    #expect(map.links.map { [$0.a, $0.b] } == [[0, 1], [0, 2], [2, 3]])
    #expect(map.suppressed.furtherUnits == 4 && map.suppressed.furtherLinks == links.count - 3)
    #expect(groupMap(8, links).trimmed(to: 4, first: ["g015"]).units.map(\.name).contains("g015"))
    #expect(groupMap(8, links).trimmed(to: 8) == groupMap(8, links))
    // What is a part stays one.
    let part = map.connectivity.among(["group g011"])
    #expect(!part.isWhole && !part.among(["group g011"]).isWhole)
  }

  @Test func whatFitsStaysAsItIs() {
    let network = groupNetwork(5, [(0, 1)]).merged(to: 5, Disclosure(minGroup: 5, minLink: 3))
    #expect(GroupMap(network, Disclosure(minGroup: 5, minLink: 3)) == groupMap(5, [(0, 1)]))
    #expect(network.merging == [])
  }

  /// Links that too few people carry to be shown are summed all the same: three of one tie each make one of three.
  @Test func whatIsHiddenIsSummedFirst() {
    // The first has most ties and stays itself; each link is carried by six people, all three by twelve.
    let links = [(0, 1), (0, 2), (0, 3)]
    #expect(groupMap(4, links, minLink: 7).links.isEmpty)
    let rules = Disclosure(minGroup: 5, minLink: 7)
    let merged = GroupMap(groupNetwork(4, links).merged(to: 2, rules), rules)
    #expect(merged.units.map(\.people) == [6, 18])
    #expect(merged.links.map(\.ties) == [9] && merged.links.map(\.people) == [12])
  }
}
