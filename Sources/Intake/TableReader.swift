import Networks

/// One CSV file read row by row: what every table has in common.
///
/// It skips rows that are no data, sets aside rows that cannot be read at all, and turns cells into values,
/// keeping the account and reporting each problem with its place.
struct TableReader: ~Copyable {
  let table: TableKind
  let header: Header
  private(set) var account: Ledger.Account
  private(set) var problems: [Problem]
  private var rows: RowReader
  /// The cells of the current row, looked at once.
  private var cells: [PlainRow.Cell] = []
  private var longestField = 0
  /// Cells of the row, and of the file, that hold a constant such as ="001".
  private var guards = 0
  private var guarded = 0
  private var rowEncoding: Encoding = .utf8
  private var lastColumn = -1
  private let source: SourceFile
  private var blank = 0
  private var isFirst = true
  /// Rows that begin here or further on are not read.
  private var limit = Int.max
  /// The rows of the stretches taken in, and what ended them.
  private var rowsTakenIn = 0
  private var lineEndsTakenIn: RowReader.LineEnds = []
  /// Columns without a heading in which no cell has been met yet.
  private var unnamed: [Int]
  /// The columns of records in which no row used has had anything yet.
  private var unfilled: [Int] = []
  private let withheld: Withheld
  /// The first heading, by which the headings are found again.
  private let firstHeading: [UInt8]
  /// What may be said of the row with this number, once it has been asked.
  private var standingOfRow: (row: Int, standing: Withheld.Standing) = (0, .open)

  init(_ source: SourceFile, _ options: IntakeOptions) throws(IntakeError) {
    let withheld = options.withheld
    let found = try source.findHeader(
      named: options.columns[source.table] ?? [:], withheld: withheld)
    var rows = source.rows()
    for _ in 0..<found.row { _ = try rows.next() }
    self.rows = rows
    self.source = source
    self.withheld = withheld
    firstHeading = Array((found.header.headings.first ?? "").utf8)
    unnamed = found.header.unnamed
    table = source.table
    var header = found.header
    header.leaveOut { withheld.standing(of: $0, isPersonal: false) > .open }
    self.header = header
    problems = source.problems + found.problems
    account = Ledger.Account(file: source.name, table: source.table)
    account.encoding = source.encoding
    account.stamp = source.stamp
    account.delimiter = source.delimiter
    account.columns = header.columns.sorted { $0.value < $1.value }.map {
      Ledger.Match(heading: withheld.told(header.headings[$0.value]), role: $0.key)
    }
    account.attributes = header.attributes.map { withheld.told(header.headings[$0]) }
    unfilled = table.isOfRecords ? Array(header.columns.values) : []
  }

  /// What is known of a file once its headings have been found.
  struct Start: Sendable {
    fileprivate let header: Header
    fileprivate let row: Int
  }

  var start: Start { Start(header: header, row: rows.row) }

  /// Reads a stretch of a file whose headings have been found.
  init(
    _ stretch: Stretch, from found: Start, of source: SourceFile, _ options: IntakeOptions
  ) throws(IntakeError) {
    self.source = source
    withheld = options.withheld
    table = source.table
    header = found.header
    firstHeading = Array((found.header.headings.first ?? "").utf8)
    unnamed = found.header.unnamed
    limit = stretch.limit
    problems = []
    account = Ledger.Account(file: source.name, table: source.table)
    account.encoding = source.encoding
    account.delimiter = source.delimiter
    if let start = stretch.start {
      rows = source.rows(from: start)
      isFirst = false
    } else {
      var rows = source.rows()
      for _ in 0..<found.row { _ = try rows.next() }
      self.rows = rows
    }
  }

  /// What was learnt of a stretch.
  var stretchAccount: StretchAccount {
    StretchAccount(
      account: account, problems: problems, blank: blank, guarded: guarded, lineEnds: rows.lineEnds,
      rows: rows.row, end: rows.nextOffset)
  }

