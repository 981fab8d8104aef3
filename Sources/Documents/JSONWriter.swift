import Networks

/// Writes JSON values as text (RFC 8259), indented by two spaces, members in ascending order.
///
/// Numbers are the shortest that read back as the same, null where one is not finite; quotes, backslashes and every character that cannot
/// be seen are escaped.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  mutating func write(_ value: JSONValue) {
    switch value {
    case .object(let members):
      list("{", "}", members.keys.sorted()) { writer, name in
        writer.member(name, members[name] ?? .null)
      }
    case .array(let items): list("[", "]", items) { writer, item in writer.write(item) }
    case .texts(let texts): line(texts) { writer, text in writer.write(text) }
    case .numbers(let numbers): line(numbers) { writer, number in writer.write(number) }
    case .text(let text): write(text)
    case .whole(let value): bytes.append(contentsOf: "\(value)".utf8)
    case .number(let value): write(value)
    case .truth(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    }
  }

  private mutating func member(_ name: String, _ value: JSONValue) {
    write(name)
    bytes.append(contentsOf: " : ".utf8)
    write(value)
  }

  private mutating func list<Item>(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ items: [Item],
    _ item: (inout JSONWriter, Item) -> Void
  ) {
    bytes.append(UInt8(ascii: opening))
    depth += 1
    for (place, one) in items.enumerated() {
      if place > 0 { bytes.append(0x2C) }
      startLine()
      item(&self, one)
    }
    depth -= 1
    // An empty list stands on two lines.
    if items.isEmpty { bytes.append(0x0A) }
    startLine()
    bytes.append(UInt8(ascii: closing))
  }

  private mutating func line<Item>(_ items: [Item], _ item: (inout JSONWriter, Item) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for (place, one) in items.enumerated() {
      if place > 0 { bytes.append(contentsOf: ", ".utf8) }
      item(&self, one)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func startLine() {
    bytes.append(0x0A)
    for _ in 0..<2 * depth { bytes.append(0x20) }
  }

  private mutating func write(_ value: Double?) {
    guard let value, value.isFinite else {
      bytes.append(contentsOf: "null".utf8)
      return
    }
    if let whole = Int32(exactly: value) {
      bytes.append(contentsOf: value.sign == .minus && whole == 0 ? "-0".utf8 : "\(whole)".utf8)
      return
    }
    bytes.append(contentsOf: "\(value)".utf8)
    if bytes.suffix(2).elementsEqual(".0".utf8) { bytes.removeLast(2) }
  }

  private mutating func write(_ text: String) {
    bytes.append(0x22)
    defer { bytes.append(0x22) }
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
      bytes += text.utf8
      return
    }
    var scan = UnseenScan()
    for scalar in text.unicodeScalars {
      let sight = scan.next(scalar)
      switch scalar.value {
      case 0x22, 0x5C: bytes += [0x5C, UInt8(scalar.value)]
      case 0x08: bytes += Array("\\b".utf8)
      case 0x09: bytes += Array("\\t".utf8)
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x0C: bytes += Array("\\f".utf8)
      case 0x0D: bytes += Array("\\r".utf8)
      case 0x20..<0x7F: bytes.append(UInt8(scalar.value))
      default:
        if UnseenScan.isUnseen(scalar) || sight == .marksTooMany {
          for unit in UTF16.encode(scalar) ?? .init() { escape(unit) }
        } else {
          bytes += UTF8.encode(scalar) ?? .init()
        }
      }
    }
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    bytes += Array("\\u".utf8) + [UInt8](repeating: 0x30, count: 4 - digits.utf8.count)
    bytes += Array(digits.utf8)
  }
}
