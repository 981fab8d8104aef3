import Networks
import TestSupport
import Testing

@testable import Measures

@Suite struct KnowledgeTests {
  @Test func holdersLeaversAndLearners() throws {
    var trust = Knowing(people: 5)
    trust.know(0, "Phonics", 4)
    trust.know(1, "Phonics", 1)
    trust.know(2, "Phonics", 3)
    trust.know(3, "Phonics", 0)
    trust.left = [2: 20_200_101]
    let knowledge = trust.knowledge
    let phonics = try #require(knowledge.topics.place(of: "phonics"))
    #expect(knowledge.peopleCount == 4)
    #expect(knowledge.entries(on: phonics).map(\.person) == [0, 1, 3])
    // Who is learning holds nothing; who gives no level does.
    #expect(knowledge.holders(of: phonics).map(\.person) == [0, 3])
    #expect(
      isNear(
        knowledge.entries(of: 0).first?.weight.rarity, SkillWeight.rarity(holders: 2, people: 4)))
    #expect(knowledge.entries(of: 4).isEmpty)
  }

  @Test func topicsInPlay() {
    var trust = Knowing(people: 2)
    trust.topics = [
      Topic.Entry("Weaving", broader: "Crafts", origin: .own),
      Topic.Entry("Crafts", origin: .own), Topic.Entry("Sewing", origin: .own),
      Topic.Entry("Phonics", origin: .starter), Topic.Entry("Finance", origin: .starter),
    ]
    trust.know(0, "Phonics")
    trust.wishes = [(1, "Estates")]
    let knowledge = trust.knowledge
    let names = knowledge.topicsInPlay.map { knowledge.topics[$0].name }
    // Crafts only gathers others; Finance is on the starter list and nobody mentions it.
    #expect(names == ["Estates", "Phonics", "Sewing", "Weaving"])
  }

  @Test func nothingKnown() {
    let knowledge = Knowing(people: 3).knowledge
    #expect(knowledge.entries.isEmpty && knowledge.topicsInPlay.isEmpty)
  }
}
