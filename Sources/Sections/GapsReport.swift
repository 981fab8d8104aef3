public import Documents
public import Findings
public import Measures
import Networks

/// What the trust knows and lacks: gaps in order of gravity, topics by schools, islands, supply and demand.
public struct GapsReport: Sendable {
  public let coverage: TopicCoverage
  public let gaps: TopicGaps
  private let knowledge: Knowledge
  private let naming: Naming
  private let words: IntroductionWords
  private let minGroup: Int
  private let analysis: Analysis

  /// In copies without names, groups with few people are not shown, nor where the one person is who knows a topic.
  public init(_ analysis: Analysis, _ naming: Naming) {
    knowledge = analysis.expertise
    self.naming = naming
    minGroup = analysis.rules.minGroup
    words = IntroductionWords(knowledge, naming)
    self.analysis = analysis
    coverage = analysis.coverage(showsAll: naming.showsAll)
    gaps = analysis.topicGaps(showsAll: naming.showsAll)
  }

  /// The topic that most people of most groups need two introductions or more for, and of how many groups that is so, central teams
  /// aside; `nil` where none.
  var furthest: (name: String, groups: Int)? {
    coverage.topics.indices.map { place in
      let row = coverage.topics[place]
      return (name: row.name, groups: tellsWhere(row) ? coverage.distant(place) : 0)
    }.filter { $0.groups > 0 }.min { ($1.groups, $0.name) < ($0.groups, $1.name) }
  }

  /// Each topic in each school.
  public var table: Table {
    var table = Table([
      .text("topic"), .text("part_of", "part of"), .text("group"), .text("group_name", "name"),
      .text("class"), .number("holders"), .number("near_share", "share near a holder"),
      .number("holders_in_trust", "in the trust"), .number("seekers"),
      .text("action", "what to do"),
    ])
    for (place, row) in coverage.topics.enumerated() {
      for (column, group) in coverage.groups.enumerated() {
        let cell = coverage.cells[place][column]
        let here: [Table.Cell] =
          !knowledge.network.expertise.tellsKnowledge
          ? [.empty, .empty, .empty]
          : tellsWhere(row)
            ? [
              .text(cell.coverage.rawValue), .count(cell.holders),
              // Whether any at all are near tells of a link to whoever knows it, one that few carry too.
              cell.coverage == .unknown
                ? .empty
                : naming.showsAll || cell.coverage != .distant
                  ? .number(cell.reach, places: 2) : .suppressed,
            ]
            : [.suppressed, .suppressed, .suppressed]
        table.rows.append(
          [.text(row.name), .text(row.broader ?? ""), .text(group.id), .text(group.name)] + here + [
            knowledge.network.expertise.tellsKnowledge ? .count(row.holders) : .empty,
            naming.few(row.seekers),
            knowledge.network.expertise.tellsKnowledge
              ? .text((tellsWhere(row) ? cell.coverage : .thin).action) : .empty,
          ])
      }
    }
    return table
  }

  /// Whether it is told in which groups a topic is known.
  public func tellsWhere(_ row: TopicCoverage.Row) -> Bool {
    naming.tellsWhere(holders: row.holders)
  }

  /// Who knows what, by person.
  public var people: Table {
    var table = Table([
      .text("person"), .text("name"), .text("topic"), .number("weight"), .number("level"),
      .text("evidence"), .text("claimed"), .text("offers"),
    ])
    let rows = knowledge.entries.compactMap { entry -> (key: String, cells: [Table.Cell])? in
      guard let id = naming.id(entry.person),
        naming.tellsWho(holders: knowledge.holderCounts[Int(entry.topic)])
      else { return nil }
      return (
        id + "\u{1F}" + knowledge.topics[entry.topic].name,
        [
          .text(id), .text(naming.name(entry.person) ?? ""),
          .text(knowledge.topics[entry.topic].name), .number(entry.weight.value, places: 4),
          entry.weight.level.map { .count(Int($0.rawValue)) } ?? .empty,
          .text(entry.weight.parts.compactMap(\.skill.evidence).sorted().first?.rawValue ?? "self"),
          .text(entry.weight.isClaimed ? "yes" : "no"),
          .text(entry.weight.offers.map(\.rawValue).joined(separator: "; ")),
        ]
      )
    }
    table.rows = rows.sorted { $0.key < $1.key }.map(\.cells)
    if !naming.showsAll { table.dropColumn("name") }
    return table
  }

  /// The most columns and rows of the grid that are read on a screen.
  private static let (mostColumns, mostRows) = (30, 60)

