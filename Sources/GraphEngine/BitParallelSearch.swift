/// Breadth-first search to 512 ends at once, a bit for each: how many of them every node reaches at each distance.
///
/// A node gathers the bits of those it has ties to, and stops as soon as it has every bit it still wants. Then et al.
/// (2014), *The more the merrier: efficient multi-source graph traversal*, VLDB 8:449.
///
/// Invariants, on which reads and writes without checks rest:
/// - Nodes are numbered part by part: part p holds `partBegins[p] ..< partBegins[p + 1]`, and ties stay within a part.
/// - Targets lie in `0 ..< nodeCount`, as long as every array of nodes is.
/// - A batch clears the nodes of its parts before it begins, and reads no others.
struct BitParallelSearch: ~Copyable {
  static let width = 512
  typealias Bits = SIMD8<UInt64>

  let reached: Scratch<Int>
  let farness: Scratch<Int>
  let harmonic: Scratch<Double>
  /// The number of ordered pairs at each distance; index 0 is unused.
  private(set) var histogram = [0]
  private let rows: Rows
  private let partOf: [Int32]
  private let partBegins: [Int]
  private let seen: Scratch<Bits>
  /// Bits that reached a node on the last level, and on the level at hand.
  private var front: Scratch<Bits>
  private var next: Scratch<Bits>

  init(_ rows: Rows, partOf: [Int32], partBegins: [Int]) {
    self.rows = rows
    self.partOf = partOf
    self.partBegins = partBegins
    reached = Scratch(rows.nodeCount, 0)
    farness = Scratch(rows.nodeCount, 0)
    harmonic = Scratch(rows.nodeCount, 0)
    seen = Scratch(rows.nodeCount, .zero)
    front = Scratch(rows.nodeCount, .zero)
    next = Scratch(rows.nodeCount, .zero)
  }

  /// Counts how many of some ends every node reaches, by distance; at most `width` ends, and at least one.
  mutating func add(_ ends: Range<Int>) {
    let parts = Int(partOf[ends.lowerBound])...Int(partOf[ends.upperBound - 1])
    let nodes = partBegins[parts.lowerBound]..<partBegins[parts.upperBound + 1]
    for node in nodes {
      seen.base[node] = .zero
      front.base[node] = .zero
    }
    for (bit, end) in ends.enumerated() {
      front.base[end][bit >> 6] |= 1 << UInt64(bit & 63)
      seen.base[end] = front.base[end]
    }
    var level = 1
    while true {
      var pairs = 0
      for part in parts {
        let members = partBegins[part]..<partBegins[part + 1]
        if members.count > 1 {
          gather(members, wanted: bits(of: members.clamped(to: ends), from: ends.lowerBound))
        } else {
          next.base[members.lowerBound] = .zero
        }
      }
      for node in nodes {
        let new = next.base[node]
        guard Self.any(new) else { continue }
        seen.base[node] |= new
        let count = Self.count(new)
        reached.base[node] &+= count
        farness.base[node] &+= level &* count
        harmonic.base[node] += Double(count) / Double(level)
        pairs &+= count
      }
      if pairs == 0 { break }
      while histogram.count <= level { histogram.append(0) }
      histogram[level] += pairs
      swap(&front, &next)
      level += 1
    }
  }

  /// Gathers, for each member of a part, the bits it wants and has not seen from those it has ties to.
  private func gather(_ members: Range<Int>, wanted: Bits) {
    let (seen, front, next) = (seen.base, front.base, next.base)
    for node in members {
      let missing = wanted & ~seen[node]
      var got = Bits.zero
      if Self.any(missing) {
        var (entry, end) = rows.row(node)
        while entry < end {
          got |= front[rows.target(entry)]
          entry &+= 1
          if entry & 3 == 0, !Self.any(missing & ~got) { break }
        }
        got &= missing
      }
      next[node] = got
    }
  }

  /// The bits that stand for some of a batch's ends.
  private func bits(of ends: Range<Int>, from first: Int) -> Bits {
    var bits = Bits.zero
    for end in ends { bits[(end - first) >> 6] |= 1 << UInt64((end - first) & 63) }
    return bits
  }

  @inline(__always) private static func any(_ bits: Bits) -> Bool {
    (bits[0] | bits[1] | bits[2] | bits[3] | bits[4] | bits[5] | bits[6] | bits[7]) != 0
  }

  /// The number of bits set, counted in eight words at once (no counting instruction is taken for granted).
  @inline(__always) private static func count(_ bits: Bits) -> Int {
    let pairs = bits &- (bits &>> 1 & Bits(repeating: 0x5555_5555_5555_5555))
    let fours = Bits(repeating: 0x3333_3333_3333_3333)
    let nibbles = (pairs & fours) &+ (pairs &>> 2 & fours)
    let bytes = (nibbles &+ nibbles &>> 4) & Bits(repeating: 0x0F0F_0F0F_0F0F_0F0F)
    // Eight words of bytes up to 8 each add up to bytes of 64 at most.
    let sum = bytes.wrappedSum()
    let halves = (sum & 0x00FF_00FF_00FF_00FF) &+ (sum &>> 8 & 0x00FF_00FF_00FF_00FF)
    return Int((halves &* 0x0001_0001_0001_0001) &>> 48)
  }
}
