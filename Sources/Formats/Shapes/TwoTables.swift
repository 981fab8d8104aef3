/// Tables below or beside one another on a sheet: a row further down has headings of its own, such as From and To below a list of
/// staff, or an empty column parts two with headings of their own.
enum TwoTables {
  /// The tables of a sheet, each a sheet; the first keeps the name.
  static func parts(_ sheet: Sheet) -> [Sheet] {
    let beside = besides(sheet)
    return beside.count > 1 ? beside : belows(sheet)
  }

  /// The tables beside one another, where each has the headings of people or of ties.
  private static func besides(_ sheet: Sheet) -> [Sheet] {
    let header = SourceTable.headerRow(sheet)
    guard sheet.rowCount > header + 1, sheet.width(header) > 4 else { return [sheet] }
    let width = sheet.width(header)
    let empty = (1..<width - 1).filter { column in
      (header..<sheet.rowCount).allSatisfy { sheet.text($0, column).isEmpty }
    }
    let bounds = [-1] + empty + [Int(FormatLimits.columns)]
    let ranges = zip(bounds, bounds.dropFirst()).map { $0 + 1..<$1 }.filter { !$0.isEmpty }
    let heads = keys(sheet, header)
    guard ranges.count > 1,
      ranges.allSatisfy({ range in areHeadings(Array(heads[range.clamped(to: heads.indices)])) })
    else { return [sheet] }
    return ranges.enumerated().map { place, range in
      var part = sheet.columns(range, from: header)
      if place > 0 { part.name += (part.name.isEmpty ? "" : " ") + "table \(place + 1)" }
      return part
    }
  }

  private static func belows(_ sheet: Sheet) -> [Sheet] {
    let header = SourceTable.headerRow(sheet)
    guard sheet.rowCount > header else { return [sheet] }
    let heads = keys(sheet, header)
    let starts = (header + 1..<sheet.rowCount).prefix(5_000).filter { row in
      guard mayHead(sheet, row) else { return false }
      let keys = keys(sheet, row)
      return areHeadings(keys) && keys != heads
    }
    // Headings in two rows are of one table.
    guard let first = starts.first, first > header + 1 else { return [sheet] }
    let bounds = [0] + starts + [sheet.rowCount]
    return zip(bounds, bounds.dropFirst()).enumerated().map { place, bound in
      var rows = Set(bound.0..<bound.1)
      // What stands alone above the next headings is their title.
      while rows.count > 1, bound.1 < sheet.rowCount, let last = rows.max(), sheet.width(last) == 1
      {
        rows.remove(last)
      }
      var part = sheet.without(Set(0..<sheet.rowCount).subtracting(rows))
      if place > 0 { part.name += (part.name.isEmpty ? "" : " ") + "table \(place + 1)" }
      return part
    }
  }

  private static func keys(_ sheet: Sheet, _ row: Int) -> [String] {
    sheet.texts(row).map { headingKey(cleaned($0)) }
  }

  /// Whether one of the first cells of a row begins as a heading does that is looked for.
  private static func mayHead(_ sheet: Sheet, _ row: Int) -> Bool {
    (0..<min(12, sheet.width(row))).contains { column in
      let text = sheet.text(row, column)
      return (4...12).contains(text.utf8.count)
        && marks.contains(headingKey(text))
    }
  }

  /// Whether cells are headings whatever stands above them: both ends of a tie, or a name and what people have beside it.
  private static func areHeadings(_ keys: [String]) -> Bool {
    guard keys.count > 1 else { return false }
    func has(_ names: Set<String>) -> Bool { keys.contains(where: names.contains) }
    return has(["from"]) && has(["to"]) || has(["source"]) && has(["target"])
      || has(named) && has(beside)
  }

  private static let marks = named.union(["from", "source"])
  private static let named = Set(
    ["name", "full name", "staff name", "surname", "last name"].map(headingKey))
  private static let beside = Set(
    ["school", "academy", "role", "job title", "team", "email", "post", "forename", "first name"]
      .map(headingKey))
}
