import GraphEngine
import Measures
import Networks

/// Teams and working groups with how far they span, what they give to others, and whether they hear anything new.
public struct TeamRegister: Sendable {
  public let teams: [Entry]
  /// Schools that no working group and no team across the trust includes anybody of.
  public let neverRepresented: [Int32]

  public struct Entry: Sendable, Equatable {
    /// The team's place in the network's teams, or `nil` for a working group that no team stands for.
    public let team: Int?
    public let name: String
    public let kind: String?
    public let members: [Int32]
    /// Schools the members come from, as indices into the schools.
    public let schools: [Int32]
    /// Blau's index over the members' schools (the central team counting as one); `nil` without members.
    public let span: Double?
    /// The share of members' ties that leave the team; `nil` without ties.
    public let outsideShare: Double?
    /// How often members presented at an event.
    public let presented: Int
    /// Blau's index over members' roles, and the mean of their constraint.
    public let variety: Double?
    public let constraint: Double?
    /// Whether members are alike and their contacts closed: the same people with the same views.
    public let isEchoing: Bool
    public let lacks: [String]
  }

  /// - Parameter study: whose slice says which ties count.
  init(_ study: Study) {
    let network = study.network
    var node: [Int32: Int] = [:]
    for (place, person) in study.slice.people.enumerated() { node[person] = place }
    let constraint = Constraint(weighted: false).finding(in: study).people?.values ?? []
    var presented: [Int32: Int] = [:]
    for event in network.records.events {
      for seat in event.attendance where seat.came == true && seat.role == "presenter" {
        presented[seat.party, default: 0] += 1
      }
    }
    func entry(
      _ team: Int?, _ name: String, _ kind: String?, _ members: [Int32], lacks: [String]
    ) -> Entry {
      let own = Set(members)
      var (inside, outside) = (0, 0)
      for person in members {
        guard let place = node[person] else { continue }
        for other in study.graph.neighbours(place) {
          if own.contains(study.slice.people[Int(other)]) { inside += 1 } else { outside += 1 }
        }
      }
      let known = members.compactMap { node[$0] }.compactMap {
        constraint.indices.contains($0) ? constraint[$0] : nil
      }
      func counts(_ key: (Int32) -> Int32) -> [Double] {
        var counts: [Int32: Double] = [:]
        for person in members { counts[key(person), default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.map(\.value)
      }
      return Entry(
        team: team, name: name, kind: kind, members: members,
        schools: Set(members.map { network.people.school[Int($0)] }.filter { $0 >= 0 }).sorted(),
        span: blau(counts { network.people.school[Int($0)] }),
        outsideShare: inside + outside > 0 ? Double(outside) / Double(inside / 2 + outside) : nil,
        presented: members.reduce(0) { $0 + (presented[$1] ?? 0) },
        variety: network.people.role == nil
          ? nil : blau(counts { network.people.role?.codes[Int($0)] ?? -1 }),
        constraint: known.isEmpty ? nil : known.reduce(0, +) / Double(known.count),
        isEchoing: false, lacks: lacks)
    }
    var staff = [[Int32]](repeating: [], count: network.teams.count)
    for person in study.slice.people {
      let main = network.people.teams.main[Int(person)]
      if main >= 0 { staff[Int(main)].append(person) }
      for further in network.people.teams.further[person] ?? [] where further != main {
        staff[Int(further)].append(person)
      }
    }
    var entries: [Entry] = network.teams.indices.map { place in
      let team = network.teams[place]
      var lacks: [String] = []
      if team.lead == nil { lacks.append("lead") }
      if team.attributes["objective"] == nil { lacks.append("objective") }
      if team.attributes["success_criteria"] == nil { lacks.append("success criteria") }
      return entry(
        place, network.name(ofGroup: Int32(network.first(of: .team) + place)) ?? team.name,
        team.kind, staff[place], lacks: lacks)
    }
    for group in network.workingGroups
    where study.slice.period.overlaps(started: group.started, ended: group.ended) {
      let members = group.members.filter { node[$0] != nil }
      let purpose = group.attributes.sorted { $0.key < $1.key }
        .first { folded($0.key) == "purpose" }?.value
      entries.append(
        entry(
          nil, "Working group" + (purpose.map { ": \($0)" } ?? ""), "working group", members,
          lacks: []))
    }
    teams = Self.withEchoes(entries)
    let spanning = teams.filter { $0.team == nil || network.teams[$0.team ?? 0].school == nil }
    let seen = Set(spanning.flatMap(\.schools))
    neverRepresented =
      spanning.isEmpty
      ? [] : network.schools.indices.map { Int32($0) }.filter { !seen.contains($0) }
  }

  /// Marks teams of three people and more that are in the lowest quarter by variety and the highest by constraint.
  private static func withEchoes(_ entries: [Entry]) -> [Entry] {
    let large = entries.filter { $0.members.count > 2 && $0.variety != nil && $0.constraint != nil }
    guard large.count >= 8 else { return entries }
    let varieties = large.compactMap(\.variety).sorted()
    let constraints = large.compactMap(\.constraint).sorted()
    let low = varieties[varieties.count / 4]
    let high = constraints[constraints.count * 3 / 4]
    return entries.map { entry in
      guard let variety = entry.variety, let constraint = entry.constraint,
        entry.members.count > 2, variety <= low, constraint >= high
      else { return entry }
      return Entry(
        team: entry.team, name: entry.name, kind: entry.kind, members: entry.members,
        schools: entry.schools, span: entry.span, outsideShare: entry.outsideShare,
        presented: entry.presented, variety: variety, constraint: constraint, isEchoing: true,
        lacks: entry.lacks)
    }
  }
}
