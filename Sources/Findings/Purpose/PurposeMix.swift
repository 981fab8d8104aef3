import Measures
import Networks

/// What collaboration is for: operational or strategic, formal or informal, linked to a goal, with recorded effect.
///
/// The sorting rests on words in `kind` and `purpose`, listed here; what none of them fits is "unsorted" and said.
public struct PurposeMix: Sendable, Equatable {
  public let total: Int
  public let linkedToGoal: Int
  public let withOutcome: Int
  /// Whether the files have a place for the goal of work, for its effect, and for what it is.
  public let asksGoals: Bool
  public let asksOutcomes: Bool
  public let asksKinds: Bool
  public let operational: Int
  public let strategic: Int
  public let formal: Layer
  public let informal: Layer
  /// Events called in good time, and in haste.
  public let planned: Int
  public let reactive: Int
  /// Purposes at which several schools work, and how few of them meet over it.
  public let efforts: [Effort]

  public var unsorted: Int { total - operational - strategic }

  /// Work of one form, between people of schools.
  public struct Layer: Sendable, Equatable {
    public var ties = 0
    /// Of those, between two schools.
    public var across = 0
    public var share: Double? { ties > 0 ? Double(across) / Double(ties) : nil }
  }

  /// One purpose and the schools at work on it.
  public struct Effort: Sendable, Equatable {
    public let purpose: String
    /// Schools in which people work jointly (depth 3 and more) on it, as indices into the network's schools.
    public let schools: [Int32]
    /// Pairs of those schools, and pairs with any tie between them over it.
    public let pairs: Int
    public let meeting: Int
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

  private static func holds(_ text: String, _ words: [String]) -> Bool {
    let key = text.lowercased()
    return words.contains { key.contains($0) }
  }

  init(_ network: Network, during period: Period? = nil) {
    let work = network.work(during: period ?? network.currentPeriod)
    asksGoals = network.asks(Work.goalColumns)
    asksOutcomes = network.asks(Work.outcomeColumns)
    asksKinds = network.asks(Work.kindColumns) || network.asks(Work.purposeColumns)
    total = work.count
    linkedToGoal = work.count { $0.goal != nil }
    withOutcome = work.count { $0.outcome != nil }
    var (operational, strategic) = (0, 0)
    var (formal, informal) = (Layer(), Layer())
    var joint: [String: Set<Int32>] = [:]
    var meeting: [String: Set<[Int32]>] = [:]
    var names: [String: String] = [:]
    for item in work {
      let words = [item.kind, item.purpose].compactMap { $0 }.joined(separator: " ")
      if Self.holds(words, Self.strategicWords) {
        strategic += 1
      } else if Self.holds(words, Self.operationalWords) {
        operational += 1
      }
      let schools = Set(item.members.compactMap { network.school(of: $0) }).sorted()
      let isAcross = schools.count > 1
      if let kind = item.kind {
        if Self.holds(kind, Self.formalWords) {
          formal.ties += 1
          formal.across += isAcross ? 1 : 0
        } else {
          informal.ties += 1
          informal.across += isAcross ? 1 : 0
        }
      }
      let isStaff = item.members.allSatisfy { network.kind(of: $0) != .partner }
      guard isStaff, let text = item.purpose else { continue }
      let purpose = names[folded(text)] ?? text
      names[folded(text)] = purpose
      if schools.count == 1, (item.depth ?? .networking) >= .coordination {
        joint[purpose, default: []].insert(schools[0])
      }
      for (place, a) in schools.enumerated() {
        for b in schools[(place + 1)...] { meeting[purpose, default: []].insert([a, b]) }
      }
    }
    self.operational = operational
    self.strategic = strategic
    self.formal = formal
    self.informal = informal
    planned = network.records.events.count { $0.isPlanned == true }
    reactive = network.records.events.count { $0.isPlanned == false }
    efforts = joint.filter { $0.value.count > 1 }.map { purpose, schools in
      let n = schools.count
      let met = (meeting[purpose] ?? []).count { $0.allSatisfy(schools.contains) }
      return Effort(
        purpose: purpose, schools: schools.sorted(), pairs: n * (n - 1) / 2, meeting: met)
    }.sorted {
      ($1.pairs - $1.meeting, $0.purpose) < ($0.pairs - $0.meeting, $1.purpose)
    }
  }
}
