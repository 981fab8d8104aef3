import Measures
import Networks

/// How texts about what somebody offers and looks for meet: by the words they share.
enum WordMatch {
  private static let common: Set<String> = [
    "the", "and", "for", "with", "who", "that", "are", "their", "our", "into", "from", "every",
    "more", "before", "after", "pupils", "pupil", "school", "schools", "people", "young", "help",
    "support", "work", "each", "all", "are", "what", "children", "child", "staff", "team", "teams",
    "somewhere", "service", "services", "teacher", "teachers", "come", "can", "that", "earlier",
    "two", "better", "new", "year", "years", "class", "classes", "advice", "early", "learning",
    "visit", "visits", "group", "groups", "local",
  ]

  /// The words of a text that say something, cut to their stem in the roughest way.
  static func words(_ text: String) -> Set<String> { Set(plain(text).map(stem)) }

  private static func plain(_ text: String) -> [String] {
    let words = text.lowercased().unicodeScalars.split {
      !($0.properties.isAlphabetic || $0.properties.numericType != nil)
    }.map { String(String.UnicodeScalarView($0)) }
    return words.filter { $0.count > 2 && !common.contains($0) }
  }

  private static func stem(_ word: String) -> String {
    for ending in ["ations", "ation", "ings", "ing", "ers", "ies", "ed", "es", "s", "y"]
    where word.hasSuffix(ending) && word.count - ending.count >= 3 {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  /// The words of the first text that the second has too, as the first writes them, in order of the alphabet.
  static func shared(_ a: String, _ b: String) -> [String] {
    let stems = words(b)
    return Set(plain(a).filter { stems.contains(stem($0)) }).sorted()
  }
}
