@testable import Diagrams
import Findings
import Measures
import Networks
import TestSupport
import Testing

/// The share of ties that lead out over terms.
@Suite struct TrendPictureTests {
  /// Three terms of one made trust, more open each term.
  private static let terms: [(name: String, facts: FigureFacts)] = [
    ("Autumn 2024", madeFacts(groups: 9, density: 0.1, seed: 3) { "Group number \($0)" }),
    ("Spring 2025", madeFacts(groups: 9, density: 0.3, seed: 3) { "Group number \($0)" }),
    ("today", madeFacts(groups: 9, density: 0.7, seed: 3) { "Group number \($0)" }),
  ]

  private static func picture(limit: Int = 40) -> TrendPicture {
    let now = terms[2].facts
    return TrendPicture(
      now, terms: terms.map { ($0.name, $0.facts.analysis) },
      comparison: now.analysis.comparison(since: terms[0].facts.analysis), limit: limit)
  }

  @Test func everyPointIsTheVerdictOfItsTerm() throws {
    let picture = Self.picture()
    #expect(picture.terms == ["Autumn 2024", "Spring 2025", "today"])
    for (place, term) in Self.terms.enumerated() {
      let verdicts = term.facts.verdicts
      #expect(picture.whole.points[place]?.share == verdicts.index.value.map { (1 + $0) / 2 })
      for series in picture.groups {
        let group = try #require(verdicts.groups.first { $0.id == series.id })
        #expect(series.points[place]?.share == group.outside)
        #expect(series.points[place]?.interval == group.doubt.interval)
      }
    }
  }

  /// What is said of a change is the comparison's verdict.
  @Test func changesAreJudgedAsInCompare() {
    let now = Self.terms[2].facts.analysis
    let comparison = now.comparison(since: Self.terms[0].facts.analysis)
    let picture = Self.picture()
    for group in comparison.groups {
      let series = picture.groups.first { $0.id == group.id }
      #expect(series?.isReal == group.outcome.verdict.isReal)
    }
    #expect(picture.whole.isReal == comparison.outside.verdict.isReal)
    let opening =
      switch comparison.outside.verdict {
      case .better: "More work crosses groups than in Autumn 2024: "
      case .worse: "Less work crosses groups than in Autumn 2024: "
      case .none: "No change shows since Autumn 2024 in how much work crosses groups"
      case .cannotCompare: "Whether more work crosses groups than in Autumn 2024 cannot be said"
      }
    #expect(picture.furniture.headline.hasPrefix(opening))
    // Those that changed come first.
    let flags = picture.groups.map(\.isReal)
    #expect(flags == flags.sorted { $0 && !$1 })
  }

  @Test func whatIsLeftOutIsCounted() {
    let picture = Self.picture(limit: 4)
    #expect(picture.groups.count == 4)
    #expect(
      picture.furniture.suppression.hasSuffix(
        "Left out for clearness: 5 groups with less change."))
  }

  @Test func passesTheLint() {
    let now = Self.terms[2].facts
    for paper in PaperSize.pages {
      for tone in Tone.allCases {
        let figure = TrendPicture.drawTrend(
          now, terms: Self.terms.map { ($0.name, $0.facts.analysis) },
          comparison: now.analysis.comparison(since: Self.terms[0].facts.analysis),
          on: Sheet(paper, tone: tone))
        #expect(lint(figure).faults == [], "\(paper), \(tone)")
        #expect(figure.fits && figure.table.rows.count == 30)
      }
    }
  }

  /// A group that a term does not have leaves a gap, and is not joined across it.
  @Test func aTermWithoutAGroupIsAGap() throws {
    let now = Self.terms[2].facts
    let few = madeFacts(groups: 5, density: 0.3, seed: 4) { "Group number \($0)" }
    let picture = TrendPicture(
      now,
      terms: [
        (name: "Autumn 2024", analysis: few.analysis),
        ("Spring 2025", Self.terms[1].facts.analysis),
        ("today", now.analysis),
      ], comparison: now.analysis.comparison(since: few.analysis))
    let gaps = picture.groups.filter { $0.points[0] == nil }
    #expect(!gaps.isEmpty && gaps.allSatisfy { $0.words == "not on record in Autumn 2024" })
  }
}
