import GraphEngine
public import Networks

/// Who knows what, weighed: what every finding about expertise is made from.
///
/// Of the people present in a slice; those who have left count nowhere here.
public struct Knowledge: Sendable {
  public let network: Network
  public let slice: Slice
  public let rules: ExpertiseRules
  /// The newest day of the files, on which evidence is as old as it is; `nil` when nothing is dated.
  public let asAt: Day?
  /// What people would like to know, needs that they voiced among it.
  public let wishes: [Wish]
  /// One entry a person and topic, in ascending order of person, then topic.
  public let entries: [Entry]
  /// How many people hold each topic, hidden people among them.
  public let holderCounts: [Int]
  /// How rare each topic is.
  public let rarities: [Double]
  private let entriesOfPerson: [Int32: Range<Int>]
  private let entriesOnTopic: [[Int32]]
  private let seekersOfTopic: [Int32: [Int32]]
  /// The node of the slice that each person is, or -1.
  private let nodes: [Int32]

  /// What one person knows of one topic.
  public struct Entry: Sendable, Equatable {
    public let person: Int32
    public let topic: Int32
    public let weight: SkillWeight

    public init(person: Int32, topic: Int32, weight: SkillWeight) {
      self.person = person
      self.topic = topic
      self.weight = weight
    }
  }

  /// - Complexity: O(s log s) for s skills.
  public init(
    _ network: Network, slice: Slice? = nil, rules: ExpertiseRules = ExpertiseRules(),
    asAt day: Day? = nil
  ) {
    let slice = slice ?? network.slice()
    let expertise = network.expertise
    var nodes = [Int32](repeating: -1, count: network.people.count)
    for (node, person) in slice.people.enumerated() { nodes[Int(person)] = Int32(node) }
    let newest = expertise.skills.compactMap(\.date).max()
    let asAt = day ?? [network.asAt, newest].compactMap { $0 }.max()
    let skills = expertise.skills.filter { skill in
      nodes[Int(skill.person)] >= 0
        && day.map { day in skill.date.map { $0 <= day } ?? true } ?? true
    }
    let groups = Self.groups(skills)
    var holders = [Int](repeating: 0, count: expertise.topics.count)
    for group in groups where skills[group].contains(where: \.isHeld) {
      holders[Int(skills[group.lowerBound].topic)] += 1
    }
    let rarity = holders.map { SkillWeight.rarity(holders: $0, people: slice.people.count) }
    entries = groups.map { group in
      let first = skills[group.lowerBound]
      return Entry(
        person: first.person, topic: first.topic,
        weight: SkillWeight(
          Array(skills[group]), rarity: rarity[Int(first.topic)], rules: rules, asAt: asAt))
    }
    var onTopic = [[Int32]](repeating: [], count: expertise.topics.count)
    var ofPerson: [Int32: Range<Int>] = [:]
    for (place, entry) in entries.enumerated() {
      onTopic[Int(entry.topic)].append(Int32(place))
      ofPerson[entry.person] = (ofPerson[entry.person]?.lowerBound ?? place)..<(place + 1)
    }
    self.network = network
    let wishes = network.wishes
    self.wishes = wishes
    seekersOfTopic = Dictionary(grouping: wishes.filter { nodes[Int($0.person)] >= 0 }, by: \.topic)
      .mapValues { $0.map(\.person) }
    holderCounts = holders
    rarities = rarity
    self.slice = slice
    self.rules = rules
    self.asAt = asAt
    self.nodes = nodes
    entriesOnTopic = onTopic
    entriesOfPerson = ofPerson
  }

  /// The stretches of skills of the same person and topic.
  private static func groups(_ skills: [Skill]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    for place in skills.indices {
      let isLast = place + 1 == skills.count
      if isLast || skills[place + 1].person != skills[place].person
        || skills[place + 1].topic != skills[place].topic
      {
        groups.append(start..<(place + 1))
        start = place + 1
      }
    }
    return groups
  }

  public var topics: TopicTree { network.expertise.topics }
  public var peopleCount: Int { slice.people.count }

  /// Whether a person is there in the period.
  public func isPresent(_ person: Int32) -> Bool { nodes[Int(person)] >= 0 }

  /// The node of the slice that a person is, or `nil` when they are not there.
  func node(of person: Int32) -> Int? {
    nodes[Int(person)] < 0 ? nil : Int(nodes[Int(person)])
  }

  /// How many people somebody has ties with in the period; 0 for who is not there.
  public func contacts(of person: Int32) -> Int { node(of: person).map(slice.graph.degree) ?? 0 }

  /// Whether a person is counted and never named.
  public func isHidden(_ person: Int32) -> Bool { network.people.isHidden[Int(person)] }

  /// What a person knows, in order of topic.
  public func entries(of person: Int32) -> ArraySlice<Entry> {
    entries[entriesOfPerson[person] ?? 0..<0]
  }

  /// Who knows something of a topic, in order of person; people who are learning it included.
  public func entries(on topic: Int32) -> [Entry] {
    entriesOnTopic[Int(topic)].map { entries[Int($0)] }
  }

  /// A topic that nobody of some people holds, as what nobody has listed: "Drama", or "Drama above level 1" where one of them is learning it.
  public func listing(
    _ topic: Int32, among isMeant: (Int32) -> Bool = { _ in true }
  ) -> String {
    let isLearnt = entries(on: topic).contains { !$0.weight.isHeld && isMeant($0.person) }
    return topics[topic].name + (isLearnt ? " above level 1" : "")
  }

  /// Whether every row about a topic could be read: of others it is not said that nobody, or nobody else, knows them.
  public func isWhole(_ topic: Int32) -> Bool { !network.expertise.unread.contains(topic) }

  /// How many topics are known to be held by one person alone.
  public var singleCount: Int {
    holderCounts.indices.count { holderCounts[$0] == 1 && isWhole(Int32($0)) }
  }

  /// The same as places in `entries`.
  public func places(on topic: Int32) -> [Int32] { entriesOnTopic[Int(topic)] }

  /// Who holds a topic, in order of person; hidden people included.
  public func holders(of topic: Int32) -> [Entry] { entries(on: topic).filter(\.weight.isHeld) }

  /// Who would like to know a topic, in order of person.
  public func seekers(of topic: Int32) -> [Int32] { seekersOfTopic[topic] ?? [] }

  /// The topics the trust has to do with, in order: its own list, and whatever anybody claims or seeks.
  ///
  /// A topic that only gathers others is not among them, nor one of the starter list that nobody mentions.
  public var topicsInPlay: [Int32] {
    var isMentioned = [Bool](repeating: false, count: topics.count)
    for skill in network.expertise.skills { isMentioned[Int(skill.topic)] = true }
    for wish in wishes { isMentioned[Int(wish.topic)] = true }
    return (0..<Int32(topics.count)).filter { place in
      if isMentioned[Int(place)] { return true }
      guard topics[place].origin == .own else { return false }
      return !topics.narrower(than: place).contains {
        isMentioned[Int($0.topic)] || topics[$0.topic].origin == .own
      }
    }
  }
}
