/// A column of labels, each label stored once.
public struct Column: Sendable, Equatable {
  /// The heading as the file has it.
  public let name: String
  /// For each row the place of its label in `values`, or -1 where none is recorded.
  public var codes: [Int32]
  /// The labels that occur, in ascending order.
  public var values: [String]

  public init(name: String, codes: [Int32], values: [String]) {
    self.name = name
    self.codes = codes
    self.values = values
  }

  /// The label of a row, or `nil` where none is recorded.
  public subscript(row: Int) -> String? {
    codes[row] < 0 ? nil : values[Int(codes[row])]
  }
}

extension Column {
  /// The column with one label for all those that hidden rows alone carry.
  func concealing(_ isHidden: [Bool], _ boundary: Boundary) -> Column {
    var isOpen = [Bool](repeating: false, count: values.count)
    for (row, code) in codes.enumerated() where code >= 0 && !isHidden[row] {
      isOpen[Int(code)] = true
    }
    guard isOpen.contains(false) else { return self }
    let labels = values.indices.map { isOpen[$0] ? values[$0] : boundary.concealed }
    let left = Set(labels).sorted()
    let place = Dictionary(uniqueKeysWithValues: left.enumerated().map { ($1, Int32($0)) })
    return Column(
      name: name, codes: codes.map { $0 < 0 ? -1 : place[labels[Int($0)]] ?? -1 }, values: left)
  }
}

extension Boundary {
  /// What stands for the groups that hidden people alone are in.
  public var concealed: String { "another \(singular)" }
}

/// A key under which headings and words are the same whatever their case, spaces, `_` or `-`.
public func folded(_ text: String) -> String {
  if let plain = foldedPlain(text) { return plain }
  return String(
    text.lowercased().unicodeScalars.filter {
      $0 != " " && $0 != "_" && $0 != "-" && $0 != "\u{A0}"
    })
}

/// The folded form of a text of ASCII alone, which most are; `nil` for others.
private func foldedPlain(_ text: String) -> String? {
  var kept: [UInt8] = []
  kept.reserveCapacity(text.utf8.count)
  for byte in text.utf8 {
    switch byte {
    case 0x20, 0x5F, 0x2D: continue
    case 0x41...0x5A: kept.append(byte | 0x20)
    case 0x80...: return nil
    default: kept.append(byte)
    }
  }
  return String(decoding: kept, as: UTF8.self)
}

/// Text without the white space at its ends.
public func trimmed(_ text: String) -> String {
  // Of ASCII only controls and the space are white.
  if let first = text.utf8.first, let last = text.utf8.last, (0x21..<0x80).contains(first),
    (0x21..<0x80).contains(last)
  {
    return text
  }
  let isSpace = { (c: Unicode.Scalar) in
    c.isASCII ? c == " " || ("\u{9}"..."\u{D}").contains(c) : c.properties.isWhitespace
  }
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isSpace($0) }),
    let last = scalars.lastIndex(where: { !isSpace($0) })
  else { return "" }
  return String(scalars[first...last])
}
