@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct AssessmentProfileTests {
  private func ratings(_ scores: [[Int]], principles: Int = 6) -> [Rating] {
    scores.enumerated().flatMap { rater, byPrinciple in
      (0..<principles).flatMap { principle in
        (1...6).map { statement in
          Rating(
            partnership: 0, side: .ours, item: RatingItem("PAT \(principle + 1).\(statement)"),
            score: byPrinciple[principle], rater: Int32(rater))
        }
      }
    }
  }

  /// All 1 is 36, all 4 is 144; a mean of 3 is 108, the top of the second band.
  @Test func totalsRunFrom36To144() {
    for (score, total, band) in [
      (1, 36.0, "works badly in every respect"), (4, 144, "works well enough"),
      (3, 108, "works on the whole; some of it needs a closer look"), (2, 72, "needs attention"),
    ] {
      let sheets = [[Int]](repeating: [Int](repeating: score, count: 6), count: 3)
      let profile = AssessmentProfile(RatingRounds(ratings(sheets)), 0, .ours)
      #expect(profile.total == total && profile.band == band)
    }
  }

  @Test func meansAndSpreadsAcrossRaters() {
    let sheets = [[3, 1, 2, 2, 2, 2], [3, 2, 2, 2, 2, 2], [4, 3, 2, 2, 2, 2]]
    let profile = AssessmentProfile(RatingRounds(ratings(sheets)), 0, .ours)
    #expect(
      isNear(profile.factors[0].mean, 10.0 / 3) && isNear(profile.factors[0].spread, 0.57735027))
    #expect(profile.factors[1].mean == 2 && profile.factors[1].spread == 1)
    #expect(profile.factors[3].name == "trust" && profile.factors[3].spread == 0)
  }

  /// 114 in all and 3.0 five times would tell that the sixth is 4.0; the band is what the word "high" tells anyhow.
  @Test func aTotalDoesNotTellTheFactorAtAnEnd() {
    let sheets = [[Int]](repeating: [3, 4, 3, 3, 3, 3], count: 3)
    let profile = AssessmentProfile(RatingRounds(ratings(sheets)), 0, .ours)
    #expect(profile.total == 114 && profile.toldTotal == nil)
    #expect(profile.toldBand == "works well enough")
    #expect(
      profile.factors.map(\.told) == [3, 4, 3, 3, 3, 3].map { $0 == 4 ? .end(4) : .exact($0) })
    let even = AssessmentProfile(
      RatingRounds(ratings([[3, 2, 3, 3, 3, 3], [3, 3, 2, 3, 3, 3], [3, 3, 3, 2, 3, 3]])), 0, .ours)
    #expect(even.toldTotal == even.total && even.total != nil)
  }

  /// With the mean of three or four the spread tells each answer, and a spread near nought that of any number.
  @Test func aSpreadIsToldFromFiveRaters() {
    func factor(_ scores: [Int]) -> AssessmentProfile.Factor? {
      let sheets = scores.map { [Int](repeating: $0, count: 6) }
      return AssessmentProfile(RatingRounds(ratings(sheets)), 0, .ours).factors.first
    }
    #expect(factor([3, 3, 3])?.toldSpread == nil && factor([3, 3, 3])?.told == .exact(3))
    #expect(factor([2, 3, 3, 2])?.toldSpread == nil)
    #expect(isNear(factor([2, 3, 3, 2, 3])?.toldSpread, 0.54772256))
    #expect(factor([3, 3, 3, 3, 3])?.toldSpread == nil)
    #expect(factor([3, 3, 3, 3, 3])?.told == .about(3))
  }

  @Test func twoRatersShowNothingAndFivePrinciplesNoTotal() {
    let two = [[Int]](repeating: [3, 3, 3, 3, 3, 3], count: 2)
    #expect(AssessmentProfile(RatingRounds(ratings(two)), 0, .ours).factors.isEmpty)
    let five = [[Int]](repeating: [3, 3, 3, 3, 3, 3], count: 3)
    let profile = AssessmentProfile(RatingRounds(ratings(five, principles: 5)), 0, .ours)
    #expect(profile.factors.count == 5 && profile.total == nil && profile.band == nil)
  }
}
