import GraphEngine
import Networks

/// How near somebody is to everybody they can reach.
public struct Closeness: Measure {
  public init() {}

  public let card = Card(
    id: "closeness", title: "Closeness centrality", family: .bridging,
    question: "How few steps is somebody from everybody they can reach?",
    formula:
      "c_i = r_i / sum of distances to the r_i people reached; ties count without direction and strength",
    range: "above 0 to 1",
    reading:
      "As igraph gives it, within the part somebody is in. networkx multiplies by r_i / (N - 1), so that people in "
      + "small parts rank low.",
    undefined: "for a person who reaches nobody", source: "Freeman (1979), Social Networks 1:215")

  public var sharedWork: [Study.SharedWork] { [.distances] }

  public var trace: ContactTrace { .plain }

  public func finding(in study: Study) -> Finding {
    let distances = study.distances
    let values = distances.reached.indices.map { node -> Double? in
      distances.reached[node] == 0
        ? nil : Double(distances.reached[node]) / distances.farness[node]
    }
    let figures = distances.sample.map { [distances.figure($0.standardError)] } ?? []
    return Finding(card.id, figures, people: PersonColumn(values, undefined: .isolate))
  }
}
