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
    return withRows { descend($0) }
  }
}

/// Walks down a depth-first tree of every part and reads `low` off on the way back.
///
/// Invariants, on which reads and writes without checks rest: nodes come from rows, so they lie in `0 ..< nodeCount`, as
/// long as every array is; `next[v]` lies in the row of v or at its end; the walk stands at `node`, whose ancestors are
/// found through `parent`, -1 at a root.
private func descend(_ rows: Rows) -> CutSet {
  let n = rows.nodeCount
  let orders = Scratch<Int32>(n, 0)
  let lows = Scratch<Int32>(n, 0)
  let parents = Scratch<Int32>(n, -1)
  let nexts = Scratch<Int32>(n, 0)
  let cuts = Scratch<Bool>(n, false)
  let (order, low, parent, next) = (orders.base, lows.base, parents.base, nexts.base)
  var bridges: [CutSet.Bridge] = []
  var clock: Int32 = 0
  for root in 0..<n where order[root] == 0 {
    var rootChildren = 0
    clock += 1
    order[root] = clock
    low[root] = clock
    next[root] = rows.starts[root]
    var node = root
    while true {
      if next[node] < rows.starts[node &+ 1] {
        let other = rows.target(Int(next[node]))
        next[node] &+= 1
        if order[other] == 0 {
          parent[other] = Int32(truncatingIfNeeded: node)
          clock &+= 1
          order[other] = clock
          low[other] = clock
          next[other] = rows.starts[other]
          if node == root { rootChildren += 1 }
          node = other
        } else if other != Int(parent[node]), order[other] < low[node] {
          low[node] = order[other]
        }
      } else {
        let above = Int(parent[node])
        guard above >= 0 else { break }
        if low[node] < low[above] { low[above] = low[node] }
        if above != root, low[node] >= order[above] { cuts.base[above] = true }
        if low[node] > order[above] {
          bridges.append(.init(from: Int32(min(above, node)), to: Int32(max(above, node))))
        }
        node = above
      }
    }
    if rootChildren > 1 { cuts.base[root] = true }
  }
  bridges.sort { ($0.from, $0.to) < ($1.from, $1.to) }
  return CutSet(points: (0..<n).filter { cuts.base[$0] }.map(Int32.init), bridges: bridges)
}
