import GraphEngine
import Findings
import Measures
import Networks

/// Every person a dot on the panel of their group, with only those named who hold groups together: a figure for marked
/// copies.
public struct PeopleMap: Sendable, Equatable {
  public var furniture: Furniture
  public var groups: [Group]
  /// In order of the data table.
  public var people: [Person]
  public var ties: [Tie]
  /// What a group is called, such as "school".
  let singular: String
  let table: DataTable

  public struct Group: Sendable, Equatable {
    public let id: String
    public let title: String
    /// The hub whose panels stand together.
    public let hub: String?
    /// What it is called where its name finds no room.
    var shortTitle: String?
    /// Places in `people`.
    public var members: [Int] = []
  }

  public struct Person: Sendable, Equatable {
    /// What stands for the person, or nothing for somebody who is counted and never named.
    public let name: String?
    public let group: Int
    public var mark: PersonMark
    /// Why the person is named on the map, or nothing for all others.
    public let bridge: String?
  }

  public struct Tie: Sendable, Equatable {
    public let a: Int
    public let b: Int
    /// Whether it is an outside tie of a group of which one person holds every one.
    public let isHeld: Bool
  }

  /// The most bridges that are named.
  static let bridgeLimit = 10

  /// - Parameters:
  ///   - limit: the most panels; beyond, the smallest groups share one, or hubs or everybody.
  ///   - showsSmallGroups: whether groups too small to show elsewhere are shown here.
  ///   - name: what a person is called, or `nil` for somebody who is counted and never named.
  public init(
    _ facts: FigureFacts, number: Int? = nil, limit: Int = 60, showsSmallGroups: Bool,
    name: (Int32) -> String?
  ) {
    let study = facts.study
    let rules = facts.verdicts.rules
    let brokers = facts.analysis.brokers
    let chosen = Self.bridges(brokers, facts, name)
    let holders = Set(facts.fragility.singleHolders.map(\.person))
    let panels = PanelChoice(facts, limit: limit)
    var groups: [Group] = []
    var groupOf: [String: Int] = [:]
    var small = (groups: Set<Int>(), people: 0, isBeside: false)
    var people: [Person] = []
    var place = [Int](repeating: -1, count: study.peopleCount)
    var rows: [[DataTable.Cell]] = []
    // By what people are called: the order of the files would tell which code is whose. Who is not called anything is not drawn, nor
    // is any tie of theirs.
    let called = (0..<study.peopleCount).map { name(study.slice.people[$0]) }
    func isSmall(_ node: Int) -> Bool {
      let group = study.group(ofNode: node)
      return !showsSmallGroups && group >= 0 && facts.analysis.hides(group)
    }
    let order = called.indices.filter { called[$0] != nil || isSmall($0) }.sorted {
      (study.group(ofNode: $0), called[$0] ?? "", $0)
        < (study.group(ofNode: $1), called[$1] ?? "", $1)
    }
    let isUncalled = called.indices.contains { called[$0] == nil && !isSmall($0) }
    for node in order {
      let group = study.group(ofNode: node)
      if isSmall(node) {
        small.groups.insert(group)
        small.people += 1
        if facts.verdicts.groups[group].people >= rules.minGroup { small.isBeside = true }
        continue
      }
      let panel = panels.panel(of: group)
      if groupOf[panel.id] == nil {
        groupOf[panel.id] = groups.count
        groups.append(panel)
      }
      let own = groupOf[panel.id] ?? 0
      let person = study.slice.people[node]
      let reachesOut = study.graph.neighbours(node).contains {
        study.group(ofNode: Int($0)) != group
      }
      place[node] = people.count
      groups[own].members.append(people.count)
      let bridge = chosen[person]
      people.append(
        Person(
          name: name(person), group: own,
          mark: bridge == nil
            ? reachesOut ? .outward : .inward : holders.contains(person) ? .holder : .connector,
          bridge: bridge))
      if let name = name(person) {
        rows.append([
          .text(name), .text(panels.title(of: group)),
          .count(study.graph.degree(node)), .number(study.betweenness[node], places: 1),
          .text(bridge ?? ""),
        ])
      }
    }
    let short = facts.labels.fitting(
      groups.map { ($0.title, facts.kind($0.id)) },
      GroupLabels.Room(width: 84, size: PeoplePanels.typeSize, weight: .medium, lines: 2), .head)
    for (place, label) in short.enumerated() { groups[place].shortTitle = label }
    self.groups = groups
    self.people = people
    singular = facts.boundary.singular
    let held = Set(facts.fragility.singleHolders.flatMap(\.groups))
    let isHeld = (study.grouping?.ids ?? []).map(held.contains)
    var ties: [Tie] = []
    var across = 0
    for node in 0..<study.peopleCount where place[node] >= 0 {
      for other in study.graph.neighbours(node) where node < Int(other) && place[Int(other)] >= 0 {
        let (one, two) = (study.group(ofNode: node), study.group(ofNode: Int(other)))
        across += one == two ? 0 : 1
        ties.append(
          Tie(
            a: place[node], b: place[Int(other)],
            isHeld: one != two && [one, two].contains { $0 >= 0 && isHeld[$0] }))
      }
    }
    self.ties = ties
    table = DataTable(
      [
        .text("person"), .text("group", facts.boundary.singular), .number("ties"),
        .number("betweenness"), .text("bridge"),
      ], rows: rows)
    let leftOut = [
      facts.leftOut,
      small.people > 0
        ? "\(counted(small.people, "person", "people")) in \(counted(small.groups.count, "group")) of fewer than \(rules.minGroup)\(small.isBeside ? ", or beside one" : "")"
        : nil,
      isUncalled
        ? showsSmallGroups
          ? "whoever asked not to be named"
          : "whoever asked not to be named, with others beside them"
        : nil,
    ].compactMap { $0 }
    let bridges = people.compactMap { person in person.bridge.map { "\(person.name ?? ""): \($0)." }
    }
    let shown = Set(order.filter { place[$0] >= 0 }.map { study.group(ofNode: $0) })
    let hasCentre = shown.contains { $0 >= 0 && study.grouping?.isCentral($0) == true }
    furniture = facts.furniture(
      form: "Map of people", headline: Self.headline(facts, brokers, name),
      subtitle:
        "Everybody in \(study.network.title) by \(facts.boundary.singular), and the ties between them\(facts.when)",
      basis:
        "\(counted(people.count, "person", "people")) · \(facts.boundary.counted(shown.count, centre: hasCentre)) · "
        + "\(counted(ties.count, "tie")), \(counted(across)) of them across",
      reading:
        "Named are those on most shortest paths between \(facts.boundary.plural), and whoever holds a \(facts.boundary.singular)'s every outside tie. "
        + "A missing tie may mean that it was not recorded.",
      suppression: panels.note + (leftOut.isEmpty ? "" : "Not shown: \(listed(leftOut))."),
      description: (bridges.isEmpty ? ["Nobody stands out as a bridge."] : bridges)
        .joined(separator: " ") + " " + facts.verdicts.whole.sentence, number: number)
  }

