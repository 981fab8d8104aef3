/// JSON (RFC 8259) as values; objects keep the order of their members.
indirect enum JSON: Equatable {
  case object([Member])
  case array([JSON])
  case text(String)
  /// A number, a truth or null as it is written.
  case word(String)

  struct Member: Equatable {
    let key: String
    let value: JSON
  }

  init(_ bytes: [UInt8]) throws(FormatError) {
    var reader = Reader(bytes)
    self = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.isAtEnd else { throw reader.wrong }
  }

  subscript(keys: String...) -> JSON? {
    guard case .object(let members) = self else { return nil }
    for key in keys {
      if let found = members.first(where: { $0.key.lowercased() == key }) { return found.value }
    }
    return nil
  }

  var items: [JSON]? { if case .array(let items) = self { items } else { nil } }
  var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  /// What stands for the value in a cell: lists parted by bars, null as nothing.
  var cell: String {
    switch self {
    case .text(let text): text
    case .word(let word):
      word == "null" ? "" : word == "true" ? "yes" : word == "false" ? "no" : word
    case .array(let items): items.map(\.cell).filter { !$0.isEmpty }.joined(separator: "|")
    case .object(let members): members.map { "\($0.key): \($0.value.cell)" }.joined(separator: "; ")
    }
  }

  private struct Reader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    var isAtEnd: Bool { place >= bytes.count }
    var wrong: FormatError {
      FormatError(
        "is not well-formed JSON (byte \(place + 1)). Export it again; it may have been cut short.")
    }

    mutating func skipSpace() {
      while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    }

    private mutating func takes(_ byte: UInt8) -> Bool {
      skipSpace()
      guard place < bytes.count, bytes[place] == byte else { return false }
      place += 1
      return true
    }

    mutating func value(depth: Int) throws(FormatError) -> JSON {
      guard depth < FormatLimits.depth else {
        throw FormatError(
          "has values more than \(FormatLimits.depth) deep, which Weft does not read.")
      }
      if takes(0x7B) {
        var members: [Member] = []
        if takes(0x7D) { return .object([]) }
        repeat {
          guard takes(0x22) else { throw wrong }
          let key = try text()
          guard takes(0x3A) else { throw wrong }
          members.append(Member(key: key, value: try value(depth: depth + 1)))
        } while takes(0x2C)
        guard takes(0x7D) else { throw wrong }
        return .object(members)
      }
      if takes(0x5B) {
        var items: [JSON] = []
        if takes(0x5D) { return .array([]) }
        repeat { items.append(try value(depth: depth + 1)) } while takes(0x2C)
        guard takes(0x5D) else { throw wrong }
        return .array(items)
      }
      if takes(0x22) { return .text(try text()) }
      let start = place
      while place < bytes.count,
        (0x30...0x39).contains(bytes[place]) || (0x61...0x7A).contains(bytes[place])
          || [0x2B, 0x2D, 0x2E, 0x45].contains(bytes[place])
      { place += 1 }
      let word = String(decoding: bytes[start..<place], as: UTF8.self)
      guard ["true", "false", "null"].contains(word) || Double(word) != nil else { throw wrong }
      return .word(word)
    }

    /// The text after its opening quote.
    private mutating func text() throws(FormatError) -> String {
      var units: [UInt8] = []
      while place < bytes.count, units.count <= FormatLimits.cell {
        let byte = bytes[place]
        place += 1
        switch byte {
        case 0x22: return String(decoding: units, as: UTF8.self)
        case 0x5C:
          guard place < bytes.count else { throw wrong }
          let sign = bytes[place]
          place += 1
          switch sign {
          case 0x22, 0x5C, 0x2F: units.append(sign)
          case 0x62, 0x66, 0x6E, 0x72, 0x74: units.append(0x20)
          case 0x75: units += try escaped().utf8
          default: throw wrong
          }
        default: units.append(byte)
        }
      }
      throw place < bytes.count
        ? FormatError("has a text of more than \(FormatLimits.cell) bytes. Shorten it.") : wrong
    }

    private mutating func hex() -> UInt16? {
      guard place + 4 <= bytes.count else { return nil }
      defer { place += 4 }
      return UInt16(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    }

    /// A character by its number, two numbers where it takes two.
    private mutating func escaped() throws(FormatError) -> String {
      guard let first = hex() else { throw wrong }
      guard (0xD800..<0xDC00).contains(first), place + 6 <= bytes.count, bytes[place] == 0x5C,
        bytes[place + 1] == 0x75
      else { return String(decoding: [first], as: UTF16.self) }
      place += 2
      guard let second = hex() else { throw wrong }
      return String(decoding: [first, second], as: UTF16.self)
    }
  }
}
