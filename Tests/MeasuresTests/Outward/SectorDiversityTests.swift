import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct SectorDiversityTests {
  /// Two contacts in health, one in higher education, three sectors: (1 - 5/9) 3/2 = 2/3.
  @Test func workedExample() {
    let found = SectorDiversity().finding(in: Study(SmallTrust.network(), by: .school))
    #expect(isNear(found.value(), 2.0 / 3))
    #expect(found.value(.group("A")) == 0)
    #expect(found.person(0) == 0 && found.people?.values[7] == .some(nil))
  }

  /// Counts of 5, 3 and 2 in three sectors: .93.
  @Test func publishedShape() { #expect(isNear(blau([5, 3, 2]).map { $0 * 1.5 }, 0.93)) }

  @Test func undefinedWithoutPartners() {
    #expect(SectorDiversity().finding(in: study(.karate))[.network]?.undefined == .noPartners)
  }
}
