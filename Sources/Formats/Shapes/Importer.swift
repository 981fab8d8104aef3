import Intake
import Networks

/// Turns what a trust has into the plain contract.
public struct Importer {
  private let tables: [SourceTable]
  private let earlier: ImportMapping
  private var layouts: [Layout] = []
  private var result = Imported()
  private var book = NameBook()
  /// Whether a list says who there is, so that a name it has not got is a question.
  private var hasList = false
  private var hasRegister = false

  private var people = DraftTable(
    [
      "id", "name", "school", "team", "role", "email", "expertise", "seeks", "started", "ended",
      "visibility", "responded",
    ],
    needed: ["id", "name"])
  private var personRow: [String: Int] = [:]
  private var ties = DraftTable(
    [
      "from", "to", "members", "kind", "depth", "strength", "frequency", "direction", "started",
      "ended",
    ],
    needed: ["from", "to"])
  private var others: [TableKind: DraftTable] = [:]
  private var tieCount = 0
  private var answered: Set<String> = []
  /// Ids and names of schools, teams and partners, which may stand at an end of a tie too.
  private var otherMembers: Set<String> = []
  private var counts: [String: Int] = [:]
  private var hints: [String: [String]] = [:]
  /// Schools of the register that took the place of others.
  private var successors: [String: String] = [:]

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
    for (place, table) in tables.enumerated() {
      var guess = Recogniser(table, book).describing()
      if let known = earlier.layout(
        of: table, like: guess ?? Layout(.unused, table.headings.map { _ in .unused }))
      {
        guess = known
      }
      if let guess, ![.ties, .matrix, .survey, .attendance, .ratings].contains(guess.shape) {
        read[place] = guess
      }
    }
    for (place, table) in tables.enumerated() {
      guard let layout = read[place] else { continue }
      switch layout.shape {
      case .staff: takeStaff(table, layout)
      case .successors: takeSuccessors(table, layout)
      case .plain: takePlain(table, layout)
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
    for (place, table) in tables.enumerated() where read[place] == nil {
      var recogniser = Recogniser(table, book)
      let guess = recogniser.tying()
      read[place] = earlier.layout(of: table, like: guess) ?? guess
    }
    // Forms first: they say who answered, and whom others can mean.
    let order: [Shape] = [.survey, .matrix, .ties, .attendance, .ratings]
    for shape in order {
      for (place, table) in tables.enumerated() where read[place]?.shape == shape {
        guard let layout = read[place] else { continue }
        switch shape {
        case .survey: takeSurvey(table, layout)
        case .matrix: takeMatrix(table, layout)
        case .ties: takeTies(table, layout)
        case .attendance: takeAttendance(table, layout)
        default: takeRatings(table, layout)
        }
      }
    }
    layouts = read.map { $0 ?? Layout(.unused, []) }
    if layouts.allSatisfy({ $0.shape == .unused }) { throw unknown }
    for (table, layout) in zip(tables, layouts) { result.mapping.record(table, layout) }
    return finish()
  }

  /// What to say where nothing is recognised.
  private var unknown: FormatError {
    let first = tables.first
    let heads = (first?.headings ?? []).filter { !$0.isEmpty }.prefix(8).map { shown($0) }
    return FormatError(
      "Nothing in \(shown(first?.title ?? "the files")) could be recognised: its headings are \(heads.isEmpty ? "missing" : listed(Array(heads))). Weft looks for columns from and to, a column Name with lists of colleagues, a column for each colleague, or a square of names. Rename the headings, or add people.csv so that names are known."
    )
  }
}

// MARK: - People

extension Importer {
  private mutating func takeRegister(_ table: SourceTable) {
    hasRegister = true
    let uses = table.headings.map { heading in ColumnUse.role(heading) }
    let at = Recogniser(table, NameBook()).describing()
    takeStaff(
      table, at?.shape == .staff ? at ?? Layout(.staff, uses) : Layout(.staff, uses),
      isRegister: true)
  }

