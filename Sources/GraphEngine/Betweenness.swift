extension CompactGraph {
  /// How often each node lies on the shortest paths between others.
  ///
  ///     b(v) = sum over pairs s, t of sigma_st(v) / sigma_st
  ///
  /// sigma_st is the number of shortest paths from s to t and sigma_st(v) the number of those that
  /// pass through v, ends not counted. Pairs without a path add nothing. Undirected pairs count
  /// once, directed pairs in each order; every tie is one step long. The sum runs over sources in
  /// ascending order, so the same graph gives the same bits.
  ///
  /// Brandes (2001), *A faster algorithm for betweenness centrality*, J. Math. Sociol. 25:163,
  /// without predecessor lists: the backward pass compares levels instead.
  /// - Returns: one value a node, unscaled.
  /// - Complexity: O(n m) time, O(n) memory beside the graph.
  public func betweenness() -> [Double] {
    var total = [Double](repeating: 0, count: nodeCount)
    var level = [Int32](repeating: -1, count: nodeCount)
    var pathCount = [Double](repeating: 0, count: nodeCount)
    var dependency = [Double](repeating: 0, count: nodeCount)
    var queue = [Int32](repeating: 0, count: nodeCount)
    let starts = starts.span
    let targets = targets.span
    for source in 0..<nodeCount {
      var head = 0
      var tail = 1
      queue[0] = Int32(source)
      level[source] = 0
      pathCount[source] = 1
      while head < tail {
        let node = Int(queue[head])
        head += 1
        let step = level[node] + 1
        let count = pathCount[node]
        for entry in Int(starts[node])..<Int(starts[node + 1]) {
          let other = Int(targets[entry])
          if level[other] < 0 {
            level[other] = step
            queue[tail] = Int32(other)
            tail += 1
          }
          if level[other] == step { pathCount[other] += count }
        }
      }
      for place in stride(from: tail - 1, through: 0, by: -1) {
        let node = Int(queue[place])
        let step = level[node] + 1
        var sum = 0.0
        for entry in Int(starts[node])..<Int(starts[node + 1]) {
          let other = Int(targets[entry])
          if level[other] == step { sum += dependency[other] }
        }
        let share = sum * pathCount[node]
        dependency[node] = (1 + share) / pathCount[node]
        if node != source { total[node] += share }
      }
      for place in 0..<tail {
        level[Int(queue[place])] = -1
        pathCount[Int(queue[place])] = 0
      }
    }
    return isDirected ? total : total.map { $0 / 2 }
  }
}
