import GraphEngine
import Findings
import Measures
import Networks

extension MapPicture {
  /// The most nodes that a ring takes before the rest stand as one.
  private static func ringLimits(_ fill: Double) -> (inner: Int, outer: Int) {
    (max(2, Int(14 * fill)), max(2, Int(18 * fill)))
  }

  /// Draws one group's network with as many on the rings as fit; `nil` when the map shows no such group.
  public static func drawNetwork(
    of id: String, _ facts: FigureFacts, number: Int? = nil, on sheet: Sheet,
    by worker: LayoutWorker
  ) async -> DrawnFigure? {
    guard let first = MapPicture(networkOf: id, facts, number: number) else { return nil }
    return await fullest(
      of: [1, 0.75, 0.5, 0.3, 0.15].map { fill in
        { MapPicture(networkOf: id, facts, number: number, fill: fill) ?? first }
      }, on: sheet, by: worker)
  }

  /// Draws one person's network with as many on the rings as fit.
  public static func drawNetwork(
    ofPerson node: Int, _ facts: FigureFacts, number: Int? = nil,
    showsSmallGroups: Bool = false, name: @escaping (Int32) -> String?, on sheet: Sheet,
    by worker: LayoutWorker
  ) async -> DrawnFigure {
    await fullest(
      of: [1, 0.75, 0.5, 0.3, 0.15].map { fill in
        {
          MapPicture(
            networkOfPerson: node, facts, number: number, fill: fill,
            showsSmallGroups: showsSmallGroups, name: name)
        }
      }, on: sheet, by: worker)
  }

  /// One group's network to two steps: the group in the middle, those it works with round it, and round those the
  /// groups that they work with.
  ///
  /// Returns `nil` when the map shows no such group.
  ///
  /// - Parameter fill: how much of what the rings take at most they hold, for small papers.
  public init?(networkOf id: String, _ facts: FigureFacts, number: Int? = nil, fill: Double = 1) {
    let limits = Self.ringLimits(fill)
    let map = facts.map
    guard let ego = map.units.firstIndex(where: { $0.id == id }) else { return nil }
    var tiesOf = [[(other: Int, ties: Double)]](repeating: [], count: map.units.count)
    for link in map.links {
      tiesOf[link.a].append((link.b, link.ties))
      tiesOf[link.b].append((link.a, link.ties))
    }
    let direct = tiesOf[ego].sorted { ($1.ties, $0.other) < ($0.ties, $1.other) }
    let isDirect = Set(direct.map(\.other)).union([ego])
    // Partners are known only by their own links: two steps lead to staff alone.
    var second: [(unit: Int, through: Int, ties: Double)] = []
    for unit in map.units.indices where !isDirect.contains(unit) && map.units[unit].kind != .partner
    {
      let ways = tiesOf[unit].filter {
        isDirect.contains($0.other) && map.units[$0.other].kind != .partner
      }
      if let best = ways.max(by: { ($0.ties, $1.other) < ($1.ties, $0.other) }) {
        second.append((unit, best.other, best.ties))
      }
    }
    let beyond =
      map.staffCount - 1 - direct.count { map.units[$0.other].kind != .partner } - second.count
    let alarms = Alarms(facts)
    func node(_ unit: Int) -> Node {
      let unit = map.units[unit]
      return Node(
        id: unit.id, title: unit.name, kind: NodeClass(unit),
        people: unit.kind == .partner ? nil : unit.people,
        alarm: unit.id == id ? nil : alarms.words(unit))
    }
    let unit = map.units[ego]
    var rings = Rings(node(ego))
    let order = Dictionary(uniqueKeysWithValues: direct.enumerated().map { ($1.other, $0) })
    let inner = direct.prefix(limits.inner).sorted { a, b in
      (map.units[a.other].hub ?? "~", NodeClass(map.units[a.other]).rawValue, order[a.other] ?? 0)
        < (
          map.units[b.other].hub ?? "~", NodeClass(map.units[b.other]).rawValue, order[b.other] ?? 0
        )
    }
    for entry in inner { rings.add(node(entry.other), key: entry.other, weight: entry.ties) }
    rings.addRest(direct.count - inner.count, "group")
    rings.addOuter(
      second.sorted { ($1.ties, $0.unit) < ($0.ties, $1.unit) }.prefix(limits.outer).map {
        (node($0.unit), $0.through, $0.ties)
      }, rest: max(0, second.count - limits.outer))
    let staff = direct.count { map.units[$0.other].kind != .partner }
    let partners = direct.count - staff
    let all = map.staffCount - 1
    let share =
      staff == all && all > 1
      ? "all \(inWords(all))"
      : all > 12 ? "\(staff) of \(all)" : "\(inWords(staff)) of \(inWords(all))"
    let with = [
      staff > 0 || partners == 0
        ? "\(share) other groups"
        : nil,
      partners > 0 ? "\(inWords(partners)) \(partners == 1 ? "partner" : "partners")" : nil,
    ].compactMap { $0 }
    let headline =
      direct.isEmpty
      ? "\(unit.name) has no link of \(map.suppressed.minLink) or more people to any other group"
      : "\(unit.name) works with \(listed(with))"
        + (second.isEmpty
          ? ""
          : "; \(inWords(second.count)) more \(second.count == 1 ? "is" : "are") two steps away")
    let rest = beyond > 0 ? "\(counted(beyond, "group")) cannot be reached in two steps. " : ""
    self.init(
      furniture: facts.furniture(
        form: "Network of one group, in two rings", headline: headline,
        subtitle:
          "\(unit.name) in \(facts.study.network.title): whom it works with, and whom they work with\(facts.when)",
        basis: facts.basis(groups: rings.nodes.count, links: rings.ties.count),
        reading:
          "The inner ring works with \(unit.name) itself; the outer ring is reached through the inner, each group drawn by its strongest "
          + "link. Links within a ring are not drawn. \(rest)Links of fewer than \(map.suppressed.minLink) people do not count.",
        suppression: "", description: Self.sentences(unit.name, rings), number: number),
      rings)
    shortenNames(by: facts.labels)
  }

