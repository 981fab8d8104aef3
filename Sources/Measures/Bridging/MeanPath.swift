import GraphEngine
import Networks

/// How many steps people are from each other on average.
public struct MeanPath: Measure {
  public init() {}

  public let card = Card(
    id: "mean-path", title: "Mean shortest path", family: .bridging,
    question: "How many steps does it take, on average, from one person to another?",
    formula: "mean of d_ij over pairs with a path; ties count without direction and strength",
    range: "1 upwards",
    reading: "Two or three is usual: a friend of a friend. Pairs without a path are left out.",
    undefined: "where nobody reaches anybody", source: "Watts & Strogatz (1998), Nature 393:440")

  public var sharedWork: [Study.SharedWork] { [.distances] }

  public func finding(in study: Study) -> Finding {
    let distances = study.distances
    return Finding(
      card.id,
      [
        distances.figure(
          distances.meanDistance, basis: Double(distances.histogram.reduce(0, +) / 2))
      ])
  }
}
