/// A byte machine that parts CSV into rows and fields (RFC 4180), whatever the delimiter and line ends.
///
/// It never fails on bad syntax: it prefers a row with a flaw to no row. It holds one piece of the file
/// at a time, so memory does not grow with the file. Nothing becomes text here.
struct RowReader: ~Copyable {
  /// One field of the current row, as places in `buffer`; quotes at its ends are left out.
  struct Field {
    var start: Int
    var end: Int
    /// Whether doubled quotes stand inside.
    var hasDoubledQuotes = false
  }

  /// What is wrong or unusual about a row.
  struct Flaws: OptionSet {
    let rawValue: UInt8
    static let unclosedQuote = Flaws(rawValue: 1)
    static let textAfterQuote = Flaws(rawValue: 2)
    static let quoteInField = Flaws(rawValue: 4)
    /// Bytes of 0x80 or more.
    static let high = Flaws(rawValue: 8)
    /// Control characters other than tab and line ends.
    static let control = Flaws(rawValue: 16)
    /// Tabs or line ends inside a field.
    static let layout = Flaws(rawValue: 32)
  }

  private(set) var buffer: [UInt8]
  private(set) var fields: [Field] = []
  private(set) var flaws: Flaws = []
  /// The number of the current row, the first being 1, blank rows counted.
  private(set) var row = 0
  /// Where the current row begins in the file, and its length without the line end.
  private(set) var rowOffset = 0
  private(set) var rowLength = 0
  /// Which of LF, CRLF and CR have ended a row.
  private(set) var lineEnds: LineEnds = []

  private let file: FileBytes?
  /// What each byte means to the machine.
  private let kinds: [Kind]
  private let plain: PlainRow
  private var position: Int
  private var filled: Int
  private var bufferOffset: Int
  private var atEnd: Bool

  private static let piece = 1 << 20

  /// Where the next row begins in the file.
  var nextOffset: Int { bufferOffset + position }

  /// Reads a file from `offset` (past a byte-order mark).
  init(file: FileBytes, offset: Int, delimiter: UInt8) {
    self.file = file
    kinds = Kind.table(delimiter: delimiter)
    plain = PlainRow(delimiter: delimiter)
    buffer = [UInt8](repeating: 0, count: min(max(file.size, 1), Self.piece) + 1)
    position = 0
    filled = 0
    bufferOffset = offset
    atEnd = false
  }

  /// Reads bytes already in memory.
  init(bytes: [UInt8], delimiter: UInt8) {
    file = nil
    kinds = Kind.table(delimiter: delimiter)
    plain = PlainRow(delimiter: delimiter)
    buffer = bytes
    position = 0
    filled = bytes.count
    bufferOffset = 0
    atEnd = true
  }

  /// The fields of the row, decoded but not cleaned.
  var texts: [String] {
    fields.map { field in
      let text = decoded(buffer.span.extracting(field.start..<field.end))
      return field.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
    }
  }

  /// Moves to the next row if nothing is odd about it and it lies in the buffer, and fills in its cells; `false`, and nothing
  /// changes, otherwise.
  mutating func nextPlain(width: Int, _ cells: inout [PlainRow.Cell]) -> Bool {
    guard
      let found = plain.cells(
        of: buffer.span.extracting(0..<filled), from: position, width: width, &cells)
    else { return false }
    row += 1
    flaws = []
    lineEnds.insert(found.next - found.end == 1 ? .lf : .crlf)
    rowOffset = bufferOffset + position
    rowLength = found.end - position
    position = found.next
    return true
  }

  /// Moves to the next row; `false` at the end.
  mutating func next() throws(IntakeError) -> Bool {
    if position >= filled, try !refill() { return false }
    row += 1
    while true {
      switch scan(quotesCount: true) {
      case .row(let end): return finish(end)
      case .needsMore:
        if filled - position < Limits.row, try refill() { continue }
        if filled - position < Limits.row, case .row(let end) = scan(quotesCount: true) {
          return finish(end)
        }
        // A quote was never closed: take quotes as they stand and go on at the next line.
        var result = scan(quotesCount: false)
        while case .needsMore = result {
          guard try refill() else { break }
          result = scan(quotesCount: false)
        }
        flaws.insert(.unclosedQuote)
        if case .row(let end) = result { return finish(end) }
        return finish(filled)
      }
    }
  }

  private mutating func finish(_ end: Int) -> Bool {
    rowOffset = bufferOffset + position
    rowLength = (fields.last.map { max($0.end, position) } ?? position) - position
    while rowLength < end - position, ![10, 13].contains(buffer[position + rowLength]) {
      rowLength += 1
    }
    position = end
    return true
  }

  private enum Scan {
    /// The row's fields are set; the next row begins at the place given.
    case row(Int)
    /// The buffer ends inside the row.
    case needsMore
  }

