/// The nodes and ties that alone hold a network together.
public struct CutSet: Sendable, Equatable {
  /// Nodes whose loss splits the part they are in, ascending.
  public let points: [Int32]
  /// Ties whose loss splits the part they are in: lower end first, in ascending order.
  public let bridges: [Bridge]

  /// A tie without which its two ends could not reach each other.
  public struct Bridge: Sendable, Equatable {
    public let from: Int32
    public let to: Int32

    public init(from: Int32, to: Int32) {
      self.from = from
      self.to = to
    }
  }
}

extension CompactGraph {
  /// Finds cut points and bridges in one depth-first pass over the undirected graph.
  ///
  /// low(v) is the earliest node that the part below v can reach by one tie back; v is a cut point
  /// when some child c has low(c) >= order(v) (a root needs two children), and the tie v-c is a bridge when
  /// low(c) > order(v). Tarjan (1972), *Depth-first search and linear graph algorithms*, SIAM J.
  /// Comput. 1:146; Hopcroft & Tarjan (1973).
  /// - Precondition: the graph is undirected.
  /// - Complexity: O(n + m).
  public func cutSet() -> CutSet {
    precondition(!isDirected, "cut points are found on the undirected graph")
    var order = [Int32](repeating: 0, count: nodeCount)
    var low = [Int32](repeating: 0, count: nodeCount)
    var parent = [Int32](repeating: -1, count: nodeCount)
    var next = starts
    var isCut = [Bool](repeating: false, count: nodeCount)
    var bridges: [CutSet.Bridge] = []
    var stack: [Int32] = []
    var clock: Int32 = 0
    for root in 0..<nodeCount where order[root] == 0 {
      var rootChildren = 0
      clock += 1
      order[root] = clock
      low[root] = clock
      stack.append(Int32(root))
      while let top = stack.last {
        let node = Int(top)
        if next[node] < starts[node + 1] {
          let other = Int(targets[Int(next[node])])
          next[node] += 1
          if order[other] == 0 {
            parent[other] = top
            clock += 1
            order[other] = clock
            low[other] = clock
            stack.append(Int32(other))
            if node == root { rootChildren += 1 }
          } else if other != Int(parent[node]) {
            low[node] = min(low[node], order[other])
          }
        } else {
          stack.removeLast()
          guard parent[node] >= 0 else { continue }
          let above = Int(parent[node])
          low[above] = min(low[above], low[node])
          if above != root, low[node] >= order[above] { isCut[above] = true }
          if low[node] > order[above] {
            bridges.append(.init(from: Int32(min(above, node)), to: Int32(max(above, node))))
          }
        }
      }
      if rootChildren > 1 { isCut[root] = true }
    }
    bridges.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    return CutSet(points: isCut.indices.filter { isCut[$0] }.map(Int32.init), bridges: bridges)
  }
}
