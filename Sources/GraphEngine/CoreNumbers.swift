extension CompactGraph {
  /// The core number of each node: the largest k for which it lies in a part where everybody has k ties within that part.
  ///
  /// Batagelj & Zaversnik (2003), *An O(m) algorithm for cores decomposition of networks*: nodes are taken in order
  /// of the ties they have left.
  /// - Precondition: the graph is undirected.
  /// - Complexity: O(n + m).
  public func coreNumbers() -> [Int32] {
    precondition(!isDirected, "cores are found on the undirected graph")
    return withRows { peel($0) }
  }
}

/// Takes nodes off in order of the ties they have left.
///
/// Invariants, on which reads and writes without checks rest: `order` holds every node once, sorted by `left`, and
/// `place` is its inverse; `begins[k]` is the first place in `order` that is not taken and has `left >= k`; `left` only
/// shrinks, and never below that of a node already taken.
private func peel(_ rows: Rows) -> [Int32] {
  let n = rows.nodeCount
  let left = Scratch<Int32>(n, 0)
  var highest = 0
  for node in 0..<n {
    left.base[node] = Int32(rows.degree(node))
    highest = max(highest, rows.degree(node))
  }
  let begins = Scratch<Int32>(highest + 2, 0)
  for node in 0..<n { begins.base[Int(left.base[node]) + 1] += 1 }
  for count in 0...highest { begins.base[count + 1] += begins.base[count] }
  let next = Scratch<Int32>(highest + 2, 0)
  for count in 0..<highest + 2 { next.base[count] = begins.base[count] }
  let order = Scratch<Int32>(n, 0)
  let place = Scratch<Int32>(n, 0)
  for node in 0..<n {
    let spot = next.base[Int(left.base[node])]
    place.base[node] = spot
    order.base[Int(spot)] = Int32(node)
    next.base[Int(left.base[node])] += 1
  }
  let (ties, first, nodes, spots) = (left.base, begins.base, order.base, place.base)
  for position in 0..<n {
    let node = Int(nodes[position])
    let own = ties[node]
    var (entry, end) = rows.row(node)
    while entry < end {
      let other = rows.target(entry)
      entry &+= 1
      let count = Int(ties[other])
      guard count > own else { continue }
      // The other node changes places with the first of its count, and its count shrinks by one.
      let (spot, head) = (spots[other], first[count])
      let leader = nodes[Int(head)]
      nodes[Int(spot)] = leader
      nodes[Int(head)] = Int32(truncatingIfNeeded: other)
      spots[Int(leader)] = spot
      spots[other] = head
      first[count] = head &+ 1
      ties[other] &-= 1
    }
  }
  return left.array
}
