/// How the bytes of a file stand for text.
public enum Encoding: String, Sendable {
  case utf8 = "UTF-8"
  case windows1252 = "Windows-1252"
  case utf16 = "UTF-16"
  case macRoman = "Mac Roman"
}

/// What a look through all the bytes of a file tells about its encoding.
struct ByteSurvey {
  var nulCount = 0
  var firstNul: Int?
  /// Whether any sequence of two bytes or more is well-formed UTF-8.
  var hasMultibyte = false
  /// The offset of the first byte that is no UTF-8.
  var firstInvalid: Int?
  /// The offset of the first sequence that only broken UTF-8 has: overlong, a surrogate, or beyond U+10FFFF.
  var firstForbidden: Int?

  /// Whether two characters stand together that are one saved twice, as Ã and © for é.
  var hasTwice = false
  /// Where the last character of two bytes ended, and which it was.
  private var last: (end: Int, lead: UInt8) = (-1, 0)

  /// Bytes of a sequence that the last piece left unfinished.
  private var pending: [UInt8] = []

  /// Takes in the next piece of the file, which begins at `offset`.
  mutating func look(at piece: Span<UInt8>, offset: Int) {
    var place = 0
    if !pending.isEmpty {
      let begun = offset - pending.count
      while place < piece.count, pending.count < 4 {
        pending.append(piece[place])
        place += 1
        if case .unfinished = Self.sequence(pending.span, at: 0) { continue }
        break
      }
      let whole = pending
      switch Self.sequence(whole.span, at: 0) {
      case .valid(let length):
        hasMultibyte = true
        place -= whole.count - length
      case .unfinished:
        return
      case .invalid(let forbidden):
        note(begun, forbidden: forbidden)
        place -= whole.count - 1
        // The bytes after the first are looked at again; those of the last piece are continuation bytes.
        place = max(place, 0)
      }
      pending = []
    }
    while place < piece.count {
      while place + 8 <= piece.count, Signs.areASCII(piece.word(at: place)) { place += 8 }
      guard place < piece.count else { break }
      let byte = piece[place]
      if byte < 0x80 {
        if byte == 0 {
          nulCount += 1
          firstNul = firstNul ?? (offset + place)
        }
        place += 1
        continue
      }
      switch Self.sequence(piece, at: place) {
      case .valid(let length):
        hasMultibyte = true
        // The first is Â, Ã, Ä, Å or â (C3 82 to C3 85, C3 A2), the second one of the signs that 0x80 to 0xBF stand for.
        if last.end == offset + place, OldText.isLead(last.lead), length > 1, byte != 0xC3 {
          hasTwice = true
        }
        last = (offset + place + length, length == 2 && byte == 0xC3 ? piece[place + 1] : 0)
        place += length
      case .unfinished:
        pending = []
        for rest in place..<piece.count { pending.append(piece[rest]) }
        return
      case .invalid(let forbidden):
        note(offset + place, forbidden: forbidden)
        place += 1
      }
    }
  }

  /// Says that the file has ended.
  mutating func end(at size: Int) {
    if !pending.isEmpty { note(size - pending.count, forbidden: false) }
    pending = []
  }

  private mutating func note(_ place: Int, forbidden: Bool) {
    firstInvalid = firstInvalid ?? place
    if forbidden { firstForbidden = firstForbidden ?? place }
  }

  enum Sequence {
    case valid(length: Int)
    case unfinished
    case invalid(forbidden: Bool)
  }

  /// Reads one UTF-8 sequence whose first byte is 0x80 or more (Unicode 15, table 3-7).
  static func sequence(_ bytes: Span<UInt8>, at place: Int) -> Sequence {
    let first = bytes[place]
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    case 0xC0, 0xC1, 0xF5...0xFF:
      let followed = place + 1 < bytes.count && bytes[place + 1] & 0xC0 == 0x80
      return .invalid(forbidden: followed && first < 0xF8)
    default: return .invalid(forbidden: false)
    }
    for step in 1..<length {
      guard place + step < bytes.count else { return .unfinished }
      let byte = bytes[place + step]
      guard byte & 0xC0 == 0x80 else { return .invalid(forbidden: false) }
      if step == 1 {
        let allowed: ClosedRange<UInt8> =
          switch first {
          case 0xE0: 0xA0...0xBF
          case 0xED: 0x80...0x9F
          case 0xF0: 0x90...0xBF
          case 0xF4: 0x80...0x8F
          default: 0x80...0xBF
          }
        if !allowed.contains(byte) {
          let rest = (2..<length).allSatisfy {
            place + $0 < bytes.count && bytes[place + $0] & 0xC0 == 0x80
          }
          return .invalid(forbidden: rest)
        }
      }
    }
    return .valid(length: length)
  }
}

