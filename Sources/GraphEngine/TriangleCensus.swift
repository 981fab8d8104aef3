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
    return withRows { rows in
      let sums = TriangleSums(rows)
      forEachTriangle(rows, UpwardRows(rows)) { sums.add($0, $1, $2, $3, $4, $5) }
      return sums.census(rows)
    }
  }

  /// The number of triangles at each node.
  ///
  /// - Precondition: the graph is undirected.
  /// - Complexity: O(m sqrt(m)).
  public func triangleCounts() -> [Int] {
    precondition(!isDirected, "triangles are counted on the undirected graph")
    return withRows { countTriangles($0, UpwardRows($0)) }
  }
}

/// The entries of each row that lead to a node of higher degree (or equal degree and higher number).
///
/// `starts` has `nodeCount + 1` places; `entries` holds positions in the graph's rows, `targets` what stands there.
struct UpwardRows: ~Copyable {
  let starts: Scratch<Int32>
  let entries: Scratch<Int32>
  let targets: Scratch<Int32>

  init(_ rows: Rows) {
    let all = Int(rows.starts[rows.nodeCount])
    starts = Scratch(rows.nodeCount + 1, 0)
    entries = Scratch(all / 2, 0)
    targets = Scratch(all / 2, 0)
    var size = 0
    for node in 0..<rows.nodeCount {
      starts.base[node] = Int32(truncatingIfNeeded: size)
      let own = rows.degree(node)
      var (entry, end) = rows.row(node)
      while entry < end {
        let other = rows.target(entry)
        let degree = rows.degree(other)
        if own < degree || (own == degree && node < other) {
          // Of the two entries of a tie one leads upwards, so half of all fill the arrays.
          entries.base[size] = Int32(truncatingIfNeeded: entry)
          targets.base[size] = Int32(truncatingIfNeeded: other)
          size &+= 1
        }
        entry &+= 1
      }
    }
    starts.base[rows.nodeCount] = Int32(truncatingIfNeeded: size)
  }
}

/// Meets every triangle once: its nodes a, b, c and the entries a -> b, a -> c, b -> c, all leading upwards.
///
/// `entryTo[x]` is the entry from the node at hand to x, or -1; x comes from rows and lies in `0 ..< nodeCount`.
@inline(__always) func forEachTriangle(
  _ rows: Rows, _ upward: borrowing UpwardRows,
  _ visit: (_ a: Int, _ b: Int, _ c: Int, _ ab: Int, _ ac: Int, _ bc: Int) -> Void
) {
  let entryTo = Scratch<Int32>(rows.nodeCount, -1)
  let (starts, entries, targets) = (upward.starts.base, upward.entries.base, upward.targets.base)
  for a in 0..<rows.nodeCount {
    let row = Int(starts[a])..<Int(starts[a + 1])
    for slot in row { entryTo.base[Int(targets[slot])] = entries[slot] }
    for slot in row {
      let b = Int(targets[slot])
      var (second, end) = (Int(starts[b]), Int(starts[b &+ 1]))
      while second < end {
        let c = Int(targets[second])
        let ac = entryTo.base[c]
        if ac >= 0 { visit(a, b, c, Int(entries[slot]), Int(ac), Int(entries[second])) }
        second &+= 1
      }
    }
    for slot in row { entryTo.base[Int(targets[slot])] = -1 }
  }
}

/// Triangles at each node, without looking at weights.
///
/// A mark is 1 or 0 and is added without asking, which is cheaper than a branch a processor cannot foresee. Pieces of the
/// work count for themselves; whole numbers add up to the same in any order.
private func countTriangles(_ rows: Rows, _ upward: borrowing UpwardRows) -> [Int] {
  let (starts, targets) = (upward.starts.base, upward.targets.base)
  nonisolated(unsafe) let (readStarts, readTargets) = (starts, targets)
  let pieces = pieces(of: rows.nodeCount / 1_000, nodeCount: 1_000_000)
  let parts = fanOut(pieces.count) { piece in
    let first = rows.nodeCount * piece / pieces.count
    return countTriangles(
      rows, first..<rows.nodeCount * (piece + 1) / pieces.count, readStarts, readTargets)
  }
  var total = [Int](repeating: 0, count: rows.nodeCount)
  for part in parts {
    for node in 0..<rows.nodeCount { total[node] += Int(part[node]) }
  }
  return total
}

