import Measures
public import Networks

/// The network seen from above: schools, central teams and partners, and the links between them,
/// with what few people are behind left out.
///
/// This is what figures show.
public struct GroupMap: Sendable, Equatable {
  /// The groups shown, schools and teams first, then partners, each in order of id.
  public let units: [Unit]
  /// The links shown, in order of their ends.
  public let links: [Link]
  /// The ties inside each group.
  public let within: [Double]
  public let suppressed: Suppressed
  /// What holds the groups together, judged on all ties of this level, shown or not.
  public let connectivity: GroupConnectivity
  /// The keys of every group that there is, and of the ends of every link, shown or not.
  let allGroups: Set<String>
  let allLinks: Set<[String]>
  /// How the groups came to be fewer than there are.
  public let merging: [GroupNetwork.Merging]

  /// A group of the map.
  public struct Unit: Sendable, Equatable {
    public enum Kind: String, Sendable {
      case school, central, partner, group
    }
    public let kind: Kind
    public let id: String
    public let name: String
    /// The number of staff; 0 for a partner.
    public let people: Int
    public let phase: String?
    public let hub: String?

    /// What no other group of the map has: a team may have the id of a school.
    public var key: String { kind.rawValue + " " + id }
  }

  /// A link between two groups, `a < b`, as places in `units`.
  public struct Link: Sendable, Equatable {
    public let a: Int
    public let b: Int
    /// The number of ties, working groups counting in part.
    public let ties: Double
    /// The number of staff, on both sides, who have any of those ties.
    public let people: Int
    /// The deepest of ties that end at a partner, school or team; `nil` where none is recorded.
    public var depth: Depth?
  }

  /// What is not shown.
  public struct Suppressed: Sendable, Equatable {
    public var units = 0
    public var links = 0
    public var linksAmongStaff = 0
    /// Whether some are hidden only so that sums do not tell of the others.
    public var isUnitBeside = false
    public var isLinkBeside = false
    /// Links of less than half a tie, known from working groups alone.
    public var faint = 0
    /// Partners without any link that enough people carry.
    public var partners = 0
    /// Partners and links left out so that the map can be read; 0 unless `readable` did so.
    public var furtherPartners = 0
    public var weakLinks = 0
    /// The fewest ties of a link that is drawn, the strongest of each group aside.
    public var threshold = 0.0
    /// Links from one panel to another that are left out, and their threshold.
    public var weakAcross = 0
    public var thresholdAcross = 0.0
    /// Which links below the threshold are drawn all the same.
    public enum Spared: Sendable, Equatable { case none, strongest, joining }
    /// The strongest of each group, those that join what would stand apart, or none.
    public var spared = Spared.strongest
    /// Groups that have no room on the page, and the links that go with them; 0 unless `trimmed` left them out.
    public var furtherUnits = 0
    public var furtherLinks = 0
    /// Groups that stand on the map only as part of a larger one, and how many of those there are.
    public var merged = 0
    public var mergedInto = 0
    public let minGroup: Int
    public let minLink: Int
  }

