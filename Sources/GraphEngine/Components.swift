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
  /// Finds the connected parts by joining sets along every tie.
  ///
  /// Disjoint sets with path halving and union by lowest root (Tarjan & van Leeuwen 1984).
  /// - Complexity: O((n + m) log n) at worst, close to linear in practice.
  public func components() -> Components {
    var parent = (0..<Int32(nodeCount)).map { $0 }
    func root(of node: Int32) -> Int32 {
      var node = node
      while parent[Int(node)] != node {
        parent[Int(node)] = parent[Int(parent[Int(node)])]
        node = parent[Int(node)]
      }
      return node
    }
    for node in 0..<nodeCount {
      for entry in Int(starts[node])..<Int(starts[node + 1]) {
        let a = root(of: Int32(node))
        let b = root(of: targets[entry])
        if a < b { parent[Int(b)] = a } else if b < a { parent[Int(a)] = b }
      }
    }
    var partOf = [Int32](repeating: -1, count: nodeCount)
    var sizes: [Int] = []
    for node in 0..<nodeCount {
      let top = Int(root(of: Int32(node)))
      if partOf[top] < 0 {
        partOf[top] = Int32(sizes.count)
        sizes.append(0)
      }
      partOf[node] = partOf[top]
      sizes[Int(partOf[node])] += 1
    }
    return Components(partOf: partOf, sizes: sizes)
  }
}
