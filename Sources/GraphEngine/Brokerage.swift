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
  /// - Complexity: O(sum over arcs a -> v of the out-degree of a).
  public func brokerage(_ partition: Partition) -> BrokerageCounts {
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
