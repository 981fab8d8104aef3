import Intake
import Networks

/// Turns what a trust has into the plain contract.
public struct Importer {
  let tables: [SourceTable]
  let earlier: ImportMapping
  var layouts: [Layout] = []
  var result = Imported()
  var book = NameBook()
  /// Whether a list says who there is, so that a name it has not got is a question.
  var hasList = false
  var hasRegister = false

  var people = DraftTable(
    [
      "id", "name", "school", "team", "role", "email", "expertise", "seeks", "started", "ended",
      "visibility", "responded",
    ],
    needed: ["id", "name"])
  var personRow: [String: Int] = [:]
  var ties = DraftTable(
    [
      "from", "to", "members", "kind", "depth", "strength", "frequency", "direction", "started",
      "ended",
    ],
    needed: ["from", "to"])
  var others: [TableKind: DraftTable] = [:]
  var tieCount = 0
  /// Rows that say that there is no tie.
  var noTies = 0
  var answered: Set<String> = []
  /// Ids and names of schools, teams and partners, which may stand at an end of a tie too.
  var otherMembers: Set<String> = []
  var counts: [String: Int] = [:]
  var hints: [String: [String]] = [:]
  /// Decisions on names that mean nobody.
  var wrong: [String: String] = [:]
  /// Whom the people.csv of the workspace has.
  var fromRegister: Set<String> = []
  /// Ids that several people have, with the ids they go by.
  var shares: [String: [String]] = [:]
  /// Schools that the lists and the register have.
  var schools = SchoolEnds()
  /// Tables of ties between schools, for which people are missing.
  var withoutPeople: Set<String> = []
  /// Schools that people have by a list of ties, where no list of people says it.
  var schoolsByTies: [String: Set<String>] = [:]
  /// Schools of the register that took the place of others.
  var successors: [String: String] = [:]

  /// - Parameters:
  ///   - tables: what was opened.
  ///   - register: people.csv of the workspace, where it has one that nobody imports anew.
  ///   - earlier: the mapping of an earlier import.
  public init(_ tables: [SourceTable], register: SourceTable?, earlier: ImportMapping) {
    self.tables = tables
    self.earlier = earlier
    result.mapping = earlier
    if let register { takeRegister(register) }
  }

