@testable import Findings
import Networks
import TestSupport
import Testing

@Suite struct TrustOverTimeTests {
  private func records(_ then: [Int], _ now: [Int], theirs: [Int] = []) -> Records {
    var records = SmallTrust.rated(ours: then, theirs: theirs, date: 20_250_601)
    records.ratings += SmallTrust.rated(ours: now, theirs: theirs, date: 20_260_601).ratings
    return records
  }

  private func found(_ records: Records) -> TrustOverTime {
    TrustOverTime(SmallTrust.network(records), RatingRounds(records.ratings))
  }

  @Test func risingSteadyAndFalling() throws {
    let rising = try #require(found(records([2, 2, 2], [3, 3, 3])).steps.first)
    #expect(rising.way == .rising && rising.from == 2 && rising.to == 3 && rising.raters == 3)
    #expect(found(records([3, 3, 3], [3, 3, 4])).steps.map(\.way) == [.steady])
    #expect(found(records([4, 4, 4], [3, 3, 4])).steps.map(\.way) == [.falling])
  }

  /// Two means of half a step apart, which no binary fraction holds: 19/6 and 16/6.
  @Test func halfAStepButForARoundingIsHalfAStep() {
    func step(_ from: Double, _ to: Double) -> TrustOverTime.Way {
      TrustOverTime.Step(place: 0, side: .ours, from: from, to: to, raters: 6).way
    }
    let (low, high) = (8.0 / 3, 19.0 / 6)
    #expect(step(low, high) == .rising && step(high, low) == .falling)
    #expect(step(low, high - 0.01) == .steady)
    let gap = PerceptionGap(ours: 11.0 / 3, theirs: 5.0 / 3)
    #expect(11.0 / 3 - 5.0 / 3 < 2 && gap.isWide)
  }

  @Test func eachSideInEachRound() {
    let found = found(records([2, 2, 2], [3, 3, 3], theirs: [4, 4, 2]))
    #expect(found.rounds.map(\.side) == [.ours, .theirs, .ours, .theirs])
    let means: [Double] = [2, 10.0 / 3, 3, 10.0 / 3]
    for (round, mean) in zip(found.rounds, means) { #expect(isNear(round.mean, mean)) }
    #expect(found.rounds.map(\.raters) == [3, 3, 3, 3] && found.partnersSay.count == 6)
  }

  /// What fewer than three said enters no figure.
  @Test func fewRatersAreNowhere() {
    let found = found(records([2, 2], [3, 3, 3], theirs: [1, 4]))
    #expect(found.steps.isEmpty && found.rounds.count == 1 && found.partnersSay.isEmpty)
  }
}
