import GraphEngine
import Measures
import Networks

/// The network seen from above, whole: every group, and all ties and people between two.
///
/// Findings about groups are judged on it; `GroupMap` is what may be shown of it.
public struct GroupNetwork: Sendable {
  /// Every group, schools and teams first, then partners, each in order of id.
  let units: [GroupMap.Unit]
  /// The ties between groups, and of each with itself.
  let links: [GroupMap.Link]
  /// Groups that stand as part of a larger one, and how many of those there are.
  let merged: Int
  let mergedInto: Int
  let merging: [Merging]
  let connectivity: GroupConnectivity
  private let centreId: String
  private let counter: LinkCounter
  /// The keys of groups that may have more ties than are told.
  private let open: Set<String>
  /// Whether too few of all answered.
  private let isQuiet: Bool
  /// Groups along other boundaries that are made of these, of which the ties are told too.
  let wholes: [LinkDisclosure.Whole]

  /// How groups are summed when there are too many for a page.
  public enum Merging: Sendable, Equatable {
    /// Schools stand by their hub, central teams as one.
    case hubs
    /// The groups with fewest ties stand as one.
    case rest
  }

  /// The groups along a study's boundary.
  ///
  /// Along schools, the centre stands by its teams.
  ///
  /// - Complexity: O(m log m).
  init(_ study: Study) {
    let (units, unitOf) = Self.units(study)
    var counter = LinkCounter()
    counter.countPeople(study, unitOf)
    counter.countOthers(study, units, unitOf)
    self.init(
      units, counter, merged: 0, into: 0, [], open: Self.open(study, units, unitOf),
      isQuiet: study.coverage.isQuiet, wholes: Self.wholes(study, units, unitOf),
      centreId: study.network.centreId)
  }

  /// The groups along other boundaries that are made of some here.
  private static func wholes(
    _ study: Study, _ units: [GroupMap.Unit], _ unitOf: [Int]
  ) -> [LinkDisclosure.Whole] {
    let network = study.network
    var wholes: [LinkDisclosure.Whole] = []
    let boundaries = Set(Boundary.usual + network.boundaries).sorted()
    for boundary in boundaries where boundary != study.grouping?.boundary {
      let grouping = network.groups(by: boundary, among: study.slice.people)
      guard grouping.ids.count > 1 else { continue }
      var home = [Int32?](repeating: nil, count: units.count)
      var isMixed = [Bool](repeating: false, count: grouping.ids.count)
      func mix(_ group: Int32) { if group >= 0 { isMixed[Int(group)] = true } }
      for (unit, group) in zip(unitOf, grouping.partition.groupOf) {
        if unit < 0 {
          mix(group)
        } else if let known = home[unit], known != group {
          mix(known)
          mix(group)
        } else {
          home[unit] = group
        }
      }
      let isPartition = !isMixed.contains(true)
      for (place, id) in grouping.ids.enumerated() where !isMixed[place] {
        let parts = home.indices.filter { home[$0] == Int32(place) }
        wholes.append(
          LinkDisclosure.Whole(
            boundary: boundary, id: id, parts: Set(parts), isPartition: isPartition))
      }
    }
    // The centre is made of its teams, where all of its people are in one.
    let centre = units.indices.filter { units[$0].kind == .central }
    if centre.count > 1, centre.allSatisfy({ units[$0].id != "central" }) {
      wholes.append(
        LinkDisclosure.Whole(
          boundary: .school, id: network.centreId, parts: Set(centre), isPartition: false))
    }
    return wholes
  }

  /// The groups of which nobody can say that one link is their only one: too few answered, or some ties lead to people of no known group.
  private static func open(_ study: Study, _ units: [GroupMap.Unit], _ unitOf: [Int]) -> Set<String>
  {
    let members = Dictionary(
      grouping: unitOf.indices.filter { unitOf[$0] >= 0 }, by: { unitOf[$0] })
    var open = Set(
      members.filter { study.coverage(of: $0.value).isQuiet }.map { units[$0.key].key })
    guard LeftOut(study)?.areUnsure == true else { return open }
    for node in 0..<study.graph.nodeCount where unitOf[node] < 0 {
      for other in study.graph.neighbours(node) where unitOf[Int(other)] >= 0 {
        open.insert(units[unitOf[Int(other)]].key)
      }
    }
    return open
  }

