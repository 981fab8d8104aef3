@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct DuplicateEffortTests {
  /// Joint reading work in school A (p0, p1, p2) and in school B (p4, p5): ties 0, 2 and 4 at depth 3.
  private func network(
    starts: [Int32] = [20_260_101, 20_250_101, 20_260_201, 0, 20_260_301, 0, 0, 0],
    phase: String = "Primary", groups: [WorkingGroup] = [], hidden: Set<Int> = []
  ) -> Network {
    let plain = SmallTrust.network(hidden: hidden)
    var ties = plain.ties
    ties.attributes.append(
      Column(
        name: "purpose", codes: [0, -1, 0, -1, 1, -1, -1, -1], values: ["Reading", "reading"]))
    ties.started = starts
    var schools = plain.schools
    schools[1].phase = phase
    return Network(
      title: "t", people: plain.people, teams: plain.teams, schools: schools,
      partners: plain.partners, ties: ties, workingGroups: groups)
  }

  private func found(_ network: Network) -> DuplicateEffort {
    DuplicateEffort(network, during: .all, among: Array(0..<Int32(network.people.count)))
  }

  @Test func twoSchoolsAtWorkOnOnePurpose() throws {
    let found = found(network())
    let pair = try #require(found.pairs.first)
    #expect(found.pairs.count == 1 && found.alike == 1 && found.missing.isEmpty)
    #expect(pair.purpose == "Reading")
    // Tie 0 joins p0 and p1, tie 2 joins p1 and p3: p1 has most of it.
    #expect(pair.one.people == [0, 1, 3] && pair.one.lead == 1)
    #expect(pair.other.people == [4, 5] && pair.saving == 2 && found.first == [pair])
    #expect(pair.one.started == Day(number: 20_260_101))
  }

  @Test func notOfAnotherPhaseNorOfAnotherYearNorWhereTheyMeet() {
    #expect(found(network(phase: "Secondary")).alike == 0)
    let apart = found(
      network(starts: [20_240_101, 0, 20_260_201, 0, 20_260_301, 0, 0, 0]))
    #expect(apart.alike == 1 && apart.pairs.isEmpty)
    // One working group of both is a common group.
    #expect(found(network(groups: [WorkingGroup(members: [1, 5])])).pairs.isEmpty)
    #expect(found(network(groups: [WorkingGroup(members: [2, 5])])).pairs.count == 1)
  }

  @Test func nobodyWhoIsNotNamedLeads() {
    #expect(found(network(hidden: [1])).pairs.first?.one.lead == 0)
  }

  @Test func whatTheFilesDoNotSay() {
    let found = found(SmallTrust.network())
    #expect(found.missing == ["purpose of collaborations.csv"] && found.pairs.isEmpty)
  }

  /// Of all the pairs of five schools, a page shows no school more than twice.
  @Test func aPageShowsEachSchoolTwiceAtMost() {
    let n = 5
    let people = People(
      ids: (0..<2 * n).map { "p\($0)" }, names: (0..<2 * n).map { "n\($0)" },
      school: (0..<2 * n).map { Int32($0 / 2) },
      isHidden: [Bool](repeating: false, count: 2 * n),
      response: [Response](repeating: .unknown, count: 2 * n),
      started: [Day?](repeating: nil, count: 2 * n), ended: [Day?](repeating: nil, count: 2 * n))
    let network = Network(
      title: "t", people: people,
      schools: (0..<n).map { School(id: "S\($0)", name: "School \($0)", phase: "Primary") },
      ties: Ties(
        from: (0..<n).map { Int32(2 * $0) }, to: (0..<n).map { Int32(2 * $0 + 1) },
        depth: [UInt8](repeating: 3, count: n),
        attributes: [
          Column(name: "purpose", codes: [Int32](repeating: 0, count: n), values: ["Reading"])
        ]))
    let found = found(network)
    #expect(found.pairs.count == 10 && found.alike == 10)
    var times: [Int32: Int] = [:]
    for pair in found.first {
      times[pair.one.school, default: 0] += 1
      times[pair.other.school, default: 0] += 1
    }
    #expect(found.first.count >= 4 && times.values.allSatisfy { $0 <= 2 })
  }
}
