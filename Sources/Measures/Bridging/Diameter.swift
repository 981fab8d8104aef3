import GraphEngine
import Networks

/// The longest of all shortest ways between two people.
public struct Diameter: Measure {
  public init() {}

  public let card = Card(
    id: "diameter", title: "Diameter", family: .bridging,
    question: "How many steps apart are the two people who are furthest from each other?",
    formula: "max of d_ij over pairs with a path; ties count without direction and strength",
    range: "1 upwards", reading: "In a network of several parts the longest within any part.",
    undefined: "where nobody reaches anybody",
    source: "Wasserman & Faust (1994), Social Network Analysis, section 4.2")

  public var sharedWork: [Study.SharedWork] { [.distances] }

  public func finding(in study: Study) -> Finding {
    let distances = study.distances
    let diameter = distances.diameter > 0 ? Double(distances.diameter) : nil
    return Finding(
      card.id,
      [distances.figure(diameter, note: "the least it can be: not every distance was found")])
  }
}
