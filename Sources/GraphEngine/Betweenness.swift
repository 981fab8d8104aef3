extension CompactGraph {
  /// How often each node lies on the shortest paths between others.
  ///
  ///     b(v) = sum over pairs s, t of sigma_st(v) / sigma_st
  ///
  /// sigma_st is the number of shortest paths from s to t and sigma_st(v) the number of those that
  /// pass through v, ends not counted. Pairs without a path add nothing. Undirected pairs count
  /// once, directed pairs in each order; every tie is one step long.
  ///
  /// Brandes (2001), *A faster algorithm for betweenness centrality*, J. Math. Sociol. 25:163, eight sources at a
  /// time (`LaneBrandes`). Sums run in an order that the graph alone fixes, so the same graph gives the same bits on any
  /// number of threads.
  /// - Parameter threads: 1 keeps to this thread; otherwise as many as there are processors.
  /// - Returns: one value a node, unscaled.
  /// - Complexity: O(n m) time, O(n + m) memory beside the graph.
  public func betweenness(threads: Int? = nil) -> [Double] {
    betweenness(from: (0..<Int32(nodeCount)).map { $0 }, threads: threads)
  }

  /// What the shortest paths from some sources alone add to the betweenness of each node.
  ///
  /// Sources may stand in any order, and more than once. Undirected pairs count half from each end.
  /// - Parameter limit: paths longer than this are left out.
  public func betweenness(
    from sources: [Int32], limit: Int = .max, threads: Int? = nil
  ) -> [Double] {
    precondition(sources.allSatisfy { 0 <= $0 && $0 < nodeCount }, "sources are nodes")
    // Nodes with many ties are met most, so they stand together in memory.
    let order = byDegree()
    let place = inverse(order)
    let graph = renumbered(order)
    // Sources that share a neighbour reach most nodes on the same levels, so they share a batch.
    let best = (0..<nodeCount).map { graph.neighbours($0).min() ?? Int32($0) }
    let sources = sources.map { place[Int($0)] }.sorted {
      (best[Int($0)], $0) < (best[Int($1)], $1)
    }
    let batches = (sources.count + LaneBrandes.lanes - 1) / LaneBrandes.lanes
    let pieces = pieces(of: batches, nodeCount: nodeCount)
    let parts = graph.withRows { rows in
      fanOut(pieces.count, threads: threads) { piece in
        let batches = pieces[piece]
        var kernel = LaneBrandes(rows, isMutual: !isDirected, limit: limit)
        for batch in batches {
          let first = batch * LaneBrandes.lanes
          kernel.add(sources[first..<min(first + LaneBrandes.lanes, sources.count)])
        }
        return kernel.total.array
      }
    }
    let total = sum(parts, count: nodeCount)
    return place.map { isDirected ? total[Int($0)] : total[Int($0)] / 2 }
  }
}
