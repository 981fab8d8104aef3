import Measures
import Networks

/// Whom and what a decision reaches beyond those it names.
///
/// The first step is whom decisions.csv says it affects. The second are those who share with them what it touches: owners of its goal
/// and of the goals above and below, partners of an affected school or team, schools and teams of an affected partner. Whom it *missed* is
/// everybody it reaches who neither decided nor was asked, themselves or through a part of them.
public struct DecisionReach: Sendable, Equatable {
  /// One a decision, in their order.
  public let decisions: [Reached]

  public struct Reached: Sendable, Equatable {
    /// The place in `Records.decisions`.
    public let place: Int
    public let first: [Int32]
    /// Those of the second step alone, ascending.
    public let second: [Int32]
    /// Goals it bears on, as places in the goals: its own, those above it and below it.
    public let goals: [Int]
    /// Nobody where it is not told who decided or was asked.
    public let missed: [Int32]
    public var reached: Int { first.count + second.count }
  }

  init(_ network: Network) {
    let records = network.records
    let owners = records.goalOwners
    decisions = records.decisions.indices.map { place in
      let decision = records.decisions[place]
      let first = Set(decision.affects)
      let goals = decision.goal.map { Self.line(of: $0, records.goals) } ?? []
      var second = Set(goals.flatMap { owners[$0] })
      for partnership in records.partnerships where partnership.with != Partnership.trust {
        if first.contains(partnership.partner) { second.insert(partnership.with) }
        if first.contains(where: { network.stands(partnership.with, for: $0) }) {
          second.insert(partnership.partner)
        }
      }
      let heard = decision.deciders + decision.consulted
      second.subtract(first)
      second.subtract(decision.deciders)
      let all = first.union(second)
      return Reached(
        place: place, first: first.sorted(), second: second.sorted(), goals: goals,
        missed: all.filter { member in
          decision.tellsParts && !heard.contains { network.stands($0, for: member) }
        }
        .sorted())
    }
  }

  /// A goal with those above it and below it, ascending.
  private static func line(of goal: Int, _ goals: [Goal]) -> [Int] {
    var line: Set<Int> = [goal]
    var above = goals[goal].parent
    while let place = above, line.insert(place).inserted { above = goals[place].parent }
    var below = [goal]
    while let place = below.popLast() {
      for child in goals.indices where goals[child].parent == place && line.insert(child).inserted {
        below.append(child)
      }
    }
    return line.sorted()
  }
}
