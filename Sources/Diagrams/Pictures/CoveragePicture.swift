public import Findings
public import Measures
import Networks

/// Which school has somebody for which topic: somebody too far away, one person, or several; above them, a bar each, topics
/// that nobody knows, or one person alone.
///
/// That one person knows a topic is told of the trust; in which school would tell who it is.
public struct CoveragePicture: Sendable, Equatable {
  public var furniture: Furniture
  /// Topics that nobody knows, then those that one person knows.
  public var bars: [Topic]
  /// The others from the top, those with most gaps first.
  public var topics: [Topic]
  /// Schools by hub.
  public var schools: [School]
  /// A row for each of `topics`, a cell for each school.
  public var cells: [[Cell]]
  let labels: GroupLabels

  public struct Topic: Sendable, Equatable {
    public let title: String
    /// The holders in the whole trust.
    public let holders: Int
    /// How many in the whole trust would like to know it.
    public let seekers: Int
    /// What nobody has listed: the title, with "above level 1" where somebody is learning it.
    public let listing: String
    /// Whether every row about it could be read, so that nobody else is known to hold it.
    public let isWhole: Bool

    /// Whether it is known to rest on nobody or one person.
    var isShort: Bool { holders < 2 && isWhole }

    /// "it", or "it above level 1".
    var inWords: String { listing == title ? "it" : "it" + listing.dropFirst(title.count) }

    public init(
      title: String, holders: Int, seekers: Int = 0, listing: String? = nil, isWhole: Bool = true
    ) {
      self.isWhole = isWhole
      self.listing = listing ?? title
      self.title = title
      self.holders = holders
      self.seekers = seekers
    }
  }

  public struct School: Sendable, Equatable {
    public let id: String
    public let title: String
    public let kind: NodeClass
    /// Whether it holds the staff without a school, and is no school itself.
    public let isCentral: Bool
    /// Whether too few of its people answered to say that they are far from anybody.
    public let isQuiet: Bool
    public let hub: String?

    public init(
      id: String, title: String, kind: NodeClass, isCentral: Bool = false, isQuiet: Bool = false,
      hub: String? = nil
    ) {
      self.isCentral = isCentral
      self.isQuiet = isQuiet
      self.hub = hub
      self.id = id
      self.title = title
      self.kind = kind
    }
  }

  /// How well a school is served on a topic.
  public enum Gap: Int, Sendable, CaseIterable {
    /// Nobody in the trust has said that they know it.
    case absent
    /// Somebody has, but nobody in the school, nor near enough to ask.
    case distant
    /// Too few of the school answered to say that.
    case unknown
    /// One holder in the school or near it.
    case thin
    case covered
  }

  public struct Cell: Sendable, Equatable {
    public let gap: Gap
    /// The holders in the school itself.
    public let holders: Int

    public init(gap: Gap, holders: Int) {
      self.gap = gap
      self.holders = holders
    }
  }

  /// What is known before any choice of what fits a page.
  public struct Coverage: Sendable, Equatable {
    public var topics: [Topic]
    public var schools: [School]
    public var cells: [[Cell]]

    public init(topics: [Topic], schools: [School], cells: [[Cell]]) {
      self.topics = topics
      self.schools = schools
      self.cells = cells
    }

    /// What was measured, as the figure shows it.
    ///
    /// - Parameter map: says what kind of school each is.
    public init(_ measured: TopicCoverage, _ map: GroupMap, _ knowledge: Knowledge) {
      self.init(
        topics: measured.topics.map {
          Topic(
            title: $0.name, holders: $0.holders, seekers: $0.seekers,
            listing: knowledge.listing($0.topic), isWhole: $0.isWhole)
        },
        schools: measured.groups.map { group in
          let unit = map.units.first { $0.id == group.id }
          return School(
            id: group.id, title: group.name, kind: unit.map { NodeClass($0) } ?? .central,
            isCentral: group.isCentral, isQuiet: group.isQuiet, hub: unit?.hub)
        },
        cells: measured.cells.map { row in
          row.map { cell in
            let gap: Gap =
              switch cell.coverage {
              case .absent: .absent
              case .distant: .distant
              case .unknown: .unknown
              case .thin: .thin
              case .covered: .covered
              }
            return Cell(gap: gap, holders: cell.holders)
          }
        })
    }
  }

  /// The most topics and schools that a page takes.
  static func limits(_ paper: PaperSize) -> (topics: Int, schools: Int) {
    switch paper {
    case .a4, .a3: (36, 40)
    case .wide: (24, 40)
    case .a4p: (58, 24)
    case .slide: (22, 40)
    case .column: (20, 20)
    case .half, .inset: (13, 20)
    }
  }

