import GraphEngine
import Networks

/// How far somebody's contacts all know each other: Burt's constraint.
public struct Constraint: Measure {
  public init() {}

  public let card = Card(
    id: "constraint", title: "Constraint", family: .bridging,
    question: "Do somebody's contacts all know each other, or do they open different doors?",
    formula:
      "C_i = sum over contacts j of (p_ij + sum over q of p_iq p_qj)^2; p_ij = (w_ij + w_ji) / sum over k of (w_ik + w_ki)",
    range: "0 to about 1.125; 1 for a single contact",
    reading: "Low means contacts who do not know each other, so news arrives from several sides. "
      + "Computed over the whole network, not the ego network.",
    undefined: "for a person without ties",
    source: "Burt (1992), Structural Holes; (2004) American Journal of Sociology 110:349")

  public func finding(in study: Study) -> Finding {
    let graph = study.graph
    let indirect = study.census.indirect
    let values = (0..<graph.nodeCount).map { node -> Double? in
      let row = Int(graph.starts[node])..<Int(graph.starts[node + 1])
      guard !row.isEmpty else { return nil }
      let total = graph.weights[row].reduce(0, +)
      return row.reduce(0) { sum, entry in
        let share = graph.weights[entry] / total + indirect[entry]
        return sum + share * share
      }
    }
    return Finding(card.id, people: PersonColumn(values, undefined: .isolate))
  }
}
