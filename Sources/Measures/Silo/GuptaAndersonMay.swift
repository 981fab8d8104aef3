import GraphEngine
import Networks

/// Gupta, Anderson and May's Q: how far each group's ties stay with it, all groups counting alike.
public struct GuptaAndersonMay: Measure {
  /// Whether shares are taken of the ties that end in a group rather than of those that start there.
  public let byColumn: Bool

  public init(byColumn: Bool) { self.byColumn = byColumn }

  public var card: Card {
    Card(
      id: byColumn ? "gupta-anderson-may-in" : "gupta-anderson-may",
      title: "Gupta, Anderson and May's Q" + (byColumn ? ", of ties received" : ""), family: .silo,
      question: "What share of a group's ties stays with it, on average over groups of any size?",
      formula:
        "(sum over groups of M_ii / M_i\(byColumn ? ", of column i" : ". of row i") - 1) / (G - 1); M ties from group to group, "
        + "undirected ties in both directions, groups without ties left out",
      range: "-1 / (G - 1) to 1; 0 is mixing in proportion",
      reading:
        "With two groups and no directions it equals assortativity. Small groups weigh as much as large ones.",
      undefined: "with fewer than two groups that have ties",
      source: "Gupta, Anderson & May (1989), AIDS 3:807")
  }

  public func finding(in input: GroupedStudy) -> Finding {
    let mixing = input.mixing
    let margins = mixing.ties.margins(isDirected: mixing.isDirected, ends: byColumn)
    let tied = margins.indices.filter { margins[$0] > 0 }
    guard tied.count > 1 else {
      return Finding(
        card.id, [Figure(.network, undefined: .tooFewGroups, basis: mixing.ties.total)])
    }
    let factor = mixing.isDirected ? 1.0 : 2
    let trace = tied.reduce(0) { $0 + factor * mixing.ties.within[$1] / margins[$1] }
    return Finding(
      card.id,
      [
        Figure(
          .network, (trace - 1) / Double(tied.count - 1), expected: 0, null: .degrees,
          basis: mixing.ties.total)
      ])
  }
}
