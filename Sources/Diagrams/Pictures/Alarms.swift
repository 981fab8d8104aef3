import Findings
import Measures
import Networks

extension NodeClass {
  /// The class of a group: by phase for schools.
  init(_ unit: GroupMap.Unit) {
    switch unit.kind {
    case .central: self = .central
    case .partner: self = .partner
    case .group: self = .group
    case .school: self.init(phase: unit.phase)
    }
  }

  private static let primaries = [
    "primary", "infant", "junior", "nursery", "first", "lower", "early", "prep", "reception", "ks1",
    "ks2",
  ]

  /// The class of a school by its phase, in any of the words that exports use.
  init(phase: String?) {
    let phase = folded(phase ?? "")
    if ["special", "alternative", "referral", "pru", "ap"].contains(where: phase.contains),
      phase != ""
    {
      self = .special
    } else if ["secondary", "sixth", "16plus", "post16", "high", "allthrough", "upper"].contains(
      where: phase.contains)
    {
      self = .secondary
    } else if Self.primaries.contains(where: phase.contains) {
      self = .primary
    } else {
      self = .school
    }
  }
}

/// What stands out on a map, and the headline it makes.
struct Alarms {
  private var byId: [String: String] = [:]
  let headline: String

  /// - Parameter shown: the ids of the groups on the page; a headline names no other.
  init(_ facts: FigureFacts, on shown: Set<String>? = nil) {
    let silos = facts.verdicts.silos.filter { shown?.contains($0.id) ?? true }
    for silo in silos { byId[silo.id] = "keeps to itself" }
    for group in facts.fragility.onlyLinks { byId[group.group] = "only link" }
    for single in facts.fragility.singleHolders {
      for group in single.groups { byId[group] = "depends on one person" }
    }
    headline = Self.headline(facts, silos.map(\.name), shown)
  }

  func words(_ unit: GroupMap.Unit) -> String? { unit.kind == .partner ? nil : byId[unit.id] }

  private static func headline(
    _ facts: FigureFacts, _ silos: [String], _ shown: Set<String>?
  ) -> String {
    let boundary = facts.boundary
    let hanging = facts.fragility.singleHolders.flatMap { holder in
      zip(holder.groups, holder.names).filter { shown?.contains($0.0) ?? true }.map(\.1)
    }
    var parts: [String] = []
    if silos.count == 1 {
      parts.append("\(silos[0]) keeps to itself")
    } else if silos.count > 1 {
      parts.append(
        silos.count < 4
          ? "\(listed(silos)) keep to themselves"
          : "\(capitalised(inWords(silos.count))) \(boundary.plural) keep to themselves")
    }
    if hanging.count == 1 {
      if silos == hanging {
        parts[0] += " and depends on one person"
      } else {
        parts.append("\(hanging[0]) depends on one person")
      }
    } else if hanging.count > 1 {
      let isOne = facts.fragility.singleHolders.count == 1
      parts.append(
        "\(inWords(hanging.count)) \(boundary.plural) depend on one person\(isOne ? "" : " each")")
    }
    if parts.isEmpty, !facts.fragility.onlyLinks.isEmpty {
      let only = facts.fragility.onlyLinks
      parts.append(
        only.count == 1
          ? "\(only[0].name) depends on a single link to the rest"
          : "\(inWords(only.count)) \(boundary.plural) depend on a single link to the rest")
    }
    if !parts.isEmpty { return capitalised(parts.joined(separator: "; ")) }
    return plain(facts)
  }

  /// What to say when nothing stands out: seen against expected.
  static func plain(_ facts: FigureFacts) -> String {
    let boundary = facts.boundary
    switch facts.verdicts.whole.kind {
    case .notSurveyedAcross:
      return "No tie crosses from one \(boundary.singular) to another: most likely nobody was asked"
    case .notEnoughData where facts.study.mixing?.groupCount == 1:
      return "There is one \(boundary.singular), so no ties between \(boundary.plural) to judge"
    case .notEnoughData: return "Not enough data to say how far \(boundary.plural) work together"
    default:
      let index = facts.verdicts.index
      guard let value = index.value, let expected = index.expected else {
        return "Who works with whom across \(boundary.plural)"
      }
      guard index.p != nil, index.z != nil || abs(value - expected) >= 1e-9 else {
        return
          "\(percent((1 + value) / 2)) of ties cross from one \(boundary.singular) to another, and it could be no other share"
      }
      return
        "\(percent((1 + value) / 2)) of ties cross from one \(boundary.singular) to another; chance would make it \(percent((1 + expected) / 2))"
    }
  }
}
