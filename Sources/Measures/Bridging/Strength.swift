import GraphEngine
import Networks

/// The summed strength of somebody's ties.
public struct Strength: Measure {
  public init() {}

  public let card = Card(
    id: "strength", title: "Strength", family: .size,
    question: "How much work does somebody share with others in all?",
    formula:
      "s_i = sum over j of w_ij; for the network the mean; arcs count that leave and that arrive",
    range: "0 upwards, in the unit of the file's strengths",
    reading: "Compare it with degree: few strong ties, or many weak ones.",
    undefined: "for a network without people",
    source: "Barrat et al. (2004), PNAS 101:3747")

  public func finding(in study: Study) -> Finding {
    let graph = study.graph
    let values = (0..<study.peopleCount).map { node in
      graph.weights[Int(graph.starts[node])..<Int(graph.starts[node + 1])].reduce(0, +)
    }
    return Finding(
      card.id, [mean(values)],
      people: PersonColumn(values.map { $0 }, undefined: .noPeople))
  }
}
