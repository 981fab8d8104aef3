/// Finds the cells of rows about which nothing is odd, eight bytes at a time; other rows are left to `RowReader`'s byte machine.
///
/// A row is plain when it holds printable ASCII and no quote, ends with LF or CRLF, has as many cells as the header, not all of them
/// empty, and each cell is empty or its own text: without white space at its ends, not begun like a formula, and no
/// word for nothing.
struct PlainRow {
  /// One cell of a row.
  struct Cell {
    var start: Int
    var end: Int
    /// Whether it is empty or holds a word for nothing.
    var isMissing: Bool
    /// Whether its bytes are its text.
    var isPlain: Bool
    /// Whether doubled quotes stand inside.
    var hasDoubledQuotes = false
  }

  private let delimiter: UInt8
  private let signs: Signs

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    signs = Signs(delimiter: delimiter)
  }

  /// Fills in the cells of the row that begins at `start`; gives where it ends and where the next begins, or `nil` when it is
  /// not plain or comes near the end of the bytes.
  func cells(
    of bytes: Span<UInt8>, from start: Int, width: Int, _ cells: inout [Cell]
  ) -> (end: Int, next: Int)? {
    if cells.count != width {
      let empty = Cell(start: start, end: start, isMissing: true, isPlain: true)
      cells = [Cell](repeating: empty, count: width)
    }
    var found = cells.mutableSpan
    let last = bytes.count - 8
    var count = 0
    var isFilled = false
    var cellStart = start
    while cellStart <= last {
      let word = bytes.word(at: cellStart)
      var place = cellStart
      var step = signs.first(in: word)
      while step == 8 {
        place += 8
        guard place <= last else { return nil }
        step = signs.first(in: bytes.word(at: place))
      }
      place += step
      guard count < width else { return nil }
      let length = place - cellStart
      if length == 0 {
        found[count] = Cell(start: place, end: place, isMissing: true, isPlain: true)
      } else {
        guard !isOdd(bytes, cellStart..<place, first: UInt8(truncatingIfNeeded: word)) else {
          return nil
        }
        isFilled = true
        found[count] = Cell(start: cellStart, end: place, isMissing: false, isPlain: true)
      }
      count += 1
      let sign = bytes[place]
      if sign == delimiter {
        cellStart = place + 1
        continue
      }
      guard count == width, isFilled, place - start <= Limits.cell else { return nil }
      if sign == 10 { return (place, place + 1) }
      if sign == 13, place + 1 < bytes.count, bytes[place + 1] == 10 { return (place, place + 2) }
      return nil
    }
    return nil
  }

  /// Whether the bytes of a cell are not its text.
  @inline(__always)
  private func isOdd(_ bytes: Span<UInt8>, _ range: Range<Int>, first: UInt8) -> Bool {
    if bytes[range.upperBound - 1] == 0x20 { return true }
    switch first {
    case 0x20, 0x23, 0x27, 0x3D, 0x40: return true
    default:
      return Values.mayBeMissing(first: first, range.count)
        && Values.isMissing(bytes.extracting(range))
    }
  }
}
