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
  /// again from the communities found, until a whole round gains nothing. Nodes are visited in an order drawn from the
  /// seed, so the same graph and seed give the same communities; of `attempts` the best counts. Traag, Waltman & van Eck
  /// (2019), *From Louvain to Leiden*, Sci. Rep. 9:5233.
  /// - Complexity: O(m) a pass, a few passes a round, a few rounds an attempt.
  public func leiden(seed: UInt64, resolution: Double = 1, attempts: Int = 1) -> Communities {
    precondition(!isDirected, "communities are found on the undirected graph")
    var best: (labels: [Int32], quality: Double)?
    for attempt in 0..<max(1, attempts) {
      var generator = SeededGenerator(seed: seed &+ UInt64(attempt))
      var labels = (0..<Int32(nodeCount)).map { $0 }
      var quality = -Double.infinity
      while true {
        var run = LeidenRun(self, generator, resolution: resolution)
        let next = run.communities(from: labels)
        generator = run.generator
        let reached = modularity(of: next, resolution: resolution) ?? 0
        guard reached > quality + 1e-9 else { break }
        (labels, quality) = (next, reached)
      }
      if quality > (best?.quality ?? -.infinity) + 1e-12 { best = (labels, quality) }
    }
    return Communities(
      numbering: best?.labels ?? [], modularity: targets.isEmpty ? nil : best?.quality)
  }
}

extension Communities {
  /// Numbers communities by size, the largest first.
  init(numbering labels: [Int32], modularity: Double?) {
    var sizes: [Int32: Int] = [:]
    var first: [Int32: Int] = [:]
    for (node, label) in labels.enumerated() {
      sizes[label, default: 0] += 1
      if first[label] == nil { first[label] = node }
    }
    let order = sizes.keys.sorted {
      (sizes[$1] ?? 0, first[$0] ?? 0) < (sizes[$0] ?? 0, first[$1] ?? 0)
    }
    var place: [Int32: Int32] = [:]
    for (index, label) in order.enumerated() { place[label] = Int32(index) }
    communityOf = labels.map { place[$0] ?? -1 }
    self.sizes = order.map { sizes[$0] ?? 0 }
    self.modularity = modularity
  }
}

/// One run of the algorithm: a graph that shrinks as communities become its nodes.
private struct LeidenRun {
  private var starts: [Int]
  private var targets: [Int32]
  private var weights: [Double]
  /// Summed weight at each node, its own inner ties counted twice.
  private var strength: [Double]
  /// The weight of ties that have become inner ties of a node, counted twice.
  private var inner: [Double]
  private let total: Double
  private let resolution: Double
  fileprivate private(set) var generator: SeededGenerator
  /// The node of the shrunken graph that each node of the first one is in.
  private var nodeOf: [Int32]

  init(_ graph: CompactGraph, _ generator: SeededGenerator, resolution: Double) {
    starts = graph.starts.map(Int.init)
    targets = graph.targets
    weights = graph.weights
    strength = (0..<graph.nodeCount).map { node in
      graph.weights[Int(graph.starts[node])..<Int(graph.starts[node + 1])].reduce(0, +)
    }
    inner = [Double](repeating: 0, count: graph.nodeCount)
    total = strength.reduce(0, +)
    self.resolution = resolution
    self.generator = generator
    nodeOf = (0..<Int32(graph.nodeCount)).map { $0 }
  }

  private var count: Int { starts.count - 1 }

  mutating func communities(from start: [Int32]) -> [Int32] {
    guard total > 0 else { return start }
    var labels = start
    while true {
      move(&labels)
      let communities = Set(labels).count
      if communities == count { break }
      let refined = refine(labels)
      let parts = compact(refined)
      if parts.count == count { break }
      // Communities of the shrunken graph begin as the communities found here.
      var carried = [Int32](repeating: 0, count: parts.count)
      for node in 0..<count { carried[Int(parts.place[node])] = labels[node] }
      aggregate(parts.place, parts.count)
      labels = compact(carried).place
    }
    return nodeOf.map { labels[Int($0)] }
  }

  /// Moves nodes to the neighbouring community that gains most, until no node gains.
  private mutating func move(_ labels: inout [Int32]) {
    var sums = [Double](repeating: 0, count: count)
    var members = [Int](repeating: 0, count: count)
    for node in 0..<count {
      sums[Int(labels[node])] += strength[node]
      members[Int(labels[node])] += 1
    }
    var order = (0..<Int32(count)).map { $0 }
    generator.shuffle(&order)
    var queue = order
    var head = 0
    var isQueued = [Bool](repeating: true, count: count)
    var tie = [Double](repeating: 0, count: count)
    var touched: [Int32] = []
    while head < queue.count {
      let node = Int(queue[head])
      head += 1
      isQueued[node] = false
      let own = Int(labels[node])
      touched.removeAll(keepingCapacity: true)
      for entry in starts[node]..<starts[node + 1] {
        let label = labels[Int(targets[entry])]
        if tie[Int(label)] == 0 { touched.append(label) }
        tie[Int(label)] += weights[entry]
      }
      let factor = resolution * strength[node] / total
      sums[own] -= strength[node]
      var best = own
      var bestGain = tie[own] - factor * sums[own]
      for label in touched {
        let gain = tie[Int(label)] - factor * sums[Int(label)]
        if gain > bestGain + 1e-12 {
          best = Int(label)
          bestGain = gain
        }
      }
      members[own] -= 1
      // A community of its own, where every other is worse than none.
      if bestGain < -1e-12, let empty = members.firstIndex(of: 0) { best = empty }
      sums[best] += strength[node]
      members[best] += 1
      for label in touched { tie[Int(label)] = 0 }
      guard best != own else { continue }
      labels[node] = Int32(best)
      for entry in starts[node]..<starts[node + 1] {
        let other = Int(targets[entry])
        if labels[other] != Int32(best), !isQueued[other] {
          isQueued[other] = true
          queue.append(Int32(other))
        }
      }
    }
  }

