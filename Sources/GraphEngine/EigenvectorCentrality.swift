extension CompactGraph {
  /// The principal eigenvector of the weights: each node's value is proportional to the sum over its ties of weight times value.
  ///
  ///     lambda x_v = sum over u of w_uv x_u,   max x = 1
  ///
  /// Iterated with half of the old value kept, which changes no eigenvector and does not swing on two-sided graphs. In a
  /// graph of several parts only those with the largest lambda have values above 0. Bonacich (1972), J. Math. Sociol. 2:113.
  /// - Precondition: the graph is undirected.
  /// - Returns: one value a node; all 0 when there are no ties.
  /// - Complexity: O(iterations (n + m)).
  public func eigenvectorCentrality(tolerance: Double = 1e-13) -> [Double] {
    precondition(!isDirected, "eigenvector centrality is found on the undirected graph")
    guard !targets.isEmpty else { return [Double](repeating: 0, count: nodeCount) }
    // The shift is on the scale of the weights, or it would slow the iteration down.
    let scale = weightSums().max() ?? 1
    let shift = scale / 4
    var values = (0..<nodeCount).map { degree($0) > 0 ? 1.0 : 0 }
    for _ in 0..<20_000 {
      var next = weightedSums(of: values)
      for node in 0..<nodeCount { next[node] += values[node] * shift }
      let largest = next.max() ?? 1
      var change = 0.0
      for node in 0..<nodeCount {
        let value = next[node] / largest
        change = max(change, abs(value - values[node]))
        values[node] = value
      }
      if change < tolerance { break }
    }
    return values.map { $0 < 1e-9 ? 0 : $0 }
  }
}
