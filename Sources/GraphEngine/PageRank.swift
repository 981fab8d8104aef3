extension CompactGraph {
  /// The share of time that a walker spends at each node who follows ties by their weight and now and then starts anew.
  ///
  ///     r_v = (1 - d) / n + d (sum over u of r_u w_uv / s_u + (sum of r over nodes without ties out) / n)
  ///
  /// d = 0.85; s_u is the sum of weights out of u. Brin & Page (1998), Computer Networks 30:107. Undirected ties make the
  /// system symmetric, so that Chebyshev's iteration solves it, in a third of the steps (Golub & Varga 1961, Numer. Math.
  /// 3:147); arcs are followed by the plain power iteration.
  /// - Parameters:
  ///   - tolerance: iteration ends when the changes of all nodes sum to less.
  ///   - threads: 1 keeps to this thread; otherwise as many as there are processors, with the same bits.
  /// - Returns: one value a node, summing to 1; empty for no nodes.
  /// - Complexity: O(iterations (n + m)).
  public func pageRank(
    damping: Double = 0.85, tolerance: Double = 1e-12, threads: Int? = nil
  ) -> [Double] {
    guard nodeCount > 0 else { return [] }
    let n = Double(nodeCount)
    let out = weightSums()
    let portion = out.map { $0 > 0 ? 1 / $0 : 0 }
    let incoming = reversed
    // Without directions only nodes without any tie lose their share, and they hold what everybody is given.
    let alone = Double(out.count { $0 == 0 })
    let fixedBase = (1 - damping) / (n - damping * alone)
    var (rank, before) = ([Double](repeating: 1 / n, count: nodeCount), [Double]())
    var omega = 1.0
    for step in 0..<1000 {
      var base = fixedBase
      if isDirected {
        let lost = rank.indices.reduce(0.0) { out[$1] == 0 ? $0 + rank[$1] : $0 }
        base = (1 - damping) / n + damping * lost / n
      }
      if !isDirected, step > 0 {
        omega = step == 1 ? 2 / (2 - damping * damping) : 4 / (4 - damping * damping * omega)
      }
      let share = rank.indices.map { rank[$0] * portion[$0] }
      var next = incoming.weightedSums(of: share, threads: threads)
      var change = 0.0
      for node in 0..<nodeCount {
        var value = base + damping * next[node]
        if !isDirected, step > 0 { value = omega * (value - before[node]) + before[node] }
        change += abs(value - rank[node])
        next[node] = value
      }
      (before, rank) = (rank, next)
      if change < tolerance { break }
    }
    return rank
  }

  /// The sum of weights of each row.
  func weightSums() -> [Double] {
    (0..<nodeCount).map { node in
      var sum = 0.0
      for entry in Int(starts[node])..<Int(starts[node + 1]) { sum += weights[entry] }
      return sum
    }
  }
}