  /// One person's network to two steps: colleagues by name or code, then the groups that those know people in.
  ///
  /// - Parameters:
  ///   - showsSmallGroups: whether groups too small to show elsewhere are shown here.
  ///   - name: what a person is called, or `nil` for somebody who is counted and never named.
  public init(
    networkOfPerson node: Int, _ facts: FigureFacts, number: Int? = nil, fill: Double = 1,
    showsSmallGroups: Bool = false, name: (Int32) -> String?
  ) {
    let limits = Self.ringLimits(fill)
    let study = facts.study
    let graph = study.graph
    func contacts(_ node: Int) -> [Int] {
      (Int(graph.starts[node])..<Int(graph.starts[node + 1])).map { Int(graph.targets[$0]) }
    }
    func person(_ node: Int) -> Node {
      let group = study.group(ofNode: node)
      let unit = facts.map.units.first { group >= 0 && $0.id == study.grouping?.ids[group] }
      return Node(
        id: name(study.slice.people[node]) ?? "", title: name(study.slice.people[node]) ?? "",
        kind: unit.map { NodeClass($0) } ?? (facts.boundary == .school ? .central : .group),
        people: nil,
        note: group < 0 ? nil : Self.shortened(study.grouping?.partition.names[group] ?? ""))
    }
    let own = Set(contacts(node))
    let named = own.filter { name(study.slice.people[$0]) != nil }
      .sorted { (study.group(ofNode: $0), $0) < (study.group(ofNode: $1), $1) }
    var rings = Rings(person(node))
    // Those who lead to most others come first when there are too many.
    let chosen = Set(
      named.sorted { (contacts($1).count, $0) < (contacts($0).count, $1) }
        .prefix(limits.inner))
    for contact in named where chosen.contains(contact) {
      rings.add(person(contact), key: contact, weight: 1)
    }
    rings.addRest(own.count - chosen.count, "person", "people")
    // The second step by group, each through the contact who knows most people there.
    var reached: [Int: Set<Int>] = [:]
    var through: [Int: [Int: Int]] = [:]
    for contact in own.sorted() {
      for next in contacts(contact) where next != node && !own.contains(next) {
        let group = study.group(ofNode: next)
        guard group >= 0, showsSmallGroups || !facts.analysis.hides(group) else { continue }
        reached[group, default: []].insert(next)
        if chosen.contains(contact) { through[group, default: [:]][contact, default: 0] += 1 }
      }
    }
    let outer = reached.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .compactMap { group, people -> (Node, Int, Double)? in
        guard
          let best = (through[group] ?? [:]).max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
        else { return nil }
        let id = study.grouping?.ids[group] ?? ""
        let kind = facts.map.units.first { $0.id == id }.map { NodeClass($0) } ?? .group
        return (
          Node(
            id: "group " + id, title: study.grouping?.partition.names[group] ?? "", kind: kind,
            people: people.count, isQuiet: true), best.key, Double(best.value)
        )
      }
    rings.addOuter(
      Array(outer.prefix(limits.outer)), rest: max(0, outer.count - limits.outer))
    let far = reached.values.reduce(0) { $0 + $1.count }
    let who = name(study.slice.people[node]) ?? "This person"
    let groups = Set(own.map { study.group(ofNode: $0) }).subtracting([-1]).count
    self.init(
      furniture: facts.furniture(
        form: "Network of one person, in two rings",
        headline:
          own.isEmpty
          ? "\(who) has no recorded tie"
          : "\(who) works with \(inWords(own.count)) \(own.count == 1 ? "person" : "people") in "
            + "\(inWords(groups)) \(groups == 1 ? facts.boundary.singular : facts.boundary.plural) and reaches \(counted(far)) more through them",
        subtitle:
          "\(who) in \(study.network.title): colleagues, and the people they could introduce\(facts.when)",
        basis:
          "\(counted(own.count, "colleague")) · \(counted(far, "person", "people")) at two steps · of \(counted(study.peopleCount)) in all",
        reading:
          "The inner ring are people with a tie to \(who); the outer ring counts the people at two steps in each \(facts.boundary.singular), "
          + "drawn to whoever knows most of them. A missing link may mean that it was not recorded.",
        suppression: "", description: Self.sentences(who, rings), number: number),
      rings)
  }

