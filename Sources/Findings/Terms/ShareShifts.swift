import GraphEngine
import Measures
import Networks

/// The same files at two times: which ties came and went, and how far each group's share of ties that lead out moved.
///
/// The verdicts are those of `TermComparison`. What may not be shown of a group at one of the two times is told of at neither.
public struct ShareShifts: Sendable {
  /// Pairs of people tied at both times, at the later alone, and at the earlier alone.
  public let kept: Int
  public let begun: Int
  public let ended: Int
  /// Whether any tie is recorded as begun, or as ended, between the two; where none is, none can be told.
  public let tellsStarts: Bool
  public let tellsEnds: Bool
  /// The groups that may be shown at both times, in the order of the verdicts.
  public let groups: [Group]
  /// How many groups that may be shown now might not be then.
  public let hiddenThen: Int

  public struct Group: Sendable, Equatable {
    public let id: String
    public let name: String
    /// Whether it keeps to itself now.
    public let isSilo: Bool
    /// Its ties, and the share of them that lead out; `nil` where it was not there, or had none.
    public let then: Side?
    public let now: Side?
    public let outcome: TermComparison.Outcome

    /// By how many ties it has more now than then.
    public var more: Double { (now?.ties ?? 0) - (then?.ties ?? 0) }
    public var difference: Double? { outcome.change?.difference }
  }

  public struct Side: Sendable, Equatable {
    public let ties: Double
    public let share: Double?

    init(_ group: SiloVerdicts.GroupVerdict) { (ties, share) = (group.ties, group.outside) }
  }

  /// - Parameter then: the same files at an earlier time, along the same boundary.
  init(_ then: Analysis, _ now: Analysis) {
    let pairs = PairChange(then.study, now.study)
    (kept, begun, ended) = (pairs.kept, pairs.begun, pairs.ended)
    (tellsStarts, tellsEnds) = now.tells(since: then)
    let outcomes = Dictionary(
      TermComparison(then, now, isOfOneFile: true).groups.map { ($0.id, $0.outcome) },
      uniquingKeysWith: { one, _ in one })
    let before = Dictionary(
      (then.verdicts?.groups ?? []).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    let places = then.study.grouping?.ids ?? []
    let shown = now.verdicts?.shown ?? []
    let told = shown.filter { group in
      places.firstIndex(of: group.id).map { !then.hides($0) } ?? true
    }
    hiddenThen = shown.count - told.count
    groups = told.map { group in
      Group(
        id: group.id, name: group.name, isSilo: group.verdict.kind == .silo,
        then: before[group.id].map(Side.init), now: Side(group),
        outcome: outcomes[group.id]
          ?? TermComparison.Outcome(change: nil, verdict: .cannotCompare(.notThere)))
    }
  }
}

extension Analysis {
  /// The shares of now beside those of the same files at an earlier time.
  public func shifts(since then: Analysis) -> ShareShifts { ShareShifts(then, self) }
}
