import Intake
import Networks

/// Events, ratings, registers, and tables that stand as they are.
extension Importer {
  mutating func table(_ kind: TableKind, needed: Set<String>) -> DraftTable {
    others[kind] ?? DraftTable(kind.columns.map(\.name), needed: needed)
  }

  mutating func takeAttendance(_ table: SourceTable, _ layout: Layout) {
    guard let who = layout.who else {
      result.remarks.append(
        "\(table.title) is not used: no column says who came. Write HEADING = who under [\(table.title)] in \(ImportMapping.fileName)."
      )
      return
    }
    let style = NameStyle(table, [who])
    var nameless = 0
    var unread: [String] = []
    var unmarked: [String] = []
    var events = self.table(.events, needed: ["id"])
    var lines = self.table(.attendance, needed: ["event", "person"])
    var there: [String: Set<String>] = [:]
    // A meeting may have been in another file, on another day.
    var dates: [String: String] = [:]
    for row in events.rows { dates[events.text(row, "id")] = events.text(row, "date") }
    func note(_ event: String, _ date: String) {
      guard dates[event] == nil else { return }
      dates[event] = date
      events.add([
        (events.place("id"), event), (events.place("name"), event), (events.place("date"), date),
      ])
    }
    let columns = layout.uses.indices.filter { layout.uses[$0] == .event }
    let markColumns = columns + [layout.column("attended")].compactMap(\.self)
    let ticksWithX = !table.rows.contains { row in
      markColumns.contains { Self.came(table.cell(row, $0)) != nil }
    }
    // Beside a column an event stand facts of people; beside an event in the row, what they did there.
    let facts =
      columns.isEmpty
      ? []
      : ["school", "team", "role", "email"].compactMap { head in
        layout.column(head).map { (column: $0, head: head) }
      }
    for column in columns {
      note(table.headings[column], Dated.day(in: table.headings[column]) ?? "")
    }
    for row in table.rows {
      let name = table.cell(row, who)
      if name.isEmpty || table.isTotal(row) || TotalRow.isOne(name) {
        nameless += 1
        continue
      }
      let list = entries(table.list(row, who))
      unread += list.unread
      var ids: [String] = []
      for entry in list.names where entry.answer != .none {
        if case .people(let found) = named(entry.name, style) { ids += found }
      }
      if ids.isEmpty { continue }
      if ids.count == 1, let place = personRow[ids[0]] {
        for (column, head) in facts where people.text(place, head).isEmpty {
          people.set(place, head, table.cell(row, column))
        }
      }
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
        if let came = Self.came(mark, ticksWithX: ticksWithX) {
          line(table.headings[column], came)
        } else if !mark.isEmpty {
          unmarked.append(mark)
        }
      }
      if let event = layout.column("event") {
        var title = table.cell(row, event)
        let date = layout.column("date").map { table.cell(row, $0) } ?? Dated.day(in: title) ?? ""
        if title.isEmpty {
          nameless += 1
          continue
        }
        // A meeting that comes again is one event each day.
        if !date.isEmpty, let known = dates[title], known != date,
          readDay(known) == nil || readDay(known) != readDay(date)
        {
          title += " \(readDay(date).map { "\($0)" } ?? date)"
        }
        note(title, date)
        let mark = layout.column("attended")
        let came = mark.map { Self.came(table.cell(row, $0), ticksWithX: ticksWithX) }
        // Without a column for it, who is listed was there; with one, an empty or unreadable cell says nothing.
        if let mark, let came, came == nil {
          if !table.cell(row, mark).isEmpty { unmarked.append(table.cell(row, mark)) }
          continue
        }
        line(title, came ?? true, role: layout.column("role").map { table.cell(row, $0) } ?? "")
        for (head, came) in [("chair", true), ("guests", true), ("apologies", false)] {
          guard let column = layout.column(head) else { continue }
          let here = ids
          ids = []
          for entry in entries(table.list(row, column)).names where entry.answer != .none {
            if case .people(let found) = named(entry.name, style) {
              ids += found.filter { !here.contains($0) && !there[title, default: []].contains($0) }
            }
          }
          line(title, came, role: head == "chair" ? "chair" : "")
          ids = here
        }
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
    remark(unread, in: table)
    if table.has("required attendees") {
      result.remarks.append(
        "\(table.title): whoever was asked to a meeting counts as having come. Leave out the meetings that did not take place."
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
  ///
  /// - Parameter ticksWithX: whether the list has no other mark, so that an x is a tick and crosses nobody out.
  static func came(_ text: String, ticksWithX: Bool = false) -> Bool? {
    switch text.lowercased() {
    case "x": ticksWithX ? true : nil
    case "l", "zoom", "teams", "on zoom", "on teams", "hybrid": true
    case "ap", "o": false
    default: wasThere(text)
    }
  }

  mutating func takeRatings(_ table: SourceTable, _ layout: Layout) {
    guard let partner = layout.column("partner") else {
      result.remarks.append(
        "\(table.title) is not used: no column names the partner. Write HEADING = partner under [\(table.title)] in \(ImportMapping.fileName)."
      )
      return
    }
    if let rater = layout.column("rater"), layout.column("side") == nil {
      let raters = Set(table.rows.map { folded(table.cell($0, rater)) }).subtracting([""])
      let rated = Set(table.rows.map { folded(table.cell($0, partner)) })
      if raters.count > 1, !raters.isDisjoint(with: rated) {
        result.remarks.append(
          "\(table.title) is not used: in \(shown(table.headings[rater])) and \(shown(table.headings[partner])) organisations rate one another, and Weft does not know which is the trust. Add a column Side, with ours where the trust rates a partner and theirs where the partner rates the trust, and write the partner in \(shown(table.headings[partner])) in both."
        )
        return
      }
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
        if score.isEmpty || AnswerWord(score, asksDepth: false) == .missing { continue }
        func text(_ role: String, _ usual: String = "") -> String {
          layout.column(role).map { table.cell(row, $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? usual
        }
        lines.add([
          (lines.place("partner"), name), (lines.place("with"), text("with", "trust")),
          (lines.place("side"), text("side", "ours")),
          (lines.place("item"), item),
          (lines.place("score"), Self.score(score)),
          (lines.place("date"), text("date")), (lines.place("rater"), text("rater")),
        ])
      }
    }
    let unused = layout.uses.indices.filter {
      layout.uses[$0] == .unused && !table.headings[$0].isEmpty
    }.map { shown(table.headings[$0]) }
    if !unused.isEmpty {
      result.remarks.append(
        "\(table.title): \(listed(Array(unused.prefix(4))))\(unused.count > 4 ? " and others" : "") \(unused.count == 1 ? "is no score and is" : "are no scores and are") not used. How often or how closely somebody works with a partner belongs in collaborations.csv."
      )
    }
    others[.ratings] = lines
    result.readings.append("\(table.title): ratings of \(counted(named.count, "partner"))")
  }

  /// A score as a number: "3 - a fair amount", or the words of the scale alone.
  private static func score(_ text: String) -> String {
    let number = text.prefix { $0.isNumber || $0 == "." }
    if !number.isEmpty { return String(number) }
    return switch folded(text) {
    case "notatall", "none": "1"
    case "asmallamount", "alittle": "2"
    case "afairamount", "some", "moderate": "3"
    case "agreatdeal", "alot": "4"
    default: text
    }
  }

  mutating func takePlain(_ table: SourceTable, _ layout: Layout) {
    guard let kind = layout.table else { return }
    var lines = others[kind] ?? DraftTable([], needed: [])
    var places: [(column: Int, place: Int, isWho: Bool)] = []
    for (column, heading) in table.headings.enumerated() where !heading.isEmpty {
      if layout.uses[column] == .unused { continue }
      let head = if case .role(let role) = layout.uses[column] { role } else { heading }
      // A column of names that stands for ids is written as ids where a name is one person's.
      places.append((column, lines.place(head), head != heading && head == "person"))
    }
    for row in table.rows {
      var cells: [(place: Int, text: String)] = []
      for (column, place, isWho) in places {
        let text = table.plain(row, column)
        if isWho, case .sure(let id) = book.match(cleaned(text)) {
          cells.append((place, id))
        } else {
          cells.append((place, text))
        }
      }
      lines.add(cells)
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
    if [.schools, .teams].contains(kind), let column = StaffLists.column(in: table) {
      let (place, file) = kind == .schools ? ("School", "staff.csv") : ("Team", "team staff.csv")
      note(
        table,
        "\(shown(table.headings[column])) names people, who are not added. Save the \(kind.rawValue) and their people as a file of their own, such as \(file), with the headings \(place) and Staff, and import it too."
      )
    }
  }

  mutating func takeSuccessors(_ table: SourceTable, _ layout: Layout) {
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
  mutating func takeSchools(_ table: SourceTable, _ layout: Layout?) {
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
    let number = registerNumber(table, layout)
    var urns: Set<String> = []
    var byNumber: [String: String] = [:]
    let digits = Set(wanted.map { $0.filter { !"/ -.".contains($0) } }).subtracting([""])
    func isNumbered(_ row: Int) -> Bool {
      wanted.contains(table.cell(row, id)) || digits.contains(number(row))
    }
    func isWanted(_ row: Int) -> Bool {
      if wanted.isEmpty { return trust.map { !table.cell(row, $0).isEmpty } ?? false }
      return isNumbered(row) || wanted.contains(Self.schoolKey(table.cell(row, name)))
    }
    func isOpen(_ row: Int) -> Bool {
      (layout.column("closed").map { table.cell(row, $0).isEmpty } ?? true)
        && !(layout.column("status").map { column in
          ["closed", "proposed to open"].contains(
            where: table.cell(row, column).lowercased().hasPrefix)
        } ?? false)
    }
    // Of schools of one name the open ones alone, but for those that a number names.
    let open = Set(
      table.rows.filter { isWanted($0) && isOpen($0) }.map {
        Self.schoolKey(table.cell($0, name))
      })
    for row in table.rows
    where isWanted(row)
      && (wanted.isEmpty || isOpen(row) || isNumbered(row)
        || !open.contains(Self.schoolKey(table.cell(row, name))))
    {
      urns.insert(table.cell(row, id))
      // Of schools under one number the open one counts.
      if !number(row).isEmpty, byNumber[number(row)] == nil || isOpen(row) {
        byNumber[number(row)] = table.cell(row, id)
      }
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
    var current: [String: [String]] = [:]
    for row in table.rows where urns.contains(table.cell(row, id)) {
      let urn = table.cell(row, id)
      func text(_ role: String) -> String { layout.column(role).map { table.cell(row, $0) } ?? "" }
      names[urn] = table.cell(row, name)
      if isOpen(row) { current[Self.schoolKey(table.cell(row, name)), default: []].append(urn) }
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
      var school = people.text(row, "school")
      if school.isEmpty { continue }
      if names[school] == nil, let urn = byNumber[school.filter({ !"/ -.".contains($0) })] {
        school = urn
        people.set(row, "school", urn)
      }
      if !school.contains(where: { ";|".contains($0) }), names[school] == nil,
        !known.contains(Self.schoolKey(school))
      {
        unknown[school, default: 0] += 1
      }
      if let there = current[Self.schoolKey(school)], there.count == 1 {
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
      let looser = Dictionary(grouping: names.values.sorted() + nearNames(table, name)) {
        Self.looseKey($0)
      }
      let schools = unknown.keys.sorted().map { school -> String in
        let near = Set(looser[Self.looseKey(school)] ?? [])
        return near.count == 1 ? "\(school) (perhaps \(near.first ?? ""))" : school
      }
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

  /// The names of a register's schools that people's schools differ from by a word for the sort of school alone.
  private func nearNames(_ table: SourceTable, _ name: Int) -> [String] {
    let wanted = Set(people.rows.map { Self.looseKey(people.text($0, "school")) })
    return table.rows.map { table.cell($0, name) }.filter { wanted.contains(Self.looseKey($0)) }
  }

  private static func looseKey(_ name: String) -> String {
    schoolWords(name).filter { $0 != "academy" }.joined(separator: " ")
  }

  /// The number of a school's authority with its own, as a register has it in one column or two, without signs between.
  private func registerNumber(_ table: SourceTable, _ layout: Layout) -> (Int) -> String {
    let authority = table.column(["LA (code)"])
    let own = table.column(["EstablishmentNumber"])
    let whole = layout.column("laestab")
    return { row in
      if let whole { return table.cell(row, whole).filter { !"/ -.".contains($0) } }
      guard let authority, let own else { return "" }
      let parts = [table.cell(row, authority), table.cell(row, own)]
      return parts.contains("") ? "" : parts.joined()
    }
  }

  /// The school that stands in the place of one, however many came between.
  func followed(_ urn: String) -> String? {
    var (current, seen): (String, Set<String>) = (urn, [urn])
    while let next = successors[current], seen.insert(next).inserted { current = next }
    return current == urn ? nil : current
  }

  /// A school's name but for its typography: C of E is Church of England.
  static func schoolKey(_ name: String) -> String { schoolWords(name).joined(separator: " ") }
}
