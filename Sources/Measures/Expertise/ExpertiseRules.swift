public import Networks

/// How much each kind of evidence, level and year counts.
///
/// Every constant of the expertise weight stands here, and `Docs/Expertise.md` prints them.
public struct ExpertiseRules: Sendable, Equatable {
  /// The years after which a piece of evidence counts half.
  public var halfLife = 10.0
  /// The steps within which a holder is near: a colleague's colleague is 2.
  public var steps: Int32 = 2
  /// The share of a school's staff that must have a holder near for the topic not to be distant.
  public var nearShare = 0.5

  public init() {}

  /// What evidence without a date counts of what it would count on the day.
  public static let undated = 0.5
  /// The most that all of a person's own word on a topic counts, rarity aside.
  public static let ownWordCap = 0.25

  /// What a level counts; a level that is not given counts as confident.
  public static func factor(of level: SkillLevel?) -> Double {
    switch level ?? .confident {
    case .learning: 0.1
    case .confident: 0.25
    case .leadsInSchool: 0.5
    case .leadsAcrossSchools: 0.75
    case .trainsOthers: 1
    }
  }

  /// What a kind of evidence counts; evidence that is not given is the person's own word.
  public static func factor(of evidence: Evidence?) -> Double {
    switch evidence ?? .own {
    case .qualification: 1
    case .role: 0.8
    case .project: 0.6
    case .peer: 0.5
    case .own: 0.25
    }
  }

  /// 0.5^(age / half-life), for an age in years; `undated` where there is none.
  public func recency(_ age: Double?) -> Double {
    guard let age else { return Self.undated }
    return halving(max(age, 0) / halfLife)
  }
}
