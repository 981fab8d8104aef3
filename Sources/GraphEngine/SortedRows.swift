/// Ties on the way to a graph: sorted into rows, parallel ones still beside each other.
///
/// Sorted by counting, first by far end and then by row, each keeping the order before it; so each row comes out in
/// ascending order of targets, and parallel ties in the order given. No two entries are ever compared.
///
/// Invariants, on which reads and writes without checks rest: ends lie in `0 ..< nodeCount`, which is checked on the way
/// in; every counting array has `nodeCount + 1` places, and the counts of all entries fill the arrays of entries exactly.
struct SortedRows: ~Copyable {
  private let nodeCount: Int
  private let isDirected: Bool
  private let starts: Scratch<Int32>
  private let targets: Scratch<Int32>
  private let weights: Scratch<Double>

  /// - Parameter weights: one a tie, or none, for 1 throughout. Self-ties are left out.
  init(nodeCount: Int, from: [Int32], to: [Int32], weights given: [Double], isDirected: Bool) {
    self.nodeCount = nodeCount
    self.isDirected = isDirected
    // Entries by far end: an undirected tie is an entry of both its ends.
    let begins = Scratch<Int32>(nodeCount + 1, 0)
    starts = Scratch(nodeCount + 1, 0)
    for tie in from.indices where from[tie] != to[tie] {
      let (a, b) = (Int(from[tie]), Int(to[tie]))
      precondition(0 <= a && a < nodeCount && 0 <= b && b < nodeCount, "ties end at nodes")
      begins.base[b + 1] &+= 1
      starts.base[a + 1] &+= 1
      if !isDirected {
        begins.base[a + 1] &+= 1
        starts.base[b + 1] &+= 1
      }
    }
    for node in 0..<nodeCount {
      begins.base[node + 1] &+= begins.base[node]
      starts.base[node + 1] &+= starts.base[node]
    }
    let count = Int(starts.base[nodeCount])
    let rows = Scratch<Int32>(count, 0)
    let ties = Scratch<Int32>(count, 0)
    let next = Scratch<Int32>(nodeCount + 1, 0)
    next.base.update(from: begins.base, count: nodeCount + 1)
    @inline(__always) func file(_ row: Int32, _ far: Int32, _ tie: Int) {
      let place = Int(next.base[Int(far)])
      rows.base[place] = row
      ties.base[place] = Int32(truncatingIfNeeded: tie)
      next.base[Int(far)] &+= 1
    }
    for tie in from.indices where from[tie] != to[tie] {
      file(from[tie], to[tie], tie)
      if !isDirected { file(to[tie], from[tie], tie) }
    }
    targets = Scratch(count, 0)
    weights = Scratch(count, 1)
    next.base.update(from: starts.base, count: nodeCount + 1)
    for far in 0..<nodeCount {
      for entry in Int(begins.base[far])..<Int(begins.base[far + 1]) {
        let row = Int(rows.base[entry])
        let place = Int(next.base[row])
        targets.base[place] = Int32(truncatingIfNeeded: far)
        if !given.isEmpty { weights.base[place] = given[Int(ties.base[entry])] }
        next.base[row] &+= 1
      }
    }
  }

  /// The graph, parallel ties made one by `rule`.
  func merged(by rule: ParallelRule) -> CompactGraph {
    var write = 0
    for node in 0..<nodeCount {
      let row = Int(starts.base[node])..<Int(starts.base[node + 1])
      starts.base[node] = Int32(truncatingIfNeeded: write)
      let first = write
      for entry in row {
        if write > first, targets.base[write - 1] == targets.base[entry] {
          let weight = weights.base[entry]
          switch rule {
          case .sum: weights.base[write - 1] += weight
          case .max: weights.base[write - 1] = Swift.max(weights.base[write - 1], weight)
          case .latest: weights.base[write - 1] = weight
          }
        } else {
          targets.base[write] = targets.base[entry]
          weights.base[write] = weights.base[entry]
          write += 1
        }
      }
    }
    starts.base[nodeCount] = Int32(truncatingIfNeeded: write)
    return CompactGraph(
      isDirected: isDirected, starts: starts.array,
      targets: Array(UnsafeBufferPointer(start: targets.base, count: write)),
      weights: Array(UnsafeBufferPointer(start: weights.base, count: write)))
  }
}
