import GraphEngine
import Networks
import RealModule

/// What the trust lacks or may lose, the gravest first, in sentences that name nobody.
///
/// First topics that nobody has listed and somebody seeks (the most sought first), then topics that one person holds (those
/// that most schools are far from first), then topics that nobody has listed and the trust lists, then topics that a whole
/// hub lacks, then topics that people who are leaving take with them.
public struct TopicGaps: Sendable, Equatable {
  public let gaps: [Gap]

  /// One gap.
  public struct Gap: Sendable, Equatable {
    public let topic: Int32
    public let name: String
    /// What nobody has listed: the name, with "above level 1" where somebody is learning it.
    public let listing: String
    public let kind: Kind
    public let sentence: String
    public let action: String
  }

  /// What sort of gap it is, the gravest first.
  public enum Kind: String, Sendable, CaseIterable, Comparable {
    /// Nobody in the trust has listed it, and somebody seeks it.
    case soughtAndAbsent = "absent, sought"
    /// One person holds it.
    case single = "single holder"
    /// Nobody in the trust has listed it, and the trust lists it.
    case absent = "absent"
    /// A hub in which nobody holds what many elsewhere do.
    case absentInHub = "absent in a hub"
    /// People who are leaving or have left held it, and at most two are left.
    case leaving = "leaving"

