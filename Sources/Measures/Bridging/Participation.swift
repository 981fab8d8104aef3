import GraphEngine
import Networks

/// How evenly somebody's ties are spread over all groups, their own included: the participation coefficient.
public struct Participation: Measure {
  public init() {}

  public let card = Card(
    id: "participation", title: "Participation coefficient", family: .bridging,
    question: "Are somebody's ties spread evenly over all groups?",
    formula:
      "P_i = 1 - sum over groups of (k_is / k_i)^2; k_is ties of i to people of group s, k_i all of them; "
      + "arcs count that leave and that arrive",
    range: "0 (all in one group) to 1 - 1/G",
    reading: "Above 0.6 somebody belongs to the whole more than to a part.",
    undefined: "for a person without ties to people who have a group",
    source: "Guimerà & Amaral (2005), Nature 433:895")

  public var trace: ContactTrace { .spread }

  public func finding(in input: GroupedStudy) -> Finding {
    let (study, grouping) = (input.study, input.grouping)
    let graph = study.counted
    let values = (0..<graph.nodeCount).map { node -> Double? in
      var counts: [Int32: Double] = [:]
      for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1]) {
        let group = grouping.partition.groupOf[Int(graph.targets[entry])]
        if group >= 0 { counts[group, default: 0] += graph.weights[entry] }
      }
      return blau(counts.values.sorted())
    }
    return Finding(card.id, people: PersonColumn(values, undefined: .noGroupedTies))
  }
}
