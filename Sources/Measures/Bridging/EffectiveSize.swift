import GraphEngine
import Networks

/// How many separate circles somebody's contacts belong to: Burt's effective size.
public struct EffectiveSize: Measure {
  public init() {}

  public let card = Card(
    id: "effective-size", title: "Effective size", family: .bridging,
    question: "How many separate circles do somebody's contacts open up?",
    formula:
      "sum over contacts j of (1 - sum over q of p_iq m_jq); m_jq = (w_jq + w_qj) / max over k of (w_jk + w_kj); "
      + "without strengths n - 2t / n for n contacts with t ties among them",
    range: "up to the number of contacts; 1 for a single contact",
    reading:
      "Close to the degree: contacts who do not know each other. Far below: one closed circle.",
    undefined: "for a person without ties",
    source: "Burt (1992), Structural Holes; Borgatti (1997), Connections 20:35")

  public func finding(in study: Study) -> Finding {
    let graph = study.graph
    let redundancy = study.census.redundancy
    let values = (0..<graph.nodeCount).map { node -> Double? in
      graph.degree(node) == 0 ? nil : Double(graph.degree(node)) - redundancy[node]
    }
    return Finding(card.id, people: PersonColumn(values, undefined: .isolate))
  }
}
