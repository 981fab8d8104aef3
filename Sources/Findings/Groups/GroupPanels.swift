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

  /// - Parameter limit: how many lines for each group can be followed; beyond, those below a threshold are left out, but none as
  ///   strong as the strongest of a group.
  public init(_ map: GroupMap, linesPerGroup limit: Double = 2.6) {
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
          Service(team: place[team], ties: link.ties, isOnly: connectivity.onlyLinks.contains(ends)))
      } else {
        among.append(
          GroupMap.Link(
            a: place[link.a], b: place[link.b], ties: link.ties, people: link.people,
            depth: link.depth))
      }
    }
    self.services = services.map { $0.sorted { $0.team < $1.team } }
    self.partners = partners
    var strongest = [Double](repeating: 0, count: groups.count)
    for link in among {
      for end in [link.a, link.b] { strongest[end] = max(strongest[end], link.ties) }
    }
    let most = Int(limit * Double(groups.count))
    let ties = among.map(\.ties).sorted(by: >)
    let threshold = ties.count > most ? ties[most].rounded(.down) + 1 : 0
    lines = among.filter {
      $0.ties >= threshold || $0.ties == strongest[$0.a] || $0.ties == strongest[$0.b]
    }
    var suppressed = map.suppressed
    suppressed.weakLinks = among.count - lines.count
    suppressed.threshold = lines.count < among.count ? threshold : 0
    self.suppressed = suppressed
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
