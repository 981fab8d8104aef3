import Intake
import Networks

/// Rows of one table of the plain contract on their way to a CSV file.
struct DraftTable {
  /// The columns in order: those of the contract that are filled, then those of the trust's own.
  private(set) var heads: [String]
  private(set) var rows: [[String]] = []
  private var places: [String: Int] = [:]
  private var isFilled: [Bool]
  private let needed: Set<String>

  init(_ heads: [String], needed: Set<String>) {
    self.heads = heads
    self.needed = needed
    isFilled = heads.map { _ in false }
    for (place, head) in heads.enumerated() { places[folded(head)] = place }
  }

  /// The place of a column, which is added where there is none.
  mutating func place(_ head: String) -> Int {
    if let place = places[folded(head)] { return place }
    places[folded(head)] = heads.count
    heads.append(head)
    isFilled.append(false)
    return heads.count - 1
  }

  mutating func add(_ cells: [(place: Int, text: String)]) {
    var row = [String](repeating: "", count: heads.count)
    for cell in cells where !cell.text.isEmpty {
      row[cell.place] = cell.text
      isFilled[cell.place] = true
    }
    rows.append(row)
  }

  mutating func set(_ row: Int, _ head: String, _ text: String) {
    let place = place(head)
    while rows[row].count <= place { rows[row].append("") }
    rows[row][place] = text
    if !text.isEmpty { isFilled[place] = true }
  }

  func text(_ row: Int, _ head: String) -> String {
    guard let place = places[folded(head)], place < rows[row].count else { return "" }
    return rows[row][place]
  }

  /// The bytes of the CSV file, rows in ascending order so that the order of the sources says nothing.
  func csv(sorted: Bool = true) -> [UInt8] {
    let kept = heads.indices.filter { isFilled[$0] || needed.contains(heads[$0]) }
    var bytes = Array(kept.map { csvCell(heads[$0]) }.joined(separator: ",").utf8) + [10]
    func precedes(_ a: [String], _ b: [String]) -> Bool {
      for place in kept {
        let (x, y) = (place < a.count ? a[place] : "", place < b.count ? b[place] : "")
        if x != y { return x < y }
      }
      return false
    }
    for row in sorted ? rows.sorted(by: precedes) : rows {
      for (number, place) in kept.enumerated() {
        if number > 0 { bytes.append(0x2C) }
        if place < row.count, !row[place].isEmpty { bytes += csvCell(row[place]).utf8 }
      }
      bytes.append(10)
    }
    return bytes
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
  /// How many people the workspace's own people.csv has not got.
  public var added = 0
  /// Whether a staff list was among the files.
  public var hasStaff = false
  public var tieCount = 0
  public var peopleCount = 0
}
