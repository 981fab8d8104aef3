import Documents

extension Table {
  /// The share of the room that each column gets: as much as its longest text asks for, within reason.
  ///
  /// - Parameter most: the most characters that a column counts for.
  func shares(most: Int = 40) -> [Double] {
    let wanted = columns.indices.map { column -> Double in
      let texts = [columns[column].heading] + rows.map { $0[column].onPaper }
      let longest = texts.map(\.count).max() ?? 0
      return Double(min(most, max(longest, 4))) + 3
    }
    let sum = wanted.reduce(0, +)
    return wanted.map { $0 / max(sum, 1) }
  }
}