  /// Takes in what was learnt of the next stretch.
  mutating func takeIn(_ stretch: StretchAccount) {
    account.read += stretch.account.read
    account.used += stretch.account.used
    account.merged += stretch.account.merged
    account.setAside += stretch.account.setAside.map { [rowsTakenIn] aside in
      Ledger.SetAside(
        row: aside.row + rowsTakenIn, offset: aside.offset, length: aside.length, code: aside.code,
        isPrivate: aside.isPrivate)
    }
    for problem in stretch.problems {
      // Columns without a heading are told of once a file.
      if problem.code == .unnamedColumn, let column = problem.column {
        guard unnamed.contains(column) else { continue }
        unnamed.removeAll { $0 == column }
      }
      problems.append(problem.moved(by: rowsTakenIn))
    }
    blank += stretch.blank
    guarded += stretch.guarded
    lineEndsTakenIn.formUnion(stretch.lineEnds)
    rowsTakenIn += stretch.rows
  }

  /// The number of the current row.
  var row: Int { rows.row }

  /// Moves to the next row that holds data and can be read; `false` at the end.
  mutating func next() throws(IntakeError) -> Bool {
    while rows.nextOffset < limit {
      if nextPlain() {
        if isNoData { continue }
        account.read += 1
        return true
      }
      guard try rows.next() else { return false }
      examine()
      if isBlank {
        blank += 1
        continue
      }
      defer { isFirst = false }
      if isFirst, explainsColumns {
        note(.instructionRow)
        continue
      }
      if isNoData { continue }
      account.read += 1
      if isReadable() { return true }
    }
    return false
  }

  /// Whether the row is a total, a line under the table or the headings again, which is noted.
  private var isNoData: Bool {
    mutating get {
      if isTotal {
        note(.totalsRow)
      } else if isFooter {
        note(.footerRow)
      } else if repeatsHeadings {
        note(.repeatedHeader)
      } else {
        return false
      }
      return true
    }
  }

  /// Moves to the next row if it is plain and comes after the first; `false`, and nothing is read, otherwise.
  private mutating func nextPlain() -> Bool {
    // The cells move out while the buffer is read, so that neither is copied.
    var found: [PlainRow.Cell] = []
    swap(&found, &cells)
    let isPlain =
      !isFirst && unnamed.isEmpty && rows.nextPlain(width: header.headings.count, &found)
    swap(&found, &cells)
    if isPlain { rowEncoding = .utf8 }
    return isPlain
  }

  /// Says that the current row is used.
  mutating func use() {
    account.used += 1
    guard !unfilled.isEmpty else { return }
    unfilled = unfilled.filter { isMissing($0) }
  }

  /// Says that so many of the rows used repeat others after all.
  mutating func merge(_ count: Int) {
    account.used -= count
    account.merged += count
  }

  /// Sets the current row aside for a reason found in a column, or in the whole row.
  ///
  /// Of a row about somebody left out nothing is said; of one about somebody hidden, only that it is there.
  mutating func setAside(
    _ code: ProblemCode, column: Int? = nil, value: String? = nil, detail: String = ""
  ) {
    let standing = standing
    if standing == .excluded { return setAsidePrivately() }
    report(code, column: column, value: value, detail: detail)
    account.setAside.append(
      .init(
        row: rows.row, offset: rows.rowOffset, length: rows.rowLength, code: code,
        isPrivate: table == .ratings || standing == .hidden))
  }

  /// What may be said of the current row.
  private var standing: Withheld.Standing {
    mutating get {
      if withheld.isEmpty { return .open }
      if standingOfRow.row != rows.row {
        let width = header.headings.count
        let texts = cells.indices.map { cell($0) { decoded($0) } }
        standingOfRow = (
          rows.row,
          withheld.standing(
            ofRow: texts, header, table, isRegular: rows.isRegular(width: width))
        )
      }
      return standingOfRow.standing
    }
  }

  /// Whether the current row is about somebody who asked to be left out.
  var tellsOfExcluded: Bool { mutating get { standing == .excluded } }

