import Intake
import Networks

/// Who there is, and whom a text names.
extension Importer {
  mutating func takeRegister(_ table: SourceTable) {
    hasRegister = true
    let uses = table.headings.map { heading in ColumnUse.role(heading) }
    let at = Recogniser(table, NameBook()).describing()
    takeStaff(
      table, at?.shape == .staff ? at ?? Layout(.staff, uses) : Layout(.staff, uses),
      isRegister: true)
  }

  /// A person by id, added where there is none.
  mutating func add(_ id: String, name: String, email: String = "", school: String = "") {
    if let row = personRow[id] {
      for (head, text) in [("name", name), ("email", email), ("school", school)]
      where !text.isEmpty && people.text(row, head).isEmpty {
        people.set(row, head, text)
      }
      return
    }
    if hasRegister { result.added += 1 }
    // "Amy Ball - Oakfield Primary", where no list says who there is, is somebody with their school.
    var (name, school) = (name, school)
    if !hasList, name == id, school.isEmpty, let parts = SchoolEnds.personAndSchool(name) {
      (name, school) = parts
    }
    personRow[id] = people.count
    people.add([
      (people.place("id"), id), (people.place("name"), name.isEmpty ? id : name),
      (people.place("email"), email), (people.place("school"), school),
    ])
    book.add(id: id, name: name, email: email, school: school)
  }

