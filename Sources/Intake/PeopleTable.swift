import Networks

/// The staff as read, in ascending order of id.
struct ReadPeople {
  var people = People()
  var excludedCount = 0
  /// The newest day not in the future.
  var newestDay: Day?
  /// The address of each person, empty where none is recorded.
  var emails: [String] = []
  /// Where the cells of expertise and of what people seek stand.
  var expertiseCells = ExpertiseCells()
}

/// One row of the staff, before rows with the same id are settled.
private struct PersonRow {
  var name = ""
  var school = People.centralTeam
  var teams: [Int32] = []
  var visibility = Withheld.Standing.open
  var response = Response.unknown
  var started: Day?
  var ended: Day?
  var email = ""
}

/// Reads people.csv; schools and teams it names and nobody describes are made.
func readPeople(
  _ source: SourceFile, schools: inout Register<School>, teams: inout Register<Team>,
  options: IntakeOptions, ledger: inout Ledger
) throws(IntakeError) -> ReadPeople {
  var reader = try TableReader(source, options)
  var log = RowLog()
  var rows: [PersonRow] = []
  var cells = PeopleCells(
    reader,
    SchoolCells(
      schools, today: options.today,
      spellings: schools.isDescribed ? nil : try NamedSchools(source, "school", options)))
  let idColumn = reader.column("id") ?? reader.column("name") ?? reader.column("last_name") ?? 0
  let idsAreNames = reader.column("id") == nil
  while try reader.next() {
    guard var id = reader.id(idColumn, needed: "an id") else { continue }
    if reader.holdsPupilNumber() { continue }
    var row = PersonRow()
    row.name = cells.name(&reader) ?? id
    if idsAreNames { id = row.name }
    if let column = cells.columns.email { row.email = reader.text(column)?.lowercased() ?? "" }
    let standing = options.withheld.standing(ofIdentity: id, row.email)
    row.visibility = max(reader.visibility(cells.columns.visibility), standing)
    if row.visibility == .excluded {
      // Nothing of the row is kept, nor anything made of it.
      cells.passOver()
      log.add(id, reader)
      rows.append(row)
      reader.use()
      continue
    }
    if let column = cells.columns.school {
      row.school = cells.schools.place(column, &reader, &schools)
    }
    if let column = cells.columns.team {
      row.teams = cells.teams.places(column, &reader, &teams, school: row.school, schools)
    }
    if let column = cells.columns.responded, let answer = reader.yesOrNo(column) {
      row.response = answer ? .yes : .no
    }
    cells.readDates(&row.started, &row.ended, &reader, today: options.today)
    cells.readColumns(&reader)
    log.add(id, reader)
    rows.append(row)
    reader.use()
  }
  let kept = try log.settle(&reader, idColumn: idColumn)
  let listed = kept.filter { rows[$0].visibility < .excluded }
  for place in kept where rows[place].visibility == .excluded {
    reader.leaveOut(log.rows[place].position)
  }
  var read = ReadPeople()
  read.excludedCount = kept.count - listed.count
  for place in listed {
    let row = rows[place]
    read.people.ids.append(log.ids[log.rows[place].id])
    read.people.names.append(row.name)
    read.people.school.append(row.school)
    if row.teams.count > 1 {
      read.people.teams.further[Int32(read.people.teams.main.count)] = Array(row.teams.dropFirst())
    }
    read.people.teams.main.append(row.teams.first ?? -1)
    read.people.isHidden.append(row.visibility == .hidden)
    read.people.response.append(row.response)
    read.people.started.append(row.started)
    read.people.ended.append(row.ended)
  }
  read.people.role = cells.role?.column(rows: listed, options.withheld)
  read.people.expertise = cells.expertise?.column(rows: listed, options.withheld)
  read.people.seeks = cells.seeks?.column(rows: listed, options.withheld)
  read.people.attributes = cells.attributes.map { $0.column(rows: listed, options.withheld) }
  read.newestDay = cells.newestDay
  read.expertiseCells.file = source.name
  read.expertiseCells.rows = listed.map { log.rows[$0].position.row }
  for role in ["expertise", "seeks"] {
    if let column = reader.column(role) {
      read.expertiseCells.columns[role] = (column, reader.header.headings[column])
    }
  }
  read.emails = listed.map { rows[$0].email }
  try reportLookalikes(
    read.people, read.emails, listed.map { log.rows[$0].position }, &reader)
  cells.announce(&reader, idsAreNames: idsAreNames)
  try ledger.close(&reader, dates: cells.dates)
  return read
}