  private init(
    _ units: [GroupMap.Unit], _ counter: LinkCounter, merged: Int, into mergedInto: Int,
    _ merging: [Merging], open: Set<String>, isQuiet: Bool, wholes: [LinkDisclosure.Whole],
    centreId: String
  ) {
    self.centreId = centreId
    self.open = open
    self.isQuiet = isQuiet
    self.wholes = wholes
    self.units = units
    self.counter = counter
    self.merged = merged
    self.mergedInto = mergedInto
    self.merging = merging
    links = counter.links()
    connectivity = GroupConnectivity(units, links).doubting(open, isQuiet: isQuiet)
  }

  /// Which links a copy without names may show.
  func links(_ disclosure: Disclosure) -> LinkDisclosure {
    let centre = Set(units.indices.filter { units[$0].kind == .central })
    let hasSchools = units.contains { $0.kind == .school }
    // A school's ties with all central teams together are told where the centre is one group.
    let first = centre.min() ?? -1
    let summed = counter.merged(units.indices.map { centre.contains($0) ? first : $0 }).links()
    var people: [Int: Int] = [:]
    if hasSchools {
      for link in summed where link.a != link.b && (link.a == first || link.b == first) {
        let other = link.a == first ? link.b : link.a
        if units[other].kind == .school { people[other] = link.people }
      }
    }
    let ofStaff = links.filter { units[$0.a].kind != .partner && units[$0.b].kind != .partner }
    return LinkDisclosure(
      ofStaff, isShown: units.prefix { $0.kind != .partner }.map { !disclosure.hides($0) },
      minLink: disclosure.minLink, centre: hasSchools ? centre : [],
      isCentreShown: !disclosure.hides(centreId, along: .school), peopleWithCentre: people,
      wholes: wholes, isTold: wholes.map { !disclosure.hides($0.id, along: $0.boundary) })
  }

  /// Whether the ties of two groups of staff, by id, may be told; the centre counts as one.
  func tellsLink(_ a: String, _ b: String, centre: String?, _ links: LinkDisclosure) -> Bool {
    func place(_ id: String) -> Int? {
      units.firstIndex { ($0.kind == .school || $0.kind == .group) && $0.id == id }
    }
    if let centre, a == centre || b == centre {
      return place(a == centre ? b : a).map(links.withCentre.contains) ?? false
    }
    guard let one = place(a), let two = place(b) else { return false }
    return links.shown.contains([min(one, two), max(one, two)])
  }

  /// The network with at most so many groups of staff that are large enough to show: schools summed to hubs where there are any,
  /// then those with fewest ties to one.
  ///
  /// - Parameter lumpsRest: whether those with fewest ties become one; else they stay, and the map is larger.
  func merged(to limit: Int, _ disclosure: Disclosure, lumpsRest: Bool = true) -> GroupNetwork {
    func shown(_ network: GroupNetwork) -> Int {
      network.units.count { $0.kind != .partner && !disclosure.hides($0) }
    }
    guard shown(self) > limit, limit > 1 else { return self }
    var network = self
    if Set(units.compactMap(\.hub)).count > 1 {
      network = network.merged(.hubs) { unit in
        switch unit.kind {
        case .school: unit.hub.map { ("hub:" + $0, $0, .group) }
        case .central: ("central teams", "Central teams", .central)
        case .partner, .group: nil
        }
      }
    }
    guard shown(network) > limit, lumpsRest else { return network }
    var total = [Double](repeating: 0, count: network.units.count)
    for link in network.links where link.a != link.b {
      total[link.a] += link.ties
      total[link.b] += link.ties
    }
    // What may not be shown by itself stands with the others.
    let order = network.units.indices.filter { network.units[$0].kind != .partner }
      .map { (place: $0, isHidden: disclosure.hides(network.units[$0]) ? 1 : 0) }
      .sorted { a, b in
        (a.isHidden, total[b.place], network.units[a.place].id)
          < (b.isHidden, total[a.place], network.units[b.place].id)
      }.map(\.place)
    let rest = Set(order.dropFirst(limit - 1).map { network.units[$0].key })
    let name = "\(counted(rest.count)) more groups"
    return network.merged(.rest) {
      rest.contains($0.key) ? ("more groups", name, .group) : nil
    }
  }

