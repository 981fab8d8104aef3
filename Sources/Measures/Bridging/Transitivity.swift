import GraphEngine
import Networks

/// How often two people with a common contact work together.
public struct Transitivity: Measure {
  public init() {}

  public let card = Card(
    id: "transitivity", title: "Transitivity", family: .bridging,
    question: "When two people share a contact, do they work together themselves?",
    formula:
      "3 triangles / pairs of people with a common contact, counted once for each such contact; "
      + "ties count without direction",
    range: "0 to 1", reading: "High means closed circles throughout.",
    undefined: "where nobody has two contacts",
    source: "Newman, Watts & Strogatz (2002), PNAS 99:2566")

  public func finding(in study: Study) -> Finding {
    let triangles = study.countedCensus.triangles.reduce(0, +)
    let pairs = (0..<study.peopleCount).reduce(0) {
      $0 + study.graph.degree($1) * (study.graph.degree($1) - 1) / 2
    }
    let value = pairs > 0 ? Double(triangles) / Double(pairs) : nil
    return Finding(card.id, [Figure(.network, value, or: .fewContacts, basis: Double(pairs))])
  }
}
