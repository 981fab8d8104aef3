import Intake
public import Networks

/// What an answer about a colleague says: no tie, a tie with how deep or how often, or nothing that can be read.
enum AnswerWord: Equatable {
  /// Asked and answered with no.
  case none
  /// Nothing was said.
  case missing
  case tie(depth: Depth?, frequency: String, strength: String)
  /// Words that may mean either; somebody has to decide.
  case unreadable

  static let plainTie = AnswerWord.tie(depth: nil, frequency: "", strength: "")

  /// - Parameter asksDepth: whether numbers from 0 to 5 are depths.
  init(_ text: String, asksDepth: Bool) {
    let text = cleaned(text)
    if text.isEmpty || isNothing(text) {
      self = folded(text) == "notapplicable" ? .none : .missing
      return
    }
    if let number = Double(text) {
      if number == 0 {
        self = .none
      } else if asksDepth, (1...5).contains(number), number == number.rounded() {
        self = .tie(depth: Depth(rawValue: UInt8(number)), frequency: "", strength: "")
      } else if number > 0 {
        self =
          number == 1 ? Self.plainTie : .tie(depth: nil, frequency: "", strength: shortest(number))
      } else {
        self = .unreadable
      }
      return
    }
    // "3 - Monthly": the words count.
    let scale = text.prefix { $0.isNumber }
    let afterScale = text.dropFirst(scale.count).drop { " -–.:)=".contains($0) }
    let isScaled =
      !scale.isEmpty && afterScale.count < text.count - scale.count
      && afterScale.first?.isLetter == true
    let words = (isScaled ? String(afterScale) : text).lowercased().replacing("’", with: "'")
    let isUnsaid = Self.unsaid.contains {
      words.hasPrefix($0) && words.dropFirst($0.count).first?.isLetter != true
    }
    // "n/a - new starter".
    let opening = words.firstRange(of: " - ").map { String(words[..<$0.lowerBound]) } ?? ""
    if isUnsaid || opening.contains(where: \.isLetter) && isNothing(opening) {
      self = .missing
      return
    }
    if TieDenial(words) != .sure, TieDenial.leavesOpen(words) {
      self = .unreadable
      return
    }
    if let depth = DepthPhrase.depth(words) {
      self = depth == Depth.none ? .none : .tie(depth: depth, frequency: "", strength: "")
      return
    }
    let plain = words.filter { $0.isLetter || $0 == " " }
    if Self.no.contains(plain) { self = .none; return }
    if ["✓", "✔", "☑", "✅", "√", "●", "•", "/", "\\"].contains(where: words.hasPrefix),
      words.count <= 2
    {
      self = Self.plainTie
      return
    }
    if ["✗", "✘", "❌", "☐"].contains(where: words.hasPrefix), words.count <= 2 {
      self = .none; return
    }
    if Self.yes.contains(plain) { self = Self.plainTie; return }
    let first = plain.split(separator: " ").first ?? ""
    let seconds = Set(plain.split(separator: " "))
    if TieDenial(words) == .sure || first == "nobody" && TieDenial("no " + plain) == .sure {
      self = .none
      return
    }
    let isHedged = !seconds.isDisjoint(with: ["maybe", "perhaps", "possibly"])
    if !isHedged, Self.often.contains(where: { seconds.contains(Substring($0)) }) {
      self = .tie(depth: nil, frequency: text, strength: "")
      return
    }
    self = .unreadable
  }

  /// What is said beside a name, such as how often or never; `nil` for anything else that may stand there.
  init?(beside text: String) {
    guard text.contains(where: \.isLetter), !Self.holdsName(text) else { return nil }
    switch AnswerWord(text, asksDepth: false) {
    case .none where !Self.said.isDisjoint(with: text.lowercased().split { !$0.isLetter }):
      self = .none
    case .tie(let depth?, let frequency, let strength):
      self = .tie(depth: depth, frequency: frequency, strength: strength)
    case .tie where Self.saysHowOften(text): self = .tie(depth: nil, frequency: text, strength: "")
    default: return nil
    }
  }

  /// This tie with what another word says of it.
  func and(_ other: AnswerWord) -> AnswerWord {
    guard case .tie(let depth, let frequency, let strength) = self,
      case .tie(let otherDepth, let otherFrequency, let otherStrength) = other
    else { return self }
    return .tie(
      depth: depth ?? otherDepth, frequency: frequency.isEmpty ? otherFrequency : frequency,
      strength: strength.isEmpty ? otherStrength : strength)
  }

