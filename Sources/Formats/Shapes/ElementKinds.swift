import Intake
import Networks

/// What the rows of a list of elements are, where a column Type tells people from schools, organisations and projects.
struct ElementKinds {
  private let table: SourceTable
  private let column: Int

  /// `nil` where no column does.
  init?(_ table: SourceTable, _ layout: Layout) {
    guard let column = table.column(["type", "element type", "node type", "kind"]),
      layout.uses[column] == .kept,
      table.rows.contains(where: { Self.people.contains(folded(table.cell($0, column))) })
    else { return nil }
    (self.table, self.column) = (table, column)
  }

  /// The table that a row belongs in; `nil` for a person, and where nothing says what it is.
  func kind(of row: Int) -> TableKind? {
    let text = table.cell(row, column).lowercased()
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
