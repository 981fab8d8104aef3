@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct PerceptionGapTests {
  /// A side that puts it at 5 and one that puts it at 2 are 3 apart.
  @Test func workedExample() {
    let gap = PerceptionGap(ours: 5, theirs: 2, on: 1...5)
    #expect(gap.signed == 3 && gap.size == 3 && gap.isWide)
  }

  @Test func swappingTheSidesTurnsTheSign() {
    for (a, b) in [(4.0, 1.0), (1.5, 3.25), (2, 2)] {
      let gap = PerceptionGap(ours: a, theirs: b)
      #expect(gap.swapped.signed == gap.signed.map { -$0 })
      #expect(gap.swapped.size == gap.size)
    }
  }

  @Test func aMissingSideIsNeverZeroNorAgreement() {
    for gap in [PerceptionGap(ours: 4, theirs: nil), PerceptionGap(ours: nil, theirs: 4)] {
      #expect(gap.signed == nil && gap.size == nil && !gap.isWide && gap.isOneSided)
    }
    #expect(!PerceptionGap(ours: nil, theirs: nil).isOneSided)
  }

  @Test func sharesCountOnlyWhereBothAreKnown() {
    let gaps = [
      PerceptionGap(ours: 4, theirs: 1), PerceptionGap(ours: 3, theirs: 3),
      PerceptionGap(ours: 4, theirs: nil),
    ]
    #expect(PerceptionGap.shareWide(gaps) == 0.5)
    #expect(PerceptionGap.shareWide([gaps[2]]) == nil)
  }
}
