import GraphEngine
public import Measures
public import Networks

/// Teams and working groups with how far they span, what they give to others, and whether they hear anything new.
public struct TeamRegister: Sendable {
  public let teams: [Entry]
  /// Schools that no working group and no team across the trust includes anybody of.
  public let neverRepresented: [Int32]
  /// Whether any working group or team across the trust is on record.
  public let hasGroupsAcross: Bool

  public struct Entry: Sendable, Equatable {
    /// The team's place in the network's teams, or `nil` for a working group that no team stands for.
    public let team: Int?
    public let name: String
    public let kind: String?
    public let members: [Int32]
    /// Schools the members come from, as indices into the schools.
    public let schools: [Int32]
    /// Blau's index over the members' schools (the central team counting as one); `nil` without members who can be placed.
    public let span: Double?
    /// The share of members' ties that leave the team; `nil` without ties.
    public let outsideShare: Double?
    /// How often members presented at an event.
    public let presented: Int
    /// Blau's index over members' roles.
    public let variety: Double?
    /// Whether it is a network or working group, which its members join from elsewhere.
    public let isNetwork: Bool
    /// Who leads it, where the files name somebody they know.
    public let lead: Int32?
    /// Whether somebody is named as its lead whom no file knows.
    public let hasUnknownLead: Bool
    public let objective: String?
    /// How it will be known that it has worked: its own criteria, or the measure of the goal it serves.
    public let criteria: String?
    /// The newest day on which half of the members or more, and two at least, came to the same event.
    public let lastMet: Day?
    /// What its entry has a place for and leaves empty.
    public let lacks: [String]
  }

  private let asks: Asks

  /// What no file says of some networks and working groups, of what they are asked: who leads them and so on.
  public func unasked(of entries: [Entry]) -> [String] { asks.missing(entries) }

  /// Words in the kind of a team that make it a network.
  static let networkWords = ["network", "working group", "working-group", "cluster", "community"]

