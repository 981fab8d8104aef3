import Intake
import Networks

/// Tables of ties that are called after terms or school years, each a picture of the same people at another time.
///
/// Nothing in them says which ties of an earlier term have ended, so the ties of all count together, which is said beside what to do.
struct TermTables {
  private let titles: [String]
  /// What the first of them is called, for the example.
  private let term: String

  /// - Parameter tables: those with ties and without a column of days.
  init?(_ tables: [SourceTable]) {
    let termed = tables.filter { Self.isTerm($0.stem) }
    guard let first = termed.first, Set(termed.map { folded($0.stem) }).count > 1 else {
      return nil
    }
    titles = termed.map(\.title)
    term = first.stem
  }

  var line: String {
    "\(listed(Array(titles.prefix(4))))\(titles.count > 4 ? " and others" : "") are called after terms, and their ties count together. To see what has changed, import each as a file of its own into the same folder, one after the other, and keep each with weft keep FOLDER --term \(shown(term)) before the next."
  }

  /// Whether a name says a term or a school year, as in "Autumn 2", "Spring term survey", "Term 3" and "2025-26".
  static func isTerm(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if words.contains(where: ["autumn", "spring", "summer"].contains) { return true }
    for (word, next) in zip(words, words.dropFirst()) {
      if ["term", "wave"].contains(word), Int(next).map({ (1...9).contains($0) }) ?? false {
        return true
      }
      if isSchoolYear("\(word)/\(next)") { return true }
    }
    return false
  }
}
