/// A set of key players and what it achieves.
public struct KeyPlayerSet: Sendable, Equatable {
  public let members: [Int32]
  public let value: Double
  /// Whether no other set of this size can do better.
  public let isExact: Bool
}

extension CompactGraph {
  /// Fragmentation of what is left without some nodes; `nil` for fewer than two left.
  ///
  ///     F = 1 - sum over parts k of s_k (s_k - 1) / (n (n - 1))
  ///
  /// s_k are the sizes of the parts, n the nodes left. Borgatti (2006), Comput. Math. Organ. Theory 12:21.
  public func fragmentation(without removed: [Int32]) -> Double? {
    let left = everybody(without: removed)
    guard left.count > 1 else { return nil }
    return fragmentation(pairs: restricted(to: left).connectedPairs, left: left.count)
  }

  /// Distance-weighted fragmentation, DF = 1 - sum over ordered pairs of 1/d / (n (n - 1)); `nil` for fewer than two left.
  public func distanceFragmentation(without removed: [Int32]) -> Double? {
    let left = everybody(without: removed)
    guard left.count > 1 else { return nil }
    let n = Double(left.count)
    return 1 - restricted(to: left).distanceCensus().harmonic.reduce(0, +) / (n * (n - 1))
  }

  /// Distance-weighted reach of a set, DR = sum of 1 / d(S, j) / n, members counting 1; `nil` without nodes.
  public func distanceReach(from set: [Int32]) -> Double? {
    guard nodeCount > 0 else { return nil }
    let sum = distances(from: set).reduce(0.0) { sum, distance in
      distance < 0 ? sum : sum + (distance == 0 ? 1 : 1 / Double(distance))
    }
    return sum / Double(nodeCount)
  }

  /// The share of nodes within `steps` of a set, members included; `nil` without nodes.
  public func reach(from set: [Int32], steps: Int32) -> Double? {
    guard nodeCount > 0 else { return nil }
    return Double(distances(from: set, limit: steps).count { $0 >= 0 }) / Double(nodeCount)
  }

  /// The set of nodes without which the rest falls apart most (Borgatti's KPP-Neg); of equals the first by number.
  ///
  /// One depth-first pass tells what the loss of each single node would leave, so sets of size k cost C(n, k - 1)
  /// passes. Beyond `budget` steps the set is grown greedily and then improved by swaps.
  public func breakers(size: Int, budget: Double = 2e7) -> KeyPlayerSet {
    let passes = choose(nodeCount, size - 1)
    let left = nodeCount - size
    if passes * Double(nodeCount + targets.count) <= budget {
      var best: (set: [Int32], pairs: Int) = ([], .max)
      forEachSet(size - 1) { set in
        let pairs = pairsLeft(without: set)
        for node in Int(set.last ?? -1) + 1..<nodeCount where pairs[node] < best.pairs {
          best = (set + [Int32(node)], pairs[node])
        }
      }
      return KeyPlayerSet(
        members: best.set, value: fragmentation(pairs: best.pairs, left: left), isExact: true)
    }
    var set: [Int32] = []
    var fewest = Int.max
    func addBest() {
      let pairs = pairsLeft(without: set)
      let free = (0..<nodeCount).filter { !set.contains(Int32($0)) }
      guard let best = free.min(by: { pairs[$0] < pairs[$1] }) else { return }
      fewest = pairs[best]
      set.append(Int32(best))
    }
    for _ in 0..<size { addBest() }
    improve(size) {
      let (before, count) = (set, fewest)
      set.removeFirst()
      addBest()
      if fewest < count { return true }
      (set, fewest) = (Array(before.dropFirst()) + [before[0]], count)
      return false
    }
    return KeyPlayerSet(
      members: set.sorted(), value: fragmentation(pairs: fewest, left: left), isExact: false)
  }

  /// The set of nodes from which the others are nearest (Borgatti's KPP-Pos, distance-weighted reach).
  ///
  /// Of equals the first by number. Beyond `budget` steps the set is grown greedily and then improved by swaps;
  /// reach is submodular, so greed alone comes within 1 - 1/e of the best.
  public func tellers(size: Int, budget: Double = 2e7) -> KeyPlayerSet {
    let n = nodeCount
    func value(_ sum: Double) -> Double { sum / Double(n) }
    if choose(n, size) * Double(n) <= budget, Double(n) * Double(n + targets.count) <= budget {
      let near = (0..<Int32(n)).map { nearness(of: $0) }
      var best: (set: [Int32], sum: Double) = ([], -1)
      forEachSet(size - 1) { set in
        var base = [Double](repeating: 0, count: n)
        for node in set { base.indices.forEach { base[$0] = max(base[$0], near[Int(node)][$0]) } }
        for node in Int(set.last ?? -1) + 1..<n {
          let sum = base.indices.reduce(0) { $0 + max(base[$1], near[node][$1]) }
          if sum > best.sum + 1e-12 { best = (set + [Int32(node)], sum) }
        }
      }
      return KeyPlayerSet(members: best.set, value: value(best.sum), isExact: true)
    }
    // The 60 with the most ties, of very large graphs fewer.
    let width = max(12, min(60, 200_000_000 / (n + targets.count)))
    let pool = (0..<Int32(n)).sorted { (degree(Int($1)), $0) < (degree(Int($0)), $1) }
      .prefix(width).sorted().map { (node: $0, far: farness(of: $0)) }
    var set: [(node: Int32, far: [UInt8])] = []
    var most = -1.0
    func addBest() {
      var base = [UInt8](repeating: .max, count: n)
      for one in set { for node in 0..<n { base[node] = min(base[node], one.far[node]) } }
      let sums = pool.map { one in
        set.contains { $0.node == one.node } ? -1 : nearness(base, one.far)
      }
      guard let place = sums.indices.max(by: { (sums[$0], $1) < (sums[$1], $0) }) else { return }
      most = sums[place]
      set.append(pool[place])
    }
    for _ in 0..<size { addBest() }
    improve(size) {
      let (before, sum) = (set, most)
      set.removeFirst()
      addBest()
      if most > sum + 1e-12 { return true }
      (set, most) = (Array(before.dropFirst()) + [before[0]], sum)
      return false
    }
    // Told anew, since ways of more than 254 steps were all the same to the choice.
    let members = set.map(\.node).sorted()
    return KeyPlayerSet(members: members, value: distanceReach(from: members) ?? 0, isExact: false)
  }

