/// Brandes' algorithm where ties have small whole lengths: Dijkstra's search on a ring of buckets.
///
/// Bucket d mod the ring's size holds the nodes reached at distance d; the ring is longer than any tie, so that no two
/// distances in use share a bucket. Dial (1969), *Algorithm 360: shortest-path forest with topological ordering*,
/// Commun. ACM 12:632.
///
/// Invariants, on which reads and writes without checks rest:
/// - Nodes come from rows or sources, so they lie in `0 ..< nodeCount`, as long as every array of nodes is;
///   `lengths` has one entry a tie, from 1 to `longest`.
/// - A node enters a bucket when its distance shrinks, so once for each distance; what it leaves behind in a farther
///   bucket is told by its distance being another one.
/// - `order` gets a node once, when its bucket is emptied.
/// - Between sources `distance` is `unreached` throughout, every bucket is empty.
struct BucketBrandes: ~Copyable {
  /// The longest tie that a ring is made for.
  static let longest = 1 << 14

  /// What the sources so far add to each node.
  let total: Scratch<Double>
  /// The squares of what each source adds, summed.
  let squares: Scratch<Double>
  private let rows: Rows
  private let lengths: Scratch<Int32>
  private let distance: Scratch<Int32>
  private let counts: Scratch<Double>
  /// (1 + dependency) / path count.
  private let shares: Scratch<Double>
  private let order: Scratch<Int32>
  private let ring: Scratch<Bucket>

  private struct Bucket: BitwiseCopyable {
    var nodes: UnsafeMutablePointer<Int32>?
    var count = 0
    var capacity = 0

    @inline(__always) mutating func append(_ node: Int32) {
      if count == capacity { grow() }
      nodes.unsafelyUnwrapped[count] = node
      count &+= 1
    }

    @inline(never) mutating func grow() {
      capacity = max(64, capacity * 2)
      let larger = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
      if let nodes {
        larger.moveInitialize(from: nodes, count: count)
        nodes.deallocate()
      }
      nodes = larger
    }
  }

  private static let unreached = Int32.max

  init(_ rows: Rows, _ lengths: [Int32]) {
    self.rows = rows
    self.lengths = Scratch(lengths.count, 0)
    for (entry, length) in lengths.enumerated() { self.lengths.base[entry] = length }
    total = Scratch(rows.nodeCount, 0)
    squares = Scratch(rows.nodeCount, 0)
    distance = Scratch(rows.nodeCount, Self.unreached)
    counts = Scratch(rows.nodeCount, 0)
    shares = Scratch(rows.nodeCount, 0)
    order = Scratch(rows.nodeCount, 0)
    var size = 2
    while size <= lengths.max() ?? 1 { size *= 2 }
    ring = Scratch(size, Bucket())
  }

  deinit {
    for place in 0..<ring.count { ring.base[place].nodes?.deallocate() }
  }

  /// Adds the dependencies on the shortest paths from a source.
  mutating func add(_ source: Int) {
    let reached = search(from: source)
    let (lengths, distance, counts, shares) = (
      lengths.base, distance.base, counts.base, shares.base
    )
    for place in stride(from: reached - 1, through: 0, by: -1) {
      let node = Int(order.base[place])
      let own = distance[node]
      var sum = 0.0
      var (entry, end) = rows.row(node)
      while entry < end {
        let other = rows.target(entry)
        if distance[other] == own &+ lengths[entry] { sum += shares[other] }
        entry &+= 1
      }
      sum *= counts[node]
      shares[node] = (1 + sum) / counts[node]
      if node != source {
        total.base[node] += sum
        squares.base[node] += sum * sum
      }
    }
    for place in 0..<reached { distance[Int(order.base[place])] = Self.unreached }
  }

  /// Finds distances and counts shortest paths; gives the number of nodes reached.
  private mutating func search(from source: Int) -> Int {
    let (lengths, distance, counts, order, ring) = (
      lengths.base, distance.base, counts.base, order.base, ring.base
    )
    let mask = Int32(self.ring.count - 1)
    distance[source] = 0
    counts[source] = 1
    ring[0].append(Int32(source))
    var reached = 0
    var waiting = 1
    var now: Int32 = 0
    while waiting > 0 {
      let bucket = ring + Int(now & mask)
      // The bucket at hand does not grow: no tie is as long as the ring, and none has no length.
      for place in 0..<bucket.pointee.count {
        let node = Int(bucket.pointee.nodes.unsafelyUnwrapped[place])
        waiting &-= 1
        guard distance[node] == now else { continue }
        order[reached] = Int32(truncatingIfNeeded: node)
        reached &+= 1
        let count = counts[node]
        var (entry, end) = rows.row(node)
        while entry < end {
          let other = rows.target(entry)
          let far = now &+ lengths[entry]
          entry &+= 1
          if far < distance[other] {
            distance[other] = far
            counts[other] = count
            ring[Int(far & mask)].append(Int32(truncatingIfNeeded: other))
            waiting &+= 1
          } else if far == distance[other] {
            counts[other] += count
          }
        }
      }
      bucket.pointee.count = 0
      now &+= 1
    }
    return reached
  }
}
