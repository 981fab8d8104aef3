import GraphEngine
import Findings
import Measures
import Networks

/// Every person a dot inside the hull of their group, with only the bridges named: a figure for marked copies.
public struct PeopleMap: Sendable, Equatable {
  public var furniture: Furniture
  public var groups: [Group]
  /// In order of the data table.
  public var people: [Person]
  public var ties: [Tie]
  let table: DataTable

  public struct Group: Sendable, Equatable {
    public let id: String
    public let title: String
    public let kind: NodeClass
    /// Places in `people`.
    public var members: [Int]
  }

  public struct Person: Sendable, Equatable {
    /// What stands for the person, or nothing for somebody who is counted and never named.
    public let name: String?
    public let group: Int
    /// Why the person is named on the map, or nothing for all others.
    public let bridge: String?
  }

  public struct Tie: Sendable, Equatable {
    public let a: Int
    public let b: Int
  }

  /// The most ties of which those inside groups are drawn too; more would be one grey.
  static let tieLimit = 700

  /// The most bridges that are named.
  static let bridgeLimit = 10

  /// - Parameters:
  ///   - limit: the most hulls; when there are more groups, the smallest share one.
  ///   - showsSmallGroups: whether groups too small to show elsewhere are shown here.
  ///   - name: what a person is called, or `nil` for somebody who is counted and never named.
  public init(
    _ facts: FigureFacts, number: Int? = nil, limit: Int = 60, showsSmallGroups: Bool,
    name: (Int32) -> String?
  ) {
    let study = facts.study
    let rules = facts.verdicts.rules
    let brokers = Brokers(study, fragility: facts.fragility)
    let chosen = Self.bridges(brokers, among: study.peopleCount, name)
    let sizes = study.grouping?.partition.sizes ?? []
    var groups: [Group] = []
    var groupOf: [Int: Int] = [:]
    var small = (groups: Set<Int>(), people: 0)
    var people: [Person] = []
    var place = [Int](repeating: -1, count: study.peopleCount)
    var rows: [[DataTable.Cell]] = []
    let order = (0..<study.peopleCount).sorted {
      (study.group(ofNode: $0), $0) < (study.group(ofNode: $1), $1)
    }
    let merged = Self.smallest(sizes, beyond: limit)
    for node in order {
      let group = study.group(ofNode: node)
      if group >= 0, sizes[group] < rules.minGroup, !showsSmallGroups {
        small.groups.insert(group)
        small.people += 1
        continue
      }
      let hull = merged.contains(group) ? -2 : group
      if groupOf[hull] == nil {
        groupOf[hull] = groups.count
        groups.append(
          hull == -2
            ? Group(
              id: "more groups", title: "\(counted(merged.count)) more groups", kind: .group,
              members: []) : Self.group(hull, facts))
      }
      let own = groupOf[hull] ?? 0
      let person = study.slice.people[node]
      place[node] = people.count
      groups[own].members.append(people.count)
      let bridge = chosen[person]
      people.append(Person(name: name(person), group: own, bridge: bridge))
      if let name = name(person) {
        rows.append([
          .text(name), .text(groups[own].title), .count(study.graph.degree(node)),
          .number(study.betweenness[node], places: 1), .text(bridge ?? ""),
        ])
      }
    }
    self.groups = groups
    self.people = people
    var ties: [Tie] = []
    for node in 0..<study.peopleCount where place[node] >= 0 {
      for entry in Int(study.graph.starts[node])..<Int(study.graph.starts[node + 1]) {
        let other = Int(study.graph.targets[entry])
        if node < other, place[other] >= 0 { ties.append(Tie(a: place[node], b: place[other])) }
      }
    }
    self.ties = ties
    table = DataTable(
      [
        .text("person"), .text("group", facts.boundary.singular), .number("ties"),
        .number("betweenness"), .text("bridge"),
      ], rows: rows)
    let across = ties.count { people[$0.a].group != people[$0.b].group }
    let headline = Self.headline(facts, brokers, name)
    let bridges = people.compactMap { person in person.bridge.map { "\(person.name ?? ""): \($0)." }
    }
    furniture = facts.furniture(
      form: "Map of people", headline: headline,
      subtitle:
        "Everybody in \(study.network.title) by \(facts.boundary.singular), and the ties between them\(facts.when)",
      basis:
        "\(counted(people.count, "person", "people")) · \(counted(groups.count, facts.boundary.singular, facts.boundary.plural)) · "
        + "\(counted(ties.count, "tie")), \(counted(across)) of them across",
      reading:
        "Named are those through whom most shortest ways lead, and whoever holds a group's every outside tie. Nearness inside a "
        + "\(facts.boundary.singular) shows who works together\(ties.count > Self.tieLimit ? "; ties inside one are not drawn" : ""). A missing line may mean that it was not recorded.",
      suppression: (merged.isEmpty
        ? ""
        : "Too many for one page, so the \(counted(merged.count)) smallest groups share a hull. ")
        + (small.people > 0
          ? "Not shown: \(counted(small.people, "person", "people")) in \(counted(small.groups.count, "group")) of fewer than \(rules.minGroup)."
          : ""),
      description: (bridges.isEmpty ? ["Nobody stands out as a bridge."] : bridges)
        .joined(separator: " ") + " " + facts.verdicts.whole.sentence, number: number)
  }

