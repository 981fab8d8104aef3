import Measures
import Networks

/// What collaboration is for: operational or strategic, formal or informal, linked to a goal, with recorded effect.
///
/// The sorting rests on words in `kind` and `purpose`, listed here; what none of them fits is "unsorted" and said.
public struct PurposeMix: Sendable, Equatable {
  public let total: Int
  /// Of which so many say what they are, by their kind or their purpose.
  public let told: Int
  public let linkedToGoal: Int
  public let withOutcome: Int
  /// Whether any row says for which goal work is, what its effect was, and what it is.
  public let asksGoals: Bool
  public let asksOutcomes: Bool
  public let asksKinds: Bool
  public let operational: Int
  public let strategic: Int
  public let formal: Layer
  public let informal: Layer

  /// Of those that say what they are, what none of the words fits.
  public var unsorted: Int { told - operational - strategic }

  /// Work of one form, between people of schools.
  public struct Layer: Sendable, Equatable {
    public var ties = 0
    /// Of those, between two schools.
    public var across = 0
    public var share: Double? { ties > 0 ? Double(across) / Double(ties) : nil }
  }

  /// Words of work that keeps things going.
  public static let operationalWords = [
    "update", "referral", "contact", "case", "admin", "incident", "cover", "timetable", "urgent",
    "operational", "advice", "information",
  ]
  /// Words of work that changes things.
  public static let strategicWords = [
    "joint", "planning", "strategy", "strategic", "project", "moderation", "coaching", "teaching",
    "working group", "design", "review", "improvement", "research", "training", "partnership",
  ]
  /// Words of forms that somebody has set up.
  public static let formalWords = [
    "working group", "moderation", "joint planning", "joint project", "training", "network",
    "meeting", "coaching", "review", "partnership", "team teaching", "referral",
  ]

  /// Whether work of a kind is of a form that somebody has set up.
  static func isFormal(_ kind: String) -> Bool { holds(kind, formalWords) }

  /// Whether work told of in some words changes things, and whether it keeps things going.
  static func isStrategic(_ text: String) -> Bool { holds(text, strategicWords) }
  static func isOperational(_ text: String) -> Bool {
    !isStrategic(text) && holds(text, operationalWords)
  }

  /// Whether one of some words stands in a text, at the start of a word of it: a showcase is no case.
  private static func holds(_ text: String, _ words: [String]) -> Bool {
    let key = text.lowercased().utf8.map { (97...122).contains($0) || $0 > 127 ? $0 : 32 }
    return words.contains { word in
      key.indices.contains { start in
        (start == 0 || key[start - 1] == 32) && key[start...].starts(with: word.utf8)
      }
    }
  }

  init(_ network: Network, during period: Period? = nil) {
    let work = network.work(during: period ?? network.currentPeriod)
    asksGoals = network.asks(Work.goalColumns)
    asksOutcomes = network.asks(Work.outcomeColumns)
    asksKinds = network.asks(Work.kindColumns) || network.asks(Work.purposeColumns)
    total = work.count
    linkedToGoal = work.count { $0.goal != nil }
    withOutcome = work.count { $0.outcome != nil }
    var (told, operational, strategic) = (0, 0, 0)
    var (formal, informal) = (Layer(), Layer())
    for item in work {
      let words = [item.kind, item.purpose].compactMap { $0 }.joined(separator: " ")
      told += words.isEmpty ? 0 : 1
      strategic += Self.isStrategic(words) ? 1 : 0
      operational += Self.isOperational(words) ? 1 : 0
      let schools = Set(item.members.compactMap { network.school(of: $0) }).sorted()
      let isAcross = schools.count > 1
      if let kind = item.kind {
        if Self.isFormal(kind) {
          formal.ties += 1
          formal.across += isAcross ? 1 : 0
        } else {
          informal.ties += 1
          informal.across += isAcross ? 1 : 0
        }
      }
    }
    self.told = told
    self.operational = operational
    self.strategic = strategic
    self.formal = formal
    self.informal = informal
  }
}
