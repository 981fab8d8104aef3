import GraphEngine
import Measures
public import Networks

/// Which way of grouping people divides the work most, each also looked at inside the others.
///
/// Schools lie inside hubs, so work that keeps to schools keeps to hubs as well. Inside one hub, or between two, the hub no longer
/// tells anything; what schools still tell there is their own. A boundary is ranked by the least effect that it keeps
/// whichever other boundary is held fixed.
public struct BoundaryRanking: Sendable, Equatable {
  /// The strongest first; of equals in the order given.
  public let entries: [Entry]

  /// One boundary and its effect.
  public struct Entry: Sendable, Equatable {
    public let boundary: Boundary
    /// The share of ties between groups that chance would give and that is missing, 1 - E / X; `nil` where undefined.
    public let effect: Double?
    /// The least effect inside the strata of any other boundary; `effect` when there is no other.
    public let ownEffect: Double?
    /// The boundary that was allowed for where that least effect was found.
    public let heldFixed: Boundary?
    /// An earlier boundary that makes the very same groups.
    public let sameAs: Boundary?
  }

  /// Ranks boundaries by what they keep apart.
  ///
  ///     effect = sum over strata s of (I_s - m_s w_s) / sum over strata s of m_s (1 - w_s)
  ///
  /// A stratum is the pairs of people who share a group of the other boundary, or those who do not; m_s are its ties, I_s
  /// those of them within groups, and w_s the share of its pairs that are within groups. With one stratum this is Freeman's
  /// segregation index (1978). Mantel & Haenszel (1959) compare inside strata in the same way.
  /// - Complexity: O(m b + k b^2) for b boundaries and k different combinations of groups shared.
  init(_ study: Study, _ boundaries: [Boundary]) {
    let boundaries = Array(boundaries.prefix(16))
    let partitions = boundaries.map {
      study.network.groups(by: $0, among: study.slice.people).partition
    }
    let ties = SharedGroups(study, partitions)
    var entries: [Entry] = []
    for (place, boundary) in boundaries.enumerated() {
      let same = boundaries.indices.prefix(place).first {
        partitions[$0].groups(as: partitions[place])
      }
      let effect = ties.effect(of: place, partitions[place], inside: nil)
      var least = effect
      var heldFixed: Boundary?
      for other in boundaries.indices
      where other != place && !partitions[other].groups(as: partitions[place]) {
        guard
          let own = ties.effect(of: place, partitions[place], inside: (other, partitions[other])),
          own < least ?? .infinity
        else { continue }
        (least, heldFixed) = (own, boundaries[other])
      }
      entries.append(
        Entry(
          boundary: boundary, effect: effect, ownEffect: least, heldFixed: heldFixed,
          sameAs: same.map { boundaries[$0] }))
    }
    func key(_ place: Int) -> (Double, Double, Int) {
      (-(entries[place].ownEffect ?? -.infinity), -(entries[place].effect ?? -.infinity), place)
    }
    self.entries = entries.indices.sorted { key($0) < key($1) }.map { entries[$0] }
  }

  /// The boundary that divides the work most once the others are allowed for, in sentences; `nil` when none does or there is
  /// but one.
  public var sentence: String? {
    let ranked = entries.filter { $0.sameAs == nil }
    guard ranked.count > 1, let first = ranked.first, let own = first.ownEffect, own > 0.05 else {
      return nil
    }
    let effect = first.effect ?? own
    let plural = first.boundary.plural
    var sentence =
      "\(percent(effect)) of the ties that chance would give between \(plural) are missing"
    if let fixed = first.heldFixed, own < effect {
      sentence += ", and \(percent(own)) even after allowing for \(fixed.singular)"
    }
    sentence =
      "\(capitalised(first.boundary.singular)) is the strongest divide once the others are allowed for: "
      + sentence + "."
    // What looks stronger at first sight is told with what is left of it.
    let louder = ranked.dropFirst().filter { ($0.effect ?? 0) > effect && $0.heldFixed != nil }
    for entry in louder {
      guard let fixed = entry.heldFixed, let left = entry.ownEffect, let seen = entry.effect else {
        continue
      }
      sentence +=
        " \(capitalised(entry.boundary.singular)) looks stronger (\(percent(seen))), but allowing for \(fixed.singular) leaves "
        + (left > 0.05 ? "\(percent(left))." : "next to nothing.")
    }
    return sentence
  }
}

