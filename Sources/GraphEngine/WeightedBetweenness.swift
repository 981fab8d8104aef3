import HeapModule

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
  /// Brandes (2001), J. Math. Sociol. 25:163, with Dijkstra's search on a heap.
  /// - Returns: one value a node, unscaled.
  /// - Complexity: O(n m log n).
  public func weightedBetweenness() -> [Double] {
    let lengths = tieLengths()
    var total = [Double](repeating: 0, count: nodeCount)
    var search = ShortestPaths(nodeCount: nodeCount)
    for source in 0..<nodeCount {
      search.run(from: source, starts, targets, lengths)
      search.addDependencies(source, starts, targets, lengths, to: &total)
    }
    return isDirected ? total : total.map { $0 / 2 }
  }

  /// The length of each entry: whole parts of a common multiple where weights allow, else 1 / weight.
  func tieLengths() -> [Double] {
    var multiple = 1
    for weight in Set(weights) {
      guard weight == weight.rounded(), weight >= 1, weight <= 60 else {
        return weights.map { 1 / $0 }
      }
      multiple = multiple / greatestCommonDivisor(multiple, Int(weight)) * Int(weight)
      if multiple > 1 << 40 { return weights.map { 1 / $0 } }
    }
    return weights.map { Double(multiple) / $0 }
  }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  b == 0 ? a : greatestCommonDivisor(b, a % b)
}

/// One search after another over the same arrays.
private struct ShortestPaths {
  private var distance: [Double]
  private var pathCount: [Double]
  private var dependency: [Double]
  private var isSettled: [Bool]
  private var order: [Int32] = []

  private struct Reached: Comparable {
    let distance: Double
    let node: Int32
    static func < (a: Reached, b: Reached) -> Bool { (a.distance, a.node) < (b.distance, b.node) }
  }

  init(nodeCount: Int) {
    distance = [Double](repeating: .infinity, count: nodeCount)
    pathCount = [Double](repeating: 0, count: nodeCount)
    dependency = [Double](repeating: 0, count: nodeCount)
    isSettled = [Bool](repeating: false, count: nodeCount)
  }

  /// Whether two lengths are the same but for rounding; nothing equals the infinite length of no path.
  private static func isEqual(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-10 * min(a, b) }

  mutating func run(from source: Int, _ starts: [Int32], _ targets: [Int32], _ lengths: [Double]) {
    for node in order {
      distance[Int(node)] = .infinity
      pathCount[Int(node)] = 0
      isSettled[Int(node)] = false
    }
    order.removeAll(keepingCapacity: true)
    distance[source] = 0
    pathCount[source] = 1
    var heap: Heap<Reached> = [Reached(distance: 0, node: Int32(source))]
    while let next = heap.popMin() {
      let node = Int(next.node)
      guard !isSettled[node] else { continue }
      isSettled[node] = true
      order.append(next.node)
      for entry in Int(starts[node])..<Int(starts[node + 1]) {
        let other = Int(targets[entry])
        guard !isSettled[other] else { continue }
        let length = distance[node] + lengths[entry]
        if Self.isEqual(length, distance[other]) {
          pathCount[other] += pathCount[node]
        } else if length < distance[other] {
          distance[other] = length
          pathCount[other] = pathCount[node]
          heap.insert(Reached(distance: length, node: targets[entry]))
        }
      }
    }
  }

  mutating func addDependencies(
    _ source: Int, _ starts: [Int32], _ targets: [Int32], _ lengths: [Double],
    to total: inout [Double]
  ) {
    for node in order.reversed().map(Int.init) {
      var sum = 0.0
      for entry in Int(starts[node])..<Int(starts[node + 1]) {
        let other = Int(targets[entry])
        let length = distance[node] + lengths[entry]
        if distance[other] > distance[node], Self.isEqual(length, distance[other]) {
          sum += dependency[other]
        }
      }
      let share = sum * pathCount[node]
      dependency[node] = (1 + share) / pathCount[node]
      if node != source { total[node] += share }
    }
  }
}
