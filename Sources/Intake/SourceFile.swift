import FoundationEssentials
import Networks

/// A CSV file found and examined: its encoding, its delimiter, and where its text begins.
struct SourceFile: Sendable {
  let table: TableKind
  /// The name without the folder.
  let name: String
  let path: String
  let encoding: Encoding
  let delimiter: UInt8
  /// Whether well-formed UTF-8 beyond ASCII occurs anywhere.
  let hasMultibyte: Bool
  /// What the look at the bytes gave cause to say.
  let problems: [Problem]
  /// The bytes of the text: those of the file, or of UTF-16 decoded.
  private let file: FileBytes
  /// The file as it was opened.
  private let opened: FileBytes
  private let textOffset: Int
  /// Whether the text was decoded as a whole, and lies in memory.
  private let isDecoded: Bool
  /// Rows above the text's own: the `sep=` line some spreadsheets write.
  private let skipped: Int

  init(
    table: TableKind, path: String, bytes: FileBytes, delimiter chosen: UInt8?
  ) throws(IntakeError) {
    self.table = table
    self.path = path
    name = visible(String(path.split(separator: "/").last ?? ""))
    opened = bytes
    let head = try bytes.bytes(at: 0, count: 65_536)
    var problems: [Problem] = []
    let name = name
    func stop(_ code: ProblemCode, detail: String = "") -> IntakeError {
      IntakeError(stopping: Problem(code, file: name, detail: detail))
    }
    if let kind = Self.kindOfBinary(head) { throw stop(.notATable, detail: kind) }
    let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    let controls = head.count { $0 < 0x20 && $0 != 0 && !(0x09...0x0D).contains($0) }
    if !isWide, controls >= 8, controls * 50 > head.count {
      throw stop(.notATable, detail: "a binary file")
    }

    if isWide {
      guard bytes.size <= Limits.utf16 else {
        throw stop(.largeUTF16, detail: inBytes(bytes.size))
      }
      let text = try Self.utf16(bytes, isBigEndian: head[0] == 0xFE)
      if let offset = text.loneSurrogate { throw stop(.brokenUTF16, detail: counted(offset)) }
      file = FileBytes(text.bytes)
      encoding = .utf16
      hasMultibyte = true
      textOffset = 0
      isDecoded = true
      problems.append(Problem(.utf16, file: name))
    } else {
      let survey = try Self.survey(bytes)
      if survey.nulCount * 3 > bytes.size { throw stop(.utf16WithoutMark) }
      if survey.nulCount * 20 > bytes.size { throw stop(.notATable, detail: "a binary file") }
      let isOld = survey.firstInvalid != nil && !survey.hasMultibyte
      let isSmall = bytes.size <= Limits.utf16
      let all =
        isOld && isSmall || survey.hasTwice && isSmall
        ? try bytes.bytes(at: 0, count: bytes.size) : []
      let isMac = isOld && isSmall && survey.firstForbidden == nil && OldText.isMacRoman(all)
      let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let once = survey.hasTwice && isSmall ? OldText.savedOnce(Array(all.dropFirst(start))) : []
      let isTwice = !once.isEmpty && once.count < all.count - start
      hasMultibyte = survey.hasMultibyte || isMac
      encoding = isMac ? .macRoman : isOld ? .windows1252 : .utf8
      isDecoded = isMac || isTwice
      if isMac {
        file = FileBytes(OldText.utf8(fromMacRoman: all))
        problems.append(Problem(.macRoman, file: name))
      } else if isTwice {
        file = FileBytes(once)
        problems.append(Problem(.savedTwice, file: name))
      } else {
        file = bytes
        if isOld { problems.append(Problem(.windows1252, file: name)) }
      }
      textOffset = isDecoded ? 0 : start
    }
    let sample = try file.bytes(at: textOffset, count: 65_536 - textOffset)
    if !sample.contains(where: { !Self.isWhiteSpace($0) }) { throw stop(.emptyFile) }
    bytesPerRow = sample.count / max(1, sample.count { $0 == 0x0A || $0 == 0x0D })
    if sample.starts(with: Array("ID".utf8)), head.first == 0x49 {
      problems.append(Problem(.sylk, file: name))
    }
    let declared = Self.declaredDelimiter(sample)
    skipped = declared == nil ? 0 : 1
    let delimiter = chosen ?? declared ?? Self.guessDelimiter(sample)
    self.delimiter = delimiter
    if delimiter != 0x2C, chosen == nil {
      problems.append(
        Problem(.delimiterGuessed, file: name, detail: Self.nameOfDelimiter(delimiter)))
    }
    self.problems = problems
  }

