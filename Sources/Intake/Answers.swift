import Networks

/// What people write for yes, for no, and for no tie at all.
enum Answer {
  /// Yes or no in one of their usual forms; `nil` where a text is neither.
  ///
  /// A remark may follow: "Yes - signed MoU", "No, not yet".
  static func yesOrNo(_ text: String) -> Bool? {
    let key = wordKey(text)
    if let sure = yesOrNoWords[key] ?? ticks[trimmed(text)] { return sure }
    let words = key.split(separator: " ")
    guard words.count > 1, let first = words.first, !isUncertain(key) else { return nil }
    switch first {
    case "yes", "y", "true": return true
    case "no", "false", "not": return false
    default: return nil
    }
  }

  /// Whether somebody was there, by the marks of attendance lists; `nil` where a mark says neither or may say either.
  static func attended(_ text: String) -> Bool? {
    let key = wordKey(text)
    if let sure = attendanceWords[key] ?? strokes[trimmed(text)] { return sure }
    if let answer = yesOrNo(text) { return answer }
    let words = key.split(separator: " ")
    let isNo =
      words.contains {
        ["apologies", "apology", "apols", "absent", "declined", "cancelled"].contains($0)
      }
      || ["did not", "didnt", "unable", "no show", "not present", "not there", "sent apolog"]
        .contains {
          key.hasPrefix($0)
        }
    if isNo { return false }
    let isYes =
      words.first.map { ["present", "attended", "came", "joined"].contains($0) } ?? false
    return isYes ? true : nil
  }

  /// Whether there is an agreement; "MOU 12/03/2024" and "signed" say yes, "draft" and "expired" neither yes nor no.
  static func agreement(_ text: String) -> Bool? {
    let key = wordKey(text)
    if ["none", "nil", "unsigned", "not yet", "none yet"].contains(key) { return false }
    if isUncertain(key) { return nil }
    if let answer = yesOrNo(text) { return answer }
    let words = key.split(separator: " ")
    if words.contains(where: { ["no", "not", "none", "unsigned", "without"].contains($0) }) {
      return words.first == "no" || words.first == "none" ? false : nil
    }
    let known: Set<Substring> = [
      "mou", "moa", "sla", "signed", "agreed", "agreement", "memorandum", "contract", "contracted",
      "letter", "formal", "written", "compact", "charter",
    ]
    return words.contains(where: known.contains) ? true : nil
  }

  /// Whether a cell of members says that there is nobody, which is more than an empty one says.
  static func isNobody(_ text: String) -> Bool { nobodyWords.contains(wordKey(text)) }

  /// Whether a cell that says how often or how closely two people work says that they do not.
  static func isNoTie(_ text: String) -> Bool { TieDenial(text) == .sure }

  /// Whether a level says that somebody knows nothing of a topic.
  static func isNoSkill(_ text: String) -> Bool { levelDenial(text) == .sure }

  /// How a level says that nothing is known of its topic; `nil` where it is a level, or may be one.
  static func levelDenial(_ text: String) -> TopicDenial? {
    let key = wordKey(text)
    if noSkillWords.contains(key) { return .sure }
    if Values.isMissing(text.utf8.span) || openWords.contains(key) { return .open }
    return topicDenial(text) == .sure ? .sure : nil
  }

  /// What a text says where a topic or its level is asked for.
  enum TopicDenial {
    /// That nothing is known or wanted: "no French", "can't do maths", "Phonics - none".
    case sure
    /// Nothing that can be told: "N/A", "no idea", "Yes".
    case open
  }

  /// How a text denies a topic; `nil` where it names one.
  static func topicDenial(_ text: String) -> TopicDenial? {
    let key = wordKey(text)
    if openWords.contains(key) || bareWords.contains(key) { return .open }
    if opensWithDenial(key.split(separator: " ")) { return .sure }
    for mark in [" - ", " \u{2013} ", " \u{2014} ", ":", " ("] {
      guard let cut = text.ranges(of: mark).last else { continue }
      let rest = trimmed(String(text[cut.upperBound...].filter { $0 != ")" }))
      if rest.isEmpty { continue }
      if Values.isMissing(rest.utf8.span), !noSkillWords.contains(wordKey(rest)) { return .open }
      if openWords.contains(wordKey(rest)) { return .open }
      if noSkillWords.contains(wordKey(rest)) && mark != ":" { return .sure }
      if opensWithDenial(wordKey(rest).split(separator: " ")) { return .sure }
    }
    let isDenied = denialsAtTheEnd.contains { key.hasSuffix(" " + $0) }
    return isDenied ? .sure : nil
  }

  /// Whether words begin with a denial, whoever it is said of, and do not take it back: "not only" does.
  private static func opensWithDenial(_ words: [Substring]) -> Bool {
    let rest = words.drop { ["i", "im", "ive", "am", "we", "have", "ok", "sorry"].contains($0) }
    guard let first = rest.first else { return false }
    let second = rest.dropFirst().first ?? ""
    if ["only", "just"].contains(second) { return false }
    return ["no", "not", "none", "nothing", "never", "nil", "neither"].contains(first)
      || [
        "cant", "cannot", "dont", "doesnt", "didnt", "havent", "hasnt", "wouldnt", "couldnt",
        "unable",
      ].contains(first)
      || second == "not" && ["do", "can", "does", "did", "would", "could"].contains(first)
      || first == "know" && ["nothing", "little"].contains(second)
  }

