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
  var schoolCells = SchoolCells(
    schools, today: options.today,
    spellings: schools.isDescribed ? nil : try NamedSchools(source, "school", options))
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
  schoolCells.announce(&reader)
  try ledger.close(&reader, dates: DateOrder())
  return read
}

/// Reads cells that name schools, each distinct text once.
struct SchoolCells {
  private var texts = IdTable()
  /// The place behind each text.
  private var known: [Int32] = []
  /// What each text that names no school of its own is told as.
  private var troubles: [String: SchoolNames.Match] = [:]
  private var byName: Set<String> = []
  private var byColumn: [String: Int] = [:]
  private var closed: Set<String> = []
  private var several: (people: Int, example: String) = (0, "")
  private var made = 0
  private let names: SchoolNames
  private let isDescribed: Bool
  private let spellings: NamedSchools?

  /// - Parameter spellings: every text of the column, where no file describes schools.
  init(_ schools: Register<School>, today: Day?, spellings: NamedSchools? = nil) {
    isDescribed = schools.isDescribed
    names = SchoolNames(isDescribed ? schools.entries : [], today: today)
    self.spellings = spellings
  }

  /// The place of the school a cell names; `centralTeam` for an empty cell, or why there is none.
  mutating func place(
    _ column: Int, _ reader: inout TableReader, _ schools: inout Register<School>
  ) -> Int32 {
    if reader.isEmpty(column) { return People.centralTeam }
    if reader.isPlain(column), let index = reader.cell(column, { texts.find($0) }),
      known[Int(index)] >= 0
    {
      return known[Int(index)]
    }
    guard let lines = reader.schoolText(column), lines != Withheld.word else {
      return People.unrecordedSchool
    }
    let text = lines
    if let index = texts.find(text) {
      let place = known[Int(index)]
      if place < 0 { report(text, column, &reader) }
      return place
    }
    let place = isDescribed ? described(text, &schools) : make(text, &schools)
    if place < 0 { report(text, column, &reader) }
    texts.insert(text)
    known.append(place)
    return place
  }

  /// A school of the file that describes them; one that is like none of those is made.
  private mutating func described(_ text: String, _ schools: inout Register<School>) -> Int32 {
    let match = names.match(text)
    switch match {
    case .id(let place): return place
    case .name(let place):
      byName.insert(text)
      if names.hasClosed(place) { closed.insert(text) }
      return place
    case .column(let place, let heading):
      byColumn[heading, default: 0] += 1
      return place
    case .nothing: return make(text, &schools)
    default:
      troubles[text] = match
      return match == .several ? People.severalSchools : People.unknownSchool
    }
  }

  private mutating func make(_ text: String, _ schools: inout Register<School>) -> Int32 {
    // "See above" is no school.
    if WordElsewhere.isOne(text) { return People.unknownSchool }
    let (name, isSeveral) = spellings?.school(text) ?? (text, false)
    guard !isSeveral else {
      troubles[text] = .several
      return People.severalSchools
    }
    if let place = schools.place(ofId: name) { return place }
    // Another file may have named it in another spelling.
    let core = SchoolNames.core(name)
    if let place = schools.entries.firstIndex(where: { SchoolNames.core($0.name) == core }),
      !isDescribed
    {
      return Int32(place)
    }
    made += 1
    return schools.make(School(id: name, name: name))
  }

  private mutating func report(_ text: String, _ column: Int, _ reader: inout TableReader) {
    switch troubles[text] {
    case .several:
      several.example = several.people == 0 ? text : min(several.example, text)
      several.people += 1
    case .ambiguous(let ids):
      reader.report(
        .ambiguousSchool, column: column, value: text, detail: listed(ids.map { shown($0) }))
    case .near(let near):
      reader.report(.unknownSchool, column: column, value: text, detail: shown(near))
    default: reader.report(.unknownSchool, column: column, value: text)
    }
  }

  /// Says what was matched by name and what was made.
  func announce(_ reader: inout TableReader) {
    let column = reader.column("school")
    if !byName.isEmpty {
      reader.announce(
        .matchedByName, column: column,
        detail: counted(byName.count, "school was matched", "schools were matched"))
    }
    for (heading, count) in byColumn.sorted(by: { $0.key < $1.key }) {
      reader.announce(
        .matchedByColumn, column: column, value: heading,
        detail: counted(count, "school was matched", "schools were matched"))
    }
    if !closed.isEmpty {
      reader.announce(
        .closedSchool, column: column, detail: listed(closed.sorted().map { shown($0) }))
    }
    if several.people > 0 {
      reader.announce(
        .severalGroups, column: column, value: several.example,
        detail: counted(several.people, "row names", "rows name"))
    }
    if made > 0 {
      reader.announce(
        .madeFromNames, column: column, detail: counted(made, "school is", "schools are"))
    }
    for pair in spellings?.alike ?? [] {
      reader.announce(.similarGroup, column: column, value: pair.name, detail: shown(pair.other))
    }
  }
}

extension NamedSchools {
  /// Looks through a column of a file for the schools it names.
  init?(_ source: SourceFile, _ role: String, _ options: IntakeOptions) throws(IntakeError) {
    var reader = try TableReader(source, options)
    guard let column = reader.column(role) else { return nil }
    var texts = IdTable()
    var counts: [Int] = []
    func count(_ found: (index: Int32, isNew: Bool)) {
      if found.isNew { counts.append(0) }
      counts[Int(found.index)] += 1
    }
    while try reader.next() {
      if reader.isMissing(column) || reader.tellsOfExcluded { continue }
      if reader.isPlain(column) {
        count(reader.cell(column) { texts.insert($0) })
      } else if let text = reader.schoolText(column), text != Withheld.word {
        count(texts.insert(text))
      }
    }
    self.init(Dictionary(zip(texts.texts, counts), uniquingKeysWith: +))
  }
}

extension TableReader {
  /// The text of a cell that names a school, its lines parted as a list is.
  mutating func schoolText(_ column: Int) -> String? {
    guard let text = text(column) else { return nil }
    return isPlain(column) ? text : lines(column).joined(separator: "; ")
  }
}
