/// The permutations that numpy's `Generator(PCG64(seed))` draws, so that peers and we start from the same nodes.
///
/// O'Neill (2014), *PCG: a family of simple fast space-efficient statistically good algorithms for random number
/// generation*; seeded as numpy's `SeedSequence` does.
struct PeerDraws {
  private var state: UInt128 = 0
  private let increment: UInt128
  private var buffered: UInt32?

  private static let multiplier: UInt128 =
    UInt128(2_549_297_995_355_413_924) << 64 | UInt128(4_865_540_595_714_422_341)

  init(seed: UInt32) {
    let words = Self.seedWords(seed)
    increment = (UInt128(words[2]) << 64 | UInt128(words[3])) << 1 | 1
    step()
    state &+= UInt128(words[0]) << 64 | UInt128(words[1])
    step()
  }

  private mutating func step() { state = state &* Self.multiplier &+ increment }

  private mutating func next() -> UInt32 {
    if let half = buffered {
      buffered = nil
      return half
    }
    step()
    let mixed = UInt64(truncatingIfNeeded: state >> 64) ^ UInt64(truncatingIfNeeded: state)
    let turn = UInt64(state >> 122)
    let value = mixed >> turn | mixed << ((64 &- turn) & 63)
    buffered = UInt32(value >> 32)
    return UInt32(truncatingIfNeeded: value)
  }

  /// The numbers below `count` in the order drawn.
  func permutation(_ count: Int) -> [Int32] {
    var draws = self
    var values = (0..<Int32(count)).map { $0 }
    for last in stride(from: count - 1, to: 0, by: -1) {
      let mask = UInt32.max >> UInt32(UInt32(last).leadingZeroBitCount)
      var pick = draws.next() & mask
      while pick > UInt32(last) { pick = draws.next() & mask }
      values.swapAt(last, Int(pick))
    }
    return values
  }

  private static func seedWords(_ seed: UInt32) -> [UInt64] {
    var constant: UInt32 = 0x43B0_D7E5
    func hashed(_ value: UInt32) -> UInt32 {
      var value = value ^ constant
      constant = constant &* 0x931E_8875
      value = value &* constant
      return value ^ value >> 16
    }
    var pool = [hashed(seed), hashed(0), hashed(0), hashed(0)]
    for source in 0..<4 {
      for target in 0..<4 where target != source {
        let mixed = pool[target] &* 0xCA01_F9DD &- hashed(pool[source]) &* 0x4973_F715
        pool[target] = mixed ^ mixed >> 16
      }
    }
    var out: UInt32 = 0x8B51_F9DD
    let halves = (0..<8).map { index -> UInt64 in
      var value = pool[index % 4] ^ out
      out = out &* 0x58F3_8DED
      value = value &* out
      return UInt64(value ^ value >> 16)
    }
    return (0..<4).map { halves[2 * $0] | halves[2 * $0 + 1] << 32 }
  }
}
