import Networks

/// Cuts a large file into stretches of whole rows, so that they can be read side by side.
///
/// Where a row begins cannot be known from the middle of a file, since a quoted cell may hold line ends; so each stretch begins after
/// some line end, and what was read counts only if each ends just where the next begins. Then the rows are those that
/// reading from the front would give; otherwise the file is read from the front.
struct Stretch: Sendable {
  /// Where the first row begins in the file; `nil` for the row after the headings.
  let start: Int?
  /// Rows that begin here or further on belong to the next stretch.
  let limit: Int

  /// The whole file.
  static let whole = Stretch(start: nil, limit: .max)

  /// The bytes that make a stretch worth while.
  static let least = 1 << 20
}

extension SourceFile {
  /// Stretches of a 64th of the file, of a mebibyte at least; one where it is no larger or had to be decoded as a whole.
  func stretches() throws(IntakeError) -> [Stretch] {
    let size = max(Stretch.least, byteCount / 64)
    var stretches: [Stretch] = []
    var start: Int?
    var place = size
    while let next = try lineStart(after: place) {
      stretches.append(Stretch(start: start, limit: next))
      start = next
      place = next + size
    }
    stretches.append(Stretch(start: start, limit: .max))
    return stretches
  }
}

/// What a reader learnt of a stretch, for the reader of the whole file.
struct StretchAccount: Sendable {
  let account: Ledger.Account
  let problems: [Problem]
  let blank: Int
  /// Cells that hold a constant such as ="001".
  let guarded: Int
  let lineEnds: RowReader.LineEnds
  /// The rows of the stretch; for the first all rows from the top of the file.
  let rows: Int
  /// Where the next row begins.
  let end: Int
}

extension [StretchAccount] {
  /// Whether each stretch ended where the next begins.
  func meet(_ stretches: [Stretch]) -> Bool {
    zip(self, stretches.dropFirst()).allSatisfy { $0.end == $1.start }
  }
}

extension Problem {
  /// The same problem so many rows further down.
  func moved(by rows: Int) -> Problem {
    guard let row, rows > 0 else { return self }
    return Problem(
      code, file: file, row: row + rows, column: column, heading: heading, value: value,
      detail: detail, isPersonal: isPersonal)
  }
}
