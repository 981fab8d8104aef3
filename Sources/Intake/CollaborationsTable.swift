import GraphEngine
import Networks

/// Collaborations as read.
struct ReadCollaborations: Sendable {
  var ties = TieRows()
  var groups: [WorkingGroup] = []
  var endpoints: Endpoints
  var newestDay: Day?
}

/// Reads collaborations.csv: one row a tie, or a working group.
func readCollaborations(
  _ source: SourceFile, endpoints: Endpoints, options: IntakeOptions, ledger: inout Ledger
) throws(IntakeError) -> ReadCollaborations {
  var reader = try TableReader(source, options)
  var cells = CollaborationCells(reader, options)
  let stretches = try source.stretches()
  var parts = try readStretches(stretches, from: reader.start, of: source, endpoints, options)
  if !parts.map(\.account).meet(stretches) || parts.count > 1 && parts.dependOnOneAnother {
    parts = try readStretches([.whole], from: reader.start, of: source, endpoints, options)
  }
  var read = ReadCollaborations(endpoints: parts[0].read.endpoints)
  // Each is let go as soon as it has been taken in.
  parts.reverse()
  while let part = parts.popLast() {
    reader.takeIn(part.account)
    cells.takeIn(part.cells)
    read.ties.takeIn(part.read.ties)
    read.groups += part.read.groups
  }
  cells.announce(&reader)
  let madePartners = read.endpoints.partners.madeCount
  if madePartners > 0 {
    reader.announce(.madeFromNames, detail: counted(madePartners, "partner is", "partners are"))
  }
  read.ties.attributes = cells.attributes.map { $0.column(options.withheld) }
  cells.takeDirectionFromKind(&read.ties, &reader)
  let tally = read.ties.settle()
  reader.merge(tally.merged)
  tally.announce(
    &reader, options, isKnown: cells.direction != nil || reader.column("reported_by") != nil)
  cells.hintAtStrength(read.ties, &reader)
  if options.scaleZero == nil, tally.suggestsScaleZero(people: endpoints.peopleCount) {
    reader.announce(
      .scaleZero, column: reader.column("strength"),
      value: fixed(tally.lowestStrength, places: 0))
  }
  read.newestDay = cells.newestDay
  try ledger.close(&reader, dates: cells.dates)
  return read
}

/// One stretch of collaborations.csv as read.
private struct CollaborationStretch: Sendable {
  let read: ReadCollaborations
  let cells: CollaborationCells
  let account: StretchAccount
}

extension [CollaborationStretch] {
  /// Whether reading one would have changed what the next makes of its rows: partners made on the way, or more near misses
  /// than are looked for.
  fileprivate var dependOnOneAnother: Bool {
    contains { $0.read.endpoints.partners.madeCount > 0 }
      || reduce(0) { $0 + $1.read.endpoints.suggestionCount } > Endpoints.suggestionsAtMost
  }
}

/// Reads stretches of the file side by side, in their order.
private func readStretches(
  _ stretches: [Stretch], from start: TableReader.Start, of source: SourceFile,
  _ endpoints: Endpoints, _ options: IntakeOptions
) throws(IntakeError) -> [CollaborationStretch] {
  let results = fanOut(stretches.count) { place -> Result<CollaborationStretch, IntakeError> in
    do throws(IntakeError) {
      var reader = try TableReader(stretches[place], from: start, of: source, options)
      var read = ReadCollaborations(endpoints: endpoints)
      var cells = CollaborationCells(reader, options)
      try cells.readRows(&reader, &read)
      return .success(
        CollaborationStretch(read: read, cells: cells, account: reader.stretchAccount))
    } catch {
      return .failure(error)
    }
  }
  var parts: [CollaborationStretch] = []
  for result in results { parts.append(try result.get()) }
  return parts
}

/// What a row says besides whom it ties.
private struct TieFacts {
  var depth = Ties.unknownDepth
  var strength = 1.0
  var isDirected: Bool
  var started: Day?
  var ended: Day?
}

/// The columns of collaborations.csv and what reading them gathers.
private struct CollaborationCells: Sendable {
  let from: Int?
  let to: Int?
  let members: Int?
  let direction: Int?
  private let kind: Int?
  private let depth: Int?
  private let strength: Int?
  private let started: Int?
  private let ended: Int?
  private let attributeColumns: [Int]
  private(set) var attributes: [ColumnBuilder]
  private(set) var dates = DateOrder()
  private(set) var newestDay: Day?
  private let options: IntakeOptions
  private var noTies = 0
  private var matchedByName = 0

  init(_ reader: borrowing TableReader, _ options: IntakeOptions) {
    self.options = options
    from = reader.column("from")
    to = reader.column("to")
    members = reader.column("members")
    direction = reader.column("direction")
    kind = reader.column("kind")
    depth = reader.column("depth")
    strength = reader.column("strength")
    started = reader.column("started")
    ended = reader.column("ended")
    let named = ["kind", "frequency", "purpose", "goal", "outcome"].compactMap { reader.column($0) }
    attributeColumns = named + reader.header.attributes
    attributes = attributeColumns.map { ColumnBuilder(name: reader.header.headings[$0]) }
  }