  /// A person by id, added where there is none.
  private mutating func add(_ id: String, name: String, email: String = "", school: String = "") {
    if let row = personRow[id] {
      for (head, text) in [("name", name), ("email", email), ("school", school)]
      where !text.isEmpty && people.text(row, head).isEmpty {
        people.set(row, head, text)
      }
      return
    }
    if hasRegister { result.added += 1 }
    personRow[id] = people.count
    people.add([
      (people.place("id"), id), (people.place("name"), name.isEmpty ? id : name),
      (people.place("email"), email), (people.place("school"), school),
    ])
    book.add(id: id, name: name, email: email, school: school)
  }

  private mutating func takeStaff(_ table: SourceTable, _ layout: Layout, isRegister: Bool = false)
  {
    hasList = true
    let columns = layout.uses.enumerated().compactMap { place, use -> (place: Int, head: String)? in
      switch use {
      case .role(let name): (place, name)
      case .kept: (place, table.headings[place])
      case .who: (place, "name")
      default: nil
      }
    }
    func text(_ row: Int, _ role: String) -> String {
      columns.first { $0.head == role }.map { table.cell(row, $0.place) } ?? ""
    }
    let hours = table.column(["fte", "hours", "weekly hours", "contracted hours"])
    var groups: [String: [Int]] = [:]
    var unnamed = 0
    let mails = table.rows.map { text($0, "email").lowercased() }
    let hasMails = !mails.contains("") && Set(mails).count == mails.count
    for row in table.rows {
      let parts = [text(row, "first_name"), text(row, "last_name")].filter { !$0.isEmpty }
      let name = text(row, "name").isEmpty ? parts.joined(separator: " ") : text(row, "name")
      var id = text(row, "id")
      if id.isEmpty { id = layout.column("id") == nil && hasMails ? text(row, "email") : name }
      if id.isEmpty || isTotal(id) || isTotal(name) {
        unnamed += 1
        continue
      }
      groups[id, default: []].append(row)
    }
    var posts = 0
    for (id, rows) in groups.sorted(by: { $0.key < $1.key }) {
      // Of several posts the largest counts for school and role; teams add up.
      let order = rows.sorted { a, b in
        let (x, y) = (
          hours.flatMap { Double(table.cell(a, $0)) } ?? 0,
          hours.flatMap { Double(table.cell(b, $0)) } ?? 0
        )
        return x != y
          ? x > y
          : table.sheet.texts(a).joined(separator: "\u{1F}")
            < table.sheet.texts(b).joined(separator: "\u{1F}")
      }
      posts += rows.count > 1 ? 1 : 0
      var cells: [(place: Int, text: String)] = []
      for (place, head) in columns where !["id", "name", "first_name", "last_name"].contains(head) {
        let values = order.map { table.cell($0, place) }.filter { !$0.isEmpty }
        var value = values.first ?? ""
        if head == "team" {
          var seen: Set<String> = []
          value = values.filter { seen.insert($0).inserted }.joined(separator: "; ")
        } else if head == "ended" {
          // Somebody has left once every post has ended.
          value =
            values.count < order.count
            ? "" : values.max { (readDay($0)?.number ?? 0) < (readDay($1)?.number ?? 0) } ?? ""
        } else if head == "started" {
          value = values.min { (readDay($0)?.number ?? .max) < (readDay($1)?.number ?? .max) } ?? ""
        }
        cells.append((people.place(head), value))
      }
      let first = order[0]
      let parts = [text(first, "first_name"), text(first, "last_name")].filter { !$0.isEmpty }
      let name = text(first, "name").isEmpty ? parts.joined(separator: " ") : text(first, "name")
      cells.append((people.place("name"), name.isEmpty ? id : name))
      cells.append((people.place("id"), id))
      if let row = personRow[id] {
        for cell in cells where !cell.text.isEmpty {
          people.set(row, people.heads[cell.place], cell.text)
        }
      } else {
        personRow[id] = people.count
        people.add(cells)
        book.add(id: id, name: name, email: text(first, "email"), school: text(first, "school"))
      }
    }
    for (column, head) in columns where layout.uses[column] == .kept {
      // A column in which everybody has something of their own is another id.
      let values = groups.map { (id: $0.key, text: table.cell($0.value[0], column)) }
      guard values.count > 1, Set(values.map(\.text)).count == values.count, !head.isEmpty else {
        continue
      }
      for value in values { book.add(alias: value.text, of: value.id) }
    }
    guard !isRegister else { return }
    result.hasStaff = true
    var line = "\(table.title): a staff list, \(counted(groups.count, "person", "people"))"
    if posts > 0 {
      line +=
        "; \(posts == 1 ? "one holds" : "\(counted(posts)) hold") several posts, and the first or largest counts for school and role"
    }
    result.readings.append(line)
    if unnamed > 0 {
      result.remarks.append(
        "\(counted(unnamed, "row")) of \(table.title) without a name or id \(unnamed == 1 ? "was" : "were") left out."
      )
    }
  }

