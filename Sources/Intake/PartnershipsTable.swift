import Networks

/// Reads partnerships.csv: one row a partner and the school, team or trust it works with.
func readPartnerships(
  _ source: SourceFile?, _ read: inout ReadRecords, _ goals: GoalIndex,
  endpoints: inout Endpoints, options: IntakeOptions, ledger: inout Ledger
) throws(IntakeError) {
  guard let source else { return }
  var reader = try TableReader(source, options)
  var cells = RecordCells(options)
  var log = RowLog()
  var partnerships: [Partnership] = []
  let made = endpoints.partners.madeCount - endpoints.namedBefore
  while try reader.next() {
    let before = endpoints.partners
    guard let ends = reader.partnershipEnds(&cells, &endpoints) else {
      endpoints.restore(before)
      continue
    }
    var partnership = Partnership(partner: ends.partner, with: ends.with)
    if let column = reader.column("level"), !reader.isMissing(column) {
      partnership.level = Depth(written: reader.raw(column))
      if partnership.level == nil {
        reader.report(.unknownDepth, column: column, value: reader.raw(column))
      }
    }
    partnership.lead = cells.lead(&reader, &endpoints)
    partnership.hasAgreement = cells.agreement(&reader)
    partnership.rolesAreClear = cells.yesOrNo("roles_clear", &reader)
    partnership.sharedGoal = cells.text("shared_goal", &reader).map { text in
      goals.place(text).map(Partnership.SharedGoal.goal)
        ?? (Answer.yesOrNo(text).map { $0 ? .yes : .no } ?? .words(text))
    }
    partnership.started = cells.past("started", &reader)
    partnership.reviewDue = cells.due("review_due", &reader)
    partnership.ended = cells.end("ended", &reader)
    partnership.gives = cells.list("gives", &reader)
    partnership.gets = cells.list("gets", &reader)
    partnership.unread = reader.unread(
      [
        "level": partnership.level == nil, "agreement": partnership.hasAgreement == nil,
        "roles_clear": partnership.rolesAreClear == nil, "started": partnership.started == nil,
        "review_due": partnership.reviewDue == nil, "ended": partnership.ended == nil,
      ]
    ).union(cells.takeUnread())
    log.add(endpoints.partnershipId(ends), reader)
    partnerships.append(partnership)
    reader.use()
  }
  let idColumn = reader.column("partner") ?? 0
  for place in try log.settle(&reader, idColumn: idColumn) {
    read.records.partnerships.append(partnerships[place])
    read.partnershipIds.append(log.ids[log.rows[place].id])
  }
  endpoints.announceMade(since: made, &reader)
  cells.announce(&reader)
  read.note(cells.newestDay)
  try ledger.close(&reader, dates: cells.dates)
}

/// The partners that partnerships.csv alone knows, by the rows that count.
func partnersNamed(
  _ source: SourceFile, _ endpoints: Endpoints, _ options: IntakeOptions
) throws(IntakeError) -> [Partner] {
  var endpoints = endpoints
  let known = endpoints.partners.entries.count
  var reader = try TableReader(source, options)
  var cells = RecordCells(options)
  while try reader.next() {
    let before = endpoints.partners
    if reader.partnershipEnds(&cells, &endpoints) == nil { endpoints.restore(before) }
  }
  return Array(endpoints.partners.entries.dropFirst(known))
}

/// The two ends of a partnership.
struct PartnershipEnds: Hashable {
  let partner: Int32
  let with: Int32
}

extension TableReader {
  /// The partner and the side within the trust that the row names; `nil` after setting the row aside.
  mutating func partnershipEnds(
    _ cells: inout RecordCells, _ endpoints: inout Endpoints
  ) -> PartnershipEnds? {
    guard let partnerColumn = column("partner") else { return nil }
    let partner: Int32
    switch cells.member(partnerColumn, among: [.partner], &self, &endpoints) {
    case .member(let member): partner = member
    case .missing, .excluded:
      setAside(.missingValue, column: partnerColumn, detail: "a partner")
      return nil
    case .unknown(let text):
      let (code, near) = endpoints.diagnosis(of: text)
      setAside(code, column: partnerColumn, value: text, detail: near)
      return nil
    }
    guard let withColumn = column("with"), !isMissing(withColumn) else {
      return PartnershipEnds(partner: partner, with: Partnership.trust)
    }
    if ["trust", "thetrust", "wholetrust", "all"].contains(folded(trimmed(raw(withColumn)))) {
      return PartnershipEnds(partner: partner, with: Partnership.trust)
    }
    switch cells.member(withColumn, among: [.school, .team], &self, &endpoints) {
    case .member(let member): return PartnershipEnds(partner: partner, with: member)
    case .missing, .excluded: return PartnershipEnds(partner: partner, with: Partnership.trust)
    case .unknown(let text):
      let (code, near) = endpoints.diagnosis(of: text)
      setAside(code, column: withColumn, value: text, detail: near)
      return nil
    }
  }
}

extension RecordCells {
  /// The person who leads, as a member; somebody who asked to be left out counts as nobody.
  fileprivate mutating func lead(_ reader: inout TableReader, _ endpoints: inout Endpoints)
    -> Int32?
  {
    guard let column = reader.column("lead") else { return nil }
    switch member(column, among: [.person], &reader, &endpoints) {
    case .member(let member): return member
    case .missing: return nil
    case .excluded:
      passOver()
      return nil
    case .unknown(let text) where Answer.isNobody(text): return nil
    case .unknown(let text):
      note(unread: "lead")
      reader.report(
        .unknownLead, column: column, value: text, detail: endpoints.suggestion(for: text))
      return nil
    }
  }

  /// Whether there is an agreement: yes, no, or the day on which it was made.
  fileprivate mutating func agreement(_ reader: inout TableReader) -> Bool? {
    guard let column = reader.column("agreement"), !reader.isEmpty(column) else { return nil }
    let text = reader.raw(column)
    if let answer = Answer.agreement(text) { return answer }
    if reader.isMissing(column) { return nil }
    if case .unreadable = reader.cell(column, { Dates.read($0) }) {
      reader.report(.notYesOrNo, column: column, value: text)
      return nil
    }
    return past("agreement", &reader) == nil ? nil : true
  }
}

extension TableReader {
  /// The roles, of those without a value, whose cell holds something all the same.
  fileprivate func unread(_ lacks: [String: Bool]) -> Set<String> {
    Set(
      lacks.filter { role, isLacking in isLacking && column(role).map { !isMissing($0) } ?? false }
        .keys)
  }
}

extension Endpoints {
  /// The id of a partnership, as in X20/H13 or X01/trust.
  func partnershipId(_ ends: PartnershipEnds) -> String {
    id(of: ends.partner) + "/" + (ends.with == Partnership.trust ? "trust" : id(of: ends.with))
  }

  /// Says how many partners a table has made beyond those there were.
  func announceMade(since count: Int, _ reader: inout TableReader) {
    let made = partners.madeCount - count
    if made > 0 {
      reader.announce(.madeFromNames, detail: counted(made, "partner is", "partners are"))
    }
  }
}
