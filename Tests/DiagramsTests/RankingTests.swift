import Diagrams
@testable import Findings
import TestSupport
import Testing

/// The ranking of groups by the share of their ties that lead out.
@Suite struct RankingTests {
  @Test func theMostInwardComesFirst() throws {
    let facts = try facts("harbour-trust")
    let picture = RankingPicture(facts)
    #expect(picture.rows.first?.title == "Northgate Academy")
    #expect(picture.rows.filter { $0.alarm != nil }.map(\.title) == ["Northgate Academy"])
    #expect(
      picture.furniture.headline
        == "Northgate Academy keeps to itself: 2% of its ties lead out, where the other schools would have 34% at its size"
    )
    let judged = picture.rows.filter { $0.section == .judged }
    #expect(zip(judged, judged.dropFirst()).allSatisfy { $0.outside ?? 0 <= $1.outside ?? 1 })
    // Too few of Weir Lane answered; the centre is no school.
    #expect(
      picture.rows.filter { $0.section == .unknown }.map(\.title) == ["Weir Lane Primary School"])
    #expect(picture.rows.last?.section == .centre)
    // Every number is that of the verdicts.
    for row in picture.rows {
      let verdict = facts.verdicts.groups.first { $0.id == row.id }
      #expect(verdict?.outside == row.outside && verdict?.outsideAmongOthers == row.others)
    }
  }

  @Test func whatFindsNoRoomStandsAsOne() throws {
    let picture = RankingPicture(try facts("harbour-trust"), limit: 8)
    #expect(picture.rows.count <= 8 && picture.rows.first?.alarm == "keeps to itself")
    #expect(picture.rows.contains { $0.title.hasSuffix(" more schools") })
    #expect(lint(picture.drawn(on: Sheet(.half))).faults == [])
  }

  @Test(arguments: [1, 5, 40, 140]) func anyNumberOfGroups(groups: Int) {
    let facts = madeFacts(groups: groups, density: 0.2, seed: 5)
    for paper in PaperSize.allCases {
      let figure = RankingPicture.drawRanking(facts, on: Sheet(paper))
      #expect(figure.fits && lint(figure).faults == [], "\(groups) on \(paper)")
    }
  }
}