  /// Whether two words with a capital stand side by side, as in "never and Ben Cole".
  private static func holdsName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return zip(words, words.dropFirst()).contains { pair in
      [pair.0, pair.1].allSatisfy {
        $0.first?.isUppercase == true && $0.contains(where: \.isLowercase)
      }
    }
  }

  private static let said: Set<Substring> = [
    "no", "none", "never", "not", "nothing", "haven", "don",
  ]

  /// Whether a text says how often and nothing else: "every week" does, "Year 6 lead" does not.
  static func saysHowOften(_ text: String) -> Bool {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    guard !words.isEmpty, words.allSatisfy({ rate.contains($0) || $0.allSatisfy(\.isNumber) })
    else { return false }
    return words.contains { often.contains(String($0)) && !unit.contains($0) }
      || words.contains { unit.contains($0) } && words.contains { each.contains($0) }
  }

  private static let unit: Set<Substring> = [
    "day", "days", "week", "weeks", "fortnight", "month", "months", "term", "terms", "year",
    "years", "times",
  ]
  private static let each: Set<Substring> = [
    "a", "an", "each", "every", "per", "most", "once", "twice",
  ]
  private static let rate: Set<Substring> = unit.union(each).union([
    "in", "the", "at", "least", "about", "or", "and", "more", "less", "than", "two", "three",
    "four", "few", "other", "very", "quite", "only", "hardly", "ever", "half", "time", "all",
    "almost", "nearly", "now", "then",
  ]).union(often.map { Substring($0) })

  private static let no: Set<String> = [
    "no", "n", "none", "never", "false", "not at all", "not yet", "na", "nil", "zero", "absent",
    "apologies",
  ]
  private static let yes: Set<String> = [
    "yes", "y", "true", "x", "tick", "ticked", "selected", "checked", "yes please", "present",
  ]
  private static let unsaid = [
    "don't know", "do not know", "dont know", "not sure", "unsure", "prefer not", "no answer",
    "no response", "did not answer", "not asked", "skip", "myself", "this is me", "self",
  ]
  private static let often = [
    "daily", "weekly", "fortnightly", "monthly", "termly", "yearly", "annually", "annual", "hourly",
    "quarterly", "often", "sometimes",
    "rarely", "seldom", "occasionally", "occasional", "regularly", "regular", "frequently",
    "frequent", "always", "day", "days", "week",
    "weeks", "fortnight", "month", "months", "term", "terms", "year", "years", "once", "twice",
    "times", "constantly",
  ]
}

/// What a survey offers as answers for how deep work together goes, and the words others use for the same.
public enum DepthPhrase {
  /// The words of each depth as `weft survey` puts them (after Frey, Lohmeier, Lee & Tollefson 2006).
  public static func words(_ depth: Depth) -> String {
    switch depth {
    case .none: "We have not worked together"
    case .networking: "We know each other and talk now and then"
    case .cooperation: "We pass on information, each working alone"
    case .coordination: "We share information and resources and plan some things together"
    case .coalition: "We share ideas and resources and decide together"
    case .collaboration: "We work as one team and agree everything together"
    }
  }

  /// The depth whose words stand in a question.
  static func within(_ question: String) -> Depth? {
    let key = letters(question)
    return Depth.allCases.last { $0 != .none && key.contains(letters(words($0))) }
  }

  static func depth(_ words: String) -> Depth? {
    let key = letters(words)
    if let known = known[key] { return known }
    // A form may give the word with its meaning: "Cooperation: we pass on information".
    let first = letters(String(words.prefix { $0.isLetter }))
    return first.count > 6 && words.contains(where: { ":(–-".contains($0) }) ? known[first] : nil
  }

  private static func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }

  private static let known: [String: Depth] = {
    var known: [String: Depth] = [:]
    for depth in Depth.allCases {
      known[letters(words(depth))] = depth
      if depth != .none { known[depth.word] = depth }
    }
    for (word, depth) in [
      ("nointeraction", Depth.none), ("nointeractionatall", .none), ("network", .networking),
      ("aware", .networking),
      ("awareness", .networking), ("cooperative", .cooperation), ("cooperating", .cooperation),
      ("cooperate", .cooperation),
      ("coordinated", .coordination), ("coordinating", .coordination),
      ("coordinate", .coordination),
      ("collaborative", .collaboration), ("collaborating", .collaboration),
      ("collaborate", .collaboration),
      ("integration", .collaboration),
    ] { known[word] = depth }
    return known
  }()
}
