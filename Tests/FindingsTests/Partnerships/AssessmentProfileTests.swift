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

  @Test func twoRatersShowNothingAndFivePrinciplesNoTotal() {
    let two = [[Int]](repeating: [3, 3, 3, 3, 3, 3], count: 2)
    #expect(AssessmentProfile(RatingRounds(ratings(two)), 0, .ours).factors.isEmpty)
    let five = [[Int]](repeating: [3, 3, 3, 3, 3, 3], count: 3)
    let profile = AssessmentProfile(RatingRounds(ratings(five, principles: 5)), 0, .ours)
    #expect(profile.factors.count == 5 && profile.total == nil && profile.band == nil)
  }
}