/// The places of the columns of people.csv, looked up once.
private struct PeopleColumns {
  let name: Int?
  let nameParts: [Int]
  let school: Int?
  let team: Int?
  let visibility: Int?
  let responded: Int?
  let email: Int?
  let started: Int?
  let ended: Int?
  let role: Int?
  let expertise: Int?
  let seeks: Int?

  init(_ reader: borrowing TableReader) {
    name = reader.column("name")
    nameParts = [reader.column("first_name"), reader.column("last_name")].compactMap { $0 }
    school = reader.column("school")
    team = reader.column("team")
    visibility = reader.column("visibility")
    responded = reader.column("responded")
    email = reader.column("email")
    started = reader.column("started")
    ended = reader.column("ended")
    role = reader.column("role")
    expertise = reader.column("expertise")
    seeks = reader.column("seeks")
  }
}

/// What reading the cells of people.csv gathers beside the rows.
private struct PeopleCells {
  var schools: SchoolCells
  var teams = TeamCells()
  var dates = DateOrder()
  var newestDay: Day?
  var role: ColumnBuilder?
  var expertise: ColumnBuilder?
  var seeks: ColumnBuilder?
  var attributes: [ColumnBuilder]
  let columns: PeopleColumns

  init(_ reader: borrowing TableReader, _ schools: SchoolCells) {
    self.schools = schools
    columns = PeopleColumns(reader)
    func builder(_ role: String) -> ColumnBuilder? {
      reader.column(role).map { ColumnBuilder(name: reader.header.headings[$0]) }
    }
    role = builder("role")
    expertise = builder("expertise")
    seeks = builder("seeks")
    attributes = reader.header.attributes.map {
      ColumnBuilder(name: reader.header.headings[$0])
    }
  }

  /// The name in the row: its own column, or first and last name.
  func name(_ reader: inout TableReader) -> String? {
    if let column = columns.name { return reader.text(column) }
    // Null and Nan are names here.
    let parts = columns.nameParts.compactMap { reader.namePart($0) }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  mutating func readDates(
    _ started: inout Day?, _ ended: inout Day?, _ reader: inout TableReader, today: Day?
  ) {
    if let column = columns.started {
      started = reader.day(column, today: today, dates: &dates)
    }
    if let column = columns.ended {
      ended = reader.day(column, today: today, dates: &dates)
      if let start = started, let end = ended, end < start {
        reader.report(.endBeforeStart, column: column, value: "\(end)", detail: "\(start)")
        ended = nil
      }
    }
    for day in [started, ended].compactMap({ $0 }) where today.map({ day <= $0 }) ?? true {
      newestDay = max(newestDay ?? day, day)
    }
  }

  mutating func readColumns(_ reader: inout TableReader) {
    func append(_ column: Int?, _ builder: inout ColumnBuilder?) {
      guard let column else { return }
      builder?.appendCell(column, &reader)
    }
    append(columns.role, &role)
    append(columns.expertise, &expertise)
    append(columns.seeks, &seeks)
    for (index, column) in reader.header.attributes.enumerated() {
      attributes[index].appendCell(column, &reader)
    }
  }

  /// Leaves the columns empty for somebody left out.
  mutating func passOver() {
    role?.appendMissing()
    expertise?.appendMissing()
    seeks?.appendMissing()
    for index in attributes.indices { attributes[index].appendMissing() }
  }

  func announce(_ reader: inout TableReader, idsAreNames: Bool) {
    schools.announce(&reader)
    teams.announce(&reader)
    if idsAreNames {
      reader.announce(.idsFromNames)
    } else if reader.column("name") == nil, reader.column("first_name") == nil {
      reader.announce(.namesFromIds)
    }
  }
}

extension ColumnBuilder {
  /// Adds the text of a cell of the current row.
  mutating func appendCell(_ column: Int, _ reader: inout TableReader) {
    if reader.isMissing(column) {
      appendMissing()
    } else if reader.isPlain(column) {
      reader.cell(column) { append($0) }
    } else if let text = reader.text(column) {
      append(text)
    } else {
      appendMissing()
    }
  }
}

extension TableReader {
  fileprivate mutating func visibility(_ column: Int?) -> Withheld.Standing {
    guard let column else { return .open }
    let word = VisibilityWord(raw(column))
    if !word.isKnown {
      reportWithheld(
        .unknownVisibility, column: column,
        detail: word.standing == .excluded ? "left out" : "hidden")
    }
    return word.standing
  }

