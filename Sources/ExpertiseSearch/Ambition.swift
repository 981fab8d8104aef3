import Networks

/// A question about a pupil who wants to become something: whatever that is, careers are asked for.
enum Ambition {
  private static let pupils: Set<String> = [
    "pupil", "pupils", "student", "students", "boy", "boys", "girl", "girls", "lad", "lads", "kid",
    "kids", "child", "children", "teenager", "teenagers", "youngster", "youngsters", "son",
    "daughter", "leaver", "leavers", "old", "olds", "he", "she", "they",
  ]
  private static let staff: Set<String> = [
    "teacher", "teachers", "ta", "tas", "staff", "colleague", "colleagues", "ect", "ects", "head",
    "deputy", "governor", "governors", "who", "anyone", "anybody", "someone", "somebody",
  ]
  private static let wishes: Set<String> = [
    "want", "wants", "wanting", "wanted", "hope", "hopes", "hoping", "dream", "dreams", "dreaming",
    "aspires", "aspire", "thinking", "plans", "wishes", "interested", "keen",
  ]
  /// What is no work: "wants to be a girl", "a prefect", "a bit quieter".
  private static let others: Set<String> = [
    "boy", "girl", "man", "woman", "school", "member", "part", "prefect", "monitor", "bit", "lot",
    "leader", "mentor", "buddy", "ambassador", "friend", "better", "dog", "cat", "baby", "carer",
  ]
  private static let services: Set<String> = ["army", "navy", "raf", "police", "forces", "marines"]
  private static let ends: Set<String> = ["and", "but", "so", "because", "when", "if", "at"]

  /// The words of the wish and of what somebody wants to become; `nil` for any other question.
  static func words(in question: String) -> [String]? {
    let words = plainWords(question)
    guard let verb = words.firstIndex(where: wishes.contains), words.count > verb + 4,
      words[..<verb].contains(where: { pupils.contains($0) || Stages.stage(of: $0) != nil }),
      !words[..<verb].contains(where: staff.contains),
      ["to", "of", "about", "in", "on"].contains(words[verb + 1])
    else { return nil }
    let rest = words[(verb + 3)...]
    guard let first = rest.first, let last = rest.dropFirst().first else { return nil }
    let isWork =
      switch words[verb + 2] {
      case "be", "become", "being", "becoming":
        ["a", "an"].contains(first) && !others.contains(last)
      case "work", "working", "train", "training": ["as", "in", "with", "for"].contains(first)
      case "join", "joining": first == "the" && services.contains(last)
      default: false
      }
    guard isWork else { return nil }
    return [words[verb]] + rest.prefix { !ends.contains($0) }
  }
}
