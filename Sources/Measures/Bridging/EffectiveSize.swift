import GraphEngine
import Networks

/// How many separate circles somebody's contacts belong to: Burt's effective size.
public struct EffectiveSize: Measure {
  /// Whether ties count by their strength.
  public let weighted: Bool

  public init(weighted: Bool) { self.weighted = weighted }

  public var card: Card {
    Card(
      id: weighted ? "effective-size-weighted" : "effective-size",
      title: weighted ? "Effective size, weighted by strength" : "Effective size",
      family: .bridging,
      question: "How many separate circles do somebody's contacts open up?",
      formula:
        "sum over contacts j of (1 - sum over q of p_iq m_jq); m_jq = (w_jq + w_qj) / max over k of (w_jk + w_kj)"
        + (weighted
          ? ", w strengths"
          : "; without directions n - 2t / n for n contacts with t ties among them"),
      range: "up to the number of contacts; 1 for a single contact",
      reading:
        "Close to the degree: contacts who do not know each other. Far below: one closed circle. "
        + "networkx gives this with nodes= named; without, its vectorised path differs (its issue 8906). It leaves out people "
        + "who name nobody, though others name them.",
      undefined: "for a person without ties",
      source: "Burt (1992), Structural Holes; Borgatti (1997), Connections 20:35")
  }

  public func finding(in study: Study) -> Finding {
    Finding(
      card.id,
      people: PersonColumn(effectiveSizes(study, weighted: weighted), undefined: .isolate))
  }
}

/// Effective size of each person; `nil` for one without ties.
func effectiveSizes(_ study: Study, weighted: Bool) -> [Double?] {
  let redundancy = (weighted ? study.census : study.countedCensus).redundancy
  return (0..<study.peopleCount).map { node in
    let degree = study.graph.degree(node)
    return degree == 0 ? nil : Double(degree) - redundancy[node]
  }
}
