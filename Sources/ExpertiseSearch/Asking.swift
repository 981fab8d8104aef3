/// Who is asked for, and who only asks or is told of: the bursar, of "who's our bursar", and no TA, of "I'm only the TA".
enum Asking {
  /// Words after which somebody is looked for.
  private static let cues: Set<String> = [
    "who", "whos", "whose", "whom", "which", "whats", "name", "there", "need", "find", "contact",
    "email", "number", "speak", "talk", "any", "another", "get", "ring", "call", "list", "do",
  ]
  /// What follows a role that stands alone at the beginning: "Head of year at Harbour Academy".
  private static let endings: Set<String> = ["", "at", "in", "for", "please", "pls", "plz", "and"]
  private static let articles: Set<String> = [
    "a", "an", "the", "only", "just", "new", "newish", "brand", "quite", "also", "now", "fairly",
    "very", "lovely", "poor", "old", "own",
  ]
  private static let owners: Set<String> = ["my", "our", "his", "her", "their", "your", "the"]
  /// Before "as a cook" they tell of the work.
  private static let jobs: Set<String> = [
    "work", "works", "working", "worked", "train", "training", "trained", "job", "experience",
    "role", "volunteer",
  ]
  /// What somebody does who is told of: "my head asked".
  private static let deeds: Set<String> = [
    "asked", "asks", "says", "said", "wants", "wanted", "is", "was", "has", "had", "needs",
    "thinks",
    "told", "tells", "mentioned", "mentions", "keeps", "hasnt", "isnt", "wont", "cant", "left",
    "leaves", "went", "off", "suggested", "suggests", "sent", "reckons", "thought", "gave", "and",
  ]

  /// Whether some words say who asks: "I'm only the TA", "as a governor", "ECT here".
  static func isSelf(_ first: Token, _ last: Token) -> Bool {
    if first.lead.isEmpty, last.next == "here" { return true }
    let lead = Array(first.lead.drop(while: articles.contains))
    if lead.first == "im" || lead.starts(with: ["am", "i"]) { return true }
    return lead.first == "as" && lead.count < first.lead.count
      && !jobs.contains(lead.dropFirst().first ?? "")
  }

  /// Whether some words are of somebody who is told of.
  static func isTold(_ first: Token, _ last: Token) -> Bool {
    let lead = first.lead.drop(while: { articles.contains($0) && $0 != "the" })
    guard let owner = lead.first, owners.contains(owner), deeds.contains(last.next) else {
      return false
    }
    return !lead.contains { cues.contains($0) && $0 != "get" && $0 != "there" }
  }

  /// Whether whoever is called so is looked for.
  static func isAskedFor(_ first: Token, _ last: Token) -> Bool {
    if isTold(first, last) { return false }
    return first.lead.isEmpty
      ? endings.contains(last.next) : first.lead.contains(where: cues.contains)
  }

  private static let askers: Set<String> = ["who", "whos", "whom", "anyone", "anybody", "which"]
  private static let wanted: Set<String> = ["someone", "somebody", "person", "colleague"]
  private static let wants: Set<String> = [
    "need", "want", "find", "for", "can", "could", "is", "there", "like", "with", "to", "love",
    "know", "value",
  ]

  /// Whether a word follows what asks for somebody: "anyone who", "I need somebody who".
  static func isAfterCue(_ token: Token) -> Bool {
    let lead = Set(token.lead + [token.text])
    return !lead.isDisjoint(with: askers)
      || !lead.isDisjoint(with: wanted) && !lead.isDisjoint(with: wants)
  }
}
