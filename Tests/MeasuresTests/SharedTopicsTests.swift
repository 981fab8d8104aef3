import Networks
import TestSupport
import Testing

@testable import Measures

/// Similar people, profiles, islands, supply and demand.
@Suite struct SharedTopicsTests {
  @Test func peopleAlike() throws {
    var trust = Knowing(people: 5)
    trust.know(0, "Phonics", 5, .role)
    trust.know(0, "Finance", 3, .role)
    trust.know(1, "Phonics", 3, .role)
    trust.know(2, "Finance", 3, .role)
    trust.know(3, "Phonics", 5, .role)
    trust.know(4, "Estates", 5, .role)
    // Whoever is learning a topic does not know it.
    trust.know(4, "Phonics", 1, .role)
    trust.hidden = [3]
    let knowledge = trust.knowledge
    let alike = knowledge.people(like: 0)
    #expect(alike.map(\.person) == [2, 1])
    // By hand: finance weighs 0.8 · 0.5 · 0.5 twice, times ln(6 / 2.5) each; phonics 0.8 · 1 · 0.5 and 0.8 · 0.5 · 0.5,
    // times ln(6 / 3.5), since one of three holders is hidden and counts.
    #expect(isNear(alike.first?.likeness, 0.0306578, 1e-6))
    #expect(isNear(alike.last?.likeness, 0.0232414, 1e-6))
    #expect(knowledge.people(like: 4).isEmpty)
  }

  @Test func profiles() throws {
    var trust = Knowing(people: 8)
    trust.know(0, "Phonics", 4, .role)
    trust.know(1, "Phonics", 3, .own)
    trust.know(0, "Finance", 2, .own)
    for person in 2..<8 { trust.know(Int32(person), "Estates") }
    trust.wishes = [(0, "Signing"), (1, "Estates")]
    let knowledge = trust.knowledge
    func name(_ topic: Int32) -> String { knowledge.topics[topic].name }
    let one = knowledge.profile(of: 0)
    #expect(one.strengths.map { name($0.topic) } == ["Phonics", "Finance"])
    #expect(one.strengths.map(\.isClaimed) == [false, true] && one.thin.isEmpty)
    #expect(one.gaps.map { name($0.topic) } == ["Signing"])
    let team = knowledge.profile(of: [0, 1, 7])
    #expect(team.strengths.first.map { name($0.topic) } == "Phonics")
    #expect(team.strengths.first?.holders == 2)
    #expect(team.thin.map(name) == ["Estates", "Finance"])
    // Two of eight would have 1.5 of the six who know estates: not missing by that, but sought.
    let pair = knowledge.profile(of: [0, 1])
    #expect(pair.gaps.map { "\(name($0.topic)) \($0.seekers)" } == ["Estates 1", "Signing 1"])
    let three = knowledge.profile(of: [0, 1, 1, 0])
    #expect(three == pair)
    #expect(knowledge.profile(of: [Int32]()).strengths.isEmpty)
  }

  @Test func islands() {
    var trust = Knowing(
      people: 8, ties: [(0, 2), (1, 6), (4, 5)], schools: [0, 0, 1, 1, 2, 2, 3, 3])
    for leader in [0, 2, 4, 6] { trust.know(Int32(leader), "Phonics", 3) }
    trust.know(1, "Finance", 4)
    trust.know(6, "Finance", 4)
    trust.know(3, "Estates", 4)
    let found = trust.knowledge.duplicatedEffort()
    // Schools 0 and 1 are tied by their leaders; 2 and 3 lead phonics alone. Finance is tied, estates in one school.
    #expect(found.map(\.islands) == [[["s0", "s1"], ["s2"], ["s3"]]])
    #expect(found.first?.schools == 4 && found.first?.alone == 2 && found.first?.leaders == 4)
  }

  /// The central team leads a topic beside schools and is none of them.
  @Test func islandsOfTheCentre() {
    var trust = Knowing(people: 4, schools: [0, 0, 1, People.centralTeam])
    trust.know(0, "Phonics", 4)
    trust.know(3, "Phonics", 4)
    let found = trust.knowledge.duplicatedEffort()
    #expect(found.first?.includesCentre == true)
    #expect(found.first?.groups == 2 && found.first?.schools == 1 && found.first?.alone == 2)
  }