  /// What is tried first, to be lowered until it fits.
  static func most(_ paper: PaperSize) -> (topics: Int, schools: Int) {
    let limits = limits(paper)
    return (limits.topics + 4, limits.schools + (paper.isNarrow ? 12 : 0))
  }

  public init(
    _ facts: FigureFacts, _ coverage: Coverage, number: Int? = nil, on paper: PaperSize = .a4
  ) {
    self.init(facts, coverage, number: number, within: Self.limits(paper))
  }

  /// - Parameter limits: the most topics and schools.
  init(
    _ facts: FigureFacts, _ coverage: Coverage, number: Int? = nil,
    within limits: (topics: Int, schools: Int)
  ) {
    func gaps(_ row: [Cell]) -> Double {
      row.reduce(0) { $0 + [1.2, 1, 0.6, 0.45, 0][$1.gap.rawValue] }
    }
    let few = coverage.topics.indices.filter { coverage.topics[$0].holders < 2 }.sorted {
      let (a, b) = (coverage.topics[$0], coverage.topics[$1])
      return (a.isWhole ? a.holders : 2, b.seekers, a.title, $0)
        < (b.isWhole ? b.holders : 2, a.seekers, b.title, $1)
    }
    let held = coverage.topics.indices.filter { coverage.topics[$0].holders > 1 }.sorted {
      let (a, b) = (gaps(coverage.cells[$0]), gaps(coverage.cells[$1]))
      return (b, coverage.topics[$0].title, $0) < (a, coverage.topics[$1].title, $1)
    }
    // Bars all look alike: where rows want their room, they take a third of it.
    let barPlaces = few.prefix(max(limits.topics / 3, limits.topics - held.count))
    let shown = held.prefix(limits.topics - barPlaces.count)
    // Schools with most gaps are those that stand there, by hub.
    let need = coverage.schools.indices.map { school in
      coverage.topics.indices.reduce(0.0) { $0 + gaps([coverage.cells[$1][school]]) }
    }
    let columns = coverage.schools.indices.sorted { (need[$1], $0) < (need[$0], $1) }
      .prefix(limits.schools).sorted { a, b in
        func rank(_ place: Int) -> (Int, String, String) {
          let school = coverage.schools[place]
          return (
            school.isCentral ? 2 : school.hub == nil ? 1 : 0, school.hub ?? "", school.title
          )
        }
        return rank(a) < rank(b)
      }
    labels = facts.labels
    bars = barPlaces.map { coverage.topics[$0] }
    topics = shown.map { coverage.topics[$0] }
    schools = columns.map { coverage.schools[$0] }
    cells = shown.map { topic in columns.map { coverage.cells[topic][$0] } }
    let rest = few.dropFirst(barPlaces.count)
    let absent = rest.count { coverage.topics[$0].holders == 0 && coverage.topics[$0].isWhole }
    let single = rest.count { coverage.topics[$0].holders == 1 && coverage.topics[$0].isWhole }
    let unread = rest.count - absent - single
    let left = [
      absent > 0 ? "\(counted(absent, "topic")) that nobody has listed" : nil,
      single > 0 ? "\(counted(single, "topic")) that one person knows" : nil,
      unread > 0 ? "\(counted(unread, "topic")) in rows that could not be read" : nil,
      held.count > shown.count
        ? "\(counted(held.count - shown.count, "topic")) with fewer gaps" : nil,
      coverage.schools.count > columns.count
        ? "\(counted(coverage.schools.count - columns.count, facts.boundary.singular, facts.boundary.plural)) with fewer gaps"
        : nil,
    ].compactMap { $0 }
    let hidden = (facts.study.grouping?.ids.count ?? 0) - coverage.schools.count
    let unseen = [
      facts.leftOut,
      hidden > 0
        ? "\(counted(hidden, facts.boundary.singular, facts.boundary.plural)) of fewer than \(facts.verdicts.rules.minGroup) people, or beside one"
        : nil,
    ].compactMap { $0 }
    furniture = facts.furniture(
      form: "Grid of topics by school", headline: Self.headline(coverage, facts),
      subtitle:
        "Who knows about what in \(facts.study.network.title), by \(facts.boundary.singular)",
      basis:
        "\(counted(facts.study.peopleCount, "person", "people")) · \(counted(coverage.topics.count, "topic")) · "
        + Self.groups(coverage, facts),
      reading:
        "Topics with most gaps stand first\(schools.contains { $0.hub != nil } ? ", \(facts.boundary.plural) by hub" : ""). A gap may mean that nobody was asked.",
      suppression: [
        unseen.isEmpty ? nil : "Not shown: \(listed(unseen)).",
        left.isEmpty ? nil : "Not shown for want of room: \(listed(left)).",
      ].compactMap { $0 }.joined(separator: " "),
      description: Self.description(coverage, facts.boundary, hidden: hidden), number: number)
  }

