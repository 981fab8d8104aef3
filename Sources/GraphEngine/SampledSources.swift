extension CompactGraph {
  /// Finds betweenness with strong ties being short from a sample of sources.
  ///
  /// Sources are drawn from the seed without repeats; the mean of what each adds stands for all. The bound is the empirical
  /// Bernstein bound over all nodes at once (Maurer & Pontil 2009, COLT; Brandes & Pich 2007, Int. J. Bifurc. Chaos
  /// 17:2303, for the sampling).
  /// - Parameter sources: how many sources; at least 2, at most all.
  /// - Complexity: O(sources m) on buckets.
  public func sampledWeightedBetweenness(
    sources count: Int, confidence: Double = 0.9, seed: UInt64, threads: Int? = nil
  ) -> SampledBetweenness {
    precondition(confidence > 0 && confidence < 1, "a confidence")
    var nodes = (0..<Int32(nodeCount)).map { $0 }
    var generator = SeededGenerator(seed: seed)
    generator.shuffle(&nodes)
    let drawn = nodes.prefix(min(max(2, count), nodeCount)).sorted()
    guard drawn.count > 1 else {
      return SampledBetweenness(
        values: nodes.map { _ in 0 }, bound: 0, confidence: 1, draws: drawn.count)
    }
    let found = dependencies(from: drawn, threads: threads)
    let (k, n) = (Double(drawn.count), Double(nodeCount))
    let scale = n / (isDirected ? 1 : 2)
    let range = max(1, n - 2)
    let chance = naturalLog(4 * n / (1 - confidence))
    var bound = 0.0
    for node in 0..<nodeCount {
      let mean = found.sums[node] / k
      let variance = max(0, found.squares[node] / k - mean * mean) * k / (k - 1)
      let error = (2 * variance * chance / k).squareRoot() + 7 * range * chance / (3 * (k - 1))
      bound = max(bound, error * scale)
    }
    return SampledBetweenness(
      values: found.sums.map { $0 / k * scale }, bound: drawn.count == nodeCount ? 0 : bound,
      confidence: confidence, draws: drawn.count)
  }
}
