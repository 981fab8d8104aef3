import GraphEngine
import Networks

/// How near somebody is to everybody, people out of reach counting nothing.
public struct HarmonicCentrality: Measure {
  public init() {}

  public let card = Card(
    id: "harmonic", title: "Harmonic centrality", family: .bridging,
    question: "How near is somebody to everybody, those out of reach counting nothing?",
    formula:
      "h_i = sum over others of 1 / d_ij, 1 / infinity = 0; ties count without direction and strength",
    range: "0 to N - 1",
    reading: "Fair between people in large and small parts. igraph divides by N - 1.",
    undefined: "never; 0 for people without ties",
    source: "Marchiori & Latora (2000), Physica A 285:539")

  public var sharedWork: [Study.SharedWork] { [.distances] }

  public var trace: ContactTrace { .plain }

  public func finding(in study: Study) -> Finding {
    let distances = study.distances
    let figures = distances.sample.map { [distances.figure($0.standardError)] } ?? []
    return Finding(
      card.id, figures,
      people: PersonColumn(distances.harmonic.map { $0 }, undefined: .noPeople))
  }
}
