import Intake
import Networks

/// Rows of one table of the plain contract on their way to a CSV file.
///
/// Cells are numbers of texts, so that a hundred thousand rows take a few megabytes.
struct DraftTable {
  /// The columns in order: those of the contract that are filled, then those of the trust's own.
  private(set) var heads: [String]
  /// Where the cells of each row begin; a row may end before its last columns.
  private var starts: [Int32] = [0]
  private var cells: [Int32] = []
  /// Cells written after their row was.
  private var changed: [Place: Int32] = [:]
  private var pool = TextPool()
  private var known: [String: Int32] = [:]
  private var places: [String: Int] = [:]
  private var isFilled: [Bool]
  private let needed: Set<String>

  private struct Place: Hashable {
    let row: Int
    let column: Int
  }

  init(_ heads: [String], needed: Set<String>) {
    self.heads = heads
    self.needed = needed
    isFilled = heads.map { _ in false }
    for (place, head) in heads.enumerated() { places[folded(head)] = place }
  }

  var count: Int { starts.count - 1 }
  var rows: Range<Int> { 0..<count }
  var isEmpty: Bool { count == 0 }

  /// The place of a column, which is added where there is none.
  mutating func place(_ head: String) -> Int {
    if let place = places[head] { return place }
    let key = folded(head)
    if let place = places[key] { return place }
    places[key] = heads.count
    heads.append(head)
    isFilled.append(false)
    return heads.count - 1
  }

  private mutating func number(_ text: String) -> Int32 {
    // Texts that fit beside their length are those that come again.
    guard text.utf8.count < 16 else { return pool.append(Array(text.utf8)) }
    if let number = known[text] { return number }
    let number = pool.append(Array(text.utf8))
    if known.count < 50_000 { known[text] = number }
    return number
  }

  mutating func add(_ row: [(place: Int, text: String)]) {
    let start = cells.count
    cells += repeatElement(-1, count: (row.lazy.map(\.place).max() ?? -1) + 1)
    for cell in row where !cell.text.isEmpty {
      cells[start + cell.place] = number(cell.text)
      isFilled[cell.place] = true
    }
    starts.append(Int32(cells.count))
  }

  mutating func set(_ row: Int, _ head: String, _ text: String) {
    let column = place(head)
    changed[Place(row: row, column: column)] = text.isEmpty ? -1 : number(text)
    if !text.isEmpty { isFilled[column] = true }
  }

  private func cell(_ row: Int, _ column: Int) -> Int32 {
    if !changed.isEmpty, let number = changed[Place(row: row, column: column)] { return number }
    let place = Int(starts[row]) + column
    return place < Int(starts[row + 1]) ? cells[place] : -1
  }

  func text(_ row: Int, _ head: String) -> String {
    guard let column = places[head] ?? places[folded(head)] else { return "" }
    let number = cell(row, column)
    return number < 0 ? "" : pool[number]
  }

  /// The bytes of the CSV file, rows in ascending order so that the order of the sources says nothing.
  func csv() -> [UInt8] {
    let kept = heads.indices.filter { isFilled[$0] || needed.contains(heads[$0]) }
    var bytes = Array(kept.map { csvCell(heads[$0]) }.joined(separator: ",").utf8) + [10]
    let keys = Array(kept.prefix(2))
    let ranks = ranks(keys)
    func rank(_ row: Int, _ key: Int) -> Int32 {
      let number = cell(row, keys[key])
      return number < 0 ? -1 : ranks[Int(number)]
    }
    let order = rows.map { row in
      (row: Int32(row), a: keys.isEmpty ? 0 : rank(row, 0), b: keys.count < 2 ? 0 : rank(row, 1))
    }.sorted { x, y in
      if x.a != y.a { return x.a < y.a }
      if x.b != y.b { return x.b < y.b }
      for column in kept.dropFirst(2) {
        let (p, q) = (cell(Int(x.row), column), cell(Int(y.row), column))
        if p == q { continue }
        let (t, u) = (p < 0 ? "" : pool[p], q < 0 ? "" : pool[q])
        if t != u { return t < u }
      }
      return x.row < y.row
    }
    for entry in order {
      for (number, column) in kept.enumerated() {
        if number > 0 { bytes.append(0x2C) }
        let text = cell(Int(entry.row), column)
        if text >= 0 { bytes += csvCell(pool[text]).utf8 }
      }
      bytes.append(10)
    }
    return bytes
  }

  /// The place of each text of some columns in ascending order, equal texts sharing one.
  private func ranks(_ columns: [Int]) -> [Int32] {
    var seen = [Bool](repeating: false, count: pool.count)
    for row in rows {
      for column in columns {
        let number = cell(row, column)
        if number >= 0 { seen[Int(number)] = true }
      }
    }
    let texts = seen.indices.filter { seen[$0] }.map { (text: pool[Int32($0)], number: $0) }
      .sorted { $0.text < $1.text }
    var ranks = [Int32](repeating: -1, count: pool.count)
    var rank: Int32 = -1
    for (place, entry) in texts.enumerated() {
      if place == 0 || texts[place - 1].text != entry.text { rank += 1 }
      ranks[entry.number] = rank
    }
    return ranks
  }
}

/// What an import came to: files of the plain contract, the mapping, and what is left for somebody to decide.
public struct Imported: Sendable {
  /// The tables as CSV, by file name.
  public var files: [(name: String, rows: Int, bytes: [UInt8])] = []
  public var mapping = ImportMapping()
  /// What each table was read as, a line each.
  public var readings: [String] = []
  /// What was left out and why, a line each.
  public var remarks: [String] = []
  /// How many ties wait for a decision on a name or an answer.
  public var waiting = 0
  /// The doubtful names with whom they may mean, and the answers nobody could read.
  public var doubts: [String] = []
  /// Whom each doubtful name may mean, by id and name.
  public var near: [String: [(id: String, name: String)]] = [:]
  /// How many people the workspace's own people.csv has not got.
  public var added = 0
  /// How many people answered.
  public var answers = 0
  /// Whether a staff list was among the files.
  public var hasStaff = false
  public var tieCount = 0
  public var peopleCount = 0
}
