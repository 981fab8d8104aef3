import GraphEngine
public import Networks

/// Who is covered for what: topics by schools, each cell in one of five classes.
///
/// For topic t and school s with k holders in it: *absent* when nobody in the trust holds t; *covered* when k >= 2; *thin*
/// when k = 1; with k = 0, *distant* when less than half of the staff of s is within h steps of a listed holder
/// elsewhere (or holders are out of reach altogether), else thin when there is one such holder and covered when
/// there are more. Where too few of the school answered, or a row about the topic could not be read, neither distant nor absent
/// is said: the class is *not known*. Hidden holders count where they work; nobody is introduced to them. A figure is drawn
/// from this value.
public struct TopicCoverage: Sendable, Equatable {
  /// How well a school is covered for a topic, the worst first.
  public enum Class: String, Sendable, CaseIterable, Comparable {
    case absent, distant
    case unknown = "not known"
    case thin, covered

    public static func < (a: Class, b: Class) -> Bool { a.rank < b.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// What is to be done about it.
    public var action: String {
      switch self {
      case .absent: "hire, train or buy in"
      case .distant: "introduce"
      case .unknown: "ask again"
      case .thin: "share with a second person"
      case .covered: "nothing"
      }
    }
  }

  /// A topic of the figure.
  public struct Row: Sendable, Equatable {
    /// A place in the tree of topics.
    public let topic: Int32
    public let name: String
    /// The topic it is part of, for putting rows together.
    public let broader: String?
    /// How many people in the trust hold it.
    public let holders: Int
    /// How many people in the trust would like to know it.
    public let seekers: Int
    /// Whether every row about it could be read, so that nobody else is known to hold it.
    public let isWhole: Bool
  }

  /// A school, or another group of staff.
  public struct Group: Sendable, Equatable {
    public let id: String
    public let name: String
    public let people: Int
    /// Whether it holds the staff without a school, and is no school itself.
    public let isCentral: Bool
    /// Whether too few of its people answered to say that they are far from anybody.
    public let isQuiet: Bool
  }

  /// One topic in one school.
  public struct Cell: Sendable, Equatable {
    public let coverage: Class
    /// The holders in the school.
    public let holders: Int
    /// The share of the school's staff within h steps of a holder, as far as ties were told.
    public let reach: Double
  }

  /// What the columns are.
  public let boundary: Boundary
  /// In order of name.
  public let topics: [Row]
  /// In order of id; groups of fewer than `minGroup` people are not here.
  public let groups: [Group]
  /// `cells[topic][group]`.
  public let cells: [[Cell]]
  /// Within how many steps a holder is near.
  public let steps: Int32
  /// How many groups are not shown because so few people are in them.
  public let suppressedGroups: Int

  /// - Parameters:
  ///   - boundary: what the columns are; schools, as a rule.
  ///   - minGroup: groups with fewer people are left out; 0 shows all.
  ///   - hidden: the ids of further groups that are left out.
  /// - Complexity: O(t (n + m)) for t topics, n people and m ties.
  public init(
    _ knowledge: Knowledge, by boundary: Boundary = .school, minGroup: Int,
    hiding hidden: Set<String> = []
  ) {
    let slice = knowledge.slice
    let grouping = knowledge.network.groups(by: boundary, among: slice.people)
    let members = grouping.partition.members.map { $0.map(Int.init) }
    let shown = members.indices.filter {
      members[$0].count >= max(minGroup, 1) && !hidden.contains(grouping.ids[$0])
    }
    let topics = knowledge.topicsInPlay
    self.topics = topics.map { place in
      let topic = knowledge.topics[place]
      return Row(
        topic: place, name: topic.name,
        broader: topic.broader.map { knowledge.topics[$0].name },
        holders: knowledge.holders(of: place).count, seekers: knowledge.seekers(of: place).count,
        isWhole: knowledge.isWhole(place))
    }
    let groups = shown.map {
      Group(
        id: grouping.ids[$0], name: grouping.partition.names[$0], people: members[$0].count,
        isCentral: grouping.isCentral($0),
        isQuiet: Coverage(
          members[$0].map { slice.people[$0] }, in: knowledge.network
        ).isQuiet)
    }
    cells = topics.map { place in
      let isWhole = knowledge.isWhole(place)
      let reach = TopicReach(knowledge, topic: place)
      let holders = knowledge.holders(of: place)
      var counts: [Int: Int] = [:]
      for node in holders.compactMap({ knowledge.node(of: $0.person) }) {
        counts[Int(grouping.partition.groupOf[node]), default: 0] += 1
      }
      let listed = holders.count { !knowledge.isHidden($0.person) }
      return zip(shown, groups).map { group, column in
        let here = counts[group] ?? 0
        let share = reach.share(of: members[group], within: knowledge.rules.steps) ?? 0
        return Cell(
          coverage: Self.coverage(
            inTrust: holders.count, here: here, reachable: listed, share: share,
            nearShare: knowledge.rules.nearShare, isQuiet: column.isQuiet, isWhole: isWhole),
          holders: here, reach: share)
      }
    }
    self.boundary = boundary
    self.groups = groups
    steps = knowledge.rules.steps
    suppressedGroups = members.count { !$0.isEmpty } - shown.count
  }

  /// The class of a cell.
  ///
  /// - Parameters:
  ///   - inTrust: holders anywhere.
  ///   - here: holders in the school.
  ///   - reachable: holders anywhere to whom one can be introduced.
  ///   - share: the reach of the school's staff.
  ///   - isQuiet: whether too few of them answered to say that they are far from anybody.
  ///   - isWhole: whether every row about the topic could be read.
  public static func coverage(
    inTrust: Int, here: Int, reachable: Int, share: Double, nearShare: Double,
    isQuiet: Bool = false, isWhole: Bool = true
  ) -> Class {
    if inTrust == 0 { return isWhole ? .absent : .unknown }
    if here > 1 { return .covered }
    if here == 1 { return .thin }
    if reachable == 0 { return isWhole ? .distant : .unknown }
    if share < nearShare { return isQuiet || !isWhole ? .unknown : .distant }
    return reachable == 1 ? .thin : .covered
  }

  /// How many groups of those that are schools, or whatever the columns are, a topic is distant from, as far as enough of them answered.
  public func distant(_ topic: Int) -> Int {
    zip(groups, cells[topic]).count { Self.isJudged($0) && $1.coverage == .distant }
  }

  /// The number of groups, the central team and those of which too few answered aside.
  public var groupCount: Int { groups.count(where: Self.isJudged) }

  /// Whether any group is aside as too few answered.
  public var isPartQuiet: Bool { groups.contains { !$0.isCentral && $0.isQuiet } }

  private static func isJudged(_ group: Group) -> Bool { !group.isCentral && !group.isQuiet }

  /// How many cells of a row have each class.
  public func count(_ topic: Int, _ coverage: Class) -> Int {
    cells[topic].count { $0.coverage == coverage }
  }
}
