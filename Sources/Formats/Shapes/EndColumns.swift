/// The two columns of an edge list.
struct EndColumns {
  let from: Int
  let to: Int
  /// Whether the headings are "Name 1" and "Name 2", as those of a form are too that asks for several names.
  let areCounted: Bool
  /// Whether they go on with "Name 3".
  let goOn: Bool

  init?(_ table: SourceTable) {
    if let to = table.column(Self.to), let from = table.column(Self.from + Self.counted.map(\.0)),
      from != to
    {
      (self.from, self.to, areCounted, goOn) = (from, to, false, false)
      return
    }
    if let from = table.column(["person"]), let to = table.column(["colleague"]) {
      (self.from, self.to, areCounted, goOn) = (from, to, false, false)
      return
    }
    for (first, second, third) in Self.counted {
      if let from = table.column([first]), let to = table.column([second]) {
        (self.from, self.to, areCounted, goOn) = (from, to, true, table.has(third))
        return
      }
    }
    return nil
  }

  private static let from = [
    "from", "source", "respondent", "from_id", "vertex 1", "ego", "nominator", "sender", "who",
    "giver", "node 1", "asker", "id1",
  ]
  private static let to = [
    "to", "target", "named", "to_id", "vertex 2", "alter", "nominee", "receiver", "whom", "taker",
    "node 2", "asked", "id2", "works with", "colleagues", "targets",
  ]
  private static let counted = [
    ("name 1", "name 2", "name 3"), ("person 1", "person 2", "person 3"),
    ("staff 1", "staff 2", "staff 3"), ("person a", "person b", "person c"),
  ]
}
