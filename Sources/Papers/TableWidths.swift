import Documents

extension Table {
  /// Whether a column of words stands right of numbers, which end where it begins, and needs room on its left.
  func needsGap(_ column: Int) -> Bool {
    column > 0 && !columns[column].isNumeric && columns[column - 1].isNumeric
  }

  /// The share of the room that each column gets: its longest word at least, and of the rest what its longest text asks for.
  ///
  /// - Parameter room: how many letters stand on a line as wide as the page.
  func shares(room: Double = 80) -> [Double] {
    let texts = columns.indices.map { column in
      [columns[column].heading] + rows.map { $0[column].onPaper }
    }
    let least = texts.map { texts in
      let words = texts.flatMap { $0.split(separator: " ").map(\.count) }
      return Double(min(24, max(4, words.max() ?? 0))) + 3
    }
    let wanted = zip(texts, least).map { texts, least in
      max(least, Double(min(36, texts.map(\.count).max() ?? 0)) + 3)
    }
    let (all, fewest) = (wanted.reduce(0, +), least.reduce(0, +))
    guard all > room else { return wanted.map { $0 / max(all, 1) } }
    guard fewest < room else { return least.map { $0 / fewest } }
    let rest = (room - fewest) / (all - fewest)
    return zip(least, wanted).map { ($0 + ($1 - $0) * rest) / room }
  }
}
