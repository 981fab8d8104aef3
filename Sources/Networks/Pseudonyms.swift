/// Stable code names for people, so that a table can be passed on without names.
///
/// A code is the start of SipHash-2-4 (Aumasson & Bernstein 2012) of the person's id under a key of the trust's own,
/// in letters and digits that cannot be mistaken for one another. It stays the same while the key does. Under a key that others
/// know, somebody who has the list of ids can work the codes out.
public struct Pseudonyms: Sendable {
  /// The code of each person, in the order of ids given, all different.
  public let codes: [String]

  public init(ids: [String], key: String) {
    let (k0, k1) = Self.keys(from: key)
    let hashes = ids.map { SipHash.hash(Array($0.utf8), k0, k1) }
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
    return (SipHash.hash(bytes, 0x7765_6674, 1), SipHash.hash(bytes, 0x7765_6674, 2))
  }
}
