import GraphEngine
import Networks

/// How many kinds of contact somebody has: Blau's index of their contacts' groups.
public struct ContactDiversity: Measure {
  /// Whether the index is scaled so that contacts spread evenly over all groups give 1.
  public let standardised: Bool

  public init(standardised: Bool) { self.standardised = standardised }

  public var trace: ContactTrace { .spread }

  public var card: Card {
    Card(
      id: standardised ? "iqv" : "blau",
      title: standardised
        ? "Index of qualitative variation of contacts" : "Blau's index of contacts",
      family: .silo, question: "Are somebody's contacts all of one group, or spread over many?",
      formula: "1 - sum of p_g^2; p_g share of contacts in group g, each person once"
        + (standardised ? "; times G / (G - 1) for G groups" : "")
        + "; for the network the mean over people",
      range: standardised ? "0 to 1" : "0 to 1 - 1/G",
      reading: "0 means all contacts in one group, whichever it is.",
      undefined: "for a person without contacts that have a group",
      source: "Blau (1977), Inequality and Heterogeneity; Mueller & Schuessler (1961)")
  }

  public func finding(in input: GroupedStudy) -> Finding {
    let (study, grouping) = (input.study, input.grouping)
    let groups = grouping.partition.count
    let factor = standardised && groups > 1 ? Double(groups) / Double(groups - 1) : 1
    let graph = study.graph
    let groupOf = grouping.partition.groupOf
    var groupsMet: [Int32] = []
    let values = (0..<study.peopleCount).map { node -> Double? in
      groupsMet.removeAll(keepingCapacity: true)
      for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1]) {
        let group = groupOf[Int(graph.targets[entry])]
        if group >= 0 { groupsMet.append(group) }
      }
      return blau(runLengths(&groupsMet)).map { $0 * factor }
    }
    let known = values.compactMap { $0 }
    let mean = known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    return Finding(
      card.id, [Figure(.network, mean, or: .noGroupedTies, basis: Double(known.count))],
      people: PersonColumn(values, undefined: .noGroupedTies))
  }
}

/// How often each value occurs, in ascending order; the values end up sorted.
private func runLengths(_ values: inout [Int32]) -> [Double] {
  values.sort()
  var lengths: [Double] = []
  for place in values.indices {
    if place > 0, values[place] == values[place - 1] {
      lengths[lengths.count - 1] += 1
    } else {
      lengths.append(1)
    }
  }
  return lengths.sorted()
}

/// Blau's index of counts, 1 - sum of squared shares; `nil` when they sum to 0.
public func blau(_ counts: [Double]) -> Double? {
  let total = counts.reduce(0, +)
  guard total > 0 else { return nil }
  return 1 - counts.reduce(0) { $0 + $1 / total * ($1 / total) }
}
