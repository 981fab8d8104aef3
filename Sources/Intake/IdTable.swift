import Networks

/// Texts numbered in the order they are first seen, found again from their bytes.
///
/// Open addressing over one arena of bytes: no String a text. A text of up to seven bytes is its own key and is found
/// with one look at one slot; a longer one has a hash for its key and is compared in the arena.
struct IdTable {
  private struct Slot {
    var key: UInt64 = 0
    var index: Int32 = -1
  }

  private var slots: [Slot]
  private var ends: [Int] = []
  private var arena: [UInt8] = []

  var count: Int { ends.count }

  init(capacity: Int = 16) {
    var size = 32
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  /// The number of a text, or `nil` when it has not been seen.
  func find(_ bytes: Span<UInt8>) -> Int32? {
    let found = slots[slot(of: bytes, Self.key(bytes))].index
    return found < 0 ? nil : found
  }

  func find(_ text: String) -> Int32? {
    find(text.utf8.span)
  }

  /// The number of a text, which is added when it is new.
  @discardableResult
  mutating func insert(_ bytes: Span<UInt8>) -> (index: Int32, isNew: Bool) {
    let key = Self.key(bytes)
    let place = slot(of: bytes, key)
    if slots[place].index >= 0 { return (slots[place].index, false) }
    let index = Int32(ends.count)
    slots[place] = Slot(key: key, index: index)
    for byte in bytes.indices { arena.append(bytes[byte]) }
    ends.append(arena.count)
    if ends.count * 2 > slots.count { grow() }
    return (index, true)
  }

  @discardableResult
  mutating func insert(_ text: String) -> (index: Int32, isNew: Bool) {
    insert(text.utf8.span)
  }

  /// The text with a number.
  subscript(index: Int32) -> String {
    let start = index == 0 ? 0 : ends[Int(index) - 1]
    return String(decoding: arena[start..<ends[Int(index)]], as: UTF8.self)
  }

  /// Every text, in the order of their numbers.
  var texts: [String] { (0..<Int32(count)).map { self[$0] } }

  private func slot(of bytes: Span<UInt8>, _ key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Self.home(of: key) & mask
    while slots[place].index >= 0 {
      if slots[place].key == key,
        key >> 56 != Self.isHash || isEqual(Int(slots[place].index), bytes)
      {
        return place
      }
      place = (place + 1) & mask
    }
    return place
  }

  private func isEqual(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == bytes.count else { return false }
    let known = arena.span.extracting(start..<ends[index])
    var place = 0
    while place < bytes.count - 8 {
      if known.word(at: place) != bytes.word(at: place) { return false }
      place += 8
    }
    return known.word(at: bytes.count - 8) == bytes.word(at: bytes.count - 8)
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var larger = [Slot](repeating: Slot(), count: mask + 1)
    for slot in slots where slot.index >= 0 {
      var place = Self.home(of: slot.key) & mask
      while larger[place].index >= 0 { place = (place + 1) & mask }
      larger[place] = slot
    }
    slots = larger
  }

  /// The top byte of a key that is a hash; of others it is the number of bytes.
  private static let isHash: UInt64 = 0xFF

  private static func key(_ bytes: Span<UInt8>) -> UInt64 {
    bytes.count < 8 ? bytes.shortWord : bytes.wordHash | isHash << 56
  }

  /// Where the search for a key begins; the high half of the product depends on every byte.
  private static func home(of key: UInt64) -> Int {
    Int(((key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15) >> 32)
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

  /// Adds the rows of another stretch of the file.
  mutating func takeIn(_ other: ColumnBuilder) {
    let place = other.table.texts.map { table.insert($0).index }
    codes += other.codes.map { $0 < 0 ? -1 : place[Int($0)] }
  }

  /// The column with its labels in ascending order and its rows in the order given; a label that mentions somebody withheld is none.
  func column(rows: [Int]? = nil, _ withheld: Withheld) -> Column {
    let texts = table.texts
    let order = texts.indices.filter {
      withheld.isEmpty || withheld.standing(of: texts[$0], isPersonal: false) == .open
    }.sorted { texts[$0] < texts[$1] }
    var place = [Int32](repeating: -1, count: texts.count)
    for (index, code) in order.enumerated() { place[code] = Int32(index) }
    let recode = { (code: Int32) -> Int32 in code < 0 ? -1 : place[Int(code)] }
    return Column(
      name: name, codes: rows.map { $0.map { recode(codes[$0]) } } ?? codes.map(recode),
      values: order.map { texts[$0] })
  }
}