  private func isTotal(_ text: String) -> Bool {
    ["total", "totals", "grandtotal", "subtotal"].contains(folded(text).filter { $0 != ":" })
      || text.lowercased().hasPrefix("printed on") || text.lowercased().hasPrefix("report run")
  }

  /// Whom a text names, after what was decided earlier; `nil` where nobody knows yet or it is nobody.
  private mutating func person(_ text: String, addsUnknown: Bool) -> String? {
    let name = cleaned(text)
    if let decision = result.mapping.names[name] {
      switch decision {
      case "nobody": return nil
      case "new":
        add(name, name: name)
        return name
      case "?": break
      default:
        if book.ids.contains(decision) || personRow[decision] != nil { return decision }
        if case .sure(let id) = book.match(decision) { return id }
      }
    }
    switch book.match(name) {
    case .sure(let id): return id
    case .doubtful(let ids):
      doubt(name, ids)
      return nil
    case .unknown:
      if addsUnknown {
        add(name, name: name)
        return name
      }
      doubt(name, [])
      return nil
    }
  }

  /// Whom a heading or the name of a row means: where no list says who there is, headings do, and each is somebody.
  private mutating func headed(_ name: String) -> String? {
    if hasList || result.mapping.names[cleaned(name)] != nil {
      return person(name, addsUnknown: !hasList)
    }
    if case .sure(let id) = book.match(cleaned(name)) { return id }
    add(cleaned(name), name: cleaned(name))
    return cleaned(name)
  }

  private mutating func doubt(_ name: String, _ ids: [String]) {
    counts[name, default: 0] += 1
    hints[name] = ids
  }
}

// MARK: - Ties

extension Importer {
  private mutating func tie(_ from: String, _ to: String, _ facts: [(String, String)]) {
    guard from != to else { return }
    ties.add(
      [(ties.place("from"), from), (ties.place("to"), to)] + facts.map { (ties.place($0.0), $0.1) })
    tieCount += 1
  }

  /// What an answer says, after what was decided earlier.
  private mutating func answer(_ text: String, asksDepth: Bool) -> AnswerWord {
    switch result.mapping.answers[cleaned(text)] {
    case "tie": return .plainTie
    case "none": return .none
    case "missing": return .missing
    default: break
    }
    return AnswerWord(text, asksDepth: asksDepth)
  }

  private mutating func facts(of word: AnswerWord, kind: String, text: String) -> [(
    String, String
  )]? {
    switch word {
    case .none, .missing: return nil
    case .unreadable:
      result.waiting += 1
      if result.mapping.answers[cleaned(text)] == nil {
        result.mapping.answers[cleaned(text)] = "?"
      }
      return nil
    case .tie(let depth, let frequency, let strength):
      return [
        ("kind", kind), ("depth", depth.map(\.word) ?? ""), ("frequency", frequency),
        ("strength", strength),
      ]
    }
  }