  /// Topics down, schools across, a sign for each class.
  ///
  /// Where schools are too many to stand side by side, how many there are of
  /// each class. Of many topics those with most gaps.
  public var matrix: String {
    guard !coverage.topics.isEmpty, !coverage.groups.isEmpty,
      knowledge.network.expertise.tellsKnowledge
    else { return "" }
    let isWide = coverage.groups.count > Self.mostColumns
    let classes: [TopicCoverage.Class] =
      [.distant, .thin, .covered] + (isPartUnknown ? [.unknown] : [])
    let columns: [Table.Column] =
      isWide
      ? classes.map { .number($0.rawValue) } : coverage.groups.map { .text($0.id) }
    var grid = Table(
      [.text("topic", "")] + columns + [.number("holders", "people"), .number("seekers", "seek")])
    for place in shownRows {
      let row = coverage.topics[place]
      let cells: [Table.Cell] =
        isWide
        ? classes.map { .count(coverage.count(place, $0)) }
        : coverage.cells[place].map {
          tellsWhere(row) ? .text(Self.sign($0.coverage)) : .suppressed
        }
      grid.rows.append(
        [.text(row.name)] + cells
          + [.count(row.holders), row.seekers == 0 ? .empty : naming.few(row.seekers)])
    }
    let left = coverage.topics.count - grid.rows.count
    return grid.alignedText
      + (left == 0 ? "" : "\(counted(left, "topic")) with fewer gaps: --csv has them all.\n")
  }

  /// The topics that the grid has room for, in order: where there are too many, those absent or distant in most schools.
  private var shownRows: [Int] {
    let all = Array(coverage.topics.indices)
    guard all.count > Self.mostRows else { return all }
    func gaps(_ place: Int) -> (Int, Int, Int) {
      let row = coverage.topics[place]
      // What one person calls something of their own comes last.
      let isListed = knowledge.topics[row.topic].origin != .claimed || row.holders != 1
      let few = coverage.count(place, .absent) + coverage.count(place, .distant)
      return (isListed ? 1 : 0, few, row.seekers)
    }
    let ranked = all.map { (place: $0, gaps: gaps($0)) }.sorted {
      $0.gaps == $1.gaps ? $0.place < $1.place : $0.gaps > $1.gaps
    }
    return ranked.prefix(Self.mostRows).map(\.place).sorted()
  }

  /// A sign that is read without colour.
  static func sign(_ coverage: TopicCoverage.Class) -> String {
    switch coverage {
    case .absent: "X"
    case .distant: "o"
    case .unknown: "?"
    case .thin: "1"
    case .covered: "."
    }
  }

  /// What the signs mean.
  public var legend: String {
    guard knowledge.network.expertise.tellsKnowledge else {
      return "The files tell only what people would like to learn, so who could help is not known."
    }
    if coverage.groups.count > Self.mostColumns {
      let hubs = coverage.boundary != .hub && knowledge.network.boundary(named: "hub") != nil
      return
        "In how many of \(coverage.boundary.counted(coverage.groups.count, centre: coverage.groups.contains(where: \.isCentral))) each topic is distant (under half of the staff within \(inWords(Int(coverage.steps))) steps of somebody), thin (one person) or covered\(isPartUnknown ? ", or not known as too little was answered or read" : "")"
        + (hubs ? "; --by hub shows fewer columns." : ".")
    }
    return legendOfSigns
  }

  /// Whether too few of a group answered to say how far it is from a topic.
  public var isPartUnknown: Bool {
    coverage.cells.contains { $0.contains { $0.coverage == .unknown } }
  }

  private var legendOfSigns: String {
    "X absent: nobody in the trust   o distant: under half of the staff within \(inWords(Int(coverage.steps))) steps of somebody   1 thin: one person   . covered"
      + (isPartUnknown ? "   ? not known: too little there was answered or read" : "")
      + (coverage.topics.allSatisfy(tellsWhere)
        ? "" : "   c one person in the trust; where is not told")
  }

  /// The topics that one person holds, and who that is; without names nobody is named.
  public var singles: [String] {
    guard naming.showsAll else { return [] }
    return gaps.gaps.filter { $0.kind == .single }.compactMap { gap in
      guard let holder = knowledge.holders(of: gap.topic).first else { return nil }
      return "\(gap.name): \(words.person(holder.person))"
    }
  }

  /// Topics led in several schools, or other groups, on their own.
  public var islands: [String] {
    let boundary = coverage.boundary
    // Which schools lead a topic apart would tell of links that are not shown.
    guard naming.showsAll else { return [] }
    return knowledge.duplicatedEffort(by: boundary).map { effort in
      let led =
        "\(knowledge.topics[effort.topic].name) is led in \(inWords(effort.schools)) \(effort.schools == 1 ? boundary.singular : boundary.plural)\(effort.includesCentre ? " and the central team" : "")"
      // Of those whose school is not known nobody can say whom they join.
      let rest =
        effort.unplaced == 0
        ? ""
        : "; \(inWords(effort.unplaced)) more who \(effort.unplaced == 1 ? "leads" : "lead") it \(effort.unplaced == 1 ? "has" : "have") no one \(boundary.singular) on record"
      return effort.alone == effort.groups
        ? "\(led), and no leader of it is tied to one \(effort.includesCentre ? "elsewhere" : "in another")\(rest)."
        : effort.alone == 0
          ? "\(led), which form \(inWords(effort.islands.count)) islands\(rest)."
          : "\(led); in \(inWords(effort.alone)) of them no leader is tied to one elsewhere\(rest)."
    }
  }

