import GraphEngine

extension Slice {
  /// The same slice with only some people and the ties between them, as for one hub or one pilot.
  ///
  /// - Parameter keeps: whether a person, an index into the network's people, stays.
  /// - Complexity: O(n + m).
  public func restricted(_ keeps: (Int32) -> Bool) -> Slice {
    let nodes = (0..<Int32(people.count)).filter { keeps(people[Int($0)]) }
    var isKept = [Bool](repeating: false, count: people.count)
    for node in nodes { isKept[Int(node)] = true }
    var kept: [Double] = []
    if !shares.isEmpty {
      for node in nodes {
        for entry in Int(arcs.starts[Int(node)])..<Int(arcs.starts[Int(node) + 1])
        where isKept[Int(arcs.targets[entry])] {
          kept.append(shares[entry])
        }
      }
    }
    return Slice(
      depth: depth, period: period, people: nodes.map { people[Int($0)] },
      graph: graph.restricted(to: nodes), arcs: arcs.restricted(to: nodes), shares: kept,
      omitted: omitted)
  }
}