  /// Reads the rows of a stretch.
  mutating func readRows(
    _ reader: inout TableReader, _ read: inout ReadCollaborations
  ) throws(IntakeError) {
    while try reader.next() {
      guard let facts = facts(&reader) else { continue }
      let isGroup = members.map { !reader.isMissing($0) } ?? false
      let isPair =
        from.map { !reader.isMissing($0) } ?? false || to.map { !reader.isMissing($0) } ?? false
      switch (isGroup, isPair) {
      case (true, true): reader.setAside(.bothEndsAndMembers)
      case (true, false): readGroup(facts, &reader, &read)
      default: readPair(facts, &reader, &read)
      }
    }
  }

  /// Takes in what another stretch of the file held.
  mutating func takeIn(_ other: CollaborationCells) {
    for index in attributes.indices { attributes[index].takeIn(other.attributes[index]) }
    dates.takeIn(other.dates)
    newestDay = [newestDay, other.newestDay].compactMap { $0 }.max()
    noTies += other.noTies
    matchedByName += other.matchedByName
  }

  /// Reads depth, strength, direction and dates; `nil` after setting the row aside.
  mutating func facts(_ reader: inout TableReader) -> TieFacts? {
    var facts = TieFacts(isDirected: options.isDirected)
    if let depth, !reader.isMissing(depth) {
      guard let value = reader.cell(depth, { Values.depth($0) }) else {
        reader.setAside(.unknownDepth, column: depth, value: reader.raw(depth))
        return nil
      }
      facts.depth = value.rawValue
    }
    if let strength, !reader.isMissing(strength) {
      guard let value = readStrength(strength, &reader) else { return nil }
      facts.strength = value
      if let zero = options.scaleZero, value <= zero { facts.depth = Depth.none.rawValue }
    }
    if let direction, !reader.isMissing(direction) {
      guard let isDirected = readDirection(direction, &reader) else { return nil }
      facts.isDirected = isDirected
    }
    if let started { facts.started = reader.day(started, today: options.today, dates: &dates) }
    if let ended { facts.ended = reader.day(ended, today: options.today, dates: &dates) }
    if let ended, let first = facts.started, let last = facts.ended, last < first {
      reader.report(.endBeforeStart, column: ended, value: "\(last)", detail: "\(first)")
      facts.ended = nil
    }
    lookAt(facts.started)
    lookAt(facts.ended)
    return facts
  }

  /// Remembers the newest day that is not in the future.
  private mutating func lookAt(_ day: Day?) {
    guard let day, options.today.map({ day <= $0 }) ?? true else { return }
    newestDay = max(newestDay ?? day, day)
  }

  private func readStrength(_ column: Int, _ reader: inout TableReader) -> Double? {
    var value = reader.cell(column) { Values.number($0) }
    if value == nil, reader.account.delimiter != 0x2C,
      let comma = reader.cell(column, { Values.commaNumber($0) })
    {
      reader.report(
        .decimalComma, column: column, value: reader.raw(column),
        detail: reader.raw(column).replacing(",", with: "."))
      value = comma
    }
    guard let value else {
      reader.setAside(.unreadableNumber, column: column, value: reader.raw(column))
      return nil
    }
    guard value > 0 || options.scaleZero.map({ value <= $0 }) == true else {
      reader.setAside(.notPositive, column: column, value: reader.raw(column))
      return nil
    }
    guard Values.isInRange(value) else {
      reader.setAside(
        value > 1 ? .numberTooLarge : .numberTooSmall, column: column, value: reader.raw(column))
      return nil
    }
    return value
  }

  private func readDirection(_ column: Int, _ reader: inout TableReader) -> Bool? {
    let isQuestion = folded(reader.header.headings[column]) == "directed"
    if isQuestion, let answer = reader.cell(column, { Values.yesOrNo($0) }) { return answer }
    switch DirectionWord(reader.raw(column)) {
    case .directed: return true
    case .mutual: return false
    case nil:
      reader.setAside(.unknownDirection, column: column, value: reader.raw(column))
      return nil
    }
  }

  /// Reads a tie between two members.
  mutating func readPair(
    _ facts: TieFacts, _ reader: inout TableReader, _ read: inout ReadCollaborations
  ) {
    guard let from, let to else {
      if let members {
        reader.setAside(.missingValue, column: members, detail: "a list of members")
      }
      return
    }
    guard let a = end(from, &reader, &read.endpoints) else { return }
    guard let b = end(to, &reader, &read.endpoints) else { return }
    if a == Self.excluded || b == Self.excluded { return reader.setAsidePrivately() }
    if a == b {
      reader.setAside(.selfTie, column: to, value: reader.raw(to))
      return
    }
    if facts.depth == Depth.none.rawValue { noTies += 1 }
    read.ties.append(
      a, b, strength: facts.strength, depth: facts.depth, isDirected: facts.isDirected,
      started: facts.started, ended: facts.ended)
    for (index, column) in attributeColumns.enumerated() {
      attributes[index].appendCell(column, &reader)
    }
    reader.use()
  }

