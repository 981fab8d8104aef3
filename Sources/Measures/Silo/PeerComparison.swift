import GraphEngine
import Networks

/// Whether a group keeps to itself more than the other groups do, given its size.
///
/// In any trust people work mostly within their own school, so every school is more inward than chance. What tells is a
/// school that is more inward than the others would be at its size.
public struct PeerComparison: Measure {
  public init() {}

  public let card = Card(
    id: "peers", title: "Share of ties that leave, beside the other groups", family: .silo,
    question: "Does this group keep to itself more than the other groups do?",
    formula:
      "E_k / (E_k + I_k), against 1 / (1 + exp(a + b ln c_k)); c_k = (n_k - 1) / (2 (N - n_k)) the odds of inside "
      + "against outside by chance; a and b a line through the other groups' ln (I / E) that no single group can "
      + "tilt (b = 1 for fewer than five others); z with the noise of single ties, the spread of the nearest three quarters of the others around the "
      + "line and the doubt about the line itself, p by Student's t",
    range: "0 to 1",
    reading:
      "Expected is what the other groups would do at this group's size. p is the probability of a share at least this low.",
    undefined: "with fewer than three groups that have ties, and for a group of one",
    source:
      "line after Theil (1950) and Sen (1968), J. Am. Stat. Assoc. 63:1379; comparison with over-dispersion "
      + "after Spiegelhalter (2005), Quality and Safety in Health Care 14:347")

  public func finding(in input: GroupedStudy) -> Finding {
    let (study, grouping) = (input.study, input.grouping)
    return Finding(
      card.id,
      zip(grouping.ids, Self.compared(study)).map { id, pair in
        figure(.group(id), pair.group, pair.line)
      })
  }

  /// Each group, and the line through the others.
  private static func compared(_ study: Study) -> [(group: Group, line: Line)] {
    guard let mixing = study.mixing else { return [] }
    let external = mixing.ties.external
    let groups = (0..<mixing.groupCount).map { group in
      Group(
        inside: mixing.ties.within[group], outside: external[group], size: mixing.sizes[group],
        of: mixing.peopleCount)
    }
    let counting = groups.filter(\.counts)
    // Among very many groups one more or less makes no difference to the line.
    let common = counting.count > 200 ? Line(counting) : nil
    return groups.indices.map { place in
      let others = common == nil ? groups.indices.filter { $0 != place && groups[$0].counts } : []
      return (groups[place], common ?? Line(others.map { groups[$0] }))
    }
  }

  /// For each group the share of the others' outside ties below which it would have been found in eight cases of ten.
  ///
  /// With T = I + E ties, of which the others would have a share s outside, a group with a share f of those has I ties inside and
  /// f E outside. It is found where z lies 0.84 deviations beyond what p asks for, and its share seen, 0.84 deviations
  /// higher, is at most `siloShare` of s.
  /// - Parameters:
  ///   - level: the p below which a group stands apart, all corrections made.
  ///   - siloShare: the most that a silo has of the others' outside ties.
  /// - Returns: from 0 to `siloShare`; `nil` where even a group with no outside ties might be missed, or nothing is compared.
  public static func smallestFound(
    in study: Study, level: Double, siloShare: Double
  ) -> [Double?] {
    compared(study).map { group, line in
      guard group.counts, line.groupCount >= 2 else { return nil }
      let share = line.share(group)
      // The group as it would be were it like the others.
      let (inside, outside) = (group.total * share, group.total * (1 - share))
      let steps = stride(from: siloShare, through: 0, by: -0.01)
      return steps.first { effect in
        let total = inside + effect * outside
        let seen = effect * outside / total
        let (z, freedom) = line.deviations(inside: inside, of: total, share)
        let shareError = (seen * (1 - seen) / total).squareRoot()
        return studentTail(z - 0.84, freedom: freedom) < level
          && seen + 0.84 * shareError <= siloShare * (1 - share)
      }
    }
  }

