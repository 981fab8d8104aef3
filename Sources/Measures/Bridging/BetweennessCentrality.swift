import GraphEngine
import Networks

/// How often somebody stands on the shortest way between two others.
public struct BetweennessCentrality: Measure {
  public init() {}

  public let card = Card(
    id: "betweenness", title: "Betweenness centrality", family: .bridging,
    question: "Through whom do the shortest ways between others lead?",
    formula:
      "b_i = sum over pairs s, t of sigma_st(i) / sigma_st; sigma_st shortest paths from s to t, sigma_st(i) those through i",
    range: "0 to (N - 1)(N - 2) / 2 pairs of people",
    reading: "High means that others depend on this person to reach each other. "
      + "With many people not answering, rankings by it are not to be trusted.",
    undefined: "never; 0 for people on no shortest path",
    source:
      "Freeman (1977), Sociometry 40:35; computed after Brandes (2001), J. Math. Sociol. 25:163")

  public func finding(in study: Study) -> Finding {
    Finding(
      card.id, people: PersonColumn(study.betweenness.map { $0 }, undefined: .noPeople))
  }
}
