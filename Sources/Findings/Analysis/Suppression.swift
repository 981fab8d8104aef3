import GraphEngine

/// Which groups are hidden beside small ones, so that no sum of groups tells of them (complementary suppression).
struct Suppression {
  /// A group, by its place along a boundary.
  struct Group: Hashable {
    let boundary: Int
    let place: Int

    init(_ boundary: Int, _ place: Int) { (self.boundary, self.place) = (boundary, place) }
  }

  /// Groups whose sum is told elsewhere: all along a boundary, and those within one group along another.
  private struct Sum {
    let boundary: Int
    let parts: [Int]
    /// The group that tells it; `nil` for the trust.
    let whole: Group?
    /// Whether nobody of it is in none of the parts, so that they tell it as well.
    let isMadeUp: Bool
    /// Other groups that are made up of some of the parts.
    var within: [(group: Group, parts: Set<Int>)] = []
  }

  private(set) var hidden: [[Bool]]
  /// Whether groups are hidden for their people, whom their parts would tell, and not for the links between those.
  var isOfPeople = true
  private let sizes: [[Int]]
  private let minGroup: Int
  private let sums: [Sum]
  /// The sums in which each group stands, and those to look at again.
  private var sumsOf: [Group: [Int]] = [:]
  private var isOpen: [Bool]

  init(_ partitions: [Partition], minGroup: Int) {
    self.minGroup = minGroup
    sizes = partitions.map(\.sizes)
    hidden = sizes.map { $0.map { _ in false } }
    sums = Self.sums(partitions)
    isOpen = sums.map { _ in false }
    for (place, sum) in sums.enumerated() {
      for group in sum.parts { sumsOf[Group(sum.boundary, group), default: []].append(place) }
      for group in [sum.whole].compactMap(\.self) + sum.within.map(\.group) {
        sumsOf[group, default: []].append(place)
      }
    }
  }

  mutating func hide(_ group: Group) {
    hidden[group.boundary][group.place] = true
    for sum in sumsOf[group] ?? [] { isOpen[sum] = true }
  }

  /// Hides the next smallest group of a sum that tells too much, until none does; within larger groups first.
  mutating func complete() {
    while let next = isOpen.firstIndex(of: true) {
      if let group = beside(sums[next]) { hide(group) } else { isOpen[next] = false }
    }
  }

  private func isHidden(_ group: Group) -> Bool { hidden[group.boundary][group.place] }

  /// The next group to hide for a sum; `nil` where it tells too little.
  private func beside(_ sum: Sum) -> Group? {
    let shown = sum.parts.filter { !hidden[sum.boundary][$0] }
    let left = sum.parts.filter { hidden[sum.boundary][$0] }
    if let whole = sum.whole, isHidden(whole) {
      let isTelling = sum.isMadeUp && left.isEmpty && (isOfPeople || shown.count == 1)
      return isTelling ? smallest(shown, sum) : nil
    }
    if isTold(left, sum) { return smallest(shown, sum) ?? sum.whole }
    // What other groups tell is no part of what hides the rest.
    let others = sum.within.filter { !isHidden($0.group) }
    let known = others.reduce(into: Set<Int>()) { $0.formUnion($1.parts) }
    guard !known.isEmpty, isTold(left.filter { !known.contains($0) }, sum) else { return nil }
    return smallest(shown.filter { !known.contains($0) }, sum)
      ?? others.map(\.group).min { a, b in
        (sizes[a.boundary][a.place], a.place) < (sizes[b.boundary][b.place], b.place)
      }
  }

  private func isTold(_ left: [Int], _ sum: Sum) -> Bool {
    left.count == 1
      || !left.isEmpty && left.reduce(0) { $0 + sizes[sum.boundary][$1] } < minGroup
  }

  private func smallest(_ groups: [Int], _ sum: Sum) -> Group? {
    let sizes = sizes[sum.boundary]
    return groups.min { (sizes[$0], $0) < (sizes[$1], $1) }.map { Group(sum.boundary, $0) }
  }

  // MARK: - What adds up

  private static func sums(_ partitions: [Partition]) -> [Sum] {
    var within: [Sum] = []
    var all: [Sum] = []
    for fine in partitions.indices {
      var whole = Sum(
        boundary: fine, parts: Array(partitions[fine].sizes.indices), whole: nil, isMadeUp: true)
      for coarse in partitions.indices where coarse != fine {
        let (home, isNested) = homes(partitions[fine], in: partitions[coarse])
        let covered = zip(partitions[fine].groupOf, partitions[coarse].groupOf).allSatisfy {
          ($0 < 0) == ($1 < 0)
        }
        let parts = Dictionary(grouping: home.indices.filter { home[$0] >= 0 }) { home[$0] }
        for (group, parts) in parts.sorted(by: { $0.key < $1.key }) {
          let people = parts.reduce(0) { $0 + partitions[fine].sizes[$1] }
          let isMadeUp = people == partitions[coarse].sizes[group]
          guard isNested || isMadeUp else { continue }
          within.append(
            Sum(boundary: fine, parts: parts, whole: Group(coarse, group), isMadeUp: isMadeUp))
          if isMadeUp, covered { whole.within.append((Group(coarse, group), Set(parts))) }
        }
      }
      all.append(whole)
    }
    return within + all
  }

  /// The larger group in which each group lies whole, -1 for none; and whether no group lies in several.
  private static func homes(_ fine: Partition, in coarse: Partition) -> ([Int], Bool) {
    var home = [Int?](repeating: nil, count: fine.sizes.count)
    var isNested = true
    for (part, whole) in zip(fine.groupOf, coarse.groupOf) where part >= 0 {
      if let known = home[Int(part)], known != Int(whole) {
        home[Int(part)] = -1
        isNested = false
      } else {
        home[Int(part)] = Int(whole)
      }
    }
    return (home.map { $0 ?? -1 }, isNested)
  }
}
