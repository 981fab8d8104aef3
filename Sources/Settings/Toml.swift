import Networks

/// What a file in TOML says, flat: every value under its whole name, with the place where it stands.
///
/// Weft reads all of TOML 1.0 but what no setting takes: lists of tables, lists within lists, times of day, names of more than four parts. These are refused
/// with their place, so nothing in a file can make reading recursive.
struct Toml {
  /// The values, in the order of the file.
  private(set) var entries: [Entry] = []
  /// The sections that stand in square brackets, in the order of the file.
  private(set) var sections: [(path: [String], place: Place)] = []
  private var defined: [[String]: Definition] = [:]

  struct Entry {
    let path: [String]
    let place: Place
    let value: Value
  }

  /// A value, and how it is written.
  struct Value {
    let content: Content
    let source: String
  }

  enum Content: Equatable {
    case text(String)
    case whole(Int)
    case number(Double)
    case truth(Bool)
    /// A day, which may be none of the calendar.
    case day(String)
    case list([Content])
  }

  /// The most parts of a name, as in `columns.people.school`.
  static let partsAtMost = 4

  private struct Definition {
    enum Kind {
      /// By `[a.b]`; `a` alone is opened on the way.
      case section, onTheWay
      /// By `a.b = 1`.
      case dotted
      /// A value, or a table in braces: nothing may be added.
      case closed
    }
    var kind: Kind
    let place: Place
  }

  /// Opens `[path]`.
  fileprivate mutating func open(_ path: [String], _ place: Place) throws(SettingsError) {
    for count in 1..<path.count {
      let part = Array(path[..<count])
      if let known = defined[part] {
        guard known.kind != .closed else { throw Self.twice(part, place, known.place) }
      } else {
        defined[part] = Definition(kind: .onTheWay, place: place)
      }
    }
    if let known = defined[path], known.kind != .onTheWay {
      throw Self.twice(path, place, known.place)
    }
    defined[path] = Definition(kind: .section, place: place)
    sections.append((path, place))
  }

  /// Takes the name of a value below the section of `depth` parts that is open.
  fileprivate mutating func name(
    _ path: [String], below depth: Int, _ place: Place
  ) throws(SettingsError) {
    for count in (depth + 1)..<max(path.count, depth + 1) {
      let part = Array(path[..<count])
      if let known = defined[part] {
        guard known.kind == .dotted else { throw Self.twice(part, place, known.place) }
      } else {
        defined[part] = Definition(kind: .dotted, place: place)
      }
    }
    if let known = defined[path] { throw Self.twice(path, place, known.place) }
    defined[path] = Definition(kind: .closed, place: place)
  }

  fileprivate mutating func add(_ entry: Entry) { entries.append(entry) }

  private static func twice(_ path: [String], _ place: Place, _ first: Place) -> SettingsError {
    SettingsError(
      at: place,
      "\(shown(path.joined(separator: "."))) is here for the second time; the first is on line \(first.line). Keep one."
    )
  }
}

/// Reads TOML, byte by byte.
struct TomlReader {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var lineStart = 0
  private var toml = Toml()

  /// - Parameter text: UTF-8 without control characters but tabs and line ends.
  static func read(_ text: [UInt8]) throws(SettingsError) -> Toml {
    var reader = TomlReader(text)
    try reader.document()
    return reader.toml
  }

  private init(_ text: [UInt8]) { bytes = text }

  // MARK: Bytes

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private func has(_ text: StaticString) -> Bool {
    at + text.utf8CodeUnitCount <= bytes.count
      && text.description.utf8.elementsEqual(bytes[at..<(at + text.utf8CodeUnitCount)])
  }

  private mutating func skip(_ byte: Character) -> Bool {
    guard let wanted = byte.asciiValue, next == wanted else { return false }
    at += 1
    return true
  }

  /// Passes a line end, if one is here.
  private mutating func skipLineEnd() -> Bool {
    if next == 0x0D { at += 1 }
    guard next == 0x0A else { return false }
    at += 1
    line += 1
    lineStart = at
    return true
  }

