import GraphEngine
public import Measures
import Networks

/// How far a share of ties that lead out could lie from what was seen.
///
/// Two doubts, kept apart: who happened to be counted, and what those who did not answer would have said.
public struct Uncertainty: Sendable, Equatable {
  /// The 95% interval, leaving out one person at a time; `nil` without ties or with fewer than three people.
  public let interval: ClosedRange<Double>?
  /// The 95% interval for the share had everybody answered, if those who did not work as their colleagues who did; `nil`
  /// when the files do not say who answered.
  public let bounds: ClosedRange<Double>?
  /// The number of ties expected to be missing.
  public let missing: Double

  /// Everything that either doubt allows.
  public var range: ClosedRange<Double>? {
    guard let interval else { return bounds }
    guard let bounds else { return interval }
    return min(interval.lowerBound, bounds.lowerBound)...max(interval.upperBound, bounds.upperBound)
  }

  /// How far apart the bounds lie; 0 when the files do not say who answered.
  public var width: Double { bounds.map { $0.upperBound - $0.lowerBound } ?? 0 }
}

extension Study {
  /// The doubts about the share of ties that lead out, for the network and for each group.
  ///
  /// Interval: s +- 1.96 SE,   SE^2 = (N - 2) / (2 N) sum over strata of n / (n - 1) sum over their people i of (s_(i) - mean)^2
  ///
  /// s_(i) is the share without person i, N the number of people: the jackknife for networks of Snijders & Borgatti (1999),
  /// Connections 22:161. As groups are what they are, means are those of a stratum of n people: for the network each group, for a
  /// group its own people and all others; a stratum of one has the mean 0.
  ///
  /// Where all n ties lead in, or all out, people do not differ and SE is 0; as many as 1 - 0.025^(1/n) of them might still be of the other
  /// sort (`shareLeftOpen`).
  ///
  /// Bounds: see `MissingAnswers`.
  /// - Complexity: O(n + m).
  public var uncertainties: (whole: Uncertainty, groups: [Uncertainty]) {
    guard let partition = grouping?.partition else {
      preconditionFailure("doubts are about ties that leave groups")
    }
    let ends = TieEnds(self, partition)
    let missing = MissingAnswers(self, partition)
    let people = partition.memberCount
    let whole = Uncertainty(
      interval: ends.whole.interval(partition.sizes), bounds: missing.whole.range,
      missing: missing.whole.ties)
    let coverage = coverageOfGroups
    let groups = (0..<partition.count).map { group in
      // Where nobody answered, nothing inside the group could be told.
      Uncertainty(
        interval: coverage[group].asked > 0 && coverage[group].answered == 0
          ? nil
          : ends.groups[group].interval([
            partition.sizes[group], people - partition.sizes[group],
          ]), bounds: missing.groups[group].range,
        missing: missing.groups[group].ties)
    }
    return (whole, groups)
  }
}

/// Ties inside and outside, and what the share would be without each person in turn.
private struct Jackknife {
  var inside = 0.0
  var outside = 0.0
  private var strata: [(sum: Double, squares: Double)]
  private var isSound = true

  init(strata: Int) { self.strata = [(Double, Double)](repeating: (0, 0), count: strata) }

  var total: Double { inside + outside }

  /// Takes note of a person of a stratum with so many of the ties.
  mutating func leaveOut(inside ownInside: Double, outside ownOutside: Double, from stratum: Int) {
    let left = total - ownInside - ownOutside
    guard left > 1e-9 else {
      isSound = false
      return
    }
    let change = (outside - ownOutside) / left - outside / total
    strata[stratum].sum += change
    strata[stratum].squares += change * change
  }

  /// - Parameter sizes: the number of people of each stratum, those without ties among them.
  func interval(_ sizes: [Int]) -> ClosedRange<Double>? {
    let people = sizes.reduce(0, +)
    guard isSound, total > 0, people > 2 else { return nil }
    if inside == 0 || outside == 0 {
      let error = shareLeftOpen(byNoneOf: total)
      return outside == 0 ? 0...error : 1 - error...1
    }
    let squares = zip(strata, sizes).reduce(0.0) { sum, stratum in
      let (own, n) = (stratum.0, Double(stratum.1))
      return sum
        + (n > 1 ? max(0, own.squares - own.sum * own.sum / n) * n / (n - 1) : own.squares)
    }
    let error = (Double(people - 2) / Double(2 * people) * squares).squareRoot()
    let share = outside / total
    return max(0, share - 1.96 * error)...min(1, share + 1.96 * error)
  }
}

/// The ties of each person, inside and outside their group.
private struct TieEnds {
  var whole: Jackknife
  var groups: [Jackknife]

  init(_ study: Study, _ partition: Partition) {
    whole = Jackknife(strata: partition.count)
    groups = [Jackknife](repeating: Jackknife(strata: 2), count: partition.count)
    var ends = [Double](repeating: 0, count: study.peopleCount)
    let graph = study.counted
    let groupOf = partition.groupOf
    var insideOf = ends
    func visit(_ node: Int, _ body: (_ other: Int, _ group: Int, _ count: Double) -> Void) {
      for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1]) {
        let other = Int(graph.targets[entry])
        if groupOf[other] >= 0 { body(other, Int(groupOf[other]), graph.weights[entry]) }
      }
    }
    for node in 0..<study.peopleCount where groupOf[node] >= 0 {
      let own = Int(groupOf[node])
      visit(node) { other, group, count in
        ends[node] += count
        if group == own { insideOf[node] += count }
        guard node < other else { return }
        if group == own {
          whole.inside += count
          groups[own].inside += count
        } else {
          whole.outside += count
          groups[own].outside += count
          groups[group].outside += count
        }
      }
    }
    var touched: [Int: Double] = [:]
    for node in 0..<study.peopleCount where groupOf[node] >= 0 && ends[node] > 0 {
      let own = Int(groupOf[node])
      let outside = ends[node] - insideOf[node]
      whole.leaveOut(inside: insideOf[node], outside: outside, from: own)
      groups[own].leaveOut(inside: insideOf[node], outside: outside, from: 0)
      touched.removeAll(keepingCapacity: true)
      visit(node) { _, group, count in if group != own { touched[group, default: 0] += count } }
      for (group, count) in touched { groups[group].leaveOut(inside: 0, outside: count, from: 1) }
    }
  }
}
