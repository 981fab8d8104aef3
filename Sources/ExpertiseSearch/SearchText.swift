import Networks

/// What a query may be.
enum SearchText {
  /// The most characters of a query.
  static let longest = 256
  /// The most words of a query that are looked for.
  static let mostWords = 24
}

/// Why a query cannot be answered.
public enum SearchError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Nothing but spaces and signs.
  case noWords
  case tooLong(Int)

  public var description: String {
    switch self {
    case .noWords: "The query holds no word. Write what you look for, such as \"phonics\"."
    case .tooLong(let count):
      "The query has \(counted(count, "character")); at most \(SearchText.longest) are searched for. Write a few words, such as \"phonics catch-up\"."
    }
  }
}