  /// Splits each community into parts that are well tied within it: nodes begin alone and join a part of their
  /// community that gains.
  private mutating func refine(_ labels: [Int32]) -> [Int32] {
    var parts = (0..<Int32(count)).map { $0 }
    var partStrength = strength
    var partSize = [Int](repeating: 1, count: count)
    var communityStrength = [Double](repeating: 0, count: count)
    for node in 0..<count { communityStrength[Int(labels[node])] += strength[node] }
    // The weight from each part to the rest of its community.
    var outward = [Double](repeating: 0, count: count)
    for node in 0..<count {
      for entry in starts[node]..<starts[node + 1]
      where labels[Int(targets[entry])] == labels[node] && Int(targets[entry]) != node {
        outward[node] += weights[entry]
      }
    }
    var order = (0..<Int32(count)).map { $0 }
    generator.shuffle(&order)
    var tie = [Double](repeating: 0, count: count)
    for node in order.map(Int.init) where partSize[Int(parts[node])] == 1 {
      let community = communityStrength[Int(labels[node])]
      let factor = resolution * strength[node] / total
      guard outward[node] >= factor * (community - strength[node]) - 1e-12 else { continue }
      var touched: [Int32] = []
      for entry in starts[node]..<starts[node + 1] {
        let other = Int(targets[entry])
        guard labels[other] == labels[node], other != node else { continue }
        if tie[Int(parts[other])] == 0 { touched.append(parts[other]) }
        tie[Int(parts[other])] += weights[entry]
      }
      // Drawn with chances in proportion to the gains, so that attempts differ.
      var choices: [(part: Int, gains: Double)] = []
      var gains = 0.0
      for part in touched {
        let (place, sum) = (Int(part), partStrength[Int(part)])
        let isWellTied = outward[place] >= resolution * sum * (community - sum) / total - 1e-12
        let gain = tie[place] - factor * sum
        if isWellTied, gain > 1e-12 {
          gains += gain
          choices.append((place, gains))
        }
      }
      let draw = choices.isEmpty ? 0 : generator.unit() * gains
      let best = choices.first { $0.gains >= draw }?.part
      if let best {
        let inward = tie[best]
        partSize[best] += 1
        partSize[Int(parts[node])] -= 1
        partStrength[best] += strength[node]
        outward[best] += outward[node] - 2 * inward
        parts[node] = Int32(best)
      }
      for part in touched { tie[Int(part)] = 0 }
    }
    return parts
  }

  /// Labels renumbered from 0 in the order they are met.
  private func compact(_ labels: [Int32]) -> (place: [Int32], count: Int) {
    var place = [Int32](repeating: -1, count: Int(labels.max() ?? -1) + 1)
    var next: Int32 = 0
    let renumbered = labels.map { label in
      if place[Int(label)] < 0 {
        place[Int(label)] = next
        next += 1
      }
      return place[Int(label)]
    }
    return (renumbered, Int(next))
  }

  /// Makes each part a node.
  private mutating func aggregate(_ part: [Int32], _ parts: Int) {
    var members = [[Int32]](repeating: [], count: parts)
    for node in 0..<count { members[Int(part[node])].append(Int32(node)) }
    var newStarts = [0]
    var newTargets: [Int32] = []
    var newWeights: [Double] = []
    var newStrength = [Double](repeating: 0, count: parts)
    var newInner = [Double](repeating: 0, count: parts)
    var sum = [Double](repeating: 0, count: parts)
    for place in 0..<parts {
      var touched: [Int32] = []
      for node in members[place].map(Int.init) {
        newStrength[place] += strength[node]
        newInner[place] += inner[node]
        for entry in starts[node]..<starts[node + 1] {
          let other = part[Int(targets[entry])]
          if Int(other) == place {
            newInner[place] += weights[entry]
          } else {
            if sum[Int(other)] == 0 { touched.append(other) }
            sum[Int(other)] += weights[entry]
          }
        }
      }
      for other in touched.sorted() {
        newTargets.append(other)
        newWeights.append(sum[Int(other)])
        sum[Int(other)] = 0
      }
      newStarts.append(newTargets.count)
    }
    (starts, targets, weights) = (newStarts, newTargets, newWeights)
    (strength, inner) = (newStrength, newInner)
    nodeOf = nodeOf.map { part[Int($0)] }
  }
}
