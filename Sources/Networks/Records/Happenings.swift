/// Something that happened, and who took part.
public struct Story: Sendable, Equatable {
  public var id: String
  public var title: String
  public var date: Day?
  /// Members of the network who took part: people, teams, schools, partners.
  public var parties: [Int32]
  /// The goal it tells of, as a place in `Records.goals`.
  public var goal: Int?
  /// Whose voice tells it: pupils, families, community, staff, partner.
  public var voice: String?
  /// What changed.
  public var impact: String?
  /// The columns whose cell holds something that cannot be read, or names somebody no file knows: that is not nothing.
  public var unread: Set<String> = []

  public init(
    id: String, title: String, date: Day? = nil, parties: [Int32] = [], goal: Int? = nil,
    voice: String? = nil, impact: String? = nil
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.parties = parties
    self.goal = goal
    self.voice = voice
    self.impact = impact
  }
}

/// A new idea: where it came from, who carried it in, who took it up, tried it, or gave it up again.
public struct Idea: Sendable, Equatable {
  public var id: String
  public var title: String
  public var date: Day?
  /// Members of the network.
  public var origin: [Int32]
  public var carriers: [Int32]
  public var adopters: [Int32]
  /// Those who are trying it out and have not made up their minds.
  public var triers: [Int32]
  /// Those who tried it or had taken it up, and let it go.
  public var droppers: [Int32]
  /// The columns whose cell holds something that cannot be read, or names somebody no file knows: that is not nothing.
  public var unread: Set<String> = []

  public init(
    id: String, title: String, date: Day? = nil, origin: [Int32] = [], carriers: [Int32] = [],
    adopters: [Int32] = [], triers: [Int32] = [], droppers: [Int32] = []
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.origin = origin
    self.carriers = carriers
    self.adopters = adopters
    self.triers = triers
    self.droppers = droppers
  }
}

/// A need somebody voiced, and what has been done about it.
public struct Need: Sendable, Equatable {
  public var id: String
  public var statement: String
  public var date: Day?
  /// Who voiced it and of whom it is asked: members of the network.
  public var from: [Int32]
  public var askedOf: [Int32]
  /// Whose voice it is: pupils, families, community, staff.
  public var voice: String?
  /// How it reached the trust: a survey, a forum, a visit.
  public var channel: String?
  public var goal: Int?
  /// What is done about it, in words.
  public var action: String?
  public var isMet: Bool?
  /// The columns whose cell holds something that cannot be read, or names somebody no file knows: that is not nothing.
  public var unread: Set<String> = []
  /// Those of `action` and `met` whose cell is empty: what was done is not recorded, which is not that nothing was.
  public var blank: Set<String> = []

  public init(
    id: String, statement: String, date: Day? = nil, from: [Int32] = [], askedOf: [Int32] = [],
    voice: String? = nil, channel: String? = nil, goal: Int? = nil, action: String? = nil,
    isMet: Bool? = nil
  ) {
    self.id = id
    self.statement = statement
    self.date = date
    self.from = from
    self.askedOf = askedOf
    self.voice = voice
    self.channel = channel
    self.goal = goal
    self.action = action
    self.isMet = isMet
  }
}

/// A decision: who took it, who was asked before, whom it touches.
public struct Decision: Sendable, Equatable {
  public var id: String
  public var statement: String
  public var date: Day?
  /// Members of the network.
  public var deciders: [Int32]
  public var consulted: [Int32]
  public var affects: [Int32]
  public var goal: Int?
  /// The columns whose cell holds something that cannot be read, or names somebody no file knows: that is not nothing.
  public var unread: Set<String> = []
  /// Of who decided and who was consulted, the columns whose cell is empty: that is not nobody.
  public var blank: Set<String> = []

  public init(
    id: String, statement: String, date: Day? = nil, deciders: [Int32] = [],
    consulted: [Int32] = [], affects: [Int32] = [], goal: Int? = nil
  ) {
    self.id = id
    self.statement = statement
    self.date = date
    self.deciders = deciders
    self.consulted = consulted
    self.affects = affects
    self.goal = goal
  }
}
