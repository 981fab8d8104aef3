/// The two columns of an edge list.
struct EndColumns {
  let from: Int
  let to: Int
  /// Whether the headings are "Name 1" and "Name 2", as those of a form are too that asks for several names.
  let areCounted: Bool
  /// Whether they go on with "Name 3".
  let goOn: Bool
  /// What whoever stands first did for the other, where the headings say so: a coach coached.
  private(set) var deed: String?

  init?(_ table: SourceTable) {
    if let to = table.column(Self.to), let from = table.column(Self.from + Self.counted.map(\.0)),
      from != to
    {
      (self.from, self.to, areCounted, goOn) = (from, to, false, false)
      return
    }
    for (first, second) in Self.pairs {
      if let from = table.column([first]), let to = table.column([second]) {
        (self.from, self.to, areCounted, goOn) = (from, to, false, false)
        return
      }
    }
    for (first, second, deed) in Self.helpers {
      if let from = table.column([first]), let to = table.column([second]) {
        (self.from, self.to, areCounted, goOn, self.deed) = (from, to, false, false, deed)
        return
      }
    }
    for (first, second, third) in Self.counted {
      if let from = table.column([first]), let to = table.column([second]) {
        (self.from, self.to, areCounted, goOn) = (from, to, true, table.has(third))
        return
      }
    }
    // Schools that work with schools, where no column says who does.
    guard table.column(Self.people) == nil else { return nil }
    for (first, second) in Self.schools {
      // "Teacher 1, School 1, Teacher 2, School 2": the schools are those of the people beside them.
      let marks = [first, second].map { name in
        name.split(separator: " ").first { !["school", "academy"].contains($0) } ?? ""
      }
      if table.has(first), table.has(second),
        let stem = Self.stems.first(where: { stem in
          marks.allSatisfy { table.has("\(stem) \($0)") || table.has("\($0) \(stem)") }
        }),
        let from = table.column(["\(stem) \(marks[0])", "\(marks[0]) \(stem)"]),
        let to = table.column(["\(stem) \(marks[1])", "\(marks[1]) \(stem)"])
      {
        (self.from, self.to, areCounted, goOn) = (from, to, false, false)
        return
      }
      if let from = table.column([first]), let to = table.column([second]) {
        (self.from, self.to, areCounted, goOn) = (from, to, false, false)
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
  private static let pairs = [
    ("person", "colleague"), ("respondent id", "colleague id"), ("respondent", "colleague"),
    ("staff id", "colleague id"),
    ("person id", "colleague id"), ("from name", "to name"), ("source name", "target name"),
    ("from person", "to person"), ("from email", "to email"),
  ]
  private static let helpers = [
    ("coach", "coachee", "coached"), ("coach", "person coached", "coached"),
    ("mentor", "mentee", "mentored"), ("mentor", "ect", "mentored"),
    ("mentor", "trainee", "mentored"), ("mentor", "new starter", "mentored"),
    ("buddy", "new starter", "supported"), ("adviser", "advisee", "advised"),
    ("trainer", "trainee", "trained"), ("supporter", "supported", "supported"),
    ("helper", "helped", "helped"),
  ]
  private static let schools = [
    ("from school", "to school"), ("source school", "target school"), ("school a", "school b"),
    ("school 1", "school 2"), ("school from", "school to"), ("from academy", "to academy"),
    ("academy a", "academy b"), ("academy 1", "academy 2"),
  ]
  private static let people = [
    "name", "full name", "person", "staff", "staff member", "surname", "last name", "email",
    "staff id", "id", "employee number", "members",
  ]
  private static let counted = [
    ("name 1", "name 2", "name 3"), ("person 1", "person 2", "person 3"),
    ("staff 1", "staff 2", "staff 3"), ("person a", "person b", "person c"),
    ("colleague a", "colleague b", "colleague c"), ("name a", "name b", "name c"),
    ("staff a", "staff b", "staff c"), ("teacher a", "teacher b", "teacher c"),
  ]
  // A lead or a head may stand there for the school alone.
  private static let stems = [
    "colleague", "teacher", "staff", "staff member", "name", "person", "employee",
  ]
}
