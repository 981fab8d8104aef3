import Measures
import Networks

extension GroupMap {
  /// What becomes of a map that is too large for a page.
  public enum Merging: Sendable, Equatable {
    /// Schools stand by their hub, central teams as one.
    case hubs
    /// The groups with fewest ties stand as one.
    case rest
  }

  /// The number of groups of staff.
  public var staffCount: Int { units.count { $0.kind != .partner } }

  /// The map with at most so many groups of staff: schools merged into hubs where there are any, then those with fewest ties
  /// into one.
  ///
  /// What is hidden in this map stays hidden: only links that it shows are summed.
  public func merged(to limit: Int) -> (map: GroupMap, by: [Merging]) {
    var (map, steps) = (self, [Merging]())
    guard map.staffCount > limit, limit > 1 else { return (map, steps) }
    if Set(units.compactMap(\.hub)).count > 1 {
      map = map.merged { unit in
        switch unit.kind {
        case .school: unit.hub.map { ("hub:" + $0, $0, .group) }
        case .central: ("central teams", "Central teams", .central)
        case .partner, .group: nil
        }
      }
      steps.append(.hubs)
    }
    if map.staffCount > limit {
      var total = [Double](repeating: 0, count: map.units.count)
      for link in map.links {
        total[link.a] += link.ties
        total[link.b] += link.ties
      }
      let order = map.units.indices.filter { map.units[$0].kind != .partner }.sorted {
        (total[$1], map.units[$0].id) < (total[$0], map.units[$1].id)
      }
      let rest = Set(order.dropFirst(limit - 1).map { map.units[$0].id })
      let name = "\(counted(rest.count)) more groups"
      map = map.merged { rest.contains($0.id) ? ("more groups", name, .group) : nil }
      steps.append(.rest)
    }
    return (map, steps)
  }

  /// Merges units that are given the same new id; those given none stay.
  private func merged(by name: (Unit) -> (id: String, name: String, kind: Unit.Kind)?) -> GroupMap {
    var place: [String: Int] = [:]
    var groups: [Unit] = []
    var unitOf: [Int] = []
    var inside: [Double?] = []
    var sizes: [Int] = []
    for (index, unit) in units.enumerated() {
      let new = name(unit)
      // A unit of its own keeps its id, which no merged one can have.
      let key = new.map { "merged " + $0.id } ?? "own " + unit.id
      if let known = place[key] {
        unitOf.append(known)
        let old = groups[known]
        groups[known] = Unit(
          kind: old.kind, id: old.id, name: old.name, people: old.people + unit.people, phase: nil,
          hub: old.hub)
        inside[known] = inside[known].map { $0 + (within[index] ?? 0) }
        sizes[known] += 1
      } else {
        place[key] = groups.count
        unitOf.append(groups.count)
        groups.append(
          new.map {
            Unit(
              kind: $0.kind, id: $0.id, name: $0.name, people: unit.people, phase: nil,
              hub: unit.hub)
          } ?? unit)
        inside.append(new == nil ? within[index] : within[index] ?? 0)
        sizes.append(1)
      }
    }
    var sums: [[Int]: Link] = [:]
    for link in links {
      let (a, b) = (
        min(unitOf[link.a], unitOf[link.b]), max(unitOf[link.a], unitOf[link.b])
      )
      if a == b {
        inside[a] = inside[a].map { $0 + link.ties }
        continue
      }
      let old = sums[[a, b]]
      sums[[a, b]] = Link(
        a: a, b: b, ties: (old?.ties ?? 0) + link.ties, people: (old?.people ?? 0) + link.people,
        depth: [old?.depth, link.depth].compactMap { $0 }.max())
    }
    // What is hidden between two groups stays so, unless links of theirs are shown now that they are merged.
    let hidden = Set(
      hiddenPairs.map { [unitOf[$0[0]], unitOf[$0[1]]].sorted() }
        .filter { $0[0] != $0[1] && sums[$0] == nil })
    var suppressed = suppressed
    suppressed.merged += sizes.filter { $0 > 1 }.reduce(0, +)
    suppressed.mergedInto += sizes.count { $0 > 1 }
    return GroupMap(
      units: groups,
      links: sums.values.sorted { ($0.a, $0.b) < ($1.a, $1.b) }, within: inside,
      hiddenPairs: hidden, suppressed: suppressed)
  }
}
