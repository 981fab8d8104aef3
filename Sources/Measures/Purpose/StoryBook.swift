public import Networks

/// Stories with how varied those were who took part, and the trails of ideas.
public struct StoryBook: Sendable {
  public let stories: [Told]
  public let trails: [Trail]

  public struct Told: Sendable, Equatable {
    public let story: Story
    /// Blau's index over the sides that took part: 1 - sum of p_g squared, p_g the share of parties of side g, a side
    /// being a school, the central team, or a sector outside; `nil` without parties.
    public let diversity: Double?
    public let sides: [String]
  }

  /// From where an idea came, through whom, to whom.
  public struct Trail: Sendable, Equatable {
    public let idea: Idea
    public var isAdopted: Bool { !idea.adopters.isEmpty }
    /// Whether it crossed a boundary with somebody: it has a carrier, and origin and adopters are not all of one side.
    public let cameThroughBridge: Bool
    /// Whether it came from outside the trust.
    public let isFromOutside: Bool
    /// Schools among the adopters, those of adopting people and teams included, as indices into the schools.
    public let schools: [Int32]
  }

  public init(_ network: Network) {
    stories = network.records.stories.map { story in
      var sides: [String: Double] = [:]
      for party in story.parties { sides[network.side(of: party), default: 0] += 1 }
      return Told(
        story: story, diversity: blau(sides.sorted { $0.key < $1.key }.map(\.value)),
        sides: sides.keys.sorted())
    }
    trails = network.records.ideas.map { idea in
      let origins = Set(idea.origin.map { network.side(of: $0) })
      let adopters = Set(idea.adopters.map { network.side(of: $0) })
      return Trail(
        idea: idea,
        cameThroughBridge: !idea.carriers.isEmpty && !origins.isEmpty
          && !adopters.subtracting(origins).isEmpty,
        isFromOutside: idea.origin.contains { network.kind(of: $0) == .partner },
        schools: Set(idea.adopters.compactMap { network.school(of: $0) }).sorted())
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
  /// The side a member stands for: its school, the central team, or a sector outside.
  public func side(of member: Int32) -> String {
    if kind(of: member) == .partner {
      return partners[index(of: member)].sector.map(Sectors.key) ?? "other"
    }
    return school(of: member).map { schools[Int($0)].name } ?? Self.centralTeamName
  }
}