  /// Reads everything.
  ///
  /// - Throws: a sentence when nothing in the files ties or describes anybody.
  public mutating func run() throws(FormatError) -> Imported {
    // Who there is comes first; the rest is read in its light.
    var read = [Layout?](repeating: nil, count: tables.count)
    let findings = WeftWorkbook.findings(tables)
    for (place, table) in tables.enumerated() {
      var guess =
        table.sheet.isHidden || findings.contains(table.title)
        ? Layout(.unused, table.headings.map { _ in .unused })
        : Recogniser(table, book).describing()
      if let known = earlier.layout(
        of: table, like: guess ?? Layout(.unused, table.headings.map { _ in .unused }))
      {
        guess = known
      }
      if let guess, ![.ties, .matrix, .survey, .attendance, .ratings].contains(guess.shape) {
        read[place] = guess
      }
    }
    // Lists with ids come first, so that those without can be told to hold the same people.
    let lists = tables.indices.filter { read[$0]?.shape == .staff }
    func hasIds(_ place: Int) -> Bool {
      guard let layout = read[place], let id = layout.column("id"),
        !tables[place].idsAreOwn
      else { return false }
      // Ids may be no more than names.
      let name = layout.column("name")
      let isNamed = name != nil || layout.column("last_name") != nil
      return tables[place].rows.contains { row in
        let text = tables[place].cell(row, id)
        return name.map { text != tables[place].cell(row, $0) } ?? (isNamed || !text.contains(" "))
      }
    }
    for place in lists.filter(hasIds) + lists.filter({ !hasIds($0) }) {
      if let layout = read[place] { takeStaff(tables[place], layout) }
    }
    for (place, table) in tables.enumerated() {
      guard let layout = read[place] else { continue }
      switch layout.shape {
      case .trusts:
        result.remarks.append(
          "\(table.title) is a list of school groups and is not used: Weft takes a school's trust from the register."
        )
      case .successors: takeSuccessors(table, layout)
      case .plain: takePlain(table, layout)
      case .contacts: takeContacts(table, layout)
      default: break
      }
    }
    for (place, table) in tables.enumerated() where read[place]?.shape == .register {
      takeSchools(table, read[place])
    }
    for row in people.rows {
      otherMembers.insert(headingKey(people.text(row, "school")))
      for team in people.text(row, "team").split(separator: ";") {
        otherMembers.insert(headingKey(trimmed(String(team))))
      }
    }
    otherMembers.remove("")
    knowSchools()
    for (place, table) in tables.enumerated() where read[place] == nil {
      var recogniser = Recogniser(table, book, schools)
      let guess = recogniser.tying()
      read[place] = earlier.layout(of: table, like: guess) ?? guess
      if !hasList, let layout = read[place], tiesSchools(table, layout) {
        withoutPeople.insert(table.title)
        read[place] = Layout(.unused, table.headings.map { _ in .unused })
      }
    }
    // Forms first: they say who answered, and whom others can mean.
    let order: [Shape] = [.survey, .matrix, .ties, .attendance, .ratings, .skills, .partners]
    for shape in order {
      for (place, table) in tables.enumerated() where read[place]?.shape == shape {
        guard let layout = read[place] else { continue }
        switch shape {
        case .survey: takeSurvey(table, layout)
        case .matrix: takeMatrix(table, layout)
        case .ties: takeTies(table, layout)
        case .attendance: takeAttendance(table, layout)
        case .skills: takeSkills(table, layout)
        case .partners: takePartners(table, layout)
        default: takeRatings(table, layout)
        }
      }
    }
    layouts = read.map { $0 ?? Layout(.unused, []) }
    if layouts.allSatisfy({ $0.shape == .unused }) { throw unknown }
    for (table, layout) in zip(tables, layouts).reversed() {
      if layout.shape == .unused {
        result.remarks.insert(
          earlier.leavesOut(table)
            ? "\(table.title) is not used, as \(ImportMapping.fileName) says."
            : findings.contains(table.title)
              ? "\(table.title) is not used: it is what Weft found, and no list of people or ties."
              : withoutPeople.contains(table.title)
                ? SchoolEnds.needsPeople(table.title)
                : table.sheet.isHidden
                  ? "\(table.title) is not used: the sheet is hidden in the workbook. If it belongs to the rest, show it there and import again."
                  : UnusedTable(table, book).line, at: 0)
      } else {
        remarkOnRows(table, layout)
      }
      let lost = earlier.lost(table)
      if !lost.isEmpty {
        result.remarks.insert(
          "\(ImportMapping.fileName) names \(listed(lost.map { shown($0) })) under [\(table.title)], which \(lost.count == 1 ? "is no heading" : "are no headings") there: \(listed(table.headings.filter { !$0.isEmpty }.prefix(8).map { shown($0) })). Write \(lost.count == 1 ? "it" : "them") as in the file.",
          at: 0)
      }
    }
    let undated = zip(tables, layouts).filter { _, layout in
      [.ties, .matrix, .survey].contains(layout.shape)
        && ["started", "ended", "date"].allSatisfy { layout.column($0) == nil }
    }
    if let terms = TermTables(undated.map { $0.0 }) { result.remarks.append(terms.line) }
    for (table, layout) in zip(tables, layouts) { result.mapping.record(table, layout) }
    return finish()
  }

  /// Says which rows are no data and which cells have no heading.
  private mutating func remarkOnRows(_ table: SourceTable, _ layout: Layout) {
    var said: [String] = []
    if table.leftOut > 0 {
      said.append(
        "\(counted(table.leftOut, "row repeats", "rows repeat")) the headings or \(table.leftOut == 1 ? "is" : "are") a note, and \(table.leftOut == 1 ? "was" : "were") left out"
      )
    }
    if table.beyond.rows > 0, let last = table.headings.last {
      let rows = counted(table.beyond.rows, "row has", "rows have")
      said.append(
        "\(rows) cells beyond the headings, such as \(shown(table.beyond.example)); \(table.beyond.isList ? "they are read as part of \(shown(last))" : "they are not used: put quotation marks around a list with commas, or give each column a heading")"
      )
    }
    if let text = brokenCells(table, layout) { said.append(text) }
    let unlisted = table.sheet.unlisted
    if !unlisted.isEmpty {
      said.append(
        "\(counted(unlisted.count, "node stands", "nodes stand")) only in edges and not among the nodes, and \(unlisted.count == 1 ? "was" : "were") added: \(listed(unlisted.prefix(3).map { shown($0) }))\(unlisted.count > 3 ? " and others" : "")"
      )
    }
    let days = table.monthFirst.sorted { $0.key < $1.key }.filter {
      layout.uses.indices.contains($0.key) && layout.uses[$0.key] != .unused
    }
    if let first = days.first {
      said.append(
        "\(listed(days.map { shown(table.headings[$0.key]) })) \(days.count == 1 ? "is" : "are") read month first, the only order that makes \(shown(first.value)) a day"
      )
    }
    let either = table.eitherFirst.sorted { $0.key < $1.key }.filter {
      layout.uses.indices.contains($0.key)
        && [.role("started"), .role("ended"), .role("date")].contains(layout.uses[$0.key])
    }
    if let first = either.first, let day = readDay(first.value),
      let other = readDayMonthFirst(first.value)?.day
    {
      said.append(
        "\(listed(either.map { shown(table.headings[$0.key]) })) \(either.count == 1 ? "is" : "are") read day first, though month first would do as well: \(shown(first.value)) is \(day). If the month stands first, write \(other) and the like"
      )
    }
    if !table.sheet.note.isEmpty { said.append(table.sheet.note) }
    for text in said { result.remarks.append("\(table.title): \(text).") }
  }

