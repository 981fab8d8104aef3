extension CompactGraph {
  /// How often each node lies on the shortest paths between others when strong ties are short.
  ///
  ///     b(v) = sum over pairs s, t of sigma_st(v) / sigma_st
  ///
  /// A tie of weight w is 1 / w long. Where all weights are whole numbers up to 60 lengths are counted in
  /// whole parts of their least common multiple, so that paths of equal length are found equal;
  /// otherwise lengths within a share of 1e-10 of each other count as equal. Pairs without a path add
  /// nothing; undirected pairs count once.
  ///
  /// Brandes (2001), J. Math. Sociol. 25:163, with Dijkstra's search on a ring of buckets where lengths are small whole
  /// numbers (`BucketBrandes`), else on a heap (`HeapBrandes`). The same bits on any number of threads.
  /// - Parameter threads: 1 keeps to this thread; otherwise as many as there are processors.
  /// - Returns: one value a node, unscaled.
  /// - Complexity: O(n m) on buckets, O(n m log n) on a heap.
  public func weightedBetweenness(threads: Int? = nil) -> [Double] {
    weightedBetweenness(from: (0..<Int32(nodeCount)).map { $0 }, threads: threads)
  }

  /// What the shortest paths from some sources alone add; undirected pairs count half from each end.
  public func weightedBetweenness(from sources: [Int32], threads: Int? = nil) -> [Double] {
    let total = dependencies(from: sources, threads: threads).sums
    return isDirected ? total : total.map { $0 / 2 }
  }

  /// For each node the sum of what sources add to it, and of the squares of that.
  func dependencies(
    from sources: [Int32], threads: Int?
  ) -> (sums: [Double], squares: [Double]) {
    precondition(sources.allSatisfy { 0 <= $0 && $0 < nodeCount }, "sources are nodes")
    // Nodes with many ties are met most, so they stand together in memory.
    let order = byDegree()
    let place = inverse(order)
    let graph = renumbered(order)
    let sources = sources.map { place[Int($0)] }
    let pieces = pieces(of: sources.count, nodeCount: nodeCount)
    let parts: [(sums: [Double], squares: [Double])]
    if let lengths = graph.wholeLengths(atMost: BucketBrandes.longest) {
      parts = graph.withRows { rows in
        fanOut(pieces.count, threads: threads) { piece in
          var kernel = BucketBrandes(rows, lengths)
          for source in sources[pieces[piece]] { kernel.add(Int(source)) }
          return (kernel.total.array, kernel.squares.array)
        }
      }
    } else {
      let lengths = graph.tieLengths()
      parts = graph.withRows { rows in
        fanOut(pieces.count, threads: threads) { piece in
          var kernel = HeapBrandes(rows, lengths)
          for source in sources[pieces[piece]] { kernel.add(Int(source)) }
          return (kernel.total.array, kernel.squares.array)
        }
      }
    }
    let sums = sum(parts.map(\.sums), count: nodeCount)
    let squares = sum(parts.map(\.squares), count: nodeCount)
    return (place.map { sums[Int($0)] }, place.map { squares[Int($0)] })
  }

  /// The length of each entry in whole parts, or `nil` when weights do not allow it or one is longer than `limit`.
  func wholeLengths(atMost limit: Int) -> [Int32]? {
    guard let multiple = commonMultiple() else { return nil }
    var part = 0
    var longest = 0
    for weight in distinctWeights(atMost: 60) ?? [] {
      let length = multiple / Int(weight)
      part = greatestCommonDivisor(part, length)
      longest = max(longest, length)
    }
    guard part > 0 else { return [] }
    guard longest / part <= limit else { return nil }
    return weights.map { Int32(multiple / Int($0) / part) }
  }

  /// The length of each entry: whole parts of a common multiple where weights allow, else 1 / weight.
  func tieLengths() -> [Double] {
    guard let multiple = commonMultiple() else { return weights.map { 1 / $0 } }
    return weights.map { Double(multiple) / $0 }
  }

  /// The least common multiple of all weights, when they are whole numbers up to 60 and it is not huge.
  private func commonMultiple() -> Int? {
    guard let distinct = distinctWeights(atMost: 60) else { return nil }
    var multiple = 1
    for weight in distinct {
      guard weight == weight.rounded(), weight >= 1, weight <= 60 else { return nil }
      multiple = multiple / greatestCommonDivisor(multiple, Int(weight)) * Int(weight)
      if multiple > 1 << 40 { return nil }
    }
    return multiple
  }

  /// The different weights, ascending, or `nil` when there are more than `limit`.
  private func distinctWeights(atMost limit: Int) -> [Double]? {
    var known: [Double] = []
    for weight in weights where !known.contains(weight) {
      guard known.count < limit else { return nil }
      known.append(weight)
    }
    return known.sorted()
  }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  b == 0 ? a : greatestCommonDivisor(b, a % b)
}
