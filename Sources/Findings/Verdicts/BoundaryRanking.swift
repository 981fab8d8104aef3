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
  /// How sure it is that the first divides the work most, beside the next.
  public let certainty: Certainty

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
  ///
  /// A boundary across which people were not asked has no effect. How sure the first place is: the difference of the least
  /// effects of the first and the next beside its error, found by leaving out one fiftieth of the people at a time (the
  /// jackknife for networks, as in `Uncertainty`, over B = 50 lots: SE^2 = (B - 2) / (2 B) sum of squares).
  /// - Complexity: O(m b + k b^2) for b boundaries and k different combinations of groups shared.
  init(_ study: Study, _ boundaries: [Boundary], rules: VerdictRules = VerdictRules()) {
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
      guard !study.grouped(by: boundary).isUnaskedAcross(rules) else {
        entries.append(
          Entry(
            boundary: boundary, effect: nil, ownEffect: nil, heldFixed: nil,
            sameAs: same.map { boundaries[$0] }))
        continue
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
    let order = entries.indices.sorted { key($0) < key($1) }
    self.entries = order.map { entries[$0] }
    let told = order.filter { entries[$0].sameAs == nil && entries[$0].ownEffect != nil }
    guard told.count > 1 else {
      certainty = .cannotSay
      return
    }
    func least(_ place: Int, _ ties: SharedGroups) -> Double? {
      let other = entries[place].heldFixed.flatMap { boundaries.firstIndex(of: $0) }
      return ties.effect(of: place, partitions[place], inside: other.map { ($0, partitions[$0]) })
    }
    func lead(_ ties: SharedGroups) -> Double? {
      guard let first = least(told[0], ties), let next = least(told[1], ties) else { return nil }
      return first - next
    }
    certainty = Certainty(
      p: ties.chanceOfNone(lead), response: study.coverage.share, contacts: ties.total)
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
    let one = capitalised(first.boundary.singular)
    sentence =
      (certainty > .cannotSay
        ? "\(one) is the strongest divide once the others are allowed for: "
        : "Whether \(first.boundary.singular) or \(ranked[1].boundary.singular) divides more, once the others are allowed for, these data cannot tell: by \(first.boundary.singular) ")
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
  private var counts: [(known: Int, shared: Int, ties: Double)]
  /// The same for the ties of each lot of people.
  private let lots: [[Int: Double]]

  var total: Double { counts.reduce(0) { $0 + $1.ties } }

  init(_ study: Study, _ partitions: [Partition]) {
    let graph = study.counted
    var sums: [Int: Double] = [:]
    var lots = [[Int: Double]](repeating: [:], count: 50)
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
        let key = known << 16 | shared
        sums[key, default: 0] += graph.weights[entry]
        for lot in Set([node % lots.count, other % lots.count]) {
          lots[lot][key, default: 0] += graph.weights[entry]
        }
      }
    }
    counts = Self.sorted(sums)
    self.lots = lots
  }

  private static func sorted(
    _ sums: [Int: Double]
  ) -> [(known: Int, shared: Int, ties: Double)] {
    sums.sorted { $0.key < $1.key }.map { ($0.key >> 16, $0.key & 0xFFFF, $0.value) }
  }

  /// The probability of a figure above 0 by chance alone, from its values without each lot of people.
  func chanceOfNone(_ figure: (SharedGroups) -> Double?) -> Double? {
    guard let seen = figure(self) else { return nil }
    let values = lots.compactMap { lot -> Double? in
      var rest = self
      rest.counts = counts.map { count in
        (count.known, count.shared, count.ties - lot[count.known << 16 | count.shared, default: 0])
      }
      return figure(rest)
    }
    guard values.count == lots.count else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let b = Double(values.count)
    let error = ((b - 2) / (2 * b) * squares).squareRoot()
    return error > 0 ? upperTail(seen / error) : nil
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
