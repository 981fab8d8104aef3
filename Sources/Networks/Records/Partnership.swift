/// Work agreed with a partner: who it is with, who leads it, how deep it goes and when it is looked at again.
public struct Partnership: Sendable, Equatable {
  /// The partner, as a member of the network.
  public var partner: Int32
  /// The school or team it is with, as a member of the network, or `trust`.
  public var with: Int32
  /// The person who leads it, as an index into the people, or `nil` where none is recorded.
  public var lead: Int32?
  public var level: Depth?
  /// Whether there is an agreement, where that is recorded.
  public var hasAgreement: Bool?
  public var rolesAreClear: Bool?
  /// What the files say of a shared goal: an id of a goal, a sentence, yes or no.
  public var sharedGoal: SharedGoal?
  public var started: Day?
  public var reviewDue: Day?
  /// The day on which it ended, or will.
  public var ended: Day?
  /// The columns whose cell holds something that cannot be read, which is not nothing.
  public var unread: Set<String> = []
  /// What the partner gives the trust, and what it gets, as the trust tells it.
  public var gives: [String]
  public var gets: [String]

  /// A partnership with the whole trust.
  public static let trust: Int32 = -1

  /// A goal that both sides share.
  public enum SharedGoal: Sendable, Equatable {
    /// A goal of the goals file, by its place there.
    case goal(Int)
    /// Words that are no id of a goal.
    case words(String)
    case yes, no
  }

  public init(
    partner: Int32, with: Int32, lead: Int32? = nil, level: Depth? = nil,
    hasAgreement: Bool? = nil, rolesAreClear: Bool? = nil, sharedGoal: SharedGoal? = nil,
    started: Day? = nil, reviewDue: Day? = nil, gives: [String] = [], gets: [String] = []
  ) {
    self.partner = partner
    self.with = with
    self.lead = lead
    self.level = level
    self.hasAgreement = hasAgreement
    self.rolesAreClear = rolesAreClear
    self.sharedGoal = sharedGoal
    self.started = started
    self.reviewDue = reviewDue
    self.gives = gives
    self.gets = gets
  }
}

extension Partnership {
  /// Whether it was over by a day.
  public func hasEnded(by day: Day) -> Bool { ended.map { $0 <= day } ?? false }

  /// Whether no day for its review is written down, readable or not.
  public var isReviewOpen: Bool { reviewDue == nil && !unread.contains("review_due") }
}

/// How one side sees a partnership in one respect, as one rater put it; the rater is a number and no more.
public struct Rating: Sendable, Equatable {
  /// Whose view it is.
  public enum Side: String, Sendable, CaseIterable {
    case ours, theirs

    /// The other side.
    public var other: Side { self == .ours ? .theirs : .ours }
  }

  /// The partnership, as a place in `Records.partnerships`.
  public var partnership: Int
  public var side: Side
  public var item: RatingItem
  /// 1 to 4; for the item `level`, a depth from 0 to 5.
  public var score: Int
  public var date: Day?
  /// A number that tells raters apart, or `nil` where the file does not.
  public var rater: Int32?
  /// What was said besides, in the rater's words; shown nowhere.
  public var words: String?

  public init(
    partnership: Int, side: Side, item: RatingItem, score: Int, date: Day? = nil,
    rater: Int32? = nil, words: String? = nil
  ) {
    self.words = words
    self.partnership = partnership
    self.side = side
    self.item = item
    self.score = score
    self.date = date
    self.rater = rater
  }
}

/// What a rating is about, in a form that does not depend on case, spaces or hyphens.
public struct RatingItem: Sendable, Hashable, Comparable {
  /// The name in small letters, such as "reliability" or "pat-3-2".
  public let id: String

  /// The item a cell names: `PAT 3.2`, `pat_3_2` and `pat-3-2` are one.
  public init(_ text: String) {
    var words: [String] = []
    var isOpen = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if isOpen {
          words[words.count - 1].unicodeScalars.append(scalar)
        } else {
          words.append(String(scalar))
        }
        isOpen = true
      } else {
        isOpen = false
      }
    }
    id = words.joined(separator: "-")
  }

  public static func < (a: RatingItem, b: RatingItem) -> Bool { a.id < b.id }

  /// The depth of the partnership as a side sees it.
  public static let level = RatingItem("level")
  /// The three items of value and the three of trust (PARTNER: Varda, Shoup & Miller 2012).
  public static let value = ["power", "involvement", "resources"].map(RatingItem.init)
  public static let trust = ["reliability", "mission", "openness"].map(RatingItem.init)
  /// The four things that partners share when they are ready to (Himmelman 2002).
  public static let readiness = ["responsibility", "risk", "resources", "rewards"].map {
    RatingItem("readiness-" + $0)
  }
  /// The same four, said of one's own side.
  public static let ownReadiness = ["responsibility", "risk", "resources", "rewards"].map {
    RatingItem("self-" + $0)
  }

  /// The factor an item of an assessment belongs to: its name without the last number, as `pat-3` for `pat-3-2`; `nil`
  /// for items that are no part of an assessment.
  public var factor: String? {
    var words = id.split(separator: "-")
    guard words.count > 1, let last = words.last, last.allSatisfy(\.isNumber) else { return nil }
    words.removeLast()
    return words.joined(separator: "-")
  }
}
