import Measures
import Networks

/// A weight in words, to its last factor.
enum WeightWords {
  /// What the weight rests on, shortly: "qualification, 2 years ago".
  static func basis(_ weight: SkillWeight) -> String {
    guard let best = weight.parts.first else { return "" }
    let kind = weight.isClaimed ? "claimed" : (best.skill.evidence ?? .own).rawValue
    return "\(kind), \(age(best))"
  }

  /// The age of a piece of evidence: "2 years old", "no date".
  static func age(_ part: SkillWeight.Part) -> String {
    guard let age = part.age else { return "no date" }
    if age < 1.0 / 12 { return "this month" }
    if age < 1 { return counted(Int((age * 12).rounded(.down)), "month") + " old" }
    return counted(Int(age.rounded(.down)), "year") + " old"
  }

  /// Each factor on a line, ending in the product.
  static func lines(_ reason: Reason, _ knowledge: Knowledge) -> [String] {
    let weight = reason.entry.weight
    let holders = knowledge.holders(of: reason.entry.topic).count
    let topic = knowledge.topics[reason.entry.topic].name
    var lines = weight.parts.map { part in
      let kind = part.skill.evidence.map(\.rawValue) ?? "own word, no evidence given"
      let level = part.skill.level.map { "level \($0.rawValue), \($0.words)" } ?? "no level given"
      return
        "\(kind) \(exact(part.evidence)) x \(level) \(exact(part.level)) x \(age(part)) "
        + "\(fixed(part.recency, places: 3)) = \(fixed(part.value, places: 4))"
    }
    if weight.capped > 0 {
      lines.append(
        "own word counts \(exact(ExpertiseRules.ownWordCap)) at most: - \(fixed(weight.capped, places: 4))"
      )
    }
    lines.append(
      "rarity ln((\(counted(knowledge.peopleCount)) + 1) / (\(counted(holders)) + 0.5)) = "
        + "\(fixed(weight.rarity, places: 3)), x \(fixed(weight.strength, places: 4)) = "
        + "\(fixed(weight.value, places: 3))")
    if reason.fit < 1 {
      lines.append(
        "\(topic) fits the question by \(fixed(reason.fit, places: 3)): \(fixed(reason.score, places: 3))"
      )
    }
    return lines
  }

  /// A topic that counts for something, and how well it fits what was asked.
  struct Reason {
    let entry: Knowledge.Entry
    let fit: Double
    var score: Double { fit * entry.weight.value }
  }
}
