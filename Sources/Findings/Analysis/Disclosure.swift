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
  ///   - telling: groups of enough people that are hidden all the same.
  init(
    _ network: Network, among people: [Int32], along boundary: Boundary?, minGroup: Int,
    minLink: Int, hiding telling: [Boundary: Set<String>] = [:]
  ) {
    self.minGroup = minGroup
    self.minLink = minLink
    self.boundary = boundary
    let all = Set(Boundary.usual + network.boundaries + [boundary].compactMap { $0 }).sorted()
    let groupings = all.map { network.groups(by: $0, among: people) }.filter { !$0.ids.isEmpty }
    let few = groupings.map { $0.partition.sizes.map { $0 < minGroup } }
    var search = Suppression(groupings.map(\.partition), minGroup: minGroup)
    for place in groupings.indices {
      for group in few[place].indices where few[place][group] {
        search.hide(Suppression.Group(place, group))
      }
    }
    search.complete()
    search.isOfPeople = false
    for (place, grouping) in groupings.enumerated() {
      for (group, id) in grouping.ids.enumerated()
      where telling[grouping.boundary]?.contains(id) == true {
        search.hide(Suppression.Group(place, group))
      }
    }
    search.complete()
    let hidden = search.hidden
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

  /// Measures in which groups are weighed against each other.
  public static let ofGroups = Set(catalogue.filter { $0.needsBoundary }.map(\.card.id))
  /// Those of them that are sums over groups: what is left of them belongs to two hidden groups at least.
  private static let sums: Set<String> = ["e-i", "e-i-weighted"]

  /// Whether what a measure found of the whole is told where groups are hidden.
  ///
  /// Several measures of one whole are as many equations, each of another form, for the few numbers that are not shown: they
  /// would be solved. A sum alone stays.
  public static func tellsWhole(_ measure: String) -> Bool {
    sums.contains(measure) || !ofGroups.contains(measure)
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
}

extension Analysis {
  /// Whether a copy without names hides a group along this boundary.
  public func hides(_ group: Int) -> Bool {
    guard let grouping = study.grouping else { return false }
    return disclosure.hides(grouping.ids[group], along: grouping.boundary)
  }

  /// Whether a copy without names tells what a measure found of the whole.
  public func tellsWhole(_ measure: String) -> Bool {
    Disclosure.tellsWhole(measure) || !(boundary.map(disclosure.hidesAny) ?? false)
  }
}