  private static let excluded: Int32 = -3

  /// The member a cell names, `excluded`, or `nil` after setting the row aside.
  private mutating func end(
    _ column: Int, _ reader: inout TableReader, _ endpoints: inout Endpoints
  ) -> Int32? {
    if reader.isPlain(column), let member = reader.cell(column, { endpoints.plain($0) }) {
      return member
    }
    guard let text = reader.id(column, needed: "an id") else { return nil }
    switch endpoints.match(text) {
    case .member(let member): return member
    case .byName(let member):
      matchedByName += 1
      return member
    case .excluded: return Self.excluded
    case .clash(let kinds):
      reader.setAside(.idClash, column: column, value: text, detail: Self.described(kinds))
    case .ambiguous: reader.setAside(.ambiguousName, column: column, value: text)
    case .unknown:
      let parts = text.split { $0 == ";" || $0 == "|" }.map { trimmed(String($0)) }
      if parts.count > 1, parts.allSatisfy({ endpoints.match($0) != .unknown }) {
        reader.setAside(.severalIds, column: column, value: text)
      } else {
        reader.setAside(
          .unknownMember, column: column, value: text, detail: endpoints.suggestion(for: text))
      }
    }
    return nil
  }

  private static func described(_ kinds: [MemberKind]) -> String {
    listed(kinds.map { "a \($0.rawValue)" })
  }

  /// Reads a working group.
  mutating func readGroup(
    _ facts: TieFacts, _ reader: inout TableReader, _ read: inout ReadCollaborations
  ) {
    guard let members else { return }
    var known: Set<Int32> = []
    var isAnyoneLeftOut = false
    for text in reader.list(members) {
      switch read.endpoints.match(text) {
      case .member(let member), .byName(let member):
        if !known.insert(member).inserted {
          reader.report(.repeatedMember, column: members, value: text)
        }
      case .excluded: isAnyoneLeftOut = true
      case .clash(let kinds):
        reader.setAside(.idClash, column: members, value: text, detail: Self.described(kinds))
        return
      case .ambiguous:
        reader.setAside(.ambiguousName, column: members, value: text)
        return
      case .unknown:
        reader.report(
          .unknownInGroup, column: members, value: text,
          detail: read.endpoints.suggestion(for: text))
      }
    }
    guard known.count > 1 else {
      if isAnyoneLeftOut {
        reader.setAsidePrivately()
      } else {
        reader.setAside(.loneMember, column: members, detail: inWords(known.count))
      }
      return
    }
    var attributes: [String: String] = [:]
    for column in attributeColumns {
      attributes[reader.header.headings[column]] = reader.text(column)
    }
    read.groups.append(
      WorkingGroup(
        members: known.sorted(),
        depth: facts.depth == Ties.unknownDepth ? nil : Depth(rawValue: facts.depth),
        started: facts.started, ended: facts.ended, attributes: attributes))
    reader.use()
  }

  /// Takes direction from a column `type` that holds nothing else, as network programs write it.
  func takeDirectionFromKind(_ ties: inout TieRows, _ reader: inout TableReader) {
    guard direction == nil, kind != nil, let words = ties.attributes.first, !words.values.isEmpty
    else { return }
    let directions = words.values.map { DirectionWord($0) }
    guard !directions.contains(nil) else { return }
    for row in words.codes.indices where words.codes[row] >= 0 {
      ties.isDirected[row] = directions[Int(words.codes[row])] == .directed
    }
    ties.attributes.removeFirst()
  }

  /// Says, when no strength was read, which column of numbers might be one.
  func hintAtStrength(_ ties: TieRows, _ reader: inout TableReader) {
    guard strength == nil else { return }
    for column in ties.attributes where !column.values.isEmpty && !column.codes.contains(-1) {
      let isNumeric = column.values.allSatisfy { value in
        let bytes = Array(value.utf8)
        return Values.number(bytes.span).map { $0 > 0 } ?? false
      }
      guard isNumeric, column.values.count > 1, !folded(column.name).hasPrefix("rank") else {
        continue
      }
      reader.announce(
        .strengthHint, column: reader.header.headings.firstIndex(of: column.name),
        value: column.name)
    }
  }

  func announce(_ reader: inout TableReader) {
    if noTies > 0 { reader.announce(.noTie, detail: counted(noTies, "row")) }
    if matchedByName > 0 {
      reader.announce(
        .matchedByName, detail: counted(matchedByName, "cell was matched", "cells were matched"))
    }
  }
}

/// The words for the direction of a tie.
private enum DirectionWord: Equatable {
  case directed, mutual

  init?(_ text: String) {
    switch folded(trimmed(text)) {
    case "directed", "oneway": self = .directed
    case "mutual", "undirected", "both", "twoway": self = .mutual
    default: return nil
    }
  }
}
