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

  /// - Parameters:
  ///   - shown: the ids of the groups on the page; a headline names no other.
  ///   - isBlank: whether there are links and none may be shown.
  init(_ facts: FigureFacts, on shown: Set<String>? = nil, isBlank: Bool = false) {
    let silos = facts.verdicts.silos.filter { shown?.contains($0.id) ?? true }
    for silo in silos { byId[silo.id] = "keeps to itself" }
    let only = facts.fragility.onlyLinks.map(\.group).filter { shown?.contains($0) ?? true }
    // Where many are like that it is said once: red tells what stands out.
    if only.count <= max(3, facts.verdicts.groups.count / 4) {
      for group in only { byId[group] = "only link" }
    }
    for single in facts.fragility.singleHolders {
      for group in single.groups { byId[group] = "depends on one person" }
    }
    headline =
      Self.headline(facts, silos.map(\.name), shown)
      ?? Self.plain(facts, on: shown, isBlank: isBlank)
  }

  /// The ids of the groups that stand out.
  var ids: Set<String> { Set(byId.keys) }

  func words(_ unit: GroupMap.Unit) -> String? { unit.kind == .partner ? nil : byId[unit.id] }

  /// What needs a look; `nil` where nothing does.
  private static func headline(
    _ facts: FigureFacts, _ silos: [String], _ shown: Set<String>?
  ) -> String? {
    let boundary = facts.boundary
    var parts = [keeping(silos, boundary)].compactMap(\.self)
    if silos.count == 1, silos == hanging(facts, shown) {
      parts[0] += " and depends on one person"
    } else if let held = depending(facts, on: shown) {
      parts.append(held)
    }
    let only = facts.fragility.onlyLinks.filter { shown?.contains($0.group) ?? true }
    if parts.isEmpty, !only.isEmpty {
      parts.append(
        only.count == 1
          ? "\(only[0].name) depends on a single link to the rest"
          : "\(inWords(only.count)) \(boundary.plural) depend on a single link to the rest")
    }
    return parts.isEmpty ? nil : capitalised(parts.joined(separator: "; "))
  }

  /// What stands out of groups that have no box of their own on a page, as a sentence; nothing where nothing does.
  static func beyond(_ facts: FigureFacts, _ shown: Set<String>) -> String {
    let silos = facts.verdicts.silos.filter { !shown.contains($0.id) }.map(\.name)
    // The centre is on the page by its teams: only that it keeps to itself is seen nowhere.
    let rest = Set(facts.verdicts.groups.filter { !$0.isCentral }.map(\.id)).subtracting(shown)
    let parts = [keeping(silos, facts.boundary), depending(facts, on: rest)].compactMap(\.self)
    guard !parts.isEmpty else { return "" }
    return "Not seen on this page: \(parts.joined(separator: "; ")). "
  }

  /// The groups that depend on one person.
  private static func hanging(_ facts: FigureFacts, _ shown: Set<String>?) -> [String] {
    facts.fragility.singleHolders.flatMap { holder in
      zip(holder.groups, holder.names).filter { shown?.contains($0.0) ?? true }.map(\.1)
    }
  }

  /// Which groups depend on one person; `nil` where none does.
  ///
  /// - Parameter shown: the ids of the groups that are spoken of; `nil` for all.
  static func depending(_ facts: FigureFacts, on shown: Set<String>? = nil) -> String? {
    let hanging = hanging(facts, shown)
    if hanging.count < 2 { return hanging.first.map { "\($0) depends on one person" } }
    let isOne = facts.fragility.singleHolders.count == 1
    return
      "\(inWords(hanging.count)) \(facts.boundary.plural) depend on one person\(isOne ? "" : " each")"
  }

  /// Who keeps to itself; `nil` where nobody does.
  private static func keeping(_ silos: [String], _ boundary: Boundary) -> String? {
    switch silos.count {
    case 0: nil
    case 1: "\(silos[0]) keeps to itself"
    case 2, 3: "\(listed(silos)) keep to themselves"
    default: "\(capitalised(inWords(silos.count))) \(boundary.plural) keep to themselves"
    }
  }

  /// What to say of the whole: the share of ties that cross, and who keeps to itself.
  ///
  /// What chance would give is for the note on method: nobody expects people to work as if dealt out at random.
  ///
  /// - Parameters:
  ///   - shown: the ids of the groups on the page; a headline names no other.
  ///   - isBlank: whether there are links and none may be shown: a share above an empty page has to say so.
  static func plain(
    _ facts: FigureFacts, on shown: Set<String>? = nil, isBlank: Bool = false
  ) -> String {
    let (boundary, verdicts) = (facts.boundary, facts.verdicts)
    switch verdicts.whole.kind {
    case .notSurveyedAcross:
      return "No tie crosses from one \(boundary.singular) to another: most likely nobody was asked"
    case .notEnoughData where facts.study.mixing?.groupCount == 1:
      return "There is one \(boundary.singular), so no ties between \(boundary.plural) to judge"
    case .notEnoughData: return "Not enough data to say how far \(boundary.plural) work together"
    default:
      guard let value = verdicts.index.value else {
        return "Who works with whom across \(boundary.plural)"
      }
      // Beside the centre one group alone has no other of its kind.
      let isAlone = verdicts.groups.count == 2 && verdicts.groups.contains { $0.isCentral }
      let share =
        "\(percent((1 + value) / 2)) of ties "
        + (isAlone
          ? "join the \(boundary.singular) and the central team"
            + (isBlank ? ", but their link may not be shown" : "")
          : "cross from one \(boundary.singular) to another"
            + (isBlank ? ", but no link between two \(boundary.plural) may be shown" : ""))
      // Where none could have been found, that none is found says nothing.
      let couldBeFound = verdicts.smallestFound != nil && verdicts.noSilo(showsAll: false) != nil
      let subject = verdicts.none(showsAll: false)
      let none =
        couldBeFound
        ? "\(subject.prefix(1).lowercased())\(subject.dropFirst()) is found to keep to itself" : nil
      let silos = verdicts.silos.filter { shown?.contains($0.id) ?? true }
      let rest = keeping(silos.map(\.name), boundary) ?? none
      return [share, rest].compactMap(\.self).joined(separator: "; ")
    }
  }
}
