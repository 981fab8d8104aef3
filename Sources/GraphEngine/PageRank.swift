extension CompactGraph {
  /// The share of time that a walker spends at each node who follows ties by their weight and now and then starts anew.
  ///
  ///     r_v = (1 - d) / n + d (sum over u of r_u w_uv / s_u + (sum of r over nodes without ties out) / n)
  ///
  /// d = 0.85; s_u is the sum of weights out of u. Brin & Page (1998), Computer Networks 30:107.
  /// - Parameter tolerance: iteration ends when the changes of all nodes sum to less.
  /// - Returns: one value a node, summing to 1; empty for no nodes.
  /// - Complexity: O(iterations (n + m)).
  public func pageRank(damping: Double = 0.85, tolerance: Double = 1e-12) -> [Double] {
    let incoming = reversed
    let out = (0..<nodeCount).map { node in
      weights[Int(starts[node])..<Int(starts[node + 1])].reduce(0, +)
    }
    let n = Double(nodeCount)
    var rank = [Double](repeating: 1 / n, count: nodeCount)
    var share = rank
    for _ in 0..<1000 {
      var lost = 0.0
      for node in 0..<nodeCount {
        share[node] = out[node] > 0 ? rank[node] / out[node] : 0
        if out[node] == 0 { lost += rank[node] }
      }
      let base = (1 - damping) / n + damping * lost / n
      var change = 0.0
      for node in 0..<nodeCount {
        var sum = 0.0
        for entry in Int(incoming.starts[node])..<Int(incoming.starts[node + 1]) {
          sum += share[Int(incoming.targets[entry])] * incoming.weights[entry]
        }
        let value = base + damping * sum
        change += abs(value - rank[node])
        rank[node] = value
      }
      if change < tolerance { break }
    }
    return rank
  }
}
