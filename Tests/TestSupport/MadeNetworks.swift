public import GraphEngine
public import Networks

extension Network {
  /// A network of people p000, p001 and so on, with ties as in a graph and an attribute `group`.
  ///
  /// - Parameters:
  ///   - responses: one a person; empty when nobody knows who answered.
  ///   - depths: one a tie, in the order of the graph's entries; empty when none is recorded.
  public init(
    _ graph: CompactGraph, groups: Partition, groupsOfWork: [WorkingGroup] = [],
    parallel: ParallelRule = .max, attributes: [Column] = [], responses: [Response] = [],
    depths: [Depth] = []
  ) {
    let ids = (0..<graph.nodeCount).map { node in
      "p" + String(repeating: "0", count: max(0, 3 - "\(node)".count)) + "\(node)"
    }
    var ties = Ties()
    for node in 0..<graph.nodeCount {
      for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1])
      where graph.isDirected || node < Int(graph.targets[entry]) {
        ties.from.append(Int32(node))
        ties.to.append(graph.targets[entry])
        ties.strength.append(graph.weights[entry])
      }
    }
    ties.depth = depths.map(\.rawValue)
    if graph.isDirected { ties.isDirected = ties.from.map { _ in true } }
    let count = graph.nodeCount
    self.init(
      title: "Test Trust",
      people: People(
        ids: ids, names: ids, school: [Int32](repeating: People.centralTeam, count: count),
        teams: TeamLists(main: [Int32](repeating: -1, count: count)),
        isHidden: [Bool](repeating: false, count: count),
        response: responses.isEmpty
          ? [Response](repeating: .unknown, count: count) : responses,
        started: [Day?](repeating: nil, count: count), ended: [Day?](repeating: nil, count: count),
        attributes: [Column(name: "group", codes: groups.groupOf, values: groups.names)]
          + attributes),
      ties: ties, workingGroups: groupsOfWork, parallelRule: parallel)
  }
}
