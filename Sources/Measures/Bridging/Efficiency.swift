import GraphEngine
import Networks

/// What share of somebody's contacts is not redundant: Burt's efficiency.
public struct Efficiency: Measure {
  public init() {}

  public let card = Card(
    id: "efficiency", title: "Efficiency", family: .bridging,
    question: "What share of somebody's contacts opens a circle of its own?",
    formula: "effective size / number of contacts", range: "above 0 to 1",
    reading: "1 means that no two contacts know each other.",
    undefined: "for a person without ties", source: "Burt (1992), Structural Holes, chapter 2")

  public func finding(in study: Study) -> Finding {
    let values = effectiveSizes(study, weighted: false).enumerated().map { node, size in
      size.map { $0 / Double(study.graph.degree(node)) }
    }
    return Finding(card.id, people: PersonColumn(values, undefined: .isolate))
  }
}
