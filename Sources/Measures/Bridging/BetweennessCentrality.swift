import GraphEngine
import Networks

/// How often somebody stands on the shortest way between two others.
public struct BetweennessCentrality: Measure {
  /// Which ways count as short.
  public enum Ways: String, Sendable, CaseIterable {
    /// Every tie is one step, in both directions.
    case plain
    /// A tie of strength w is 1 / w long, in both directions.
    case weighted
    /// Every arc is one step, in its direction.
    case directed
  }
  public let ways: Ways

  public init(_ ways: Ways = .plain) { self.ways = ways }

  public var card: Card {
    let (id, title, length) =
      switch ways {
      case .plain:
        ("betweenness", "Betweenness centrality", "every tie one step, in both directions")
      case .weighted:
        (
          "betweenness-weighted", "Betweenness, strong ties being short",
          "a tie of strength w is 1 / w long"
        )
      case .directed:
        (
          "betweenness-directed", "Betweenness along arcs",
          "every arc one step, in its direction; ordered pairs"
        )
      }
    return Card(
      id: id, title: title, family: .bridging,
      question: "Through whom do the shortest ways between others lead?",
      formula:
        "b_i = sum over pairs s, t of sigma_st(i) / sigma_st; sigma_st shortest paths from s to t, sigma_st(i) those "
        + "through i; \(length)",
      range: "0 to (N - 1)(N - 2)\(ways == .directed ? "" : " / 2") pairs of people",
      reading: "High means that others depend on this person to reach each other. "
        + "With many people not answering, rankings by it are not to be trusted.",
      undefined: ways == .directed
        ? "where ties have no direction" : "never; 0 for people on no shortest path",
      source:
        "Freeman (1977), Sociometry 40:35; computed after Brandes (2001), J. Math. Sociol. 25:163")
  }

  public var sharedWork: [Study.SharedWork] { [.betweenness(ways)] }

  public func finding(in study: Study) -> Finding {
    if ways == .directed, !study.slice.arcs.isDirected {
      let none = [Double?](repeating: nil, count: study.peopleCount)
      return Finding(card.id, people: PersonColumn(none, undefined: .notDirected))
    }
    let found = study.shortestWays(ways)
    var figures: [Figure] = []
    if let note = found.note(ways), let bound = found.sample?.bound {
      var figure = Figure(.network, bound)
      figure.note = note
      figures.append(figure)
    }
    return Finding(
      card.id, figures, people: PersonColumn(found.values.map { $0 }, undefined: .noPeople))
  }
}
