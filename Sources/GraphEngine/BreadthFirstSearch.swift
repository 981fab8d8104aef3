extension CompactGraph {
  /// The number of steps from the nearest of `sources` to each node, or -1 where there is no path.
  ///
  /// - Parameter limit: nodes further than this are not visited and read -1.
  /// - Complexity: O(n + m).
  public func distances(from sources: [Int32], limit: Int32 = .max) -> [Int32] {
    var distance = [Int32](repeating: -1, count: nodeCount)
    var queue: [Int32] = []
    queue.reserveCapacity(nodeCount)
    for source in sources where distance[Int(source)] < 0 {
      distance[Int(source)] = 0
      queue.append(source)
    }
    var head = 0
    while head < queue.count {
      let node = Int(queue[head])
      head += 1
      guard distance[node] < limit else { break }
      let step = distance[node] + 1
      for entry in Int(starts[node])..<Int(starts[node + 1]) where distance[Int(targets[entry])] < 0
      {
        distance[Int(targets[entry])] = step
        queue.append(targets[entry])
      }
    }
    return distance
  }
}
