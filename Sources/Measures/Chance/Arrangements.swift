public import GraphEngine

/// Every way to deal a few groups out over a few people, for exact probabilities in small networks.
public enum Arrangements {
  /// The most ways that are counted one by one.
  public static let limit = 100_000.0

  /// The number of ways to deal groups of these sizes out over their people: N! / (n_1! n_2! ...).
  public static func count(_ sizes: [Int]) -> Double {
    var count = 1.0
    var dealt = 0
    for size in sizes {
      for place in 1...max(size, 1) where size > 0 {
        dealt += 1
        count = count * Double(dealt) / Double(place)
      }
    }
    return count
  }

  /// The share of all ways in which the sum of weights within groups is at least `seen`.
  ///
  /// - Parameters:
  ///   - graph: ties among the people dealt to, each pair once.
  ///   - weights: one a graph entry; `nil` takes the graph's own.
  /// - Returns: `nil` when there are more than `limit` ways.
  /// - Complexity: O(ways * m).
  public static func shareWithin(
    atLeast seen: Double, _ sizes: [Int], _ graph: CompactGraph, weights: [Double]? = nil
  ) -> Double? {
    guard count(sizes) <= limit else { return nil }
    let weights = weights ?? graph.weights
    var left = sizes
    var label = [Int](repeating: -1, count: graph.nodeCount)
    var (hits, ways) = (0, 0)
    // A little less, so that sums that differ by rounding alone count as equal.
    let threshold = seen - 1e-9 * max(1, abs(seen))
    func deal(_ node: Int, _ sum: Double) {
      guard node < graph.nodeCount else {
        ways += 1
        if sum >= threshold { hits += 1 }
        return
      }
      for group in left.indices where left[group] > 0 {
        left[group] -= 1
        label[node] = group
        var gain = 0.0
        for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1]) {
          let other = Int(graph.targets[entry])
          if other < node, label[other] == group { gain += weights[entry] }
        }
        deal(node + 1, sum + gain)
        left[group] += 1
      }
      label[node] = -1
    }
    deal(0, 0)
    return Double(hits) / Double(ways)
  }
}