  /// Who could help whom, a sentence each, the most sought topics first.
  public var matches: [String] {
    knowledge.supplyAndDemand(analysis.introductions).map { demand in
      let topic = knowledge.topics[demand.topic].name
      let seekers = demand.seekers.count + demand.hiddenSeekers
      let helpers = demand.helpers.count + demand.hiddenHelpers
      let help =
        helpers == 0 && !knowledge.isWhole(demand.topic)
        ? "; a row about it could not be read"
        : tellsOffers
          ? ", \(helpers == 0 ? "nobody" : inWords(helpers)) \(helpers < 2 ? "offers" : "offer") help"
          : "; who offers help is not recorded"
      let head = "\(topic): \(few(seekers)) it\(help)."
      guard naming.mode != .groups, tellsWho(demand.topic), let match = best(demand.matches)
      else { return head }
      let way =
        match.path.flatMap { path in
          !tells(path)
            ? nil
            : path.between.isEmpty
              ? "they know each other"
              : "introduced by \(path.between.map(words.name).joined(separator: " and "))"
        } ?? "no way of three steps yet" + words.orUnshown
      return
        "\(head) Begin with \(words.name(match.seeker)) and \(words.person(match.helper)): \(listed(match.offers.map(\.rawValue))); \(way)."
    }
  }

  /// Whether anybody's offer of help is on record: without one nobody can be said to offer none.
  private var tellsOffers: Bool { knowledge.entries.contains { !$0.weight.offers.isEmpty } }

  /// How many would like to learn a topic, where few are not told apart in a copy without names.
  public func few(seekers: Int) -> String {
    naming.showsAll ? counted(seekers) : BoardWords.few(seekers)
  }

  /// "three seek".
  private func few(_ seekers: Int) -> String {
    !naming.showsAll && (1...2).contains(seekers)
      ? "one or two seek" : "\(inWords(seekers)) \(seekers == 1 ? "seeks" : "seek")"
  }

  private func tellsWho(_ topic: Int32) -> Bool {
    naming.tellsWho(holders: knowledge.holderCounts[Int(topic)])
  }

  /// The match that is easiest to make.
  private func best(_ matches: [SupplyAndDemand.Match]) -> SupplyAndDemand.Match? {
    func cost(_ match: SupplyAndDemand.Match) -> Double {
      match.path.flatMap { tells($0) ? $0.cost : nil } ?? .infinity
    }
    return matches.min { (cost($0), $0.seeker) < (cost($1), $1.seeker) }
  }

  /// Whether this copy tells the ties of a way.
  private func tells(_ path: IntroductionPath) -> Bool {
    naming.tellsWay([path.from] + path.between + [path.to], of: analysis)
  }

  /// Those who introduce on a way, for programs; nothing where this copy does not tell its ties.
  private func introducers(_ path: IntroductionPath) -> JSONValue {
    tells(path) ? .array(path.between.map { .optional(naming.id($0)) }) : .null
  }

  /// Everything, for other programs.
  public var json: JSONValue {
    .object([
      "schema_version": .whole(1), "steps": .whole(Int(coverage.steps)),
      "half_life_years": .number(knowledge.rules.halfLife),
      "gaps": .array(
        gaps.gaps.map { gap in
          .object([
            "topic": .text(gap.name), "kind": .text(gap.kind.rawValue),
            "sentence": .text(gap.sentence), "action": .text(gap.action),
          ])
        }),
      "coverage": table.jsonRows,
      "islands": naming.showsAll
        ? .array(
          knowledge.duplicatedEffort(by: coverage.boundary).map { effort in
            .object([
              "topic": .text(knowledge.topics[effort.topic].name),
              "islands": .array(effort.islands.map { .array($0.map(JSONValue.text)) }),
            ])
          }) : .null,
      "supply_and_demand": .array(
        knowledge.supplyAndDemand(analysis.introductions).map { demand in
          .object([
            "topic": .text(knowledge.topics[demand.topic].name),
            "seekers": naming.number(few: demand.seekers.count + demand.hiddenSeekers),
            "helpers": tellsOffers
              ? .whole(demand.helpers.count + demand.hiddenHelpers) : .null,
            "matches": .array(
              (tellsWho(demand.topic) ? demand.matches : []).map { match in
                .object([
                  "seeker": .optional(naming.id(match.seeker)),
                  "helper": .optional(naming.id(match.helper)),
                  "offers": .array(match.offers.map { .text($0.rawValue) }),
                  "introduced_by": match.path.map(introducers) ?? .null,
                ])
              }),
          ])
        }),
    ])
  }
}
