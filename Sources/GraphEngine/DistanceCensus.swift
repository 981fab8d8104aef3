/// How far everybody is from everybody: the sums that closeness, harmonic centrality, mean path and
/// diameter share.
public struct DistanceCensus: Sendable, Equatable {
  /// The number of other nodes each node reaches.
  public let reached: [Int]
  /// The sum of distances to the nodes reached.
  public let farness: [Double]
  /// The sum of 1 / distance over the nodes reached.
  public let harmonic: [Double]
  /// The number of ordered pairs at each distance; index 0 is unused.
  public let histogram: [Int]

  /// The longest of all shortest paths; 0 when nobody reaches anybody.
  public var diameter: Int { histogram.lastIndex { $0 > 0 } ?? 0 }

  /// The mean distance of pairs with a path; `nil` when there is none.
  public var meanDistance: Double? {
    var (pairs, steps) = (0, 0)
    for (distance, count) in histogram.enumerated() {
      pairs += count
      steps += distance * count
    }
    return pairs > 0 ? Double(steps) / Double(pairs) : nil
  }
}

extension CompactGraph {
  /// Measures the distance between every two nodes, every tie being one step.
  ///
  /// - Complexity: O(n (n + m)) time, O(n) memory.
  public func distanceCensus() -> DistanceCensus {
    var reached = [Int](repeating: 0, count: nodeCount)
    var farness = [Double](repeating: 0, count: nodeCount)
    var harmonic = [Double](repeating: 0, count: nodeCount)
    var histogram = [0]
    var level = [Int32](repeating: -1, count: nodeCount)
    var queue = [Int32](repeating: 0, count: nodeCount)
    for source in 0..<nodeCount {
      queue[0] = Int32(source)
      level[source] = 0
      var (head, tail) = (0, 1)
      while head < tail {
        let node = Int(queue[head])
        head += 1
        for entry in Int(starts[node])..<Int(starts[node + 1]) where level[Int(targets[entry])] < 0
        {
          let other = Int(targets[entry])
          level[other] = level[node] + 1
          queue[tail] = Int32(other)
          tail += 1
        }
      }
      reached[source] = tail - 1
      // Counted by distance, so that the sums do not depend on the order nodes are met in.
      var place = 1
      while place < tail {
        let distance = Int(level[Int(queue[place])])
        let first = place
        while place < tail, Int(level[Int(queue[place])]) == distance { place += 1 }
        let count = place - first
        while histogram.count <= distance { histogram.append(0) }
        histogram[distance] += count
        farness[source] += Double(distance * count)
        harmonic[source] += Double(count) / Double(distance)
      }
      for place in 0..<tail { level[Int(queue[place])] = -1 }
    }
    return DistanceCensus(
      reached: reached, farness: farness, harmonic: harmonic, histogram: histogram)
  }
}
