import Networks

/// A heading with one number in it, as forms have where they ask the same of several: "Colleague 1", "Name2", "Who? [Row 3]",
/// "How often do you meet colleague 2?".
struct CountedHeading {
  /// The heading without the number.
  let stem: String
  let number: Int
  /// Whether the number counts whoever is named or said something of, and not school years or the like.
  let isSeries: Bool
  /// Whether the heading is a word for somebody and nothing else: "Person 1", "Name of colleague 2".
  var isSomebody: Bool {
    let words = Self.words(stem)
    return isSeries && words.contains(where: Self.people.contains)
      && words.allSatisfy { Self.people.contains($0) || ["of", "the", "a"].contains($0) }
  }

  init?(_ heading: String) {
    let text = Self.withoutQuestionNumber(heading)
    let isDigit: (Character) -> Bool = { $0.isASCII && $0.isNumber }
    guard let start = text.firstIndex(where: isDigit) else { return nil }
    let digits = text[start...].prefix(while: isDigit)
    let rest = text[digits.endIndex...]
    // Of two numbers neither says which it is.
    guard digits.count < 3, !rest.contains(where: isDigit), let number = Int(digits) else {
      return nil
    }
    let before = text[..<start]
    let word = Self.words(String(before)).last ?? ""
    let isLast = !rest.contains { $0.isLetter }
    isSeries =
      Self.people.contains(word) || Self.places.contains(word)
      || isLast && !Self.stages.contains(word)
    self.number = number
    stem = Self.tidy(String(before), String(rest))
    guard !stem.isEmpty else { return nil }
  }

  /// Whether a table has headings such as "Name 1".
  static func areNames(_ table: SourceTable) -> Bool {
    table.headings.contains { heading in
      CountedHeading(heading).map { $0.isSomebody && $0.number == 1 } ?? false
    }
  }

  /// The heading without the number of the question, "3." or "3)", at its beginning.
  static func withoutQuestionNumber(_ heading: String) -> String {
    let digits = heading.prefix { $0.isASCII && $0.isNumber }
    let rest = heading.dropFirst(digits.count)
    guard (1...2).contains(digits.count), let mark = rest.first, ".)".contains(mark) else {
      return heading
    }
    let text = trimmed(String(rest.dropFirst()))
    return text.isEmpty ? heading : text
  }

  /// What stands on both sides of the number; a bracket that held the number and its name, "[Row 1]", goes with it.
  private static func tidy(_ before: String, _ after: String) -> String {
    var (before, after) = (before, after)
    if let open = before.lastIndex(where: { "[(".contains($0) }),
      let close = after.first, ")]".contains(close),
      words(String(before[before.index(after: open)...])).allSatisfy({
        people.contains($0) || places.contains($0)
      })
    {
      before = String(before[..<open])
      after.removeFirst()
    }
    var text = cleaned(before)
    while let last = text.last, "#-–—(:".contains(last) { text = trimmed(String(text.dropLast())) }
    let rest = cleaned(after)
    return rest.first?.isLetter == true ? "\(text) \(rest)" : text + rest
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  private static let people: Set<String> = [
    "colleague", "person", "name", "staff", "member", "teacher", "nominee", "peer",
    "colleagues", "names", "people",
  ]
  private static let places: Set<String> = [
    "row", "contact", "choice", "answer", "option", "no", "number",
  ]
  private static let stages: Set<String> = [
    "year", "years", "yr", "y", "class", "phase", "ks", "stage", "term", "week", "grade", "level",
    "tier", "room", "block", "part", "section", "group",
  ]
}
