@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct SkillExchangeTests {
  /// Phonics is held by p0 (who coaches) and p1 and sought by p4; history by p4 and p5 and listed by nobody in A; music by p2 alone.
  private func network(hidden: Set<Int> = [], also: [SkillLevel] = []) -> Network {
    let plain = SmallTrust.network(hidden: hidden)
    let topics = TopicTree([
      Topic.Entry("History", origin: .own), Topic.Entry("Music", origin: .own),
      Topic.Entry("Phonics", origin: .own),
    ])
    func topic(_ name: String) -> Int32 {
      Int32((0..<topics.count).first { topics[Int32($0)].name == name } ?? 0)
    }
    return Network(
      title: "t", people: plain.people, teams: plain.teams, schools: plain.schools,
      partners: plain.partners, ties: plain.ties,
      expertise: Expertise(
        topics: topics,
        skills: [
          Skill(person: 0, topic: topic("Phonics"), level: .leadsInSchool, offers: [.coaching]),
          Skill(person: 1, topic: topic("Phonics"), level: .trainsOthers),
          Skill(person: 4, topic: topic("History"), level: .confident),
          Skill(person: 5, topic: topic("History"), level: .confident),
          Skill(person: 2, topic: topic("Music"), level: .confident),
        ] + also.map { Skill(person: 6, topic: topic("Phonics"), level: $0) },
        wishes: [Wish(person: 4, topic: topic("Phonics"))]))
  }

  @Test func whoCouldTeachWhom() throws {
    let network = network()
    let found = SkillExchange(Knowledge(network), [0, 1, 2, 3], [4, 5, 6])
    let topics = network.expertise.topics
    #expect(found.fromA.map { topics[$0.topic].name } == ["Phonics"])
    #expect(found.fromA[0].seekers == 1 && found.fromA[0].holders == 2)
    #expect(found.fromA[0].level == .trainsOthers)
    // One person who knows music is no lesson that nobody asks for.
    #expect(found.fromB.map { topics[$0.topic].name } == ["History"] && found.fromB[0].seekers == 0)
    // Who offers comes before who knows more.
    #expect(found.pair?.teacher == 0 && found.pair?.learner == 4)
    #expect(found.pair?.offers == [.coaching])
  }

  /// What one of them knows as well themselves they need not learn from others.
  @Test(arguments: [SkillLevel.trainsOthers, .leadsInSchool])
  func whatIsKnownThereAsWell(level: SkillLevel) {
    let found = SkillExchange(Knowledge(network(also: [level])), [0, 1, 2, 3], [4, 5, 6])
    #expect(found.fromA.count == (level == .trainsOthers ? 0 : 1))
    #expect((found.pair == nil) == (level == .trainsOthers))
  }

  @Test func nobodyHiddenIsBroughtTogether() {
    #expect(SkillExchange(Knowledge(network(hidden: [0])), [0, 1], [4, 5]).pair?.teacher == 1)
    #expect(SkillExchange(Knowledge(network(hidden: [4])), [0, 1], [4, 5]).pair == nil)
  }
}