  /// Sets the current row aside because somebody in it asked to be left out; nothing of it is kept.
  mutating func setAsidePrivately() {
    account.setAside.append(
      .init(
        row: rows.row, offset: rows.rowOffset, length: rows.rowLength, code: .excludedPerson,
        isPrivate: true))
  }

  /// Counts a row as set aside after all that is about somebody who asked to be left out.
  mutating func leaveOut(_ position: RowPosition) {
    account.used -= 1
    account.setAside.append(
      .init(
        row: position.row, offset: position.offset, length: position.length, code: .excludedPerson,
        isPrivate: true))
  }

  /// Where the current row stands, for a row that may be set aside later.
  var position: RowPosition {
    RowPosition(row: rows.row, offset: rows.rowOffset, length: rows.rowLength)
  }

  /// Sets aside a row that was counted as used, of which `standing` says what may be told.
  mutating func takeBack(
    _ position: RowPosition, _ code: ProblemCode, column: Int, value: String, detail: String = ""
  ) throws(IntakeError) {
    let standing = try standing(of: position)
    account.used -= 1
    if standing < .excluded {
      add(
        code, row: position.row, column: column, value: value, detail: detail, standing: standing)
    }
    account.setAside.append(
      .init(
        row: position.row, offset: position.offset, length: position.length,
        code: standing == .excluded ? .excludedPerson : code, isPrivate: standing > .open))
  }

  /// Reports something about a row read before, and about the row `beside` it.
  mutating func report(
    _ code: ProblemCode, at position: RowPosition, beside other: RowPosition? = nil,
    column: Int? = nil, value: String? = nil, detail: String = "", isPersonal: Bool? = nil
  ) throws(IntakeError) {
    var standing = try standing(of: position)
    if let other { standing = max(standing, try self.standing(of: other)) }
    guard standing < .excluded else { return }
    add(
      code, row: position.row, column: column, value: value,
      detail: other.map { "\($0.row)" } ?? detail, isPersonal: isPersonal, standing: standing)
  }

  /// What may be said of a row read before.
  private func standing(of position: RowPosition) throws(IntakeError) -> Withheld.Standing {
    if withheld.isEmpty { return .open }
    let (cells, isRegular) = try source.cells(of: position, width: header.headings.count)
    return withheld.standing(ofRow: cells, header, table, isRegular: isRegular)
  }

  /// Reports something about the current row.
  mutating func report(
    _ code: ProblemCode, column: Int? = nil, value: String? = nil, detail: String = ""
  ) {
    let standing = standing
    guard standing < .excluded else { return }
    add(code, row: rows.row, column: column, value: value, detail: detail, standing: standing)
  }

  /// Reports something about the current row without what the cell holds, whoever it is about.
  mutating func reportWithheld(_ code: ProblemCode, column: Int, detail: String) {
    add(code, row: rows.row, column: column, value: "", detail: detail, standing: .hidden)
  }

  private mutating func add(
    _ code: ProblemCode, row: Int, column: Int?, value: String?, detail: String = "",
    isPersonal: Bool? = nil, standing: Withheld.Standing
  ) {
    let role = column.flatMap(header.role)
    let problem = Problem(
      code, file: source.name, row: row, column: column,
      heading: column.map { $0 < header.headings.count ? header.headings[$0] : "" },
      value: value, detail: detail, isPersonal: isPersonal ?? role.map(table.isPersonal) ?? false)
    problems.append(standing == .open ? problem : problem.withheld)
  }

  /// Reports something about the file or one of its columns.
  mutating func announce(
    _ code: ProblemCode, column: Int? = nil, value: String? = nil, detail: String = ""
  ) {
    problems.append(
      Problem(
        code, file: source.name, row: nil, column: column,
        heading: column.map { header.headings[$0] }, value: value, detail: detail))
  }

  private mutating func note(_ code: ProblemCode) { report(code) }

