import Measures
public import Networks

/// Decisions with whom they touch and who was not asked, and the partners who never are.
public struct DecisionBook: Sendable {
  public let entries: [Entry]
  /// Partners that share a goal or a partnership and were in no decision, neither deciding nor asked.
  public let neverAsked: [Int32]
  /// How many partners share a goal or a partnership: 0 where no file tells of any.
  public let involvedCount: Int
  /// Whether any decision says who was consulted, who decided, and whom it affects.
  public let tellsConsulted: Bool
  public let tellsDeciders: Bool
  public let tellsAffected: Bool
  /// Whether it can be said of anybody that they had no part.
  public var tellsParts: Bool { tellsConsulted && tellsDeciders }
  /// Whether it can be said who was affected and had none.
  public var tellsMissed: Bool { tellsParts && tellsAffected }

  /// How many decisions say whom they affect: of the others nobody can tell who was left out.
  public var withAffected: Int { entries.count { !$0.decision.affects.isEmpty } }

  public struct Entry: Sendable, Equatable {
    public let decision: Decision
    /// Members it touches who neither decided nor were asked, themselves or through a part of them; of a decision whose parts
    /// are not all told, nobody.
    public let notAsked: [Int32]
    /// Whether all who are said to have decided or been asked could be read.
    public var isReadable: Bool { decision.unread.isDisjoint(with: Decision.parts) }
    /// Whether it can be told who had no part in it.
    public var isTold: Bool { decision.tellsParts }
  }

  /// What is to be said behind "no decision", where somebody may have had a part that is not known.
  public var asFarAsKnown: String {
    !entries.allSatisfy(\.isReadable)
      ? " that could be read" : entries.allSatisfy(\.isTold) ? "" : " on record"
  }

  init(_ network: Network) {
    let records = network.records
    tellsConsulted = records.asks("decisions.consulted")
    tellsDeciders = records.asks("decisions.decided_by")
    tellsAffected = records.asks("decisions.affects")
    let tells = records.tellsParts
    entries = records.decisions.map { decision in
      let heard = decision.deciders + decision.consulted
      return Entry(
        decision: decision,
        notAsked: decision.affects.filter { touched in
          tells && decision.tellsParts && !heard.contains { network.stands($0, for: touched) }
        })
    }
    let heard = Set(records.decisions.flatMap { $0.deciders + $0.consulted })
    let involved = Set(records.partnerships.map(\.partner)).union(
      records.goals.flatMap(\.owners).filter { network.kind(of: $0) == .partner })
    involvedCount = involved.count
    neverAsked = records.decisions.isEmpty || !tells ? [] : involved.subtracting(heard).sorted()
  }
}

extension Decision {
  /// The columns that say who had a part.
  static let parts: Set<String> = ["decided_by", "consulted"]

  /// Whether who decided and who was asked is told, and could be read: only then had all others no part.
  var tellsParts: Bool { unread.isDisjoint(with: Self.parts) && blank.isEmpty }
}

extension Network {
  /// Whether one member speaks for another: itself, a person or team of it, a school for its team.
  func stands(_ member: Int32, for other: Int32) -> Bool {
    if member == other { return true }
    switch kind(of: other) {
    case .school: return school(of: member) == Int32(index(of: other))
    case .team:
      return kind(of: member) == .person
        ? belongs(member, to: other)
        : kind(of: member) == .school && school(of: other) == Int32(index(of: member))
    default: return false
    }
  }
}
