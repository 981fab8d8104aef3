import Intake
import Networks

/// What the rows of a list of elements are, where a column Type tells people from schools, organisations and projects.
struct ElementKinds {
  private let table: SourceTable
  private let columns: [Int]

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
  }

  /// The table that a row belongs in; `nil` for a person, and where nothing says what it is.
  func kind(of row: Int) -> TableKind? {
    let text =
      columns.lazy.map { table.cell(row, $0).lowercased() }.first { !$0.isEmpty } ?? ""
    if text.isEmpty || Self.people.contains(folded(text)) { return nil }
    func has(_ words: [String]) -> Bool { words.contains(where: text.contains) }
    if has(["school", "academy", "academies", "college", "nursery"]) { return .schools }
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