  /// The groups that share a hull when there are more than `limit`: all but the largest.
  private static func smallest(_ sizes: [Int], beyond limit: Int) -> Set<Int> {
    guard sizes.count > limit else { return [] }
    let order = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    return Set(order.dropFirst(max(limit - 1, 1)))
  }

  private static func group(_ place: Int, _ facts: FigureFacts) -> Group {
    guard place >= 0, let grouping = facts.study.grouping else {
      return Group(
        id: "", title: "No \(facts.boundary.singular) recorded", kind: .group, members: [])
    }
    let id = grouping.ids[place]
    let unit = facts.map.units.first { $0.id == id }
    return Group(
      id: id, title: grouping.partition.names[place],
      kind: unit.map { NodeClass($0) } ?? (facts.boundary == .school ? .central : .group),
      members: [])
  }

  /// Who is named, and why: holders of a group's every outside tie, then brokers in order.
  private static func bridges(
    _ brokers: Brokers, among people: Int, _ name: (Int32) -> String?
  ) -> [Int32: String] {
    var bridges: [Int32: String] = [:]
    let named = brokers.people.filter { name($0.person) != nil }
    for broker in named where !broker.holds.isEmpty {
      bridges[broker.person] = "holds every outside tie of \(listed(broker.holds))"
    }
    guard brokers.isTrusted else { return bridges }
    // Of a few people not every second one is a bridge.
    let limit = min(bridgeLimit, max(3, people / 9))
    for (rank, broker) in named.enumerated() where bridges.count < limit {
      guard bridges[broker.person] == nil, broker.betweenness > 0, broker.otherGroups > 0 else {
        continue
      }
      bridges[broker.person] =
        "number \(rank + 1) by shortest ways, ties in \(counted(broker.otherGroups)) other groups"
    }
    return bridges
  }

  private static func headline(
    _ facts: FigureFacts, _ brokers: Brokers, _ name: (Int32) -> String?
  ) -> String {
    if let single = facts.fragility.singleHolders.first {
      let who = name(single.person) ?? "One person"
      let groups =
        single.names.count > 3
        ? "\(inWords(single.names.count)) \(facts.boundary.plural)" : listed(single.names)
      return "\(who) alone ties \(groups) to the rest"
    }
    let first = brokers.people.filter { $0.otherGroups > 0 }.prefix(3).compactMap {
      name($0.person)
    }
    guard brokers.isTrusted, !first.isEmpty else { return Alarms.plain(facts) }
    return "Most ways between \(facts.boundary.plural) lead through \(listed(first))"
  }
}
