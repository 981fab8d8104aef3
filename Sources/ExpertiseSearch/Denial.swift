/// What a question leaves out: "not at Oakfield", "anyone but Fatima", "other than French".
enum Denial: Sendable {
  /// After "not": it may as well say what pupils cannot do.
  case not
  /// After "except" and its like.
  case except

  /// Words that stand between it and what is left out.
  private static let passed: Set<String> = [
    "at", "in", "from", "the", "of", "near", "within", "any", "anyone", "anybody", "someone",
    "somebody", "people", "those", "one", "staff", "work", "works", "working", "based", "who", "is",
    "are", "my", "our", "a", "an", "want", "for",
  ]
  private static let nots: Set<String> = ["not", "isnt", "arent", "doesnt", "dont"]
  private static let excepts: Set<String> = ["except", "excepting", "outside", "without"]
  /// By last word, the first of two that deny together.
  private static let pairs: [String: Set<String>] = [
    "than": ["other", "others", "rather"], "from": ["apart", "aside", "away"], "of": ["instead"],
    "but": [
      "any", "anyone", "anybody", "anywhere", "everyone", "everybody", "everywhere", "someone",
      "somebody", "all",
    ],
  ]
  private static let first: Set<String> = ["apart", "aside", "away", "instead", "rather"]

  /// Whether a word only tells that something is left out.
  static func isCue(_ word: String) -> Bool {
    nots.contains(word) || excepts.contains(word) || first.contains(word)
  }

  /// Whether a word may stand between.
  static func isPassed(_ word: String) -> Bool { passed.contains(word) }

  /// Marks the first word that is left out after each that denies.
  static func mark(_ words: inout [Token]) {
    var denial: Denial?
    for place in words.indices {
      let word = words[place].text
      let isPair = pairs[word]?.contains(words[place].before) ?? false
      if isPair || excepts.contains(word) {
        denial = .except
      } else if nots.contains(word) {
        denial = .not
      } else if denial != nil, !passed.contains(word) {
        words[place].denial = denial
        denial = nil
      }
    }
  }
}
