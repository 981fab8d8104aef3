import GraphEngine
import Networks

/// The number of people somebody works with.
public struct Degree: Measure {
  public init() {}

  public let card = Card(
    id: "degree", title: "Degree", family: .size,
    question: "How many people does somebody work with?",
    formula:
      "d_i = number of people tied to i, in either direction; for the network the mean, 2m / N",
    range: "0 to N - 1 people", reading: "Says how busy somebody is, not how much they bridge.",
    undefined: "for a network without people", source: "Freeman (1979), Social Networks 1:215")

  public func finding(in study: Study) -> Finding {
    let values = (0..<study.peopleCount).map { Double(study.graph.degree($0)) }
    return Finding(
      card.id, [mean(values)],
      people: PersonColumn(values.map { $0 }, undefined: .noPeople))
  }
}

/// The mean of a column of the network, as a figure of the network.
func mean(_ values: [Double]) -> Figure {
  values.isEmpty
    ? Figure(.network, undefined: .noPeople)
    : Figure(.network, values.reduce(0, +) / Double(values.count), basis: Double(values.count))
}