  /// A text in small letters, its words parted by one space; signs part words, apostrophes do not.
  static func wordKey(_ text: String) -> String {
    plainWords(text).joined(separator: " ")
  }

  private static let yesOrNoWords: [String: Bool] = [
    "yes": true, "y": true, "true": true, "1": true, "no": false, "n": false, "false": false,
    "0": false, "not yet": false, "never": false,
  ]

  private static let attendanceWords: [String: Bool] = {
    var words: [String: Bool] = [:]
    for word in [
      "present", "attended", "attending", "attendee", "came", "here", "there", "in attendance", "p",
      "late",
      "arrived late", "left early", "online", "remote", "remotely", "virtual", "virtually",
      "in person", "joined", "signed in",
    ] { words[word] = true }
    for word in [
      "apologies", "apology", "apols", "absent", "a", "did not attend", "dna", "didnt attend",
      "did not come", "not present", "not attended", "no show", "noshow", "declined", "sick", "ill",
      "on leave", "leave", "cancelled", "unable to attend", "sent apologies", "none", "nil",
      "unauthorised", "authorised", "unauthorised absence", "authorised absence",
    ] { words[word] = false }
    return words
  }()

  /// Ticks and crosses that are no letters.
  ///
  /// A Latin x may tick a box or cross somebody out, and says nothing.
  private static let ticks: [String: Bool] = [
    "\u{2713}": true, "\u{2714}": true, "\u{2714}\u{FE0F}": true, "\u{2705}": true,
    "\u{2611}": true,
    "\u{2717}": false, "\u{2718}": false, "\u{274C}": false, "\u{2610}": false,
  ]

  /// The strokes of a school's register: there in the morning, there in the afternoon.
  private static let strokes = ["/": true, "\\": true, "/\\": true]

  /// Whether a remark takes back what it says.
  private static func isUncertain(_ key: String) -> Bool {
    uncertain.contains { (" " + key + " ").contains(" " + $0 + " ") }
  }

  private static let uncertain = [
    "draft", "drafted", "expired", "lapsed", "pending", "awaiting", "in progress", "unsure",
    "not sure", "maybe",
    "perhaps", "possibly", "partly", "partially", "partial", "tbc", "unclear", "under discussion",
    "to be", "ended",
    "terminated", "proposed", "yes and no", "yes no", "not known", "sometimes",
  ]

  /// The words and phrases that are no tie as they stand.
  static let noTieWords: Set<String> = [
    "never", "no", "none", "0", "no contact", "not at all", "no tie", "no link", "no connection",
    "not connected", "no relationship", "no interaction", "no interaction at all",
    "no collaboration",
    "no communication", "do not know", "dont know them", "do not know them",
    "dont work together", "do not work together", "not worked together", "never worked together",
    "never met", "n", "false", "hardly ever or never", "rarely or never", "rarely never",
    "almost never or never",
    "no working relationship", "nil", "not met", "no contact at all", "do not work with them",
    "dont work with them",
  ]

  private static let noSkillWords: Set<String> = [
    "0", "no", "none", "nil", "never", "not at all", "nothing", "no experience", "no knowledge",
    "n",
    "not confident", "not confident at all", "not yet", "novice none", "no experience yet",
    "unfamiliar",
  ]

  private static let nobodyWords: Set<String> = [
    "nobody", "no one", "noone", "none", "no", "nil", "nobody yet", "none yet", "no one yet",
    "not consulted", "not asked", "vacant",
  ]

  private static let openWords: Set<String> = [
    "no idea", "not sure", "unsure", "dont know", "do not know", "i dont know", "i do not know",
    "not asked", "not answered", "no answer", "no response",
  ]

  /// An answer to a question that was not asked.
  private static let bareWords: Set<String> = [
    "yes", "y", "yes please", "please", "thanks", "thank you", "ok", "okay", "maybe", "possibly",
    "true",
  ]

  private static let denialsAtTheEnd = [
    "none", "no", "nothing", "never", "nil", "not yet", "not at all", "no idea", "not confident",
    "not really", "not needed", "no thanks",
  ]
}

/// Whether an answer on how often or how closely two people work says that they do not: one reader for tables as they stand and for
/// what is imported.
public enum TieDenial: Sendable {
  /// No tie: "Never", "No, not at all", "We have never met".
  case sure
  /// It begins like a no and takes it back, so that somebody has to decide: "Never more than before".
  case hedged

