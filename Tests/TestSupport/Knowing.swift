public import Measures
public import Networks

/// A small trust in which people know things.
public struct Knowing {
  public var people: Int
  public var ties: [(Int32, Int32)] = []
  public var depths: [UInt8] = []
  public var ended: [Int32] = []
  /// Schools of each person; one school of everybody when empty.
  public var schools: [Int32] = []
  public var hidden: Set<Int> = []
  /// The days on which people left, as numbers.
  public var left: [Int: Int32] = [:]
  public var groups: [WorkingGroup] = []
  public var topics: [Topic.Entry] = []
  /// Person, topic, level, evidence, date.
  public var skills:
    [(person: Int32, topic: String, level: UInt8, evidence: Evidence?, date: Day?)] = []
  public var offers: [Offer] = []
  public var wishes: [(person: Int32, topic: String)] = []
  /// What each school's further columns say.
  public var schoolWords: [[String: String]] = []
  public var partners: [Partner] = []
  public var newestDay: Day? = Day(year: 2026, month: 9, day: 1)
  /// Who has answered; nobody is on record where it is empty.
  public var responses: [Response] = []
  /// Topics of rows that could not be read.
  public var unread: Set<String> = []

  public init(
    people: Int, ties: [(Int32, Int32)] = [], depths: [UInt8] = [], ended: [Int32] = [],
    schools: [Int32] = [], hidden: Set<Int> = [], left: [Int: Int32] = [:],
    groups: [WorkingGroup] = [], topics: [Topic.Entry] = [],
    skills: [(person: Int32, topic: String, level: UInt8, evidence: Evidence?, date: Day?)] = [],
    offers: [Offer] = [], wishes: [(person: Int32, topic: String)] = [],
    schoolWords: [[String: String]] = [], partners: [Partner] = [],
    newestDay: Day? = Day(year: 2026, month: 9, day: 1)
  ) {
    self.people = people
    self.ties = ties
    self.depths = depths
    self.ended = ended
    self.schools = schools
    self.hidden = hidden
    self.left = left
    self.groups = groups
    self.topics = topics
    self.skills = skills
    self.offers = offers
    self.wishes = wishes
    self.schoolWords = schoolWords
    self.partners = partners
    self.newestDay = newestDay
  }

  public var network: Network { network(needs: []) }

  public func network(needs: [Need]) -> Network {
    var records = Records()
    records.needs = needs
    let names = Set(skills.map(\.topic) + wishes.map(\.topic))
    let tree = TopicTree(
      topics + names.sorted().map { Topic.Entry($0, origin: .claimed) })
    func place(_ name: String) -> Int32 { tree.place(of: name) ?? -1 }
    let schoolOf = schools.isEmpty ? [Int32](repeating: 0, count: people) : schools
    let count = Int(schoolOf.max() ?? 0) + 1
    let ids = (0..<people).map { "p\($0 < 10 ? "0" : "")\($0)" }
    return Network(
      title: "Test Trust",
      people: People(
        ids: ids, names: ids.map { "Name of " + $0 }, school: schoolOf,
        teams: TeamLists(main: [Int32](repeating: -1, count: people)),
        isHidden: (0..<people).map(hidden.contains),
        response: responses.isEmpty ? [Response](repeating: .unknown, count: people) : responses,
        started: [Day?](repeating: nil, count: people),
        ended: (0..<people).map { left[$0].flatMap(Day.init(number:)) }),
      schools: (0..<count).map {
        School(
          id: "s\($0)", name: "School \($0)", hub: $0 % 2 == 0 ? "East" : "West",
          attributes: schoolWords.indices.contains($0) ? schoolWords[$0] : [:])
      }, partners: partners,
      ties: Ties(
        from: ties.map(\.0), to: ties.map(\.1), depth: depths, ended: ended),
      workingGroups: groups,
      expertise: Expertise(
        topics: tree,
        skills: skills.map {
          Skill(
            person: $0.person, topic: place($0.topic), level: SkillLevel(rawValue: $0.level),
            evidence: $0.evidence, date: $0.date, offers: offers)
        }, wishes: wishes.map { Wish(person: $0.person, topic: place($0.topic)) },
        unread: Set(unread.map(place))),
      newestDay: newestDay, records: records)
  }

  public var knowledge: Knowledge { Knowledge(network) }

  public mutating func know(
    _ person: Int32, _ topic: String, _ level: UInt8 = 3, _ evidence: Evidence? = .role,
    on date: Day? = nil
  ) {
    skills.append((person, topic, level, evidence, date))
  }
}

public func day(_ year: Int, _ month: Int = 9, _ day: Int = 1) -> Day? {
  Day(year: year, month: month, day: day)
}
