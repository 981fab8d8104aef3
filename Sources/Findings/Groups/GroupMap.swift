import GraphEngine
public import Measures
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
  /// The ties inside each group; `nil` where too few people are behind them, or for a partner.
  public let within: [Double?]
  /// Pairs of groups, lower first, between which there are ties that are not shown.
  public let hiddenPairs: Set<[Int]>
  public let suppressed: Suppressed

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
    /// Links of less than half a tie, known from working groups alone.
    public var faint = 0
    /// Partners without any link that enough people carry.
    public var partners = 0
    /// Partners and links left out so that the map can be read; 0 unless `readable` did so.
    public var furtherPartners = 0
    public var weakLinks = 0
    /// The fewest ties of a link that is drawn, the strongest of each group aside.
    public var threshold = 0.0
    /// Groups that stand on the map only as part of a larger one, and how many of those there are.
    public var merged = 0
    public var mergedInto = 0
    public let minGroup: Int
    public let minLink: Int
  }

  /// Builds the map along a study's boundary.
  ///
  /// Along schools, the centre is shown by its teams.
  ///
  /// - Parameters:
  ///   - minGroup: groups with fewer people are left out.
  ///   - minLink: links carried by fewer people are left out.
  /// - Complexity: O(m log m).
  public init(_ study: Study, minGroup: Int = 5, minLink: Int = 3) {
    let (units, unitOf) = Self.units(study)
    var counter = LinkCounter()
    counter.countPeople(study, unitOf)
    counter.countOthers(study, units, unitOf)
    self.init(units, counter.links(), minGroup: minGroup, minLink: minLink)
  }

  /// Keeps what enough people are behind.
  private init(_ units: [Unit], _ all: [Link], minGroup: Int, minLink: Int) {
    var suppressed = Suppressed(minGroup: minGroup, minLink: minLink)
    let links = all.filter { $0.a != $0.b && $0.ties >= 0.5 }
    suppressed.faint = all.count { $0.a != $0.b && $0.ties < 0.5 }
    let large = links.filter { $0.people >= minLink || $0.people == 0 }
    let touched = Set(large.flatMap { [$0.a, $0.b] })
    var place = [Int](repeating: -1, count: units.count)
    var shown: [Unit] = []
    for (index, unit) in units.enumerated() {
      if unit.kind == .partner {
        if !touched.contains(index) {
          suppressed.partners += 1
          continue
        }
      } else if unit.people < minGroup {
        suppressed.units += unit.people > 0 ? 1 : 0
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
    hiddenPairs = Set(
      links.filter { $0.people > 0 && $0.people < minLink && place[$0.a] >= 0 && place[$0.b] >= 0 }
        .map { [place[$0.a], place[$0.b]] })
    var within = [Double?](repeating: 0, count: shown.count)
    for link in all where link.a == link.b && place[link.a] >= 0 {
      within[place[link.a]] = link.people >= minLink ? link.ties : nil
    }
    self.within = within
    suppressed.links = links.count - self.links.count
    self.suppressed = suppressed
  }

  /// Builds a map of parts.
  init(
    units: [Unit], links: [Link], within: [Double?], hiddenPairs: Set<[Int]>,
    suppressed: Suppressed
  ) {
    self.units = units
    self.links = links
    self.within = within
    self.hiddenPairs = hiddenPairs
    self.suppressed = suppressed
  }

  /// The groups of staff alone, for tables in which a row's sum is known from elsewhere.
  ///
  /// Where a group has exactly one hidden pair, that sum would give the hidden number away; its smallest shown
  /// link is then hidden too, and so on until no group has just one (secondary suppression).
  public var amongStaff: GroupMap {
    let own = units.indices.filter { units[$0].kind != .partner }
    var place = [Int](repeating: -1, count: units.count)
    for (new, old) in own.enumerated() { place[old] = new }
    var shown = links.filter { place[$0.a] >= 0 && place[$0.b] >= 0 }
      .map {
        Link(
          a: place[$0.a], b: place[$0.b], ties: $0.ties, people: $0.people, depth: $0.depth)
      }
    var hidden = Set(
      hiddenPairs.filter { place[$0[0]] >= 0 && place[$0[1]] >= 0 }.map {
        [place[$0[0]], place[$0[1]]]
      })
    while true {
      var count = [Int](repeating: 0, count: own.count)
      for pair in hidden { for end in pair { count[end] += 1 } }
      let exposed = shown.filter { count[$0.a] == 1 || count[$0.b] == 1 }
      guard let least = exposed.min(by: { ($0.ties, $0.a, $0.b) < ($1.ties, $1.a, $1.b) })
      else { break }
      shown.removeAll { $0 == least }
      hidden.insert([least.a, least.b])
    }
    var suppressed = suppressed
    suppressed.partners = 0
    suppressed.links = hidden.count
    return GroupMap(
      units: own.map { units[$0] }, links: shown, within: own.map { within[$0] },
      hiddenPairs: hidden, suppressed: suppressed)
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
    var strongest = [Int](repeating: -1, count: units.count)
    for (index, link) in links.enumerated() where kept.contains(link.a) && kept.contains(link.b) {
      for end in [link.a, link.b]
      where strongest[end] < 0 || link.ties > links[strongest[end]].ties {
        strongest[end] = index
      }
    }
    let among = links.indices.filter { kept.contains(links[$0].a) && kept.contains(links[$0].b) }
    let most = Int(limit * Double(kept.count))
    let ties = among.map { links[$0].ties }.sorted(by: >)
    let threshold = ties.count > most ? ties[most].rounded(.down) + 1 : 0
    let drawn = among.filter { links[$0].ties >= threshold || strongest.contains($0) }
    var place = [Int](repeating: -1, count: units.count)
    let shown = units.indices.filter(kept.contains)
    for (new, old) in shown.enumerated() { place[old] = new }
    var suppressed = suppressed
    suppressed.furtherPartners = units.count - kept.count
    suppressed.weakLinks = among.count - drawn.count
    suppressed.threshold = drawn.count < among.count ? threshold : 0
    return GroupMap(
      units: shown.map { units[$0] },
      links: drawn.map { index in
        let link = links[index]
        return Link(
          a: place[link.a], b: place[link.b], ties: link.ties, people: link.people,
          depth: link.depth)
      }, within: shown.map { within[$0] },
      hiddenPairs: Set(
        hiddenPairs.filter { place[$0[0]] >= 0 && place[$0[1]] >= 0 }
          .map { [place[$0[0]], place[$0[1]]] }),
      suppressed: suppressed)
  }

  /// Links without which a group of staff would be cut off from the other groups: the bridges among them, as pairs of ids.
  public var onlyLinks: Set<[String]> {
    let graph = CompactGraph(
      nodeCount: units.count,
      from: links.filter(isAmongStaff).map { Int32($0.a) },
      to: links.filter(isAmongStaff).map { Int32($0.b) }, isDirected: false)
    return Set(
      graph.cutSet().bridges.flatMap { bridge in
        let (a, b) = (units[Int(bridge.from)].id, units[Int(bridge.to)].id)
        return [[a, b], [b, a]]
      })
  }

  private func isAmongStaff(_ link: Link) -> Bool {
    units[link.a].kind != .partner && units[link.b].kind != .partner
  }

  // MARK: - Groups

  /// Every group, and the group of each node (-1 where none is recorded).
  private static func units(_ study: Study) -> (units: [Unit], unitOf: [Int]) {
    let network = study.network
    var units: [Unit] = []
    var unitOf = [Int](repeating: -1, count: study.peopleCount)
    if study.grouping?.boundary == .school {
      (units, unitOf) = schoolsAndTeams(study)
    } else if let grouping = study.grouping {
      units = grouping.ids.indices.map { place in
        Unit(
          kind: .group, id: grouping.ids[place], name: grouping.partition.names[place],
          people: grouping.partition.sizes[place], phase: nil, hub: nil)
      }
      unitOf = grouping.partition.groupOf.map(Int.init)
    }
    units += network.partners.map {
      Unit(kind: .partner, id: $0.id, name: $0.name, people: 0, phase: $0.sector, hub: nil)
    }
    return (units, unitOf)
  }

  private static func schoolsAndTeams(_ study: Study) -> (units: [Unit], unitOf: [Int]) {
    let network = study.network
    enum Key: Hashable {
      case school(Int32)
      case team(Int32)
      case centre
    }
    func key(_ person: Int) -> Key? {
      let school = network.people.school[person]
      if school >= 0 { return .school(school) }
      guard school == People.centralTeam else { return nil }
      let team = network.people.teams.main[person]
      return team >= 0 && network.teams[Int(team)].school == nil ? .team(team) : .centre
    }
    var sizes: [Key: Int] = [:]
    for person in study.slice.people {
      if let key = key(Int(person)) { sizes[key, default: 0] += 1 }
    }
    var units: [Unit] = []
    var place: [Key: Int] = [:]
    func add(_ key: Key, _ unit: Unit) {
      place[key] = units.count
      units.append(unit)
    }
    for (index, school) in network.schools.enumerated() {
      let key = Key.school(Int32(index))
      guard let size = sizes[key] else { continue }
      add(
        key,
        Unit(
          kind: .school, id: school.id, name: school.name, people: size, phase: school.phase,
          hub: school.hub))
    }
    for (index, team) in network.teams.enumerated() {
      let key = Key.team(Int32(index))
      guard let size = sizes[key] else { continue }
      add(
        key, Unit(kind: .central, id: team.id, name: team.name, people: size, phase: nil, hub: nil))
    }
    if let size = sizes[.centre] {
      add(
        .centre,
        Unit(
          kind: .central, id: "central", name: Network.centralTeamName, people: size, phase: nil,
          hub: nil))
    }
    let unitOf = study.slice.people.map { key(Int($0)).flatMap { place[$0] } ?? -1 }
    return (units, unitOf)
  }
}

/// Counts ties and people between groups.
private struct LinkCounter {
  private var ties: [[Int]: Double] = [:]
  private var people: [[Int]: Set<Int32>] = [:]
  private var depths: [[Int]: Depth] = [:]

  /// Ties between people, inside groups too.
  mutating func countPeople(_ study: Study, _ unitOf: [Int]) {
    let graph = study.graph
    let counts = study.slice.pairCounts
    for node in 0..<graph.nodeCount where unitOf[node] >= 0 {
      for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1]) {
        let other = Int(graph.targets[entry])
        guard node < other, unitOf[other] >= 0 else { continue }
        let key = [min(unitOf[node], unitOf[other]), max(unitOf[node], unitOf[other])]
        ties[key, default: 0] += counts.isEmpty ? 1 : counts[entry]
        people[key, default: []].formUnion([Int32(node), Int32(other)])
      }
    }
  }

  /// Ties of people and schools with partners, and of schools and teams with each other.
  mutating func countOthers(_ study: Study, _ units: [GroupMap.Unit], _ unitOf: [Int]) {
    let network = study.network
    var node = [Int32: Int](minimumCapacity: study.peopleCount)
    for (place, person) in study.slice.people.enumerated() { node[person] = place }
    var unit: [GroupMap.Unit.Kind: [String: Int]] = [:]
    for (place, entry) in units.enumerated() { unit[entry.kind, default: [:]][entry.id] = place }
    func place(_ member: Int32) -> Int? {
      let index = network.index(of: member)
      switch network.kind(of: member) {
      case .person: return node[member].flatMap { unitOf[$0] < 0 ? nil : unitOf[$0] }
      case .partner: return unit[.partner]?[network.partners[index].id]
      case .school: return unit[.school]?[network.schools[index].id]
      case .team:
        if let central = unit[.central]?[network.teams[index].id] { return central }
        return network.teams[index].school.flatMap { unit[.school]?[network.schools[Int($0)].id] }
      }
    }
    for tie in 0..<network.ties.count {
      let (from, to) = (network.ties.from[tie], network.ties.to[tie])
      guard network.kind(of: from) != .person || network.kind(of: to) != .person,
        network.ties.isCurrent(tie, during: study.slice.period),
        network.ties.reaches(tie, study.slice.depth), let a = place(from), let b = place(to),
        a != b
      else { continue }
      let key = [min(a, b), max(a, b)]
      ties[key, default: 0] += 1
      if let depth = network.ties.depth(of: tie) {
        depths[key] = max(depths[key] ?? .none, depth)
      }
      for end in [from, to] where network.kind(of: end) == .person {
        people[key, default: []].insert(Int32(node[end] ?? 0))
      }
    }
  }

  func links() -> [GroupMap.Link] {
    ties.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.map { key, count in
      GroupMap.Link(
        a: key[0], b: key[1], ties: count, people: people[key]?.count ?? 0, depth: depths[key])
    }
  }
}

extension Dictionary where Key == Int32, Value == Int {
  fileprivate init(minimumCapacity: Int) {
    self.init()
    reserveCapacity(minimumCapacity)
  }
}
