/// A simple graph in compressed sparse rows: the one structure every algorithm works on.
///
/// The ties of node `v` are `targets[starts[v] ..< starts[v + 1]]`, in ascending order, with their
/// weights beside them. An undirected tie stands in both its rows; a directed one (an *arc*) stands
/// in the row of its origin. There are no self-ties and no parallel ties.
public struct CompactGraph: Sendable, Equatable {
  /// Whether rows hold outgoing arcs rather than undirected ties.
  public let isDirected: Bool
  /// Index of the first entry of each row; `nodeCount + 1` long, ascending, the last equals `targets.count`.
  public let starts: [Int32]
  /// The far end of each entry, ascending within a row, never the row itself.
  public let targets: [Int32]
  /// The weight of each entry, positive and finite; equal in both directions when undirected.
  public let weights: [Double]

  /// The number of nodes, those without ties included.
  public var nodeCount: Int { starts.count - 1 }

  /// The number of ties (undirected) or arcs (directed).
  public var tieCount: Int { isDirected ? targets.count : targets.count / 2 }

  /// The number of entries in the row of `node`: its degree, or out-degree when directed.
  public func degree(_ node: Int) -> Int { Int(starts[node + 1] - starts[node]) }

  /// The far ends of the row of `node`, ascending.
  public func neighbours(_ node: Int) -> ArraySlice<Int32> {
    targets[Int(starts[node])..<Int(starts[node + 1])]
  }

  /// The position of the entry from `node` to `other`, or `nil` when there is no such tie.
  ///
  /// - Complexity: O(log d) for a row of d entries.
  public func entry(from node: Int, to other: Int32) -> Int? {
    var low = Int(starts[node])
    var high = Int(starts[node + 1])
    while low < high {
      let middle = (low + high) / 2
      if targets[middle] < other { low = middle + 1 } else { high = middle }
    }
    return low < Int(starts[node + 1]) && targets[low] == other ? low : nil
  }

  /// Adopts rows that already hold every invariant.
  init(isDirected: Bool, starts: [Int32], targets: [Int32], weights: [Double]) {
    self.isDirected = isDirected
    self.starts = starts
    self.targets = targets
    self.weights = weights
  }
}

/// What becomes of several ties between the same two nodes.
public enum ParallelRule: String, Sendable, CaseIterable {
  /// Their weights are added.
  case sum
  /// The largest weight counts.
  case max
  /// The weight given last counts.
  case latest
}

extension CompactGraph {
  /// Builds a graph from a list of ties; self-ties are left out, parallel ties merged by `rule`.
  ///
  /// - Parameters:
  ///   - nodeCount: the number of nodes; ends lie in `0 ..< nodeCount`.
  ///   - from: one end (the origin, when directed) of each tie.
  ///   - to: the other end of each tie.
  ///   - weights: one positive, finite weight a tie; empty means 1 throughout.
  ///   - rule: what becomes of parallel ties. Sums are taken in the order given.
  /// - Complexity: O(n + m) for m ties.
  public init(
    nodeCount: Int, from: [Int32], to: [Int32], weights: [Double] = [], isDirected: Bool,
    parallel rule: ParallelRule = .max
  ) {
    precondition(from.count == to.count, "every tie has two ends")
    precondition(weights.isEmpty || weights.count == from.count, "a weight for every tie, or none")
    precondition(from.count <= Int(Int32.max) / 2, "a graph holds at most a thousand million ties")
    let rows = SortedRows(
      nodeCount: nodeCount, from: from, to: to, weights: weights, isDirected: isDirected)
    self = rows.merged(by: rule)
  }

  /// The undirected graph in which i and j are tied when either arc exists, with weight w_ij + w_ji.
  ///
  /// An undirected graph is returned as it is.
  /// - Complexity: O(n + m log d).
  public var undirected: CompactGraph {
    guard isDirected else { return self }
    var from: [Int32] = []
    from.reserveCapacity(targets.count)
    for node in 0..<nodeCount {
      for _ in starts[node]..<starts[node + 1] { from.append(Int32(node)) }
    }
    return CompactGraph(
      nodeCount: nodeCount, from: from, to: targets, weights: weights, isDirected: false,
      parallel: .sum)
  }

