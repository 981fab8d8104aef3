import Networks

/// A query as words.
enum SearchText {
  /// The most characters of a query.
  static let longest = 256
  /// The most words of a query that are looked for.
  static let mostWords = 24

  /// Words that carry no meaning in a question such as "who knows about phonics at Oakfield?".
  private static let fillers: Set<String> = [
    "a", "about", "advice", "an", "and", "any", "anybody", "anyone", "at", "best", "can", "do",
    "does", "expert", "expertise", "experts", "find", "for", "from", "good", "has", "have", "help",
    "helps", "i", "in", "is", "know", "knowledge", "knows", "me", "my", "near", "not", "of", "on",
    "or", "our", "people", "person", "please", "school", "schools", "skill", "skills", "some",
    "somebody", "someone", "staff", "support", "teach", "teaches", "than", "the", "to", "trust",
    "us", "we", "where", "which", "who", "with", "work", "works",
  ]

  static func isFiller(_ word: String) -> Bool { fillers.contains(word) }

  /// The words of a text: letters and digits, in small letters, without accents; an apostrophe parts nothing, and `&` is
  /// "and".
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text.replacing("&", with: " and ") {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if character != "'" && character != "\u{2019}" {
        words.append(topicKey(word))
        word = ""
      }
    }
    words.append(topicKey(word))
    return words.filter { !$0.isEmpty }
  }
}

/// Why a query cannot be answered.
public enum SearchError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Nothing but spaces and signs.
  case noWords
  case tooLong(Int)
  /// The engine failed; its own words.
  case engine(String)

  public var description: String {
    switch self {
    case .noWords: "The query holds no word. Write what you look for, such as \"phonics\"."
    case .tooLong(let count):
      "The query has \(counted(count, "character")); at most \(SearchText.longest) are searched for. Write a few words, such as \"phonics catch-up\"."
    case .engine(let reason): "The search could not be made: \(reason)."
    }
  }
}