  /// One group's ties, and the odds of inside against outside by chance.
  fileprivate struct Group {
    let inside: Double
    let outside: Double
    let size: Int
    let logOdds: Double

    init(inside: Double, outside: Double, size: Int, of n: Int) {
      self.inside = inside
      self.outside = outside
      self.size = size
      logOdds = size > 1 && size < n ? logarithm(Double(size - 1) / (2 * Double(n - size))) : 0
    }

    var total: Double { inside + outside }
    var counts: Bool { total > 0 && size > 1 }
    /// The log odds seen, half a tie added on either side so that none is infinite.
    var seen: Double { logarithm((inside + 0.5) / (outside + 0.5)) }
  }

  /// What groups do at each size.
  fileprivate struct Line {
    private let intercept: Double
    private let slope: Double
    let groupCount: Int
    /// The variance between groups of ln (I / E), beyond what single ties explain; at least 0.
    private(set) var between = 0.0
    /// The variance of the line itself, whose height is a median of few.
    private(set) var height = 0.0

    init(_ groups: [Group]) {
      groupCount = groups.count
      slope = groups.count < 5 ? 1 : Self.slope(groups)
      let slope = slope
      intercept = median(groups.map { $0.seen - slope * $0.logOdds }) ?? 0
      let gaps = groups.map { group in
        let share = share(group)
        return (gap: group.inside - group.total * share, ties: group.total * share * (1 - share))
      }.filter { $0.ties > 0 }
      // 1.3233 is the upper quartile of a chi-square with one degree of freedom; a quarter of the others may be silos.
      func excess(_ between: Double) -> Double {
        let far = gaps.map { $0.gap * $0.gap / ($0.ties + between * $0.ties * $0.ties) }.sorted()
        return far.isEmpty ? 0 : far[min(far.count - 1, far.count * 3 / 4)] - 1.3233
      }
      if excess(0) > 0 {
        var (low, high) = (0.0, 16.0)
        for _ in 0..<40 {
          let middle = (low + high) / 2
          if excess(middle) > 0 { low = middle } else { high = middle }
        }
        between = high
      }
      // The variance of a median is pi / 2 times that of a mean.
      let single = median(gaps.map { 1 / $0.ties }) ?? 0
      height = 1.5708 * (single + between) / Double(max(1, groups.count))
    }

    /// The median slope between each group and the one half the field further on, from 0 to 1.
    private static func slope(_ groups: [Group]) -> Double {
      let sorted = groups.sorted { ($0.logOdds, $0.seen) < ($1.logOdds, $1.seen) }
      let half = sorted.count / 2
      let slopes = (0..<(sorted.count - half)).compactMap { place -> Double? in
        let (a, b) = (sorted[place], sorted[place + half])
        return b.logOdds > a.logOdds ? (b.seen - a.seen) / (b.logOdds - a.logOdds) : nil
      }
      return min(1, max(0, median(slopes) ?? 1))
    }

    /// How many deviations more ties lie inside than a share of them, and the degrees of freedom of that; not finite where
    /// nothing can vary.
    func deviations(
      inside: Double, of total: Double, _ share: Double
    ) -> (z: Double, freedom: Double) {
      let ties = total * share * (1 - share)
      let doubt = (between + height) * ties * ties
      let variance = ties + doubt
      // What the others tell of the spread is as good as half as many deviations; the noise of single ties is known.
      let told = doubt / variance
      return (
        (inside - total * share) / variance.squareRoot(),
        Double(max(1, groupCount - 2)) / 2 / (told * told)
      )
    }

    /// The share of ties inside that these groups would have at another's size.
    func share(_ group: Group) -> Double {
      let odds = exponential(intercept + slope * group.logOdds)
      return odds / (1 + odds)
    }
  }

  private func figure(_ subject: Subject, _ group: Group, _ line: Line) -> Figure {
    guard group.total > 0 else { return Figure(subject, undefined: .noTies) }
    guard group.size > 1 else { return Figure(subject, undefined: .groupOfOne, basis: group.total) }
    guard line.groupCount >= 2 else {
      return Figure(subject, undefined: .tooFewGroups, basis: group.total)
    }
    let share = line.share(group)
    var figure = Figure(
      subject, group.outside / group.total, expected: 1 - share, null: .otherGroups,
      basis: group.total)
    let (z, freedom) = line.deviations(inside: group.inside, of: group.total, share)
    if z.isFinite {
      figure.z = -z
      figure.p = studentTail(z, freedom: freedom)
    }
    return figure
  }
}
