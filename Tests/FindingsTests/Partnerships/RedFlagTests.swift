@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct RedFlagTests {
  @Test func eachHasAReasonAndOneAction() throws {
    let day = try #require(Day(number: 20_260_331))
    let gap = PerceptionGap(ours: 4, theirs: 1)
    let flags: [RedFlag] = [
      .overdue(day), .singleHolder, .noContact, .metOnly, .leadLeft, .sidesApart(gap),
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
    #expect(RedFlag.sidesApart(gap).reason == "we rate it high, they low")
    #expect(
      RedFlag.fallingTrust(.theirs, from: 3, to: 2).reason == "their trust fell from 3.0 to 2.0")
  }

  /// Red is what ends or spoils a partnership; paperwork alone never does, however much of it there is.
  @Test func whatPutsAPartnershipOnTheRedList() throws {
    let day = try #require(Day(number: 20_260_331))
    let light: [RedFlag] = [
      .noAgreement, .rolesUnclear, .noCommonGround(weeks: 20), .oneWay(isGiving: false),
      .noReviewDate, .theirViewUnknown,
    ]
    #expect(!RedFlag.areRed(light) && !RedFlag.areRed([]))
    let serious: [RedFlag] = [.overdue(day), .singleHolder, .undervalued(by: .ours, 2)]
    for flag in serious {
      #expect(!RedFlag.areRed([flag]) && RedFlag.areRed([flag, .noAgreement]), "\(flag.code)")
      #expect(!RedFlag.areRed([flag, .rolesUnclear, .noReviewDate]), "\(flag.code)")
    }
    #expect(RedFlag.areRed([.overdue(day), .singleHolder]))
    for flag in [RedFlag.leadLeft, .noContact, .fallingTrust(.ours, from: 4, to: 3)] {
      #expect(flag.gravity == .grave && RedFlag.areRed([flag]), "\(flag.code)")
    }
    for (a, b) in zip(serious + light, light) { #expect(a.weight >= b.weight) }
  }

  /// A figure tells neither one person from two, nor what anybody answered.
  @Test func labelsOfFiguresHoldNoNumber() throws {
    let day = try #require(Day(number: 20_260_331))
    let flags: [RedFlag] = [
      .overdue(day), .singleHolder, .sidesApart(PerceptionGap(ours: 4, theirs: 1)),
      .fallingTrust(.theirs, from: 3, to: 2), .undervalued(by: .theirs, 1.5),
    ]
    for flag in flags {
      #expect(!flag.label.contains { $0.isNumber } && !flag.label.contains("one person"))
    }
  }
}
