import GraphEngine
import Measures
public import Networks

/// The same trust on two days: which ties came and went, how inward it was, what partnerships and goals did meanwhile.
///
/// Stability is |A and B| / |A or B| over pairs of people tied on the first and the second day (Jaccard 1901; Snijders'
/// rule of thumb calls 0.3 and more stable enough to compare).
public struct Comparison: Sendable, Equatable {
  public let before: State
  public let after: State
  public let kept: Int
  public let ended: Int
  public let begun: Int
  public var stability: Double? {
    let all = kept + ended + begun
    return all > 0 ? Double(kept) / Double(all) : nil
  }
  /// Partnerships whose review fell due after the first day and up to the second.
  public let due: [Partnership]
  /// Goals with a value on or before each day, and those values.
  public let goals: [GoalChange]

  public struct State: Sendable, Equatable {
    public let day: Day
    public let people: Int
    public let ties: Int
    public let index: Double?
    public let single: Int
    public let partnerships: Int
  }

  public struct GoalChange: Sendable, Equatable {
    public let goal: String
    public let before: Double
    public let after: Double
  }

  /// - Parameter depth: the least depth of ties that count.
  public init(
    _ network: Network, from first: Day, to second: Day, by boundary: Boundary?,
    atLeast depth: Depth = .networking
  ) {
    let slices = [first, second].map { network.slice(atLeast: depth, during: Period(on: $0)) }
    func pairs(_ slice: Slice) -> Set<Int64> {
      var pairs: Set<Int64> = []
      for node in 0..<slice.graph.nodeCount {
        for other in slice.graph.neighbours(node) where Int(other) > node {
          pairs.insert(Int64(slice.people[node]) << 32 | Int64(slice.people[Int(other)]))
        }
      }
      return pairs
    }
    let (old, new) = (pairs(slices[0]), pairs(slices[1]))
    kept = old.intersection(new).count
    ended = old.count - kept
    begun = new.count - kept
    func state(_ slice: Slice, _ day: Day, _ ties: Int) -> State {
      let study = Study(network, slice: slice, by: boundary)
      let ledger = PartnershipLedger(network, asAt: day)
      let running = ledger.entries.filter { entry in
        entry.partnership.started.map { $0 <= day } ?? true
      }
      return State(
        day: day, people: slice.people.count, ties: ties,
        index: boundary == nil
          ? nil : ExternalInternalIndex(weighted: false).finding(in: study)[.network]?.value,
        single: running.count { $0.holders.count == 1 }, partnerships: running.count)
    }
    before = state(slices[0], first, old.count)
    after = state(slices[1], second, new.count)
    due = network.records.partnerships.filter { partnership in
      partnership.reviewDue.map { $0 > first && $0 <= second } ?? false
    }
    goals = network.records.goals.compactMap { goal in
      guard let then = goal.progress.last(where: { $0.date <= first }),
        let now = goal.progress.last(where: { $0.date <= second })
      else { return nil }
      return GoalChange(goal: goal.statement, before: then.value, after: now.value)
    }
  }
}
