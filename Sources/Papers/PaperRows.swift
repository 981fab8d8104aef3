/// Where a table breaks: nowhere if a page holds it, and never so that a row or two stand alone.
struct PaperRows {
  /// The heights of its rows, of the head that is said again on each page, of what stands above the first head, and of the notes
  /// that stay with the last row.
  let heights: [Double]
  let head: Double
  let above: Double
  let below: Double

  /// The fewest rows on either side of a break.
  private static let fewest = 3

  /// The rows that begin a page; the first where the table begins on the next one.
  ///
  /// - Parameters:
  ///   - space: what is left of this page.
  ///   - page: the height of a page.
  ///   - mayMove: whether the table may begin on the next page.
  func breaks(from space: Double, of page: Double, mayMove: Bool = true) -> [Int] {
    guard !heights.isEmpty else { return [] }
    let rows = heights.reduce(0, +)
    let whole = above + head + rows + below
    if whole <= space { return [] }
    let first = fitting(from: 0, in: space - above - head)
    if mayMove, whole <= page, rows > 0 {
      // What a page holds moves as a whole where less than half of it would stand here.
      let here = heights.prefix(first).reduce(0, +)
      if here * 2 < rows || heights.count < 2 * Self.fewest { return [0] }
    }
    if mayMove, first < min(Self.fewest, heights.count) { return [0] }
    var breaks: [Int] = []
    var start = 0
    var room = space - above - head
    while start < heights.count {
      let rest = heights[start...].reduce(0, +) + below
      if rest <= room { break }
      var count = max(1, fitting(from: start, in: room))
      // The last rows are not fewer than three, nor are those before them if that can be.
      let left = heights.count - start
      let most = left - min(Self.fewest, max(1, left / 2))
      count = max(1, min(count, most))
      guard start + count < heights.count else { break }
      start += count
      breaks.append(start)
      room = page - head
    }
    return breaks
  }

  /// How many rows from one on have room.
  private func fitting(from start: Int, in room: Double) -> Int {
    var left = room
    return heights[start...].prefix {
      left -= $0
      return left >= 0
    }.count
  }
}
