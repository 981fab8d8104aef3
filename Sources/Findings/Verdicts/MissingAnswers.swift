import GraphEngine
import Measures
import Networks

/// What the share of ties that lead out would be had everybody answered, if those who did not work as their colleagues
/// who did: an interval that holds it in 95 of 100 cases (Docs/Honesty.md).
///
/// Pairs of people are told by how many of both answered: two (ties K among P2 pairs), one (O among P1) or none (P0). Of a
/// tie between one who answered and one who did not only the one could tell; r is the share of such ties that are told,
/// O beside K P1 / P2 over the whole network, at least 1/2 as either may name a tie. Ties expected to be missing, inside
/// a group and out of it each by themselves:
///
///     M = O (1 / r - 1) + k P0,                    k = (K + O / r) / (P2 + P1), half a tie more in V
///     V = (O + 1/2) (1 - r) / r^2 + k P0 (1 + P0 / (P2 + P1))
///
/// That some people have many ties widens M but hardly the share, as they have more of both sorts. With arrows only
/// whoever an arrow starts from can tell: P1 = 0. The share and its interval:
///
///     s = (E + M_E) / (T + M),     s +- 2.1 sqrt ((1 - s)^2 V_E + s^2 V_I) / (T + M)
///
/// 2.1 and not 1.96, as V is itself found from few. Those who did not answer in other groups are counted: they too might have named somebody here.
struct MissingAnswers {
  let whole: Share
  let groups: [Share]

  struct Share {
    /// The number of ties expected to be missing.
    var ties = 0.0
    /// The 95% interval; `nil` when the files do not say who answered, or too few did.
    var range: ClosedRange<Double>?
  }

  /// - Complexity: O(n + m).
  init(_ study: Study, _ partition: Partition) {
    let response = study.slice.people.map { study.network.people.response[Int($0)] }
    let isMissing = response.map { $0 == .no }
    let isKnown = response.contains { $0 != .unknown }
    let layers = Layers(study, partition, isMissing)
    guard isKnown else {
      whole = Share()
      groups = [Share](repeating: Share(), count: partition.count)
      return
    }
    let rule = Rule(layers)
    let everybody = layers.inside.indices.map { rule.missing(layers.inside[$0]) }
    let inside = rule.sum(everybody)
    whole = Self.share(
      layers.inside.reduce(0) { $0 + $1.seen }, layers.across.seen, inside,
      rule.missing(layers.across))
    groups = layers.inside.indices.map { group in
      Self.share(
        layers.inside[group].seen, layers.outside[group].seen, everybody[group],
        rule.missing(layers.outside[group]))
    }
  }

  private static func share(
    _ inside: Double, _ outside: Double, _ missingInside: Rule.Missing,
    _ missingOutside: Rule.Missing
  ) -> Share {
    let missing = missingInside.ties + missingOutside.ties
    let total = inside + outside + missing
    guard missingInside.isKnown, missingOutside.isKnown, total > 0 else {
      return Share(ties: missing)
    }
    let share = (outside + missingOutside.ties) / total
    let variance =
      (1 - share) * (1 - share) * missingOutside.variance + share * share * missingInside.variance
    let error = 2.1 * variance.squareRoot() / total
    return Share(ties: missing, range: max(0, share - error)...min(1, share + error))
  }
}

/// Ties and pairs by how many of the two answered.
private struct Told {
  var ties = (both: 0.0, one: 0.0, none: 0.0)
  var pairs = (both: 0.0, one: 0.0, none: 0.0)
  var seen: Double { ties.both + ties.one + ties.none }

  mutating func add(_ count: Double, missing: Int) {
    switch missing {
    case 0: ties.both += count
    case 1: ties.one += count
    default: ties.none += count
    }
  }
}

/// The ties inside each group, those that leave it, and those between any two groups.
private struct Layers {
  var inside: [Told]
  var outside: [Told]
  var across = Told()
  /// People who did not answer, in each group.
  private var silent: [Double]
  let people: [Double]
  let isDirected: Bool

