import GraphEngine
import Networks

/// The share of arcs that are returned.
public struct Reciprocity: Measure {
  public init() {}

  public let card = Card(
    id: "reciprocity", title: "Reciprocity", family: .bridging,
    question: "When somebody turns to another, does the other turn to them?",
    formula: "arcs that have one the other way / all arcs", range: "0 to 1",
    reading: "1 means that every asking is mutual. Counted over arcs, not over pairs.",
    undefined: "without ties, and where ties have no direction",
    source: "Wasserman & Faust (1994), Social Network Analysis, chapter 13")

  public func finding(in study: Study) -> Finding {
    let arcs = study.slice.arcs
    guard arcs.isDirected else {
      return Finding(
        card.id, [Figure(.network, undefined: arcs.tieCount == 0 ? .noTies : .notDirected)])
    }
    guard arcs.tieCount > 0 else { return Finding(card.id, [Figure(.network, undefined: .noTies)]) }
    var mutual = 0
    for node in 0..<arcs.nodeCount {
      mutual += arcs.neighbours(node).count { arcs.entry(from: Int($0), to: Int32(node)) != nil }
    }
    return Finding(
      card.id,
      [Figure(.network, Double(mutual) / Double(arcs.tieCount), basis: Double(arcs.tieCount))])
  }
}
