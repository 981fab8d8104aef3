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

  /// Ties of another time tell nothing of this one; one that says there is no contact does.
  @Test func onlyContactsOfTheTimeTell() throws {
    let plain = SmallTrust.network()
    func share(_ ties: Ties, _ number: Int32) throws -> Figure? {
      let network = Network(
        title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
        partners: plain.partners, ties: ties, newestDay: Day(number: 20_261_001))
      let day = try #require(Day(number: number))
      let study = Study(network, slice: network.slice(during: Period(on: day)), by: .school)
      return OutsideShare(beyondEducation: false).finding(in: study)[.network]
    }
    let ended = Ties(
      from: [0], to: [SmallTrust.health], started: [20_240_901], ended: [20_250_901])
    #expect(try share(ended, 20_250_101)?.value == 1.0 / 8)
    #expect(try share(ended, 20_261_001)?.undefined == .noPartners)
    let denied = Ties(from: [0], to: [SmallTrust.health], depth: [0])
    #expect(try share(denied, 20_261_001)?.value == 0)
    #expect(
      try share(Ties(from: [SmallTrust.schoolA], to: [SmallTrust.health]), 20_261_001)?.undefined
        == .noPartners)
  }

  @Test func undefinedWithoutPartners() {
    let found = OutsideShare(beyondEducation: false).finding(in: study(.karate))
    #expect(found[.network]?.undefined == .noPartners)
  }
}
