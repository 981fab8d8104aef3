import Intake
public import Networks

/// What a cell of a skills audit says of what somebody knows.
public enum SkillAnswer: Sendable, Equatable {
  /// Asked and answered with no.
  case none
  /// Nothing was said.
  case missing
  /// They know it, at a level or without one.
  case known(SkillLevel?)
  /// They would like to.
  case sought
  /// Words that may mean either; somebody has to decide.
  case unreadable

  /// - Parameters:
  ///   - text: the cell.
  ///   - scale: how far its numbers go, of which 60% and more is confident.
  ///   - none: the number that means none, where the question says which.
  init(_ text: String, on scale: SkillScale, none: Double? = nil) {
    let text = cleaned(text)
    let words = plainWords(text)
    if let number = Double(text) {
      if number == none || number == 0 {
        self = .none
      } else {
        self =
          number > 0 && number <= scale.most
          ? .known(number >= scale.most * 0.6 ? .confident : .learning) : .unreadable
      }
      return
    }
    // "3 - Confident": the words count, and alone "Level 3" counts as 3.
    let said = Array(words.dropFirst(words.first.flatMap { Double($0) } == nil ? 0 : 1))
    if words.count == 2, words[0] == "level", let number = Double(words[1]) {
      self = SkillAnswer("\(number)", on: scale, none: none)
      return
    }
    if scale.isTrafficLight, let light = SkillScale.lights[words.joined()] {
      self = light
      return
    }
    if let told = Self.told(said) {
      self = told
      return
    }
    self =
      switch AnswerWord(said.isEmpty ? text : said.joined(separator: " "), asksDepth: false) {
      case .none: .none
      case .missing: .missing
      case .tie where Self.isTick(text, said): .known(nil)
      case .tie, .unreadable: .unreadable
      }
  }

  private static func isTick(_ text: String, _ words: [String]) -> Bool {
    words.isEmpty || words == ["x"] || words == ["y"] || words == ["yes"] || words == ["true"]
  }

  /// What words of a scale say, the longest that fits first.
  private static func told(_ words: [String]) -> SkillAnswer? {
    guard !words.isEmpty, words.count < 9 else { return nil }
    let text = words.joined(separator: " ")
    let set = Set(words)
    if let level = SkillLevel.allCases.first(where: { $0.words == text }) { return .known(level) }
    if !set.isDisjoint(with: ["want", "wants", "interested", "keen", "wish"])
      || text.contains("like to") || text.contains("would like")
    {
      return .sought
    }
    if words.contains("not"),
      let next = words.firstIndex(of: "not").map({ words.dropFirst($0 + 1) }),
      ["very", "so", "fully", "yet"].contains(next.first ?? "")
    {
      return next.first == "yet" ? SkillAnswer.none : .known(.learning)
    }
    if !set.isDisjoint(with: ["not", "no", "none", "never", "cannot", "without"]) { return nil }
    // "Could lead others" is no lead yet.
    let isAble = !set.isDisjoint(with: ["can", "could", "able", "would", "happy"])
    if !isAble {
      if !set.isDisjoint(with: ["trainer", "trains"]) || text.hasPrefix("train others") {
        return .known(.trainsOthers)
      }
      if !set.isDisjoint(with: ["lead", "leads", "leader", "leading"]) {
        return .known(text.contains("across") ? .leadsAcrossSchools : .leadsInSchool)
      }
    }
    if !set.isDisjoint(with: learning)
      || learningPhrases.contains(where: { text.hasPrefix($0) })
    {
      return .known(.learning)
    }
    return isAble || !set.isDisjoint(with: confident) ? .known(.confident) : nil
  }

  private static let learning: Set<String> = [
    "aware", "awareness", "basic", "basics", "beginner", "beginning", "developing",
    "early", "emerging", "introductory", "learner", "learning", "limited", "little", "low",
    "minimal", "novice", "slightly", "some", "starting", "trainee",
  ]
  private static let learningPhrases = ["a bit", "in training", "working towards", "one to watch"]
  private static let confident: Set<String> = [
    "advanced", "competent", "confident", "embedded", "established", "excellent", "experienced",
    "expert", "extensive", "extremely", "fluent", "full", "fully", "good", "great", "high",
    "intermediate", "lot", "mastered", "medium", "moderate", "native", "proficient", "qualified",
    "secure", "skilled", "specialist", "strong", "trained", "very", "well",
  ]

  /// As the mapping says it.
  public var words: String {
    switch self {
    case .none: "none"
    case .missing: "missing"
    case .known(let level): level?.words ?? "known"
    case .sought: "sought"
    case .unreadable: "?"
    }
  }

  /// Reads what a mapping says that an answer means.
  init?(decided words: String) {
    let all =
      [SkillAnswer.none, .missing, .known(nil), .sought, .unreadable]
      + SkillLevel.allCases.map { .known($0) }
    guard let found = all.first(where: { $0.words == words }) else { return nil }
    self = found
  }

  /// What a mapping may say, in one line.
  static let decisions = SkillLevel.allCases.map(\.words) + ["known", "sought", "none", "missing"]
}
