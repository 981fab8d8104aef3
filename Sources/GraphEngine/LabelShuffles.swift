extension CompactGraph {
  /// How many ties lie inside groups when the groups are dealt out anew, everybody's ties staying as they are.
  ///
  /// Thirty-two dealings go through the ties together, a lane of sixteen bits for each; nodes without a group stay out, and
  /// so do their ties. The exact mean and variance need no dealing: see `JoinCounts` in Measures. Lanes are drawn from the
  /// seed and their number alone, so the counts are the same on any number of threads.
  /// - Parameter partition: the group of each node, at most 65,535 of them.
  /// - Returns: one count a dealing.
  /// - Complexity: O(dealings (n + m)).
  public func tiesInsideShuffled(
    _ partition: Partition, dealings: Int, seed: UInt64, threads: Int? = nil
  ) -> [Int] {
    precondition(partition.groupOf.count == nodeCount, "a group, or none, for every node")
    precondition(partition.count <= Int(UInt16.max), "labels fit in sixteen bits")
    let members = (0..<Int32(nodeCount)).filter { partition.groupOf[Int($0)] >= 0 }
    let labels = members.map { UInt16(partition.groupOf[Int($0)]) }
    let graph = restricted(to: members)
    let batches = (dealings + LabelLanes.width - 1) / LabelLanes.width
    let counts = graph.withRows { rows in
      fanOut(batches, threads: threads) { batch in
        LabelLanes(rows, labels).count(seed: seed, batch: batch, isDirected: isDirected)
      }
    }
    return Array(counts.joined().prefix(dealings))
  }
}

/// Thirty-two dealings of labels side by side.
///
/// Targets lie in `0 ..< nodeCount`, as long as `lanes` is. A lane of `inside` holds at most 60,000 before it is emptied
/// into a wider sum, so it does not overflow.
private struct LabelLanes: ~Copyable {
  static let width = 32
  typealias Lanes = SIMD32<UInt16>
  private let rows: Rows
  private let labels: [UInt16]
  private let lanes: Scratch<Lanes>

  init(_ rows: Rows, _ labels: [UInt16]) {
    self.rows = rows
    self.labels = labels
    lanes = Scratch(rows.nodeCount, .zero)
  }

  /// Deals the labels out, a lane at a time in memory of its own, and puts the lanes side by side.
  private func deal(seed: UInt64, batch: Int) {
    let n = rows.nodeCount
    let dealt = Scratch<UInt16>(Self.width * n, 0)
    for lane in 0..<Self.width {
      let cards = dealt.base + lane * n
      for node in 0..<n { cards[node] = labels[node] }
      var generator = SeededGenerator(seed: seed &+ UInt64(batch * Self.width + lane))
      // Fisher and Yates.
      for last in stride(from: n - 1, to: 0, by: -1) {
        let pick = generator.below(last &+ 1)
        let card = cards[pick]
        cards[pick] = cards[last]
        cards[last] = card
      }
    }
    // Some nodes at a time, whose lanes the nearest memory holds.
    let block = 64
    for first in stride(from: 0, to: n, by: block) {
      let end = min(first + block, n)
      for lane in 0..<Self.width {
        let cards = dealt.base + lane * n
        for node in first..<end { lanes.base[node][lane] = cards[node] }
      }
    }
  }

  func count(seed: UInt64, batch: Int, isDirected: Bool) -> [Int] {
    deal(seed: seed, batch: batch)
    var totals = [Int](repeating: 0, count: Self.width)
    var inside = Lanes.zero
    var since = 0
    func empty() {
      for lane in 0..<Self.width { totals[lane] += Int(inside[lane]) }
      inside = .zero
      since = 0
    }
    for node in 0..<rows.nodeCount {
      let own = lanes.base[node]
      var (entry, end) = rows.row(node)
      if end &- entry &+ since > 60_000 { empty() }
      while entry < end {
        let other = rows.target(entry)
        entry &+= 1
        guard isDirected || other > node else { continue }
        // A lane of equal labels is all ones, which is -1.
        inside &-= unsafeBitCast(own .== lanes.base[other], to: Lanes.self)
        since &+= 1
        if since == 60_000 { empty() }
      }
    }
    empty()
    return totals
  }
}
