/// The connected parts of a graph: within a part everybody can reach everybody along ties.
///
/// Directed arcs count in both directions (weak components).
public struct Components: Sendable, Equatable {
  /// The part of each node; parts are numbered by their lowest node.
  public let partOf: [Int32]
  /// The number of nodes in each part.
  public let sizes: [Int]

  /// The number of parts, single nodes included.
  public var count: Int { sizes.count }

  /// The number of nodes in the largest part; 0 for a graph without nodes.
  public var largest: Int { sizes.max() ?? 0 }
}

extension CompactGraph {
  /// Finds the connected parts by joining sets along ties.
  ///
  /// Disjoint sets, the lowest node on top (Tarjan & van Leeuwen 1984). Two ties of every node are enough to join most of
  /// the largest part, whose other ties need not be looked at: Sutton, Ben-Nun & Barak (2018), *Optimizing parallel graph
  /// connectivity computation via subgraph sampling*, IPDPS.
  /// - Complexity: O((n + m) log n) at worst, close to O(n) where one part holds nearly everybody.
  public func components() -> Components {
    withRows { rows in
      let sets = DisjointSets(rows.nodeCount)
      for node in 0..<rows.nodeCount {
        let (first, end) = rows.row(node)
        for entry in first..<min(first + 2, end) { sets.join(node, rows.target(entry)) }
      }
      // An arc stands in one row alone, so of a directed graph every row is read.
      let giant = isDirected ? -1 : sets.commonTop()
      for node in 0..<rows.nodeCount where sets.top(of: node) != giant {
        let (first, end) = rows.row(node)
        for entry in min(first + 2, end)..<end { sets.join(node, rows.target(entry)) }
      }
      var partOf = [Int32](repeating: -1, count: rows.nodeCount)
      var sizes: [Int] = []
      for node in 0..<rows.nodeCount {
        let top = sets.top(of: node)
        if top == node {
          partOf[node] = Int32(sizes.count)
          sizes.append(0)
        } else {
          partOf[node] = partOf[top]
        }
        sizes[Int(partOf[node])] += 1
      }
      return Components(partOf: partOf, sizes: sizes)
    }
  }
}