  /// Closes the account; call once, after the last row.
  mutating func finish() {
    for place in account.columns.indices {
      account.columns[place].isFilled =
        header.columns[account.columns[place].role].map { !unfilled.contains($0) } ?? false
    }
    let leftOut = account.setAside.count { $0.code == .excludedPerson }
    // Of people.csv the trust itself says so.
    if leftOut > 0, table != .people {
      announce(.excludedPerson, detail: "some rows were")
    }
    if guarded > 0 {
      announce(.textGuard, detail: counted(guarded, "cell holds", "cells hold"))
    }
    if blank > 0 {
      announce(.blankRows, detail: counted(blank, "row"))
    }
    let lineEnds = rows.lineEnds.union(lineEndsTakenIn).names
    if lineEnds.count > 1 { announce(.mixedLineEnds, detail: listed(lineEnds)) }
  }
}

/// Where a row stands in its file.
struct RowPosition {
  let row: Int
  let offset: Int
  let length: Int
}

// MARK: - Cells

extension TableReader {
  /// The place of a column that means something.
  func column(_ role: String) -> Int? { header.columns[role] }

  /// Looks at every cell of the row that has just been read.
  private mutating func examine() {
    // The cells move out while the buffer is read, so that neither is copied.
    var found: [PlainRow.Cell] = []
    swap(&found, &cells)
    found.removeAll(keepingCapacity: true)
    (longestField, guards) = Self.examine(rows.buffer.span, rows.fields, rows.flaws, &found)
    guarded += guards
    cells = found
  }

  /// Fills in a cell for each field; gives the length of the longest field, and how many cells hold a constant such as ="001".
  private static func examine(
    _ bytes: Span<UInt8>, _ fields: [RowReader.Field], _ flaws: RowReader.Flaws,
    _ cells: inout [PlainRow.Cell]
  ) -> (longest: Int, guards: Int) {
    var (longest, guards) = (0, 0)
    let isOdd = !flaws.isDisjoint(with: [.high, .control])
    let hasLayout = flaws.contains(.layout)
    for field in fields {
      longest = max(longest, field.end - field.start)
      var range = bounds(of: field, bytes)
      if let inside = Values.guardedText(
        bytes.extracting(range), hasDoubledQuotes: field.hasDoubledQuotes)
      {
        range = (range.lowerBound + inside.lowerBound)..<(range.lowerBound + inside.upperBound)
        guards += 1
      }
      let cell = bytes.extracting(range)
      cells.append(
        PlainRow.Cell(
          start: range.lowerBound, end: range.upperBound, isMissing: Values.isMissing(cell),
          isPlain: !isOdd && !field.hasDoubledQuotes && isPlain(cell, hasLayout),
          hasDoubledQuotes: field.hasDoubledQuotes))
    }
    return (longest, guards)
  }

  /// Whether bytes of a row without odd ones begin like plain text and have no tab or line end inside.
  private static func isPlain(_ bytes: Span<UInt8>, _ hasLayout: Bool) -> Bool {
    guard bytes.count > 0 else { return true }
    if hasLayout { for place in bytes.indices where bytes[place] < 0x20 { return false } }
    let first = bytes[0]
    return first != 0x27 && first != 0x3D && first != 0x40 && first != 0x23
  }

  /// Reads the trimmed bytes of a cell; a cell that the row lacks is empty.
  func cell<Value>(_ column: Int, _ read: (Span<UInt8>) -> Value) -> Value {
    let range = column < cells.count ? cells[column].start..<cells[column].end : 0..<0
    return read(rows.buffer.span.extracting(range))
  }

  /// Whether a cell is empty or holds a word for nothing.
  func isMissing(_ column: Int) -> Bool { column >= cells.count || cells[column].isMissing }

  /// Whether the bytes of a cell are its text: plain characters, nothing doubled, nothing odd.
  func isPlain(_ column: Int) -> Bool { column < cells.count && cells[column].isPlain }

  /// The text of a cell, cleaned, or `nil` when it is missing, a formula or a spreadsheet's error.
  ///
  /// Where the column is not one of people, a text that mentions somebody withheld is not told.
  mutating func text(_ column: Int) -> String? {
    written(column).map { isAboutPeople(column) ? $0 : withheld.told($0) }
  }

