import GraphEngine
import Networks

/// The E-I index on the scale of what is possible with as many ties and these groups.
public struct RescaledExternalInternal: Measure {
  public init() {}

  public let card = Card(
    id: "e-i-rescaled", title: "Rescaled E-I index", family: .silo,
    question: "How outward is the work, of what is possible with groups of these sizes?",
    formula:
      "2 (E-I - min) / (max - min) - 1; max has min(m, pairs between groups) ties outside, min has max(0, m - pairs within)",
    range: "-1 (as inward as can be) to +1 (as outward as can be)",
    reading:
      "Differs from e-i only where groups are so small or ties so many that -1 or +1 cannot be reached.",
    undefined: "without ties, and where only one value is possible",
    source: "Borgatti, Everett & Freeman (2002), UCINET 6 (rescaled E-I)")

  public func finding(in input: GroupedStudy) -> Finding {
    let mixing = input.mixing
    let total = mixing.ties.total
    guard total > 0 else { return Finding(card.id, [Figure(.network, undefined: .noTies)]) }
    let most = min(total, mixing.pairsOutside)
    let least = max(0, total - mixing.pairsInside)
    guard most > least else {
      return Finding(card.id, [Figure(.network, undefined: .noVariation, basis: total)])
    }
    let value = 2 * (mixing.ties.externalTotal - least) / (most - least) - 1
    return Finding(card.id, [Figure(.network, value, basis: total)])
  }
}
