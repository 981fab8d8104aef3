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
    log.add(id, reader)
    schools.append(school)
    reader.use()
  }
  _ = register.describe(try log.settle(&reader, idColumn: idColumn).map { schools[$0] })
  try ledger.close(&reader, dates: dates)
  return register
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
