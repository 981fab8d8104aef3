import GraphEngine
import Measures
import Networks
import TestSupport

/// A study of a classic by its own groups.
func study(_ classic: Classic, weighted: Bool = false) -> Study {
  let graph = weighted || classic.isDirected ? classic.graph : classic.unweighted
  return study(graph, classic.groups.isEmpty ? nil : classic.partition)
}

/// A study of a graph by groups; without groups everybody is in one.
func study(_ graph: CompactGraph, _ groups: Partition? = nil) -> Study {
  let all = Partition(
    groupOf: [Int32](repeating: 0, count: graph.nodeCount), names: ["all"])
  return Study(Network(graph, groups: groups ?? all), by: Boundary("group"))
}

func isNear(_ a: Double?, _ b: Double, _ tolerance: Double = 5e-7) -> Bool {
  a.map { abs($0 - b) <= tolerance } ?? false
}

extension Finding {
  /// The value of the network or of a group.
  func value(_ subject: Subject = .network) -> Double? { self[subject]?.value }
  /// The value of a person.
  func person(_ node: Int) -> Double? { people?.values[node] }
}