  /// What to say of cells whose formula gives nothing, in columns that are used.
  private func brokenCells(_ table: SourceTable, _ layout: Layout) -> String? {
    var (count, example) = (0, "")
    for row in table.rows {
      for column in 0..<min(table.sheet.width(row), layout.uses.count)
      where layout.uses[column] != .unused || layout.shape == .plain {
        let text = table.sheet.text(row, column)
        guard table.sheet.kind(row, column) == .error || isSpreadsheetError(trimmed(text)) else {
          continue
        }
        if count == 0 { example = "\(shown(text)) under \(shown(table.headings[column]))" }
        count += 1
      }
    }
    guard count > 0 else { return nil }
    return
      "\(counted(count, "cell holds", "cells hold")) no value but an error of the spreadsheet, such as \(example), and \(count == 1 ? "counts" : "count") as empty. Mend the formula\(count == 1 ? "" : "s"), or write what belongs there, and import again"
  }

  /// What to say where nothing is recognised.
  var unknown: FormatError {
    if let title = withoutPeople.min() { return FormatError(SchoolEnds.needsPeople(title)) }
    let first = tables.first
    let heads = (first?.headings ?? []).filter { !$0.isEmpty }.prefix(8).map { shown($0) }
    let others = tables.dropFirst().map(\.title)
    return FormatError(
      "Nothing in \(shown(first?.title ?? "the files")) could be recognised: its headings are \(heads.isEmpty ? "missing" : listed(Array(heads))). Weft looks for columns from and to, a column Name with lists of colleagues, a column for each colleague, or a square of names; in a staff list for a column Name, or First name and Last name, beside School, Team, Role or Email. Rename the headings, or add people.csv so that names are known.\(others.isEmpty ? "" : " Neither could \(listed(others)).")"
    )
  }
}

// MARK: - The end

extension Importer {
  /// More names than this are not put to anybody: a list is wrong then, not its names.
  static let doubtsAtMost = 1_000

  mutating func finish() -> Imported {
    if counts.count > Self.doubtsAtMost {
      result.remarks.append(
        "\(counted(counts.count, "name")) fit nobody in the list of people; the first \(counted(Self.doubtsAtMost)) are in \(ImportMapping.fileName). Check that the list is the right one."
      )
    }
    let hasAnswers = !answered.isEmpty
    if hasAnswers, hasList {
      for row in people.rows
      where hasRegister || people.text(row, "responded").isEmpty {
        people.set(row, "responded", answered.contains(people.text(row, "id")) ? "yes" : "no")
      }
    }
    takeSchoolsByTies()
    partTeams()
    for (name, _) in counts.sorted(by: { $0.key < $1.key }).prefix(Self.doubtsAtMost)
    where result.mapping.names[name] == nil || result.mapping.names[name] == "?" {
      let pairs = (hints[name] ?? []).map { (id: $0, name: book.name(of: $0)) }
      result.near[name] = pairs
      let near = pairs.map { "\($0.id), \($0.name)" }
      result.mapping.names[name] =
        "?" + (near.isEmpty ? "" : " # perhaps \(listed(near, and: "or"))")
      result.doubts.append(
        "\(name)\(near.isEmpty ? "" : " (perhaps \(listed(pairs.map(\.name), and: "or")))")"
      )
    }
    for (name, decision) in wrong.sorted(by: { $0.key > $1.key }) {
      result.doubts.insert(
        "\(name) (\(shown(decision)) in \(ImportMapping.fileName) is nobody: write an id or several parted by semicolons, new or nobody)",
        at: 0)
    }
    result.answers = answered.count
    result.mapping.peopleAreMade = !hasList
    result.peopleCount = people.count
    result.tieCount = ties.count - noTies
    if !people.isEmpty { result.files.append(("people.csv", people.count, people.csv())) }
    // Where no table could tie anybody, ties of an earlier import stay.
    let mayTie = layouts.contains(where: \.mayTie)
    if !people.isEmpty && mayTie || !ties.isEmpty {
      result.files.append(("collaborations.csv", ties.count, ties.csv()))
    }
    for (kind, table) in others.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where !table.isEmpty {
      result.files.append((kind.fileName, table.count, table.csv()))
    }
    return result
  }
}
