import GraphEngine

/// A map of groups as a page shows it: hubs as panels, what central teams and partners do for a school told beside it, and
/// lines for the links of schools with schools alone.
///
/// Nearly every school works with the centre, so lines to it would cover those that tell one school from another.
public struct GroupPanels: Sendable, Equatable {
  /// The groups of staff, as places in `map.units`.
  public let groups: [Int]
  /// The panels, each with its groups as places in `groups`: hubs in order of name, then groups of no hub, the centre last.
  public let panels: [Panel]
  /// The links drawn as lines, with ends as places in `groups`.
  public let lines: [GroupMap.Link]
  /// For each group the central teams it works with, as places in `groups`.
  public let services: [[Service]]
  /// For each group the number of partners it has a link with that is shown.
  public let partners: [Int]
  /// What is left out, links below the threshold of this page among it.
  public let suppressed: GroupMap.Suppressed

  public struct Panel: Sendable, Equatable {
    public enum Kind: Sendable, Equatable { case hub, noHub, centre, all }
    public let kind: Kind
    public let title: String
    public let members: [Int]
  }

  public struct Service: Sendable, Equatable {
    public let team: Int
    public let ties: Double
    /// Whether the group is cut off from all others without it.
    public let isOnly: Bool
  }

  /// - Parameters:
  ///   - limit: how many lines for each group can be followed.
  ///   - across: how many of them may run from one panel to another.
  public init(_ map: GroupMap, linesPerGroup limit: Double = 0.9, across: Double = 0.15) {
    let (units, connectivity) = (map.units, map.connectivity)
    let groups = units.indices.filter { units[$0].kind != .partner }
    var place = [Int](repeating: -1, count: units.count)
    for (new, old) in groups.enumerated() { place[old] = new }
    self.groups = groups
    panels = Self.panels(groups.map { units[$0] }, isMerged: !map.merging.isEmpty)
    func isCentral(_ unit: Int) -> Bool { units[unit].kind == .central }
    var services = [[Service]](repeating: [], count: groups.count)
    var partners = [Int](repeating: 0, count: groups.count)
    var among: [GroupMap.Link] = []
    let hasOthers = units.contains { $0.kind == .school || $0.kind == .group }
    for link in map.links {
      if units[link.b].kind == .partner {
        partners[place[link.a]] += 1
      } else if hasOthers, isCentral(link.a) != isCentral(link.b) {
        let (team, school) = isCentral(link.a) ? (link.a, link.b) : (link.b, link.a)
        let ends = [units[team].key, units[school].key].sorted()
        services[place[school]].append(
          Service(team: place[team], ties: link.ties, isOnly: connectivity.onlyLinks.contains(ends))
        )
      } else {
        among.append(
          GroupMap.Link(
            a: place[link.a], b: place[link.b], ties: link.ties, people: link.people,
            depth: link.depth))
      }
    }
    self.services = services.map { $0.sorted { $0.team < $1.team } }
    self.partners = partners
    var panelOf = [Int](repeating: 0, count: groups.count)
    for (index, panel) in panels.enumerated() {
      for group in panel.members { panelOf[group] = index }
    }
    let count = Double(groups.count)
    func isAcross(_ link: GroupMap.Link) -> Bool { panelOf[link.a] != panelOf[link.b] }
    let threshold = Self.threshold(
      among.filter { !isAcross($0) }.map(\.ties), most: max(Self.fewLines, Int(limit * count)))
    let thresholdAcross = max(
      threshold,
      Self.threshold(among.filter(isAcross).map(\.ties), most: max(4, Int(across * count))))
    func isStrong(_ link: GroupMap.Link) -> Bool {
      link.ties >= (isAcross(link) ? thresholdAcross : threshold)
    }
    lines = Self.joined(among, services: self.services, groups: groups.count, isStrong)
    var suppressed = map.suppressed
    suppressed.spared = lines.contains { !isStrong($0) } ? .joining : .none
    let left = among.count { !isAcross($0) } - lines.count { !isAcross($0) }
    suppressed.weakLinks = left
    suppressed.threshold = left > 0 ? threshold : 0
    suppressed.weakAcross = among.count - lines.count - left
    suppressed.thresholdAcross = thresholdAcross
    self.suppressed = suppressed
  }

  /// So many lines can be followed on any page.
  private static let fewLines = 16

  /// The strong links, and of the others those that join what one cut for all would leave apart, the strongest first.
  private static func joined(
    _ links: [GroupMap.Link], services: [[Service]], groups: Int,
    _ isStrong: (GroupMap.Link) -> Bool
  ) -> [GroupMap.Link] {
    let sets = DisjointSets(groups)
    for (group, own) in services.enumerated() {
      for service in own { sets.join(group, service.team) }
    }
    for link in links where isStrong(link) { sets.join(link.a, link.b) }
    let order = links.indices.filter { !isStrong(links[$0]) }
      .sorted { (links[$1].ties, $0) < (links[$0].ties, $1) }
    let further = Set(order.filter { sets.join(links[$0].a, links[$0].b) })
    return links.indices.filter { isStrong(links[$0]) || further.contains($0) }.map { links[$0] }
  }

  /// The fewest ties of a line, so that no more lines are drawn than can be followed; the most that leaves any, where
  /// none does.
  private static func threshold(_ ties: [Double], most: Int) -> Double {
    let sorted = ties.sorted(by: >)
    guard sorted.count > most, let highest = sorted.first else { return 0 }
    return min(sorted[most].rounded(.down) + 1, highest)
  }

  private static func panels(_ units: [GroupMap.Unit], isMerged: Bool) -> [Panel] {
    let centre = units.indices.filter { units[$0].kind == .central }
    let others = units.indices.filter { units[$0].kind != .central }
    let hubs = Set(others.compactMap { units[$0].hub }).sorted()
    var panels: [Panel] = []
    if hubs.count > 1, !isMerged {
      panels = hubs.map { hub in
        Panel(kind: .hub, title: hub, members: others.filter { units[$0].hub == hub })
      }
      let loose = others.filter { units[$0].hub == nil }
      if !loose.isEmpty { panels.append(Panel(kind: .noHub, title: "No hub", members: loose)) }
    } else if !others.isEmpty {
      panels = [Panel(kind: .all, title: "", members: Array(others))]
    }
    if !centre.isEmpty {
      panels.append(Panel(kind: .centre, title: "Central teams", members: centre))
    }
    return panels
  }
}
