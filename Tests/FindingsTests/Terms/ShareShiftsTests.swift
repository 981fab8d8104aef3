@testable import Findings
import Intake
import Measures
import Networks
import TestSupport
import Testing

/// What moved between two days of the same files.
@Suite struct ShareShiftsTests {
  /// Three schools of six; ten ties inside each, and as many across as asked for, begun and ended when they say.
  private static func analysis(
    _ across: [(String, String, from: String, to: String)], small: Int = 0
  ) throws -> Analysis {
    var people = "id,name,school,started\n"
    for school in ["A", "B", "C"] {
      for place in 1...6 { people += "\(school)\(place),Person \(school)\(place),\(school),\n" }
    }
    for place in 0..<small { people += "D\(place),Person D\(place),D,2026-01-01\n" }
    if small > 0 { people += "D8,Person D8,D,\nD9,Person D9,D,\n" }
    var ties = "from,to,started,ended\n"
    for school in ["A", "B", "C"] {
      for (a, b) in [
        (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (1, 6), (1, 3), (2, 4), (3, 5), (4, 6),
      ] { ties += "\(school)\(a),\(school)\(b),2025-01-01,\n" }
    }
    for tie in across { ties += "\(tie.0),\(tie.1),\(tie.from),\(tie.to)\n" }
    let folder = Workdir(["people.csv": people, "collaborations.csv": ties])
    var question = Question()
    question.boundary = .school
    question.period = Period(on: try #require(Day(number: 20_260_601)))
    return Analysis(try readNetwork(folder: folder.path).network, question)
  }

  private static func shifts(_ now: Analysis) throws -> ShareShifts {
    now.shifts(since: now.during(Period(on: try #require(Day(number: 20_251_201)))))
  }

  private static let both: [(String, String, from: String, to: String)] = [
    ("A1", "B1", "2025-01-01", "2026-02-01"), ("A2", "B2", "2026-03-01", ""),
    ("A3", "C1", "2026-03-01", ""), ("B4", "C4", "2025-01-01", ""),
  ]

  @Test func pairsAndSharesAreThoseOfTheTwoDays() throws {
    let found = try Self.shifts(Self.analysis(Self.both))
    #expect(found.tellsStarts && found.tellsEnds)
    #expect(found.kept == 31 && found.begun == 2 && found.ended == 1)
    let school = try #require(found.groups.first { $0.id == "A" })
    #expect(school.then?.ties == 11 && school.now?.ties == 12 && school.more == 1)
    #expect(isNear(school.then?.share, 1.0 / 11) && isNear(school.now?.share, 2.0 / 12))
    #expect(isNear(school.difference, 2.0 / 12 - 1.0 / 11))
    // A move of one tie is none that shows.
    #expect(school.outcome.verdict == .none)
  }

  /// The verdicts and intervals are those of two terms with the same files.
  @Test func theyAreJudgedAsTermsAre() throws {
    let now = try Self.analysis(Self.both)
    let then = now.during(Period(on: try #require(Day(number: 20_251_201))))
    let terms = now.comparison(since: then)
    for group in now.shifts(since: then).groups {
      #expect(terms.groups.first { $0.id == group.id }?.outcome == group.outcome)
    }
  }

  /// A day's files were asked one way: twice as many ties are no other question.
  @Test func moreTiesOfOneFileAreNoOtherQuestion() throws {
    var across = Self.both
    for a in 1...6 { for b in 1...6 { across.append(("A\(a)", "C\(b)", "2026-03-01", "")) } }
    let now = try Self.analysis(across)
    let then = now.during(Period(on: try #require(Day(number: 20_251_201))))
    let terms = now.comparison(since: then)
    if case .cannotCompare(.askedOtherwise) = terms.outside.verdict {
    } else {
      Issue.record("as terms they were asked otherwise")
    }
    let school = try #require(now.shifts(since: then).groups.first { $0.id == "A" })
    guard case .better = school.outcome.verdict else {
      Issue.record("\(school.outcome.verdict)")
      return
    }
  }

  @Test func whatIsNotRecordedIsNotTold() throws {
    let starts = try Self.shifts(
      Self.analysis([("A2", "B2", from: "2026-03-01", to: "")]))
    #expect(starts.tellsStarts && !starts.tellsEnds)
    let ends = try Self.shifts(
      Self.analysis([("A2", "B2", from: "", to: "2026-03-01")]))
    #expect(!ends.tellsStarts && ends.tellsEnds)
  }

  /// Where each tie has a day on which it began, none between the two days is none.
  @Test func everyStartIsKnown() throws {
    let found = try Self.shifts(Self.analysis([("A2", "B2", from: "2025-01-01", to: "")]))
    #expect(found.tellsStarts && found.begun == 0 && !found.tellsEnds)
  }

  /// A group that was too small then is told of at neither time.
  @Test func aGroupTooSmallThenIsLeftOut() throws {
    let found = try Self.shifts(
      Self.analysis(Self.both + [("D8", "A1", from: "2025-01-01", to: "")], small: 6))
    #expect(found.hiddenThen >= 1 && !found.groups.contains { $0.id == "D" })
  }
}