  /// The same arcs turned round: rows hold incoming arcs.
  ///
  /// An undirected graph is its own reverse.
  ///
  /// - Complexity: O(n + m).
  public var reversed: CompactGraph {
    guard isDirected else { return self }
    var back = [Int32](repeating: 0, count: nodeCount + 1)
    for target in targets { back[Int(target) + 1] += 1 }
    for node in 0..<nodeCount { back[node + 1] += back[node] }
    var next = back
    var origins = [Int32](repeating: 0, count: targets.count)
    var backWeights = [Double](repeating: 0, count: targets.count)
    for node in 0..<nodeCount {
      for entry in Int(starts[node])..<Int(starts[node + 1]) {
        let place = Int(next[Int(targets[entry])])
        origins[place] = Int32(node)
        backWeights[place] = weights[entry]
        next[Int(targets[entry])] += 1
      }
    }
    return CompactGraph(isDirected: true, starts: back, targets: origins, weights: backWeights)
  }

  /// The graph among `nodes` alone, renumbered in the order given.
  ///
  /// - Complexity: O(k + d log k) for k nodes with d ties, and at most O(n + m).
  public func restricted(to nodes: [Int32]) -> CompactGraph {
    // A few nodes are looked up by halving, so that taking many small groups out costs no pass over everybody each.
    let isFew = nodes.count < nodeCount / 64
    var place = [Int32](repeating: -1, count: isFew ? 0 : nodeCount)
    var sorted: [(node: Int32, index: Int32)] = []
    for (index, node) in nodes.enumerated() {
      if isFew { sorted.append((node, Int32(index))) } else { place[Int(node)] = Int32(index) }
    }
    sorted.sort { $0.node < $1.node }
    func index(of node: Int32) -> Int32 {
      guard isFew else { return place[Int(node)] }
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle].node < node { low = middle + 1 } else { high = middle }
      }
      return low < sorted.count && sorted[low].node == node ? sorted[low].index : -1
    }
    var from: [Int32] = []
    var to: [Int32] = []
    var kept: [Double] = []
    for (own, node) in nodes.enumerated() {
      for entry in Int(starts[Int(node)])..<Int(starts[Int(node) + 1]) {
        let other = targets[entry]
        guard isDirected || node < other else { continue }
        let there = index(of: other)
        guard there >= 0 else { continue }
        from.append(Int32(own))
        to.append(there)
        kept.append(weights[entry])
      }
    }
    return CompactGraph(
      nodeCount: nodes.count, from: from, to: to, weights: kept, isDirected: isDirected)
  }
}

extension CompactGraph {
  /// Lays another graph over this one: weights add up where both have a tie.
  ///
  /// - Returns: the graph and, for each of its entries, 1 where this graph has the tie and otherwise the
  ///   other's weight, at most 1.
  /// - Complexity: O(n + m).
  public func adding(_ other: CompactGraph) -> (graph: CompactGraph, shares: [Double]) {
    precondition(
      other.nodeCount == nodeCount && other.isDirected == isDirected, "graphs over the same nodes")
    var starts: [Int32] = [0]
    var targets: [Int32] = []
    var weights: [Double] = []
    var shares: [Double] = []
    for node in 0..<nodeCount {
      var a = Int(self.starts[node])
      var b = Int(other.starts[node])
      let (endA, endB) = (Int(self.starts[node + 1]), Int(other.starts[node + 1]))
      while a < endA || b < endB {
        let targetA = a < endA ? self.targets[a] : .max
        let targetB = b < endB ? other.targets[b] : .max
        targets.append(min(targetA, targetB))
        weights.append(
          (targetA <= targetB ? self.weights[a] : 0) + (targetB <= targetA ? other.weights[b] : 0))
        shares.append(targetA <= targetB ? 1 : min(1, other.weights[b]))
        if targetA <= targetB { a += 1 }
        if targetB <= targetA { b += 1 }
      }
      starts.append(Int32(targets.count))
    }
    return (
      CompactGraph(isDirected: isDirected, starts: starts, targets: targets, weights: weights),
      shares
    )
  }
}

extension CompactGraph {
  /// The same ties with other weights, one an entry, equal in both directions when undirected.
  public init(_ graph: CompactGraph, weights: [Double]) {
    precondition(weights.count == graph.targets.count, "a weight for every entry")
    self.init(
      isDirected: graph.isDirected, starts: graph.starts, targets: graph.targets, weights: weights)
  }
}
