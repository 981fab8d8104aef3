import GraphEngine
import Networks

/// The few people whose loss would break the network up most, or through whom most others are reached.
public struct KeyPlayers: Measure {
  public enum Problem: String, Sendable, CaseIterable {
    /// Whom to lose would hurt most.
    case negative
    /// Whom to tell, so that most hear of it soon.
    case positive
  }
  public let problem: Problem

  public init(_ problem: Problem) { self.problem = problem }

  public var card: Card {
    switch problem {
    case .negative:
      Card(
        id: "key-players-negative", title: "Key players: whose loss would break the network up",
        family: .bridging, question: "Which few people would the network miss most?",
        formula:
          "F = 1 - sum of s_k (s_k - 1) / (n (n - 1)) after the loss; s_k the sizes of the parts that are left, n the people left; "
          + "one figure for each number of people lost, 1 to 3; ties count without direction and strength",
        range: "0 (everybody still reaches everybody) to 1 (nobody reaches anybody)",
        reading: "Compare with the fragmentation before any loss, the figure of the network.",
        undefined: "with fewer than two people left",
        source: "Borgatti (2006), Comput. Math. Organ. Theory 12:21")
    case .positive:
      Card(
        id: "key-players-positive", title: "Key players: whom to tell first", family: .bridging,
        question: "Which few people should hear first, so that all hear soon?",
        formula:
          "DR = sum over people of 1 / d(S, j) / n; d the distance from the nearest of the set S, its members counting 1; "
          + "one figure for each size of the set, 1 to 3; ties count without direction and strength",
        range: "0 to 1", reading: "0.8 means that on average people are close to one of the set.",
        undefined: "without people", source: "Borgatti (2006), Comput. Math. Organ. Theory 12:21")
    }
  }

  public func finding(in study: Study) -> Finding {
    let graph = study.graph
    let n = graph.nodeCount
    let before = problem == .negative ? graph.fragmentation(without: []) : nil
    var figures = [
      Figure(
        .network, before, or: problem == .negative ? .tooFewPeople : .noPeople, basis: Double(n))
    ]
    if problem == .positive { figures = [] }
    for size in 1...3 where n > size + (problem == .negative ? 1 : 0) {
      let found = problem == .negative ? graph.breakers(size: size) : graph.tellers(size: size)
      let ids = found.members.map { study.id(ofNode: Int($0)) }
      var figure = Figure(Subject(kind: .set, ids: ids), found.value, basis: Double(n))
      figure.note =
        found.isExact
        ? "best of all sets of \(size)" : "found by greedy choice and swaps, not proven best"
      figures.append(figure)
    }
    if problem == .positive, figures.isEmpty {
      figures = [Figure(.network, undefined: .noPeople)]
    }
    return Finding(card.id, figures)
  }
}
