import GraphEngine
public import Measures
import Networks

/// One person's place in the network.
public struct PersonProfile: Sendable, Equatable {
  /// Index into the network's people.
  public let person: Int32
  public let contacts: Int
  /// Those of them who have a group.
  public let placed: Int
  /// The share of ties that lead out of the person's group, and what chance would give.
  public let outside: Double?
  public let outsideByChance: Double?
  /// How many contacts the person has in each other group, the most first.
  public let groups: [Contacts]
  public let betweenness: Double
  /// The place among all by betweenness, 1 for the highest; `nil` for nobody's way.
  public let rank: Int?
  public let constraint: Double?
  public let isCutPoint: Bool
  /// How often the person has each of Gould and Fernandez's roles.
  public let roles: [RoleCount]
  /// The names of groups whose every outside tie the person holds.
  public let holds: [Held]

  /// Contacts in one group.
  public struct Contacts: Sendable, Equatable {
    /// The group's place in the grouping.
    public let group: Int
    public let name: String
    public let count: Int
  }

  /// How often the person has a role, and what chance would give.
  public struct RoleCount: Sendable, Equatable {
    public let role: Brokerage.Role
    public let count: Double
    public let expected: Double?
  }

  /// Looks at a person; `nil` when they are not in the study's period.
  init?(_ analysis: Analysis, person: Int32) {
    let study = analysis.study
    guard let node = study.node(of: person) else { return nil }
    self.person = person
    let own = study.group(ofNode: node)
    let neighbours = study.graph.neighbours(node)
    contacts = neighbours.count
    placed = neighbours.count { study.group(ofNode: Int($0)) >= 0 }
    let index = ExternalInternalIndex(weighted: false).finding(in: study).people
    // Of colleagues, as everything else here: a tie in both directions is one.
    let inside = neighbours.count { study.group(ofNode: Int($0)) == own }
    outside = own < 0 || placed == 0 ? nil : Double(placed - inside) / Double(placed)
    outsideByChance = (index?.expected?[node]).flatMap { $0 }.map { (1 + $0) / 2 }
    var counts: [Int: Int] = [:]
    for other in neighbours {
      let group = study.group(ofNode: Int(other))
      if group >= 0, group != own { counts[group, default: 0] += 1 }
    }
    let names = study.grouping?.partition.names ?? []
    groups = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      Contacts(group: $0.key, name: names[$0.key], count: $0.value)
    }
    let all = study.betweenness
    betweenness = all[node]
    rank = all[node] > 0 ? all.count { $0 > all[node] } + 1 : nil
    constraint = (Constraint(weighted: false).finding(in: study).people?.values[node]).flatMap {
      $0
    }
    isCutPoint = study.cutSet.points.contains(Int32(node))
    roles =
      own < 0
      ? []
      : Brokerage.Role.allCases.map { role in
        let column = Brokerage(role).finding(in: study).people
        return RoleCount(
          role: role, count: (column?.values[node]).flatMap { $0 } ?? 0,
          expected: (column?.expected?[node]).flatMap { $0 })
      }
    holds =
      analysis.fragility(showsAll: true)?.singleHolders.first { $0.person == person }?.held ?? []
  }
}
