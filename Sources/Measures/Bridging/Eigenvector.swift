import GraphEngine
import Networks

/// How well connected somebody's contacts are.
public struct Eigenvector: Measure {
  public init() {}

  public let card = Card(
    id: "eigenvector", title: "Eigenvector centrality", family: .bridging,
    question: "Are somebody's contacts well connected themselves?",
    formula:
      "lambda x_i = sum over contacts of x_j, lambda the largest eigenvalue, max x = 1; ties count without direction and strength",
    range: "0 to 1",
    reading:
      "In a network of several parts only the part with the largest lambda has values above 0. "
      + "As igraph scales it; networkx scales to unit length.",
    undefined: "without ties", source: "Bonacich (1972), Journal of Mathematical Sociology 2:113")

  public var trace: ContactTrace { .plain }

  public func finding(in study: Study) -> Finding {
    let plain = CompactGraph(study.graph, weights: study.graph.weights.map { _ in 1 })
    let isEmpty = plain.tieCount == 0
    let values = plain.eigenvectorCentrality().map { isEmpty ? nil : $0 }
    return Finding(card.id, people: PersonColumn(values, undefined: .noTies))
  }
}
