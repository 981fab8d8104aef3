/// Draws shortest paths between random pairs of nodes, by a search from both ends that grows the smaller side.
///
/// Invariants, on which reads and writes without checks rest:
/// - Nodes come from rows or are drawn in `0 ..< nodeCount`, as long as every array of nodes is.
/// - A side's `found` holds each node it has reached once; what has `mark` 0 is unreached; between draws every mark
///   is 0.
/// - `level[v]` and `paths[v]` of a side are read only where its `mark` is 1.
struct PathSampler: ~Copyable {
  /// Paths drawn from one seed.
  static let batch = 256

  /// How often each node was an inner one of a path drawn.
  let counts: Scratch<Int32>
  private var ahead: Side
  private var behind: Side

  /// A search from one end.
  private struct Side: ~Copyable {
    let rows: Rows
    let mark: Scratch<UInt8>
    let level: Scratch<Int32>
    let paths: Scratch<Double>
    let found: Scratch<Int32>
    var size = 0
    /// Where the newest level begins in `found`.
    var newest = 0
    var depth: Int32 = 0
    /// Ties that leave the newest level.
    var work = 0

    init(_ rows: Rows) {
      self.rows = rows
      mark = Scratch(rows.nodeCount, 0)
      level = Scratch(rows.nodeCount, 0)
      paths = Scratch(rows.nodeCount, 0)
      found = Scratch(rows.nodeCount, 0)
    }

    mutating func begin(at node: Int) {
      size = 0
      newest = 0
      depth = 0
      work = 0
      reach(node, 1)
    }

    @inline(__always) mutating func reach(_ node: Int, _ count: Double) {
      mark.base[node] = 1
      level.base[node] = depth
      paths.base[node] = count
      found.base[size] = Int32(truncatingIfNeeded: node)
      size &+= 1
      work &+= rows.degree(node)
    }

    /// Reaches the next level; `false` when there is none.
    mutating func grow() -> Bool {
      let level = newest..<size
      newest = size
      depth &+= 1
      work = 0
      let (mark, levels, paths) = (mark.base, self.level.base, paths.base)
      for place in level {
        let node = Int(found.base[place])
        let count = paths[node]
        var (entry, end) = rows.row(node)
        while entry < end {
          let other = rows.target(entry)
          entry &+= 1
          if mark[other] == 0 {
            reach(other, count)
          } else if levels[other] == depth {
            paths[other] += count
          }
        }
      }
      return size > newest
    }

    mutating func clear() {
      for place in 0..<size { mark.base[Int(found.base[place])] = 0 }
    }
  }

  /// - Parameters:
  ///   - out: rows to follow from the first of a pair.
  ///   - back: the same arcs turned round.
  init(_ out: Rows, _ back: Rows) {
    counts = Scratch(out.nodeCount, 0)
    ahead = Side(out)
    behind = Side(back)
  }

  /// Draws one batch of paths.
  mutating func draw(seed: UInt64, batch: Int) {
    var generator = SeededGenerator(seed: seed &+ UInt64(batch) &* 0x9E37_79B9_7F4A_7C15)
    let n = ahead.rows.nodeCount
    for _ in 0..<Self.batch {
      let first = generator.below(n)
      let other = generator.below(n - 1)
      let second = other < first ? other : other + 1
      ahead.begin(at: first)
      behind.begin(at: second)
      if meet() { walk(&generator) }
      ahead.clear()
      behind.clear()
    }
  }

  /// Grows the side with less to do until some node of its newest level has been reached from both ends.
  private mutating func meet() -> Bool {
    while true {
      if ahead.work <= behind.work {
        guard ahead.grow() else { return false }
        for place in ahead.newest..<ahead.size
        where behind.mark.base[Int(ahead.found.base[place])] == 1 { return true }
      } else {
        guard behind.grow() else { return false }
        for place in behind.newest..<behind.size
        where ahead.mark.base[Int(behind.found.base[place])] == 1 { return true }
      }
    }
  }

  /// Counts the inner nodes of one path, each path being as likely as any other.
  private mutating func walk(_ generator: inout SeededGenerator) {
    // Paths cross where both newest levels meet; each crossing carries the product of its paths to both ends.
    var total = 0.0
    for place in ahead.newest..<ahead.size {
      let node = Int(ahead.found.base[place])
      if crosses(node) { total += ahead.paths.base[node] * behind.paths.base[node] }
    }
    var left = generator.unit() * total
    var crossing = -1
    for place in ahead.newest..<ahead.size {
      let node = Int(ahead.found.base[place])
      guard crosses(node) else { continue }
      crossing = node
      left -= ahead.paths.base[node] * behind.paths.base[node]
      if left < 0 { break }
    }
    guard crossing >= 0 else { return }
    if ahead.level.base[crossing] > 0, behind.level.base[crossing] > 0 {
      counts.base[crossing] &+= 1
    }
    // Steps back to an end follow the other direction's rows.
    count(
      from: crossing, ahead.level.base, ahead.paths.base, ahead.mark.base, behind.rows, &generator)
    count(
      from: crossing, behind.level.base, behind.paths.base, behind.mark.base, ahead.rows, &generator
    )
  }

  @inline(__always) private func crosses(_ node: Int) -> Bool {
    behind.mark.base[node] == 1 && behind.level.base[node] == behind.depth
  }

  /// Steps towards an end, taking each node of the level below with the share of paths it carries.
  private func count(
    from crossing: Int, _ level: UnsafeMutablePointer<Int32>,
    _ paths: UnsafeMutablePointer<Double>, _ mark: UnsafeMutablePointer<UInt8>, _ rows: Rows,
    _ generator: inout SeededGenerator
  ) {
    var node = crossing
    while level[node] > 1 {
      let below = level[node] - 1
      var left = generator.unit() * paths[node]
      var chosen = -1
      var (entry, end) = rows.row(node)
      while entry < end {
        let other = rows.target(entry)
        entry &+= 1
        guard mark[other] == 1, level[other] == below else { continue }
        chosen = other
        left -= paths[other]
        if left < 0 { break }
      }
      guard chosen >= 0 else { return }
      counts.base[chosen] &+= 1
      node = chosen
    }
  }
}
