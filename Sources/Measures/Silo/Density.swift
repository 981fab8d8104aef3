import GraphEngine
import Networks

/// The share of possible ties that exist.
public struct Density: Measure {
  public init() {}

  public let card = Card(
    id: "density", title: "Density", family: .size,
    question: "Of all the pairs of people who could work together, how many do?",
    formula:
      "m / (N (N - 1) / 2); m pairs with a tie (arcs over N (N - 1) when directed), N people",
    range: "0 to 1", reading: "Large networks are always thin: compare networks of like size only.",
    undefined: "with fewer than two people",
    source: "Wasserman & Faust (1994), Social Network Analysis, section 4.3")

  public func finding(in study: Study) -> Finding {
    let n = Double(study.peopleCount)
    guard n > 1 else {
      return Finding(card.id, [Figure(.network, undefined: .tooFewPeople)])
    }
    let arcs = study.slice.arcs
    let possible = n * (n - 1) / (arcs.isDirected ? 1 : 2)
    return Finding(
      card.id,
      [Figure(.network, Double(arcs.tieCount) / possible, basis: Double(arcs.tieCount))])
  }
}
