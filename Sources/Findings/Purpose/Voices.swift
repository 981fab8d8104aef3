import Measures
public import Networks

/// Whose needs are voiced and answered, and whose voice is not in the room where decisions are taken.
public struct Voices: Sendable {
  public let groups: [Group]
  public let channels: [Channel]
  /// Needs with neither an action, a partner or goal, nor an answer.
  public let unanswered: [Need]
  /// How many needs say something of an answer that could not be read, and nothing that could.
  public let unread: Int
  /// How many needs say neither what was done nor whether they were met.
  public let unrecorded: Int
  /// Whether any row says what was done, or whether it met the need.
  public let tellsAnswers: Bool
  /// Community partners that neither decide nor are asked, nor share a meeting with those who decide.
  public let outside: [Int32]

  public struct Group: Sendable, Equatable {
    public let voice: String
    public let needs: Int
    public let answered: Int
    public let met: Int
    /// Needs of which it could not be read whether they were met, and nothing says what was done.
    public let unread: Int
    /// Needs of which neither is recorded.
    public let unrecorded: Int
    /// Stories told by this voice.
    public let stories: Int
  }

  /// A way in for needs, and when it was last heard of.
  public struct Channel: Sendable, Equatable {
    public let name: String
    public let needs: Int
    public let lastHeard: Day?
    /// Whole months of silence up to the day looked at.
    public let silentMonths: Int?
  }

  init(_ network: Network, asAt day: Day?) {
    let records = network.records
    tellsAnswers = records.asks("needs.action") || records.asks("needs.met")
    unread = records.needs.count(where: \.hasUnreadAnswer)
    unrecorded = records.needs.count(where: \.hasNoAnswerOnRecord)
    unanswered =
      !tellsAnswers
      ? []
      : records.needs.filter { $0.isAnswered == false }
    let voices =
      Set(records.needs.compactMap(\.voice)).union(records.stories.compactMap(\.voice))
      .union(["pupils", "families", "community"])
    groups = voices.sorted().map { voice in
      let needs = records.needs.filter { $0.voice == voice }
      return Group(
        voice: voice, needs: needs.count,
        answered: needs.count { $0.isAnswered == true },
        met: needs.count { $0.isMet == true }, unread: needs.count(where: \.hasUnreadAnswer),
        unrecorded: needs.count(where: \.hasNoAnswerOnRecord),
        stories: records.stories.count { $0.voice == voice })
    }.filter {
      $0.needs + $0.stories > 0 || ["pupils", "families", "community"].contains($0.voice)
    }
    channels = Dictionary(grouping: records.needs.filter { $0.channel != nil }) { $0.channel ?? "" }
      .map { name, needs in
        let last = needs.compactMap(\.date).max()
        var months: Int?
        if let last, let day { months = max(0, last.months(to: day)) }
        return Channel(name: name, needs: needs.count, lastHeard: last, silentMonths: months)
      }.sorted { ($1.silentMonths ?? -1, $0.name) < ($0.silentMonths ?? -1, $1.name) }
    let heard = Set(records.decisions.flatMap { $0.deciders + $0.consulted })
    outside =
      records.decisions.isEmpty || !records.tellsParts
      ? []
      : network.partners.indices.map { Int32(network.first(of: .partner) + $0) }.filter { member in
        network.partners[network.index(of: member)].sector.map(Sectors.key) == "community"
          && !heard.contains(member)
      }
  }
}

extension Need {
  /// Whether anything was done about it, or it was met; `nil` where that could not be read or is not recorded.
  var isAnswered: Bool? {
    action != nil || isMet == true ? true : hasUnreadAnswer || hasNoAnswerOnRecord ? nil : false
  }

  /// Whether neither what was done nor whether it was met is recorded.
  var hasNoAnswerOnRecord: Bool { blank.isSuperset(of: ["action", "met"]) && !hasUnreadAnswer }

  /// Whether something is said of an answer, and none of it could be read.
  var hasUnreadAnswer: Bool { action == nil && unread.contains("met") }
}
