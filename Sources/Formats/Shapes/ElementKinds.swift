import Intake
import Networks

/// What the rows of a list of elements are, where a column Type tells people from schools, organisations and projects.
struct ElementKinds {
  private let table: SourceTable
  private let columns: [Int]
  private let label: Int?
  /// The schools that people have.
  private let schools: Set<String>

  /// `nil` where no column does.
  init?(_ table: SourceTable, _ layout: Layout) {
    let columns = ["type", "element type", "node type", "kind"].compactMap { table.column([$0]) }
      .filter { layout.uses[$0] == .kept }
    guard
      table.rows.contains(where: { row in
        columns.contains { Self.people.contains(folded(table.cell(row, $0))) }
      })
    else { return nil }
    (self.table, self.columns) = (table, columns)
    label = layout.column("name") ?? layout.column("id")
    let school = layout.column("school")
    schools = Set(table.rows.flatMap { row in school.map { [folded(table.cell(row, $0))] } ?? [] })
  }

  /// The table that a row belongs in; `nil` for a person, and where nothing says what it is.
  func kind(of row: Int) -> TableKind? {
    let text =
      columns.lazy.map { table.cell(row, $0).lowercased() }.first { !$0.isEmpty } ?? ""
    if text.isEmpty || Self.people.contains(folded(text)) { return nil }
    func has(_ words: [String]) -> Bool { words.contains(where: text.contains) }
    // Where people work is a school, whatever it is called.
    let works = label.map { schools.contains(folded(table.cell(row, $0))) } ?? false
    if works || has(["school", "academy", "academies", "college", "nursery"]) { return .schools }
    if has(["team", "project", "group", "network", "department", "committee", "hub"]) {
      return .teams
    }
    let partners = [
      "organi", "partner", "charity", "company", "agency", "council", "authority", "business",
      "university", "trust", "provider", "community",
    ]
    return has(partners) ? .partners : nil
  }

  private static let people: Set<String> = ["person", "people", "individual", "staff", "employee"]
}