  private init(furniture: Furniture, _ rings: Rings) {
    self.init(furniture: furniture, nodes: rings.nodes, ties: rings.ties, stripTitle: "")
    hasWidths = false
    arrangement = .rings(rings.rings)
  }

  /// A group's name without the words that all schools share.
  private static func shortened(_ name: String) -> String {
    let short = name.replacing(" Primary School", with: " Primary")
    return TextRuler.wrap(short, 8.1, room: 118, lines: 1).first ?? short
  }

  private static func sentences(_ name: String, _ rings: Rings) -> String {
    let inner = rings.rings.first?.map { rings.nodes[$0].title } ?? []
    let outer = rings.rings.dropFirst().first?.map { rings.nodes[$0].title } ?? []
    var sentences = inner.isEmpty ? [] : ["\(name) works with \(listed(inner))."]
    if !outer.isEmpty { sentences.append("At two steps: \(listed(outer)).") }
    return sentences.isEmpty
      ? "There is nobody at one step or two." : sentences.joined(separator: " ")
  }
}

/// Nodes and ties of a network drawn in rings.
private struct Rings {
  private(set) var nodes: [MapPicture.Node]
  private(set) var ties: [MapPicture.Tie] = []
  private var inner: [Int] = []
  private var outer: [Int] = []
  /// The place of what stands on the inner ring, by the caller's key.
  private var place: [Int: Int] = [:]

  init(_ ego: MapPicture.Node) { nodes = [ego] }

  var rings: [[Int]] { [inner, outer].filter { !$0.isEmpty } }

  mutating func add(_ node: MapPicture.Node, key: Int, weight: Double) {
    place[key] = nodes.count
    inner.append(nodes.count)
    ties.append(.init(a: 0, b: nodes.count, weight: weight, style: .direct))
    nodes.append(node)
  }

  /// One node for what the inner ring has no room for, or what is not named.
  mutating func addRest(_ count: Int, _ singular: String, _ plural: String? = nil) {
    guard count > 0 else { return }
    let text = "\(counted(count)) more \(count == 1 ? singular : plural ?? singular + "s")"
    add(
      .init(id: "more", title: text, kind: .group, people: nil, isQuiet: true), key: -1, weight: 1)
  }

  /// The outer ring, in the order in which the inner one goes round.
  mutating func addOuter(
    _ entries: [(node: MapPicture.Node, through: Int, weight: Double)], rest: Int
  ) {
    let sorted = entries.enumerated().sorted {
      (place[$0.element.through] ?? 0, $0.offset) < (place[$1.element.through] ?? 0, $1.offset)
    }.map(\.element)
    for entry in sorted {
      guard let parent = place[entry.through] else { continue }
      outer.append(nodes.count)
      ties.append(.init(a: parent, b: nodes.count, weight: entry.weight, style: .second))
      nodes.append(entry.node)
    }
    if rest > 0 {
      outer.append(nodes.count)
      nodes.append(
        .init(
          id: "more at two steps", title: "\(counted(rest)) more", kind: .group, people: nil,
          isQuiet: true))
      ties.append(.init(a: inner.last ?? 0, b: nodes.count - 1, weight: 1, style: .second))
    }
  }
}
