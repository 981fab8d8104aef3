/// One enumeration of all triangles, and the sums over them that structural-hole measures share.
public struct TriangleCensus: Sendable, Equatable {
  /// The number of triangles at each node.
  public let triangles: [Int]
  /// For each entry i -> j of the graph: the sum over common contacts q of p_iq p_qj.
  public let indirect: [Double]
  /// For each node i: the sum over contacts j and common contacts q of p_iq m_jq.
  public let redundancy: [Double]
}

extension CompactGraph {
  /// Counts triangles and the weighted two-step sums through them.
  ///
  ///     p_ij = w_ij / sum_k w_ik        (the share of i's time that goes to j)
  ///     m_jq = w_jq / max_k w_jk        (the tie j-q beside j's strongest)
  ///
  /// Ties are oriented from low to high degree, so each triangle is met once and no row is longer than
  /// sqrt(2m) (Chiba & Nishizeki 1985, *Arboricity and subgraph listing algorithms*, SIAM J. Comput. 14:210).
  /// - Precondition: the graph is undirected; for directed data use `undirected`, whose weights are w_ij + w_ji.
  /// - Complexity: O(m sqrt(m)).
  public func triangleCensus() -> TriangleCensus {
    precondition(!isDirected, "triangles are counted on the undirected graph")
    var total = [Double](repeating: 0, count: nodeCount)
    var strongest = [Double](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      for entry in Int(starts[node])..<Int(starts[node + 1]) {
        total[node] += weights[entry]
        strongest[node] = max(strongest[node], weights[entry])
      }
    }
    let upward = orientedUpward()
    let twin = reverseEntries()
    var triangles = [Int](repeating: 0, count: nodeCount)
    var indirect = [Double](repeating: 0, count: targets.count)
    var redundancy = [Double](repeating: 0, count: nodeCount)
    var entryTo = [Int32](repeating: -1, count: nodeCount)
    for a in 0..<nodeCount {
      let row = upward.starts[a]..<upward.starts[a + 1]
      for slot in row { entryTo[Int(targets[Int(upward.entries[slot])])] = upward.entries[slot] }
      for slot in row {
        let ab = Int(upward.entries[slot])
        let b = Int(targets[ab])
        for second in upward.starts[b]..<upward.starts[b + 1] {
          let bc = Int(upward.entries[second])
          let c = Int(targets[bc])
          guard entryTo[c] >= 0 else { continue }
          let ac = Int(entryTo[c])
          let (wab, wac, wbc) = (weights[ab], weights[ac], weights[bc])
          triangles[a] += 1
          triangles[b] += 1
          triangles[c] += 1
          // i -> j through q gains p_iq p_qj.
          indirect[ab] += wac * wbc / (total[a] * total[c])
          indirect[Int(twin[ab])] += wbc * wac / (total[b] * total[c])
          indirect[ac] += wab * wbc / (total[a] * total[b])
          indirect[Int(twin[ac])] += wbc * wab / (total[c] * total[b])
          indirect[bc] += wab * wac / (total[b] * total[a])
          indirect[Int(twin[bc])] += wac * wab / (total[c] * total[a])
          // i loses p_iq m_jq for each ordered pair (j, q) of its contacts in the triangle.
          redundancy[a] += (wac * wbc / strongest[b] + wab * wbc / strongest[c]) / total[a]
          redundancy[b] += (wbc * wac / strongest[a] + wab * wac / strongest[c]) / total[b]
          redundancy[c] += (wbc * wab / strongest[a] + wac * wab / strongest[b]) / total[c]
        }
      }
      for slot in row { entryTo[Int(targets[Int(upward.entries[slot])])] = -1 }
    }
    return TriangleCensus(triangles: triangles, indirect: indirect, redundancy: redundancy)
  }

  /// The entries of each row that lead to a node of higher degree (or equal degree and higher number).
  private func orientedUpward() -> (starts: [Int], entries: [Int32]) {
    var upStarts = [0]
    var entries: [Int32] = []
    entries.reserveCapacity(targets.count / 2)
    for node in 0..<nodeCount {
      for entry in Int(starts[node])..<Int(starts[node + 1]) {
        let other = Int(targets[entry])
        if (degree(node), node) < (degree(other), other) { entries.append(Int32(entry)) }
      }
      upStarts.append(entries.count)
    }
    return (upStarts, entries)
  }

  /// For each entry i -> j of an undirected graph, the position of j -> i.
  func reverseEntries() -> [Int32] {
    var next = starts
    var twin = [Int32](repeating: 0, count: targets.count)
    for entry in targets.indices {
      // Rows are scanned in ascending order, so i comes up in the row of j in its sorted place.
      twin[entry] = next[Int(targets[entry])]
      next[Int(targets[entry])] += 1
    }
    return twin
  }
}
