extension CompactGraph {
  /// For each node the sum over its row of weight times the value at the far end: the graph's matrix times a vector.
  ///
  /// - Parameter threads: 1 keeps to this thread; otherwise as many as there are processors, with the same bits.
  /// - Complexity: O(n + m).
  func weightedSums(of values: [Double], threads: Int? = nil) -> [Double] {
    precondition(values.count == nodeCount, "a value for every node")
    return withRows { rows in
      values.withUnsafeBufferPointer { values in
        guard let values = values.baseAddress else { return [] }
        return Array(unsafeUninitializedCapacity: rows.nodeCount) { sums, count in
          // Pieces write to nodes of their own. Targets lie in `0 ..< nodeCount`, as long as `values` is.
          nonisolated(unsafe) let (sums, values) = (sums, values)
          let pieces = rows.nodeCount < 20_000 ? 1 : 16
          _ = fanOut(pieces, threads: threads) { piece in
            for node in rows.nodeCount * piece / pieces..<rows.nodeCount * (piece + 1) / pieces {
              var sum = 0.0
              var (entry, end) = rows.row(node)
              while entry < end {
                sum += rows.weights[entry] * values[rows.target(entry)]
                entry &+= 1
              }
              sums[node] = sum
            }
          }
          count = rows.nodeCount
        }
      }
    }
  }
}