  private func everybody(without removed: [Int32]) -> [Int32] {
    (0..<Int32(nodeCount)).filter { !removed.contains($0) }
  }

  private func fragmentation(pairs: Int, left: Int) -> Double {
    1 - Double(pairs) / (Double(left) * Double(left - 1))
  }

  /// The number of ordered pairs of nodes that reach each other.
  private var connectedPairs: Int { components().sizes.reduce(0) { $0 + Int($1) * Int($1 - 1) } }

  /// 1 / distance from a node, 1 for itself and 0 where there is no way.
  private func nearness(of node: Int32) -> [Double] {
    distances(from: [node]).map { $0 < 0 ? 0 : $0 == 0 ? 1 : 1 / Double($0) }
  }

  /// The distance from a node in steps, 254 at most; 255 where there is no way.
  private func farness(of node: Int32) -> [UInt8] {
    distances(from: [node]).map { $0 < 0 ? 255 : UInt8(min($0, 254)) }
  }

  /// The sum over nodes of 1 / distance from the nearer of two ends, 1 for an end itself.
  private func nearness(_ one: [UInt8], _ other: [UInt8]) -> Double {
    var counts = [Int](repeating: 0, count: 256)
    for node in 0..<nodeCount { counts[Int(min(one[node], other[node]))] += 1 }
    return (1..<255).reduce(Double(counts[0])) { $0 + Double(counts[$1]) / Double($1) }
  }

  private func choose(_ n: Int, _ k: Int) -> Double {
    (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
  }

  /// Every set of nodes of a size, in order of number.
  private func forEachSet(_ size: Int, _ visit: ([Int32]) -> Void) {
    func extend(_ set: [Int32]) {
      guard set.count < size else { return visit(set) }
      for node in (set.last ?? -1) + 1..<Int32(nodeCount) { extend(set + [node]) }
    }
    extend([])
  }

  /// Swaps members in turn until none of them can be bettered, at most ten rounds.
  private func improve(_ size: Int, _ swapFirst: () -> Bool) {
    var failures = 0
    for _ in 0..<10 * size where failures < size { failures = swapFirst() ? 0 : failures + 1 }
  }

  /// For each node, how many ordered pairs of the others still reach each other when it and `removed` are gone.
  ///
  /// A depth-first tree of each part gives the sizes of the pieces that hang on a node alone.
  /// - Complexity: O(n + m).
  func pairsLeft(without removed: [Int32]) -> [Int] {
    var order = [Int32](repeating: 0, count: nodeCount)
    for node in removed { order[Int(node)] = -1 }
    var low = order
    var parent = [Int32](repeating: -1, count: nodeCount)
    var next = starts
    var below = [Int](repeating: 1, count: nodeCount)
    // Pairs inside the pieces cut off below a node, and the number of nodes in them.
    var cutPairs = [Int](repeating: 0, count: nodeCount)
    var cutSize = [Int](repeating: 0, count: nodeCount)
    var result = [Int](repeating: 0, count: nodeCount)
    var all = 0
    var stack: [Int32] = []
    var seen: [Int32] = []
    var clock: Int32 = 0
    for root in 0..<nodeCount where order[root] == 0 {
      clock += 1
      (order[root], low[root]) = (clock, clock)
      stack.append(Int32(root))
      seen = [Int32(root)]
      while let top = stack.last {
        let node = Int(top)
        if next[node] < starts[node + 1] {
          let other = Int(targets[Int(next[node])])
          next[node] += 1
          if order[other] == 0 {
            parent[other] = top
            clock += 1
            (order[other], low[other]) = (clock, clock)
            stack.append(Int32(other))
            seen.append(Int32(other))
          } else if order[other] > 0, other != Int(parent[node]) {
            low[node] = min(low[node], order[other])
          }
        } else {
          stack.removeLast()
          guard parent[node] >= 0 else { continue }
          let above = Int(parent[node])
          below[above] += below[node]
          low[above] = min(low[above], low[node])
          if low[node] >= order[above] {
            cutPairs[above] += below[node] * (below[node] - 1)
            cutSize[above] += below[node]
          }
        }
      }
      let size = seen.count
      let whole = size * (size - 1)
      all += whole
      for node in seen {
        let rest = size - 1 - cutSize[Int(node)]
        result[Int(node)] = cutPairs[Int(node)] + rest * (rest - 1) - whole
      }
    }
    return result.indices.map { order[$0] < 0 ? .max : all + result[$0] }
  }
}
