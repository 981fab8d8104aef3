import GraphEngine
import Measures
public import Networks

/// Two groups who meet as often as chance would have it and hardly work jointly: a gap that contact hides.
public struct DepthGap: Sendable, Equatable {
  public let boundary: Boundary
  /// The names of the two groups.
  public let groups: [String]
  /// Their places in the study's grouping.
  let places: [Int]
  /// Ties of any depth, over what chance would give.
  public let contact: Double
  /// The depth at which the gap shows most.
  public let depth: Depth
  /// Ties of that depth or more, seen and by chance.
  public let seen: Double
  public let expected: Double
  /// How many standard deviations fewer than chance would give; below 0.
  public let z: Double

  /// Whether numbers of ties may be told; otherwise only that they are few.
  public private(set) var isTold = true

  public var ratio: Double { seen / expected }

  /// The same without numbers.
  var untold: DepthGap {
    var gap = self
    gap.isTold = false
    return gap
  }

  /// Seen beside expected, at both depths.
  public var sentence: String {
    guard isTold else {
      return
        "\(capitalised(listed(groups))) are in contact about as often as chance would have it, but hardly work jointly: at depth \(depth.rawValue) (\(depth.word)) or more they have under half of the ties that chance would give."
    }
    return
      "\(capitalised(listed(groups))) are in contact about as often as chance would have it (\(fixed(contact, places: 2)) times), "
      + "but hardly work jointly: at depth \(depth.rawValue) (\(depth.word)) or more they have \(counted(Int(seen.rounded()), "tie")), "
      + "where chance would give \(counted(Int(expected.rounded()))) (\(fixed(ratio, places: 2)) times)."
  }
}

/// The gaps along one boundary, and what was looked at for them.
struct DepthGaps: Sendable {
  /// Of more groups no pair is looked at.
  static let mostGroups = 60
  var list: [DepthGap] = []
  /// The pairs of groups with ties enough to be compared, by their places.
  var compared: Set<[Int]> = []
}

/// The pairs of groups along a study's boundary between whom contact hides that they hardly work jointly.
///
/// Contact of at least 0.75 of what chance gives at depth 1; at depth 3 or more at most 0.4 of it, on at least five ties by chance, at a
/// false discovery rate of `rules.level` over all pairs. Each pair is told at the depth where it is furthest from chance; the widest
/// gap comes first.
func depthGaps(_ study: Study, rules: VerdictRules = VerdictRules()) -> DepthGaps {
  guard let grouping = study.grouping, !study.isUnaskedAcross(rules) else { return DepthGaps() }
  let partition = grouping.partition
  func pairs(_ depth: Depth) -> [(pair: [Int], figure: Figure)] {
    let place = Dictionary(uniqueKeysWithValues: grouping.ids.enumerated().map { ($1, $0) })
    return PairObservedExpected().finding(in: study.atDepth(depth)).figures.compactMap { figure in
      let pair = figure.subject.ids.compactMap { place[$0] }
      let isShown = pair.allSatisfy { partition.sizes[$0] >= rules.minGroup }
      return pair.count == 2 && pair[0] != pair[1] && isShown ? (pair, figure) : nil
    }
  }
  guard partition.count > 1, partition.count <= DepthGaps.mostGroups else { return DepthGaps() }
  var contact: [[Int]: Double] = [:]
  for (pair, figure) in pairs(.networking) { contact[pair] = figure.value }
  var gaps: [[Int]: DepthGap] = [:]
  var compared: Set<[Int]> = []
  for depth in Depth.allCases where depth >= .coordination {
    let deep = pairs(depth)
    let rates = falseDiscoveryRates(deep.map(\.figure.p))
    for (place, (pair, figure)) in deep.enumerated() {
      if figure.expected ?? 0 >= 5 { compared.insert(pair) }
      guard let meets = contact[pair], meets >= 0.75, let ratio = figure.value, ratio <= 0.4,
        let expected = figure.expected, expected >= 5, let z = figure.z, z < 0,
        let rate = rates[place], rate < rules.level, z < gaps[pair]?.z ?? 0
      else { continue }
      gaps[pair] = DepthGap(
        boundary: grouping.boundary, groups: pair.map { partition.names[$0] }, places: pair,
        contact: meets,
        depth: depth, seen: figure.basis ?? 0, expected: expected, z: z)
    }
  }
  return DepthGaps(
    list: gaps.sorted { ($0.value.z, $0.key[0], $0.key[1]) < ($1.value.z, $1.key[0], $1.key[1]) }
      .map(\.value), compared: compared)
}
