import GraphEngine
import Networks

/// How much likelier a tie is inside a group than between groups, as a ratio of odds, or as Yule's Q.
public struct OddsRatio: Measure {
  /// Whether the ratio is given on the scale from -1 to 1.
  public let asYulesQ: Bool

  public init(asYulesQ: Bool) { self.asYulesQ = asYulesQ }

  public var card: Card {
    Card(
      id: asYulesQ ? "yule-q" : "odds-ratio",
      title: asYulesQ
        ? "Yule's Q of ties within and between groups" : "Odds ratio within and between groups",
      family: .silo,
      question:
        "How much likelier are two people to work together when they are in the same group?",
      formula:
        "OR = I (P_e - E) / ((P_i - I) E); I of P_i pairs inside groups are tied, E of P_e pairs between groups"
        + (asYulesQ ? "; Q = (OR - 1) / (OR + 1)" : ""),
      range: asYulesQ ? "-1 to 1; 0 is no difference" : "0 upwards; 1 is no difference",
      reading: asYulesQ
        ? "The odds ratio on a scale from -1 to 1." : "8 means odds eight times as high inside.",
      undefined: "where all pairs are tied or none",
      source: "Moody (2001), American Journal of Sociology 107:679; Yule (1900)")
  }

  public func finding(in input: GroupedStudy) -> Finding {
    let mixing = input.mixing
    var cells = [
      mixing.ties.internalTotal, mixing.pairsOutside - mixing.ties.externalTotal,
      mixing.pairsInside - mixing.ties.internalTotal, mixing.ties.externalTotal,
    ]
    let basis = mixing.ties.total
    guard cells[0] + cells[3] > 0, cells[1] + cells[2] > 0, cells[0] + cells[2] > 0,
      cells[1] + cells[3] > 0
    else { return Finding(card.id, [Figure(.network, undefined: .emptyCells, basis: basis)]) }
    var note: String?
    if cells.contains(where: { $0 <= 0 }) {
      cells = cells.map { max(0, $0) + 0.5 }
      note = "half a tie added to each of the four counts, one of which is 0"
    }
    let ratio = cells[0] * cells[1] / (cells[2] * cells[3])
    let value = asYulesQ ? (ratio - 1) / (ratio + 1) : ratio
    return Finding(card.id, [Figure(.network, value, note: note, basis: basis)])
  }
}
