import Documents
import GraphEngine
import Findings
public import Measures
import Networks

/// Introductions in sentences that a colleague can act on.
public struct IntroductionWords: Sendable {
  private let knowledge: Knowledge
  private let naming: Naming

  public init(_ knowledge: Knowledge, _ naming: Naming) {
    self.knowledge = knowledge
    self.naming = naming
  }

  private var network: Network { knowledge.network }

  /// A person with role and school: "Nia McCarthy (SENCO, Millbrook High School)".
  public func person(_ person: Int32) -> String {
    let about = [role(person), school(person)].compactMap { $0 }
    return name(person) + (about.isEmpty ? "" : " (\(about.joined(separator: ", ")))")
  }

  public func name(_ person: Int32) -> String { naming.name(person) ?? "somebody" }

  func role(_ person: Int32) -> String? {
    naming.role(person, besideSchool: school(person) != nil)
  }

  /// The school, where in a copy without names enough share it.
  func school(_ person: Int32) -> String? {
    let school = network.people.school[Int(person)]
    if school >= 0 {
      let own = network.schools[Int(school)]
      return isShown(school, own.id) ? own.name : nil
    }
    return school == People.centralTeam && !network.schools.isEmpty && isShown(school, "central")
      ? Network.centralTeamName : nil
  }

  /// Without an analysis of who is there now, a school is shown where enough are of it.
  private func isShown(_ school: Int32, _ id: String) -> Bool {
    if naming.mode == .full { return true }
    if naming.disclosure != nil { return naming.shows(id, along: .school) }
    return network.people.school.count { $0 == school } >= naming.minGroup
  }

  /// What ties two people: "team teaching on phonics, depth 4 (coalition)".
  public func tie(_ link: Introductions.Link) -> String {
    var words: String
    switch link.basis {
    case .tie(let tie):
      let kind = cell("kind", tie)
      let purpose = cell("purpose", tie)
      words = kind ?? "work together"
      if let purpose { words += " on \(purpose)" }
    case .workingGroup(let group):
      let attributes = network.workingGroups[group].attributes
      let purpose = attributes.first { folded($0.key) == "purpose" }?.value
      words = "the same working group" + (purpose.map { " on \($0)" } ?? "")
    }
    words += ", depth \(link.depth.rawValue) (\(link.depth.word))"
    if link.years >= 1 {
      words += ", which ended \(counted(Int(link.years), "year")) ago"
    } else if link.years > 0 {
      words += ", which has ended"
    }
    return words
  }

  private func cell(_ heading: String, _ tie: Int) -> String? {
    network.ties.attributes.first { folded($0.name) == heading }?[tie]
  }

  /// What somebody knows: "leads across schools in SEND: qualification, 2 years old".
  public func knowledge(of person: Int32, _ topic: Int32) -> String? {
    guard let entry = knowledge.entries(of: person).first(where: { $0.topic == topic }) else {
      return nil
    }
    let level = (entry.weight.level ?? .confident).words
    return "\(knowledge.topics[topic].name): \(level); \(WeightWords.basis(entry.weight))"
  }

  /// The steps of a way, a sentence each.
  public func steps(_ path: IntroductionPath) -> [String] {
    var from = path.from
    return path.links.map { link in
      defer { from = link.to }
      return "\(name(from)) knows \(person(link.to)): \(tie(link))."
    }
  }

  /// The way in a line: "Ann Lee → Bo Ray → Cy Day".
  public func line(_ path: IntroductionPath) -> String {
    ([path.from] + path.links.map(\.to)).map(name).joined(separator: " → ")
  }

  /// Those who introduce, in a cell of a table: "knows them", "through Nia McCarthy".
  public func through(_ path: IntroductionPath) -> String {
    path.between.isEmpty ? "they know each other" : path.between.map(name).joined(separator: ", ")
  }

  /// What one new tie would open a way, where there is none.
  ///
  /// - Parameter isNamed: whether the sentence before names the one to be met.
  public func sentence(
    _ opening: RouteOpening, from: Int32, to: Int32, isNamed: Bool = true
  ) -> String {
    let shared = opening.shared.prefix(2).map(\.words)
    let common = shared.isEmpty ? "" : ", who \(listed(Array(shared))),"
    if opening.near == from, opening.far == to, isNamed {
      return "A meeting of the two\(common) would open one."
    }
    let near = opening.near == from ? "" : " \(name(from)) knows \(name(opening.near))."
    let far = opening.far == to ? "" : " \(name(opening.far)) knows \(name(to))."
    let first = opening.near == from ? name(from) : person(opening.near)
    let second = opening.far == to && isNamed ? name(to) : person(opening.far)
    return "A meeting of \(first) and \(second)\(common) would open one.\(near)\(far)"
  }
}

extension RouteOpening.Shared {
  /// What two people do who have it in common.
  var words: String {
    switch self {
    case .school: "work in the same school"
    case .team: "are in the same team"
    case .hub: "work in the same hub"
    case .role: "have the same role"
    case .phase: "work in the same phase"
    }
  }
}