  private mutating func skipBlanks() { while next == 0x20 || next == 0x09 { at += 1 } }

  private mutating func skipComment() {
    guard next == UInt8(ascii: "#") else { return }
    while let byte = next, byte != 0x0A { _ = byte; at += 1 }
  }

  /// The place of a byte of the line that is being read.
  private func place(_ at: Int) -> Place {
    // A character's further bytes do not count.
    Place(line: line, column: 1 + bytes[lineStart..<at].count { $0 & 0xC0 != 0x80 })
  }

  private var here: Place { place(at) }

  private func text(from start: Int) -> String {
    String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// What stands here, as a message names it.
  private var found: String {
    guard let byte = next, byte != 0x0A, byte != 0x0D else { return "the end of the line" }
    var end = at + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return shown(String(decoding: bytes[at..<end], as: UTF8.self))
  }

  // MARK: Lines

  private mutating func document() throws(SettingsError) {
    var section: [String] = []
    while next != nil {
      skipBlanks()
      if next == UInt8(ascii: "[") {
        section = try header()
      } else if next != UInt8(ascii: "#"), next != 0x0A, next != 0x0D, next != nil {
        try pair(below: section)
      }
      try lineEnd()
    }
  }

  private mutating func lineEnd() throws(SettingsError) {
    skipBlanks()
    skipComment()
    if next == nil || skipLineEnd() { return }
    throw SettingsError(
      at: here, "nothing may follow here, but there is \(found). Write one key a line.")
  }

  private mutating func header() throws(SettingsError) -> [String] {
    let start = here
    at += 1
    guard next != UInt8(ascii: "[") else {
      throw SettingsError(
        at: start, "[[ begins a list of tables, which no setting is. Write [ for a section.")
    }
    let path = try name()
    guard skip("]") else {
      throw SettingsError(at: here, "a section ends with ], but there is \(found).")
    }
    try toml.open(path, start)
    return path
  }

  /// Reads `name = value`.
  private mutating func pair(below section: [String]) throws(SettingsError) {
    let start = here
    let path = section + (try name())
    guard path.count <= Toml.partsAtMost else { throw Self.tooManyParts(start) }
    guard skip("=") else {
      throw SettingsError(at: here, "a key is followed by =, but there is \(found).")
    }
    skipBlanks()
    try toml.name(path, below: section.count, start)
    if next == UInt8(ascii: "{") {
      try table(path)
    } else {
      toml.add(Toml.Entry(path: path, place: start, value: try value()))
    }
  }

  private static func tooManyParts(_ place: Place) -> SettingsError {
    SettingsError(
      at: place, "no key has more than \(inWords(Toml.partsAtMost)) parts with dots between.")
  }

  /// Reads a name with dots between its parts, and the blanks round it.
  private mutating func name() throws(SettingsError) -> [String] {
    let start = here
    var parts: [String] = []
    repeat {
      skipBlanks()
      parts.append(try part())
      guard parts.count <= Toml.partsAtMost else { throw Self.tooManyParts(start) }
      skipBlanks()
    } while skip(".")
    return parts
  }

  private mutating func part() throws(SettingsError) -> String {
    if next == UInt8(ascii: "\"") { return try quoted() }
    if next == UInt8(ascii: "'") { return try literal() }
    let start = at
    while let byte = next, Self.isBare(byte) { at += 1 }
    guard at > start else {
      throw SettingsError(
        at: here, "a line is key = value, [section] or # comment, but here is \(found).")
    }
    return text(from: start)
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  // MARK: Values

  private mutating func value() throws(SettingsError) -> Toml.Value {
    let (start, place) = (at, here)
    let content = try next == UInt8(ascii: "[") ? list(place) : single()
    return Toml.Value(content: content, source: text(from: start))
  }

  /// Reads a table in braces, whose values are named like any others.
  private mutating func table(_ path: [String]) throws(SettingsError) {
    at += 1
    skipBlanks()
    if skip("}") { return }
    repeat {
      skipBlanks()
      try pair(below: path)
      skipBlanks()
    } while skip(",")
    guard skip("}") else {
      throw SettingsError(at: here, "a table in braces ends with }, but there is \(found).")
    }
  }

  private mutating func list(_ start: Place) throws(SettingsError) -> Toml.Content {
    at += 1
    var items: [Toml.Content] = []
    while true {
      skipSpace()
      if skip("]") { return .list(items) }
      guard next != UInt8(ascii: "["), next != UInt8(ascii: "{") else {
        throw SettingsError(at: here, "a list holds texts in quotes, but here is \(found).")
      }
      guard next != nil else { throw SettingsError(at: start, "the list has no ].") }
      items.append(try single())
      skipSpace()
      guard skip(",") || next == UInt8(ascii: "]") else {
        guard next != nil else { throw SettingsError(at: start, "the list has no ].") }
        throw SettingsError(
          at: here, "values of a list are parted by commas, but here is \(found).")
      }
    }
  }

  /// Passes blanks, line ends and comments, as they may stand in a list.
  private mutating func skipSpace() {
    repeat {
      skipBlanks()
      skipComment()
    } while skipLineEnd()
  }

  private mutating func single() throws(SettingsError) -> Toml.Content {
    switch next {
    case UInt8(ascii: "\""): return .text(try has("\"\"\"") ? long("\"\"\"") : quoted())
    case UInt8(ascii: "'"): return .text(try has("'''") ? long("'''") : literal())
    default: return try word()
    }
  }

  // MARK: Texts

  /// Reads a text in double quotes, on one line.
  private mutating func quoted() throws(SettingsError) -> String {
    let start = here
    at += 1
    var result: [UInt8] = []
    while let byte = next, byte != 0x0A, byte != 0x0D {
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"): result += try escape()
      default: result.append(byte)
      }
    }
    throw SettingsError(at: start, "the text that begins here has no closing quote on its line.")
  }

  /// Reads a text in single quotes, where a backslash is itself.
  private mutating func literal() throws(SettingsError) -> String {
    let start = here
    at += 1
    let first = at
    while let byte = next, byte != 0x0A, byte != 0x0D {
      at += 1
      if byte == UInt8(ascii: "'") {
        return String(decoding: bytes[first..<(at - 1)], as: UTF8.self)
      }
    }
    throw SettingsError(at: start, "the text that begins here has no closing quote on its line.")
  }

  /// Reads a text of several lines.
  private mutating func long(_ mark: StaticString) throws(SettingsError) -> String {
    let start = here
    let isLiteral = mark.description == "'''"
    at += 3
    _ = skipLineEnd()
    var result: [UInt8] = []
    while let byte = next {
      if has(mark) {
        at += 3
        // Up to two quotes more belong to the text.
        for _ in 0..<2 where next == byte {
          result.append(byte)
          at += 1
        }
        return String(decoding: result, as: UTF8.self)
      }
      if byte == 0x0A || byte == 0x0D {
        _ = skipLineEnd()
        result.append(0x0A)
      } else if byte == UInt8(ascii: "\\"), !isLiteral {
        at += 1
        if skipFold() { continue }
        result += try escape()
      } else {
        result.append(byte)
        at += 1
      }
    }
    throw SettingsError(at: start, "the text that begins here has no closing \(mark).")
  }

  /// Passes all space after a backslash at the end of a line.
  private mutating func skipFold() -> Bool {
    let before = at
    skipBlanks()
    guard skipLineEnd() else {
      at = before
      return false
    }
    repeat { skipBlanks() } while skipLineEnd()
    return true
  }

  /// Reads what follows a backslash.
  private mutating func escape() throws(SettingsError) -> [UInt8] {
    let start = place(at - 1)
    let letter = next
    if letter != nil, letter != 0x0A, letter != 0x0D { at += 1 }
    switch letter {
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "\""): return [0x22]
    case UInt8(ascii: "\\"): return [0x5C]
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = bytes[at...].prefix(letter == UInt8(ascii: "u") ? 4 : 8)
      let isWhole = digits.count == (letter == UInt8(ascii: "u") ? 4 : 8)
      if isWhole, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        at += digits.count
        return Array(String(Character(scalar)).utf8)
      }
    default: break
    }
    throw SettingsError(
      at: start,
      "this backslash begins nothing known. Write \\\\ for a backslash, or use single quotes.")
  }

  // MARK: Words

  /// Reads a number, a truth or a day.
  private mutating func word() throws(SettingsError) -> Toml.Content {
    let (start, place) = (at, here)
    while let byte = next, Self.isBare(byte) || "+.:".utf8.contains(byte) { at += 1 }
    let word = text(from: start)
    guard !word.isEmpty else {
      throw SettingsError(at: place, "a value is missing: here is \(found). Put a text in quotes.")
    }
    switch word {
    case "true": return .truth(true)
    case "false": return .truth(false)
    default: break
    }
    if Self.isDay(word) { return .day(word) }
    if let number = Self.number(word) { return number }
    throw SettingsError(
      at: place, "this is no value. Write a number, true or false, or a text in quotes.")
  }

  /// Whether a word is a day such as 2026-11-01.
  private static func isDay(_ word: String) -> Bool {
    let signs = Array(word.utf8)
    return signs.count == 10
      && signs.enumerated().allSatisfy { at, sign in
        at == 4 || at == 7 ? sign == UInt8(ascii: "-") : (48...57).contains(sign)
      }
  }

  /// A number as TOML writes it: underscores between digits, no zero in front, other bases after 0x, 0o and 0b.
  private static func number(_ word: String) -> Toml.Content? {
    var body = word[...]
    let sign = body.first.flatMap { "+-".contains($0) ? $0 : nil }
    if sign != nil { body = body.dropFirst() }
    let minus = sign == "-" ? "-" : ""
    if body == "inf" { return .number(sign == "-" ? -.infinity : .infinity) }
    if body == "nan" { return .number(.nan) }
    for (mark, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where body.hasPrefix(mark) {
      guard sign == nil, let digits = digits(body.dropFirst(2), radix: radix) else { return nil }
      return Int(digits, radix: radix).map(Toml.Content.whole) ?? .number(.infinity)
    }
    let parts = body.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let tail = parts.count == 2 ? parts[1] : parts[0]
    let power = tail.firstIndex { $0 == "e" || $0 == "E" }
    let mantissa = power.map { tail[..<$0] } ?? tail
    var exponent = power.map { tail[tail.index(after: $0)...] }
    let whole = parts.count == 2 ? parts[0] : mantissa
    guard let front = digits(whole, radix: 10), front == "0" || front.first != "0" else {
      return nil
    }
    guard parts.count == 2 || exponent != nil else {
      // Too large for a whole number is too large for every setting.
      return Int(minus + front).map(Toml.Content.whole) ?? .number(.infinity)
    }
    var text = minus + front
    if parts.count == 2 {
      guard let back = digits(mantissa, radix: 10) else { return nil }
      text += "." + back
    }
    if let given = exponent {
      let mark = given.first.flatMap { "+-".contains($0) ? String($0) : nil } ?? ""
      exponent = given.dropFirst(mark.count)
      guard let power = digits(exponent ?? "", radix: 10) else { return nil }
      text += "e" + mark + power
    }
    return Double(text).map(Toml.Content.number)
  }

  /// The digits of a number without the underscores between them; `nil` where they are none.
  private static func digits(_ text: Substring, radix: Int) -> String? {
    let groups = text.split(separator: "_", omittingEmptySubsequences: false)
    let isWhole = groups.allSatisfy { group in
      !group.isEmpty
        && group.utf8.allSatisfy { byte in
          Character(Unicode.Scalar(byte)).hexDigitValue.map { $0 < radix } ?? false
        }
    }
    return isWhole ? groups.joined() : nil
  }
}
