/// Betweenness found from a sample of shortest paths, and how far it may be off.
public struct SampledBetweenness: Sendable, Equatable {
  /// One value a node, on the scale of `CompactGraph.betweenness()`.
  public let values: [Double]
  /// With probability `confidence` no value is further off than this, on the same scale.
  public let bound: Double
  public let confidence: Double
  /// How many shortest paths, or people to start from, were drawn.
  public let draws: Int
}

extension CompactGraph {
  /// Finds betweenness from a sample of shortest paths.
  ///
  /// Two nodes are drawn, and of the shortest paths between them one; a node's share of such paths is its share of all
  /// pairs. Drawing stops as soon as every share is within `error` of the truth with probability `confidence`, all nodes
  /// at once. Borassi & Natale (2016), *KADABRA is an adaptive algorithm for betweenness via random approximation*, ESA,
  /// with the failure probability spread evenly over nodes. Paths are drawn in batches, each from the seed and its own
  /// number, so the values are the same on any number of threads.
  /// - Parameters:
  ///   - error: the largest deviation allowed, as a share of all pairs.
  /// - Complexity: O(draws sqrt(m)) in networks of short paths.
  public func sampledBetweenness(
    error: Double = 0.005, confidence: Double = 0.9, seed: UInt64, threads: Int? = nil
  ) -> SampledBetweenness {
    precondition(error > 0 && confidence > 0 && confidence < 1, "an error and a confidence")
    let n = Double(nodeCount)
    let pairs = n * (n - 1) / (isDirected ? 1 : 2)
    guard nodeCount > 2, !targets.isEmpty else {
      return SampledBetweenness(
        values: [Double](repeating: 0, count: nodeCount), bound: 0, confidence: confidence, draws: 0
      )
    }
    let rule = StoppingRule(
      error: error, failure: 1 - confidence, nodes: nodeCount, longestPath: longestPathBound())
    let back = reversed
    var counts = [Int](repeating: 0, count: nodeCount)
    var drawn = 0
    while !rule.isMet(counts, drawn) {
      // Rounds grow with what has been drawn, so that few are tested in vain.
      let batches = max(
        8, min(drawn / 4, rule.most - drawn + PathSampler.batch - 1) / PathSampler.batch)
      let first = drawn / PathSampler.batch
      let pieces = min(batches, 8)
      let parts = withRows { out in
        back.withRows { back in
          fanOut(pieces, threads: threads) { piece in
            var sampler = PathSampler(out, back)
            for batch in batches * piece / pieces..<batches * (piece + 1) / pieces {
              sampler.draw(seed: seed, batch: first + batch)
            }
            return sampler.counts.array
          }
        }
      }
      for part in parts {
        for node in counts.indices { counts[node] += Int(part[node]) }
      }
      drawn += batches * PathSampler.batch
    }
    return SampledBetweenness(
      values: counts.map { Double($0) / Double(drawn) * pairs }, bound: error * pairs,
      confidence: confidence, draws: drawn)
  }

  /// The most nodes a shortest path can hold: twice the way from one node of each part to its furthest, ends included.
  private func longestPathBound() -> Int {
    let graph = undirected
    let parts = graph.components()
    guard !isDirected else { return parts.largest }
    var first = [Int32](repeating: -1, count: parts.count)
    for node in 0..<nodeCount where first[Int(parts.partOf[node])] < 0 {
      first[Int(parts.partOf[node])] = Int32(node)
    }
    return Int(graph.distances(from: first).max() ?? 0) * 2 + 1
  }
}

/// When enough paths have been drawn.
private struct StoppingRule {
  let error: Double
  /// No more than this many are ever needed: (0.5 / e^2) (floor(log2(D - 2)) + 1 + ln(2 / f)).
  let most: Int
  private let logFailure: Double

  init(error: Double, failure: Double, nodes: Int, longestPath: Int) {
    self.error = error
    let inner = max(longestPath - 2, 1)
    let digits = Double(Int.bitWidth - 1 - inner.leadingZeroBitCount)
    most = Int((0.5 / (error * error) * (digits + 1 + naturalLog(2 / failure))).rounded(.up))
    // Each side of each node may fail with an equal share of half the probability.
    logFailure = naturalLog(4 * Double(nodes) / failure)
  }

  /// Whether every node's share is within the error, from above and from below.
  func isMet(_ counts: [Int], _ drawn: Int) -> Bool {
    guard drawn > 0 else { return false }
    guard drawn < most else { return true }
    let share = Double(counts.max() ?? 0) / Double(drawn)
    let ratio = Double(most) / Double(drawn)
    // Both bounds grow with the share, so the node with the largest decides.
    func bound(_ shift: Double) -> Double {
      logFailure / Double(drawn)
        * (shift + (shift * shift + 2 * share * Double(most) / logFailure).squareRoot())
    }
    return bound(1 / 3 - ratio) <= error && bound(1 / 3 + ratio) <= error
  }
}

/// ln x for x >= 1, from halvings and the series of artanh; the engine has no library of functions.
func naturalLog(_ x: Double) -> Double {
  let mantissa = x.significand
  let t = (mantissa - 1) / (mantissa + 1)
  var (sum, power) = (0.0, t)
  for k in stride(from: 1.0, to: 40, by: 2) {
    sum += power / k
    power *= t * t
  }
  return 2 * sum + Double(x.exponent) * 0.693_147_180_559_945_3
}
