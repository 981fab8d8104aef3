/// Brandes' algorithm where ties have any length: Dijkstra's search on a heap.
///
/// Lengths within a share of 1e-10 of each other count as equal. Brandes (2001), J. Math. Sociol. 25:163; the heap has four
/// branches, as in Johnson (1975), Inf. Process. Lett. 4:53.
///
/// Invariants, on which reads and writes without checks rest:
/// - Nodes come from rows or sources, so they lie in `0 ..< nodeCount`, as long as every array of nodes is;
///   `lengths` has one positive entry a tie.
/// - `heap[0 ..< size]` holds each node that is reached and not settled once, at `place[node]`; `size <= nodeCount`.
/// - Between sources `distance` is infinite and `place` is -1 throughout.
struct HeapBrandes: ~Copyable {
  /// What the sources so far add to each node.
  let total: Scratch<Double>
  /// The squares of what each source adds, summed.
  let squares: Scratch<Double>
  private let rows: Rows
  private let lengths: Scratch<Double>
  private let distance: Scratch<Double>
  private let counts: Scratch<Double>
  /// (1 + dependency) / path count.
  private let shares: Scratch<Double>
  private let order: Scratch<Int32>
  private let heap: Scratch<Int32>
  /// Where a node stands in the heap: -1 before it is reached, -2 when it is settled.
  private let place: Scratch<Int32>
  private var size = 0

  init(_ rows: Rows, _ lengths: [Double]) {
    self.rows = rows
    self.lengths = Scratch(lengths.count, 0)
    for (entry, length) in lengths.enumerated() { self.lengths.base[entry] = length }
    total = Scratch(rows.nodeCount, 0)
    squares = Scratch(rows.nodeCount, 0)
    distance = Scratch(rows.nodeCount, .infinity)
    counts = Scratch(rows.nodeCount, 0)
    shares = Scratch(rows.nodeCount, 0)
    order = Scratch(rows.nodeCount, 0)
    heap = Scratch(rows.nodeCount, 0)
    place = Scratch(rows.nodeCount, -1)
  }

  /// Whether two lengths are the same but for rounding; nothing equals the infinite length of no path.
  @inline(__always) private static func isEqual(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-10 * min(a, b)
  }

  /// Adds the dependencies on the shortest paths from a source.
  mutating func add(_ source: Int) {
    let reached = search(from: source)
    let (lengths, distance, counts, shares) = (
      lengths.base, distance.base, counts.base, shares.base
    )
    for rank in stride(from: reached - 1, through: 0, by: -1) {
      let node = Int(order.base[rank])
      let own = distance[node]
      var sum = 0.0
      var (entry, end) = rows.row(node)
      while entry < end {
        let other = rows.target(entry)
        if distance[other] > own, Self.isEqual(own + lengths[entry], distance[other]) {
          sum += shares[other]
        }
        entry &+= 1
      }
      sum *= counts[node]
      shares[node] = (1 + sum) / counts[node]
      if node != source {
        total.base[node] += sum
        squares.base[node] += sum * sum
      }
    }
    for rank in 0..<reached {
      distance[Int(order.base[rank])] = .infinity
      place.base[Int(order.base[rank])] = -1
    }
  }

  /// Finds distances and counts shortest paths; gives the number of nodes reached.
  private mutating func search(from source: Int) -> Int {
    let (lengths, distance, counts, place) = (lengths.base, distance.base, counts.base, place.base)
    distance[source] = 0
    counts[source] = 1
    size = 1
    heap.base[0] = Int32(source)
    place[source] = 0
    var reached = 0
    while size > 0 {
      let node = takeNearest()
      order.base[reached] = Int32(truncatingIfNeeded: node)
      reached &+= 1
      let (own, count) = (distance[node], counts[node])
      var (entry, end) = rows.row(node)
      while entry < end {
        let other = rows.target(entry)
        let far = own + lengths[entry]
        entry &+= 1
        guard place[other] != -2 else { continue }
        if place[other] >= 0, Self.isEqual(far, distance[other]) {
          counts[other] += count
        } else if far < distance[other] {
          distance[other] = far
          counts[other] = count
          if place[other] < 0 {
            place[other] = Int32(size)
            size &+= 1
          }
          rise(Int32(truncatingIfNeeded: other), from: Int(place[other]))
        }
      }
    }
    return reached
  }

  /// Whether a node is nearer than another; of equally near ones the lower comes first.
  @inline(__always) private func precedes(_ a: Int32, _ b: Int32) -> Bool {
    let (left, right) = (distance.base[Int(a)], distance.base[Int(b)])
    return left < right || (left == right && a < b)
  }

  /// Moves a node towards the top until its parent is nearer.
  @inline(__always) private func rise(_ node: Int32, from start: Int) {
    var spot = start
    while spot > 0 {
      let above = (spot &- 1) >> 2
      let parent = heap.base[above]
      guard precedes(node, parent) else { break }
      heap.base[spot] = parent
      place.base[Int(parent)] = Int32(truncatingIfNeeded: spot)
      spot = above
    }
    heap.base[spot] = node
    place.base[Int(node)] = Int32(truncatingIfNeeded: spot)
  }

  /// Takes the nearest node off the heap and settles it.
  private mutating func takeNearest() -> Int {
    let nearest = Int(heap.base[0])
    place.base[nearest] = -2
    size &-= 1
    guard size > 0 else { return nearest }
    let last = heap.base[size]
    var spot = 0
    while true {
      let first = 4 &* spot &+ 1
      guard first < size else { break }
      var best = heap.base[first]
      var bestSpot = first
      var child = first &+ 1
      while child < min(first &+ 4, size) {
        if precedes(heap.base[child], best) {
          best = heap.base[child]
          bestSpot = child
        }
        child &+= 1
      }
      guard precedes(best, last) else { break }
      heap.base[spot] = best
      place.base[Int(best)] = Int32(truncatingIfNeeded: spot)
      spot = bestSpot
    }
    heap.base[spot] = last
    place.base[Int(last)] = Int32(truncatingIfNeeded: spot)
    return nearest
  }
}
