import Measures
public import Networks

/// Stories with how varied those were who took part, and the trails of ideas.
public struct StoryBook: Sendable {
  public let stories: [Told]
  public let trails: [Trail]
  /// Goals, as places, and partners with a partnership that no story tells of; ascending.
  public let untoldGoals: [Int]
  public let untoldPartners: [Int32]
  /// Whether any row says who took an idea up, and where one began.
  public let tellsAdopters: Bool
  public let tellsOrigins: Bool
  /// Whether all of the way of ideas is on record: from where, through whom, to whom.
  public let tellsWays: Bool

  /// Stories that say who took part, and of those how many bring two sides together.
  public var withParties: Int { stories.count { !$0.story.parties.isEmpty } }
  public var acrossSides: Int { stories.count { $0.sides.count > 1 } }

  public struct Told: Sendable, Equatable {
    public let story: Story
    /// Blau's index over the sides that took part: 1 - sum of p_g squared, p_g the share of parties of side g, a side
    /// being a school, the central team, or a sector outside; `nil` without parties.
    public let diversity: Double?
    public let sides: [String]
    /// The partnerships that it is of, as places in `Records.partnerships`.
    public let partnerships: [Int]
  }

  /// From where an idea came, through whom, to whom.
  public struct Trail: Sendable, Equatable {
    public let idea: Idea
    /// Whether anybody has taken it up and kept it.
    public var isAdopted: Bool { !adopters.isEmpty }
    /// Those who took it up and have not let it go, ascending.
    public let adopters: [Int32]
    /// Those who try it and have neither taken it up nor let it go, ascending.
    public let triers: [Int32]
    /// Whether it crossed a boundary with somebody: it has a carrier, and origin and adopters are not all of one side.
    public let cameThroughBridge: Bool
    /// Whether it came from outside the trust.
    public let isFromOutside: Bool
    /// Whether it cannot be told if it crossed: what could be read does not say so, and something could not.
    public var isUnclear: Bool {
      !cameThroughBridge && !idea.unread.isDisjoint(with: ["origin", "carried_by", "adopted_by"])
    }
    /// Schools among the adopters, those of adopting people and teams included, as indices into the schools.
    public let schools: [Int32]
  }

  init(_ network: Network) {
    stories = network.records.stories.map { story in
      var sides: [String: Double] = [:]
      for party in story.parties.compactMap({ network.side(of: $0) }) {
        sides[party, default: 0] += 1
      }
      return Told(
        story: story, diversity: blau(sides.sorted { $0.key < $1.key }.map(\.value)),
        sides: sides.keys.sorted(),
        partnerships: network.records.partnerships.indices.filter {
          network.isOf(story, network.records.partnerships[$0])
        })
    }
    let told = Set(network.records.stories.compactMap(\.goal))
    untoldGoals =
      !network.records.asks("stories.goal")
      ? [] : network.records.goals.indices.filter { !told.contains($0) }
    tellsAdopters = network.records.asks("ideas.adopted_by")
    tellsOrigins = network.records.asks("ideas.origin")
    tellsWays = tellsAdopters && tellsOrigins && network.records.asks("ideas.carried_by")
    // Where no story says who took part, none can be missed.
    untoldPartners =
      !network.records.asks("stories.who")
      ? []
      : Set(network.records.partnerships.map(\.partner))
        .subtracting(network.records.stories.flatMap(\.parties)).sorted()
    trails = network.records.ideas.map { idea in
      let origins = Set(idea.origin.compactMap { network.side(of: $0) })
      let kept = idea.adopters.filter { !idea.droppers.contains($0) }
      let adopters = Set(kept.compactMap { network.side(of: $0) })
      return Trail(
        idea: idea, adopters: kept,
        triers: idea.triers.filter { !kept.contains($0) && !idea.droppers.contains($0) },
        cameThroughBridge: !idea.carriers.isEmpty && !origins.isEmpty
          && !adopters.subtracting(origins).isEmpty,
        isFromOutside: idea.origin.contains { network.kind(of: $0) == .partner },
        schools: Set(kept.compactMap { network.school(of: $0) }).sorted())
    }
  }

  /// The share of adopted ideas that came through a bridge; `nil` when none was adopted.
  public var bridgedShare: Double? {
    let adopted = trails.filter(\.isAdopted)
    return adopted.isEmpty
      ? nil : Double(adopted.count { $0.cameThroughBridge }) / Double(adopted.count)
  }
}

extension Network {
  /// Whether a story is of a partnership: the partner takes part, and somebody who stands for the other side.
  func isOf(_ story: Story, _ partnership: Partnership) -> Bool {
    story.parties.contains(partnership.partner)
      && (partnership.with == Partnership.trust
        || story.parties.contains { stands($0, for: partnership.with) })
  }

  /// The side a member stands for: its school, the central team, or a sector outside; `nil` of people who cannot be placed.
  public func side(of member: Int32) -> String? {
    guard !isUnplaced(member) else { return nil }
    if kind(of: member) == .partner {
      return partners[index(of: member)].sector.map(Sectors.key) ?? "other"
    }
    return school(of: member).map { schools[Int($0)].name } ?? Self.centralTeamName
  }
}
