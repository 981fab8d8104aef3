import Documents
import ExpertiseSearch
import Findings
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
  static func lines(_ reason: Finder.Reason, _ knowledge: Knowledge) -> [String] {
    let weight = reason.entry.weight
    let asked = visible(knowledge.topics[reason.asked].name)
    var lines = weight.parts.map { part in
      let kind = part.skill.evidence.map(\.rawValue) ?? "own word, no evidence given"
      let level = part.skill.level.map { "level \($0.rawValue), \($0.words)" } ?? "no level given"
      return
        "\(kind) \(exact(part.evidence)) x \(level) \(exact(part.level)) x \(age(part)) "
        + "\(fixed(part.recency, places: 4)) = \(fixed(part.value, places: 4))"
    }
    if weight.capped > 0 {
      lines.append(
        "own word counts \(exact(ExpertiseRules.ownWordCap)) at most: - \(fixed(weight.capped, places: 4))"
      )
    }
    if weight.parts.count > 1 {
      lines.append("together \(fixed(weight.strength, places: 4))")
    }
    let isCapped = reason.rarity < weight.rarity
    let rarest = isCapped ? reason.asked : reason.entry.topic
    let holders = knowledge.holderCounts[Int(rarest)]
    lines.append(
      "rarity\(isCapped ? ", no more than of \(asked)," : "") ln((\(counted(knowledge.peopleCount)) + 1) / "
        + "(\(counted(holders)) + 0.5)) = \(fixed(reason.rarity, places: 4)), x "
        + "\(fixed(weight.strength, places: 4)) = \(fixed(reason.rarity * weight.strength, places: 3))"
    )
    if reason.fit < 1 {
      lines.append(
        "\(fits(reason, asked)): x \(fixed(reason.fit, places: 3)) = \(fixed(reason.score, places: 3))"
      )
    }
    return lines
  }

  /// What the knowledge is known by: "their role: SENCO", "spoke at Common ground"; what it rests on where they list it.
  static func source(_ reason: Finder.Reason) -> String {
    switch reason.source {
    case .listed: basis(reason.entry.weight)
    case .role(let title): "role: \(title)"
    case .event(let name): "spoke at \(name)"
    case .workingGroup(let purpose): "working group on \(purpose)"
    case .idea(let title): "carries the idea \(Networks.shown(title))"
    }
  }

  /// How a topic stands to the one asked for: "part of Reading".
  static func fits(_ reason: Finder.Reason, _ asked: String) -> String {
    switch reason.relation {
    case .itself: "the topic asked for"
    case .someWords: "some words are those asked for"
    case .part(let levels) where levels > 1: "part of \(asked), \(inWords(levels)) levels below"
    case .part: "part of \(asked)"
    case .above: "\(asked) is part of it"
    case .beside: "near what was asked for"
    case .deed: "not listed"
    }
  }
}
