/// Communities: parts of a network with many ties inside and few between.
public struct Communities: Sendable, Equatable {
  /// The community of each node; numbered by size, the largest first, then by lowest node.
  public let communityOf: [Int32]
  public let sizes: [Int]
  /// The modularity they reach; `nil` when there are no ties.
  public let modularity: Double?
}

extension CompactGraph {
  /// Modularity of a division of the nodes: ties inside beside what degrees alone would give.
  ///
  ///     Q = sum over communities c of (L_c / m - gamma (d_c / 2m)^2)
  ///
  /// L_c is the weight inside c, d_c the summed weight at its nodes, m the weight of all ties. Newman & Girvan
  /// (2004), Phys. Rev. E 69:026113.
  /// - Parameter communityOf: the community of each node; -1 puts a node in one of its own.
  /// - Returns: `nil` when there are no ties.
  /// - Complexity: O(n + m).
  public func modularity(of communityOf: [Int32], resolution: Double = 1) -> Double? {
    precondition(!isDirected, "modularity is found on the undirected graph")
    let count = Int(communityOf.max() ?? -1) + 1
    var inside = [Double](repeating: 0, count: count)
    var strength = [Double](repeating: 0, count: count)
    var alone = 0.0
    var total = 0.0
    for node in 0..<nodeCount {
      let own = communityOf[node]
      var sum = 0.0
      for entry in Int(starts[node])..<Int(starts[node + 1]) {
        sum += weights[entry]
        if own >= 0, communityOf[Int(targets[entry])] == own { inside[Int(own)] += weights[entry] }
      }
      total += sum
      if own >= 0 { strength[Int(own)] += sum } else { alone += sum * sum }
    }
    guard total > 0 else { return nil }
    var quality = -resolution * alone / (total * total)
    for community in 0..<count {
      let share = strength[community] / total
      quality += inside[community] / total - resolution * share * share
    }
    return quality
  }

  /// Finds communities of high modularity by the Leiden algorithm.
  ///
  /// Fast local moving from a queue, refinement within communities, aggregation, until nothing gains; then all of it
  /// again from the communities found, until a whole round gains nothing or, in large networks, once (`LeidenRun`).
  /// Nodes are visited in an order drawn from the seed, so the same graph and seed give the same communities on any
  /// number of threads; of `attempts` the best counts, of equal ones the first. Traag, Waltman & van Eck (2019), *From
  /// Louvain to Leiden*, Sci. Rep. 9:5233.
  /// - Complexity: O(m) a pass, a few passes a round, a few rounds an attempt.
  public func leiden(
    seed: UInt64, resolution: Double = 1, attempts: Int = 1, threads: Int? = nil
  ) -> Communities {
    precondition(!isDirected, "communities are found on the undirected graph")
    let runs = withRows { rows in
      fanOut(max(1, attempts), threads: threads) { attempt in
        var run = LeidenRun(rows, seed: seed &+ UInt64(attempt), resolution: resolution)
        var labels = (0..<Int32(nodeCount)).map { $0 }
        var quality = -Double.infinity
        for _ in 0..<(nodeCount > 2_000 ? 2 : 100) {
          let next = run.communities(from: labels)
          let reached = modularity(of: next, resolution: resolution) ?? 0
          guard reached > quality + 1e-9 else { break }
          (labels, quality) = (next, reached)
        }
        return (labels: labels, quality: quality)
      }
    }
    var best: (labels: [Int32], quality: Double)?
    for run in runs where run.quality > (best?.quality ?? -.infinity) + 1e-12 { best = run }
    return Communities(
      numbering: best?.labels ?? [], modularity: targets.isEmpty ? nil : best?.quality)
  }
}

extension Communities {
  /// Numbers communities by size, the largest first.
  init(numbering labels: [Int32], modularity: Double?) {
    let count = Int(labels.max() ?? -1) + 1
    var sizes = [Int](repeating: 0, count: count)
    var first = [Int](repeating: -1, count: count)
    for (node, label) in labels.enumerated() {
      sizes[Int(label)] += 1
      if first[Int(label)] < 0 { first[Int(label)] = node }
    }
    let order = sizes.indices.filter { sizes[$0] > 0 }.sorted {
      (sizes[$1], first[$0]) < (sizes[$0], first[$1])
    }
    var place = [Int32](repeating: -1, count: count)
    for (index, label) in order.enumerated() { place[label] = Int32(index) }
    communityOf = labels.map { place[Int($0)] }
    self.sizes = order.map { sizes[$0] }
    self.modularity = modularity
  }
}
