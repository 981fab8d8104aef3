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
  let madePartners = read.endpoints.partners.madeCount - read.endpoints.namedBefore
  if madePartners > 0 {
    reader.announce(.madeFromNames, detail: counted(madePartners, "partner is", "partners are"))
  }
  read.ties.attributes = cells.attributes.map { $0.column(options.withheld) }
  cells.takeDirectionFromKind(&read.ties, &reader)
  let tally = read.ties.settle()
  // A row that lists several people is merged only when all it says stands elsewhere.
  reader.merge(max(0, tally.merged - cells.furtherTies))
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
    contains { $0.read.endpoints.partners.madeCount > $0.read.endpoints.namedBefore }
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
  private let frequency: Int?
  private let timeset: Int?
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
  private var matches = MatchTally()
  /// Ties beyond the first of a row that lists several people.
  private(set) var furtherTies = 0
  /// What people write of how often they work together, and whether it says that they do not.
  private var words = IdTable()
  private var sayNoTie: [Bool] = []
  private var leaveOpen: [Bool] = []
  private var hasOpen = false

  init(_ reader: borrowing TableReader, _ options: IntakeOptions) {
    self.options = options
    from = reader.column("from")
    to = reader.column("to")
    members = reader.column("members")
    direction = reader.column("direction")
    kind = reader.column("kind")
    frequency = reader.column("frequency")
    timeset = reader.header.attributes.first { [header = reader.header] in
      ["timeset", "interval", "intervals", "timeinterval"].contains(folded(header.headings[$0]))
    }
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
    matches.takeIn(other.matches)
    furtherTies += other.furtherTies
  }

  /// Reads depth, strength, direction and dates; `nil` after setting the row aside.
  ///
  /// A detail that cannot be read is not given; the tie counts all the same.
  mutating func facts(_ reader: inout TableReader) -> TieFacts? {
    var facts = TieFacts(isDirected: options.isDirected)
    if let depth, !reader.isEmpty(depth) {
      if let value = reader.cell(depth, { Values.depth($0) }) ?? Depth(written: reader.raw(depth)) {
        facts.depth = value.rawValue
      } else if !reader.isMissing(depth) {
        reader.report(.unknownDepth, column: depth, value: reader.raw(depth))
      }
    }
    if let strength, !reader.isEmpty(strength) {
      guard let value = readStrength(strength, &reader) else { return nil }
      facts.strength = value > 0 ? value : 1
      if value <= options.scaleZero ?? 0 { facts.depth = Depth.none.rawValue }
    }
    for column in [frequency, kind] {
      if let column, !reader.isEmpty(column), saysNoTie(column, &reader) {
        facts.depth = Depth.none.rawValue
      }
    }
    if hasOpen, let frequency, !reader.isMissing(frequency), facts.depth != Depth.none.rawValue,
      leavesOpen(frequency, reader)
    {
      reader.report(.openFrequency, column: frequency, value: reader.raw(frequency))
    }
    if let direction, !reader.isMissing(direction),
      let isDirected = readDirection(direction, &reader)
    {
      facts.isDirected = isDirected
    }
    if let timeset, !reader.isMissing(timeset) {
      if let stretch = Timeset(reader.raw(timeset)) {
        (facts.started, facts.ended) = (stretch.first, stretch.last)
      } else {
        reader.report(.unreadableDate, column: timeset, value: reader.raw(timeset))
      }
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

  /// Whether a word of how often or how closely says that there is no tie; each word is looked at once.
  private mutating func saysNoTie(_ column: Int, _ reader: inout TableReader) -> Bool {
    if reader.isPlain(column), let known = reader.cell(column, { words.find($0) }) {
      return sayNoTie[Int(known)] && (column == frequency || isNever(reader.raw(column)))
    }
    let text = reader.raw(column)
    let (index, isNew) = words.insert(text)
    if isNew {
      sayNoTie.append(Answer.isNoTie(text))
      leaveOpen.append(!Answer.isNoTie(text) && TieDenial.leavesOpen(text))
      hasOpen = hasOpen || leaveOpen[leaveOpen.count - 1]
    }
    return sayNoTie[Int(index)] && (column == frequency || isNever(text))
  }

  /// Whether a word of how often, which has been looked at, leaves open whether there is a tie.
  private func leavesOpen(_ column: Int, _ reader: borrowing TableReader) -> Bool {
    let known =
      reader.isPlain(column)
      ? reader.cell(column) { words.find($0) } : words.find(reader.raw(column))
    return known.map { leaveOpen[Int($0)] } ?? false
  }

  /// Whether a kind of tie is none; a bare no or 0 says so of how often people meet, and not of a kind.
  private func isNever(_ text: String) -> Bool {
    let key = Answer.wordKey(text)
    return key == "never" || key.contains(" ") && Answer.noTieWords.contains(key)
  }

  /// The strength in a cell: 0 or less where it says that there is no tie, 1 where it cannot be read; `nil` after setting the row
  /// aside.
  private func readStrength(_ column: Int, _ reader: inout TableReader) -> Double? {
    var value = reader.cell(column) { Values.number($0) }
    if value == nil {
      if Answer.isNoTie(reader.raw(column)) { return 0 }
      if reader.isMissing(column) { return 1 }
    }
    if value == nil, let grouped = reader.cell(column, { Values.groupedNumber($0) }) {
      reader.report(
        .groupedNumber, column: column, value: reader.raw(column),
        detail: reader.raw(column).replacing(",", with: ""))
      value = grouped
    }
    if value == nil, let comma = reader.cell(column, { Values.commaNumber($0) }) {
      reader.report(
        .decimalComma, column: column, value: reader.raw(column),
        detail: reader.raw(column).replacing(",", with: "."))
      value = comma
    }
    guard let value else {
      reader.report(.unreadStrength, column: column, value: reader.raw(column))
      return 1
    }
    guard value >= 0 || options.scaleZero.map({ value <= $0 }) == true else {
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
    if isQuestion, let answer = Answer.yesOrNo(reader.raw(column)) { return answer }
    switch DirectionWord(reader.raw(column)) {
    case .directed: return true
    case .mutual: return false
    case nil:
      reader.report(.unknownDirection, column: column, value: reader.raw(column))
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
    if reader.isPlain(from), reader.isPlain(to),
      let a = reader.cell(from, { read.endpoints.plain($0) }),
      let b = reader.cell(to, { read.endpoints.plain($0) })
    {
      guard a != b else { return reader.setAside(.selfTie, column: to, value: reader.raw(to)) }
      append(a, b, facts, &reader, &read)
      return reader.use()
    }
    guard let some = ends(from, &reader, &read.endpoints) else { return }
    guard let others = ends(to, &reader, &read.endpoints) else { return }
    guard !some.isEmpty, !others.isEmpty else { return reader.setAsidePrivately() }
    guard some.count * others.count <= Limits.tiesOfARow else {
      return reader.setAside(.longCell, column: to)
    }
    var count = 0
    for a in some {
      for b in others where a != b {
        append(a, b, facts, &reader, &read)
        count += 1
      }
    }
    guard count > 0 else { return reader.setAside(.selfTie, column: to, value: reader.raw(to)) }
    furtherTies += count - 1
    reader.use()
  }

  private mutating func append(
    _ a: Int32, _ b: Int32, _ facts: TieFacts, _ reader: inout TableReader,
    _ read: inout ReadCollaborations
  ) {
    if facts.depth == Depth.none.rawValue { noTies += 1 }
    read.ties.append(
      a, b, strength: facts.strength, depth: facts.depth, isDirected: facts.isDirected,
      started: facts.started, ended: facts.ended)
    for (index, column) in attributeColumns.enumerated() {
      attributes[index].appendCell(column, &reader)
    }
  }

  /// The members a cell names, without those left out, or `nil` after setting the row aside.
  private mutating func ends(
    _ column: Int, _ reader: inout TableReader, _ endpoints: inout Endpoints
  ) -> [Int32]? {
    if reader.isPlain(column), let member = reader.cell(column, { endpoints.plain($0) }) {
      return [member]
    }
    if reader.cell(column, { Values.isRounded($0) }) {
      let text = reader.raw(column)
      reader.setAside(.scientificId, column: column, value: text, detail: endpoints.unrounded(text))
      return nil
    }
    guard let lines = reader.idLines(column, needed: "an id") else { return nil }
    let named = endpoints.matchAll(lines)
    let isList = named.count > 1
    var members: [Int32] = []
    for (text, match) in named {
      matches.count(match)
      switch match {
      case .member(let member), .byName(let member), .byColumn(let member, _):
        members.append(member)
      case .likely(let member, let name):
        reader.report(.likelyName, column: column, value: text, detail: name)
        members.append(member)
      case .excluded: continue
      case .clash(let kinds):
        guard isList else {
          reader.setAside(.idClash, column: column, value: text, detail: Self.described(kinds))
          return nil
        }
        reader.report(.ambiguousInList, column: column, value: text)
      case .ambiguous:
        guard isList else {
          reader.setAside(.ambiguousName, column: column, value: text)
          return nil
        }
        reader.report(.ambiguousInList, column: column, value: text)
      case .unknown:
        guard isList else {
          let (code, near) = endpoints.diagnosis(of: text)
          reader.setAside(code, column: column, value: text, detail: near)
          return nil
        }
        reader.report(
          .unknownInList, column: column, value: text, detail: endpoints.suggestion(for: text))
      }
    }
    guard !named.isEmpty else {
      reader.setAside(.missingValue, column: column, value: reader.raw(column), detail: "an id")
      return nil
    }
    if members.isEmpty, !named.contains(where: { $0.match == .excluded }) {
      reader.setAside(.unknownMember, column: column, value: reader.raw(column))
      return nil
    }
    return Set(members).sorted()
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
    for (text, match) in read.endpoints.matchAll(reader.lines(members)) {
      switch match {
      case .member(let member), .byName(let member), .likely(let member, _),
        .byColumn(let member, _):
        if case .likely(_, let name) = match {
          reader.report(.likelyName, column: members, value: text, detail: name)
        }
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

  /// Takes direction from a column `type` that holds nothing else, as network programs write it, beside a column `kind` or alone.
  func takeDirectionFromKind(_ ties: inout TieRows, _ reader: inout TableReader) {
    guard direction == nil else { return }
    let place = ties.attributes.indices.first { place in
      let column = ties.attributes[place]
      return ["kind", "type", "edgetype", "relation", "layer", "relationship"].contains(
        folded(column.name))
        && !column.values.isEmpty && !column.values.contains { DirectionWord($0) == nil }
    }
    guard let place else { return }
    let words = ties.attributes[place]
    let directions = words.values.map { DirectionWord($0) }
    for row in words.codes.indices where words.codes[row] >= 0 {
      ties.isDirected[row] = directions[Int(words.codes[row])] == .directed
    }
    ties.attributes.remove(at: place)
  }

  /// Says, when no strength was read, which column of numbers might be one.
  func hintAtStrength(_ ties: TieRows, _ reader: inout TableReader) {
    guard strength == nil else { return }
    for column in ties.attributes where !column.values.isEmpty && !column.codes.contains(-1) {
      let isNumeric = column.values.allSatisfy { value in
        let bytes = Array(value.utf8)
        return Values.number(bytes.span).map { $0 > 0 } ?? false
      }
      // A number that tells one row from another says nothing of its tie.
      let numbersRows = column.values.count == column.codes.count && column.codes.count > 2
      guard isNumeric, column.values.count > 1, !numbersRows, folded(column.name) != "id",
        !PersonNumbers.identifies(column.name), !folded(column.name).hasPrefix("rank")
      else { continue }
      reader.announce(
        .strengthHint, column: reader.header.headings.firstIndex(of: column.name),
        value: column.name)
    }
  }

  func announce(_ reader: inout TableReader) {
    if noTies > 0 { reader.announce(.noTie, detail: counted(noTies, "row says", "rows say")) }
    matches.announce(&reader)
  }
}

/// How many cells were matched otherwise than by id.
struct MatchTally: Sendable {
  private var byName = 0
  private var byColumn: [String: Int] = [:]

  mutating func count(_ match: Endpoints.Match) {
    switch match {
    case .byName: byName += 1
    case .byColumn(_, let heading): byColumn[heading, default: 0] += 1
    default: break
    }
  }

  mutating func takeIn(_ other: MatchTally) {
    byName += other.byName
    byColumn.merge(other.byColumn, uniquingKeysWith: +)
  }

  func announce(_ reader: inout TableReader) {
    if byName > 0 {
      reader.announce(
        .matchedByName, detail: counted(byName, "cell was matched", "cells were matched"))
    }
    for (heading, count) in byColumn.sorted(by: { $0.key < $1.key }) {
      reader.announce(
        .matchedByColumn, value: heading,
        detail: counted(count, "cell was matched", "cells were matched"))
    }
  }
}

/// The words for the direction of a tie.
private enum DirectionWord: Equatable {
  case directed, mutual

  init?(_ text: String) {
    switch folded(trimmed(text)) {
    case "directed", "oneway", ">", "\u{2192}", "a>b", "outgoing", "out": self = .directed
    case "mutual", "undirected", "both", "twoway", "bothways", "bidirectional", "reciprocal",
      "reciprocated",
      "<>", "\u{2194}", "symmetric":
      self = .mutual
    default: return nil
    }
  }
}
