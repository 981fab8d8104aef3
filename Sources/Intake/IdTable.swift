import Networks

/// Texts numbered in the order they are first seen, found again from their bytes.
///
/// Open addressing over one arena of bytes: no String a text, 12 bytes beside its own.
struct IdTable {
  private var slots: [Int32]
  private var hashes: [UInt32] = []
  private var ends: [Int] = []
  private var arena: [UInt8] = []

  var count: Int { ends.count }

  init(capacity: Int = 16) {
    var size = 32
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
  }

  /// The number of a text, or `nil` when it has not been seen.
  func find(_ bytes: Span<UInt8>) -> Int32? {
    let found = slots[slot(of: bytes, Self.hash(bytes))]
    return found < 0 ? nil : found
  }

  func find(_ text: String) -> Int32? {
    let bytes = Array(text.utf8)
    return find(bytes.span)
  }

  /// The number of a text, which is added when it is new.
  mutating func insert(_ bytes: Span<UInt8>) -> (index: Int32, isNew: Bool) {
    let hash = Self.hash(bytes)
    let place = slot(of: bytes, hash)
    if slots[place] >= 0 { return (slots[place], false) }
    let index = Int32(ends.count)
    slots[place] = index
    hashes.append(hash)
    for byte in bytes.indices { arena.append(bytes[byte]) }
    ends.append(arena.count)
    if ends.count * 2 > slots.count { grow() }
    return (index, true)
  }

  mutating func insert(_ text: String) -> (index: Int32, isNew: Bool) {
    let bytes = Array(text.utf8)
    return insert(bytes.span)
  }

  /// The text with a number.
  subscript(index: Int32) -> String {
    let start = index == 0 ? 0 : ends[Int(index) - 1]
    return String(decoding: arena[start..<ends[Int(index)]], as: UTF8.self)
  }

  /// Every text, in the order of their numbers.
  var texts: [String] { (0..<Int32(count)).map { self[$0] } }

  private func slot(of bytes: Span<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place] >= 0 {
      let index = Int(slots[place])
      if hashes[index] == hash, isEqual(index, bytes) { return place }
      place = (place + 1) & mask
    }
    return place
  }

  private func isEqual(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == bytes.count else { return false }
    for place in bytes.indices where arena[start + place] != bytes[place] { return false }
    return true
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = [Int32](repeating: -1, count: mask + 1)
    for (index, hash) in hashes.enumerated() {
      var place = Int(hash) & mask
      while slots[place] >= 0 { place = (place + 1) & mask }
      slots[place] = Int32(index)
    }
  }

  private static func hash(_ bytes: Span<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in bytes.indices { hash = (hash ^ UInt64(bytes[place])) &* 0x9E37_79B9_7F4A_7C15 }
    return UInt32(truncatingIfNeeded: (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9 >> 32)
  }
}

/// A column of labels in the making.
struct ColumnBuilder {
  let name: String
  private(set) var table = IdTable()
  private(set) var codes: [Int32] = []

  init(name: String) { self.name = name }

  mutating func append(_ bytes: Span<UInt8>) { codes.append(table.insert(bytes).index) }
  mutating func append(_ text: String) { codes.append(table.insert(text).index) }
  mutating func appendMissing() { codes.append(-1) }

  /// The column with its labels in ascending order and its rows in the order given.
  func column(rows: [Int]? = nil) -> Column {
    let texts = table.texts
    let order = texts.indices.sorted { texts[$0] < texts[$1] }
    var place = [Int32](repeating: 0, count: texts.count)
    for (index, code) in order.enumerated() { place[code] = Int32(index) }
    let recode = { (code: Int32) -> Int32 in code < 0 ? -1 : place[Int(code)] }
    return Column(
      name: name, codes: rows.map { $0.map { recode(codes[$0]) } } ?? codes.map(recode),
      values: order.map { texts[$0] })
  }
}