  private mutating func takeSurvey(_ table: SourceTable, _ layout: Layout) {
    guard let who = layout.who else { return }
    let mail = layout.column("email")
    let before = tieCount
    var respondents: [(row: Int, id: String)] = []
    var nameless = 0
    for row in table.rows {
      let name = table.cell(row, who)
      let address = mail.map { table.cell(row, $0) } ?? ""
      let isAnonymous = ["anonymous", ""].contains(name.lowercased())
      guard !isAnonymous || address.contains("@"), !isTotal(name) else {
        nameless += 1
        continue
      }
      var id: String?
      // An address is surer than a name.
      if address.contains("@"), case .sure(let known) = book.match(address) { id = known }
      if id == nil {
        let text = isAnonymous ? address : name
        if !hasList, case .doubtful(let ids) = book.match(text), !ids.contains(text) {
          // Where the answers are the only list, two who answered are two people.
          add(text, name: text, email: address)
          id = text
        } else {
          id = person(text, addsUnknown: !hasList)
        }
      }
      guard let id else { continue }
      respondents.append((row, id))
      add(id, name: "", email: address.contains("@") ? address : "")
      if let place = personRow[id] {
        people.set(place, "responded", "yes")
        for (column, use) in layout.uses.enumerated() {
          let head: String
          switch use {
          case .role(let name) where !["email", "visibility"].contains(name): head = name
          case .role("visibility"):
            let text = table.cell(row, column)
            if !text.isEmpty { people.set(place, "visibility", Self.visibility(text)) }
            continue
          case .kept: head = table.headings[column]
          default: continue
          }
          let text = table.cell(row, column)
          if !text.isEmpty, people.text(place, head).isEmpty { people.set(place, head, text) }
        }
      }
      answered.insert(id)
    }
    // Who is asked about in columns is known before lists are read.
    var colleague: [Int: String] = [:]
    for (column, use) in layout.uses.enumerated() {
      if case .about(let name, _) = use, let id = headed(name) {
        colleague[column] = id
      }
    }
    for (row, id) in respondents {
      for (column, use) in layout.uses.enumerated() {
        switch use {
        case .about(_, let kind):
          guard let other = colleague[column] else { continue }
          let text = table.cell(row, column)
          let word = answer(
            table.sheet.text(row, column),
            asksDepth: Question.asksDepth(kind + table.headings[column]))
          if let facts = facts(of: word, kind: kind, text: text) { tie(id, other, facts) }
        case .ties(let kind):
          let cell = table.cell(row, column)
          let known = book
          for part in NameList.parts(cell, known: { Self.isKnown($0, known) }) {
            let word = AnswerWord(part, asksDepth: false)
            guard word == .unreadable || result.mapping.names[part] != nil else { continue }
            let waiting = counts[part] ?? 0
            guard let other = person(part, addsUnknown: !hasList) else {
              if (counts[part] ?? 0) > waiting { result.waiting += 1 }
              continue
            }
            tie(
              id, other,
              [("kind", kind), ("depth", DepthPhrase.within(table.headings[column])?.word ?? "")])
          }
        default: break
        }
      }
    }
    let questions = Set(
      layout.uses.compactMap { use -> String? in
        switch use {
        case .ties(let kind), .about(_, let kind): kind
        default: nil
        }
      })
    let asked = questions.filter { !$0.isEmpty }.sorted()
    var line =
      "\(table.title): survey answers of \(counted(respondents.count, "person", "people")), \(counted(tieCount - before, "tie"))"
    if !asked.isEmpty {
      line +=
        " by \(asked.count == 1 ? "the question" : "the questions") \(listed(asked.prefix(3).map { shown($0) }))\(asked.count > 3 ? " and others" : "")"
    }
    result.readings.append(line)
    if nameless > 0 {
      result.remarks.append(
        "\(counted(nameless, "answer")) of \(table.title) \(nameless == 1 ? "names nobody and was" : "name nobody and were") left out."
      )
    }
  }

  /// Whether somebody may be named, by their answer; whoever did not clearly agree is counted and not named.
  private static func visibility(_ answer: String) -> String {
    let words = answer.lowercased()
    if ["leave me out", "exclude", "remove me", "do not include", "withdraw"].contains(
      where: words.contains)
    {
      return "excluded"
    }
    if words.contains("not") || words.hasPrefix("no") || words.contains("hidden") {
      return "hidden"
    }
    return ["yes", "agree", "listed", "consent"].contains(where: words.contains)
      ? "listed" : "hidden"
  }

