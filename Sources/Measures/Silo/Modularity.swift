import GraphEngine
import Networks

/// How well the formal groups describe who works together: modularity.
public struct Modularity: Measure {
  /// Whether ties count by their strength.
  public let weighted: Bool

  public init(weighted: Bool) { self.weighted = weighted }

  public var card: Card {
    Card(
      id: weighted ? "modularity-weighted" : "modularity",
      title: weighted
        ? "Modularity of the groups, weighted by strength" : "Modularity of the groups",
      family: .silo, question: "Do the formal groups describe who works together?",
      formula:
        "sum over groups of (L_c / m - (d_c / 2m)^2); L_c ties inside, d_c summed degrees, m all ties"
        + (weighted ? ", all by strength" : "")
        + "; arcs count without direction, a pair of them twice",
      range: "-0.5 to 1; 0 is what degrees alone would give",
      reading:
        "Compare it with leiden, the most that any division reaches. networkx takes account of directions where there are any.",
      undefined: "without ties; people without a group count as groups of one",
      source: "Newman & Girvan (2004), Physical Review E 69:026113")
  }

  public func finding(in input: GroupedStudy) -> Finding {
    let (study, grouping) = (input.study, input.grouping)
    let graph = weighted ? study.graph : study.counted
    let value = graph.modularity(of: grouping.partition.groupOf)
    return Finding(card.id, [Figure(.network, value, or: .noTies, basis: Double(graph.tieCount))])
  }
}
