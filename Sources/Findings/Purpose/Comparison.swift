import GraphEngine
import Measures
public import Networks

/// The same trust on two days: which ties came and went, how inward it was, what partnerships and goals did meanwhile.
///
/// Stability is |A and B| / |A or B| over pairs of people tied on the first and the second day (Jaccard 1901; Snijders'
/// rule of thumb calls 0.3 and more stable enough to compare).
public struct Comparison: Sendable {
  public let before: State
  public let after: State
  public let kept: Int
  public let ended: Int
  public let begun: Int
  public var stability: Double? {
    let all = kept + ended + begun
    return all > 0 ? Double(kept) / Double(all) : nil
  }
  /// Whether any tie is recorded as begun, or as ended, between the days; where none is, none can be told.
  public let tellsStarts: Bool
  public let tellsEnds: Bool
  /// How far the share of ties that lead out has moved; `nil` where it is not known on both days.
  public let change: Change?
  /// Why the two shares cannot be compared; `nil` where they can, or one is not known.
  public let hindrance: ChangeVerdict.Hindrance?
  /// Whether any review date is recorded.
  public let asksReviews: Bool
  /// Partnerships whose review fell due after the first day and up to the second.
  public let due: [Partnership]
  /// Goals with a value on or before each day, and those values.
  public let goals: [GoalChange]

  public struct State: Sendable {
    public let day: Day
    public let people: Int
    public let ties: Int
    public let index: Double?
    /// The share of ties that lead out, and its 95% interval.
    public let outside: (share: Double, interval: ClosedRange<Double>)?
    /// Partnerships that one person holds; `nil` where no file tells who is in touch.
    public let single: Int?
    /// `nil` where no file tells of partnerships.
    public let partnerships: Int?
  }

  /// A difference of two shares with its 95% interval.
  ///
  ///     d +- sqrt(w1^2 + w2^2),   d = second - first
  ///
  /// w1 and w2 are half the widths of the intervals of the shares. The same people stand behind both, so that the true interval is
  /// narrower rather than wider.
  public struct Change: Sendable, Equatable {
    public let difference: Double
    public let interval: ClosedRange<Double>

    init(
      _ first: Double, _ was: ClosedRange<Double>, _ second: Double, _ now: ClosedRange<Double>
    ) {
      difference = second - first
      let (one, two) = (
        (was.upperBound - was.lowerBound) / 2, (now.upperBound - now.lowerBound) / 2
      )
      let width = (one * one + two * two).squareRoot()
      interval = difference - width...difference + width
    }

    /// Whether chance alone in who was counted could hardly have brought it about.
    public var isSure: Bool { !interval.contains(0) }
  }

  public struct GoalChange: Sendable, Equatable {
    public let goal: String
    public let before: Double
    public let after: Double
  }

  /// - Parameters:
  ///   - days: the days asked about, which may lie beyond the files.
  ///   - network: as the files have it now.
  init(_ before: Analysis, _ after: Analysis, on days: (Day, Day), of network: Network) {
    let (first, second) = days
    let pairs = PairChange(before.study, after.study)
    (kept, ended, begun) = (pairs.kept, pairs.ended, pairs.begun)
    func falls(_ day: Day?) -> Bool { day.map { $0 > first && $0 <= second } ?? false }
    tellsStarts = network.tellsStarts(from: first, to: second)
    tellsEnds = network.tellsEnds(from: first, to: second)
    let states = (
      State(before, first, pairs.kept + pairs.ended), State(after, second, pairs.kept + pairs.begun)
    )
    (self.before, self.after) = states
    let found = states.0.outside.flatMap { was in
      states.1.outside.map { Change(was.share, was.interval, $0.share, $0.interval) }
    }
    if found != nil,
      case .cannotCompare(let reason) = TermComparison.outside(before.study, after.study).verdict
    {
      (change, hindrance) = (nil, reason)
    } else {
      (change, hindrance) = (found, nil)
    }
    due = network.records.partnerships.filter { falls($0.reviewDue) }
    asksReviews = network.records.partnerships.contains { $0.reviewDue != nil }
    goals = network.records.goals.compactMap { goal in
      guard let then = goal.progress.last(where: { $0.date <= first }),
        let now = goal.progress.last(where: { $0.date <= second })
      else { return nil }
      return GoalChange(goal: goal.statement, before: then.value, after: now.value)
    }
  }
}

extension Comparison.State {
  fileprivate init(_ analysis: Analysis, _ day: Day, _ ties: Int) {
    let entries = analysis.ledger.entries
    let verdicts = analysis.verdicts
    self.init(
      day: day, people: analysis.study.peopleCount, ties: ties,
      index: verdicts?.index.value,
      outside: (verdicts?.index.value).flatMap { value in
        (verdicts?.doubt.interval).map { ((1 + value) / 2, $0) }
      }, single: analysis.ledger.tellsContacts ? entries.count { $0.holderCount == 1 } : nil,
      partnerships: analysis.network.records.tellsPartnerships ? entries.count : nil)
  }
}

/// Pairs of people that are tied at one of two times of the same files, or at both.
struct PairChange {
  let kept: Int
  let ended: Int
  let begun: Int

  init(_ then: Study, _ now: Study) {
    func pairs(_ slice: Slice) -> Set<Int64> {
      var pairs: Set<Int64> = []
      for node in 0..<slice.graph.nodeCount {
        for other in slice.graph.neighbours(node) where Int(other) > node {
          pairs.insert(Int64(slice.people[node]) << 32 | Int64(slice.people[Int(other)]))
        }
      }
      return pairs
    }
    let (old, new) = (pairs(then.slice), pairs(now.slice))
    kept = old.intersection(new).count
    (ended, begun) = (old.count - kept, new.count - kept)
  }
}

extension Network {
  /// Whether any tie or working group is recorded as begun after one day and up to another, or each with the day on which it began.
  func tellsStarts(from first: Day, to second: Day) -> Bool {
    isEveryStartKnown
      || ties.started.contains { $0 > first.number && $0 <= second.number }
      || workingGroups.contains { $0.started.map { $0 > first && $0 <= second } ?? false }
  }

  /// Whether any tie or working group is recorded as ended, so that it was there on one day and not on another.
  func tellsEnds(from first: Day, to second: Day) -> Bool {
    ties.ended.contains { $0 >= first.number && $0 < second.number }
      || workingGroups.contains { $0.ended.map { $0 >= first && $0 < second } ?? false }
  }

  private var isEveryStartKnown: Bool {
    ties.count + workingGroups.count > 0
      && (0..<ties.count).allSatisfy { tie in
        !ties.started.isEmpty && ties.started[tie] > 0
      } && workingGroups.allSatisfy { $0.started != nil }
  }
}