  /// The rows from the first on.
  func rows() -> RowReader { rows(from: textOffset) }

  /// The size of the text.
  var byteCount: Int { file.size }

  /// How long the rows at the beginning are, on average.
  let bytesPerRow: Int

  /// Which file it is and when it was last written.
  var stamp: [Int] { opened.stamp }

  /// Throws when the file has been written to since it was opened.
  func checkUnchanged() throws(IntakeError) { try opened.checkUnchanged() }

  /// The rows from a place in the file on, which must be the beginning of one.
  func rows(from place: Int) -> RowReader {
    RowReader(file: file, offset: place, delimiter: delimiter)
  }

  /// Where a line begins, some way into the file; `nil` near its end or where no line ends for long.
  func lineStart(after place: Int) throws(IntakeError) -> Int? {
    guard !isDecoded, place < file.size else { return nil }
    let bytes = try file.bytes(at: place, count: 65_536)
    return bytes.firstIndex(of: 10).map { place + $0 + 1 }.flatMap { $0 < file.size ? $0 : nil }
  }

  /// The cells of a row, decoded but not cleaned, read again from where it stands.
  func cells(
    of row: RowPosition, width: Int
  ) throws(IntakeError) -> (cells: [String], isRegular: Bool) {
    let bytes = try file.bytes(at: row.offset, count: row.length)
    var reader = RowReader(bytes: bytes, delimiter: delimiter)
    guard try reader.next() else { return ([], true) }
    return (reader.texts, reader.isRegular(width: width))
  }

  /// Finds the row with the headings: the first of sixty that has what the table needs.
  func findHeader(
    named: [String: String], withheld: Withheld = Withheld()
  ) throws(IntakeError) -> (header: Header, row: Int, problems: [Problem]) {
    var reader = rows()
    var first: (Header, Int)?
    var found: (Header, Int)?
    var tried = 0
    while found == nil, tried < 60, try reader.next() {
      if reader.row <= skipped { continue }
      let headings = headings(reader)
      guard headings.contains(where: { !$0.isEmpty }) else { continue }
      tried += 1
      let header = Header(headings, table: table, named: named)
      if first == nil { first = (header, reader.row) }
      if header.isUsable(for: table) { found = (header, reader.row) }
    }
    guard let (header, row) = found ?? first else {
      throw IntakeError(stopping: Problem(.emptyFile, file: name))
    }
    var problems: [Problem] = []
    let offered = header.headings.filter { !$0.isEmpty }.map { shown($0) }
    // Where there is no header, the first row is somebody's.
    let mayBeOffered = header.headings.allSatisfy {
      Withheld.Standing(asked: $0) == .open && withheld.standing(of: $0) == .open
    }
    let columns = mayBeOffered ? " The columns are \(listed(Array(offered.prefix(12))))." : ""
    if let heading = named.values.sorted().first(where: { wanted in
      !header.headings.contains { folded($0) == folded(wanted) }
    }) {
      throw IntakeError(
        stopping: Problem(.missingHeading, file: name, row: row, value: heading), more: columns)
    }
    if let missing = header.missing(for: table) {
      throw IntakeError(
        stopping: Problem(.missingColumn, file: name, row: row, detail: missing), more: columns)
    }
    if let repeated = header.repeated.first {
      throw IntakeError(stopping: Problem(.repeatedColumn, file: name, row: row, value: repeated))
    }
    if row - skipped > 1 {
      problems.append(
        Problem(.preamble, file: name, row: row, detail: counted(row - skipped - 1, "row")))
    }
    if header.headings.count > Limits.columns {
      problems.append(
        Problem(.tooManyColumns, file: name, row: row, detail: counted(header.headings.count)))
    }
    for column in header.repeatedAttributes {
      problems.append(
        Problem(
          .repeatedAttribute, file: name, row: row, column: column,
          heading: header.headings[column], value: header.headings[column]))
    }
    if let column = header.misspeltVisibility {
      problems.append(
        Problem(
          .misspeltVisibility, file: name, row: row, column: column,
          heading: header.headings[column], value: header.headings[column]))
    }
    for (column, role) in header.beside where folded(header.headings[column]) != folded("id") {
      problems.append(
        Problem(
          .columnBeside, file: name, row: row, column: column, heading: header.headings[column],
          value: header.headings[column],
          detail: "\(role)\u{1F}\(header.headings[header.columns[role] ?? column])"))
    }
    for (column, kind) in header.refused {
      problems.append(
        Problem(
          .specialCategory, file: name, column: column, heading: header.headings[column],
          value: header.headings[column], detail: kind))
    }
    for column in header.attributes where folded(header.headings[column]).hasPrefix("rank") {
      problems.append(
        Problem(
          .rankColumn, file: name, column: column, heading: header.headings[column],
          value: header.headings[column]))
    }
    return (header, row, problems)
  }

