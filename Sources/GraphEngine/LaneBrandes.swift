/// Brandes' algorithm from sixteen sources at once.
///
/// A lane is one source. Each node carries sixteen path counts side by side and, level by level, a mask of the lanes
/// that reach it there; a tie is looked at once for all lanes that use it at a level. Brandes (2001), J. Math. Sociol.
/// 25:163; lanes after Then et al. (2014), *The more the merrier*, VLDB 8:449, and Sariyüce et al. (2015), J. Parallel
/// Distrib. Comput. 76:106.
///
/// Invariants, on which reads and writes without checks rest:
/// - Nodes come from rows or sources, so they lie in `0 ..< nodeCount`, as long as every array of nodes is.
/// - `found` and `masks` have room for `nodeCount` more entries whenever a level begins, and a level adds each node
///   at most once, since it is added when its `next` mask turns from 0.
/// - Between batches `seen` and `next` are 0 throughout, and `counts` is 0 throughout.
/// - `shares` is read in the lanes of a level alone, which were written when that level was done.
struct LaneBrandes: ~Copyable {
  static let lanes = 16
  typealias Half = SIMD8<Double>

  /// What the sources so far add to each node.
  let total: Scratch<Double>
  private let rows: Rows
  private let limit: Int
  /// Path counts from each lane's source, two halves a node.
  private let counts: Scratch<Half>
  /// (1 + dependency) / path count of each lane, two halves a node.
  private let shares: Scratch<Half>
  /// Lanes that have reached a node.
  private let seen: Scratch<UInt16>
  /// Lanes that reach a node on the level at hand.
  private let next: Scratch<UInt16>
  /// For each byte of a mask, eight lanes of all ones or all zeros.
  private let spread: Scratch<SIMD8<UInt64>>
  /// Nodes in the order of their levels, a node once for each level it is on, and their lanes there.
  private var found: UnsafeMutablePointer<Int32>
  private var masks: UnsafeMutablePointer<UInt16>
  private var capacity: Int
  private var levelStarts: [Int] = []

  /// - Parameter limit: how many levels paths may have beyond their source.
  init(_ rows: Rows, limit: Int = .max) {
    self.rows = rows
    self.limit = limit
    total = Scratch(rows.nodeCount, 0)
    counts = Scratch(2 * rows.nodeCount, .zero)
    shares = Scratch(2 * rows.nodeCount, .zero)
    seen = Scratch(rows.nodeCount, 0)
    next = Scratch(rows.nodeCount, 0)
    spread = Scratch(256, .zero)
    for mask in 0..<256 {
      for lane in 0..<8 where mask >> lane & 1 == 1 { spread.base[mask][lane] = .max }
    }
    capacity = 4 * rows.nodeCount + LaneBrandes.lanes
    found = .allocate(capacity: capacity)
    masks = .allocate(capacity: capacity)
  }

  deinit {
    found.deallocate()
    masks.deallocate()
  }

  /// Adds the dependencies on the shortest paths from up to sixteen sources.
  mutating func add(_ sources: ArraySlice<Int32>) {
    search(from: sources)
    addDependencies()
    for place in 0..<(levelStarts.last ?? 0) {
      let node = Int(found[place])
      seen.base[node] = 0
      counts.base[2 &* node] = .zero
      counts.base[2 &* node &+ 1] = .zero
    }
  }

  /// Counts shortest paths level by level, each level's nodes handing their counts on.
  private mutating func search(from sources: ArraySlice<Int32>) {
    var size = 0
    for (lane, source) in sources.enumerated() {
      let node = Int(source)
      if next.base[node] == 0 {
        found[size] = source
        size += 1
      }
      next.base[node] |= 1 << UInt16(lane)
      counts.base[2 * node + (lane >> 3)][lane & 7] = 1
    }
    levelStarts = [0]
    var first = 0
    while first < size {
      close(first..<size)
      levelStarts.append(size)
      if levelStarts.count - 2 >= limit { break }
      makeRoom(for: size + rows.nodeCount)
      let end = size
      let (found, seen, next, counts, spread) = (
        found, seen.base, next.base, counts.base, spread.base
      )
      for place in first..<end {
        let node = Int(found[place])
        let mask = masks[place]
        let (low, high) = (counts[2 &* node], counts[2 &* node &+ 1])
        var (entry, last) = rows.row(node)
        while entry < last {
          let other = rows.target(entry)
          entry &+= 1
          let lanes = mask & ~seen[other]
          guard lanes != 0 else { continue }
          if next[other] == 0 {
            found[size] = Int32(truncatingIfNeeded: other)
            size &+= 1
          }
          next[other] |= lanes
          counts[2 &* other] += keep(low, Int(lanes & 0xFF), spread)
          counts[2 &* other &+ 1] += keep(high, Int(lanes >> 8), spread)
        }
      }
      first = end
    }
  }

