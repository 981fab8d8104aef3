import Networks

/// Reads schools.csv.
func readSchools(_ source: SourceFile?, options: IntakeOptions, ledger: inout Ledger)
  throws(IntakeError) -> Register<School>
{
  var register = Register<School>(id: \.id, name: \.name)
  guard let source else { return register }
  var reader = try TableReader(source, options)
  var log = RowLog()
  var schools: [School] = []
  var dates = DateOrder()
  let idColumn = reader.column("id") ?? reader.column("name") ?? 0
  while try reader.next() {
    guard let id = reader.id(idColumn, needed: "an id") else { continue }
    var school = School(id: id, name: reader.column("name").flatMap { reader.text($0) } ?? id)
    school.phase = reader.column("phase").flatMap { reader.text($0) }
    school.hub = reader.column("hub").flatMap { reader.text($0) }
    school.opened = reader.column("opened").flatMap {
      reader.day($0, today: options.today, dates: &dates)
    }
    school.closed = reader.column("closed").flatMap {
      reader.day($0, today: options.today, dates: &dates)
    }
    school.attributes = reader.attributes()
    if let column = reader.column("became") { school.attributes["became"] = reader.text(column) }
    log.add(id, reader)
    schools.append(school)
    reader.use()
  }
  let kept = try log.settle(&reader, idColumn: idColumn)
  let described = try checked(kept.map { schools[$0] }, &reader) { log.rows[kept[$0]].position }
  _ = register.describe(described)
  try ledger.close(&reader, dates: dates)
  return register
}

/// The schools without successors that lead back to themselves; those and unknown ones are reported.
private func checked(
  _ schools: [School], _ reader: inout TableReader, at position: (Int) -> RowPosition
) throws(IntakeError) -> [School] {
  guard let column = reader.column("became") else { return schools }
  var schools = schools
  let next = try schools.indices.map { place throws(IntakeError) -> Int? in
    guard let word = schools[place].became else { return nil }
    if let found = School.place(of: word, in: schools) { return found }
    let near = Spelling.nearest(to: word, in: schools.flatMap { [$0.id, $0.name] })
    try reader.report(
      .unknownSuccessor, at: position(place), column: column, value: word,
      detail: near.map { shown($0) } ?? "")
    return nil
  }
  for start in cycleBeginnings(next) {
    let round = cycle(through: start, next)
    try reader.report(
      .schoolCycle, at: position(start), column: column, value: schools[start].id,
      detail: round.count < 2 ? "" : listed(round.dropFirst().map { shown(schools[$0].id) }))
    for place in round { schools[place].attributes["became"] = nil }
  }
  return schools
}

extension TableReader {
  /// The columns of the row that mean nothing to the contract, by heading.
  mutating func attributes() -> [String: String] {
    var attributes: [String: String] = [:]
    for column in header.attributes { attributes[header.headings[column]] = text(column) }
    return attributes
  }

  /// How many cells of the row hold something, and a hash of them all.
  func summary() -> (fullness: Int32, content: UInt64) {
    var fullness: Int32 = 0
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for column in header.headings.indices {
      if !isMissing(column) { fullness += 1 }
      hash = (hash ^ cell(column) { $0.wordHash }) &* 0x100_0000_01B3
    }
    return (fullness, hash)
  }
}

extension Ledger {
  /// Ends the reading of a table: closes its account and takes over its problems.
  mutating func close(_ reader: inout TableReader, dates: DateOrder) throws(IntakeError) {
    reader.finish()
    accounts.append(reader.account)
    for problem in reader.problems { report(problem) }
    if dates.isAmerican {
      let problem = Problem(.usDates, file: reader.account.file, value: dates.example)
      throw IntakeError(stopping: problem)
    }
    if reader.account.read == 0, reader.table == .people || reader.table == .collaborations {
      throw IntakeError(stopping: Problem(.headerOnly, file: reader.account.file))
    }
  }
}