  mutating func takeStaff(_ table: SourceTable, _ layout: Layout, isRegister: Bool = false) {
    hasList = true
    let heads = layout.heads(table, who: "name")
    let columns = heads.map { (place: $0.column, head: $0.head) }
    func text(_ row: Int, _ role: String) -> String {
      columns.first { $0.head == role }.map { table.cell(row, $0.place) } ?? ""
    }
    // Where nothing stands under "Known as", somebody goes by their forename.
    let spare = ["first_name", "last_name"].map { role in
      let keys = Set(Recogniser.halves(role).map { headingKey($0) })
      return layout.column(role) == nil
        ? []
        : table.keys.indices.filter { layout.uses[$0] == .kept && keys.contains(table.keys[$0]) }
    }
    func half(_ row: Int, _ role: String, _ spare: [Int]) -> String {
      let own = text(row, role)
      return own.isEmpty
        ? spare.lazy.map { table.cell(row, $0) }.first { !$0.isEmpty } ?? "" : own
    }
    let hours = table.column(["fte", "hours", "weekly hours", "contracted hours"])
    // Former surnames, and names somebody goes by beside their legal ones, are theirs too.
    let former = Self.formerNames.compactMap { name in table.column([name]) }
    func others(_ rows: [Int]) -> [String] {
      rows.flatMap { row -> [String] in
        let firsts = (spare[0].map { table.cell(row, $0) } + [text(row, "first_name")]).filter {
          !$0.isEmpty
        }
        let lasts = ((spare[1] + former).map { table.cell(row, $0) } + [text(row, "last_name")])
          .filter { !$0.isEmpty }
        let words = NameBook.words(text(row, "name"))
        let given = firsts.isEmpty && !lasts.isEmpty ? [words.first ?? ""] : firsts
        let family = lasts.isEmpty && !firsts.isEmpty ? [words.last ?? ""] : lasts
        return given.flatMap { first in family.map { "\(first) \($0)" } }
      }
    }
    var unnamed = 0
    var headings: [String] = []
    let mails = table.rows.map { text($0, "email").lowercased() }
    let hasMails = !mails.contains("") && Set(mails).count == mails.count
    let kinds = isRegister ? nil : ElementKinds(table, layout)
    var apartCounts: [TableKind: Int] = [:]
    var rows: [Posts.Row] = []
    for row in table.rows {
      var parts = [half(row, "first_name", spare[0]), half(row, "last_name", spare[1])]
      // A legal name may be the whole name.
      if parts[0].split(separator: " ").count > 1, parts[0].hasSuffix(" " + parts[1]) {
        parts[1] = ""
      }
      parts.removeAll(where: \.isEmpty)
      // "Ball, Amy" beside both halves is Amy Ball.
      let isTurned = text(row, "name").contains(",") && parts.count == 2
      let name = cleaned(
        text(row, "name").isEmpty || isTurned
          ? parts.joined(separator: " ") : text(row, "name"))
      let id = text(row, "id")
      if !isRegister, table.headings.count > 2, table.sheet.width(row) == 1,
        SchoolEnds.isCalledSchool(name)
      {
        headings.append(name)
        continue
      }
      if id.isEmpty && name.isEmpty || table.isTotal(row) || TotalRow.isOne(id)
        || TotalRow.isOne(name)
      {
        unnamed += 1
        continue
      }
      if let kinds, let kind = kinds.kind(of: row) {
        takeOther(kind, id.isEmpty ? name : id, name.isEmpty ? id : name)
        apartCounts[kind, default: 0] += 1
        continue
      }
      let isAlone = isRegister || !id.isEmpty || parts.count > 0 || !text(row, "email").isEmpty
      let several =
        isAlone
        ? [] : layout.column("name").map { StaffLists.names(of: row, in: $0, of: table) } ?? []
      for name in several.count > 1 ? several : [name] {
        rows.append(
          Posts.Row(
            row: row, id: id, name: name, email: text(row, "email"), school: text(row, "school")))
      }
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
    var twice: [String] = []
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
      if let school = sheetSchool(table, layout) { cells.append((people.place("school"), school)) }
      var id = person.id
      let isAlone =
        names[NameBook.words(person.name).joined(separator: " ")]?.count == 1 && !isRegister
      if isAlone, let other = earlier(person, before, idsAreOwn: table.idsAreOwn) {
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
        for name in others(order) { book.add(name: name, of: other) }
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
      if isAlone, personRow[id] == nil, !person.given.isEmpty,
        let other = book.holder(email: "", name: person.name).byName,
        personRow[other].map({ $0 < before }) == true
      {
        twice.append(person.name)
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
      for name in others(order) { book.add(name: name, of: id) }
      if isRegister { fromRegister.insert(id) }
    }
    for one in posts.shared {
      shares[one.id, default: []] += posts.people.filter { $0.given == one.id }.map(\.id)
    }
    for (id, holders) in shares { book.share(id, by: holders) }
    for (column, head) in columns where layout.uses[column] == .kept {
      // A column in which everybody has something of their own is another id.
      let values = ids.map { (id: $0.id, text: table.cell($0.row, column)) }
      guard values.count > 1, Set(values.map(\.text)).count == values.count, !head.isEmpty,
        Self.areCodes(values.map(\.text), under: head)
      else { continue }
      for value in values { book.add(alias: value.text, of: value.id) }
    }
    guard !isRegister else { return }
    remarkOnHeadings(table, headings)
    remarkOnLeavers(table, layout)
    result.hasStaff = true
    let several = posts.people.count { $0.rows.count > 1 }
    var line = "\(table.title): a staff list, \(counted(posts.people.count, "person", "people"))"
    if several > 0 {
      line +=
        "; \(several == 1 ? "one holds" : "\(counted(several)) hold") several posts, and the first or largest counts for school and role"
    }
    result.readings.append(line)
    remark(table, posts, joined, renamed, apart, twice, differing.sorted(), unnamed)
    remarkOnSchools(table, layout, rows, areNew: people.count > before)
    if !apartCounts.isEmpty {
      let kinds = apartCounts.sorted { $0.key.rawValue < $1.key.rawValue }.map {
        "\(counted($0.value)) in \($0.key.fileName)"
      }
      result.remarks.append(
        "\(table.title): by their type some rows are no people and are kept apart: \(listed(kinds))."
      )
    }
    takeSkills(table, layout, of: ids.map { ([$0.id], $0.row) }, isOwnWord: false)
    remarkOnKept(table, layout)
  }

  /// Whether texts are codes: by the heading over them, or each of letters with digits or an address.
  ///
  /// Names and words are none.
  private static func areCodes(_ texts: [String], under heading: String) -> Bool {
    guard !texts.contains(where: { $0.contains(" ") }) else { return false }
    let words: Set<Substring> = [
      "code", "id", "ref", "reference", "number", "no", "username", "login", "initials", "upn",
      "user", "payroll", "account", "email", "mail",
    ]
    return !words.isDisjoint(with: heading.lowercased().split { !$0.isLetter })
      || texts.filter { !$0.isEmpty }.allSatisfy { text in
        text.contains(where: \.isLetter)
          && text.contains { $0.isNumber || $0 == "@" }
      }
  }

  private static let formerNames = [
    "maiden name", "previous surname", "former surname", "previous last name", "former name",
  ]

  /// Says which rows are no people but the name of a school above its staff.
  private mutating func remarkOnHeadings(_ table: SourceTable, _ headings: [String]) {
    guard let first = headings.first else { return }
    result.remarks.append(
      "\(table.title): \(counted(headings.count, "row holds", "rows hold")) nothing but the name of a school, such as \(shown(first)), and \(headings.count == 1 ? "was" : "were") left out. If the rows below are its staff, write it beside each of them in a column School."
    )
  }

  /// Says how many have left by their status, which takes nobody out.
  private mutating func remarkOnLeavers(_ table: SourceTable, _ layout: Layout) {
    let words: Set<Substring> = [
      "left", "leaver", "leavers", "former", "resigned", "retired", "terminated",
    ]
    for (column, use) in layout.uses.enumerated()
    where use == .kept && table.headings[column].lowercased().contains("status") {
      let cells = table.rows.map { table.cell($0, column) }.filter { text in
        words.contains(text.lowercased().split { !$0.isLetter }.first ?? "")
      }
      guard let first = cells.first else { continue }
      note(
        table,
        "\(counted(cells.count, "row says", "rows say")) in \(shown(table.headings[column])) that somebody has left, such as \(shown(first)), and \(cells.count == 1 ? "counts" : "count") as staff all the same. Give the day they left in a column Ended, or take the \(cells.count == 1 ? "row" : "rows") out."
      )
    }
  }

  /// Somebody whom an earlier list or the workspace has: by their address, or by a name that one person alone has there.
  func earlier(_ person: Posts.Person, _ before: Int, idsAreOwn: Bool) -> String? {
    if !person.given.isEmpty, personRow[person.given] != nil { return nil }
    let (byMail, byName) = book.holder(email: person.email, name: person.name)
    func name(_ id: String) -> String { personRow[id].map { people.text($0, "name") } ?? "" }
    func isEarlier(_ id: String) -> Bool { personRow[id].map { $0 < before } ?? false }
    if let byMail, isEarlier(byMail),
      !Set(NameBook.words(name(byMail))).isDisjoint(with: NameBook.words(person.name))
    {
      return byMail
    }
    // Two ids are two people, whatever their names, but for the ids of a graph and those that are no more than names.
    let isName =
      NameBook.words(person.given) == NameBook.words(person.name) && person.given.contains(" ")
    guard person.given.isEmpty || isName || idsAreOwn, let byName, let row = personRow[byName],
      row < before
    else {
      return nil
    }
    let known = people.text(row, "email")
    return known.isEmpty || person.email.isEmpty || known.lowercased() == person.email.lowercased()
      ? byName : nil
  }

  /// What is to be said of a staff list: who was kept apart, who was taken as one, and what was left out.
  mutating func remark(
    _ table: SourceTable, _ posts: Posts, _ joined: [String], _ renamed: [String],
    _ apart: [String], _ twice: [String], _ differing: [String], _ unnamed: Int
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
      posts.respelt.map { "\($0.name) (also \(listed($0.spellings.prefix(3).map { $0 })))" },
      "one name without an id is spelt in several ways at one school and counts as one person",
      "names without an id are spelt in several ways at one school and count as one person each",
      "Where they are two people, give each an id.")
    say(
      joined, "one person is in another list too and counts once",
      "people are in another list too and count once")
    say(
      apart, "one id is somebody else's in another list, and they are kept apart",
      "ids are somebody else's in another list, and they are kept apart",
      "Give each an id of their own.")
    say(
      twice, "one person has another id in another list and counts as two",
      "people have another id in another list, and each counts as two",
      "Where they are one person, give them the same id in both.")
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

  /// The name of the sheet, where somebody has decided that it is the school.
  func sheetSchool(_ table: SourceTable, _ layout: Layout) -> String? {
    layout.column("school") == nil && earlier.usesSheetName(table) ? table.sheet.name : nil
  }

  /// Says that the sheets of a workbook may be schools, and how to have them so; `false` where they hardly are.
  mutating func offerSheetName(_ table: SourceTable, _ layout: Layout) -> Bool {
    let alike = tables.filter { $0.file == table.file && $0.headings == table.headings }
    guard layout.column("school") == nil, !table.sheet.name.isEmpty, alike.count > 1,
      !alike.allSatisfy({ TermTables.isTerm($0.sheet.name) }), sheetSchool(table, layout) == nil
    else { return false }
    note(
      table,
      "no column of schools was found, so all count as the central team. If the sheet is called after the school, write \(ImportMapping.sheetName) = school under [\(table.title)] in \(ImportMapping.fileName)."
    )
    return true
  }

  /// A row of a list of elements that is no person.
  private mutating func takeOther(_ kind: TableKind, _ id: String, _ name: String) {
    var lines = self.table(kind, needed: ["id", "name"])
    lines.add([(lines.place("id"), id), (lines.place("name"), name)])
    others[kind] = lines
    otherMembers.formUnion([headingKey(id), headingKey(name)])
  }

  /// Says which columns that were kept may tell of ties or of what people know.
  mutating func remarkOnKept(_ table: SourceTable, _ layout: Layout) {
    let place = "under [\(table.title)] in \(ImportMapping.fileName)"
    var topics: [String] = []
    let tree = TopicTree(TopicTree.starter)
    for (column, use) in layout.uses.enumerated() where use == .kept {
      let heading = table.headings[column]
      if let role = Question.asksForTopics(heading) {
        note(
          table,
          "\(shown(heading)) is kept as it stands. If it lists what people \(role == "seeks" ? "would like to know" : "know"), write \(heading) = \(role) \(place)."
        )
      } else if Question.asksForPeople(heading)
        || layout.shape == .staff && !Question.asksForManager(heading)
          && Recogniser(table, book).holdsNames(column),
        !Question.asksHowOften(heading),
        table.rows.prefix(400).contains(where: {
          table.cell($0, column).contains(where: \.isLetter)
        })
      {
        note(
          table,
          "\(shown(heading)) is kept as it stands and makes no ties. If it names people, write \(heading) = ties: \(Question.kind(heading)) \(place)\(layout.shape == .staff ? ", with survey answers in place of staff list" : "")."
        )
      } else if tree.place(of: heading) != nil {
        topics.append(heading)
      }
    }
    guard topics.count > 1 else { return }
    note(
      table,
      "\(listed(topics.prefix(4).map { shown($0) }))\(topics.count > 4 ? " and others" : "") are kept as they stand. If they say what people know, write \(topics[0]) = expertise in: \(topics[0]) \(place), and the others likewise."
    )
  }

  mutating func remarkOnSchools(
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
    if sheetSchool(table, layout) != nil { return }
    if layout.column("school") == nil {
      if offerSheetName(table, layout) { return }
      result.remarks.append(
        "\(table.title): no column of schools was found, so all count as the central team. Write HEADING = school under [\(table.title)] in \(ImportMapping.fileName)."
      )
      return
    }
    let empty = rows.count { $0.school.isEmpty }
    // Where each school stands once, and people without one follow, it heads a block of its staff.
    let filled = rows.map(\.school).filter { !$0.isEmpty }
    let areBlocks =
      empty > 0 && filled.count > 1 && Set(filled).count == filled.count
      && rows.first?.school.isEmpty == false
    if empty * 2 > rows.count || areBlocks {
      result.remarks.append(
        "\(table.title): the school is empty in \(counted(empty)) of \(counted(rows.count, "row")), and those people count as the central team. If a school stands only in the first row of its staff, fill it down."
      )
    }
  }

  /// Whom a text means.
  enum Named {
    case people([String])
    /// Somebody has decided that it is nobody.
    case nobody
    case waits
  }

  /// Whom a text names, after what was decided earlier.
  mutating func named(_ text: String, addsUnknown: Bool) -> Named {
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
    case .sure(let id):
      // A name that is one's id and another's name too says neither.
      let others = hasList && id == name ? book.namesakes(of: id) : []
      if others.isEmpty { return .people([id]) }
      doubt(name, others)
      return .waits
    case .doubtful(let ids):
      doubt(name, ids)
      return .waits
    case .unknown:
      if let school = schools.school(name) { return .people([school]) }
      if addsUnknown {
        add(name, name: name)
        return .people([name])
      }
      doubt(name, [])
      return .waits
    }
  }

  /// Whom somebody means by a name; where no list says who there is, what is written as names are there is somebody's.
  mutating func named(_ text: String, _ style: NameStyle) -> Named {
    named(text, addsUnknown: !hasList && style.mayBeName(cleaned(text)))
  }

  /// Those whom a decision means: an id or a name, or several parted by semicolons or commas; `nil` where one of them is nobody.
  mutating func decided(_ decision: String) -> [String]? {
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
  func entries(_ cell: String) -> (names: [NameList.Entry], unread: [String]) {
    let (book, decisions) = (book, result.mapping.names)
    func isDecided(_ text: String) -> Bool { !(decisions[text] ?? "?").hasPrefix("?") }
    if isDecided(cleaned(cell)) { return ([NameList.Entry(name: cleaned(cell))], []) }
    return NameList.entries(
      cell, known: { [schools] in book.knows($0) || isDecided($0) || schools.school($0) != nil },
      maybe: { book.mayMean($0) })
  }

  /// Whom a heading or the name of a row means: where no list says who there is, headings do, and each is somebody.
  mutating func headed(_ name: String) -> Named {
    if hasList || result.mapping.names[cleaned(name)] != nil {
      return named(name, addsUnknown: !hasList)
    }
    if case .sure(let id) = book.match(cleaned(name)) { return .people([id]) }
    add(cleaned(name), name: cleaned(name))
    return .people([cleaned(name)])
  }

  mutating func doubt(_ name: String, _ ids: [String]) {
    counts[name, default: 0] += 1
    hints[name] = ids
  }
}