  /// Ends a level: its nodes have been seen by the lanes that reached them there.
  private func close(_ level: Range<Int>) {
    for place in level {
      let node = Int(found[place])
      masks[place] = next.base[node]
      seen.base[node] |= next.base[node]
      next.base[node] = 0
    }
  }

  private mutating func makeRoom(for size: Int) {
    guard size > capacity else { return }
    let larger = max(size, 2 * capacity)
    let (nodes, lanes) = (
      UnsafeMutablePointer<Int32>.allocate(capacity: larger),
      UnsafeMutablePointer<UInt16>.allocate(capacity: larger)
    )
    nodes.moveInitialize(from: found, count: capacity)
    lanes.moveInitialize(from: masks, count: capacity)
    found.deallocate()
    masks.deallocate()
    (found, masks, capacity) = (nodes, lanes, larger)
  }

  /// Gathers dependencies from the last level to the first; `next` holds the masks of the level after the one at hand.
  private func addDependencies() {
    let (found, masks, next, counts, shares, spread) = (
      found, masks, next.base, counts.base, shares.base, spread.base
    )
    for level in stride(from: levelStarts.count - 2, through: 0, by: -1) {
      for place in levelStarts[level]..<levelStarts[level + 1] {
        let node = Int(found[place])
        let mask = masks[place]
        var (low, high) = (Half.zero, Half.zero)
        var (entry, last) = rows.row(node)
        while entry < last {
          let other = rows.target(entry)
          entry &+= 1
          let lanes = mask & next[other]
          guard lanes != 0 else { continue }
          low += keep(shares[2 &* other], Int(lanes & 0xFF), spread)
          high += keep(shares[2 &* other &+ 1], Int(lanes >> 8), spread)
        }
        low *= counts[2 &* node]
        high *= counts[2 &* node &+ 1]
        put((1 + low) / counts[2 &* node], Int(mask & 0xFF), shares + (2 &* node))
        put((1 + high) / counts[2 &* node &+ 1], Int(mask >> 8), shares + (2 &* node &+ 1))
        if level > 0 {
          total.base[node] +=
            (keep(low, Int(mask & 0xFF), spread) + keep(high, Int(mask >> 8), spread)).sum()
        }
      }
      if level + 2 < levelStarts.count { mark(level + 1, false) }
      mark(level, true)
    }
    mark(0, false)
  }

  /// Writes the lanes of a mask and leaves the others as they are.
  @inline(__always) private func put(
    _ value: Half, _ mask: Int, _ place: UnsafeMutablePointer<Half>
  ) {
    let lanes = spread.base[mask]
    place.pointee = Half(
      bits: value.bits & lanes | place.pointee.bits & ~lanes)
  }

  /// Enters the masks of a level into `next`, or takes them out.
  private func mark(_ level: Int, _ isSet: Bool) {
    guard level + 1 < levelStarts.count else { return }
    for place in levelStarts[level]..<levelStarts[level + 1] {
      next.base[Int(found[place])] = isSet ? masks[place] : 0
    }
  }
}

/// The lanes of a mask, the others 0.
@inline(__always) private func keep(
  _ value: SIMD8<Double>, _ mask: Int, _ spread: UnsafeMutablePointer<SIMD8<UInt64>>
) -> SIMD8<Double> {
  SIMD8(bits: value.bits & spread[mask])
}

extension SIMD8<Double> {
  @inline(__always) fileprivate var bits: SIMD8<UInt64> {
    unsafeBitCast(self, to: SIMD8<UInt64>.self)
  }
  @inline(__always) fileprivate init(bits: SIMD8<UInt64>) {
    self = unsafeBitCast(bits, to: SIMD8<Double>.self)
  }
}
