import Networks
import TestSupport
import Testing

@testable import Measures

@Suite struct TopicGapsTests {
  private func gaps(_ trust: Knowing) -> TopicGaps {
    TopicGaps(trust.knowledge, TopicCoverage(trust.knowledge, minGroup: 0))
  }

  @Test func theGravestFirst() {
    var trust = Knowing(people: 6, schools: [0, 0, 1, 1, 2, 2])
    trust.topics = [Topic.Entry("Weaving", origin: .own)]
    trust.know(0, "Phonics")
    for person in 0..<4 { trust.know(Int32(person), "Finance") }
    trust.wishes = [(1, "Signing"), (2, "Signing"), (3, "Latin")]
    let found = gaps(trust)
    #expect(
      found.gaps.map { "\($0.name): \($0.kind.rawValue)" } == [
        "Signing: absent, sought", "Latin: absent, sought", "Phonics: single holder",
        "Weaving: absent",
      ])
    #expect(
      found.sentences(3) == [
        "Nobody in the trust has listed Signing, and two people would like to learn it. Hire, train somebody, or buy in Signing from a partner.",
        "Nobody in the trust has listed Latin, and one person would like to learn it. Hire, train somebody, or buy in Latin from a partner.",
        "One person in the trust knows Phonics: if they leave, nobody does; in two of three schools most staff would need two or more introductions. Find a second person to learn Phonics from the one who knows it.",
      ])
  }

  @Test func farFromEverySchool() {
    for (schools, said) in [(2, "in both schools most"), (3, "in all three schools most")] {
      // One person of the centre knows it, and nobody works with them.
      var trust = Knowing(people: 7, schools: (0..<6).map { $0 % Int32(schools) } + [-1])
      trust.know(6, "Latin")
      let found = gaps(trust).gaps
      #expect(found.map(\.sentence).first?.contains(said) == true, "\(found)")
    }
  }

  @Test func leaversTakeTopicsWithThem() {
    var trust = Knowing(people: 5)
    for person in 0..<4 { trust.know(Int32(person), "Finance") }
    trust.know(0, "Estates")
    trust.left = [0: 20_260_101, 1: 20_260_101]
    let found = gaps(trust).gaps
    #expect(
      found.map(\.sentence) == [
        "Nobody in the trust has listed Estates since one person who did has left.",
        "Two people who knew Finance have left or will; two remain.",
      ])
  }

  /// Those who will leave are no longer among those who remain.
  @Test func nobodyRemainsWhereBothLeave() {
    var trust = Knowing(people: 5)
    for person in 0..<2 { trust.know(Int32(person), "Dyslexia") }
    trust.left = [0: 20_270_101, 1: 20_270_101]
    #expect(
      gaps(trust).gaps.map(\.sentence) == [
        "Two people who knew Dyslexia have left or will; nobody remains."
      ])
  }

  @Test func aHubThatLacksATopic() {
    // Schools 0 and 2 are in the East, 1 and 3 in the West; ten holders, all in the East.
    var trust = Knowing(people: 24, schools: (0..<24).map { Int32($0 % 4) })
    for person in 0..<24 where person % 4 % 2 == 0 { trust.know(Int32(person), "Finance") }
    #expect(
      gaps(trust).gaps.map(\.sentence) == [
        "Nobody in the West hub or the central team has listed Finance, though twelve people elsewhere have."
      ])
    // Three holders may well be in one hub by chance.
    trust.skills = Array(trust.skills.prefix(3))
    #expect(gaps(trust).gaps.isEmpty)
  }

  @Test func nothingMissing() {
    var trust = Knowing(people: 3)
    for person in 0..<3 { trust.know(Int32(person), "Finance") }
    #expect(gaps(trust).gaps.isEmpty && gaps(trust).sentences().isEmpty)
  }
}