  /// What may be shown of a network of groups.
  ///
  /// Links that fewer than `minLink` people carry are left out, and groups of fewer than `minGroup`, with those beside them.
  init(_ network: GroupNetwork, _ disclosure: Disclosure) {
    let (units, all) = (network.units, network.links)
    let minLink = disclosure.minLink
    var suppressed = Suppressed(minGroup: disclosure.minGroup, minLink: minLink)
    let links = all.filter { $0.a != $0.b && $0.ties >= 0.5 }
    suppressed.faint = all.count { $0.a != $0.b && $0.ties < 0.5 }
    let among = network.links(disclosure)
    let large = links.filter { link in
      units[link.a].kind == .partner || units[link.b].kind == .partner
        ? link.people >= minLink || link.people == 0
        : link.people == 0 || !among.hidden.contains([link.a, link.b])
    }
    let touched = Set(large.flatMap { [$0.a, $0.b] })
    var place = [Int](repeating: -1, count: units.count)
    var shown: [Unit] = []
    for (index, unit) in units.enumerated() {
      if unit.kind == .partner {
        if !touched.contains(index) {
          suppressed.partners += 1
          continue
        }
      } else if disclosure.hides(unit) {
        suppressed.units += unit.people > 0 ? 1 : 0
        if unit.people >= disclosure.minGroup { suppressed.isUnitBeside = true }
        continue
      }
      place[index] = shown.count
      shown.append(unit)
    }
    self.units = shown
    self.links = large.compactMap { link in
      guard place[link.a] >= 0, place[link.b] >= 0 else { return nil }
      return Link(
        a: place[link.a], b: place[link.b], ties: link.ties, people: link.people, depth: link.depth)
    }
    var within = [Double](repeating: 0, count: shown.count)
    for link in all where link.a == link.b && place[link.a] >= 0 {
      within[place[link.a]] = link.ties
    }
    self.within = within
    suppressed.links = links.count - self.links.count
    suppressed.isLinkBeside = links.contains {
      $0.people >= minLink && place[$0.a] >= 0 && place[$0.b] >= 0
        && among.hidden.contains([$0.a, $0.b])
    }
    suppressed.linksAmongStaff =
      links.count { units[$0.a].kind != .partner && units[$0.b].kind != .partner }
      - self.links.count { shown[$0.a].kind != .partner && shown[$0.b].kind != .partner }
    suppressed.merged = network.merged
    suppressed.mergedInto = network.mergedInto
    self.suppressed = suppressed
    merging = network.merging
    allGroups = Set(network.units.map(\.key))
    allLinks = Set(
      network.links.filter { $0.a != $0.b && $0.ties > 0 }
        .map { [network.units[$0.a].key, network.units[$0.b].key].sorted() })
    connectivity = network.connectivity.among(Set(shown.map(\.key)))
  }

  /// A part of a map.
  private init(
    of map: GroupMap, units: [Unit], links: [Link], within: [Double],
    suppressed: Suppressed, connectivity: GroupConnectivity? = nil
  ) {
    self.connectivity = connectivity ?? map.connectivity
    merging = map.merging
    allGroups = map.allGroups
    allLinks = map.allLinks
    self.units = units
    self.links = links
    self.within = within
    self.suppressed = suppressed
  }

  /// The groups of staff alone.
  public var amongStaff: GroupMap {
    let own = units.indices.filter { units[$0].kind != .partner }
    var place = [Int](repeating: -1, count: units.count)
    for (new, old) in own.enumerated() { place[old] = new }
    let shown = links.filter { place[$0.a] >= 0 && place[$0.b] >= 0 }.map {
      Link(a: place[$0.a], b: place[$0.b], ties: $0.ties, people: $0.people, depth: $0.depth)
    }
    var suppressed = suppressed
    suppressed.partners = 0
    suppressed.links = suppressed.linksAmongStaff
    return GroupMap(
      of: self, units: own.map { units[$0] }, links: shown, within: own.map { within[$0] },
      suppressed: suppressed)
  }

  /// Whether any tie with a partner is recorded, and whether a group has one, shown or not.
  public var tellsPartners: Bool { allLinks.contains { $0.contains(where: Self.isPartner) } }
  public func hasPartner(_ unit: Unit) -> Bool {
    allLinks.contains { $0.contains(unit.key) && $0.contains(where: Self.isPartner) }
  }
  private static func isPartner(_ key: String) -> Bool { key.hasPrefix("partner ") }

  /// The number of groups of staff.
  public var staffCount: Int { units.count { $0.kind != .partner } }

