/// A generator that gives the same numbers for the same seed, on every machine and in every version.
///
/// xoshiro256**, its state filled by SplitMix64 (Blackman & Vigna 2021, *Scrambled linear
/// pseudorandom number generators*, ACM Trans. Math. Softw. 47:36).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var a, b, c, d: UInt64

  public init(seed: UInt64) {
    var state = seed
    func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    (a, b, c, d) = (next(), next(), next(), next())
  }

  public mutating func next() -> UInt64 {
    let scaled = b &* 5
    let result = (scaled << 7 | scaled >> 57) &* 9
    let t = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = d << 45 | d >> 19
    return result
  }

  /// A whole number in `0 ..< bound`, each equally likely.
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a number below 0 or less cannot be drawn")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in [0, 1), from 53 random bits.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Shuffles `values` in place (Fisher & Yates).
  public mutating func shuffle<Element>(_ values: inout [Element]) {
    for last in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(last, below(last + 1))
    }
  }
}