  /// `nil` where nothing is denied, and where nothing was answered.
  public init?(_ text: String) {
    // 2.0 is a number, and no 0 with another before it.
    if let number = Double(text) {
      if number != 0 { return nil }
      self = .sure
      return
    }
    var words = Answer.wordKey(text).split(separator: " ")
    // "0 - never", "1 = Never".
    if words.count > 1, words[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      words.removeFirst()
    }
    if Answer.noTieWords.contains(words.joined(separator: " ")) {
      self = .sure
      return
    }
    while words.count > 1,
      ["i", "we", "they", "he", "she", "you", "ive", "weve"].contains(words[0])
    {
      words.removeFirst()
    }
    let key = words.joined(separator: " ")
    guard Self.openings.contains(where: { key == $0 || key.hasPrefix($0 + " ") }),
      !Self.unsaid.contains(where: { key == $0 || key.hasPrefix($0 + " ") })
    else { return nil }
    let isHedged = key.replacing("any more", with: "").split(separator: " ").contains(
      where: Self.hedges.contains)
    self = isHedged ? .hedged : .sure
  }

  /// Whether words on how often tell of what was, of somebody who is away or of another row, so that nobody can tell whether there is
  /// a tie: "Used to be weekly", "Stopped in 2024", "N/A - on leave", "see above".
  public static func leavesOpen(_ text: String) -> Bool {
    if WordElsewhere.isOne(text) { return true }
    let key = " \(Answer.wordKey(text)) "
    return !key.contains(" now ") && past.contains { key.contains(" \($0) ") }
  }

  private static let past = [
    "used to", "previously", "formerly", "former", "stopped", "in the past", "historically",
    "on leave", "maternity leave", "mat leave", "long term sick", "left", "has left",
  ]

  private static let openings = [
    "never", "none", "nothing", "no", "not", "dont", "do not", "doesnt", "does not", "didnt",
    "did not", "have not", "havent", "has not", "hasnt", "have never", "has never", "had never",
    "cant", "cannot", "wouldnt", "would not", "arent", "are not", "isnt", "is not",
  ]

  /// What begins like a no and says that nothing was answered.
  private static let unsaid = [
    "no answer", "no response", "no reply", "no data", "no idea", "no information", "no comment",
    "not sure", "not applicable", "not known", "not recorded", "not stated", "not given",
    "not specified", "not provided", "not available", "not answered", "not asked", "dont know",
    "do not know",
    "cant say", "cannot say", "not certain",
  ]

  private static let hedges: Set<Substring> = [
    "often", "more", "less", "only", "just", "much", "many", "always", "sure", "daily", "weekly",
    "fortnightly", "monthly", "termly", "yearly", "regularly", "frequently", "enough", "except",
    "unless", "directly",
  ]
}

/// A text that points to another cell: a ditto mark, "as above", "see below".
public enum WordElsewhere {
  public static func isOne(_ text: String) -> Bool {
    repeats(text)
      || ["see above", "see below", "see notes", "see note"].contains(Answer.wordKey(text))
  }

  /// Whether a text stands for what is in the cell above.
  public static func repeats(_ text: String) -> Bool {
    guard text.utf8.count <= 16, let first = text.utf8.first,
      first > 0x7F || "\"'dDaAsS".utf8.contains(first)
    else { return false }
    let signs = text.filter { !$0.isWhitespace }
    if signs.allSatisfy({ "\"“”'’〃″".contains($0) }) {
      return signs.count > 1 || !"'’".contains(signs)
    }
    return ["ditto", "as above", "same as above", "same above"].contains(Answer.wordKey(text))
  }
}

extension Depth {
  /// A depth from 0 to 5, by its word or words of one stem, with or without its number: 3, "Cooperative", "Level 3", "4 - Coalition".
  init?(written text: String) {
    if Answer.isNoTie(text) {
      self = .none
      return
    }
    let bytes = Array(trimmed(text).utf8)
    if let depth = Values.depth(bytes.span) {
      self = depth
      return
    }
    // A number that is no depth is none by its digits either.
    if Values.number(bytes.span) != nil { return nil }
    var words = Answer.wordKey(text).replacing("co ", with: "co").split(separator: " ").map(
      String.init)
    if let first = words.first, ["level", "depth", "stage"].contains(first), words.count > 1 {
      words.removeFirst()
    }
    var found: Set<UInt8> = []
    for word in words {
      if let number = UInt8(word) {
        guard Self(rawValue: number) != nil else { return nil }
        found.insert(number)
      } else if let stem = Self.stems.first(where: { word.hasPrefix($0.stem) }) {
        found.insert(stem.depth.rawValue)
      } else if words.count == 1 || Self.negations.contains(word) {
        return nil
      }
    }
    guard found.count == 1, let depth = found.first.flatMap(Self.init(rawValue:)) else {
      return nil
    }
    self = depth
  }

  private static let negations = [
    "not", "no", "non", "un", "without", "less", "more", "than", "below", "above",
  ]

  private static let stems: [(stem: String, depth: Depth)] = [
    ("network", .networking), ("cooperat", .cooperation), ("coordinat", .coordination),
    ("coalition", .coalition), ("collaborat", .collaboration), ("none", .none),
  ]
}
