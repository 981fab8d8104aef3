extension Span<UInt8> {
  /// The eight bytes from a place on as one word, the first in its lowest byte.
  @inline(__always)
  func word(at place: Int) -> UInt64 {
    precondition(place >= 0 && place <= count - 8, "the word lies inside")
    // Safe: the eight bytes lie inside, and any bytes make a word.
    return UInt64(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// Up to seven bytes and their number as one word.
  @inline(__always)
  var shortWord: UInt64 {
    precondition(count < 8, "the bytes and their number fit a word")
    var word = UInt64(count) << 56
    for place in indices { word |= UInt64(self[place]) &<< UInt64(8 &* place) }
    return word
  }

  /// A hash of the bytes and their number.
  var wordHash: UInt64 {
    if count < 8 { return mixed(shortWord, 0x9E37_79B9_7F4A_7C15) }
    var hash = UInt64(count)
    var place = 0
    while place < count - 8 {
      hash = mixed(hash ^ word(at: place), 0xBF58_476D_1CE4_E5B9)
      place += 8
    }
    return mixed(hash ^ word(at: count - 8), 0x9E37_79B9_7F4A_7C15)
  }

  private func mixed(_ word: UInt64, _ factor: UInt64) -> UInt64 {
    let product = word &* factor
    return product ^ product >> 32
  }
}

/// Finds signs among eight bytes at once (Lamport 1975, CACM 18:471; Warren 2012, Hacker's Delight, 6-1).
struct Signs {
  private static let low: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080
  private let delimiters: UInt64

  init(delimiter: UInt8) { delimiters = UInt64(delimiter) &* Self.low }

  /// The place, from 0 to 7, of the first byte that is not a printable ASCII character, or is a quote or the delimiter; 8
  /// when there is none.
  @inline(__always)
  func first(in word: UInt64) -> Int {
    let delimiter = word ^ delimiters
    let quote = word ^ 0x2222_2222_2222_2222
    // The lowest bit set is right; those above it may be carried.
    let stops =
      (delimiter &- Self.low) & ~delimiter | (quote &- Self.low) & ~quote
      | (word &- 0x2020_2020_2020_2020) & ~word | word | (word &+ Self.low)
    return (stops & Self.high).trailingZeroBitCount >> 3
  }

  /// Whether all eight bytes are ASCII and none is zero.
  static func areASCII(_ word: UInt64) -> Bool { (word | (word &- low)) & high == 0 }
}
