/// What a form sent: fields by name, and files.
///
/// Reads `multipart/form-data` (RFC 7578) and `application/x-www-form-urlencoded`; `nil` for anything else, and for what is cut off.
struct FormData: Sendable {
  var fields: [String: String] = [:]
  var files: [(name: String, bytes: [UInt8])] = []

  /// The most parts that are read.
  static let mostParts = 64

  init?(_ body: [UInt8], type: String) {
    let words = type.split(separator: ";").map { $0.drop { $0 == " " } }
    switch words.first?.lowercased() {
    case "application/x-www-form-urlencoded":
      guard let text = String(validating: body, as: UTF8.self),
        let pairs = Address.pairs(text[...], plusIsSpace: true)
      else { return nil }
      fields = pairs
    case "multipart/form-data":
      let mark = words.dropFirst().first { $0.lowercased().hasPrefix("boundary=") }
      guard var boundary = mark?.dropFirst("boundary=".count) else { return nil }
      if boundary.count > 1, boundary.first == "\"", boundary.last == "\"" {
        boundary = boundary.dropFirst().dropLast()
      }
      guard (1...70).contains(boundary.utf8.count), read(body, Array("--\(boundary)".utf8)) else {
        return nil
      }
    default: return nil
    }
  }

  /// Reads the parts between lines with the boundary.
  private mutating func read(_ body: [UInt8], _ boundary: [UInt8]) -> Bool {
    let line: [UInt8] = [13, 10]
    guard body.starts(with: boundary) else { return false }
    var place = boundary.count
    let end = line + boundary
    for _ in 0..<Self.mostParts {
      let rest = body[place...]
      if rest.starts(with: Array("--".utf8)) { return true }
      guard rest.starts(with: line) else { return false }
      let start = place + 2
      guard let head = Self.find(line + line, in: body, from: place),
        let next = Self.delimiter(end, in: body, from: head + 2)
      else { return false }
      let headers = String(decoding: body[min(start, head)..<head], as: UTF8.self)
      add(headers, Array(body[min(head + 4, next)..<next]))
      place = next + end.count
    }
    return false
  }

  private mutating func add(_ headers: String, _ bytes: [UInt8]) {
    guard
      let about = headers.split(whereSeparator: \.isNewline).first(where: {
        $0.lowercased().hasPrefix("content-disposition:")
      })
    else { return }
    guard let name = Self.value("name", in: about) else { return }
    guard let file = Self.value("filename", in: about) else {
      fields[name] = String(decoding: bytes.prefix(4096), as: UTF8.self)
      return
    }
    // A field left empty sends a file without a name.
    guard !file.isEmpty || !bytes.isEmpty else { return }
    let last = file.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? file
    files.append((String(last.prefix(128)), bytes))
  }

  /// The value of a parameter, such as `name="files"`.
  private static func value(_ key: String, in header: Substring) -> String? {
    for piece in header.split(separator: ";").dropFirst() {
      let words = piece.drop { $0 == " " }
      guard words.lowercased().hasPrefix(key + "=") else { continue }
      let value = words.dropFirst(key.count + 1)
      return String(value.first == "\"" ? value.dropFirst().prefix { $0 != "\"" } : value)
    }
    return nil
  }

  /// Where the next line with the boundary, and nothing else, begins.
  private static func delimiter(_ end: [UInt8], in body: [UInt8], from place: Int) -> Int? {
    var place = place
    while let found = find(end, in: body, from: place) {
      let rest = body[(found + end.count)...]
      if rest.starts(with: [13, 10]) || rest.starts(with: Array("--".utf8)) { return found }
      place = found + 1
    }
    return nil
  }

  private static func find(_ wanted: [UInt8], in body: [UInt8], from place: Int) -> Int? {
    guard let first = wanted.first, body.count >= wanted.count else { return nil }
    return body.withUnsafeBufferPointer { bytes in
      var place = place
      let last = bytes.count - wanted.count
      search: while place <= last {
        guard bytes[place] == first else {
          place += 1
          continue
        }
        for offset in wanted.indices where bytes[place + offset] != wanted[offset] {
          place += 1
          continue search
        }
        return place
      }
      return nil
    }
  }
}
