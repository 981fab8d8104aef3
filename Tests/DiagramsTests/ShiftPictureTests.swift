@testable import Diagrams
import Findings
import Measures
import Networks
import TestSupport
import Testing

/// What moved between two times, as a board sees it.
@Suite struct ShiftPictureTests {
  private static func facts(_ day: Int32) throws -> FigureFacts {
    let network = try DiagramsTests.facts("harbour-trust").study.network
    var question = Question()
    question.boundary = .school
    question.period = Period(on: try #require(Day(number: day)))
    return try #require(FigureFacts(Analysis(network, question), source: "Source: the sample."))
  }

  @Test func sharesStandWhereBothEndsAreRecorded() throws {
    let (then, now) = (try Self.facts(20_260_717), try Self.facts(20_261_112))
    let picture = ShiftPicture(now, since: then)
    #expect(picture.form == .shares)
    #expect(picture.pairs.kept == 1961 && picture.pairs.begun == 194 && picture.pairs.ended == 98)
    #expect(
      picture.furniture.headline
        == "194 ties have begun and 98 ended since 17 July 2026; no change shows in how far schools work with others"
    )
    #expect(picture.rows.count == now.verdicts.shown.count)
    for row in picture.rows {
      let (old, new) = (
        try #require(then.verdicts.groups.first { $0.id == row.id }),
        try #require(now.verdicts.groups.first { $0.id == row.id })
      )
      #expect(row.then?.share == old.outside && row.now?.share == new.outside)
      #expect(row.then?.ties == old.ties && row.now?.ties == new.ties)
      if let range = row.range, let share = row.now?.share { #expect(range.contains(share)) }
      // A bar that does not reach the share of then is a change, judged alone.
      if row.isReal, let share = row.then?.share { #expect(row.range?.contains(share) == false) }
    }
    // Too few answered there: last, without a bar.
    #expect(
      picture.rows.last?.title == "Weir Lane Primary School" && picture.rows.last?.range == nil)
  }

  /// Without an end on record nothing is said of shares.
  @Test func gainsStandAloneWhereNoEndIsRecorded() throws {
    let (then, now) = (try Self.facts(20_251_112), try Self.facts(20_260_514))
    let picture = ShiftPicture(now, since: then)
    #expect(picture.form == .ties && picture.pairs.begun == 612 && picture.pairs.ended == nil)
    #expect(
      picture.furniture.headline
        == "612 ties have begun since 12 November 2025; what ended is not recorded")
    #expect(picture.rows.map(\.more) == picture.rows.map(\.more).sorted(by: >))
    #expect(picture.rows.allSatisfy { $0.range == nil && !$0.isSilo && $0.words.isEmpty })
    let figure = ShiftPicture.drawShift(now, since: then, on: Sheet())
    #expect(figure.table.rows.allSatisfy { $0[3] == .none && $0[4] == .none })
    #expect(lint(figure).faults == [])
  }

  /// Ties have begun since a day, also where the earlier time is a stretch.
  @Test func aStretchEndsOnADay() throws {
    let now = try Self.facts(20_261_112)
    var question = Question()
    question.boundary = .school
    question.period = Period(first: Day(number: 20_250_901), last: Day(number: 20_251_231))
    let then = try #require(
      FigureFacts(Analysis(now.study.network, question), source: "Source: the sample."))
    #expect(
      ShiftPicture(now, since: then).furniture.headline.contains(" since 31 December 2025; "))
  }

  @Test func whatIsLeftOutIsCounted() throws {
    let (then, now) = (try Self.facts(20_260_717), try Self.facts(20_261_112))
    let picture = ShiftPicture(now, since: then, limit: 5)
    #expect(picture.rows.count == 5 && picture.rows.contains { $0.isSilo })
    #expect(
      picture.furniture.suppression.hasSuffix(
        "Left out for clearness: \(now.verdicts.shown.count - 5) schools with less change."))
  }
}