  private func isAboutPeople(_ column: Int) -> Bool {
    withheld.isEmpty || header.role(of: column).map(table.isPersonal) ?? false
  }

  /// The text of a cell that holds part of a person's name, where a word for nothing may be one.
  mutating func namePart(_ column: Int) -> String? {
    guard isMissing(column), !isEmpty(column) else { return text(column) }
    let text = CleanText(raw(column)).text
    return text.count > 2 && text.allSatisfy(\.isLetter) ? text : nil
  }

  /// The text of a cell, whoever it mentions.
  private mutating func written(_ column: Int) -> String? {
    if isMissing(column) { return nil }
    if isPlain(column) { return cell(column) { String(plain: $0) } }
    if cell(column, { Values.isExcelError($0) }) {
      report(.excelError, column: column, value: raw(column))
      return nil
    }
    if cell(column, { Values.isFormula($0) }) {
      report(.formula, column: column, value: raw(column))
      return nil
    }
    let clean = CleanText(raw(column))
    if let control = clean.control {
      report(.controlCharacter, column: column, value: clean.text, detail: control)
    }
    if let invisible = clean.invisible {
      report(.invisibleCharacter, column: column, value: clean.text, detail: invisible)
    }
    if let mark = clean.mark {
      report(.stackedMarks, column: column, value: clean.text, detail: mark)
    }
    return clean.text.isEmpty ? nil : clean.text
  }

  /// The text of a cell that serves as an id, or `nil` after setting the row aside.
  mutating func id(_ column: Int, needed: String, isCut: Bool = false) -> String? {
    if cell(column, { Values.isRounded($0) }) {
      setAside(.scientificId, column: column, value: raw(column))
      return nil
    }
    if cell(column, { Values.isPupilNumber($0) }) {
      setAside(.pupilNumber, column: column)
      return nil
    }
    if cell(column, { Values.isFormula($0) && !Values.isExcelError($0) }) {
      setAside(.formulaId, column: column, value: raw(column), detail: needed)
      return nil
    }
    guard var text = written(column) else {
      let word = isMissing(column) && !isEmpty(column) ? raw(column) : nil
      setAside(.missingValue, column: column, value: word, detail: needed)
      return nil
    }
    if !isAboutPeople(column) { text = withheld.toldId(text) }
    if text.hasPrefix("'"), text.count > 1 {
      report(.apostropheId, column: column, value: text)
      text.removeFirst()
    }
    if text.count > 200, isCut { return String(text.prefix(200)) }
    if text.count > 200 {
      setAside(.longId, column: column, value: text)
      return nil
    }
    return text
  }

  /// The lines of a cell that names one member or lists several, or `nil` after setting the row aside.
  mutating func idLines(_ column: Int, needed: String) -> [String]? {
    let isLong = cell(column) { $0.count > 200 }
    guard isLong || rows.flaws.contains(.layout) else {
      return id(column, needed: needed).map { [$0] }
    }
    let lines = lines(column)
    let isList = lines.count > 1 || lines.contains { line in line.contains { ";|,".contains($0) } }
    return isList ? lines : id(column, needed: needed).map { [$0] }
  }

  /// Whether the row is the headings once more, as where several exports were put together.
  private var repeatsHeadings: Bool {
    guard let first = cells.first, first.end - first.start == firstHeading.count else {
      return false
    }
    let begins = cell(0) { bytes in bytes.indices.allSatisfy { bytes[$0] == firstHeading[$0] } }
    return begins
      && header.headings.indices.allSatisfy { CleanText(raw($0)).text == header.headings[$0] }
  }

  /// The parts of a cell that lists several things with `;` or `|`, without empty ones.
  mutating func list(_ column: Int) -> [String] {
    let isAboutPeople = isAboutPeople(column)
    return lines(column).flatMap { $0.split { $0 == ";" || $0 == "|" } }.map { trimmed(String($0)) }
      .filter {
        !isNothing($0) && (isAboutPeople || withheld.standing(of: $0, isPersonal: false) == .open)
      }
  }

