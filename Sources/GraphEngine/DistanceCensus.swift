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

  /// How the values were estimated; `nil` when every distance was found.
  public var sample: Sample?

  /// What distances were found in a census that is an estimate.
  public struct Sample: Sendable, Equatable {
    /// How many nodes of each large part were drawn, to whom distances were found.
    public let ends: Int
    /// The standard error of a node's mean distance, in steps, at the spread of all distances found.
    public let standardError: Double
  }

  /// The longest of all shortest paths, or of those found in an estimate; 0 when nobody reaches anybody.
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
    census(PartwiseOrder(components()), threads)
  }

  /// Estimates how far everybody is from everybody by the distances to some nodes drawn at random.
  ///
  /// In each part of more than `count` nodes the mean over nodes drawn without repeats stands for the mean over all (Eppstein
  /// & Wang 2004, *Fast approximation of centrality*, J. Graph Algorithms Appl. 8:39); who reaches whom, and distances in
  /// smaller parts, are exact. The diameter found is the least it can be.
  /// - Parameter ends: how many nodes to draw in a part; at least 2.
  /// - Complexity: O(count m d / 512) for d the diameter.
  public func sampledDistanceCensus(
    ends count: Int, seed: UInt64, threads: Int? = nil
  ) -> DistanceCensus {
    precondition(!isDirected && count > 1, "two ends at least, and ties that lead both ways")
    var order = PartwiseOrder(components())
    order.draw(count, seed: seed)
    var found = census(order, threads)
    if order.parts.contains(where: { $0.drawn < $0.nodes.count }) {
      found.sample = .init(
        ends: count, standardError: (found.spread / Double(count)).squareRoot())
    }
    return found
  }

  private func census(_ order: PartwiseOrder, _ threads: Int?) -> DistanceCensus {
    let graph = renumbered(order.nodes)
    let partOf = order.partOf
    let begins = order.parts.map(\.nodes.lowerBound) + [nodeCount]
    let batches = order.batches
    let pieces = pieces(of: batches.count, nodeCount: nodeCount)
    let sums = graph.withRows { rows in
      fanOut(pieces.count, threads: threads) { piece in
        var search = BitParallelSearch(rows, partOf: partOf, partBegins: begins)
        // Counts of one part may stand for more than those of another, so each is kept apart.
        var histograms: [Int: [Int]] = [:]
        for batch in batches[pieces[piece]] {
          let before = search.histogram
          search.add(batch)
          let share = order.isWhole(batch) ? -1 : Int(partOf[batch.lowerBound])
          histograms[share] = added(
            histograms[share, default: []], search.histogram, without: before)
        }
        return (
          reached: search.reached.array, farness: search.farness.array,
          harmonic: search.harmonic.array, histograms: histograms
        )
      }
    }
    var reached = [Int](repeating: 0, count: nodeCount)
    var farness = [Int](repeating: 0, count: nodeCount)
    var harmonic = [Double](repeating: 0, count: nodeCount)
    var histogram = [0]
    for sum in sums {
      for (place, node) in order.nodes.enumerated() {
        reached[Int(node)] += sum.reached[place]
        farness[Int(node)] += sum.farness[place]
        harmonic[Int(node)] += sum.harmonic[place]
      }
    }
    for part in Set(sums.flatMap(\.histograms.keys)).sorted() {
      let scale = part < 0 ? nil : order.parts[part]
      var counts: [Int] = []
      for sum in sums { counts = added(counts, sum.histograms[part] ?? []) }
      for (distance, count) in counts.enumerated() {
        if histogram.count <= distance { histogram.append(0) }
        histogram[distance] += scale?.scaled(count) ?? count
      }
    }
    var farnessOfAll = farness.map(Double.init)
    for part in order.parts where part.drawn < part.nodes.count {
      for node in order.nodes[part.nodes] {
        let node = Int(node)
        let scale = Double(part.nodes.count - 1) / Double(reached[node])
        farnessOfAll[node] *= scale
        harmonic[node] *= scale
        reached[node] = part.nodes.count - 1
      }
    }
    return DistanceCensus(
      reached: reached, farness: farnessOfAll, harmonic: harmonic, histogram: histogram)
  }
}

extension DistanceCensus {
  /// The variance of distances over pairs.
  fileprivate var spread: Double {
    guard let mean = meanDistance else { return 0 }
    var (sum, pairs) = (0.0, 0.0)
    for (distance, count) in histogram.enumerated() {
      sum += Double(count) * (Double(distance) - mean) * (Double(distance) - mean)
      pairs += Double(count)
    }
    return sum / pairs
  }
}

/// Nodes part by part, those to whom distances are found first in each part.
private struct PartwiseOrder: Sendable {
  var nodes: [Int32]
  var parts: [Part]
  let partOf: [Int32]

  struct Part: Sendable {
    let nodes: Range<Int>
    /// How many of them, from the first, distances are found to.
    var drawn: Int

    /// A count of pairs as it would be, had distances been found to all.
    func scaled(_ count: Int) -> Int {
      Int((Double(count) * Double(nodes.count) / Double(drawn)).rounded())
    }
  }

  init(_ components: Components) {
    var begins = [0]
    for size in components.sizes { begins.append(begins[begins.count - 1] + size) }
    parts = components.sizes.indices.map {
      Part(nodes: begins[$0]..<begins[$0 + 1], drawn: components.sizes[$0])
    }
    nodes = [Int32](repeating: 0, count: components.partOf.count)
    for (node, part) in components.partOf.enumerated() {
      nodes[begins[Int(part)]] = Int32(node)
      begins[Int(part)] += 1
    }
    partOf = nodes.map { components.partOf[Int($0)] }
  }

  /// Draws some nodes of every part that has more.
  mutating func draw(_ count: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for part in parts.indices where parts[part].nodes.count > count {
      let range = parts[part].nodes
      for place in range.prefix(count) {
        nodes.swapAt(place, place + generator.below(range.upperBound - place))
      }
      nodes[range.prefix(count)].sort()
      nodes[range.dropFirst(count)].sort()
      parts[part].drawn = count
    }
  }

  /// The ends of each search: small parts share one, a part of which some were drawn shares none.
  var batches: [Range<Int>] {
    var runs: [Range<Int>] = []
    for part in parts {
      let ends = part.nodes.prefix(part.drawn)
      if part.drawn == part.nodes.count, let last = runs.last, isWhole(last) {
        runs[runs.count - 1] = last.lowerBound..<ends.upperBound
      } else {
        runs.append(ends.lowerBound..<ends.upperBound)
      }
    }
    return runs.flatMap { run in
      stride(from: run.lowerBound, to: run.upperBound, by: BitParallelSearch.width).map {
        $0..<min($0 + BitParallelSearch.width, run.upperBound)
      }
    }
  }

  /// Whether distances are found to all nodes of the parts that some ends lie in.
  func isWhole(_ ends: Range<Int>) -> Bool {
    let part = parts[Int(partOf[ends.lowerBound])]
    return part.drawn == part.nodes.count
  }
}

/// One row of counts added to another, less a third.
private func added(_ one: [Int], _ other: [Int], without third: [Int] = []) -> [Int] {
  (0..<max(one.count, other.count)).map { place in
    (place < one.count ? one[place] : 0) + (place < other.count ? other[place] : 0)
      - (place < third.count ? third[place] : 0)
  }
}
