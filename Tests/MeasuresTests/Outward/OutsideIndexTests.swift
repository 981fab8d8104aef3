import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct OutsideIndexTests {
  /// Three ties with partners, five among staff: (3 - 5) / 8.
  @Test func workedExample() {
    let found = OutsideIndex().finding(in: Study(SmallTrust.network(), by: .school))
    #expect(found.value() == -0.25)
    // School A: two outside, four inside.
    #expect(isNear(found.value(.group("A")), -1.0 / 3))
    #expect(isNear(found.person(0), -1.0 / 3) && found.people?.values[7] == .some(nil))
  }

  @Test func undefinedWithoutPartners() {
    #expect(OutsideIndex().finding(in: study(.karate))[.network]?.undefined == .noPartners)
  }
}
