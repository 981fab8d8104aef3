import GraphEngine
import Networks

/// How many of somebody's contacts work with each other.
public struct Clustering: Measure {
  public init() {}

  public let card = Card(
    id: "clustering", title: "Local clustering coefficient", family: .bridging,
    question: "How many of somebody's contacts work with each other?",
    formula:
      "2 t_i / (d_i (d_i - 1)); t_i ties among the d_i contacts; for the network the mean over people who have two contacts; "
      + "ties count without direction and strength",
    range: "0 to 1",
    reading:
      "1 is a closed circle. The mean leaves people with fewer than two contacts out, as igraph does; networkx counts them as 0.",
    undefined: "for a person with fewer than two contacts",
    source: "Watts & Strogatz (1998), Nature 393:440")

  public func finding(in study: Study) -> Finding {
    let triangles = study.countedCensus.triangles
    let values = (0..<study.peopleCount).map { node -> Double? in
      let degree = Double(study.graph.degree(node))
      return degree < 2 ? nil : 2 * Double(triangles[node]) / (degree * (degree - 1))
    }
    let known = values.compactMap { $0 }
    let mean = known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    return Finding(
      card.id, [Figure(.network, mean, or: .fewContacts, basis: Double(known.count))],
      people: PersonColumn(values, undefined: .fewContacts))
  }
}