  /// The lines of a cell, each cleaned: most have one.
  mutating func lines(_ column: Int) -> [String] {
    guard let text = written(column) else { return [] }
    guard rows.flaws.contains(.layout), cell(column, { holdsLineEnd($0) }) else { return [text] }
    return raw(column).split(whereSeparator: \.isNewline).map { CleanText(String($0)).text }
  }

  private func holdsLineEnd(_ bytes: Span<UInt8>) -> Bool {
    for place in bytes.indices where bytes[place] == 10 || bytes[place] == 13 { return true }
    return false
  }

  /// The words of a cell of several things: its list, or where it has no other signs, parted by commas.
  mutating func wordList(_ column: Int) -> [String] {
    list(column).flatMap { $0.split(separator: ",").map { trimmed(String($0)) } }.filter {
      !isNothing($0)
    }
  }

  /// The columns whose month, term or year ends with its last day: what is due or ended by then.
  private static let ends: Set<String> = ["ended", "closed", "review_due", "due"]

  /// The day in a cell, or `nil` when it is missing or cannot be read, which is reported.
  mutating func day(_ column: Int, today: Day?, dates: inout DateOrder) -> Day? {
    if isMissing(column) { return nil }
    let reading = cell(column) { Dates.read($0) }
    if case .american = reading {
      dates.countAmerican(raw(column))
    } else {
      cell(column) { dates.count(reading, $0) }
    }
    switch reading {
    case .day(let day):
      if let today, day > today, column != header.columns["ended"] {
        report(.futureDate, column: column, value: raw(column))
      }
      return day
    case .twoDigitYear(let day):
      report(.twoDigitYear, column: column, value: raw(column), detail: "\(day)")
      return day
    case .serial(let day):
      report(.serialDate, column: column, value: raw(column), detail: "\(day)")
      return day
    case .stretch(let first, let last):
      let day = header.role(of: column).map(Self.ends.contains) ?? false ? last : first
      report(.monthDate, column: column, value: raw(column), detail: "\(day)")
      return day
    case .noSuchDay, .american:
      report(.noSuchDay, column: column, value: raw(column))
    case .unreadable:
      report(.unreadableDate, column: column, value: raw(column))
    }
    return nil
  }

  /// Yes or no in a cell, or `nil` when it is missing or neither, which is reported.
  mutating func yesOrNo(_ column: Int, _ read: (String) -> Bool? = Answer.yesOrNo) -> Bool? {
    if isEmpty(column) { return nil }
    let answer = read(raw(column))
    if answer == nil, !isMissing(column) { report(.notYesOrNo, column: column, value: raw(column)) }
    return answer
  }

  /// Whether nothing at all stands in a cell.
  func isEmpty(_ column: Int) -> Bool {
    column >= cells.count || cells[column].start == cells[column].end
  }

  /// Whether a text is empty or a word for nothing.
  private func isNothing(_ text: String) -> Bool { Values.isMissing(text.utf8.span) }

  /// The cell as the file has it, decoded but not cleaned.
  func raw(_ column: Int) -> String {
    guard column < cells.count else { return "" }
    let doubled = cells[column].hasDoubledQuotes
    return cell(column) { bytes in
      var kept: [UInt8] = []
      var afterQuote = false
      for place in bytes.indices {
        let byte = bytes[place]
        if doubled, byte == 0x22, !afterQuote {
          afterQuote = true
          continue
        }
        afterQuote = false
        kept.append(byte)
      }
      if rowEncoding == .windows1252, let text = windows1252(kept.span) { return text }
      return String(decoding: kept, as: UTF8.self)
    }
  }

