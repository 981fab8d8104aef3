/// What a cell was typed as.
public enum CellKind: UInt8, Sendable {
  case empty, text, number, day, truth, error
}

/// Rows of cells with types, whatever file they come from: what every format is turned into first.
///
/// Each text is stored once where the file stores it once, so that a file that repeats one without end takes no memory.
public struct Sheet: Sendable {
  /// The name of the sheet, or of the part of a graph file.
  public var name: String
  /// Nodes that a graph file names in its edges and does not list.
  var unlisted: [String] = []
  /// Whether the workbook does not show it.
  var isHidden = false
  /// Whether its ids are a graph file's own, so that they tell nobody from those of another list.
  var idsAreOwn = false
  /// What is to be said of how it was read.
  var note = ""
  private var starts: [Int32] = [0]
  private var cells: [Int32] = []
  private var kinds: [UInt8] = []
  private var pool = TextPool()
  /// The bytes of the texts of all cells, those counted again that stand in several.
  private var textCount = 0

  public init(name: String) { self.name = name }

  /// A sheet of texts.
  public init(name: String, _ rows: [[String]]) {
    self.name = name
    for row in rows {
      for cell in row { append(cell) }
      endRow()
    }
  }

  public var rowCount: Int { starts.count - 1 }

  /// How many cells a row has, up to its last that holds something.
  public func width(_ row: Int) -> Int { Int(starts[row + 1] - starts[row]) }

  /// The text of a cell; empty where there is none.
  public func text(_ row: Int, _ column: Int) -> String {
    let place = Int(starts[row]) + column
    guard place < Int(starts[row + 1]), cells[place] >= 0 else { return "" }
    return pool[cells[place]]
  }

  public func kind(_ row: Int, _ column: Int) -> CellKind {
    let place = Int(starts[row]) + column
    guard place < Int(starts[row + 1]) else { return .empty }
    return CellKind(rawValue: kinds[place]) ?? .empty
  }

  /// The text of a cell as the pool numbers it: equal numbers are equal texts; -1 where there is none.
  func textNumber(_ row: Int, _ column: Int) -> Int32 {
    let place = Int(starts[row]) + column
    return place < Int(starts[row + 1]) ? cells[place] : -1
  }

  /// The texts of a row.
  public func texts(_ row: Int) -> [String] { (0..<width(row)).map { text(row, $0) } }
}

extension Sheet {
  /// Takes over texts that cells will refer to by number.
  mutating func share(_ pool: TextPool) { self.pool = pool }

  /// A sheet of the same name and texts, without rows.
  var emptied: Sheet {
    var sheet = Sheet(name: name)
    (sheet.unlisted, sheet.isHidden, sheet.note) = (unlisted, isHidden, note)
    sheet.idsAreOwn = idsAreOwn
    sheet.share(pool)
    return sheet
  }

  /// The sheet but for some of its rows.
  func without(_ rows: Set<Int>) -> Sheet {
    var sheet = emptied
    for row in 0..<rowCount where !rows.contains(row) {
      for place in Int(starts[row])..<Int(starts[row + 1]) {
        sheet.cells.append(cells[place])
        sheet.kinds.append(kinds[place])
      }
      sheet.endRow()
    }
    return sheet
  }

  /// Some of the columns, from a row downwards.
  func columns(_ range: Range<Int>, from first: Int) -> Sheet {
    var sheet = emptied
    for row in first..<rowCount {
      let start = Int(starts[row])
      for place in start + min(range.lowerBound, width(row))..<start
        + min(range.upperBound, width(row))
      {
        sheet.cells.append(cells[place])
        sheet.kinds.append(kinds[place])
      }
      sheet.endRow()
    }
    return sheet
  }

  var cellCount: Int { cells.count }

  /// The column of the next cell of the row that is being filled.
  var nextColumn: Int { cells.count - Int(starts[starts.count - 1]) }

  /// Adds a text and returns its number.
  mutating func store(_ bytes: [UInt8]) throws(FormatError) -> Int32 {
    guard pool.byteCount + bytes.count <= FormatLimits.text else {
      throw Self.tooMuchText
    }
    return pool.append(bytes)
  }

  private static let tooMuchText = FormatError(
    "holds too much text for Weft to read. Keep only the rows and columns you need.")

  /// Puts a cell at a column of the row that is being filled; what was left out before it is empty.
  mutating func put(_ text: Int32, _ kind: CellKind, at column: Int) throws(FormatError) {
    guard column >= nextColumn else { return }
    guard column < FormatLimits.columns, cells.count + column - nextColumn < FormatLimits.cells
    else {
      throw FormatError(
        "has more cells than Weft reads. Keep only the rows and columns you need.")
    }
    textCount += pool.byteCount(text)
    guard textCount <= FormatLimits.unpacked else { throw Self.tooMuchText }
    while nextColumn < column { appendEmpty() }
    cells.append(text)
    kinds.append(kind.rawValue)
  }

  private mutating func appendEmpty() {
    cells.append(-1)
    kinds.append(CellKind.empty.rawValue)
  }

  /// Adds a cell of text.
  mutating func append(_ text: String) {
    if text.isEmpty { return appendEmpty() }
    cells.append(pool.append(Array(text.utf8)))
    kinds.append(CellKind.text.rawValue)
  }

  /// Ends the row, unless it holds nothing; empty cells at its end are dropped.
  mutating func endRow() {
    let start = Int(starts[starts.count - 1])
    while cells.count > start, cells[cells.count - 1] < 0 {
      cells.removeLast()
      kinds.removeLast()
    }
    if cells.count > start { starts.append(Int32(cells.count)) }
  }

  /// Repeats the last row.
  mutating func repeatRow() throws(FormatError) {
    let (start, end) = (Int(starts[starts.count - 2]), Int(starts[starts.count - 1]))
    guard cells.count + end - start <= FormatLimits.cells, rowCount < FormatLimits.rows else {
      throw FormatError(
        "repeats its rows more often than Weft reads. Keep only the rows and columns you need.")
    }
    for place in start..<end {
      if cells[place] >= 0 { textCount += pool.byteCount(cells[place]) }
      guard textCount <= FormatLimits.unpacked else { throw Self.tooMuchText }
      cells.append(cells[place])
      kinds.append(kinds[place])
    }
    starts.append(Int32(cells.count))
  }
}

/// Texts one after the other in one array of bytes.
struct TextPool: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  var count: Int { ends.count }
  var byteCount: Int { bytes.count }

  mutating func append(_ text: [UInt8]) -> Int32 {
    bytes += text
    ends.append(UInt32(bytes.count))
    return Int32(ends.count - 1)
  }

  func byteCount(_ number: Int32) -> Int {
    Int(ends[Int(number)]) - (number == 0 ? 0 : Int(ends[Int(number) - 1]))
  }

  subscript(number: Int32) -> String {
    let start = number == 0 ? 0 : Int(ends[Int(number) - 1])
    return String(decoding: bytes[start..<Int(ends[Int(number)])], as: UTF8.self)
  }
}
