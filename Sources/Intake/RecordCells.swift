import Networks

/// Reads the cells that the tables of partnerships and of purpose have in common.
struct RecordCells {
  private(set) var dates = DateOrder()
  private(set) var newestDay: Day?
  private var leftOut = 0
  private var matches = MatchTally()
  private var unread: Set<String> = []
  private let today: Day?

  init(_ options: IntakeOptions) { today = options.today }

  func text(_ role: String, _ reader: inout TableReader) -> String? {
    guard let column = reader.column(role) else { return nil }
    return reader.text(column)
  }

  func list(_ role: String, _ reader: inout TableReader) -> [String] {
    guard let column = reader.column(role) else { return [] }
    return reader.list(column)
  }

  mutating func yesOrNo(_ role: String, _ reader: inout TableReader) -> Bool? {
    guard let column = reader.column(role) else { return nil }
    let answer = reader.yesOrNo(column)
    if answer == nil, !reader.isMissing(column) { unread.insert(role) }
    return answer
  }

  /// A day on which something happened.
  mutating func past(_ role: String, _ reader: inout TableReader) -> Day? {
    guard let column = reader.column(role),
      let day = reader.day(column, today: today, dates: &dates)
    else { return nil }
    note(day)
    return day
  }

  /// Takes a day that is past for the newest, if it is.
  private mutating func note(_ day: Day) {
    if today.map({ day <= $0 }) ?? true { newestDay = max(newestDay ?? day, day) }
  }

  /// A day on which something is due, which may lie ahead.
  mutating func due(_ role: String, _ reader: inout TableReader) -> Day? {
    guard let column = reader.column(role) else { return nil }
    return reader.day(column, today: nil, dates: &dates)
  }

  /// A day on which something ended or will, which counts as past once it is.
  mutating func end(_ role: String, _ reader: inout TableReader) -> Day? {
    guard let day = due(role, &reader) else { return nil }
    note(day)
    return day
  }

  /// A number, with or without a percent sign; reported when it is none.
  func number(_ role: String, _ reader: inout TableReader) -> Double? {
    guard let column = reader.column(role), !reader.isMissing(column) else { return nil }
    let number = Self.number(column, reader)
    if number.map(Values.isInRange) == true { return number }
    reader.report(
      number == nil ? .notANumber : .unusableNumber, column: column, value: reader.raw(column))
    return nil
  }

  static func number(_ column: Int, _ reader: borrowing TableReader) -> Double? {
    var text = trimmed(reader.raw(column))
    if text.hasPrefix("\u{A3}") { text.removeFirst() }
    var bytes = Array(text.utf8)
    if bytes.last == UInt8(ascii: "%") { bytes.removeLast() }
    while bytes.last == 0x20 { bytes.removeLast() }
    return Values.number(bytes.span) ?? Values.groupedNumber(bytes.span)
  }

  /// The members that a cell lists; who is unknown is reported, who is left out is passed over.
  mutating func members(
    _ role: String, _ reader: inout TableReader, _ endpoints: inout Endpoints
  ) -> [Int32] {
    guard let column = reader.column(role) else { return [] }
    var members: Set<Int32> = []
    for (text, match) in endpoints.matchAll(reader.lines(column)) {
      matches.count(match)
      switch match {
      case .member(let member), .byName(let member), .byColumn(let member, _):
        members.insert(member)
      case .likely(let member, let name):
        reader.report(.likelyName, column: column, value: text, detail: name)
        members.insert(member)
      case .excluded: leftOut += 1
      case .ambiguous:
        unread.insert(role)
        reader.report(.ambiguousInList, column: column, value: text)
      // A word for nobody may be somebody's id.
      case .unknown where Answer.isNobody(reader.raw(column)): break
      default:
        unread.insert(role)
        reader.report(
          .unknownReference, column: column, value: text, detail: endpoints.suggestion(for: text))
      }
    }
    return members.sorted()
  }

  /// Those of some columns of members whose cell is empty or says that it is not known; one that says "nobody" is neither.
  func blank(_ roles: [String], _ reader: borrowing TableReader) -> Set<String> {
    var blank: Set<String> = []
    for role in roles {
      if let column = reader.column(role),
        !reader.isMissing(column) || Answer.isNobody(reader.raw(column))
      {
        continue
      }
      blank.insert(role)
    }
    return blank
  }

  /// What a cell that must name one member comes to.
  enum Found: Equatable {
    case member(Int32)
    /// Somebody who asked to be left out.
    case excluded
    case unknown(String)
    case missing
  }

  mutating func member(
    _ column: Int, among kinds: [MemberKind], _ reader: inout TableReader,
    _ endpoints: inout Endpoints
  ) -> Found {
    guard let text = reader.text(column) else { return .missing }
    let match = endpoints.match(text, among: kinds)
    matches.count(match)
    switch match {
    case .member(let member), .byName(let member), .byColumn(let member, _): return .member(member)
    case .likely(let member, let name):
      reader.report(.likelyName, column: column, value: text, detail: name)
      return .member(member)
    case .excluded: return .excluded
    default: return .unknown(text)
    }
  }

  /// A goal that a cell names by its id; reported when there is none.
  mutating func goal(_ reader: inout TableReader, _ goals: GoalIndex) -> Int? {
    guard let column = reader.column("goal"), let text = reader.text(column) else { return nil }
    if let place = goals.place(text) { return place }
    unread.insert("goal")
    reader.report(.unknownReference, column: column, value: text, detail: goals.suggestion(text))
    return nil
  }

  /// The entry's id: its own column, or else the text that says what it is; `nil` after setting the row aside.
  ///
  /// A text may be longer than an id: then its beginning serves.
  func id(_ title: String, _ reader: inout TableReader) -> String? {
    if let column = reader.column("id") { return reader.id(column, needed: "an id") }
    guard let column = reader.column(title) else { return nil }
    return reader.id(column, needed: "an id", isCut: true)
  }

  /// Notes that a cell of the row holds something that cannot be read.
  mutating func note(unread role: String) { unread.insert(role) }

  /// The columns of the row just read whose cell holds something that could not be read.
  mutating func takeUnread() -> Set<String> {
    defer { unread = [] }
    return unread
  }

  /// Passes over somebody who asked to be left out.
  mutating func passOver() { leftOut += 1 }

  func announce(_ reader: inout TableReader) {
    matches.announce(&reader)
    if leftOut > 0 {
      reader.announce(.excludedPerson, detail: "some entries were")
    }
  }
}

/// The goals by id.
struct GoalIndex {
  private let places: [String: Int]

  init(_ goals: [Goal]) {
    places = Dictionary(
      goals.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func place(_ id: String) -> Int? { places[id] }

  /// A goal's id near to a text, as a message shows it; empty when there is none.
  func suggestion(_ text: String) -> String {
    Spelling.nearest(to: text, in: places.keys.sorted()).map { shown($0) } ?? ""
  }
}