    public static func < (a: Kind, b: Kind) -> Bool { a.rank < b.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// Finds the gaps.
  ///
  /// A hub lacks a topic when nobody there or in the central team holds it though fewer than one in a hundred ways of handing the trust's
  /// holders out by chance would leave the hub without: (1 - p)^n < 0.01 for a share p of the staff and n holders.
  ///
  /// - Parameter showsAll: whether it may be told how far groups are from the one person who knows a topic, and how few would learn one:
  ///   in a copy without names that would tell where the one is, or who the other.
  public init(_ knowledge: Knowledge, _ coverage: TopicCoverage, showsAll: Bool = true) {
    var found: [(order: [Int], gap: Gap)] = []
    func add(
      _ row: TopicCoverage.Row, _ kind: Kind, _ order: Int, _ sentence: String, _ action: String
    ) {
      found.append(
        (
          [
            Kind.allCases.firstIndex(of: kind) ?? 0,
            // What one person calls something of their own comes after what a list has.
            kind == .single && knowledge.topics[row.topic].origin == .claimed ? 1 : 0, -order,
            Int(row.topic),
          ],
          Gap(
            topic: row.topic, name: row.name, listing: knowledge.listing(row.topic), kind: kind,
            sentence: sentence, action: action)
        ))
    }
    let leavers = Self.leavers(knowledge)
    let ownTopics = Self.ownTopics(knowledge)
    let hubs = knowledge.network.groups(by: .hub, among: knowledge.slice.people)
    for (place, row) in coverage.topics.enumerated() where row.holders > 2 || row.isWhole {
      let distant = showsAll ? coverage.distant(place) : 0
      let gone = leavers[row.topic] ?? []
      if row.holders == 0 {
        let lost =
          gone.isEmpty
          ? ""
          : " since \(Self.people(gone.count)) who did \(gone.count == 1 ? "has" : "have") left"
        if !knowledge.network.expertise.tellsKnowledge {
          guard row.seekers > 0 else { continue }
          let few = !showsAll && row.seekers < 3
          add(
            row, .soughtAndAbsent, few ? 1 : row.seekers,
            "\(capitalised(few ? "one or two people" : Self.people(row.seekers))) would like to learn \(row.name); what anybody knows is not recorded.",
            "Ask who knows \(row.name) already.")
        } else if row.seekers > 0 {
          add(
            row, .soughtAndAbsent, !showsAll && row.seekers < 3 ? 1 : row.seekers,
            "Nobody in the trust has listed \(knowledge.listing(row.topic))\(lost), and \(!showsAll && row.seekers < 3 ? "one or two people" : Self.people(row.seekers)) would like to learn it.",
            "Hire, train somebody, or buy in \(row.name) from a partner.")
        } else {
          add(
            row, .absent, gone.count,
            "Nobody in the trust has listed \(knowledge.listing(row.topic))\(lost).",
            "Decide whether \(row.name) is needed; if so, train somebody or buy it in.")
        }
        continue
      }
      if row.holders == 1, ownTopics[row.topic] != nil { continue }
      if row.holders == 1 {
        let far = distant == 0 ? "" : "; \(Self.far(distant, coverage))"
        add(
          row, .single, distant,
          "One person in the trust knows \(row.name): if they leave, nobody does\(far).",
          "Find a second person to learn \(row.name) from the one who knows it.")
      } else if !gone.isEmpty, row.holders <= 2 {
        let staying = knowledge.holders(of: row.topic).count { !gone.contains($0.person) }
        add(
          row, .leaving, gone.count,
          "\(capitalised(Self.people(gone.count))) who knew \(row.name) \(gone.count == 1 ? "has" : "have") left or will; \(staying == 0 ? "nobody remains" : "\(inWords(staying)) \(staying == 1 ? "remains" : "remain")").",
          "Have what those who go know of \(row.name) written down or taught.")
      }
      for hub in !row.isWhole ? [] : Self.hubs(without: row, knowledge, hubs) {
        let people = knowledge.network.people
        let listing = knowledge.listing(row.topic) { person in
          let school = people.school[Int(person)]
          return school < 0
            ? school == People.centralTeam : knowledge.network.schools[Int(school)].hub == hub
        }
        add(
          row, .absentInHub, row.holders,
          "Nobody in the \(hub) hub or the central team has listed \(listing), though \(Self.people(row.holders)) elsewhere have.",
          "Introduce schools of the \(hub) hub to somebody who knows \(row.name).")
      }
    }
    for rows in Dictionary(grouping: coverage.topics, by: { ownTopics[$0.topic] ?? -1 })
      .filter({ $0.key >= 0 }).values
    {
      let names = rows.prefix(3).map(\.name)
      add(
        TopicCoverage.Row(
          topic: rows[0].topic, name: "\(names[0]) and \(counted(rows.count - 1)) more",
          broader: nil, holders: 1, seekers: 0, isWhole: true), .single, 0,
        "One person alone knows \(counted(rows.count)) topics that no list has, such as \(listed(names)): if they leave, nobody does.",
        "Decide which of them matter, and find a second person to learn those.")
    }
    gaps = found.sorted { $0.order.lexicographicallyPrecedes($1.order) }.map(\.gap)
  }

  /// The sentences of the gravest gaps, with what to do.
  public func sentences(_ most: Int = 3) -> [String] {
    gaps.prefix(most).map { "\($0.sentence) \($0.action)" }
  }

  private static func people(_ count: Int) -> String {
    "\(inWords(count)) \(count == 1 ? "person" : "people")"
  }

  /// For how many groups a topic is distant.
  private static func far(_ count: Int, _ coverage: TopicCoverage) -> String {
    let all = coverage.groupCount
    let groups = all == 1 ? coverage.boundary.singular : coverage.boundary.plural
    let isWhole = coverage.suppressedGroups == 0 && !coverage.isPartQuiet
    let number = inWords(all) == counted(all) ? counted(count) : inWords(count)
    let share =
      count == all && all > 1
      ? (all == 2 ? "both" : "all \(inWords(all))")
      : "\(number) of \(isWhole ? "" : "the ")\(inWords(all))"
    let which = coverage.isPartQuiet ? " where enough answered" : isWhole ? "" : " shown"
    return
      "in \(share) \(groups)\(which) most staff would need \(inWords(Int(coverage.steps))) or more introductions"
  }

  /// Topics that no list has and one person alone knows, with that person, where these are more than a handful: they are told
  /// together.
  private static func ownTopics(_ knowledge: Knowledge) -> [Int32: Int32] {
    let single = knowledge.topicsInPlay.filter {
      knowledge.holderCounts[Int($0)] == 1 && knowledge.topics[$0].origin == .claimed
        && knowledge.isWhole($0)
    }
    let byHolder = Dictionary(grouping: single) { knowledge.holders(of: $0).first?.person ?? -1 }
    return Dictionary(
      uniqueKeysWithValues: byHolder.filter { $0.value.count > 5 }.flatMap { holder, topics in
        topics.map { ($0, holder) }
      })
  }

  /// Who held each topic and has left or has a day on which they will.
  private static func leavers(_ knowledge: Knowledge) -> [Int32: Set<Int32>] {
    var leavers: [Int32: Set<Int32>] = [:]
    for skill in knowledge.network.expertise.skills
    where skill.isHeld && knowledge.network.people.ended[Int(skill.person)] != nil {
      leavers[skill.topic, default: []].insert(skill.person)
    }
    return leavers
  }

  /// The hubs in which nobody holds a topic and chance would not have it so.
  private static func hubs(
    without row: TopicCoverage.Row, _ knowledge: Knowledge, _ hubs: Grouping
  ) -> [String] {
    guard hubs.partition.count > 1 else { return [] }
    let present = Set(
      knowledge.holders(of: row.topic).compactMap { holder in
        knowledge.node(of: holder.person).map { hubs.partition.groupOf[$0] }
      })
    guard !present.contains(-1) else { return [] }
    return hubs.partition.names.indices.filter { hub in
      guard !present.contains(Int32(hub)) else { return false }
      let share = Double(hubs.partition.sizes[hub]) / Double(max(knowledge.peopleCount, 1))
      return share < 1 && Double(row.holders) * Double.log(1 - share) < Double.log(0.01)
    }.map { hubs.partition.names[$0] }
  }
}
