import GraphEngine
import Measures
public import Networks

/// Which groups a copy without names may show, so that no other figure of the same copy gives away what it hides.
///
/// Groups of fewer than `minGroup` people are hidden. Where what is known of a sum, of the trust or of a larger group, less the
/// groups shown, would still tell of one group or of fewer people than that, the next smallest group is hidden beside them
/// (complementary suppression, Cox 1980).
public struct Disclosure: Sendable, Equatable {
  /// The fewest people of a group that is shown.
  public let minGroup: Int
  /// The fewest people who carry a link that is shown.
  public let minLink: Int
  private let boundary: Boundary?
  /// The groups hidden because few people are in them, and those hidden so that sums do not tell of the former.
  public private(set) var small: [Boundary: Set<String>]
  public private(set) var beside: [Boundary: Set<String>]

  /// - Parameters:
  ///   - people: those who count.
  ///   - boundary: what groups them, with all other boundaries that the files allow.
  init(
    _ network: Network, among people: [Int32], along boundary: Boundary?, minGroup: Int,
    minLink: Int
  ) {
    self.minGroup = minGroup
    self.minLink = minLink
    self.boundary = boundary
    let all = Set(Boundary.usual + network.boundaries + [boundary].compactMap { $0 }).sorted()
    let groupings = all.map { network.groups(by: $0, among: people) }.filter { !$0.ids.isEmpty }
    let few = groupings.map { $0.partition.sizes.map { $0 < minGroup } }
    var hidden = few
    let sums = Self.sums(groupings)
    // Within larger groups first: what is hidden there serves the sum over all.
    search: while true {
      for sum in sums where sum.whole.map({ !hidden[$0.grouping][$0.group] }) ?? true {
        let sizes = groupings[sum.parts.grouping].partition.sizes
        let left = sum.parts.groups.filter { hidden[sum.parts.grouping][$0] }
        let isTold = left.count == 1 || left.reduce(0) { $0 + sizes[$1] } < minGroup
        guard !left.isEmpty, isTold else { continue }
        let shown = sum.parts.groups.filter { !hidden[sum.parts.grouping][$0] }
        if let next = shown.min(by: { (sizes[$0], $0) < (sizes[$1], $1) }) {
          hidden[sum.parts.grouping][next] = true
        } else if let whole = sum.whole {
          hidden[whole.grouping][whole.group] = true
        } else {
          continue
        }
        continue search
      }
      break
    }
    func ids(_ isMeant: (Int, Int) -> Bool) -> [Boundary: Set<String>] {
      var found: [Boundary: Set<String>] = [:]
      for (place, grouping) in groupings.enumerated() {
        let ids = grouping.ids.indices.filter { isMeant(place, $0) }.map { grouping.ids[$0] }
        if !ids.isEmpty { found[grouping.boundary] = Set(ids) }
      }
      return found
    }
    small = ids { few[$0][$1] }
    beside = ids { hidden[$0][$1] && !few[$0][$1] }
  }

  /// The same, with all that another one hides: what is hidden of the whole is hidden of its parts.
  func joined(with other: Disclosure) -> Disclosure {
    var both = self
    both.small.merge(other.small) { $0.union($1) }
    both.beside.merge(other.beside) { $0.union($1) }
    return both
  }

  /// Hides groups of a map by their size alone.
  init(minGroup: Int, minLink: Int) {
    self.minGroup = minGroup
    self.minLink = minLink
    (boundary, small, beside) = (nil, [:], [:])
  }

  /// Whether a copy without names hides a group.
  public func hides(_ group: String, along boundary: Boundary) -> Bool {
    small[boundary]?.contains(group) == true || beside[boundary]?.contains(group) == true
  }

  /// Whether a copy without names hides some group.
  public func hidesAny(along boundary: Boundary) -> Bool {
    small[boundary] != nil || beside[boundary] != nil
  }

  /// A range of shares along a boundary as a copy without names tells it: in whole per cent where groups are hidden.
  ///
  /// What could be had everybody answered is worked out from the ties of all groups: told in full, it is an equation that the few
  /// hidden numbers solve.
  public func told(
    _ range: ClosedRange<Double>?, along boundary: Boundary
  ) -> ClosedRange<Double>? {
    guard hidesAny(along: boundary) else { return range }
    return range.map { wholePercent($0.lowerBound)...wholePercent($0.upperBound) }
  }

  /// Whether it hides a group of a map.
  func hides(_ unit: GroupMap.Unit) -> Bool {
    if unit.kind == .partner { return false }
    if unit.people < minGroup { return true }
    return switch unit.kind {
    case .school: hides(unit.id, along: .school)
    case .central: hides(unit.id, along: unit.id == "central" ? .school : .team)
    case .group: boundary.map { hides(unit.id, along: $0) } ?? false
    case .partner: false
    }
  }

  /// Groups whose sum is told elsewhere: all along a boundary, and those within one group along another.
  private struct Sum {
    let parts: (grouping: Int, groups: [Int])
    let whole: (grouping: Int, group: Int)?
  }

  private static func sums(_ groupings: [Grouping]) -> [Sum] {
    let all = groupings.indices.map {
      Sum(parts: ($0, Array(groupings[$0].ids.indices)), whole: nil)
    }
    return groupings.indices.flatMap { fine in
      let groups = Array(groupings[fine].ids.indices)
      return groupings.indices.filter { $0 != fine }.flatMap { coarse -> [Sum] in
        guard let home = nesting(groupings[fine].partition, in: groupings[coarse].partition) else {
          return []
        }
        return Dictionary(grouping: groups.filter { home[$0] >= 0 }) { home[$0] }
          .sorted { $0.key < $1.key }
          .map { Sum(parts: (fine, $0.value), whole: (coarse, $0.key)) }
      }
    } + all
  }

  /// The larger group in which each group lies whole, -1 for none; `nil` where some group lies in several.
  private static func nesting(_ fine: Partition, in coarse: Partition) -> [Int]? {
    var home = [Int?](repeating: nil, count: fine.sizes.count)
    for (part, whole) in zip(fine.groupOf, coarse.groupOf) where part >= 0 {
      if let known = home[Int(part)], known != Int(whole) { return nil }
      home[Int(part)] = Int(whole)
    }
    return home.map { $0 ?? -1 }
  }
}

extension Analysis {
  /// Whether a copy without names hides a group along this boundary.
  public func hides(_ group: Int) -> Bool {
    guard let grouping = study.grouping else { return false }
    return disclosure.hides(grouping.ids[group], along: grouping.boundary)
  }
}
