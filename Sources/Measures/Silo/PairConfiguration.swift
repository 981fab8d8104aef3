import GraphEngine
import Networks

/// How much two groups work together, beside what their numbers of ties would give.
public struct PairConfiguration: Measure {
  public init() {}

  public let card = Card(
    id: "pairs-configuration",
    title: "Observed over expected ties between groups, given how busy they are",
    family: .silo,
    question:
      "Which two groups work together more, or less, than their numbers of ties would have them?",
    formula:
      "O / X; between groups X = d_g d_h / 2m, within X = d_g^2 / 4m; d_g summed degrees of group g",
    range: "0 upwards; 1 is what busyness explains",
    reading: "pairs takes account of group sizes only; this of how busy the groups are.",
    undefined: "for pairs of which one has no ties",
    source: "Newman (2010), Networks: An Introduction, section 13.2 (configuration model)")

  public func finding(in input: GroupedStudy) -> Finding {
    let (grouping, mixing) = (input.grouping, input.mixing)
    guard mixing.groupCount <= 200 else { return Finding(card.id) }
    let degrees = mixing.ties.margins(isDirected: false)
    let twice = degrees.reduce(0, +)
    var between: [[Int]: Double] = [:]
    for pair in mixing.ties.between {
      between[[min(pair.from, pair.to), max(pair.from, pair.to)], default: 0] += pair.sum
    }
    var figures: [Figure] = []
    for g in 0..<mixing.groupCount {
      for h in g..<mixing.groupCount {
        let subject = Subject.pair(grouping.ids[g], grouping.ids[h])
        let seen = g == h ? mixing.ties.within[g] : between[[g, h]] ?? 0
        let chance = twice > 0 ? degrees[g] * degrees[h] / twice / (g == h ? 2 : 1) : 0
        figures.append(
          chance > 0
            ? Figure(subject, seen / chance, expected: chance, null: .degrees, basis: seen)
            : Figure(subject, undefined: .noTies, basis: seen))
      }
    }
    return Finding(card.id, figures)
  }
}