  /// Who is named, and why: holders of a group's every outside tie, then brokers in order.
  private static func bridges(
    _ brokers: Brokers, _ facts: FigureFacts, _ name: (Int32) -> String?
  ) -> [Int32: String] {
    let study = facts.study
    let isOneGroup = study.grouping?.partition.names.count == 1
    var bridges: [Int32: String] = [:]
    let named = brokers.people.filter { name($0.person) != nil }
    for single in facts.fragility.singleHolders where name(single.person) != nil {
      bridges[single.person] = "holds every outside tie of \(listed(single.names))"
    }
    guard brokers.isTrusted else { return bridges }
    // Of a few people not every second one is a bridge.
    let limit = min(bridgeLimit, max(3, study.peopleCount / 9))
    for (rank, broker) in named.enumerated() where bridges.count < limit {
      guard bridges[broker.person] == nil, broker.betweenness > 0,
        broker.otherGroups > 0 || isOneGroup
      else { continue }
      bridges[broker.person] =
        "number \(rank + 1) by shortest paths"
        + (isOneGroup ? "" : ", ties in \(counted(broker.otherGroups, "other group"))")
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
    let isOneGroup = facts.study.grouping?.partition.names.count == 1
    let first = brokers.people.filter { $0.betweenness > 0 && ($0.otherGroups > 0 || isOneGroup) }
      .prefix(3).compactMap { name($0.person) }
    guard brokers.isTrusted, !first.isEmpty else { return Alarms.plain(facts) }
    return
      "\(listed(first)) \(first.count == 1 ? "connects" : "connect") \(isOneGroup ? "the others" : facts.boundary.plural) most"
  }
}
