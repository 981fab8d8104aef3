import GraphEngine
import Networks

/// People without whom the network falls apart.
public struct CutPoints: Measure {
  public init() {}

  public let card = Card(
    id: "cut-points", title: "Cut points", family: .bridging,
    question: "Whose leaving would cut others off?",
    formula:
      "1 for a person whose loss splits the part of the network they are in, else 0; for the network their number; "
      + "ties count without direction",
    range: "0 or 1 for a person; 0 upwards for the network",
    reading: "Each is a single point of failure: give somebody else the same contacts.",
    undefined: "never", source: "Tarjan (1972), SIAM Journal on Computing 1:146")

  public func finding(in study: Study) -> Finding {
    let points = study.cutSet.points
    var values = [Double?](repeating: 0, count: study.peopleCount)
    for point in points { values[Int(point)] = 1 }
    return Finding(
      card.id, [Figure(.network, Double(points.count), basis: Double(study.peopleCount))],
      people: PersonColumn(values, undefined: .noPeople))
  }
}
