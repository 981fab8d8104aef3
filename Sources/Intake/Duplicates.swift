import Networks

/// The rows read of a table whose rows have ids, to choose among rows that carry the same one.
///
/// The choice does not depend on the order of the rows: the fullest counts, and among equally full ones the one
/// whose content comes first by its hash.
struct RowLog {
  struct Row {
    let id: Int32
    let position: RowPosition
    /// The number of cells that are not missing.
    let fullness: Int32
    /// A hash of the cells, trimmed.
    let content: UInt64
  }

  /// Stands between what an id is told within and the id: one person may come to several events.
  static let within: Character = "\u{1F}"

  private(set) var ids = IdTable()
  private(set) var rows: [Row] = []

  /// Takes in the current row of a table under its id.
  mutating func add(_ id: String, _ reader: borrowing TableReader) {
    let summary = reader.summary()
    rows.append(
      Row(
        id: ids.insert(id).index, position: reader.position, fullness: summary.fullness,
        content: summary.content))
  }

  /// The places of the rows that count, in ascending order of id; the others are set aside or merged.
  func settle(_ reader: inout TableReader, idColumn: Int) throws(IntakeError) -> [Int] {
    var best = [Int32](repeating: -1, count: ids.count)
    var hasSeveral = false
    for (index, row) in rows.enumerated() {
      let known = Int(best[Int(row.id)])
      hasSeveral = hasSeveral || known >= 0
      if known < 0
        || (row.fullness, rows[known].content) > (rows[known].fullness, row.content)
      {
        best[Int(row.id)] = Int32(index)
      }
    }
    if hasSeveral {
      var repeats = 0
      for (index, row) in rows.enumerated() where best[Int(row.id)] != Int32(index) {
        if row.content == rows[Int(best[Int(row.id)])].content {
          repeats += 1
        } else {
          let key = ids[row.id].split(separator: Self.within).map(String.init)
          try reader.takeBack(
            row.position, .duplicateId, column: idColumn, value: key.last ?? "",
            detail: key.count > 1 ? shown(key[0]) : "")
        }
      }
      reader.merge(repeats)
      if repeats > 0 {
        reader.announce(.duplicateRow, detail: counted(repeats, "row is", "rows are"))
      }
    }
    let texts = ids.texts
    return texts.indices.sorted { texts[$0] < texts[$1] }.map { Int(best[$0]) }
  }
}
