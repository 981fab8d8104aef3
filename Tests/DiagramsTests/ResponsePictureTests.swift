@testable import Diagrams
import Findings
import Measures
import Networks
import TestSupport
import Testing

/// Who answered, and what that lets anybody say.
@Suite struct ResponsePictureTests {
  @Test func whatCannotBeSaidForWantOfAnswersComesFirst() throws {
    let facts = try #require(try? facts("harbour-trust"))
    let picture = ResponsePicture(facts)
    #expect(
      picture.furniture.headline
        == "We can speak for 17 of 18 schools; at Weir Lane Primary School only 39% answered")
    let first = try #require(picture.rows.first)
    #expect(first.title == "Weir Lane Primary School" && first.standing == .unanswered)
    #expect(first.words == "nothing yet: ask again")
    let found = picture.rows.filter { $0.standing == .found }
    #expect(found.map(\.title) == ["Northgate Academy"])
    #expect(found.map(\.words) == ["keeps to itself"])
    #expect(picture.rows.last?.standing == .centre && picture.rows.count == 19)
    // The numbers are those of the verdicts.
    for group in facts.verdicts.groups {
      let row = try #require(picture.rows.first { $0.title == group.name })
      #expect(row.answered == group.coverage.share && row.range == group.doubt.bounds)
    }
  }

  @Test func manyRowsAreToldInOne() throws {
    let facts = try #require(try? facts("harbour-trust"))
    let picture = ResponsePicture(facts, limit: 10)
    #expect(picture.rows.count == 10 && picture.rows.last?.standing == .folded)
    #expect(picture.rows.last?.title == "10 more schools")
    #expect(picture.rows.last?.words.hasSuffix("answered") == true)
    #expect(picture.rows.first?.standing == .unanswered)
  }

  @Test func whereNobodyKnowsWhoAnsweredThatIsSaid() {
    let facts = madeFacts(groups: 8, density: 0.3, seed: 3) { "Group number \($0)" }
    let picture = ResponsePicture(facts)
    #expect(picture.furniture.basis.hasSuffix("who answered is not on record"))
    #expect(picture.rows.allSatisfy { $0.answered == nil && $0.range == nil })
    let texts = lint(picture.drawn(on: Sheet())).texts.map(\.words)
    #expect(texts.contains("not on record") && !texts.contains("0% answered"))
  }

  /// The headline says of no school more than its row does.
  @Test func theHeadlineIsThatOfTheRows() {
    func said(_ standings: [ResponsePicture.Standing], unclear: Int = 0) -> String {
      ResponsePicture.headline(
        standings.enumerated().map { place, standing in
          .init(
            title: "School \(place)", kind: .school, answered: 0.25, range: nil, interval: nil,
            others: nil, words: "", standing: standing)
        }, unclear: unclear, .school)
    }
    #expect(said([.judged, .judged, .centre]) == "We can speak for every school")
    #expect(
      said([.judged, .judged, .found], unclear: 2)
        == "We can speak for every school; two cannot be told from others their size")
    #expect(
      said([.judged, .judged], unclear: 1)
        == "We can speak for every school; one cannot be told from others its size")
    #expect(
      said([.judged, .judged], unclear: 2)
        == "We can speak for every school, but none can be told from others their size")
    #expect(
      said([.judged, .unknown])
        == "We can speak for 1 of 2 schools; of the other too little is on record")
    #expect(
      said([.unknown, .unknown]) == "We can speak for no school yet: too little is on record")
    #expect(said([.unanswered, .unanswered]) == "We can speak for no school yet: too few answered")
    #expect(
      said([.unanswered, .unknown])
        == "We can speak for no school yet: in one too few answered, of the rest too little is on record"
    )
  }

  /// What is said is read from the interval, so that it is drawn.
  @Test func theIntervalIsDrawn() throws {
    let facts = try facts("harbour-trust")
    let picture = ResponsePicture(facts)
    for group in facts.verdicts.groups {
      let row = try #require(picture.rows.first { $0.title == group.name })
      #expect(row.interval == (row.standing == .unanswered ? nil : group.doubt.interval))
    }
    #expect(lint(picture.drawn(on: Sheet())).texts.contains { $0.words == "95% interval" })
  }
}