  private static func isKnown(_ text: String, _ book: NameBook) -> Bool {
    var book = book
    if case .sure = book.match(text) { return true }
    return false
  }

  private mutating func takeMatrix(_ table: SourceTable, _ layout: Layout) {
    let before = tieCount
    var heads: [Int: String] = [:]
    for (column, use) in layout.uses.enumerated() {
      if case .about(let name, _) = use, let id = headed(name) {
        heads[column] = id
      }
    }
    for row in table.rows {
      let name = table.cell(row, 0)
      guard !name.isEmpty, !isTotal(name), let id = headed(name) else { continue }
      for column in 1..<max(1, table.sheet.width(row)) {
        guard let other = heads[column], column < layout.uses.count,
          case .about(_, let kind) = layout.uses[column]
        else { continue }
        let text = table.sheet.text(row, column)
        if text.isEmpty || text == "0" { continue }
        let word = answer(text, asksDepth: Question.asksDepth(table.title))
        if let facts = facts(of: word, kind: kind, text: text) { tie(id, other, facts) }
      }
    }
    result.readings.append(
      "\(table.title): a matrix of \(counted(heads.count, "person", "people")), \(counted(tieCount - before, "tie"))"
    )
  }

  private mutating func takeTies(_ table: SourceTable, _ layout: Layout) {
    let before = tieCount
    guard
      layout.column("from") != nil && layout.column("to") != nil || layout.column("members") != nil
    else {
      result.remarks.append("\(table.title) has no columns from and to, and was left out.")
      return
    }
    let from = layout.column("from") ?? -1
    let to = layout.column("to") ?? -1
    let members = layout.column("members")
    let timeset = layout.column("timeset")
    var columns: [(column: Int, place: Int, head: String)] = []
    for (column, use) in layout.uses.enumerated() {
      let head: String
      switch use {
      case .role(let name) where !["from", "to", "timeset", "members"].contains(name): head = name
      case .kept: head = table.headings[column]
      default: continue
      }
      columns.append((column, ties.place(head), head))
    }
    let (fromPlace, toPlace) = (ties.place("from"), ties.place("to"))
    // Ends without a list of people are people.
    var ends: [String: String] = [:]
    var lists = 0
    var selves = 0
    // Whether a list in a cell is parted by commas only the cells together tell.
    var whole: Set<String> = []
    if members == nil {
      for row in table.rows { whole.insert(table.cell(row, from)) }
    }
    for row in table.rows {
      var facts: [(place: Int, text: String)] = []
      for (column, place, head) in columns {
        var text = table.cell(row, column)
        if head == "direction" { text = Self.direction(text) }
        facts.append((place, text))
      }
      if let timeset, let stretch = GraphTime.stretch(table.cell(row, timeset)) {
        facts += [(ties.place("started"), stretch.start), (ties.place("ended"), stretch.end)]
      }
      if let members, !table.cell(row, members).isEmpty {
        let names = NameList.parts(table.cell(row, members)).compactMap {
          person($0, addsUnknown: !hasList)
        }
        if names.count > 1 {
          ties.add([(ties.place("members"), names.joined(separator: ";"))] + facts)
          tieCount += 1
        }
        continue
      }
      guard from >= 0, to >= 0 else { continue }
      let (a, b) = (table.cell(row, from), table.cell(row, to))
      if a.isEmpty || b.isEmpty || isTotal(a) { continue }
      guard let start = end(a, &ends) else {
        result.waiting += 1
        continue
      }
      let isWhole = whole.contains(b) || ends[b] != nil
      let known = book
      let parts = isWhole ? [b] : NameList.parts(b, known: { Self.isKnown($0, known) })
      if parts.count > 1 { lists += 1 }
      for part in parts {
        guard let finish = end(part, &ends) else {
          result.waiting += 1
          continue
        }
        guard start != finish else {
          selves += 1
          continue
        }
        ties.add([(fromPlace, start), (toPlace, finish)] + facts)
        tieCount += 1
      }
    }
    if selves > 0 {
      result.remarks.append(
        "\(table.title): \(counted(selves, "row ties", "rows tie")) somebody to themselves and \(selves == 1 ? "was" : "were") left out."
      )
    }
    result.readings.append(
      "\(table.title): \(lists > 0 ? "a list of whom each names" : "an edge list"), \(counted(tieCount - before, "tie"))"
    )
  }

