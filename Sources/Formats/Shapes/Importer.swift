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
  /// Decisions on names that mean nobody.
  private var wrong: [String: String] = [:]
  /// Whom the people.csv of the workspace has.
  private var fromRegister: Set<String> = []
  /// Ids that several people have, with the ids they go by.
  private var shares: [String: [String]] = [:]
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
    // Lists with ids come first, so that those without can be told to hold the same people.
    let lists = tables.indices.filter { read[$0]?.shape == .staff }
    func hasIds(_ place: Int) -> Bool { read[place]?.column("id") != nil }
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
    for (table, layout) in zip(tables, layouts).reversed() {
      if layout.shape == .unused {
        result.remarks.insert(
          earlier.leavesOut(table)
            ? "\(table.title) is not used, as \(ImportMapping.fileName) says."
            : Recogniser(table, book).unused(), at: 0)
      }
      let lost = earlier.lost(table)
      if !lost.isEmpty {
        result.remarks.insert(
          "\(ImportMapping.fileName) names \(listed(lost.map { shown($0) })) under [\(table.title)], which \(lost.count == 1 ? "is no heading" : "are no headings") there: \(listed(table.headings.filter { !$0.isEmpty }.prefix(8).map { shown($0) })). Write \(lost.count == 1 ? "it" : "them") as in the file.",
          at: 0)
      }
    }
    for (table, layout) in zip(tables, layouts) { result.mapping.record(table, layout) }
    return finish()
  }

  /// What to say where nothing is recognised.
  private var unknown: FormatError {
    let first = tables.first
    let heads = (first?.headings ?? []).filter { !$0.isEmpty }.prefix(8).map { shown($0) }
    let others = tables.dropFirst().map(\.title)
    return FormatError(
      "Nothing in \(shown(first?.title ?? "the files")) could be recognised: its headings are \(heads.isEmpty ? "missing" : listed(Array(heads))). Weft looks for columns from and to, a column Name with lists of colleagues, a column for each colleague, or a square of names; in a staff list for a column Name, or First name and Last name, beside School, Team, Role or Email. Rename the headings, or add people.csv so that names are known.\(others.isEmpty ? "" : " Neither could \(listed(others)).")"
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
    let heads = layout.heads(table, who: "name")
    let columns = heads.map { (place: $0.column, head: $0.head) }
    func text(_ row: Int, _ role: String) -> String {
      columns.first { $0.head == role }.map { table.cell(row, $0.place) } ?? ""
    }
    let hours = table.column(["fte", "hours", "weekly hours", "contracted hours"])
    var unnamed = 0
    let mails = table.rows.map { text($0, "email").lowercased() }
    let hasMails = !mails.contains("") && Set(mails).count == mails.count
    var rows: [Posts.Row] = []
    for row in table.rows {
      let parts = [text(row, "first_name"), text(row, "last_name")].filter { !$0.isEmpty }
      let name = text(row, "name").isEmpty ? parts.joined(separator: " ") : text(row, "name")
      let id = text(row, "id")
      if id.isEmpty && name.isEmpty || table.isTotal(row) || TotalRow.isOne(id)
        || TotalRow.isOne(name)
      {
        unnamed += 1
        continue
      }
      rows.append(
        Posts.Row(
          row: row, id: id, name: name, email: text(row, "email"), school: text(row, "school")))
    }
    let posts = Posts(rows, byMail: layout.column("id") == nil && hasMails)
    let before = people.count
    let names = Dictionary(grouping: posts.people) {
      NameBook.words($0.name).joined(separator: " ")
    }
    var ids: [(id: String, row: Int)] = []
    var joined: [String] = []
    var renamed: [String] = []
    var apart: [String] = []
    var differing: Set<String> = []
    for person in posts.people {
      // Of several posts the largest counts for school and role; teams add up.
      let order = person.rows.sorted { a, b in
        let (x, y) = (
          hours.flatMap { Double(table.cell(a, $0)) } ?? 0,
          hours.flatMap { Double(table.cell(b, $0)) } ?? 0
        )
        return x != y ? x > y : a < b
      }
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
      var id = person.id
      let isAlone =
        names[NameBook.words(person.name).joined(separator: " ")]?.count == 1 && !isRegister
      if isAlone, let other = earlier(person, before) {
        // Another list has them already.
        ids.append((other, order[0]))
        if other != id { joined.append(person.name) }
        guard let row = personRow[other] else { continue }
        let isOfWorkspace = fromRegister.contains(other)
        for cell in cells where !cell.text.isEmpty {
          let head = people.heads[cell.place]
          let known = people.text(row, head)
          if known.isEmpty || isOfWorkspace {
            people.set(row, head, cell.text)
          } else if folded(known) != folded(cell.text), ["school", "team", "role"].contains(head) {
            differing.insert(person.name)
          }
        }
        if other != id, !person.given.isEmpty { book.add(alias: person.given, of: other) }
        continue
      }
      let known = personRow[id].map { people.text($0, "name") } ?? id
      if known != id, person.name != id, !Posts.isOne(known, person.name) {
        if fromRegister.contains(id) {
          renamed.append("\(id) (\(known), now \(person.name))")
        } else {
          apart.append("\(id) (\(known) and \(person.name))")
          id = "\(id) (\(person.name))"
          shares[person.id, default: [person.id]].append(id)
        }
      }
      ids.append((id, order[0]))
      if personRow[id] == nil || person.name != person.id {
        cells.append((people.place("name"), person.name))
      }
      cells.append((people.place("id"), id))
      if let row = personRow[id] {
        for cell in cells where !cell.text.isEmpty {
          people.set(row, people.heads[cell.place], cell.text)
        }
      } else {
        personRow[id] = people.count
        people.add(cells)
        book.add(
          id: id, name: person.name, email: person.email, school: text(order[0], "school"))
      }
      if isRegister { fromRegister.insert(id) }
    }
    for one in posts.shared {
      shares[one.id, default: []] += posts.people.filter { $0.given == one.id }.map(\.id)
    }
    for (id, holders) in shares { book.share(id, by: holders) }
    for (column, head) in columns where layout.uses[column] == .kept {
      // A column in which everybody has something of their own is another id.
      let values = ids.map { (id: $0.id, text: table.cell($0.row, column)) }
      guard values.count > 1, Set(values.map(\.text)).count == values.count, !head.isEmpty else {
        continue
      }
      for value in values { book.add(alias: value.text, of: value.id) }
    }
    guard !isRegister else { return }
    result.hasStaff = true
    let several = posts.people.count { $0.rows.count > 1 }
    var line = "\(table.title): a staff list, \(counted(posts.people.count, "person", "people"))"
    if several > 0 {
      line +=
        "; \(several == 1 ? "one holds" : "\(counted(several)) hold") several posts, and the first or largest counts for school and role"
    }
    result.readings.append(line)
    remark(table, posts, joined, renamed, apart, differing.sorted(), unnamed)
    remarkOnSchools(table, layout, rows, areNew: people.count > before)
  }

  /// Somebody whom an earlier list or the workspace has: by their address, or by a name that one person alone has there.
  private func earlier(_ person: Posts.Person, _ before: Int) -> String? {
    if !person.given.isEmpty, personRow[person.given] != nil { return nil }
    let (byMail, byName) = book.holder(email: person.email, name: person.name)
    func name(_ id: String) -> String { personRow[id].map { people.text($0, "name") } ?? "" }
    func isEarlier(_ id: String) -> Bool { personRow[id].map { $0 < before } ?? false }
    if let byMail, isEarlier(byMail),
      !Set(NameBook.words(name(byMail))).isDisjoint(with: NameBook.words(person.name))
    {
      return byMail
    }
    // Two ids are two people, whatever their names.
    guard person.given.isEmpty, let byName, let row = personRow[byName], row < before else {
      return nil
    }
    let known = people.text(row, "email")
    return known.isEmpty || person.email.isEmpty || known.lowercased() == person.email.lowercased()
      ? byName : nil
  }

  /// What is to be said of a staff list: who was kept apart, who was taken as one, and what was left out.
  private mutating func remark(
    _ table: SourceTable, _ posts: Posts, _ joined: [String], _ renamed: [String],
    _ apart: [String], _ differing: [String], _ unnamed: Int
  ) {
    func say(_ names: [String], _ one: String, _ many: String, _ advice: String = "") {
      guard !names.isEmpty else { return }
      let first = names.prefix(5).joined(separator: "; ")
      result.remarks.append(
        "\(table.title): \(names.count == 1 ? one : "\(counted(names.count)) \(many)"): \(first)\(names.count > 5 ? " and others" : "").\(advice.isEmpty ? "" : " " + advice)"
      )
    }
    func holders(_ shared: [(id: String, names: [String])]) -> [String] {
      shared.map {
        "\($0.id) (\(listed(Array($0.names.prefix(3))))\($0.names.count > 3 ? " and others" : ""))"
      }
    }
    func isRounded(_ id: String) -> Bool { Double(id) != nil && id.lowercased().contains("e+") }
    let several = (
      "several people have one id, and they are kept apart",
      "ids are several people's, and they are kept apart"
    )
    say(
      holders(posts.shared.filter { isRounded($0.id) }), several.0, several.1,
      "A spreadsheet has rounded it: format the column as text and export the list again.")
    say(
      holders(posts.shared.filter { !isRounded($0.id) }), several.0, several.1,
      "Give each an id of their own.")
    say(
      posts.doubtful, "one name without an id is at several schools and counts as one person",
      "names without an id are at several schools and count as one person each",
      "Where they are two people, give each an id.")
    say(
      joined, "one person is in another list too and counts once",
      "people are in another list too and count once")
    say(
      apart, "one id is somebody else's in another list, and they are kept apart",
      "ids are somebody else's in another list, and they are kept apart",
      "Give each an id of their own.")
    say(
      renamed, "one id has another name in people.csv, and the new one counts",
      "ids have another name in people.csv, and the new ones count",
      "Where they are two people, give each an id.")
    say(
      differing, "one person has another school, team or role in the other list, which counts",
      "people have another school, team or role in the other list, which counts")
    if unnamed > 0 {
      result.remarks.append(
        "\(counted(unnamed, "row")) of \(table.title) \(unnamed == 1 ? "has no name or id, or is a total, and was" : "have no name or id, or are totals, and were") left out."
      )
    }
  }

  private mutating func remarkOnSchools(
    _ table: SourceTable, _ layout: Layout, _ rows: [Posts.Row], areNew: Bool
  ) {
    if layout.column("last_name") != nil, layout.column("first_name") == nil,
      layout.column("name") == nil
    {
      result.remarks.append(
        "\(table.title): no column of first names was found, so people go by their surnames. Write HEADING = first_name under [\(table.title)] in \(ImportMapping.fileName)."
      )
    }
    guard areNew else { return }
    if layout.column("school") == nil {
      result.remarks.append(
        "\(table.title): no column of schools was found, so all count as the central team. Write HEADING = school under [\(table.title)] in \(ImportMapping.fileName)."
      )
      return
    }
    let empty = rows.count { $0.school.isEmpty }
    if empty * 2 > rows.count {
      result.remarks.append(
        "\(table.title): the school is empty in \(counted(empty)) of \(counted(rows.count, "row")), and those people count as the central team. If a school stands only in the first row of its staff, fill it down."
      )
    }
  }

  /// Whom a text means.
  private enum Named {
    case people([String])
    /// Somebody has decided that it is nobody.
    case nobody
    case waits
  }

  /// Whom a text names, after what was decided earlier.
  private mutating func named(_ text: String, addsUnknown: Bool) -> Named {
    let name = cleaned(text)
    if let decision = result.mapping.names[name] {
      switch decision {
      case "nobody": return .nobody
      case "new":
        add(name, name: name)
        return .people([name])
      case "?": break
      default:
        if let ids = decided(decision) { return .people(ids) }
        wrong[name] = decision
        counts[name, default: 0] += 1
        return .waits
      }
    }
    switch book.match(name) {
    case .sure(let id): return .people([id])
    case .doubtful(let ids):
      doubt(name, ids)
      return .waits
    case .unknown:
      if addsUnknown {
        add(name, name: name)
        return .people([name])
      }
      doubt(name, [])
      return .waits
    }
  }

  /// Those whom a decision means: an id or a name, or several parted by semicolons or commas; `nil` where one of them is nobody.
  private mutating func decided(_ decision: String) -> [String]? {
    func one(_ text: String) -> String? {
      if personRow[text] != nil { return text }
      if case .sure(let id) = book.match(text) { return id }
      return nil
    }
    if let id = one(decision) { return [id] }
    for sign in [";", ","] as [Character] {
      let parts = decision.split(separator: sign).map { cleaned(String($0)) }.filter { !$0.isEmpty }
      let ids = parts.compactMap { one($0) }
      if parts.count > 1, ids.count == parts.count { return ids }
    }
    return nil
  }

  /// The names in a cell; one that somebody has decided on stays whole.
  private func entries(_ cell: String) -> (names: [NameList.Entry], unread: [String]) {
    let (book, decisions) = (book, result.mapping.names)
    func isDecided(_ text: String) -> Bool { !(decisions[text] ?? "?").hasPrefix("?") }
    if isDecided(cleaned(cell)) { return ([NameList.Entry(name: cleaned(cell))], []) }
    return NameList.entries(
      cell, known: { book.knows($0) || isDecided($0) }, maybe: { book.mayMean($0) })
  }

  /// Whom a heading or the name of a row means: where no list says who there is, headings do, and each is somebody.
  private mutating func headed(_ name: String) -> Named {
    if hasList || result.mapping.names[cleaned(name)] != nil {
      return named(name, addsUnknown: !hasList)
    }
    if case .sure(let id) = book.match(cleaned(name)) { return .people([id]) }
    add(cleaned(name), name: cleaned(name))
    return .people([cleaned(name)])
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

  /// Ties of whoever answered; where that is not decided, or whom they name is not, the tie waits.
  private mutating func tie(_ from: [String], _ to: Named, _ facts: [(String, String)]) {
    switch to {
    case .nobody: break
    case .people(let others) where !from.isEmpty:
      for one in from { for other in others { tie(one, other, facts) } }
    case .people, .waits: result.waiting += 1
    }
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

  /// Who answered in a row; `nil` where nobody says.
  private mutating func respondent(_ name: String, _ address: String) -> Named? {
    let isAnonymous = ["anonymous", ""].contains(name.lowercased())
    guard !isAnonymous || address.contains("@") else { return nil }
    // An address is surer than a name.
    if address.contains("@"), case .sure(let known) = book.match(address) {
      return .people([known])
    }
    let text = isAnonymous ? address : name
    if !hasList, case .doubtful(let ids) = book.match(text), !ids.contains(text),
      result.mapping.names[cleaned(text)] == nil
    {
      // Where the answers are the only list, two who answered are two people.
      add(text, name: text, email: address)
      return .people([text])
    }
    return named(text, addsUnknown: !hasList)
  }

  private mutating func takeSurvey(_ table: SourceTable, _ layout: Layout) {
    let parts = ["first_name", "last_name"].compactMap { layout.column($0) }
    guard layout.who != nil || parts.count == 2 else {
      result.remarks.append(
        "\(table.title) is not used: no column says who answered. Write HEADING = who under [\(table.title)] in \(ImportMapping.fileName)."
      )
      return
    }
    let mail = layout.column("email")
    let before = tieCount
    let heads = layout.heads(table)
    var respondents: [(row: Int, ids: [String])] = []
    var nameless = 0
    for row in table.rows {
      let name =
        layout.who.map { table.cell(row, $0) }
        ?? parts.map { table.cell(row, $0) }.filter { !$0.isEmpty }.joined(separator: " ")
      let address = mail.map { table.cell(row, $0) } ?? ""
      guard !table.isTotal(row), !TotalRow.isOne(name), let named = respondent(name, address) else {
        nameless += 1
        continue
      }
      guard case .people(let ids) = named else {
        if case .waits = named { respondents.append((row, [])) }
        continue
      }
      respondents.append((row, ids))
      for id in ids {
        add(id, name: "", email: address.contains("@") && ids.count == 1 ? address : "")
        answered.insert(id)
        guard let place = personRow[id] else { continue }
        people.set(place, "responded", "yes")
        for (column, head) in heads where !["email", "first_name", "last_name"].contains(head) {
          let text = table.cell(row, column)
          if text.isEmpty { continue }
          if head == "visibility" {
            people.set(place, head, Self.visibility(text))
          } else if people.text(place, head).isEmpty {
            people.set(place, head, text)
          }
        }
      }
    }
    // Who is asked about in columns is known before lists are read.
    var colleague: [Int: Named] = [:]
    for (column, use) in layout.uses.enumerated() {
      if case .about(let name, _) = use { colleague[column] = headed(name) }
    }
    let answers = layout.answerColumns(table)
    var unread: [String] = []
    for (row, ids) in respondents {
      for (column, use) in layout.uses.enumerated() {
        switch use {
        case .about(let name, let kind):
          let text = table.cell(row, column)
          // Where names are ticked, some forms write the name itself.
          let word =
            folded(text) == folded(name)
            ? .plainTie
            : answer(
              table.sheet.text(row, column),
              asksDepth: Question.asksDepth(kind + table.headings[column]))
          guard let facts = facts(of: word, kind: kind, text: text) else { continue }
          tie(ids, colleague[column] ?? .nobody, facts)
        case .ties(let kind):
          let list = entries(table.list(row, column))
          unread += list.unread
          let depth = DepthPhrase.within(table.headings[column])?.word ?? ""
          for entry in list.names {
            var word = entry.answer
            if word == .plainTie, let other = answers[column] {
              let text = table.sheet.text(row, other)
              word = answer(text, asksDepth: Question.asksDepth(table.headings[other]))
              if word == .missing { word = .plainTie }
              guard word != .unreadable else {
                _ = facts(of: word, kind: kind, text: text)
                continue
              }
            }
            guard var facts = facts(of: word, kind: kind, text: entry.name) else { continue }
            if !depth.isEmpty, word == .plainTie { facts.append(("depth", depth)) }
            tie(ids, named(entry.name, addsUnknown: !hasList), facts)
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
    remark(unread, in: table)
    if nameless > 0 {
      result.remarks.append(
        "\(counted(nameless, "answer")) of \(table.title) \(nameless == 1 ? "names nobody and was" : "name nobody and were") left out."
      )
    }
  }

  /// Says which words among names named nobody.
  private mutating func remark(_ unread: [String], in table: SourceTable) {
    guard !unread.isEmpty else { return }
    let words = Set(unread).sorted().prefix(3).map { shown($0) }
    result.remarks.append(
      "\(table.title): \(counted(unread.count, "entry", "entries")) among the names \(unread.count == 1 ? "names" : "name") nobody and \(unread.count == 1 ? "was" : "were") left out, such as \(listed(Array(words))). Write the name beside it."
    )
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

  private mutating func takeMatrix(_ table: SourceTable, _ layout: Layout) {
    let before = tieCount
    var heads: [Int: Named] = [:]
    for (column, use) in layout.uses.enumerated() {
      if case .about(let name, _) = use { heads[column] = headed(name) }
    }
    var nameless = 0
    for row in table.rows {
      let name = table.cell(row, 0)
      if name.isEmpty || TotalRow.isOne(name) {
        nameless += 1
        continue
      }
      let from: [String]
      switch headed(name) {
      case .people(let ids): from = ids
      case .nobody: continue
      case .waits: from = []
      }
      for column in 1..<max(1, table.sheet.width(row)) {
        guard let other = heads[column], column < layout.uses.count,
          case .about(_, let kind) = layout.uses[column]
        else { continue }
        let text = table.sheet.text(row, column)
        if text.isEmpty || text == "0" { continue }
        let word = answer(text, asksDepth: Question.asksDepth(table.title))
        if let facts = facts(of: word, kind: kind, text: text) { tie(from, other, facts) }
      }
    }
    result.readings.append(
      "\(table.title): a matrix of \(counted(heads.count, "person", "people")), \(counted(tieCount - before, "tie"))"
    )
    if nameless > 0 {
      result.remarks.append(
        "\(counted(nameless, "row")) of \(table.title) without a name \(nameless == 1 ? "was" : "were") left out."
      )
    }
  }

  private mutating func takeTies(_ table: SourceTable, _ layout: Layout) {
    let before = tieCount
    guard
      layout.column("from") != nil && layout.column("to") != nil || layout.column("members") != nil
    else {
      result.remarks.append(
        "\(table.title) has no columns from and to, and was left out. Write HEADING = from and HEADING = to under [\(table.title)] in \(ImportMapping.fileName)."
      )
      return
    }
    let from = layout.column("from") ?? -1
    let to = layout.column("to") ?? -1
    let members = layout.column("members")
    let timeset = layout.column("timeset")
    let columns = layout.heads(table).filter {
      !["from", "to", "timeset", "members"].contains($0.head)
    }.map { (column: $0.column, place: ties.place($0.head), head: $0.head) }
    let (fromPlace, toPlace) = (ties.place("from"), ties.place("to"))
    // Ends without a list of people are people.
    var ends: [String: Named] = [:]
    var lists: [String: [NameList.Entry]] = [:]
    var unread: [String] = []
    var listCount = 0
    var selves = 0
    var halves = 0
    var totals = 0
    // Whether a list in a cell is parted by commas only the cells together tell.
    var whole: Set<String> = []
    if from >= 0 { for row in table.rows { whole.insert(table.cell(row, from)) } }
    func isWhole(_ text: String) -> Bool {
      // Names that stand at both ends are names, unless a list of people says that they are several.
      !hasList && whole.contains(text) || Self.hasKind(text)
        || otherMembers.contains(headingKey(text))
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
        let list = entries(table.list(row, members))
        unread += list.unread
        var ids: [String] = []
        for entry in list.names where entry.answer != .none {
          switch named(entry.name, addsUnknown: !hasList) {
          case .people(let found): ids += found
          case .nobody: break
          case .waits: result.waiting += 1
          }
        }
        if ids.count > 1 {
          ties.add([(ties.place("members"), ids.joined(separator: ";"))] + facts)
          tieCount += 1
        }
        continue
      }
      guard from >= 0, to >= 0, !TotalRow.isOne(table.cell(row, from)) else {
        totals += 1
        continue
      }
      let (a, b) = (table.cell(row, from), table.cell(row, to))
      if a.isEmpty || b.isEmpty {
        halves += 1
        continue
      }
      func listed(_ text: String, _ column: Int) -> [NameList.Entry] {
        if let known = lists[text] { return known }
        var list = [NameList.Entry(name: text)]
        if !isWhole(text), hasList {
          let found = entries(table.list(row, column))
          unread += found.unread
          list = found.names
        } else if !isWhole(text) {
          let book = book
          list = NameList.listed(table.list(row, column), known: { book.knows($0) })
        }
        lists[text] = list
        return list
      }
      let starts = whole.contains(b) && a == b ? [NameList.Entry(name: a)] : listed(a, from)
      let finishes = listed(b, to)
      if starts.count > 1 || finishes.count > 1 { listCount += 1 }
      if starts.isEmpty || finishes.isEmpty { halves += 1 }
      for start in starts {
        let first = end(start.name, &ends)
        for finish in finishes {
          let second = end(finish.name, &ends)
          var said = facts
          if case .tie(let depth, let frequency, _) = finish.answer {
            if !frequency.isEmpty { fill("frequency", frequency, in: &said) }
            if let depth { fill("depth", depth.word, in: &said) }
          }
          if finish.answer == .none { continue }
          guard case .people(let one) = first, case .people(let other) = second else {
            if case .nobody = first { continue }
            if case .nobody = second { continue }
            result.waiting += 1
            continue
          }
          for a in one {
            for b in other {
              if a == b {
                selves += 1
                continue
              }
              ties.add([(fromPlace, a), (toPlace, b)] + said)
              tieCount += 1
            }
          }
        }
      }
    }
    if selves > 0 {
      result.remarks.append(
        "\(table.title): \(counted(selves, "row ties", "rows tie")) somebody to themselves and \(selves == 1 ? "was" : "were") left out."
      )
    }
    if halves > 0 {
      result.remarks.append(
        "\(table.title): \(counted(halves, "row names", "rows name")) nobody at one end and \(halves == 1 ? "was" : "were") left out. Name both people in each row."
      )
    }
    if totals > 0 {
      result.remarks.append(
        "\(table.title): \(counted(totals, "row")) with a total \(totals == 1 ? "was" : "were") left out."
      )
    }
    remark(unread, in: table)
    result.readings.append(
      "\(table.title): \(listCount > 0 ? "a list of whom each names" : "an edge list"), \(counted(tieCount - before, "tie"))"
    )
  }

  /// Says a fact of a tie unless its row does.
  private mutating func fill(
    _ head: String, _ text: String, in facts: inout [(place: Int, text: String)]
  ) {
    let place = ties.place(head)
    if let known = facts.firstIndex(where: { $0.place == place }) {
      if facts[known].text.isEmpty { facts[known].text = text }
    } else {
      facts.append((place, text))
    }
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

  /// Whom the end of a tie names, looked up once a text.
  private mutating func end(_ text: String, _ ends: inout [String: Named]) -> Named {
    if let known = ends[text] {
      if case .waits = known { counts[cleaned(text), default: 0] += 1 }
      return known
    }
    let found: Named
    if !hasList, result.mapping.names[text] == nil {
      // An edge list alone makes its people, whatever they are called: its ids are ids.
      let id: String
      if case .sure(let known) = book.match(text) { id = known } else { id = text }
      add(id, name: id)
      found = .people([id])
    } else {
      let isOther = otherMembers.contains(headingKey(text)) && book.match(text) == .unknown
      found = isOther || Self.hasKind(text) ? .people([text]) : named(text, addsUnknown: false)
    }
    ends[text] = found
    return found
  }
}

// MARK: - Events, partners, schools

extension Importer {
  private mutating func table(_ kind: TableKind, needed: Set<String>) -> DraftTable {
    others[kind] ?? DraftTable(kind.columns.map(\.name), needed: needed)
  }

  private mutating func takeAttendance(_ table: SourceTable, _ layout: Layout) {
    guard let who = layout.who else {
      result.remarks.append(
        "\(table.title) is not used: no column says who came. Write HEADING = who under [\(table.title)] in \(ImportMapping.fileName)."
      )
      return
    }
    var nameless = 0
    var unmarked: [String] = []
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
      if name.isEmpty || table.isTotal(row) || TotalRow.isOne(name) {
        nameless += 1
        continue
      }
      guard case .people(let ids) = named(name, addsUnknown: !hasList) else { continue }
      func line(_ event: String, _ came: Bool?, role: String = "") {
        for id in ids {
          lines.add([
            (lines.place("event"), event), (lines.place("person"), id), (lines.place("role"), role),
            (lines.place("attended"), came.map { $0 ? "yes" : "no" } ?? ""),
          ])
          if came != false { there[event, default: []].insert(id) }
        }
      }
      for column in columns {
        let mark = table.cell(row, column)
        if let came = Self.came(mark) {
          line(table.headings[column], came)
        } else if !mark.isEmpty {
          unmarked.append(mark)
        }
      }
      if let event = layout.column("event") {
        var title = table.cell(row, event)
        let date = layout.column("date").map { table.cell(row, $0) } ?? ""
        if title.isEmpty {
          nameless += 1
          continue
        }
        // A meeting that comes again is one event each day.
        if !date.isEmpty, let known = dates[title], known != date {
          title += " \(readDay(date).map { "\($0)" } ?? date)"
        }
        note(title, date)
        let mark = layout.column("attended")
        let came = mark.map { Self.came(table.cell(row, $0)) }
        // Without a column for it, who is listed was there; with one, an empty or unreadable cell says nothing.
        if let mark, let came, came == nil {
          if !table.cell(row, mark).isEmpty { unmarked.append(table.cell(row, mark)) }
          continue
        }
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
    if nameless > 0 {
      result.remarks.append(
        "\(counted(nameless, "row")) of \(table.title) without a person or an event \(nameless == 1 ? "was" : "were") left out."
      )
    }
    if !unmarked.isEmpty {
      let marks = Set(unmarked).sorted().prefix(3).map { shown($0) }
      result.remarks.append(
        "\(table.title): \(counted(unmarked.count, "mark")) could not be read and \(unmarked.count == 1 ? "counts" : "count") as not recorded, such as \(listed(Array(marks))). Write P or A."
      )
    }
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
    guard let partner = layout.column("partner") else {
      result.remarks.append(
        "\(table.title) is not used: no column names the partner. Write HEADING = partner under [\(table.title)] in \(ImportMapping.fileName)."
      )
      return
    }
    var lines = self.table(.ratings, needed: ["partner", "with", "side", "item", "score"])
    var named: Set<String> = []
    for row in table.rows {
      let name = table.cell(row, partner)
      if name.isEmpty || TotalRow.isOne(name) { continue }
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
          (places[$0], table.plain(row, $0))
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
      // Some work at several.
      for part in [school] + school.split(whereSeparator: { ";|".contains($0) }).map(String.init)
      where !part.isEmpty {
        wanted.formUnion([trimmed(part), Self.schoolKey(part)])
      }
    }
    let trust = layout.column("trust")
    let laestab = layout.column("laestab")
    var urns: Set<String> = []
    var numbers: Set<String> = []
    func isWanted(_ row: Int) -> Bool {
      if wanted.isEmpty { return trust.map { !table.cell(row, $0).isEmpty } ?? false }
      return wanted.contains(table.cell(row, id))
        || wanted.contains(Self.schoolKey(table.cell(row, name)))
        || laestab.map { wanted.contains(table.cell(row, $0)) } ?? false
    }
    for row in table.rows where isWanted(row) {
      urns.insert(table.cell(row, id))
      if let laestab { numbers.insert(table.cell(row, laestab)) }
    }
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
    let known = Set(names.values.map { Self.schoolKey($0) })
    var unknown: [String: Int] = [:]
    for row in people.rows {
      let school = people.text(row, "school")
      if school.isEmpty { continue }
      if !school.contains(where: { ";|".contains($0) }), names[school] == nil,
        !numbers.contains(school), !known.contains(Self.schoolKey(school))
      {
        unknown[school, default: 0] += 1
      }
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
    if !unknown.isEmpty {
      let schools = unknown.keys.sorted()
      result.remarks.append(
        "\(counted(schools.count, "school")) of the staff list \(schools.count == 1 ? "is" : "are") not in \(table.title), with \(counted(unknown.values.reduce(0, +), "person", "people")): \(schools.prefix(5).joined(separator: "; "))\(schools.count > 5 ? " and others" : ""). Write each as the register does."
      )
    }
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

  /// A school's name but for its typography: C of E is Church of England.
  static func schoolKey(_ name: String) -> String { schoolWords(name).joined(separator: " ") }
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
    for (name, decision) in wrong.sorted(by: { $0.key > $1.key }) {
      result.doubts.insert(
        "\(name) (\(shown(decision)) in \(ImportMapping.fileName) is nobody: write an id or several parted by semicolons, new or nobody)",
        at: 0)
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
