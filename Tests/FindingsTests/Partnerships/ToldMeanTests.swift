import Networks
import TestSupport
import Testing

@testable import Findings

/// No score, total or mean tells the part of it of which only the end of the scale is told.
@Suite struct ToldMeanTests {
  private func parts(_ values: Double...) -> [ToldMean.Part] {
    values.map { ToldMean.Part(value: $0, range: View.end($0)) }
  }

  /// Two partnerships of 2.5 and 4 have a mean of 3.25, and the one at the end would be told.
  @Test func aMeanBesideOnePartAtAnEnd() {
    #expect(ToldMean(parts(2.5, 3)) == .exact(2.75))
    #expect(ToldMean(parts(2.5, 4)) == .about(3))
    #expect(ToldMean(parts(4)) == .end(4))
    #expect(ToldMean(parts(4, 3.75, 3.625)) == .end(11.375 / 3))
    // The word "high" of all would tell that the one is 3.7 or more.
    #expect(ToldMean(parts(3.4, 3.4, 4)) == .withheld)
  }

  /// Several at an end may be anywhere in it, unless they all are at its last point.
  @Test func severalPartsAtAnEnd() {
    #expect(ToldMean(parts(2, 2, 2, 3.875, 3.625)) == .exact(2.7))
    #expect(ToldMean(parts(2, 2, 2, 4, 4)) == .about(3))
    #expect(ToldMean(of: [.unknown, .tooFew]) == nil)
    #expect(ToldMean(of: [.mean(2, raters: 3), .tooFew]) == .exact(2))
  }

  private func ratings(
    _ items: [RatingItem], _ sheets: [[Int]], partnership: Int = 0
  ) -> [Rating] {
    sheets.enumerated().flatMap { rater, sheet in
      zip(items, sheet).map { item, score in
        Rating(
          partnership: partnership, side: .ours, item: item, score: score, rater: Int32(rater))
      }
    }
  }

  /// Reliability 2.5, mission 2.75 and openness 4 are a trust of 3.0833: the three less the two would tell the third.
  @Test func itemsBesideTheirScore() {
    let rounds = RatingRounds(
      ratings(RatingItem.trust, [[2, 3, 4], [3, 3, 4], [2, 2, 4], [3, 3, 4]]))
    let told = RatingItem.trust.map { rounds.told($0, 0, .ours) }
    #expect(told == [.tooFew, .tooFew, .mean(4, raters: 4)])
    #expect(rounds.mean(of: RatingItem("mission"), [0], .ours) == .withheld)
  }

  @Test func itemsAtNoEndAreTold() {
    let rounds = RatingRounds(ratings(RatingItem.trust, [[2, 3, 3], [3, 3, 2], [2, 2, 3]]))
    #expect(RatingItem.trust.allSatisfy { rounds.told($0, 0, .ours).value != nil })
    let all = RatingRounds(ratings(RatingItem.trust, [[4, 4, 4], [4, 4, 3], [4, 4, 4]]))
    #expect(RatingItem.trust.allSatisfy { all.told($0, 0, .ours).value != nil })
  }

  /// Four answered the mission and three all three items: the fourth's answer would be what the means differ by.
  @Test func oneRaterOfOneItem() {
    let rounds = RatingRounds(
      ratings(RatingItem.trust, [[2, 3, 3], [3, 3, 2], [2, 2, 3]])
        + [Rating(partnership: 0, side: .ours, item: RatingItem("mission"), score: 1, rater: 9)])
    #expect(rounds.view(RatingItem.trust, 0, .ours).raters == 3)
    #expect(rounds.told(RatingItem("mission"), 0, .ours) == .tooFew)
  }

  @Test func meansOverPartnerships() throws {
    var records = SmallTrust.rated(ours: [3, 3, 2], theirs: [4, 4, 4])
    records.partnerships.append(
      Partnership(partner: SmallTrust.education, with: SmallTrust.schoolB))
    records.ratings += RatingItem.trust.flatMap { item in
      [2, 3, 2].enumerated().map { rater, score in
        Rating(
          partnership: 1, side: .theirs, item: item, score: score, date: Day(number: 20_260_601),
          rater: Int32(20 + rater))
      }
    }
    let found = TrustOverTime(SmallTrust.network(records), RatingRounds(records.ratings))
    let theirs = try #require(found.rounds.first { $0.side == .theirs })
    #expect(theirs.partnerships == 2 && theirs.told == .about(3))
    #expect(found.partnersSay.allSatisfy { $0.told == .about(3) })
  }
}
