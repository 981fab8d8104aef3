import Intake
import Networks

/// Schools where lists have people: at the ends of ties, and in the headings of a grid.
struct SchoolEnds {
  /// The schools known, under their names whatever the typography.
  private var known: [String: String] = [:]

  mutating func add(_ name: String, as id: String) {
    let key = Importer.schoolKey(name)
    guard !key.isEmpty, known[key] == nil else { return }
    known[key] = id
  }

  /// The school that a text names; `nil` for anything else.
  func school(_ text: String) -> String? { known[Importer.schoolKey(text)] }

  /// Whether two columns of ends are schools: by their headings, or where nearly all they hold are schools by their words or known.
  func areSchools(_ headings: [String], _ texts: [String]) -> Bool {
    if !headings.isEmpty, headings.allSatisfy(Self.isOfSchools) { return true }
    let names = Set(texts.filter { !$0.isEmpty && !TotalRow.isOne($0) })
    let schools = names.count { school($0) != nil || Self.isCalledSchool($0) }
    return names.count > 1 && schools * 10 >= names.count * 8
  }

  /// Whether a heading is over schools.
  static func isOfSchools(_ heading: String) -> Bool {
    !Set(words(heading)).isDisjoint(with: ["school", "schools", "academy", "academies"])
  }

  /// Whether a text ends as names of schools do: "Ashby Primary", "Cedar High School".
  static func isCalledSchool(_ text: String) -> Bool {
    let words = words(text)
    return words.count > 1 && words.last.map(sorts.contains) ?? false
  }

  /// The two halves of "Amy Ball - Oakfield Primary" and "Amy Ball (Oakfield Primary)"; `nil` for anything else.
  static func personAndSchool(_ text: String) -> (person: String, school: String)? {
    for mark in [" - ", " – ", " — ", " ("] {
      guard let cut = text.firstRange(of: mark) else { continue }
      let person = trimmed(String(text[..<cut.lowerBound]))
      let school = trimmed(String(text[cut.upperBound...].filter { $0 != ")" }))
      if isCalledSchool(school), !isCalledSchool(person), NameBook.words(person).count > 1 {
        return (person, school)
      }
    }
    return nil
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  private static let sorts: Set<String> = [
    "school", "academy", "primary", "secondary", "infants", "juniors", "college", "high", "nursery",
  ]

  /// What to say of ties between schools where nobody is known who works in them.
  static func needsPeople(_ title: String) -> String {
    "\(title) says which schools work together, and Weft maps who does: name the staff list beside it, with each person's school. The ties between schools are kept then."
  }
}
