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
    if naming.showsAll { return true }
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
    words += link.depth.map { ", depth \($0.rawValue) (\($0.word))" } ?? ", depth not recorded"
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

  /// The next best thing to do; where one was and which group they are in is known, and so would their code be.
  private func nextStep(
    _ asker: Int32, _ person: Int32, _ introductions: Introductions
  ) -> NextStep {
    let step = introductions.nextStep(
      from: asker, to: person, in: network, asAt: knowledge.asAt)
    switch step {
    case .event, .workingGroup: return naming.showsAll ? step : .write
    case .lead, .write: return step
    }
  }

  /// What to do where nobody can introduce one to the other: a few words for a cell of a table.
  func nextBest(
    _ asker: Int32, _ person: Int32, _ introductions: Introductions
  ) -> String {
    switch nextStep(asker, person, introductions) {
    case .event(let event, let isAhead):
      "\(isAhead ? "meet at" : "you were both at") \(network.records.events[event].name)"
    case .workingGroup(let group):
      "join the working group\(purpose(ofGroup: group).map { " on \($0)" } ?? "")"
    case .lead(let lead, _):
      naming.besideWork.name(lead).map { "write to \($0), who leads their team" }
        ?? "ask whoever leads their team"
    case .write: "write to them"
    }
  }

  /// The same as a sentence.
  func nextBestSentence(_ asker: Int32, _ person: Int32, _ introductions: Introductions) -> String {
    switch nextStep(asker, person, introductions) {
    case .event(let event, true):
      "Both are down for \(network.records.events[event].name): meet there."
    case .event(let event, false):
      "Both were at \(network.records.events[event].name)\(network.records.events[event].date.map { " on \($0.inWords)" } ?? ""): say so when you write."
    case .workingGroup(let group):
      "Join the working group\(purpose(ofGroup: group).map { " on \($0)" } ?? "") that \(name(person)) is in."
    // Who leads a team is known, and so would their code be.
    case .lead where !naming.showsAll: "Ask whoever leads their team to put you in touch."
    case .lead(let lead, let team):
      "Write to \(self.person(lead)), who leads their team, \(network.teams[Int(team)].name), and ask to be put in touch."
    case .write: "Write to them yourself."
    }
  }

  /// What could bring two people together where nobody can introduce them, for a reader who is neither.
  func nextBest(between one: Int32, _ other: Int32, _ introductions: Introductions) -> String {
    switch nextStep(one, other, introductions) {
    case .event(let event, true):
      "both are down for \(network.records.events[event].name)"
    case .event(let event, false):
      "both were at \(network.records.events[event].name)"
    case .workingGroup(let group):
      "\(name(one)) could join the working group\(purpose(ofGroup: group).map { " on \($0)" } ?? "") that \(name(other)) is in"
    case .lead where !naming.showsAll:
      "whoever leads the team of \(name(other))"
    case .lead(let lead, _): "\(person(lead)), who leads the team of \(name(other))"
    case .write: "nobody on record yet" + orUnshown
    }
  }

  /// What is added where there is no way, in a copy that tells no way over a link which is not shown.
  var orUnshown: String { naming.showsAll ? "" : ", or not shown" }

  private func purpose(ofGroup group: Int) -> String? {
    network.workingGroups[group].attributes.first { folded($0.key) == "purpose" }?.value
  }

  /// A message to copy: who writes, what about, and what is asked for.
  func message(from asker: Int32, to person: Int32, through: Int32?, about: String?) -> String {
    let subject = about.map { " about \($0)" } ?? ""
    let me = [role(asker), school(asker)].compactMap { $0 }.joined(separator: ", ")
    let intro = "I am \(name(asker))\(me.isEmpty ? "" : " (\(me))")"
    guard let through else {
      return
        "Dear \(name(person)), \(intro). I would like to ask you\(subject.isEmpty ? " something" : subject): could we talk for 15 minutes in the next two weeks?"
    }
    return
      "Dear \(name(through)), I would like to talk to \(self.person(person))\(subject). You know each other: would you introduce us, please? Thank you, \(name(asker))"
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