  private func headings(_ reader: borrowing RowReader) -> [String] {
    reader.texts.map { CleanText($0).text }
  }

  // MARK: - Looking at bytes

  private static func utf16(
    _ file: FileBytes, isBigEndian: Bool
  ) throws(IntakeError) -> UTF16Text {
    var text = UTF16Text(isBigEndian: isBigEndian, size: file.size)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var offset = 2
    while true {
      let got = try file.read(into: &buffer, at: 0, limit: buffer.count, offset: offset)
      if got == 0 { break }
      text.take(buffer.span.extracting(0..<got))
      offset += got
    }
    text.end()
    return text
  }

  private static func survey(_ file: FileBytes) throws(IntakeError) -> ByteSurvey {
    var survey = ByteSurvey()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var offset = 0
    while true {
      let got = try file.read(into: &buffer, at: 0, limit: buffer.count, offset: offset)
      if got == 0 { break }
      survey.look(at: buffer.span.extracting(0..<got), offset: offset)
      offset += got
    }
    survey.end(at: offset)
    return survey
  }

  private static func kindOfBinary(_ head: [UInt8]) -> String? {
    let marks: [(bytes: [UInt8], kind: String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "a workbook or zip file"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
      ([0x25, 0x50, 0x44, 0x46], "a PDF"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
      ([0xFF, 0xD8, 0xFF], "a JPEG picture"), ([0x1F, 0x8B], "a gzip file"),
      (Array("SQLite format 3".utf8), "an SQLite database"),
      ([0xFF, 0xFE, 0, 0], "UTF-32 text"), ([0, 0, 0xFE, 0xFF], "UTF-32 text"),
      ([0x7B, 0x5C, 0x72, 0x74, 0x66], "an RTF document"),
    ]
    return marks.first { head.starts(with: $0.bytes) }?.kind
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The delimiter of a first line `sep=;`; a letter, digit or quote parts nothing.
  private static func declaredDelimiter(_ sample: [UInt8]) -> UInt8? {
    guard sample.count >= 6, sample.starts(with: Array("sep=".utf8)), [10, 13].contains(sample[5])
    else { return nil }
    let sign = sample[4]
    let isWordPart = Values.isDigit(sign) || (0x61...0x7A).contains(sign | 0x20)
    let isSign = sign == 0x09 || (0x21..<0x7F).contains(sign) && sign != 0x22 && !isWordPart
    return isSign ? sign : nil
  }

  /// The delimiter that parts the first rows most evenly into several fields; a comma when none does.
  ///
  /// Tabs may part the rows below a title that has none: nobody types one into a sentence.
  private static func guessDelimiter(_ sample: [UInt8]) -> UInt8 {
    var best: (score: Int, delimiter: UInt8) = (0, 0x2C)
    for delimiter: UInt8 in [0x2C, 0x3B, 0x09, 0x7C] {
      var counts: [Int] = []
      var reader = RowReader(bytes: sample, delimiter: delimiter)
      while counts.count < 20, (try? reader.next()) == true { counts.append(reader.fields.count) }
      if counts.count > 1, counts.count < 20, sample.count > 60_000 { counts.removeLast() }
      let widths = delimiter == 0x09 ? Set(counts) : Set(counts.prefix(1))
      for width in widths {
        let score =
          (width - 1) * counts.count { $0 == width } * 4
          + counts.reduce(0) { $0 + min($1, width) - 1 }
        if score > best.score { best = (score, delimiter) }
      }
    }
    return best.delimiter
  }

  static func nameOfDelimiter(_ delimiter: UInt8) -> String {
    switch delimiter {
    case 0x2C: "commas"
    case 0x3B: "semicolons"
    case 0x09: "tabs"
    case 0x7C: "vertical bars"
    default: shown(String(UnicodeScalar(delimiter)))
    }
  }
}

extension IntakeError {
  /// An error made of a problem that stops the work.
  init(stopping problem: Problem, more: String = "") {
    var ledger = Ledger()
    ledger.report(problem)
    self.init(
      .unusable, "\(problem.place): \(problem.message)\(more) \(problem.fix)", ledger: ledger)
  }
}