  private static func direction(_ text: String) -> String {
    switch folded(text) {
    case "directed", "oneway", "1", "yes", "true": "directed"
    case "undirected", "mutual", "both", "twoway", "0", "no", "false": "mutual"
    default: text
    }
  }

  /// Whether a text says what kind of member it is, as in team:12.
  private static func hasKind(_ text: String) -> Bool {
    MemberKind.allCases.contains { text.lowercased().hasPrefix($0.rawValue + ":") }
  }

  /// The id at an end of a tie, looked up once a text.
  private mutating func end(_ text: String, _ ends: inout [String: String]) -> String? {
    if let known = ends[text] { return known }
    // An edge list alone makes its people, whatever they are called: its ids are ids.
    if !hasList, result.mapping.names[text] == nil {
      let id: String
      if case .sure(let known) = book.match(text) { id = known } else { id = text }
      add(id, name: id)
      ends[text] = id
      return id
    }
    let isOther = otherMembers.contains(headingKey(text)) && book.match(text) == .unknown
    let id = isOther || Self.hasKind(text) ? text : person(text, addsUnknown: false)
    if let id { ends[text] = id }
    return id
  }
}

// MARK: - Events, partners, schools

extension Importer {
  private mutating func table(_ kind: TableKind, needed: Set<String>) -> DraftTable {
    others[kind] ?? DraftTable(kind.columns.map(\.name), needed: needed)
  }

  private mutating func takeAttendance(_ table: SourceTable, _ layout: Layout) {
    guard let who = layout.who else { return }
    var events = self.table(.events, needed: ["id"])
    var lines = self.table(.attendance, needed: ["event", "person"])
    var there: [String: Set<String>] = [:]
    var dates: [String: String] = [:]
    func note(_ event: String, _ date: String) {
      guard dates[event] == nil else { return }
      dates[event] = date
      events.add([
        (events.place("id"), event), (events.place("name"), event), (events.place("date"), date),
      ])
    }
    let columns = layout.uses.indices.filter { layout.uses[$0] == .event }
    for column in columns {
      note(table.headings[column], Dated.day(in: table.headings[column]) ?? "")
    }
    for row in table.rows {
      let name = table.cell(row, who)
      guard !name.isEmpty, !isTotal(name), let id = person(name, addsUnknown: !hasList) else {
        continue
      }
      func line(_ event: String, _ came: Bool?, role: String = "") {
        lines.add([
          (lines.place("event"), event), (lines.place("person"), id), (lines.place("role"), role),
          (lines.place("attended"), came.map { $0 ? "yes" : "no" } ?? ""),
        ])
        if came != false { there[event, default: []].insert(id) }
      }
      for column in columns {
        if let came = Self.came(table.cell(row, column)) { line(table.headings[column], came) }
      }
      if let event = layout.column("event") {
        var title = table.cell(row, event)
        let date = layout.column("date").map { table.cell(row, $0) } ?? ""
        if title.isEmpty { continue }
        // A meeting that comes again is one event each day.
        if !date.isEmpty, let known = dates[title], known != date {
          title += " \(readDay(date).map { "\($0)" } ?? date)"
        }
        note(title, date)
        let mark = layout.column("attended")
        let came = mark.map { Self.came(table.cell(row, $0)) }
        // Without a column for it, who is listed was there; with one, an empty or unreadable cell says nothing.
        if let came, came == nil { continue }
        line(title, came ?? true, role: layout.column("role").map { table.cell(row, $0) } ?? "")
      }
    }
    for (event, people) in there.sorted(by: { $0.key < $1.key }) where people.count > 1 {
      ties.add([
        (ties.place("members"), people.sorted().joined(separator: ";")),
        (ties.place("kind"), "attended together"),
        (ties.place("started"), dates[event] ?? ""),
      ])
    }
    others[.events] = events
    others[.attendance] = lines
    result.readings.append(
      "\(table.title): an attendance list of \(counted(there.count, "event")); who was at the same event counts as working together, in groups of up to 15"
    )
  }

