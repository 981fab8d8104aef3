import Networks

/// Headings in two rows: "Person" above "Name" and "School", or a question above the colleagues it asks about.
struct TwoHeadings {
  let lowerRow: Int
  let headings: [String]

  /// - Parameter row: the row that is about as wide as the others; the other row is above or below it.
  init?(_ sheet: Sheet, _ row: Int) {
    for upper in [row, row - 1] where upper >= 0 && upper + 2 < sheet.rowCount {
      if let headings = Self.joined(sheet, upper) {
        (lowerRow, self.headings) = (upper + 1, headings)
        return
      }
    }
    return nil
  }

  private static func joined(_ sheet: Sheet, _ upper: Int) -> [String]? {
    let width = max(sheet.width(upper), sheet.width(upper + 1))
    let above = (0..<width).map { cleaned(sheet.text(upper, $0)) }
    let below = (0..<width).map { cleaned(sheet.text(upper + 1, $0)) }
    let said = below.filter { !$0.isEmpty }
    let areWords = said.allSatisfy { words.contains(headingKey($0)) }
    // A heading over several columns stands over the first alone, or over each.
    let isOver =
      zip(above, below).contains { $0.isEmpty && !$1.isEmpty }
      || areWords && zip(above, above.dropFirst()).contains { $0 == $1 && !$0.isEmpty }
    guard above.count(where: { !$0.isEmpty }) > 1, said.count > 1, isOver else { return nil }
    // Where no word below stands twice, what is above only puts them together.
    if areWords, Set(said.map(headingKey)).count == said.count {
      return zip(above, below).map { $1.isEmpty ? $0 : $1 }
    }
    let names = Set(
      (upper + 2..<sheet.rowCount).prefix(2_000).flatMap { row in
        (0..<min(2, sheet.width(row))).map { key(sheet.text(row, $0)) }
      }
    ).subtracting([""])
    // Where whoever answers has a name, the row is an answer.
    guard
      areWords
        || below[0].isEmpty && said.count(where: { names.contains(key($0)) }) * 2 > said.count
    else {
      return nil
    }
    var question = ""
    return zip(above, below).map { top, heading in
      if !top.isEmpty { question = top }
      if heading.isEmpty { return top }
      if question.isEmpty { return heading }
      if areWords { return headingKey(heading) == "name" ? question : "\(question) \(heading)" }
      return "\(question) [\(heading)]"
    }
  }

  private static func key(_ text: String) -> String {
    NameBook.words(text).joined(separator: " ")
  }

  private static let words: Set<String> = Set(
    [
      "name", "school", "role", "team", "email", "id", "first name", "forename", "surname",
      "last name", "full name", "job title", "department", "academy", "phase", "post", "staff id",
    ].map(headingKey))
}
