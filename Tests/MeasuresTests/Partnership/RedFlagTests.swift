import Measures
import Networks
import Testing

@Suite struct RedFlagTests {
  @Test func eachHasAReasonAndOneAction() throws {
    let day = try #require(Day(number: 20_260_331))
    let gap = PerceptionGap(ours: 4, theirs: 1)
    let flags: [RedFlag] = [
      .overdue(day), .singleHolder, .noContact, .leadLeft, .sidesApart(gap),
      .fallingTrust(.theirs, from: 3, to: 2), .noAgreement, .undervalued(by: .theirs, 1.5),
      .noCommonGround(weeks: 20), .rolesUnclear, .oneWay(isGiving: true), .noReviewDate,
      .theirViewUnknown,
    ]
    #expect(Set(flags.map(\.code)).count == flags.count)
    for flag in flags {
      #expect(!flag.reason.isEmpty && flag.action.hasSuffix("."), "\(flag.code)")
      #expect(flag.action.split(separator: ".").count == 1, "\(flag.code)")
    }
    #expect(RedFlag.overdue(day).reason == "review overdue since 31 March 2026")
    #expect(RedFlag.sidesApart(gap).reason == "we see it at 4.0, they at 1.0")
    #expect(
      RedFlag.fallingTrust(.theirs, from: 3, to: 2).reason == "their trust fell from 3.0 to 2.0")
  }
}
