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
    #expect(found(records([4, 4, 4], [3, 3, 3])).steps.map(\.way) == [.falling])
    #expect(found(records([4, 4, 4], [3, 4, 4])).steps.map(\.way) == [.steady])
  }

  /// Two means of half a step apart, which no binary fraction holds: 19/6 and 16/6.
  @Test func halfAStepButForARoundingIsHalfAStep() {
    func step(_ from: Double, _ to: Double) -> TrustOverTime.Way? {
      TrustOverTime.Step(place: 0, side: .ours, from: from, to: to, raters: 6).way
    }
    let (low, high) = (8.0 / 3, 19.0 / 6)
    #expect(step(low, high) == .rising && step(high, low) == .falling)
    #expect(step(low, high - 0.01) == .steady)
    let gap = PerceptionGap(ours: 37.0 / 9, theirs: 19.0 / 9, on: 1...5)
    #expect(37.0 / 9 - 19.0 / 9 < 2 && gap.isWide)
  }

  /// What is judged of means at an end of the scale follows from what is told of them: "high" to 3.3 falls or holds by one rater.
  @Test func nothingIsJudgedByMoreThanIsTold() throws {
    // What three raters can say, and what is told of it.
    let means = (3...12).map { Double($0) / 3 }
    var ways: [[String]: Set<TrustOverTime.Way?>] = [:]
    var gaps: [[String]: Set<[Bool]>] = [:]
    for one in means {
      for other in means {
        let told = [View.words(one), View.words(other)]
        let step = TrustOverTime.Step(place: 0, side: .ours, from: one, to: other, raters: 3)
        ways[told, default: []].insert(step.way)
        let gap = PerceptionGap(ours: one, theirs: other)
        gaps[told, default: []].insert([gap.isWide, gap.isOpen])
        // Where something is judged, it is so.
        #expect(step.way != .falling || one - other > 0.5 - 1e-9)
        #expect(step.way != .steady || abs(one - other) < 0.5)
        #expect(!gap.isWide || abs(one - other) > 2 - 1e-9)
        #expect(gap.isWide || gap.isOpen || abs(one - other) < 2)
      }
    }
    #expect(ways.values.allSatisfy { $0.count == 1 } && gaps.values.allSatisfy { $0.count == 1 })
    #expect(ways[["high", "3.3"]] == [nil] && ways[["high", "high"]] == [.steady])
    #expect(
      gaps[["high", "2.0"]] == [[false, true]] && gaps[["high", "low"]] == [[true, false]])
    // No red flag tells it either.
    var records = SmallTrust.rated(ours: [4, 4, 4], theirs: [2, 2, 2], date: 20_250_601)
    records.ratings += SmallTrust.rated(ours: [3, 3, 4], theirs: [2, 2, 2]).ratings
    let network = SmallTrust.network(records)
    #expect(PartnershipLedger(network, asAt: network.asAt).entries[0].flags == [])
    let first = SmallTrust.network(SmallTrust.rated(ours: [4, 4, 4], theirs: [2, 2, 2]))
    #expect(PartnershipLedger(first, asAt: first.asAt).entries[0].flags == [])
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
