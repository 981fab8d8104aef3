public import Networks
import RealModule

/// How much a person knows of a topic, part by part.
///
/// `rarity · (sum over evidence of kind · level · 0.5^(age / h) + min(0.25, the same sum over the person's own word))`,
/// where `rarity = ln((N + 1) / (n + 0.5))` for n holders among N people. After the topic weights of Profiles RNS; rarity
/// and the cap are ours. Defined for everybody with at least one piece of evidence.
public struct SkillWeight: Sendable, Equatable {
  /// One piece of evidence and its factors.
  public struct Part: Sendable, Equatable {
    public let skill: Skill
    public let evidence: Double
    public let level: Double
    /// In years, where the evidence is dated.
    public let age: Double?
    public let recency: Double
    /// The product of the three factors.
    public var value: Double { evidence * level * recency }
    /// Whether nothing but the person's own word stands behind it.
    public var isOwnWord: Bool { (skill.evidence ?? .own) == .own }
  }

  /// The evidence, the weightiest first.
  public let parts: [Part]
  /// ln((N + 1) / (n + 0.5)).
  public let rarity: Double
  /// The sum over evidence, own word capped, before rarity.
  public let strength: Double
  /// Whether the person knows the topic, rather than being about to learn it.
  public let isHeld: Bool
  /// Rarity times strength.
  public var value: Double { rarity * strength }

  /// - Parameters:
  ///   - skills: what one person says of one topic; not empty.
  ///   - asAt: the day on which evidence is as old as it is.
  public init(_ skills: [Skill], rarity: Double, rules: ExpertiseRules, asAt: Day?) {
    precondition(!skills.isEmpty, "a weight rests on at least one piece of evidence")
    let parts = skills.map { skill in
      let age = skill.date.flatMap { day in
        asAt.map { max(0, Double($0.julian - day.julian) / 365.25) }
      }
      return Part(
        skill: skill, evidence: ExpertiseRules.factor(of: skill.evidence),
        level: ExpertiseRules.factor(of: skill.level), age: age, recency: rules.recency(age))
    }
    self.parts = parts.enumerated().sorted {
      ($1.element.value, $0.offset) < ($0.element.value, $1.offset)
    }.map(\.element)
    let own = self.parts.filter(\.isOwnWord).reduce(0) { $0 + $1.value }
    strength =
      self.parts.filter { !$0.isOwnWord }.reduce(0) { $0 + $1.value }
      + min(own, ExpertiseRules.ownWordCap)
    self.rarity = rarity
    isHeld = skills.contains(where: \.isHeld)
  }

  /// Whether nothing but the person's own word stands behind it.
  public var isClaimed: Bool { parts.allSatisfy(\.isOwnWord) }
  /// What the own word counts for less than its sum, because it is capped.
  public var capped: Double {
    max(
      0, parts.filter(\.isOwnWord).reduce(0) { $0 + $1.value } - ExpertiseRules.ownWordCap)
  }
  /// The highest level that any evidence gives.
  public var level: SkillLevel? { parts.compactMap(\.skill.level).max() }
  /// What the person would do for others, in ascending order.
  public var offers: [Offer] { Set(parts.flatMap(\.skill.offers)).sorted() }

  /// ln((N + 1) / (n + 0.5)): how rare a topic is that n of N people hold.
  public static func rarity(holders: Int, people: Int) -> Double {
    .log((Double(people) + 1) / (Double(holders) + 0.5))
  }
}

/// 0.5^exponent.
func halving(_ exponent: Double) -> Double { .exp2(-exponent) }
