/// How often each node stands between two others who have no direct tie, by the groups of the three.
///
/// a -> v -> b with a and b different and no arc a -> b. Undirected ties count in both directions, so that gatekeeping
/// and representing are equal there.
public struct BrokerageCounts: Sendable, Equatable {
  /// All three in one group.
  public var coordinator: [Int]
  /// a and b in one group, v in another.
  public var itinerant: [Int]
  /// a and v in one group, b in another: v speaks for its group.
  public var representative: [Int]
  /// v and b in one group, a in another: v lets others in.
  public var gatekeeper: [Int]
  /// All three in different groups.
  public var liaison: [Int]
}

extension CompactGraph {
  /// Counts brokerage roles.
  ///
  /// Pairs of in- and out-contacts are counted by group in closed form, and those who are tied directly are taken
  /// off again. Gould & Fernandez (1989), Sociological Methodology 19:89.
  /// - Parameter partition: the group of each node; nodes without one, and their ties, are left out.
  /// - Complexity: O(m sqrt(m)) without directions, where one enumeration of triangles tells who is tied directly; else
  ///   O(sum over arcs a -> v of the out-degree of a).
  public func brokerage(_ partition: Partition) -> BrokerageCounts {
    precondition(partition.groupOf.count == nodeCount, "a group, or none, for every node")
    if !isDirected { return withRows { undirectedBrokerage($0, partition) } }
    let incoming = reversed
    let groupOf = partition.groupOf
    let zeros = [Int](repeating: 0, count: nodeCount)
    var counts = BrokerageCounts(
      coordinator: zeros, itinerant: zeros, representative: zeros, gatekeeper: zeros,
      liaison: zeros)
    var outIn = [Int](repeating: 0, count: partition.count)
    var isOut = [Bool](repeating: false, count: nodeCount)
    for v in 0..<nodeCount where groupOf[v] >= 0 {
      let out = neighbours(v).filter { groupOf[Int($0)] >= 0 }
      let sources = incoming.neighbours(v).filter { groupOf[Int($0)] >= 0 }
      for b in out {
        outIn[Int(groupOf[Int(b)])] += 1
        isOut[Int(b)] = true
      }
      let own = groupOf[v]
      for a in sources {
        let group = groupOf[Int(a)]
        // Ends b by group, less a itself and those a has an arc to.
        var same = outIn[Int(group)] - (isOut[Int(a)] ? 1 : 0)
        var home = group == own ? same : outIn[Int(own)]
        var all = out.count - (isOut[Int(a)] ? 1 : 0)
        for b in neighbours(Int(a)) where isOut[Int(b)] && b != a {
          let other = groupOf[Int(b)]
          all -= 1
          if other == group { same -= 1 }
          if other == own, group != own { home -= 1 }
        }
        if group == own { home = same }
        if group == own {
          counts.coordinator[v] += same
          counts.representative[v] += all - same
        } else {
          counts.itinerant[v] += same
          counts.gatekeeper[v] += home
          counts.liaison[v] += all - same - home
        }
      }
      for b in out {
        outIn[Int(groupOf[Int(b)])] -= 1
        isOut[Int(b)] = false
      }
    }
    return counts
  }
}

/// Counts roles where every tie works in both directions: all pairs of contacts by group, less those in a triangle.
///
/// `groups[v]` lies in `-1 ..< partition.count`, and `open` has five places a node, in the order of `Role`. Nodes come
/// from rows, so they lie in `0 ..< nodeCount`.
private func undirectedBrokerage(_ rows: Rows, _ partition: Partition) -> BrokerageCounts {
  let n = rows.nodeCount
  let groups = Scratch<Int32>(n, -1)
  for node in 0..<n { groups.base[node] = partition.groupOf[node] }
  let open = Scratch<Int>(5 * n, 0)
  let sizes = Scratch<Int>(partition.count, 0)
  let met = Scratch<Int32>(partition.count, 0)
  for node in 0..<n where groups.base[node] >= 0 {
    var (kinds, degree) = (0, 0)
    let (first, end) = rows.row(node)
    for entry in first..<end {
      let group = Int(groups.base[rows.target(entry)])
      guard group >= 0 else { continue }
      if sizes.base[group] == 0 {
        met.base[kinds] = Int32(group)
        kinds += 1
      }
      sizes.base[group] += 1
      degree += 1
    }
    let own = sizes.base[Int(groups.base[node])]
    var same = 0
    for kind in 0..<kinds {
      let size = sizes.base[Int(met.base[kind])]
      same += size * (size - 1)
      sizes.base[Int(met.base[kind])] = 0
    }
    let counts = open.base + 5 * node
    counts[0] = own * max(own - 1, 0)
    counts[1] = same - counts[0]
    counts[2] = own * (degree - own)
    counts[3] = counts[2]
    counts[4] = degree * max(degree - 1, 0) - same - 2 * counts[2]
  }
  /// Takes off the two ordered pairs of contacts that a triangle closes at one of its corners.
  @inline(__always) func close(_ node: Int, _ own: Int32, _ a: Int32, _ b: Int32) {
    let counts = open.base + 5 &* node
    if a == b {
      counts[a == own ? 0 : 1] &-= 2
    } else if a == own || b == own {
      counts[2] &-= 1
      counts[3] &-= 1
    } else {
      counts[4] &-= 2
    }
  }
  forEachTriangle(rows, UpwardRows(rows)) { a, b, c, _, _, _ in
    let (ga, gb, gc) = (groups.base[a], groups.base[b], groups.base[c])
    guard ga | gb | gc >= 0 else { return }
    close(a, ga, gb, gc)
    close(b, gb, ga, gc)
    close(c, gc, ga, gb)
  }
  func column(_ role: Int) -> [Int] { (0..<n).map { open.base[5 * $0 + role] } }
  return BrokerageCounts(
    coordinator: column(0), itinerant: column(1), representative: column(2), gatekeeper: column(3),
    liaison: column(4))
}