/// Ties, by the boundaries along which both ends share a group.
private struct SharedGroups {
  /// The ties of each combination: bits of boundaries whose group is known at both ends, and of those where it is the same.
  private var counts: [(known: Int, shared: Int, ties: Double)] = []

  init(_ study: Study, _ partitions: [Partition]) {
    let graph = study.counted
    var sums: [Int: Double] = [:]
    for node in 0..<graph.nodeCount {
      for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1]) {
        let other = Int(graph.targets[entry])
        guard node < other else { continue }
        var (known, shared) = (0, 0)
        for (bit, partition) in partitions.enumerated() {
          let (a, b) = (partition.groupOf[node], partition.groupOf[other])
          if a >= 0, b >= 0 { known |= 1 << bit }
          if a >= 0, a == b { shared |= 1 << bit }
        }
        sums[known << 16 | shared, default: 0] += graph.weights[entry]
      }
    }
    counts = sums.sorted { $0.key < $1.key }.map { ($0.key >> 16, $0.key & 0xFFFF, $0.value) }
  }

  /// The effect of a boundary, in the strata of another if one is given; `nil` where chance allows nothing else.
  func effect(
    of place: Int, _ partition: Partition, inside other: (place: Int, partition: Partition)?
  ) -> Double? {
    let pairs = PairCounts(partition, other?.partition)
    let needed = 1 << place | (other.map { 1 << $0.place } ?? 0)
    var ties = [(all: 0.0, within: 0.0), (all: 0.0, within: 0.0)]
    for count in counts where count.known & needed == needed {
      let stratum = other.map { count.shared >> $0.place & 1 } ?? 0
      ties[stratum].all += count.ties
      if count.shared >> place & 1 == 1 { ties[stratum].within += count.ties }
    }
    var (gain, room) = (0.0, 0.0)
    for stratum in 0...1 where pairs.all[stratum] > 0 {
      let share = pairs.within[stratum] / pairs.all[stratum]
      gain += ties[stratum].within - ties[stratum].all * share
      room += ties[stratum].all * (1 - share)
    }
    return room > 1e-9 ? gain / room : nil
  }
}

/// Pairs of people, all and within a group, among those who do not (0) and do (1) share a group of another boundary.
private struct PairCounts {
  var all = [0.0, 0.0]
  var within = [0.0, 0.0]

  init(_ partition: Partition, _ other: Partition?) {
    var cells: [Int: Int] = [:]
    var own = [Int](repeating: 0, count: partition.count)
    var others = [Int](repeating: 0, count: other?.count ?? 1)
    var people = 0
    for node in partition.groupOf.indices {
      let a = Int(partition.groupOf[node])
      let b = other.map { Int($0.groupOf[node]) } ?? 0
      guard a >= 0, b >= 0 else { continue }
      people += 1
      own[a] += 1
      others[b] += 1
      cells[a << 32 | b, default: 0] += 1
    }
    // Whole numbers, so that the order in which they are added changes nothing.
    func pairs(_ counts: some Sequence<Int>) -> Double {
      Double(counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
    }
    let whole = Double(people) * Double(people - 1) / 2
    guard other != nil else {
      (all[0], within[0]) = (whole, pairs(own))
      return
    }
    all[1] = pairs(others)
    all[0] = whole - all[1]
    within[1] = pairs(cells.values)
    within[0] = pairs(own) - within[1]
  }
}

extension Partition {
  /// Whether two partitions put the same people together, whatever the groups are called.
  fileprivate func groups(as other: Partition) -> Bool {
    guard count == other.count else { return false }
    var partner = [Int32](repeating: -1, count: count)
    for (a, b) in zip(groupOf, other.groupOf) {
      guard (a < 0) == (b < 0) else { return false }
      guard a >= 0 else { continue }
      if partner[Int(a)] < 0 { partner[Int(a)] = b }
      if partner[Int(a)] != b { return false }
    }
    return Set(partner).count == count
  }
}
