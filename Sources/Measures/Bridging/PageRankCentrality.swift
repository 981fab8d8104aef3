import GraphEngine
import Networks

/// Where word ends up that is passed on at random.
public struct PageRankCentrality: Measure {
  public init() {}

  public let card = Card(
    id: "pagerank", title: "PageRank", family: .bridging,
    question: "Where does word end up that is passed on from person to person?",
    formula:
      "r_i = 0.15 / N + 0.85 sum over j of r_j w_ji / s_j, plus an equal share of what people without ties out hold; "
      + "w strengths along arcs, s_j their sum out of j",
    range: "above 0; sums to 1",
    reading: "With directions: whom people turn to who are turned to themselves.",
    undefined: "without people", source: "Brin & Page (1998), Computer Networks 30:107")

  public var trace: ContactTrace { .plain }

  public func finding(in study: Study) -> Finding {
    Finding(
      card.id,
      people: PersonColumn(study.slice.arcs.pageRank().map { $0 }, undefined: .noPeople))
  }
}