  /// Sums the groups that are given the same new id; those given none stay.
  private func merged(
    _ step: Merging,
    by name: (GroupMap.Unit) -> (id: String, name: String, kind: GroupMap.Unit.Kind)?
  ) -> GroupNetwork {
    var place: [String: Int] = [:]
    var groups: [GroupMap.Unit] = []
    var placeOf: [Int] = []
    var parts: [Int] = []
    for unit in units {
      let new = name(unit)
      // A unit of its own keeps its id, which no merged one can have.
      let key = new.map { "merged " + $0.id } ?? "own " + unit.key
      let kind = new?.kind ?? unit.kind
      guard let known = place[key] else {
        place[key] = groups.count
        placeOf.append(groups.count)
        groups.append(
          new.map {
            GroupMap.Unit(
              kind: kind, id: $0.id, name: $0.name, people: unit.people, phase: nil, hub: unit.hub)
          } ?? unit)
        parts.append(1)
        continue
      }
      placeOf.append(known)
      let old = groups[known]
      groups[known] = GroupMap.Unit(
        kind: old.kind, id: old.id, name: old.name, people: old.people + unit.people, phase: nil,
        hub: old.hub)
      parts[known] += 1
    }
    return GroupNetwork(
      groups, counter.merged(placeOf), merged: merged + parts.filter { $0 > 1 }.reduce(0, +),
      into: mergedInto + parts.count { $0 > 1 }, merging + [step],
      open: Set(zip(units, placeOf).filter { open.contains($0.0.key) }.map { groups[$0.1].key }),
      isQuiet: isQuiet,
      wholes: wholes.compactMap { whole in
        let parts = Set(whole.parts.map { placeOf[$0] })
        let isWhole = placeOf.indices.allSatisfy {
          whole.parts.contains($0) == parts.contains(placeOf[$0])
        }
        return isWhole ? whole.of(parts) : nil
      }, centreId: centreId)
  }

  /// Every group, and the group of each node (-1 where none is recorded).
  private static func units(_ study: Study) -> (units: [GroupMap.Unit], unitOf: [Int]) {
    let network = study.network
    var units: [GroupMap.Unit] = []
    var unitOf = [Int](repeating: -1, count: study.peopleCount)
    if study.grouping?.boundary == .school {
      (units, unitOf) = schoolsAndTeams(study)
    } else if let grouping = study.grouping {
      units = grouping.ids.indices.map { place in
        GroupMap.Unit(
          kind: .group, id: grouping.ids[place], name: grouping.partition.names[place],
          people: grouping.partition.sizes[place], phase: nil, hub: nil)
      }
      unitOf = grouping.partition.groupOf.map(Int.init)
    }
    units += network.partners.map {
      GroupMap.Unit(kind: .partner, id: $0.id, name: $0.name, people: 0, phase: $0.sector, hub: nil)
    }
    return (units, unitOf)
  }

  private static func schoolsAndTeams(_ study: Study) -> (units: [GroupMap.Unit], unitOf: [Int]) {
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
    var units: [GroupMap.Unit] = []
    var place: [Key: Int] = [:]
    func add(_ key: Key, _ unit: GroupMap.Unit) {
      place[key] = units.count
      units.append(unit)
    }
    for (index, school) in network.schools.enumerated() {
      let key = Key.school(Int32(index))
      guard let size = sizes[key] else { continue }
      add(
        key,
        GroupMap.Unit(
          kind: .school, id: school.id, name: school.name, people: size, phase: school.phase,
          hub: school.hub))
    }
    for (index, team) in network.teams.enumerated() {
      let key = Key.team(Int32(index))
      guard let size = sizes[key] else { continue }
      add(
        key,
        GroupMap.Unit(
          kind: .central, id: team.id, name: team.name, people: size, phase: nil, hub: nil))
    }
    if let size = sizes[.centre] {
      add(
        .centre,
        GroupMap.Unit(
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

  /// The same counts between groups of groups.
  ///
  /// - Parameter place: the group of groups in which each stands.
  func merged(_ place: [Int]) -> LinkCounter {
    var merged = LinkCounter()
    for (key, count) in ties {
      let new = [place[key[0]], place[key[1]]].sorted()
      merged.ties[new, default: 0] += count
      merged.people[new, default: []].formUnion(people[key] ?? [])
      if let depth = depths[key] { merged.depths[new] = max(merged.depths[new] ?? .none, depth) }
    }
    return merged
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
