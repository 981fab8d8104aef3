import GraphEngine
import Networks

/// How central somebody is within their own group: the within-module degree z-score.
public struct WithinModuleZ: Measure {
  public init() {}

  public let card = Card(
    id: "within-module-z", title: "Within-module degree z-score", family: .bridging,
    question: "Is somebody a hub of their own group?",
    formula:
      "z_i = (k_i - mean k) / sigma; k ties inside the group, sigma their population standard deviation there; "
      + "arcs count that leave and that arrive",
    range: "any; above 2.5 a hub",
    reading: "With participation it tells hubs that stay inside from hubs that connect. "
      + "The population deviation as in bctpy; MATLAB's toolbox divides by n - 1.",
    undefined:
      "for a person without a group; 0 where everybody in the group has as many ties inside",
    source: "Guimerà & Amaral (2005), Nature 433:895")

  public func finding(in input: GroupedStudy) -> Finding {
    let (study, grouping) = (input.study, input.grouping)
    let graph = study.counted
    let groupOf = grouping.partition.groupOf
    let inside = (0..<graph.nodeCount).map { node in
      (Int(graph.starts[node])..<Int(graph.starts[node + 1])).reduce(0) { sum, entry in
        groupOf[Int(graph.targets[entry])] == groupOf[node] && groupOf[node] >= 0
          ? sum + graph.weights[entry] : sum
      }
    }
    var values = [Double?](repeating: nil, count: graph.nodeCount)
    for members in grouping.partition.members where !members.isEmpty {
      let n = Double(members.count)
      let mean = members.reduce(0) { $0 + inside[Int($1)] } / n
      let variance =
        members.reduce(0) { $0 + (inside[Int($1)] - mean) * (inside[Int($1)] - mean) } / n
      for node in members {
        values[Int(node)] =
          variance > 1e-15 ? (inside[Int(node)] - mean) / variance.squareRoot() : 0
      }
    }
    return Finding(card.id, people: PersonColumn(values, undefined: .noGroup))
  }
}
