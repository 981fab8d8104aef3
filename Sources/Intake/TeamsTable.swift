import Networks

/// Teams as read, with the rows whose leads are still to be checked against the staff.
struct ReadTeams {
  var register = Register<Team>(id: \.id, name: \.name)
  /// The cell that names a lead, for each team that has one.
  var leads: [(team: Int32, row: Int, column: Int, heading: String)] = []
  var file = ""
}

/// Reads teams.csv; schools it names and nobody describes are made.
func readTeams(
  _ source: SourceFile?, schools: inout Register<School>, options: IntakeOptions,
  ledger: inout Ledger
) throws(IntakeError) -> ReadTeams {
  var read = ReadTeams()
  guard let source else { return read }
  read.file = source.name
  var reader = try TableReader(source, options)
  var log = RowLog()
  var teams: [Team] = []
  var schoolCells = SchoolCells()
  let idColumn = reader.column("id") ?? reader.column("name") ?? 0
  while try reader.next() {
    guard let id = reader.id(idColumn, needed: "an id") else { continue }
    var team = Team(id: id, name: reader.column("name").flatMap { reader.text($0) } ?? id)
    if let column = reader.column("school") {
      let place = schoolCells.place(column, &reader, &schools)
      team.school = place >= 0 ? place : nil
    }
    team.kind = reader.column("kind").flatMap { reader.text($0) }
    team.lead = reader.column("lead").flatMap { reader.text($0) }
    team.attributes = reader.attributes()
    for role in ["objective", "success_criteria"] {
      if let column = reader.column(role) { team.attributes[role] = reader.text(column) }
    }
    log.add(id, reader)
    teams.append(team)
    reader.use()
  }
  let kept = try log.settle(&reader, idColumn: idColumn)
  for (place, index) in zip(kept, read.register.describe(kept.map { teams[$0] })) {
    if let column = reader.column("lead"), teams[place].lead != nil {
      read.leads.append(
        (index, log.rows[place].position.row, column, reader.header.headings[column]))
    }
  }
  schoolCells.announce(&reader, schools)
  try ledger.close(&reader, dates: DateOrder())
  return read
}

/// Reads cells that name schools, each distinct text once.
struct SchoolCells {
  private var texts = IdTable()
  /// The place behind each text.
  private var known: [Int32] = []
  private var byName: Set<String> = []
  private var made = 0

  /// The place of the school a cell names; `centralTeam` for an empty cell, `unknownSchool` for a word like
  /// "not recorded" or a misspelt name.
  mutating func place(
    _ column: Int, _ reader: inout TableReader, _ schools: inout Register<School>
  ) -> Int32 {
    if reader.cell(column, { $0.isEmpty }) { return People.centralTeam }
    if reader.isPlain(column), let index = reader.cell(column, { texts.find($0) }),
      known[Int(index)] != People.unknownSchool
    {
      return known[Int(index)]
    }
    guard let text = reader.text(column), text != Withheld.word else { return People.unknownSchool }
    if let index = texts.find(text) {
      let place = known[Int(index)]
      if place == People.unknownSchool { report(text, column, &reader, schools) }
      return place
    }
    let place: Int32
    switch schools.match(text) {
    case .id(let found): place = found
    case .name(let found):
      place = found
      if schools.entries[Int(found)].name != text || schools.isDescribed { byName.insert(text) }
    case .near: place = People.unknownSchool
    case .nothing:
      place = schools.make(School(id: text, name: text))
      made += 1
    }
    if place == People.unknownSchool { report(text, column, &reader, schools) }
    texts.insert(text)
    known.append(place)
    return place
  }

  private func report(
    _ text: String, _ column: Int, _ reader: inout TableReader, _ schools: Register<School>
  ) {
    guard case .near(let near) = schools.match(text) else { return }
    reader.report(.unknownSchool, column: column, value: text, detail: shown(near))
  }

  /// Says what was matched by name and what was made.
  func announce(_ reader: inout TableReader, _ schools: Register<School>) {
    let column = reader.column("school")
    if !byName.isEmpty, schools.isDescribed {
      reader.announce(
        .matchedByName, column: column,
        detail: counted(byName.count, "school was matched", "schools were matched"))
    }
    if made > 0 {
      reader.announce(
        .madeFromNames, column: column, detail: counted(made, "school is", "schools are"))
    }
  }
}