  init(_ study: Study, _ partition: Partition, _ isMissing: [Bool]) {
    let arcs = study.slice.arcs
    let shares = study.slice.shares
    isDirected = arcs.isDirected
    inside = [Told](repeating: Told(), count: partition.count)
    outside = inside
    silent = [Double](repeating: 0, count: partition.count)
    people = partition.sizes.map(Double.init)
    for node in 0..<arcs.nodeCount where partition.groupOf[node] >= 0 {
      let own = Int(partition.groupOf[node])
      for entry in Int(arcs.starts[node])..<Int(arcs.starts[node + 1]) {
        let other = Int(arcs.targets[entry])
        let group = Int(partition.groupOf[other])
        guard group >= 0 else { continue }
        let tie = shares.isEmpty ? 1 : shares[entry]
        guard isDirected || node < other else { continue }
        // Of an arrow only its start can tell.
        let missing =
          isDirected
          ? (isMissing[node] ? 2 : 0) : (isMissing[node] ? 1 : 0) + (isMissing[other] ? 1 : 0)
        if group == own {
          inside[own].add(tie, missing: missing)
        } else {
          outside[own].add(tie, missing: missing)
          outside[group].add(tie, missing: missing)
          across.add(tie, missing: missing)
        }
      }
      if isMissing[node] { silent[own] += 1 }
    }
    countPairs()
  }

  private mutating func countPairs() {
    let (all, allSilent) = (people.reduce(0, +), silent.reduce(0, +))
    for group in people.indices {
      let (n, b) = (people[group], silent[group])
      let a = n - b
      let (others, otherB) = (all - n, allSilent - b)
      let otherA = others - otherB
      if isDirected {
        inside[group].pairs = (a * (n - 1), 0, b * (n - 1))
        outside[group].pairs = (a * others + otherA * n, 0, b * others + otherB * n)
      } else {
        inside[group].pairs = (a * (a - 1) / 2, a * b, b * (b - 1) / 2)
        outside[group].pairs = (a * otherA, a * otherB + b * otherA, b * otherB)
      }
      across.pairs.both += outside[group].pairs.both / 2
      across.pairs.one += outside[group].pairs.one / 2
      across.pairs.none += outside[group].pairs.none / 2
    }
  }
}

/// How the ties that were told stand for those that were not.
private struct Rule {
  private let layers: Layers
  /// The share of ties between one who answered and one who did not that are told.
  private let told: Double

  struct Missing {
    var ties = 0.0
    var variance = 0.0
    var isKnown = true
  }

  init(_ layers: Layers) {
    self.layers = layers
    var (seen, expected) = (0.0, 0.0)
    for layer in layers.inside + [layers.across] where layer.pairs.both > 0 {
      seen += layer.ties.one
      expected += layer.ties.both * layer.pairs.one / layer.pairs.both
    }
    told = expected > 0 ? min(1, max(0.5, seen / expected)) : 1
  }

  /// The ties missing inside all groups; of one where nobody answered, those that its people would have elsewhere.
  func sum(_ groups: [Missing]) -> Missing {
    let people = layers.people.reduce(0, +)
    let each = layers.inside.reduce(0) { $0 + $1.seen } / max(1, people)
    return groups.indices.reduce(Missing()) { sum, group in
      var one = groups[group]
      if !one.isKnown {
        one.ties = min(layers.inside[group].pairs.none, each * layers.people[group])
        one.variance = one.ties * (1 + one.ties)
      }
      return Missing(ties: sum.ties + one.ties, variance: sum.variance + one.variance)
    }
  }

  /// The ties missing from a layer of one group, or of all.
  func missing(_ layer: Told) -> Missing {
    let pairs = layer.pairs.both + layer.pairs.one
    guard layer.pairs.one + layer.pairs.none > 0 else { return Missing() }
    guard pairs > 0 else { return Missing(isKnown: false) }
    let one = layer.ties.one
    // Half a tie more for the spread, so that none seen is not sure to be none.
    let seen = layer.ties.both + one / told
    let none = max(0, seen / pairs * layer.pairs.none - layer.ties.none)
    let likely = (seen + 0.5) / pairs * layer.pairs.none
    return Missing(
      ties: one * (1 / told - 1) + none,
      variance: (layer.pairs.one > 0 ? one + 0.5 : 0) * (1 - told) / (told * told)
        + likely * (1 + layer.pairs.none / pairs))
  }
}