  /// The map with at most so many groups of staff; the others are left out with their links, and counted.
  ///
  /// Drawn together as one they would be the middle of a star that is nobody's. Central teams stay, then groups that others hang
  /// on and those that hang, then those with most ties that are shown.
  ///
  /// - Parameter first: ids of groups that stay before any other.
  public func trimmed(to limit: Int, first: Set<String> = []) -> GroupMap {
    let own = units.indices.filter { units[$0].kind != .partner }
    guard own.count > limit else { return self }
    let telling = Set(
      connectivity.cutPoints.flatMap { [$0.group] + $0.hanging } + connectivity.brokers)
    var total = [Double](repeating: 0, count: units.count)
    for link in links where units[link.b].kind != .partner {
      total[link.a] += link.ties
      total[link.b] += link.ties
    }
    func rank(_ unit: Unit) -> Int {
      unit.kind == .central ? 0 : first.contains(unit.id) ? 1 : telling.contains(unit.key) ? 2 : 3
    }
    let order = own.sorted { a, b in
      (rank(units[a]), total[b], units[a].id) < (rank(units[b]), total[a], units[b].id)
    }
    let left = Set(order.dropFirst(limit))
    let kept = units.indices.filter { !left.contains($0) }
    var place = [Int](repeating: -1, count: units.count)
    for (new, old) in kept.enumerated() { place[old] = new }
    let shown = links.filter { place[$0.a] >= 0 && place[$0.b] >= 0 }
    var suppressed = suppressed
    suppressed.furtherUnits += left.count
    suppressed.furtherLinks += links.count - shown.count
    return GroupMap(
      of: self, units: kept.map { units[$0] },
      links: shown.map {
        Link(a: place[$0.a], b: place[$0.b], ties: $0.ties, people: $0.people, depth: $0.depth)
      }, within: kept.map { within[$0] }, suppressed: suppressed,
      connectivity: connectivity.among(Set(kept.map { units[$0].key })))
  }

  /// The map with as much as a page can show: the strongest partners, and links above a threshold.
  ///
  /// Of partners those with most ties stay, so many for each other group at most. When there are more than `limit` links for each
  /// group, links below a threshold are left out, but never the strongest of a group. What is left out is counted.
  public func readable(
    linksPerGroup limit: Double = 2.6, partnersPerGroup: Double = 0.5
  ) -> GroupMap {
    let own = units.indices.filter { units[$0].kind != .partner }
    var total = [Double](repeating: 0, count: units.count)
    for link in links {
      total[link.a] += link.ties
      total[link.b] += link.ties
    }
    let partners = units.indices.filter { units[$0].kind == .partner }
      .sorted { (total[$1], units[$0].id) < (total[$0], units[$1].id) }
    let kept = Set(own + partners.prefix(Int(Double(max(own.count, 12)) * partnersPerGroup)))
    var strongest = [Double](repeating: 0, count: units.count)
    for link in links where kept.contains(link.a) && kept.contains(link.b) {
      for end in [link.a, link.b] { strongest[end] = max(strongest[end], link.ties) }
    }
    // Of equal links all are drawn or none: the cut goes between weights.
    func isStrongest(_ link: Link) -> Bool {
      link.ties == strongest[link.a] || link.ties == strongest[link.b]
    }
    let among = links.indices.filter { kept.contains(links[$0].a) && kept.contains(links[$0].b) }
    let most = Int(limit * Double(kept.count))
    let ties = among.map { links[$0].ties }.sorted(by: >)
    let threshold = ties.count > most ? ties[most].rounded(.down) + 1 : 0
    let drawn = among.filter { links[$0].ties >= threshold || isStrongest(links[$0]) }
    var place = [Int](repeating: -1, count: units.count)
    let shown = units.indices.filter(kept.contains)
    for (new, old) in shown.enumerated() { place[old] = new }
    var suppressed = suppressed
    suppressed.furtherPartners = units.count - kept.count
    suppressed.weakLinks = among.count - drawn.count
    suppressed.threshold = drawn.count < among.count ? threshold : 0
    return GroupMap(
      of: self, units: shown.map { units[$0] },
      links: drawn.map { index in
        let link = links[index]
        return Link(
          a: place[link.a], b: place[link.b], ties: link.ties, people: link.people,
          depth: link.depth)
      }, within: shown.map { within[$0] },
      suppressed: suppressed)
  }
}
