import GraphEngine
import Networks

/// How much two groups work together, beside what chance would give.
public struct PairObservedExpected: Measure {
  public init() {}

  public let card = Card(
    id: "pairs", title: "Observed over expected ties between groups", family: .silo,
    question: "Which two groups work together more, or less, than chance would have them?",
    formula:
      "O / X; O ties between groups g and h, X = m 2 n_g n_h / (N (N - 1)); within g, X = m n_g (n_g - 1) / (N (N - 1))",
    range: "0 upwards; 1 is what chance gives",
    reading:
      "0.2 means a fifth of the ties that chance would give. p counts both sides; q is adjusted for the number of pairs.",
    undefined: "for a group of one with itself, and where there are no ties at all",
    source: "Moran (1948), J. R. Stat. Soc. B 10:243; Benjamini & Hochberg (1995)")

  public func finding(in input: GroupedStudy) -> Finding {
    let (grouping, mixing) = (input.grouping, input.mixing)
    let sums = mixing.ties.sums
    guard sums.weight > 0 else { return Finding(card.id, [Figure(.network, undefined: .noTies)]) }
    // Very many groups: pairs without ties would fill pages and say nothing.
    if mixing.groupCount > 200 { return sparse(grouping.ids, mixing) }
    var between: [[Int]: Double] = [:]
    for pair in mixing.pairsBetween { between[[pair.from, pair.to]] = pair.sum }
    var figures: [Figure] = []
    for g in 0..<mixing.groupCount {
      for h in g..<mixing.groupCount {
        let seen = g == h ? mixing.ties.within[g] : between[[g, h]] ?? 0
        let moments =
          g == h
          ? JoinCounts.within(size: mixing.sizes[g], of: mixing.peopleCount, sums)
          : JoinCounts.between(mixing.sizes[g], mixing.sizes[h], of: mixing.peopleCount, sums)
        figures.append(figure(.pair(grouping.ids[g], grouping.ids[h]), seen, moments))
      }
    }
    return Finding(card.id, figures.withFalseDiscoveryRates())
  }

  /// The most pairs that are told of when there are more than 200 groups.
  static let pairsAtMost = 20_000

  /// Only pairs with ties, when there are more than 200 groups, and of very many those furthest from chance.
  private func sparse(_ ids: [String], _ mixing: Mixing) -> Finding {
    let sums = mixing.ties.sums
    let n = mixing.peopleCount
    let within = (0..<mixing.groupCount).filter { mixing.ties.within[$0] > 0 }.map {
      Mixing.Pair(from: $0, to: $0, sum: mixing.ties.within[$0])
    }
    let pairs = within + mixing.pairsBetween
    func figure(_ pair: Mixing.Pair) -> Figure {
      let (g, h) = (pair.from, pair.to)
      return self.figure(
        .pair(ids[g], ids[h]), pair.sum,
        g == h
          ? .within(size: mixing.sizes[g], of: n, sums)
          : .between(mixing.sizes[g], mixing.sizes[h], of: n, sums))
    }
    guard pairs.count > Self.pairsAtMost else {
      return Finding(card.id, pairs.map(figure).withFalseDiscoveryRates())
    }
    let tested = pairs.map { pair -> (z: Double, p: Double?) in
      let found = figure(pair)
      return (found.z ?? 0, found.p)
    }
    let rates = falseDiscoveryRates(tested.map(\.p))
    let furthest = pairs.indices.sorted { (-abs(tested[$0].z), $0) < (-abs(tested[$1].z), $1) }
      .prefix(Self.pairsAtMost).sorted()
    return Finding(
      card.id,
      furthest.map { place in
        var figure = figure(pairs[place])
        figure.q = rates[place]
        return figure
      })
  }

  private func figure(_ subject: Subject, _ seen: Double, _ moments: JoinCounts?) -> Figure {
    guard let moments else { return Figure(subject, undefined: .tooFewPeople, basis: seen) }
    guard moments.mean > 0 else { return Figure(subject, undefined: .groupOfOne, basis: seen) }
    var figure = Figure(
      subject, seen / moments.mean, expected: moments.mean, null: .labels, basis: seen)
    if moments.deviation > 0 {
      let z = (seen - moments.mean) / moments.deviation
      figure.z = z
      figure.p = bothTails(z)
    }
    return figure
  }
}