  /// Whether a mark says that somebody came; `nil` where it says nothing.
  static func came(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "p", "present", "yes", "y", "✓", "✔", "☑", "/", "\\", "l", "late", "attended", "1", "true",
      "x":
      true
    case "a", "absent", "apologies", "apology", "ap", "no", "n", "✗", "✘", "0", "o", "false",
      "sent apologies", "did not attend", "dna":
      false
    default:
      text.lowercased().hasPrefix("apolog") || text.lowercased().hasPrefix("absent") ? false : nil
    }
  }

  private mutating func takeRatings(_ table: SourceTable, _ layout: Layout) {
    guard let partner = layout.column("partner") else { return }
    var lines = self.table(.ratings, needed: ["partner", "with", "side", "item", "score"])
    var named: Set<String> = []
    for row in table.rows {
      let name = table.cell(row, partner)
      if name.isEmpty || isTotal(name) { continue }
      named.insert(name)
      for (column, use) in layout.uses.enumerated() {
        guard case .item(let item) = use else { continue }
        let score = table.cell(row, column)
        if score.isEmpty { continue }
        func text(_ role: String, _ usual: String = "") -> String {
          layout.column(role).map { table.cell(row, $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? usual
        }
        lines.add([
          (lines.place("partner"), name), (lines.place("with"), text("with", "trust")),
          (lines.place("side"), text("side", "ours")),
          (lines.place("item"), item),
          (
            lines.place("score"),
            score.prefix { $0.isNumber || $0 == "." }.isEmpty
              ? score : String(score.prefix { $0.isNumber || $0 == "." })
          ),
          (lines.place("date"), text("date")), (lines.place("rater"), text("rater")),
        ])
      }
    }
    others[.ratings] = lines
    result.readings.append("\(table.title): ratings of \(counted(named.count, "partner"))")
  }

  private mutating func takePlain(_ table: SourceTable, _ layout: Layout) {
    guard let kind = layout.table else { return }
    var lines = others[kind] ?? DraftTable([], needed: [])
    let places = table.headings.map { $0.isEmpty ? -1 : lines.place($0) }
    for row in table.rows {
      lines.add(
        places.indices.filter { places[$0] >= 0 && layout.uses[$0] != .unused }.map {
          (places[$0], trimmed(table.sheet.text(row, $0)))
        })
    }
    others[kind] = lines
    if [.schools, .teams, .partners].contains(kind) {
      for name in ["id", "name", "\(kind.rawValue.dropLast())_id", "urn"] {
        guard let column = table.column([name]) else { continue }
        for row in table.rows { otherMembers.insert(headingKey(table.cell(row, column))) }
      }
    }
    result.readings.append(
      "\(table.title): \(kind.rawValue) as they stand, \(counted(table.rows.count, "row"))")
  }

  private mutating func takeSuccessors(_ table: SourceTable, _ layout: Layout) {
    guard let urn = layout.column("urn"), let to = layout.column("successor") else { return }
    let link = layout.column("link")
    for row in table.rows {
      let words = link.map { table.cell(row, $0).lowercased() } ?? "successor"
      let (a, b) = (table.cell(row, urn), table.cell(row, to))
      if words.contains("successor"), !words.contains("split") { successors[a] = b }
      if words.contains("predecessor"), !words.contains("merge") { successors[b] = a }
    }
    result.readings.append("\(table.title): which school followed which")
  }

  /// The schools of a register that people work in, and not all of England.
  private mutating func takeSchools(_ table: SourceTable, _ layout: Layout?) {
    guard let layout, let id = layout.column("id"), let name = layout.column("name") else { return }
    var wanted: Set<String> = []
    for row in people.rows {
      let school = people.text(row, "school")
      if !school.isEmpty { wanted.formUnion([school, Self.schoolKey(school)]) }
    }
    let trust = layout.column("trust")
    let laestab = layout.column("laestab")
    var urns: Set<String> = []
    func isWanted(_ row: Int) -> Bool {
      if wanted.isEmpty { return trust.map { !table.cell(row, $0).isEmpty } ?? false }
      return wanted.contains(table.cell(row, id))
        || wanted.contains(Self.schoolKey(table.cell(row, name)))
        || laestab.map { wanted.contains(table.cell(row, $0)) } ?? false
    }
    for row in table.rows where isWanted(row) { urns.insert(table.cell(row, id)) }
    if wanted.isEmpty, urns.count > 500 {
      result.remarks.append(
        "\(table.title) holds \(counted(table.rows.count, "school")): add the staff list, so that only the schools people work in are taken."
      )
      return
    }
    // Whoever works at a school that closed works at the one that followed it.
    for urn in urns { if let next = followed(urn) { urns.insert(next) } }
    var schools = self.table(.schools, needed: ["id", "name"])
    var names: [String: String] = [:]
    var open: [String: [String]] = [:]
    for row in table.rows where urns.contains(table.cell(row, id)) {
      let urn = table.cell(row, id)
      func text(_ role: String) -> String { layout.column(role).map { table.cell(row, $0) } ?? "" }
      names[urn] = table.cell(row, name)
      let isOpen = text("closed").isEmpty && !text("status").lowercased().hasPrefix("closed")
      if isOpen { open[Self.schoolKey(table.cell(row, name)), default: []].append(urn) }
      // A phase that the register does not know is none.
      let phase = text("phase")
      schools.add([
        (schools.place("id"), urn), (schools.place("name"), table.cell(row, name)),
        (schools.place("phase"), folded(phase) == "notapplicable" ? "" : phase),
        (schools.place("opened"), text("opened")),
        (schools.place("closed"), text("closed")), (schools.place("trust"), text("trust")),
        (schools.place("authority"), text("authority")),
      ])
    }
    var moved = 0
    var next: [String: String] = [:]
    for (urn, name) in names.sorted(by: { $0.key < $1.key }) {
      if let there = followed(urn) { next[Self.schoolKey(name)] = there }
    }
    for row in people.rows {
      let school = people.text(row, "school")
      if school.isEmpty { continue }
      if let there = open[Self.schoolKey(school)], there.count == 1 {
        people.set(row, "school", there[0])
      } else if let next = followed(school) ?? next[Self.schoolKey(school)] {
        people.set(row, "school", next)
        moved += 1
      }
    }
    others[.schools] = schools
    result.readings.append(
      "\(table.title): the school register, \(counted(schools.count, "school")) of \(counted(table.rows.count)) taken"
    )
    if moved > 0 {
      result.remarks.append(
        "\(counted(moved, "person works", "people work")) at a school that has closed by the register; they are counted at the one that followed it."
      )
    }
  }

  /// The school that stands in the place of one, however many came between.
  private func followed(_ urn: String) -> String? {
    var (current, seen): (String, Set<String>) = (urn, [urn])
    while let next = successors[current], seen.insert(next).inserted { current = next }
    return current == urn ? nil : current
  }

  /// A school's name but for its typography.
  static func schoolKey(_ name: String) -> String {
    plainText(name).lowercased().replacing("&", with: " and ").split {
      !($0.isLetter || $0.isNumber)
    }
    .filter { !["school", "the", "s"].contains($0) }.joined(separator: " ")
  }
}

// MARK: - The end

extension Importer {
  /// More names than this are not put to anybody: a list is wrong then, not its names.
  private static let doubtsAtMost = 1_000

  private mutating func finish() -> Imported {
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
    result.answers = answered.count
    result.mapping.peopleAreMade = !hasList
    result.peopleCount = people.count
    result.tieCount = ties.count
    if !people.isEmpty { result.files.append(("people.csv", people.count, people.csv())) }
    if !people.isEmpty || !ties.isEmpty {
      result.files.append(("collaborations.csv", ties.count, ties.csv()))
    }
    for (kind, table) in others.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where !table.isEmpty {
      result.files.append((kind.fileName, table.count, table.csv()))
    }
    return result
  }
}
