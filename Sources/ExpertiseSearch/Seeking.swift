import Networks

/// A question for those who would like to learn something, where those who know it are found as well.
enum Seeking {
  /// What its words are read as beside those who said so.
  static let readAs = "knows"
  /// What such a question may begin with.
  private static let beginnings: Set<String> = [
    "who", "anyone", "anybody", "someone", "somebody", "everyone", "people", "colleagues",
    "teachers", "staff", "schools",
  ]
  private static let fillers: Set<String> = [
    "else", "is", "are", "there", "which", "that", "find", "list", "show", "me", "any", "the",
    "other", "in", "our", "trust", "here", "also", "currently", "might", "may", "would",
  ]
  private static let wishes: Set<String> = [
    "want", "wants", "wanting", "wish", "wishes", "hope", "hopes", "like", "need", "needs",
    "needing", "seek", "seeks", "seeking", "looking",
  ]
  private static let help: Set<String> = [
    "help", "support", "training", "coaching", "advice", "mentoring", "more",
  ]
  private static let learn: Set<String> = [
    "learn", "know", "understand", "find", "improve", "develop", "hear", "study", "get",
  ]

  /// The words by which a question asks who would like to learn; `nil` for any other.
  ///
  /// "We need help with phonics" and "a teacher who needs help" ask for those who can help.
  static func words(in question: String) -> [String]? {
    let words = plainWords(question)
    guard let verb = words.firstIndex(where: wishes.contains),
      words[..<verb].allSatisfy({ beginnings.contains($0) || fillers.contains($0) }),
      words[..<verb].contains(where: beginnings.contains), verb + 1 < words.count
    else { return nil }
    let next = words[verb + 1]
    switch words[verb] {
    case "like" where words[verb - 1] != "would": return nil
    case "looking": return next == "for" ? [words[verb], next] : nil
    default: break
    }
    if next == "to" {
      guard verb + 2 < words.count, learn.contains(words[verb + 2]) else { return nil }
      return Array(words[verb...(verb + 2)])
    }
    return Array(words[verb...(help.contains(next) ? verb + 1 : verb)])
  }
}