  /// "8 schools and the central team", or "7 of 8 schools" where one and the central team are not shown.
  private static func groups(_ coverage: Coverage, _ facts: FigureFacts) -> String {
    let centre = coverage.schools.count(where: \.isCentral)
    let shown = coverage.schools.count - centre
    let all = facts.study.grouping.map { grouping in
      grouping.ids.indices.count { !grouping.isCentral($0) }
    }
    return (all.map { $0 > shown ? "\(counted(shown)) of " : "" } ?? "")
      + facts.boundary.counted((all ?? shown) + centre, centre: centre > 0)
  }

  private static func headline(_ coverage: Coverage, _ facts: FigureFacts) -> String {
    let short = coverage.topics.indices.filter { coverage.topics[$0].isShort }
    let absent = short.filter { coverage.topics[$0].holders == 0 }
    let single = short.filter { coverage.topics[$0].holders == 1 }
    var parts: [String] = []
    func names(_ places: [Int], and word: String) -> String {
      places.count > 3
        ? "\(inWords(places.count)) topics"
        : listed(places.map { coverage.topics[$0].title }, and: word)
    }
    if !absent.isEmpty {
      // Those that somebody is learning stand last, and "above level 1" once behind them.
      let learnt = absent.filter { coverage.topics[$0].listing != coverage.topics[$0].title }
      let above = learnt.first.map { place in
        coverage.topics[place].listing.dropFirst(coverage.topics[place].title.count)
      }
      let untold = absent.filter { !learnt.contains($0) }
      let told = [untold, learnt].filter { !$0.isEmpty }.map { names($0, and: "or") }
        .joined(separator: ", nor ")
      parts.append(
        "Nobody has listed \(absent.count > 3 ? names(absent, and: "or") : told + (above ?? ""))")
    }
    if !single.isEmpty {
      parts.append(
        "\(names(single, and: "and")) \(single.count == 1 ? "rests" : "rest") on one person\(single.count == 1 ? "" : " each")"
      )
    }
    if !parts.isEmpty { return capitalised(parts.joined(separator: "; ")) }
    let isWhole = coverage.schools.count == facts.study.grouping?.ids.count
    let distant = coverage.cells.map { row in
      zip(coverage.schools, row).count { !$0.isCentral && !$0.isQuiet && $1.gap == .distant }
    }
    let isPartQuiet = coverage.schools.contains { !$0.isCentral && $0.isQuiet }
    if let worst = distant.indices.max(by: { (distant[$0], $1) < (distant[$1], $0) }),
      distant[worst] > 0
    {
      return
        "\(coverage.topics[worst].title) is out of reach of "
        + counted(distant[worst], facts.boundary.singular, facts.boundary.plural)
        + (isPartQuiet ? " where enough answered" : isWhole ? "" : " that may be shown")
    }
    let every =
      facts.boundary.singular + (isPartQuiet ? " where enough answered" : isWhole ? "" : " shown")
    return "Every topic is within reach of every \(every)"
  }

  private static func description(_ coverage: Coverage, _ boundary: Boundary, hidden: Int)
    -> String
  {
    let lines = coverage.topics.indices.compactMap { place -> String? in
      let row = coverage.cells[place]
      let far = row.indices.filter { row[$0].gap == .distant && !coverage.schools[$0].isQuiet }
        .map { coverage.schools[$0].title }
      if coverage.topics[place].holders < 2, !coverage.topics[place].isWhole {
        return "\(coverage.topics[place].title): a row about it could not be read."
      }
      if coverage.topics[place].holders == 0 {
        let topic = coverage.topics[place]
        return "\(topic.title): nobody has listed \(topic.inWords)."
      }
      if coverage.topics[place].holders == 1 {
        return "\(coverage.topics[place].title): one person in the trust."
      }
      guard !far.isEmpty else { return nil }
      let central = row.indices.contains {
        row[$0].gap == .distant && coverage.schools[$0].isCentral
      }
      let who =
        far.count > 6
        ? boundary.counted(far.count, centre: central) : listed(far)
      return "\(coverage.topics[place].title): out of reach of \(who)."
    }
    let all =
      lines.isEmpty
      ? [
        "No topic is out of reach of any \(boundary.singular)\(coverage.schools.contains(where: \.isQuiet) ? " where enough answered" : hidden > 0 ? " shown" : "")."
      ]
      : lines
    let rest =
      hidden > 0
      ? "What \(counted(hidden, boundary.singular, boundary.plural)) that \(hidden == 1 ? "is" : "are") not shown can reach is not told."
      : nil
    return (all + [rest].compactMap { $0 }).joined(separator: " ")
  }
}
