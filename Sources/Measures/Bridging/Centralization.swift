import GraphEngine
import Networks

/// How far a network turns on one person: Freeman's centralization.
public struct Centralization: Measure {
  public enum Kind: String, Sendable, CaseIterable {
    case degree, betweenness, closeness
  }
  public let kind: Kind

  public init(_ kind: Kind) { self.kind = kind }

  public var card: Card {
    let formula =
      switch kind {
      case .degree: "sum of (max d - d_i) / ((n - 1)(n - 2)); d degrees"
      case .betweenness:
        "sum of (max b - b_i) / (n - 1); b betweenness over (n - 1)(n - 2) / 2"
      case .closeness:
        "sum of (max c - c_i) (2n - 3) / ((n - 1)(n - 2)); c = (n - 1) / sum of distances"
      }
    return Card(
      id: "centralization-\(kind.rawValue)", title: "Centralization by \(kind.rawValue)",
      family: .bridging, question: "Does the whole network turn on one person?", formula: formula,
      range: "0 (everybody alike) to 1 (a star)",
      reading:
        "High means control in few hands: what the centre does not pass on does not get round. "
        + "Ties count without direction.",
      undefined: kind == .closeness
        ? "with fewer than three people, and where not everybody can reach everybody"
        : "with fewer than three people",
      source: "Freeman (1979), Social Networks 1:215")
  }

  public var sharedWork: [Study.SharedWork] {
    switch kind {
    case .degree: []
    case .betweenness: [.betweenness(.plain)]
    case .closeness: [.distances]
    }
  }

  public func finding(in study: Study) -> Finding {
    let count = study.peopleCount
    let n = Double(count)
    guard count > 2 else { return Finding(card.id, [Figure(.network, undefined: .tooFewPeople)]) }
    let values: [Double]
    let scale: Double
    switch kind {
    case .degree:
      values = (0..<count).map { Double(study.graph.degree($0)) }
      scale = (n - 1) * (n - 2)
    case .betweenness:
      values = study.betweenness.map { $0 / ((n - 1) * (n - 2) / 2) }
      scale = n - 1
    case .closeness:
      let distances = study.distances
      guard distances.reached.allSatisfy({ $0 == count - 1 }) else {
        return Finding(card.id, [Figure(.network, undefined: .notConnected)])
      }
      values = distances.farness.map { (n - 1) / $0 }
      scale = (n - 1) * (n - 2) / (2 * n - 3)
    }
    let most = values.max() ?? 0
    let sum = values.reduce(0) { $0 + most - $1 }
    var figure = Figure(.network, sum / scale, basis: n)
    if kind == .closeness { figure.note = study.distances.note }
    return Finding(card.id, [figure])
  }
}