  /// - Parameter study: whose slice says which ties count.
  init(_ study: Study) {
    let network = study.network
    var node: [Int32: Int] = [:]
    for (place, person) in study.slice.people.enumerated() { node[person] = place }
    var presented: [Int32: Int] = [:]
    for event in network.records.events {
      for seat in event.attendance where seat.came == true && seat.role == "presenter" {
        presented[seat.party, default: 0] += 1
      }
    }
    func entry(
      _ team: Int?, _ name: String, _ kind: String?, _ members: [Int32], _ told: Told
    ) -> Entry {
      let own = Set(members)
      var (inside, outside) = (0, 0)
      for person in members {
        guard let place = node[person] else { continue }
        for other in study.graph.neighbours(place) {
          if own.contains(study.slice.people[Int(other)]) { inside += 1 } else { outside += 1 }
        }
      }
      // Who has no one school or role on record is of no further one.
      func counts(from least: Int32, _ key: (Int32) -> Int32) -> [Double] {
        var counts: [Int32: Double] = [:]
        for person in members where key(person) >= least { counts[key(person), default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.map(\.value)
      }
      return Entry(
        team: team, name: name, kind: kind, members: members,
        schools: Set(members.map { network.people.school[Int($0)] }.filter { $0 >= 0 }).sorted(),
        span: blau(counts(from: People.centralTeam) { network.people.school[Int($0)] }),
        outsideShare: inside + outside > 0 ? Double(outside) / Double(inside / 2 + outside) : nil,
        presented: members.reduce(0) { $0 + (presented[$1] ?? 0) },
        variety: network.people.role == nil
          ? nil : blau(counts(from: 0) { network.people.role?.codes[Int($0)] ?? -1 }),
        isNetwork: told.isNetwork, lead: told.lead,
        hasUnknownLead: told.hasUnknownLead, objective: told.objective,
        criteria: told.criteria, lastMet: Self.lastMet(own, network.records.events),
        lacks: told.lacks)
    }
    var staff = [[Int32]](repeating: [], count: network.teams.count)
    for person in study.slice.people {
      let main = network.people.teams.main[Int(person)]
      if main >= 0 { staff[Int(main)].append(person) }
      for further in network.people.teams.further[person] ?? [] where further != main {
        staff[Int(further)].append(person)
      }
    }
    let asks = Asks(network)
    var entries: [Entry] = network.teams.indices.map { place in
      let team = network.teams[place]
      return entry(
        place, network.name(ofGroup: Int32(network.first(of: .team) + place)) ?? team.name,
        team.kind, staff[place], Told(team, staff[place], network, asks))
    }
    for group in network.workingGroups
    where study.slice.period.overlaps(started: group.started, ended: group.ended) {
      let members = group.members.filter { node[$0] != nil }
      let told = Told(group, network, asks)
      entries.append(
        entry(
          nil, "Working group" + (told.purpose.map { ": \($0)" } ?? ""), "working group", members,
          told))
    }
    self.asks = asks
    teams = entries
    let spanning = teams.filter { $0.team == nil || network.teams[$0.team ?? 0].school == nil }
    hasGroupsAcross = !spanning.isEmpty
    let seen = Set(spanning.flatMap(\.schools))
    neverRepresented =
      spanning.isEmpty ? [] : study.schools.filter { !seen.contains($0) }
  }

  /// The newest day on which half of the members came together.
  private static func lastMet(_ members: Set<Int32>, _ events: [Event]) -> Day? {
    events.filter { event in
      let came = event.attendance.count { $0.came == true && members.contains($0.party) }
      return came > 1 && 2 * came >= members.count
    }.compactMap(\.date).max()
  }
}

extension Study {
  /// The schools of the period, as indices into the network's: those that are open, and those in which somebody is said to work.
  public var schools: [Int32] {
    let staffed = Set(slice.people.map { network.people.school[Int($0)] })
    return network.schools.indices.map { Int32($0) }.filter { place in
      let school = network.schools[Int(place)]
      return staffed.contains(place)
        || slice.period.overlaps(started: school.opened, ended: school.closed)
    }
  }
}

/// What the files have a place for.
private struct Asks: Sendable, Equatable {
  let teamLead, teamObjective, teamCriteria: Bool
  let groupLead, groupCriteria, groupGoal: Bool

  init(_ network: Network) {
    func some(_ role: String) -> Bool {
      network.teams.contains { $0.attributes[role] != nil }
    }
    func group(_ names: [String]) -> Bool {
      network.workingGroups.contains { $0.attributes.keys.contains { names.contains(folded($0)) } }
    }
    teamLead = network.teams.contains { $0.lead != nil || $0.hasUnknownLead }
    (teamObjective, teamCriteria) = (some("objective"), some("success_criteria"))
    (groupLead, groupCriteria) = (group(["lead"]), group(["successcriteria"]))
    groupGoal = network.asks(Work.goalColumns)
  }

  /// What no entry of these networks could say.
  func missing(_ entries: [TeamRegister.Entry]) -> [String] {
    let networks = entries.filter(\.isNetwork)
    let (groups, teams) = (
      networks.contains { $0.team == nil }, networks.contains { $0.team != nil }
    )
    /// Those of which nothing is said: all of them, the working groups alone or the others.
    func silent(_ groupsSay: Bool, _ teamsSay: Bool, all: String) -> String? {
      switch (groups && !groupsSay, teams && !teamsSay) {
      case (true, true): all
      case (true, false): teams ? "the working groups" : all
      case (false, true): groups ? "the other networks" : all
      case (false, false): nil
      }
    }
    return [
      silent(groupLead, teamLead, all: "them").map { "who leads \($0) (lead)" },
      silent(groupCriteria || groupGoal, teamCriteria, all: "they").map {
        "how it will be known that \($0) worked (success_criteria)"
      },
    ].compactMap { $0 }
  }
}

/// What an entry says of itself.
private struct Told {
  var isNetwork = true
  var lead: Int32?
  var hasUnknownLead = false
  var objective, criteria, purpose: String?
  var lacks: [String] = []

  init(_ team: Team, _ staff: [Int32], _ network: Network, _ asks: Asks) {
    let kind = folded(team.kind ?? "")
    isNetwork = TeamRegister.networkWords.contains { kind.contains(folded($0)) }
    lead = Self.person(team.lead, network)
    hasUnknownLead = team.hasUnknownLead
    objective = team.attributes["objective"]
    criteria = team.attributes["success_criteria"]
    lacks = [
      asks.teamLead && team.lead == nil && !team.hasUnknownLead ? "lead" : nil,
      asks.teamObjective && objective == nil ? "objective" : nil,
      isNetwork && asks.teamCriteria && criteria == nil ? "success criteria" : nil,
    ].compactMap { $0 }
  }

  init(_ group: WorkingGroup, _ network: Network, _ asks: Asks) {
    func cell(_ names: [String]) -> String? {
      group.attributes.sorted { $0.key < $1.key }.first { names.contains(folded($0.key)) }?.value
    }
    purpose = cell(Work.purposeColumns)
    let named = cell(["lead"])
    lead = Self.person(named, network)
    hasUnknownLead = named != nil && lead == nil
    let goal = cell(Work.goalColumns).map(folded).flatMap { text in
      network.records.goals.first { [folded($0.id), folded($0.statement)].contains(text) }
    }
    objective = cell(["objective"]) ?? goal?.statement ?? purpose
    criteria = cell(["successcriteria"]) ?? goal?.measure
    lacks = [
      asks.groupLead && named == nil ? "lead" : nil, objective == nil ? "objective" : nil,
      (asks.groupCriteria || asks.groupGoal) && criteria == nil ? "success criteria" : nil,
    ].compactMap { $0 }
  }

  private static func person(_ text: String?, _ network: Network) -> Int32? {
    guard let text else { return nil }
    return network.people.ids.firstIndex(of: text).map(Int32.init)
  }
}
