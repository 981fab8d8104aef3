@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct ComparisonTests {
  @Test func tiesThatCameAndWent() throws {
    let plain = SmallTrust.network()
    var ties = plain.ties
    // Of five ties among staff one ends in March, one begins in June.
    ties.started[0] = 20_260_601
    ties.ended = [0, 20_260_301, 0, 0, 0, 0, 0, 0]
    var records = SmallTrust.rated(ours: [], theirs: [])
    records.partnerships[0].reviewDue = Day(number: 20_260_401)
    let network = Network(
      title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
      partners: plain.partners, ties: ties, records: records)
    let (first, second) = (
      try #require(Day(number: 20_260_101)), try #require(Day(number: 20_260_701))
    )
    let found = Analysis(of: Study(network, by: .school)).comparison(from: first, to: second)
    #expect(found.before.ties == 4 && found.after.ties == 4)
    #expect(found.kept == 3 && found.ended == 1 && found.begun == 1)
    #expect(found.stability == 0.6 && found.due.count == 1)
    #expect(found.before.index == -1 && found.goals.isEmpty)
  }
}
