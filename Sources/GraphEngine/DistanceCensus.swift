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
  /// 512 ends at a time, a bit for each (`BitParallelSearch`); parts of the graph are searched one after another, so that
  /// nobody waits for those who cannot be reached. The same bits on any number of threads.
  /// - Parameter threads: 1 keeps to this thread; otherwise as many as there are processors.
  /// - Complexity: O(n m d / 512) for d the diameter, mostly far less; O(n) memory.
  public func distanceCensus(threads: Int? = nil) -> DistanceCensus {
    // Nodes part by part, so that a batch looks at the nodes of its own parts alone.
    let parts = components()
    var begins = [0]
    for size in parts.sizes { begins.append(begins[begins.count - 1] + size) }
    var next = begins
    var order = [Int32](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      let part = Int(parts.partOf[node])
      order[next[part]] = Int32(node)
      next[part] += 1
    }
    let graph = renumbered(order)
    let partOf = order.map { parts.partOf[Int($0)] }
    let batches = (nodeCount + BitParallelSearch.width - 1) / BitParallelSearch.width
    let pieces = pieces(of: batches, nodeCount: nodeCount)
    let partBegins = begins
    let sums = graph.withRows { rows in
      fanOut(pieces.count, threads: threads) { piece in
        var search = BitParallelSearch(rows, partOf: partOf, partBegins: partBegins)
        for batch in pieces[piece] { search.add(batch: batch) }
        return (
          reached: search.reached.array, farness: search.farness.array,
          harmonic: search.harmonic.array, histogram: search.histogram
        )
      }
    }
    var reached = [Int](repeating: 0, count: nodeCount)
    var farness = reached
    var harmonic = [Double](repeating: 0, count: nodeCount)
    var histogram = [0]
    for sum in sums {
      for (place, node) in order.enumerated() {
        reached[Int(node)] += sum.reached[place]
        farness[Int(node)] += sum.farness[place]
        harmonic[Int(node)] += sum.harmonic[place]
      }
      while histogram.count < sum.histogram.count { histogram.append(0) }
      for (distance, count) in sum.histogram.enumerated() { histogram[distance] += count }
    }
    return DistanceCensus(
      reached: reached, farness: farness.map(Double.init), harmonic: harmonic, histogram: histogram)
  }
}
