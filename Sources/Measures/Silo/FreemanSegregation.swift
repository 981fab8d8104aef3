import GraphEngine
import Networks

/// Freeman's segregation: the share of ties between groups that chance would give and that are missing.
public struct FreemanSegregation: Measure {
  public init() {}

  public let card = Card(
    id: "freeman-segregation", title: "Freeman's segregation index", family: .silo,
    question: "Of the ties between groups that chance would give, what share is missing?",
    formula:
      "(X - E) / X; E ties between groups, X = m (N^2 - sum of n_g^2) / (N (N - 1)) expected of chance",
    range: "1 (no tie crosses) downwards; 0 is chance; below 0 more ties cross than by chance",
    reading:
      "0.7 means that seven in ten of the ties that chance would give between groups are missing. "
      + "Freeman's original cuts negative values off at 0; the note says so where that matters.",
    undefined: "without ties, and with one group",
    source:
      "Freeman (1978), Sociological Methods & Research 6:411; several groups: Bojanowski & Corten (2014), "
      + "Social Networks 39:14")

  public func finding(in input: GroupedStudy) -> Finding {
    let mixing = input.mixing
    let total = mixing.ties.total
    guard total > 0 else { return Finding(card.id, [Figure(.network, undefined: .noTies)]) }
    let share = (1 + ExternalInternalIndex.expected(sizes: mixing.sizes)) / 2
    let chance = total * share
    guard mixing.groupCount > 1, chance > 0 else {
      return Finding(card.id, [Figure(.network, undefined: .oneGroup, basis: total)])
    }
    let value = (chance - mixing.ties.externalTotal) / chance
    return Finding(
      card.id,
      [
        Figure(
          .network, value, expected: 0, null: .labels,
          note: value < 0 ? "0 in Freeman's original, which cuts negative values off" : nil,
          basis: total)
      ])
  }
}
