import Networks

/// How the people of a table are written: where most have a first name and a surname, a text without is nobody's name for sure.
struct NameStyle {
  private let areNames: Bool

  init(_ texts: some Sequence<String>) {
    let texts = Set(texts).prefix(400).filter {
      $0.contains(where: \.isLetter)
        && ![.none, .missing].contains(AnswerWord($0, asksDepth: false))
    }
    areNames = texts.count(where: Self.isName) * 2 >= texts.count && !texts.isEmpty
  }

  /// - Parameter columns: those with names; -1 for none.
  init(_ table: SourceTable, _ columns: [Int]) {
    self.init(
      table.rows.prefix(400).flatMap { row in
        columns.filter { $0 >= 0 }.flatMap { column in
          table.list(row, column).split { ";|,".contains($0) || $0.isNewline }.map {
            trimmed(String($0))
          }
        }
      })
  }

  /// Whether a text may be somebody's name here; ids and addresses may.
  func mayBeName(_ text: String) -> Bool {
    let isId = !text.contains(" ") && text.contains { $0.isNumber || $0 == "@" }
    return !areNames || isId || Self.isName(text)
  }

  /// Two words with a capital, and no other words but those that names have.
  private static func isName(_ text: String) -> Bool {
    let words = text.split { $0 == " " || $0 == "," }.filter { $0.contains(where: \.isLetter) }
    let small = words.filter { !$0.contains(where: \.isUppercase) }
    return words.count - small.count >= 2
      && small.allSatisfy { $0.first == "(" || particles.contains($0) }
  }

  private static let particles: Set<Substring> = [
    "de", "la", "le", "du", "da", "di", "del", "della", "dos", "van", "von", "der", "den", "ten",
    "bin", "ibn", "al", "el", "y", "of", "and", "-", "&",
  ]
}
