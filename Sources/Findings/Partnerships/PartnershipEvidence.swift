import Measures
public import Networks

/// What there is to show for partnerships: stories with an effect, goals that are measured.
public struct PartnershipEvidence: Sendable, Equatable {
  /// Partnerships with a story that says what changed.
  public let withStory: Int
  /// Partnerships whose shared goal has a measure and progress.
  public let withGoal: Int
  public let withNeither: Int
  /// Whether the files hold anything of the kind.
  public let isRecorded: Bool
  /// Whether any story says who took part and any what changed.
  public let tellsStories: Bool
  /// Whether any partnership names its goal, any goal a measure, and any progress what was measured.
  public let tellsGoals: Bool

  public init(_ network: Network, _ entries: [PartnershipLedger.Entry]) {
    var (stories, goals, neither) = (0, 0, 0)
    for entry in entries {
      let hasStory = !network.stories(of: entry.partnership).filter { $0.impact != nil }.isEmpty
      let hasGoal = network.goal(of: entry.partnership).map { $0.isMeasured } ?? false
      stories += hasStory ? 1 : 0
      goals += hasGoal ? 1 : 0
      neither += hasStory || hasGoal ? 0 : 1
    }
    withStory = stories
    withGoal = goals
    withNeither = neither
    let records = network.records
    isRecorded = !records.stories.isEmpty || !records.goals.isEmpty
    tellsGoals =
      records.asks("partnerships.shared_goal") && records.asks("goals.measure")
      && records.asks("progress.value")
    tellsStories = records.asks("stories.impact") && records.asks("stories.who")
  }
}

extension Network {
  /// The stories in which the partner took part with the partnership's own side: with anybody, for the whole trust.
  public func stories(of partnership: Partnership) -> [Story] {
    records.stories.filter { story in
      guard story.parties.contains(partnership.partner) else { return false }
      guard partnership.with != Partnership.trust else { return true }
      return story.parties.contains { party in
        party == partnership.with
          || (kind(of: party) == .person && belongs(party, to: partnership.with))
          || (kind(of: partnership.with) == .school
            && school(of: party) == Int32(index(of: partnership.with)))
      }
    }
  }

  /// The goal a partnership shares, where the files name one.
  public func goal(of partnership: Partnership) -> Goal? {
    if case .goal(let place) = partnership.sharedGoal { records.goals[place] } else { nil }
  }
}

extension Goal {
  /// Whether a measure is named and at least one value recorded.
  public var isMeasured: Bool { measure != nil && !progress.isEmpty }
}