/// Triangles whose lowest corner is one of `nodes`.
private func countTriangles(
  _ rows: Rows, _ nodes: Range<Int>, _ starts: UnsafeMutablePointer<Int32>,
  _ targets: UnsafeMutablePointer<Int32>
) -> [Int32] {
  let marks = Scratch<UInt8>(rows.nodeCount, 0)
  let counts = Scratch<Int32>(rows.nodeCount, 0)
  let (mark, count) = (marks.base, counts.base)
  for a in nodes {
    let row = Int(starts[a])..<Int(starts[a + 1])
    for slot in row { mark[Int(targets[slot])] = 1 }
    var atA: Int32 = 0
    for slot in row {
      let b = Int(targets[slot])
      var atB: Int32 = 0
      var (second, end) = (Int(starts[b]), Int(starts[b &+ 1]))
      while second < end {
        let c = Int(targets[second])
        let isClosed = Int32(truncatingIfNeeded: mark[c])
        count[c] &+= isClosed
        atB &+= isClosed
        second &+= 1
      }
      count[b] &+= atB
      atA &+= atB
    }
    count[a] &+= atA
    for slot in row { mark[Int(targets[slot])] = 0 }
  }
  return counts.array
}

/// The weighted sums as they grow, triangle by triangle.
///
/// Entries come from rows, so they lie below `starts[nodeCount]`; `twin[i -> j]` is j -> i.
private struct TriangleSums: ~Copyable {
  private let weights: UnsafePointer<Double>
  private let twin: Scratch<Int32>
  /// 1 over the sum of weights, and 1 over the largest weight, of each node.
  private let share: Scratch<Double>
  private let ease: Scratch<Double>
  private let triangles: Scratch<Int32>
  private let indirect: Scratch<Double>
  private let redundancy: Scratch<Double>

  init(_ rows: Rows) {
    let n = rows.nodeCount
    let entries = Int(rows.starts[n])
    weights = rows.weights
    share = Scratch(n, 0)
    ease = Scratch(n, 0)
    triangles = Scratch(n, 0)
    redundancy = Scratch(n, 0)
    twin = Scratch(entries, 0)
    indirect = Scratch(entries, 0)
    let next = Scratch<Int32>(n, 0)
    for node in 0..<n { next.base[node] = rows.starts[node] }
    for node in 0..<n {
      var (total, strongest) = (0.0, 0.0)
      let (first, end) = rows.row(node)
      for entry in first..<end {
        total += weights[entry]
        strongest = max(strongest, weights[entry])
        // Rows are read in ascending order, so a node comes up in the row of its contact in its sorted place.
        let other = rows.target(entry)
        twin.base[entry] = next.base[other]
        next.base[other] &+= 1
      }
      share.base[node] = total > 0 ? 1 / total : 0
      ease.base[node] = strongest > 0 ? 1 / strongest : 0
    }
  }

  @inline(__always) func add(_ a: Int, _ b: Int, _ c: Int, _ ab: Int, _ ac: Int, _ bc: Int) {
    let (wab, wac, wbc) = (weights[ab], weights[ac], weights[bc])
    let (pa, pb, pc) = (share.base[a], share.base[b], share.base[c])
    triangles.base[a] &+= 1
    triangles.base[b] &+= 1
    triangles.base[c] &+= 1
    // i -> j through q gains p_iq p_qj = w_iq w_qj / (s_i s_q).
    let (throughA, throughB, throughC) = (wab * wac * pa, wab * wbc * pb, wac * wbc * pc)
    indirect.base[ab] += throughC * pa
    indirect.base[Int(twin.base[ab])] += throughC * pb
    indirect.base[ac] += throughB * pa
    indirect.base[Int(twin.base[ac])] += throughB * pc
    indirect.base[bc] += throughA * pb
    indirect.base[Int(twin.base[bc])] += throughA * pc
    // i loses p_iq m_jq for each ordered pair (j, q) of its contacts in the triangle.
    let (ea, eb, ec) = (ease.base[a], ease.base[b], ease.base[c])
    redundancy.base[a] += (wac * eb + wab * ec) * wbc * pa
    redundancy.base[b] += (wbc * ea + wab * ec) * wac * pb
    redundancy.base[c] += (wbc * ea + wac * eb) * wab * pc
  }

  func census(_ rows: Rows) -> TriangleCensus {
    TriangleCensus(
      triangles: triangles.array.map(Int.init), indirect: indirect.array,
      redundancy: redundancy.array)
  }
}
