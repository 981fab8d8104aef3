import Networks

/// How texts about what somebody offers and looks for meet: by the words they share.
enum WordMatch {
  private static let common: Set<String> = [
    "the", "and", "for", "with", "who", "that", "are", "their", "our", "into", "from", "every",
    "more", "before", "after", "pupils", "pupil", "school", "schools", "people", "young", "help",
    "support", "work", "each", "all", "are", "what", "children", "child", "staff", "team", "teams",
    "somewhere", "service", "services",
  ]

  /// The words of a text that say something, cut to their stem in the roughest way.
  static func words(_ text: String) -> Set<String> {
    let words = text.lowercased().unicodeScalars.split {
      !($0.properties.isAlphabetic || $0.properties.numericType != nil)
    }.map { String(String.UnicodeScalarView($0)) }
    return Set(words.filter { $0.count > 2 && !common.contains($0) }.map(stem))
  }

  private static func stem(_ word: String) -> String {
    for ending in ["ations", "ation", "ings", "ing", "ers", "ies", "ed", "es", "s", "y"]
    where word.hasSuffix(ending) && word.count - ending.count >= 3 {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  /// The words that both texts have, in order.
  static func shared(_ a: String, _ b: String) -> [String] {
    words(a).intersection(words(b)).sorted()
  }
}
