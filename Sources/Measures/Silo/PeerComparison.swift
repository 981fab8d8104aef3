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
      "E_k / (E_k + I_k), against 1 / (1 + w c_k); c_k = (n_k - 1) / (2 (N - n_k)) the odds of inside against "
      + "outside by chance, w the common factor by which the other groups exceed their odds; z with the spread "
      + "between the other groups",
    range: "0 to 1",
    reading: "Expected is what the other groups would do at this group's size. p is the probability of a share at least this low.",
    undefined: "with fewer than three groups that have ties, and for a group of one",
    source: "after Spiegelhalter (2005), Quality and Safety in Health Care 14:347 (comparison with over-dispersion)",
    needsBoundary: true)

  public func finding(in study: Study) -> Finding {
    guard let mixing = study.mixing, let grouping = study.grouping else { return Finding(card.id) }
    let external = mixing.ties.external
    let n = mixing.peopleCount
    let groups = (0..<mixing.groupCount).map { group in
      Group(
        inside: mixing.ties.within[group], outside: external[group],
        odds: mixing.sizes[group] < n
          ? Double(mixing.sizes[group] - 1) / (2 * Double(n - mixing.sizes[group])) : 0,
        size: mixing.sizes[group])
    }
    let figures = groups.indices.map { place in
      figure(.group(grouping.ids[place]), place, groups)
    }
    return Finding(card.id, figures)
  }

  private struct Group {
    let inside: Double
    let outside: Double
    /// Inside against outside by chance.
    let odds: Double
    let size: Int
    var total: Double { inside + outside }
    var counts: Bool { total > 0 && odds > 0 && size > 1 }

    /// The share inside when groups exceed their odds by a factor.
    func share(_ factor: Double) -> Double { factor * odds / (1 + factor * odds) }
  }

  private func figure(_ subject: Subject, _ place: Int, _ groups: [Group]) -> Figure {
    let group = groups[place]
    guard group.total > 0 else { return Figure(subject, undefined: .noTies) }
    guard group.size > 1 else { return Figure(subject, undefined: .groupOfOne, basis: group.total) }
    let others = groups.indices.filter { $0 != place && groups[$0].counts }.map { groups[$0] }
    guard others.count >= 2, group.counts else {
      return Figure(subject, undefined: .tooFewGroups, basis: group.total)
    }
    let factor = Self.commonFactor(others)
    var figure = Figure(
      subject, group.outside / group.total, expected: 1 - group.share(factor), null: .otherGroups,
      basis: group.total)
    let share = group.share(factor)
    let spread = Self.spread(others, factor)
    let variance = group.total * share * (1 - share) * spread
    if variance > 0 {
      let z = (group.inside - group.total * share) / variance.squareRoot()
      figure.z = -z
      figure.p = upperTail(z)
    }
    return figure
  }

  /// The factor under which the groups together have as many ties inside as they do.
  private static func commonFactor(_ groups: [Group]) -> Double {
    let seen = groups.reduce(0) { $0 + $1.inside }
    var (low, high) = (-40.0, 40.0)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      let given = groups.reduce(0) { $0 + $1.total * $1.share(exponential(middle)) }
      if given < seen { low = middle } else { high = middle }
    }
    return exponential((low + high) / 2)
  }

  /// How many times wider the groups spread than single coin tosses would; at least 1.
  private static func spread(_ groups: [Group], _ factor: Double) -> Double {
    var sum = 0.0
    var counted = 0.0
    for group in groups {
      let share = group.share(factor)
      let variance = group.total * share * (1 - share)
      guard variance > 0 else { continue }
      let gap = group.inside - group.total * share
      sum += gap * gap / variance
      counted += 1
    }
    return counted > 1 ? max(1, sum / (counted - 1)) : 1
  }
}
