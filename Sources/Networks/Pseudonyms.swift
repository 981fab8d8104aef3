/// Stable code names for people, so that a table can be passed on without names.
///
/// A code is the start of SipHash-2-4 (Aumasson & Bernstein 2012) of the person's id under a key of the trust's own,
/// in letters and digits that cannot be mistaken for one another. It stays the same from term to term while the key
/// stays. Without a key of one's own, somebody who has the list of ids can work the codes out.
public struct Pseudonyms: Sendable {
  /// The code of each person, in the order of ids given, all different.
  public let codes: [String]

  public init(ids: [String], key: String) {
    let (k0, k1) = Self.keys(from: key)
    let hashes = ids.map { Self.sipHash(Array($0.utf8), k0, k1) }
    // The fewest letters, five bits each, under which no two are the same.
    let length = (5..<12).first { length in
      let sorted = hashes.map { $0 & (1 << UInt64(5 * length) - 1) }.sorted()
      return sorted.indices.dropFirst().allSatisfy { sorted[$0] != sorted[$0 - 1] }
    }
    codes = hashes.map { Self.code($0, length: length ?? 12) }
  }

  private static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)

  private static func code(_ hash: UInt64, length: Int) -> String {
    var rest = hash
    var code = Array("P-".utf8)
    for _ in 0..<length {
      code.append(alphabet[Int(rest & 31)])
      rest >>= 5
    }
    return String(decoding: code, as: UTF8.self)
  }

  private static func keys(from text: String) -> (UInt64, UInt64) {
    let bytes = Array(text.utf8)
    return (sipHash(bytes, 0x7765_6674, 1), sipHash(bytes, 0x7765_6674, 2))
  }

  static func sipHash(_ bytes: [UInt8], _ k0: UInt64, _ k1: UInt64) -> UInt64 {
    var v0 = k0 ^ 0x736f_6d65_7073_6575
    var v1 = k1 ^ 0x646f_7261_6e64_6f6d
    var v2 = k0 ^ 0x6c79_6765_6e65_7261
    var v3 = k1 ^ 0x7465_6462_7974_6573
    func round() {
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
    func absorb(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }
    var word: UInt64 = 0
    for (place, byte) in bytes.enumerated() {
      word |= UInt64(byte) << (8 * UInt64(place % 8))
      if place % 8 == 7 {
        absorb(word)
        word = 0
      }
    }
    absorb(word | UInt64(truncatingIfNeeded: bytes.count) << 56)
    v2 ^= 0xff
    for _ in 0..<4 { round() }
    return v0 ^ v1 ^ v2 ^ v3
  }
}