  /// What ended the rows so far.
  struct LineEnds: OptionSet, Sendable {
    let rawValue: UInt8
    static let lf = LineEnds(rawValue: 1)
    static let crlf = LineEnds(rawValue: 2)
    static let cr = LineEnds(rawValue: 4)

    /// Their names.
    var names: [String] {
      [(Self.cr, "CR"), (.crlf, "CRLF"), (.lf, "LF")].filter { contains($0.0) }.map(\.1)
    }
  }

  /// Finds the fields of the row that begins at `position`.
  private mutating func scan(quotesCount: Bool) -> Scan {
    // The findings move out while the buffer is read, so that neither is copied.
    var found: [Field] = []
    swap(&found, &fields)
    found.removeAll(keepingCapacity: true)
    var (foundFlaws, foundEnds) = (Flaws(), lineEnds)
    let result = Self.scan(
      buffer.span.extracting(0..<filled), from: position, atEnd: atEnd, kinds.span,
      quotesCount: quotesCount, &found, &foundFlaws, &foundEnds)
    fields = found
    flaws = foundFlaws
    lineEnds = foundEnds
    return result
  }

  private static func scan(
    _ bytes: Span<UInt8>, from start: Int, atEnd: Bool, _ kinds: Span<Kind>, quotesCount: Bool,
    _ fields: inout [Field], _ flaws: inout Flaws, _ lineEnds: inout LineEnds
  ) -> Scan {
    let end = bytes.count
    var place = start
    while true {
      var field = Field(start: place, end: place)
      if quotesCount, place < end, bytes[place] == 0x22 {
        place += 1
        field.start = place
        var isOpen = true
        while place < end {
          let byte = bytes[place]
          if byte == 0x22 {
            if place + 1 < end, bytes[place + 1] == 0x22 {
              field.hasDoubledQuotes = true
              place += 2
              continue
            }
            if place + 1 == end, !atEnd { return .needsMore }
            isOpen = false
            break
          }
          note(kinds[Int(byte)], &flaws)
          place += 1
        }
        if isOpen { return .needsMore }
        field.end = place
        place += 1
        // White space after the closing quote means nothing.
        var after = place
        while after < end, bytes[after] == 0x20 || kinds[Int(bytes[after])] == .tab { after += 1 }
        if after >= end || kinds[Int(bytes[after])].isSeparator { place = after }
        if place < end, !kinds[Int(bytes[place])].isSeparator {
          flaws.insert(.textAfterQuote)
          while place < end, !kinds[Int(bytes[place])].isSeparator { place += 1 }
          field.end = place
        }
      } else {
        while place < end {
          let kind = kinds[Int(bytes[place])]
          if kind != .plain {
            if kind.isSeparator { break }
            if kind == .quote { flaws.insert(.quoteInField) }
            note(kind, &flaws)
          }
          place += 1
        }
        field.end = place
      }
      if place >= end, !atEnd { return .needsMore }
      fields.append(field)
      if place >= end { return .row(end) }
      let byte = bytes[place]
      place += 1
      if kinds[Int(byte)] == .delimiter { continue }
      if byte == 10 {
        lineEnds.insert(.lf)
        return .row(place)
      }
      if place == end, !atEnd { return .needsMore }
      if place < end, bytes[place] == 10 {
        lineEnds.insert(.crlf)
        return .row(place + 1)
      }
      lineEnds.insert(.cr)
      return .row(place)
    }
  }

  private static func note(_ kind: Kind, _ flaws: inout Flaws) {
    switch kind {
    case .high: flaws.insert(.high)
    case .control: flaws.insert(.control)
    case .tab, .lineEnd: flaws.insert(.layout)
    case .plain, .quote, .delimiter: break
    }
  }

  /// What a byte means to the machine.
  private enum Kind: UInt8 {
    case plain, delimiter, lineEnd, quote, tab, control, high

    var isSeparator: Bool { self == .delimiter || self == .lineEnd }

    /// The kind of every byte, when fields are parted by `delimiter`.
    static func table(delimiter: UInt8) -> [Kind] {
      (0...255).map { byte in
        switch UInt8(byte) {
        case delimiter: .delimiter
        case 0x0A, 0x0D: .lineEnd
        case 0x22: .quote
        case 0x09: .tab
        case 0..<0x20, 0x7F: .control
        case 0x80...: .high
        default: .plain
        }
      }
    }
  }

  /// Reads on; `false` when nothing is left.
  private mutating func refill() throws(IntakeError) -> Bool {
    guard let file, !atEnd else { return false }
    let kept = filled - position
    if position > 0 {
      for place in 0..<kept { buffer[place] = buffer[position + place] }
      bufferOffset += position
      position = 0
      filled = kept
    }
    if filled == buffer.count {
      buffer.append(contentsOf: [UInt8](repeating: 0, count: buffer.count))
    }
    let got = try file.read(
      into: &buffer, at: filled, limit: buffer.count - filled, offset: bufferOffset + filled)
    filled += got
    if got == 0 { atEnd = true }
    return got > 0
  }
}
