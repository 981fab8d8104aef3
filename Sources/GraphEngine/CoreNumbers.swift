extension CompactGraph {
  /// The core number of each node: the largest k for which it lies in a part where everybody has k ties within that part.
  ///
  /// Batagelj & Zaversnik (2003), *An O(m) algorithm for cores decomposition of networks*: nodes are taken in order
  /// of the ties they have left.
  /// - Precondition: the graph is undirected.
  /// - Complexity: O(n + m).
  public func coreNumbers() -> [Int32] {
    precondition(!isDirected, "cores are found on the undirected graph")
    var left = (0..<nodeCount).map { Int32(degree($0)) }
    let highest = Int(left.max() ?? 0)
    // Nodes sorted by ties left, with the place of each and where each count begins.
    var begins = [Int](repeating: 0, count: highest + 2)
    for count in left { begins[Int(count) + 1] += 1 }
    for count in 0...highest { begins[count + 1] += begins[count] }
    var next = begins
    var order = [Int32](repeating: 0, count: nodeCount)
    var place = [Int](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      let count = Int(left[node])
      place[node] = next[count]
      order[next[count]] = Int32(node)
      next[count] += 1
    }
    for position in 0..<nodeCount {
      let node = Int(order[position])
      for entry in Int(starts[node])..<Int(starts[node + 1]) {
        let other = Int(targets[entry])
        guard left[other] > left[node] else { continue }
        // The other node changes places with the first of its count, and its count shrinks by one.
        let count = Int(left[other])
        let first = Int(order[begins[count]])
        order.swapAt(place[other], begins[count])
        (place[first], place[other]) = (place[other], place[first])
        begins[count] += 1
        left[other] -= 1
      }
    }
    return left
  }
}