/// Whether bytes are well-formed UTF-8.
func isUTF8(_ bytes: Span<UInt8>) -> Bool {
  var place = 0
  while place < bytes.count {
    while place + 8 <= bytes.count, Signs.areASCII(bytes.word(at: place)) { place += 8 }
    guard place < bytes.count else { break }
    if bytes[place] < 0x80 {
      place += 1
    } else if case .valid(let length) = ByteSurvey.sequence(bytes, at: place) {
      place += length
    } else {
      return false
    }
  }
  return true
}

/// The character that each byte from 0x80 to 0x9F stands for in Windows-1252; 0 where there is none.
private let windows1252Upper: [UInt32] = [
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
  0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
  0x203A, 0x0153, 0, 0x017E, 0x0178,
]

/// Reads bytes as Windows-1252, or `nil` where a byte stands for nothing.
func windows1252(_ bytes: Span<UInt8>) -> String? {
  var text = String.UnicodeScalarView()
  for place in bytes.indices {
    let byte = bytes[place]
    let code = (0x80...0x9F).contains(byte) ? windows1252Upper[Int(byte) - 0x80] : UInt32(byte)
    guard code != 0 || byte == 0, let scalar = Unicode.Scalar(code) else { return nil }
    text.append(scalar)
  }
  return String(text)
}

/// The text that bytes stand for: UTF-8, or else Windows-1252, or else UTF-8 with marks for what is broken.
func decoded(_ bytes: Span<UInt8>) -> String {
  if !isUTF8(bytes), let text = windows1252(bytes) { return text }
  return String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
}

/// UTF-16 on its way to UTF-8, taken in piece by piece.
struct UTF16Text {
  private(set) var bytes: [UInt8] = []
  /// The offset of half of a surrogate pair that stands alone.
  private(set) var loneSurrogate: Int?
  private let isBigEndian: Bool
  /// The first byte of a unit that the last piece left unfinished.
  private var firstByte: UInt8?
  private var lead: UInt16?
  /// Bytes of the file taken in.
  private var offset: Int

  /// Begins after the mark, at byte 2 of a file of `size` bytes.
  init(isBigEndian: Bool, size: Int) {
    self.isBigEndian = isBigEndian
    offset = 2
    bytes.reserveCapacity(size / 2)
  }

  mutating func take(_ piece: Span<UInt8>) {
    for place in piece.indices {
      offset += 1
      guard let first = firstByte else {
        firstByte = piece[place]
        continue
      }
      firstByte = nil
      let (high, low) = isBigEndian ? (first, piece[place]) : (piece[place], first)
      take(UInt16(high) << 8 | UInt16(low))
    }
  }

  private mutating func take(_ unit: UInt16) {
    if let high = lead {
      lead = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(high) & 0x3FF) << 10 + UInt32(unit) & 0x3FF
        if let scalar = Unicode.Scalar(value) { append(scalar) }
        return
      }
      loneSurrogate = loneSurrogate ?? (offset - 4)
    }
    if UTF16.isLeadSurrogate(unit) {
      lead = unit
    } else if let scalar = Unicode.Scalar(unit) {
      append(scalar)
    } else {
      loneSurrogate = loneSurrogate ?? (offset - 2)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      bytes.append(UInt8(scalar.value))
    } else {
      bytes += UTF8.encode(scalar) ?? .init()
    }
  }

  /// Says that the file has ended.
  mutating func end() {
    if lead != nil { loneSurrogate = loneSurrogate ?? (offset - 2) }
  }
}