  /// A topic that somebody is learning is one that nobody has listed above level 1.
  @Test func whatNobodyHasListed() throws {
    var trust = Knowing(people: 3)
    trust.know(0, "Drama", 1)
    trust.know(1, "Phonics", 3)
    let knowledge = trust.knowledge
    let drama = try #require(knowledge.topics.place(of: "Drama"))
    #expect(knowledge.holders(of: drama).isEmpty)
    #expect(knowledge.listing(drama) == "Drama above level 1")
    #expect(knowledge.listing(drama) { $0 != 0 } == "Drama")
    let phonics = try #require(knowledge.topics.place(of: "Phonics"))
    #expect(knowledge.listing(phonics) == "Phonics")
  }

  @Test func supplyAndDemand() throws {
    var trust = Knowing(people: 7, ties: [(0, 1), (0, 2), (3, 4)])
    trust.depths = [5, 1, 5]
    trust.offers = [.coaching]
    trust.know(1, "Phonics", 3, .role)
    trust.know(2, "Phonics", 3, .role)
    trust.know(5, "Phonics", 3, .role)
    trust.hidden = [5, 6]
    trust.wishes = [(0, "Phonics"), (3, "Phonics"), (6, "Phonics"), (4, "Signing")]
    let knowledge = trust.knowledge
    let found = knowledge.supplyAndDemand(Introductions(knowledge))
    #expect(found.map { knowledge.topics[$0.topic].name } == ["Phonics", "Signing"])
    let phonics = try #require(found.first)
    #expect(phonics.seekers == [0, 3] && phonics.hiddenSeekers == 1)
    #expect(phonics.helpers == [1, 2] && phonics.hiddenHelpers == 1)
    // 0 works deeply with 1; 3 knows neither and is sent to the one who has nobody yet.
    #expect(phonics.matches.map(\.helper) == [1, 2])
    #expect(phonics.matches.map { $0.path?.links.count } == [1, nil])
    #expect(found.last?.matches.isEmpty == true)
  }

  /// One person offers five topics, each sought by two: three are sent to them, and no pair would rather have each other.
  @Test func nobodyIsSentMoreThanThree() {
    var trust = Knowing(people: 12)
    trust.offers = [.coaching]
    for topic in ["Art", "Dance", "Drama", "Music", "Sport"] {
      trust.know(0, topic, 5, .role)
      trust.wishes.append((2, topic))
      trust.wishes.append((3, topic))
    }
    trust.know(1, "Art", 2, .role)
    let knowledge = trust.knowledge
    let matches = knowledge.supplyAndDemand(Introductions(knowledge)).flatMap(\.matches)
    #expect(matches.count { $0.helper == 0 } == SupplyAndDemand.mostSeekers)
    // Art has two helpers for its two seekers: one each.
    #expect(matches.count { $0.helper == 1 } == 1)
  }
}

@Suite struct NeedTopicsTests {
  @Test func needsThatNameATopicAreWishes() throws {
    var trust = Knowing(people: 4)
    trust.topics = [
      Topic.Entry("Phonics", synonyms: ["letters and sounds", "sounds"], origin: .own),
      Topic.Entry("Mental health", origin: .own),
    ]
    trust.wishes = [(3, "Estates")]
    func wishes(_ need: Need) -> [String] {
      let network = trust.network(needs: [need])
      return Knowledge(network).wishes.map {
        "\($0.person) \(network.expertise.topics[$0.topic].name)"
      }
    }
    #expect(
      wishes(Need(id: "N1", statement: "Help with phonics, and mental health.", from: [1, 0])) == [
        "0 Mental health", "0 Phonics", "1 Mental health", "1 Phonics", "3 Estates",
      ])
    #expect(
      wishes(Need(id: "N2", statement: "More letters and sounds", from: [2])) == [
        "2 Phonics", "3 Estates",
      ])
    // A single synonym may be any word; a need that is met, or voiced by a school (4), is no wish of a person.
    #expect(wishes(Need(id: "N3", statement: "It sounds fine", from: [2])) == ["3 Estates"])
    #expect(wishes(Need(id: "N4", statement: "Phonics", from: [2], isMet: true)) == ["3 Estates"])
    #expect(wishes(Need(id: "N5", statement: "Phonics", from: [4])) == ["3 Estates"])
  }
}
