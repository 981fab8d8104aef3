import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct OutsideShareTests {
  /// Three of eight know a partner, two of them one outside education.
  @Test func sharesOfStaff() {
    let study = Study(SmallTrust.network(), by: .school)
    let any = OutsideShare(beyondEducation: false).finding(in: study)
    let beyond = OutsideShare(beyondEducation: true).finding(in: study)
    #expect(any.value() == 3.0 / 8 && beyond.value() == 2.0 / 8)
    #expect(any.value(.group("A")) == 0.5 && beyond.value(.group("B")) == 0)
    #expect(any.person(4) == 1 && beyond.person(4) == 0)
  }

  @Test func undefinedWithoutPartners() {
    let found = OutsideShare(beyondEducation: false).finding(in: study(.karate))
    #expect(found[.network]?.undefined == .noPartners)
  }
}
