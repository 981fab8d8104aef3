import Networks
import Testing

@Suite struct SkillsTests {
  @Test func inOrderWhateverTheOrderGiven() {
    let skills = [
      Skill(person: 1, topic: 0, level: .confident), Skill(person: 0, topic: 1),
      Skill(person: 0, topic: 0, level: .confident, evidence: .peer),
      Skill(person: 0, topic: 0, level: .trainsOthers),
    ]
    let wishes = [Wish(person: 1, topic: 1), Wish(person: 0, topic: 1), Wish(person: 1, topic: 1)]
    let one = Expertise(skills: skills, wishes: wishes)
    #expect(one == Expertise(skills: skills.reversed(), wishes: wishes.reversed()))
    #expect(one.skills.map(\.person) == [0, 0, 0, 1] && one.wishes.count == 2)
    #expect(one.skills.first?.level == .trainsOthers)
    #expect(Expertise().isEmpty && !one.isEmpty)
  }

  @Test func whoHolds() {
    #expect(!Skill(person: 0, topic: 0, level: .learning).isHeld)
    #expect(Skill(person: 0, topic: 0, level: .confident).isHeld)
    #expect(Skill(person: 0, topic: 0).isHeld)
  }
}
