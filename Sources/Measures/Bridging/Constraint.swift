import GraphEngine
import Networks

/// How far somebody's contacts all know each other: Burt's constraint.
public struct Constraint: Measure {
  /// Whether ties count by their strength.
  public let weighted: Bool

  public init(weighted: Bool) { self.weighted = weighted }

  public var card: Card {
    Card(
      id: weighted ? "constraint-weighted" : "constraint",
      title: weighted ? "Constraint, weighted by strength" : "Constraint", family: .bridging,
      question: "Do somebody's contacts all know each other, or do they open different doors?",
      formula:
        "C_i = sum over contacts j of (p_ij + sum over q of p_iq p_qj)^2; p_ij = (w_ij + w_ji) / sum over k of (w_ik + w_ki)"
        + (weighted ? ", w strengths" : ", w = 1 for a tie"),
      range: "0 to about 1.125; 1 for a single contact",
      reading: "Low means contacts who do not know each other, so news arrives from several sides. "
        + "Computed over the whole network, as networkx and igraph do, not over the ego network.",
      undefined: "for a person without ties",
      source: "Burt (1992), Structural Holes; (2004) American Journal of Sociology 110:349")
  }

  public var trace: ContactTrace { .faint }

  public func finding(in study: Study) -> Finding {
    let values = contactConstraints(study, weighted: weighted).map {
      $0.isEmpty ? nil : $0.reduce(0, +)
    }
    return Finding(card.id, people: PersonColumn(values, undefined: .isolate))
  }
}

/// For each person the constraint that each contact adds, c_ij = (p_ij + sum over q of p_iq p_qj)^2.
func contactConstraints(_ study: Study, weighted: Bool) -> [[Double]] {
  let graph = weighted ? study.graph : study.counted
  let indirect = (weighted ? study.census : study.countedCensus).indirect
  return (0..<graph.nodeCount).map { node in
    let row = Int(graph.starts[node])..<Int(graph.starts[node + 1])
    let total = graph.weights[row].reduce(0, +)
    return row.map { entry in
      let share = graph.weights[entry] / total + indirect[entry]
      return share * share
    }
  }
}
