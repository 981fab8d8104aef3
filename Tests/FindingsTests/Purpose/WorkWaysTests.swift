@testable import Findings
import Networks
import TestSupport
import Testing

@Suite struct WorkWaysTests {
  @Test func whichKindsJoinSchools() {
    let plain = SmallTrust.network()
    // p0-p4 visit, p1-p5 visit, p0-p1 updates; the centre's p7 has none.
    let network = Network(
      title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
      partners: plain.partners,
      ties: Ties(
        from: [0, 1, 0], to: [4, 5, 1],
        attributes: [Column(name: "kind", codes: [0, 0, 1], values: ["visit", "updates"])]))
    let ways = WorkWays(network, during: .all, among: [0, 1, 2, 3, 4, 5, 6, 7])
    #expect(ways.ways.map(\.kind) == ["visit", "updates"])
    #expect(ways.ways[0].across == 2 && ways.ways[0].count == 2 && ways.ways[1].across == 0)
    #expect(ways.ways[0].pairs == [WorkWays.Pair(a: 0, b: 1, count: 2)])
    #expect(ways.single.map(\.count) == [2, 2])
    #expect(ways.single.map(\.school) == [0, 1] && ways.single.map(\.kind) == ["visit", "visit"])
    #expect(ways.without.isEmpty && !ways.ways[0].isFormal)
  }

  /// The form of a kind is what Docs/Partnerships.md lists, as in what counts formal work; forms of several words among them.
  @Test(arguments: [
    ("joint planning", true), ("Joint Project", true), ("team teaching", true),
    ("working group", true), ("coaching", true), ("advice", false), ("joint thinking", false),
  ]) func whichKindsAreFormal(kind: String, isFormal: Bool) {
    let plain = SmallTrust.network()
    let network = Network(
      title: "t", people: plain.people, schools: plain.schools,
      ties: Ties(
        from: [0], to: [4], attributes: [Column(name: "kind", codes: [0], values: [kind])]))
    #expect(WorkWays(network, during: .all, among: [0, 4]).ways.map(\.isFormal) == [isFormal])
    #expect(PurposeMix(network, during: .all).formal.ties == (isFormal ? 1 : 0))
  }

  @Test func aSchoolWithoutWorkElsewhere() {
    let ways = WorkWays(SmallTrust.network(), during: .all, among: [0, 1, 2, 3, 4, 5, 6, 7])
    #expect(ways.without == [0, 1] && ways.single.isEmpty)
    // Where no kind is on record, nobody is said to have none.
    let bare = Network(
      title: "t", people: SmallTrust.network().people, schools: SmallTrust.network().schools)
    #expect(WorkWays(bare, during: .all, among: [0]).without.isEmpty)
  }
}
