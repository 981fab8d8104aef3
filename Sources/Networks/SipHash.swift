/// SipHash-2-4 (Aumasson & Bernstein 2012): a short hash of bytes under a key, taken in pieces.
public struct SipHash: Sendable {
  private var v0, v1, v2, v3: UInt64
  /// The bytes that do not fill a word yet, lowest first, and how many bytes there were in all.
  private var word: UInt64 = 0
  private var count: UInt64 = 0

  public init(_ k0: UInt64, _ k1: UInt64) {
    v0 = k0 ^ 0x736f_6d65_7073_6575
    v1 = k1 ^ 0x646f_7261_6e64_6f6d
    v2 = k0 ^ 0x6c79_6765_6e65_7261
    v3 = k1 ^ 0x7465_6462_7974_6573
  }

  public static func hash(_ bytes: [UInt8], _ k0: UInt64, _ k1: UInt64) -> UInt64 {
    var hash = SipHash(k0, k1)
    hash.absorb(bytes)
    return hash.value
  }

  /// Takes in the next piece.
  public mutating func absorb(_ bytes: [UInt8]) {
    for byte in bytes {
      word |= UInt64(byte) << (8 * (count & 7))
      count &+= 1
      if count & 7 == 0 {
        mix(word)
        word = 0
      }
    }
  }

  /// The hash of all that was taken in.
  public var value: UInt64 {
    var last = self
    last.mix(word | count << 56)
    last.v2 ^= 0xff
    for _ in 0..<4 { last.round() }
    return last.v0 ^ last.v1 ^ last.v2 ^ last.v3
  }

  private mutating func mix(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  private mutating func round() {
    v0 = v0 &+ v1
    v1 = (v1 << 13 | v1 >> 51) ^ v0
    v0 = v0 << 32 | v0 >> 32
    v2 = v2 &+ v3
    v3 = (v3 << 16 | v3 >> 48) ^ v2
    v0 = v0 &+ v3
    v3 = (v3 << 21 | v3 >> 43) ^ v0
    v2 = v2 &+ v1
    v1 = (v1 << 17 | v1 >> 47) ^ v2
    v2 = v2 << 32 | v2 >> 32
  }
}
