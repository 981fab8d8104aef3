/// How far somebody's knowledge of a topic goes.
public enum SkillLevel: UInt8, Sendable, CaseIterable, Comparable {
  case learning = 1
  case confident
  case leadsInSchool
  case leadsAcrossSchools
  case trainsOthers

  /// The words that files and tables use, such as "leads in school".
  public var words: String {
    switch self {
    case .learning: "learning"
    case .confident: "confident"
    case .leadsInSchool: "leads in school"
    case .leadsAcrossSchools: "leads across schools"
    case .trainsOthers: "trains others"
    }
  }

  public static func < (a: SkillLevel, b: SkillLevel) -> Bool { a.rawValue < b.rawValue }
}

/// What a claim to know something rests on.
public enum Evidence: String, Sendable, CaseIterable, Comparable {
  case qualification, role, project, peer
  /// The person's own word and nothing else.
  case own = "self"

  public static func < (a: Evidence, b: Evidence) -> Bool { a.rank < b.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What somebody who knows a topic would do for others.
public enum Offer: String, Sendable, CaseIterable, Comparable {
  case coaching, visits, resources, training

  public static func < (a: Offer, b: Offer) -> Bool { a.rawValue < b.rawValue }
}

/// One piece of evidence that a person knows a topic.
public struct Skill: Sendable, Equatable {
  public var person: Int32
  /// A place in the tree of topics.
  public var topic: Int32
  public var level: SkillLevel?
  /// `nil` where the file does not say, which counts as the person's own word.
  public var evidence: Evidence?
  public var date: Day?
  /// In ascending order, each once.
  public var offers: [Offer]

  public init(
    person: Int32, topic: Int32, level: SkillLevel? = nil, evidence: Evidence? = nil,
    date: Day? = nil, offers: [Offer] = []
  ) {
    self.person = person
    self.topic = topic
    self.level = level
    self.evidence = evidence
    self.date = date
    self.offers = offers
  }

  /// Whether the person knows the topic, rather than being about to learn it.
  public var isHeld: Bool { (level ?? .confident) >= .confident }

  /// What a file's order must not change: person, topic, then everything else.
  var order: [Int] {
    [
      Int(person), Int(topic), -Int(level?.rawValue ?? 0),
      evidence.flatMap { Evidence.allCases.firstIndex(of: $0) } ?? 9, -Int(date?.number ?? 0),
    ] + offers.map { Offer.allCases.firstIndex(of: $0) ?? 0 }
  }
}

/// That a person would like to know a topic.
public struct Wish: Sendable, Hashable, Comparable {
  public var person: Int32
  public var topic: Int32

  public init(person: Int32, topic: Int32) {
    self.person = person
    self.topic = topic
  }

  public static func < (a: Wish, b: Wish) -> Bool { (a.person, a.topic) < (b.person, b.topic) }
}

/// What the trust's people know and would like to know, as the files have it.
public struct Expertise: Sendable, Equatable {
  public let topics: TopicTree
  /// In ascending order of person and topic.
  public let skills: [Skill]
  /// In ascending order of person and topic, each once.
  public let wishes: [Wish]
  /// Topics of rows whose person could not be read, so that more people may know them.
  public let unread: Set<Int32>

  public init(
    topics: TopicTree = TopicTree(), skills: [Skill] = [], wishes: [Wish] = [],
    unread: Set<Int32> = []
  ) {
    self.topics = topics
    self.unread = unread
    self.skills = skills.map { ($0.order, $0) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    self.wishes = Set(wishes).sorted()
  }

  /// Whether the files say anything of it.
  public var isEmpty: Bool { skills.isEmpty && wishes.isEmpty }

  /// Whether the files say what anybody knows, and not only what people would like to.
  public var tellsKnowledge: Bool { !skills.isEmpty }
}