  /// The bytes of a field without white space at its ends.
  private static func bounds(of field: RowReader.Field, _ bytes: Span<UInt8>) -> Range<Int> {
    var start = field.start
    var end = field.end
    while start < end {
      if isSpace(bytes[start]) {
        start += 1
      } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if isSpace(bytes[end - 1]) {
        end -= 1
      } else if end - 1 > start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}

extension String {
  /// Text from bytes known to be plain ASCII.
  init(plain bytes: Span<UInt8>) {
    unsafe self.init(unsafeUninitializedCapacity: bytes.count) { buffer in
      for place in bytes.indices { unsafe buffer[place] = bytes[place] }
      return bytes.count
    }
  }
}

// MARK: - Rows

extension TableReader {
  private var isBlank: Bool {
    cells.allSatisfy { $0.start == $0.end }
  }

  /// Checks what makes a whole row unreadable; sets it aside when there is something.
  private mutating func isReadable() -> Bool {
    rowEncoding = .utf8
    if rows.flaws.contains(.unclosedQuote) {
      setAside(.unclosedQuote)
      return false
    }
    if rows.flaws.contains(.textAfterQuote) {
      setAside(.textAfterQuote)
      return false
    }
    if longestField > Limits.cell {
      setAside(.longCell, column: rows.fields.firstIndex { $0.end - $0.start > Limits.cell })
      return false
    }
    let width = header.headings.count
    if rows.fields.count > width {
      for column in width..<rows.fields.count where !isMissing(column) {
        setAside(
          .longRow, detail: "\(counted(rows.fields.count, "cell")) and the header \(counted(width))"
        )
        return false
      }
    }
    if !rows.flaws.isDisjoint(with: [.high, .control]), !decodes() { return false }
    if rows.fields.count < header.namedWidth {
      report(
        .shortRow, detail: "\(counted(rows.fields.count, "cell")) and the header \(counted(width))")
    }
    if rows.flaws.contains(.quoteInField), guards == 0 { report(.quoteInCell) }
    for column in unnamed where !isMissing(column) {
      announce(.unnamedColumn, column: column)
      unnamed.removeAll { $0 == column }
    }
    return true
  }

  /// Finds the encoding of a row that is not plain ASCII; sets it aside when there is none.
  private mutating func decodes() -> Bool {
    let range = (rows.fields.first?.start ?? 0)..<(rows.fields.last?.end ?? 0)
    let text = rowText(rows.buffer.span.extracting(range))
    if let nul = text.nul {
      setAside(.nulCharacter, detail: counted(nul))
      return false
    }
    if let damage = text.damage {
      setAside(.damagedText, detail: counted(damage))
      return false
    }
    rowEncoding = text.encoding
    if rowEncoding == .windows1252, source.hasMultibyte { report(.mixedEncoding) }
    return true
  }

  /// How the bytes of a row stand for text, or where they do not.
  private func rowText(
    _ bytes: Span<UInt8>
  ) -> (encoding: Encoding, nul: Int?, damage: Int?) {
    for place in bytes.indices where bytes[place] == 0 {
      return (.utf8, rows.rowOffset + place, nil)
    }
    guard !isUTF8(bytes) else { return (.utf8, nil, nil) }
    var survey = ByteSurvey()
    survey.look(at: bytes, offset: rows.rowOffset)
    survey.end(at: rows.rowOffset + bytes.count)
    // In a file of UTF-8 a row that has sequences of its own, or only the first byte of one (read as Windows-1252 it
    // would become the letter A with a tilde or circumflex), is damaged rather than of another encoding.
    let opening = survey.firstInvalid.map { bytes[$0 - rows.rowOffset] } ?? 0
    let isBroken =
      survey.firstForbidden != nil
      || (source.hasMultibyte && (survey.hasMultibyte || [0xC2, 0xC3].contains(opening)))
    guard isBroken || windows1252(bytes) == nil else { return (.windows1252, nil, nil) }
    return (.utf8, nil, survey.firstForbidden ?? survey.firstInvalid ?? rows.rowOffset)
  }

  private var isTotal: Bool {
    for column in cells.indices where !isMissing(column) {
      if cell(column, { Values.isTotal($0) }) { return true }
      return cell(column, { Footer.beginsTotal($0) }) && holdsOnlyNumbers(after: column)
    }
    return false
  }

  /// Whether the row is a line such as "Printed on 12/03/2026", with one cell beside it at most.
  private var isFooter: Bool {
    for column in cells.indices where !isMissing(column) {
      guard header.headings.count > 1, cell(column, { Footer.begins($0) }) else { return false }
      var others = 0
      for further in cells.indices.dropFirst(column + 1) where !isMissing(further) { others += 1 }
      return others * 2 < header.headings.count && others < 2
    }
    return false
  }

  /// Whether the cells after one are empty or numbers.
  private func holdsOnlyNumbers(after column: Int) -> Bool {
    for further in cells.indices.dropFirst(column + 1) where !isMissing(further) {
      if cell(further, { Values.number($0) ?? Values.groupedNumber($0) }) == nil { return false }
    }
    return true
  }

  /// Whether most cells of the row read like advice to whoever fills in the form.
  private var explainsColumns: Bool {
    var filled = 0
    var explaining = 0
    // A sentence is no advice where sentences belong.
    let prose = Set(Self.proseRoles.compactMap { self.column($0) })
    for column in cells.indices where !isMissing(column) && !prose.contains(column) {
      filled += 1
      if cell(column, { readsLikeAdvice($0) }) { explaining += 1 }
    }
    return filled > 1 && explaining * 3 >= filled * 2
  }

  /// Columns that hold what somebody has to say.
  private static let proseRoles = [
    "title", "idea", "need", "decision", "statement", "impact", "action", "measure", "objective",
    "success_criteria", "mission",
  ]

  private func readsLikeAdvice(_ bytes: Span<UInt8>) -> Bool {
    let text = String(plain: bytes).lowercased()
    let openings = [
      "e.g.", "eg ", "for example", "required", "optional", "please", "enter ", "unique ", "format",
      "yyyy", "dd/mm", "(", "one of", "choose", "must ", "the ", "leave blank", "free text",
      "your ",
    ]
    if openings.contains(where: text.hasPrefix) { return true }
    return text.split(separator: " ").count >= 5 && !text.contains(";")
  }
}

/// Which order the dates of a file are in: a file in which only the American order makes days is refused.
struct DateOrder {
  private(set) var american = 0
  private(set) var british = 0
  private(set) var example = ""

  /// Takes in a date that only the American order makes a day.
  mutating func countAmerican(_ raw: String) {
    if american == 0 || raw < example { example = raw }
    american += 1
  }

  /// Takes in any other date.
  mutating func count(_ reading: Dates.Reading, _ bytes: Span<UInt8>) {
    switch reading {
    case .day, .twoDigitYear: british += isAmbiguous(bytes) ? 0 : 1
    default: break
    }
  }

  /// Whether a date makes a day in the American order too, so that it tells nothing about the order: its first two
  /// numbers are up to 12, and it does not begin with the year.
  private func isAmbiguous(_ bytes: Span<UInt8>) -> Bool {
    var beginsWithYear = true
    for place in 0..<min(4, bytes.count) where isSeparator(bytes[place]) { beginsWithYear = false }
    if beginsWithYear { return false }
    var numbers: [Int] = []
    var start = 0
    for place in 0...bytes.count where place == bytes.count || isSeparator(bytes[place]) {
      if let number = Values.whole(bytes.extracting(start..<place)) { numbers.append(number) }
      start = place + 1
    }
    return numbers.count >= 3 && numbers[0] <= 12 && numbers[1] <= 12
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x2F || byte == 0x2D || byte == 0x2E || byte == 0x20
  }

  /// Takes in the dates of another stretch of the file.
  mutating func takeIn(_ other: DateOrder) {
    if american == 0 || (other.american > 0 && other.example < example) { example = other.example }
    american += other.american
    british += other.british
  }

  /// Whether every date that tells the order tells the American one.
  var isAmerican: Bool { american > 0 && british == 0 }
}