  /// Whether a cell is shaped like a unique pupil number; the row is then set aside.
  fileprivate mutating func holdsPupilNumber() -> Bool {
    for column in header.attributes where cell(column, { Values.isPupilNumber($0) }) {
      setAside(.pupilNumber, column: column)
      return true
    }
    return false
  }
}

/// Reads cells that name teams, each distinct text of a school once.
struct TeamCells {
  private struct Key: Hashable {
    let text: Int32
    let school: Int32
  }
  private var texts = IdTable()
  private var known: [Key: Int32] = [:]
  /// What each text stood for when it was last met.
  private var latest: [(school: Int32, place: Int32)] = []
  private var made = 0
  private var byName = 0

  /// The places of the teams a cell names, without those that are misspelt.
  mutating func places(
    _ column: Int, _ reader: inout TableReader, _ teams: inout Register<Team>, school: Int32,
    _ schools: Register<School>
  ) -> [Int32] {
    // Most cells name one team that has been met before.
    if reader.isPlain(column), let text = reader.cell(column, { texts.find($0) }),
      latest[Int(text)].school == school, latest[Int(text)].place >= 0
    {
      return [latest[Int(text)].place]
    }
    var places: [Int32] = []
    for text in reader.list(column) {
      let (index, isNew) = texts.insert(text)
      let key = Key(text: index, school: school)
      let place = known[key] ?? find(text, school: school, &teams, schools)
      known[key] = place
      if isNew { latest.append((school, place)) } else { latest[Int(index)] = (school, place) }
      if place < 0, case .near(let near) = teams.match(text) {
        reader.report(.unknownTeam, column: column, value: text, detail: shown(near))
      }
      if place >= 0, !places.contains(place) { places.append(place) }
    }
    return places
  }

  /// A described team by its id, or by its name in the same school, or across the trust; else one of the
  /// school's own is made.
  private mutating func find(
    _ text: String, school: Int32, _ teams: inout Register<Team>, _ schools: Register<School>
  ) -> Int32 {
    if let place = teams.place(ofId: text) { return place }
    let named = teams.places(named: text).filter { place in
      let owner = teams.entries[Int(place)].school
      return owner == nil || owner == school
    }
    let own = named.first { teams.entries[Int($0)].school == school }
    if let place = own ?? named.first {
      byName += 1
      return place
    }
    if case .near = teams.match(text) { return -1 }
    let owner = school >= 0 ? schools.entries[Int(school)].id + "/" : ""
    made += 1
    return teams.make(
      Team(id: owner + text, name: text, school: school >= 0 ? school : nil, kind: text))
  }

  func announce(_ reader: inout TableReader) {
    let column = reader.column("team")
    if byName > 0 {
      reader.announce(
        .matchedByName, column: column,
        detail: counted(byName, "team was matched", "teams were matched"))
    }
    if made > 0 {
      reader.announce(
        .madeFromNames, column: column, detail: counted(made, "team is", "teams are"))
    }
  }
}
