import Intake
import Networks

/// A row for each school with a column for each post, and in it whoever has it: Head, SENCO, DSL.
extension Recogniser {
  var contactList: Layout? {
    guard !table.isForm, let school = table.column(Self.schoolHeadings) else { return nil }
    let posts = table.headings.indices.filter { column in
      column != school && Self.isPost(table.headings[column]) && holdsPeople(column)
    }
    guard posts.count > 1 else { return nil }
    return Layout(
      .contacts,
      table.headings.indices.map { column in
        column == school
          ? .role("school")
          : posts.contains(column) ? .post(table.headings[column]) : .unused
      })
  }

  private static let schoolHeadings = [
    "school", "school name", "academy", "academy name", "establishment", "establishment name",
    "site", "site name", "schools",
  ]

  /// Whether a heading is the name of a post.
  private static func isPost(_ heading: String) -> Bool {
    let words = Set(plainWords(heading))
    return words.count < 6
      && !words.isDisjoint(with: [
        "head", "headteacher", "principal", "deputy", "assistant", "senco", "sendco", "dsl", "ddsl",
        "lead", "leader", "manager", "coordinator", "officer", "governor", "clerk", "sbm", "cob",
        "caretaker", "administrator", "teacher", "champion", "technician", "tutor", "chair",
      ]) && words.isDisjoint(with: ["email", "phone", "tel", "mobile", "number", "date"])
  }

  func holdsPeople(_ column: Int) -> Bool {
    let cells = sample.map { table.cell($0, column) }.filter { !$0.isEmpty }
    if Self.lookLikeNames(cells) { return true }
    return !book.isEmpty && cells.count(where: { book.mayMean($0) }) * 2 > cells.count
  }
}

extension Importer {
  mutating func takeContacts(_ table: SourceTable, _ layout: Layout) {
    guard let school = layout.column("school") else { return }
    var found: Set<String> = []
    var places: Set<String> = []
    for row in table.rows where !table.isTotal(row) {
      let name = table.cell(row, school)
      if name.isEmpty || TotalRow.isOne(name) { continue }
      places.insert(name)
      for (column, use) in layout.uses.enumerated() {
        guard case .post(let post) = use else { continue }
        for entry in entries(table.list(row, column)).names where !isNobody(entry.name) {
          guard case .people(let ids) = named(entry.name, addsUnknown: !hasList) else { continue }
          for id in ids {
            found.insert(id)
            guard let place = personRow[id] else { continue }
            if people.text(place, "school").isEmpty { people.set(place, "school", name) }
            let role = people.text(place, "role")
            if !hasList || role.isEmpty, !role.split(separator: ", ").contains(Substring(post)) {
              people.set(place, "role", role.isEmpty ? post : "\(role), \(post)")
            }
          }
        }
      }
    }
    result.hasStaff = true
    result.readings.append(
      "\(table.title): who has which post in \(counted(places.count, "school")), \(counted(found.count, "person", "people"))"
    )
  }
}
