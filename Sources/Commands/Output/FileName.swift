/// A name in a folder: the bytes that the file system keeps, which need not be text.
struct FileName: Hashable, Comparable, ExpressibleByStringLiteral {
  /// Ends in a zero, as the system reads it.
  let bytes: [CChar]

  init(_ text: String) { bytes = Array(text.utf8CString) }
  init(stringLiteral text: String) { self.init(text) }
  init(_ pointer: UnsafePointer<CChar>) {
    var count = 0
    while pointer[count] != 0 { count += 1 }
    bytes = Array(UnsafeBufferPointer(start: pointer, count: count + 1))
  }

  var text: String {
    String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether it can stand for a file in a folder and nowhere else.
  var isPlain: Bool {
    let slash = CChar(bitPattern: UInt8(ascii: "/"))
    return (2...256).contains(bytes.count) && !bytes.dropLast().contains { $0 == 0 || $0 == slash }
      && self != "." && self != ".."
  }

  /// In ASCII on one line, and back: other bytes as % and two digits.
  var escaped: String {
    bytes.dropLast().map { byte in
      let byte = UInt8(bitPattern: byte)
      let isPlain = (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "%")
      return isPlain ? String(UnicodeScalar(byte)) : "%" + byte.hex
    }.joined()
  }

  /// `nil` when the text is no name in a folder.
  init?(escaped text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    var bytes: [CChar] = []
    while var byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
          return nil
        }
        byte = code
        rest = rest.dropFirst(2)
      }
      bytes.append(CChar(bitPattern: byte))
    }
    self.bytes = bytes + [0]
    guard isPlain else { return nil }
  }

  static func < (one: FileName, other: FileName) -> Bool {
    one.bytes.lexicographicallyPrecedes(other.bytes)
  }
}

extension FixedWidthInteger {
  /// In hexadecimal digits, as many as the type has.
  var hex: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: Self.bitWidth / 4 - digits.count) + digits
  }
}
