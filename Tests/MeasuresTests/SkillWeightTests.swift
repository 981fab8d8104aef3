import Networks
import TestSupport
import Testing

@testable import Measures

@Suite struct SkillWeightTests {
  private let rules = ExpertiseRules()

  private func weight(_ skills: [Skill], rarity: Double = 1, rules: ExpertiseRules? = nil)
    -> SkillWeight
  {
    SkillWeight(skills, rarity: rarity, rules: rules ?? self.rules, asAt: day(2026))
  }

  private func skill(
    _ level: SkillLevel?, _ evidence: Evidence?, _ date: Day? = nil, offers: [Offer] = []
  ) -> Skill {
    Skill(person: 0, topic: 0, level: level, evidence: evidence, date: date, offers: offers)
  }

  /// Worked by hand, as Profiles RNS prints it: of the first kind, in the first role, ten years old, 1 · 1 · 0.5; in the
  /// middle role 1 · 0.25 · 0.5.
  @Test func workedByHand() {
    #expect(rules.recency(10) == 0.5)
    let first =
      ExpertiseRules.factor(of: .qualification) * ExpertiseRules.factor(of: .trainsOthers)
      * rules.recency(10)
    #expect(first == 0.5)
    let middle =
      ExpertiseRules.factor(of: .qualification) * ExpertiseRules.factor(of: .confident)
      * rules.recency(10)
    #expect(middle == 0.125)
    // 2016-09-01 to 2026-09-01 is 3,652 days, 9.9986 years of 365.25.
    let dated = weight([skill(.trainsOthers, .qualification, day(2016))])
    #expect(isNear(dated.value, 0.500047, 1e-6))
  }

  @Test func undatedCountsHalf() {
    #expect(weight([skill(.trainsOthers, .qualification)]).value == 0.5)
    #expect(weight([skill(.trainsOthers, .qualification)]).parts[0].age == nil)
  }

  @Test func piecesOfEvidenceAddUp() {
    let both = weight([
      skill(.trainsOthers, .qualification, day(2026)), skill(.leadsInSchool, .role, day(2026)),
    ])
    #expect(isNear(both.value, 1 + 0.8 * 0.5))
    #expect(both.parts.map(\.value) == [1, 0.4])
    #expect(!both.isClaimed && both.level == .trainsOthers)
  }

  @Test func ownWordIsMarkedAndCapped() {
    let fresh = skill(.trainsOthers, .own, day(2026))
    let once = weight([fresh])
    #expect(once.isClaimed && once.value == 0.25 && once.capped == 0)
    var older = fresh
    older.level = .leadsAcrossSchools
    let twice = weight([fresh, older])
    #expect(twice.value == 0.25 && isNear(twice.capped, 0.1875))
    let backed = weight([fresh, older, skill(.confident, .peer, day(2026))])
    #expect(!backed.isClaimed && isNear(backed.value, 0.25 + 0.125))
    // Evidence that is not given is the person's own word.
    #expect(weight([skill(.trainsOthers, nil, day(2026))]).isClaimed)
  }

  @Test func rarity() {
    // ln(641 / 1.5) and ln(641 / 38.5)
    #expect(isNear(SkillWeight.rarity(holders: 1, people: 640), 6.0575643, 1e-6))
    #expect(isNear(SkillWeight.rarity(holders: 38, people: 640), 2.8123712, 1e-6))
    #expect(isNear(weight([skill(.trainsOthers, .peer, day(2026))], rarity: 3).value, 1.5))
    // Finite for topics that nobody or everybody holds.
    #expect(SkillWeight.rarity(holders: 0, people: 0).isFinite)
    #expect(SkillWeight.rarity(holders: 10, people: 10) > 0)
  }

  @Test func halfLifeIsARule() {
    var rules = ExpertiseRules()
    rules.halfLife = 5
    #expect(rules.recency(10) == 0.25)
    // Evidence from after the day is as new as can be.
    #expect(rules.recency(-3) == 1)
  }

  @Test func levelsAndOffers() {
    #expect(!weight([skill(.learning, .role)]).isHeld)
    #expect(weight([skill(nil, .role)]).isHeld)
    let offering = weight([
      skill(.confident, .role, offers: [.visits]), skill(.confident, .peer, offers: [.coaching]),
    ])
    #expect(offering.offers == [.coaching, .visits])
    for (lower, upper) in zip(SkillLevel.allCases, SkillLevel.allCases.dropFirst()) {
      #expect(ExpertiseRules.factor(of: lower) < ExpertiseRules.factor(of: upper))
    }
  }
}
