@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

/// Trust and value in PARTNER's way, and what too few raters hide.
@Suite struct ViewsTests {
  private func rounds(_ sheets: [[(RatingItem, Int)]], side: Rating.Side = .ours) -> RatingRounds {
    RatingRounds(
      sheets.enumerated().flatMap { rater, sheet in
        sheet.map {
          Rating(partnership: 0, side: side, item: $0.0, score: $0.1, rater: Int32(rater))
        }
      })
  }

  private func sheet(_ scores: [Int]) -> [(RatingItem, Int)] {
    Array(zip(RatingItem.trust + RatingItem.value, scores))
  }

  /// Three items of 4, 3 and 2 are a trust of 3.0, which is .6667 of the way from 1 to 4.
  @Test func workedExample() {
    let view = rounds([[Int]](repeating: [4, 3, 2], count: 3).map(sheet))
      .view(RatingItem.trust, 0, .ours)
    #expect(view == .mean(3, raters: 3))
    #expect(isNear(view.share, 2.0 / 3))
  }

  @Test func aPartnershipIsTheMeanOverRaters() {
    let view = rounds([sheet([4, 4, 4]), sheet([1, 1, 1]), sheet([4, 3, 2])])
      .view(RatingItem.trust, 0, .ours)
    #expect(isNear(view.value, 8.0 / 3))
  }

  @Test func twoRatersAreTooFewAndNobodyIsUnknown() {
    let two = rounds([sheet([4, 4, 4]), sheet([4, 4, 4])])
    #expect(two.view(RatingItem.trust, 0, .ours) == .tooFew)
    #expect(two.view(RatingItem.trust, 0, .ours).value == nil)
    #expect(two.view(RatingItem.trust, 0, .theirs) == .unknown)
    #expect(two.view(RatingItem.trust, 0, .ours).raters == nil)
  }

  /// Where both halves are asked, a rater counts who answered all six.
  @Test func allSixOrNone() {
    let full = [Int](repeating: 3, count: 6)
    let half = rounds([sheet(full), sheet(full), sheet([4, 4, 4])])
    #expect(half.view(RatingItem.trust, 0, .ours) == .tooFew)
    let whole = rounds([sheet(full), sheet(full), sheet(full), sheet([1, 1, 1])])
    #expect(whole.view(RatingItem.trust, 0, .ours) == .mean(3, raters: 3))
  }

  /// A file that does not tell raters apart: the k-th answer to each item is a k-th rater's.
  @Test func ratersWithoutNumbers() {
    let ratings = (0..<3).flatMap { _ in
      RatingItem.trust.map { Rating(partnership: 0, side: .ours, item: $0, score: 2) }
    }
    #expect(RatingRounds(ratings).view(RatingItem.trust, 0, .ours) == .mean(2, raters: 3))
    #expect(
      RatingRounds(Array(ratings.prefix(6))).view(RatingItem.trust, 0, .ours) == .tooFew)
  }

  @Test func roundsArePartedByLongGaps() {
    func rating(_ date: Int32, _ rater: Int32) -> Rating {
      Rating(
        partnership: 0, side: .ours, item: .level, score: 3, date: Day(number: date), rater: rater)
    }
    let rounds = RatingRounds([
      rating(20_250_601, 0), rating(20_250_620, 1), rating(20_260_601, 0), rating(20_260_715, 1),
      rating(20_260_716, 2),
    ])
    #expect(rounds.days == [Day(number: 20_250_620), Day(number: 20_260_716)])
    #expect(rounds.view([.level], 0, .ours, round: 0) == .tooFew)
    #expect(rounds.view([.level], 0, .ours) == .mean(3, raters: 3))
  }
}
