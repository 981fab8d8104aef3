import Measures
public import Networks

/// Which ties and working groups under way name which goal.
///
/// A cell names a goal by its id, or by its statement.
struct WorkLinks {
  private(set) var total = 0
  private(set) var linked = 0
  /// Ties and working groups by the goal's place.
  private(set) var ofGoal: [Int: Int] = [:]
  /// Whether any tie or group names a goal.
  let asksGoals: Bool

  init(_ network: Network, during period: Period) {
    asksGoals = network.asks(Work.goalColumns)
    var places: [String: Int] = [:]
    for (place, goal) in network.records.goals.enumerated() {
      places[folded(goal.statement)] = place
    }
    for (place, goal) in network.records.goals.enumerated() { places[folded(goal.id)] = place }
    for work in network.work(during: period) {
      total += 1
      guard let cell = work.goal else { continue }
      linked += 1
      if let place = places[folded(cell)] { ofGoal[place, default: 0] += 1 }
    }
  }
}

/// One tie or working group under way, with what the files say of it.
public struct Work: Sendable, Equatable {
  /// The ends of a tie, or the members of a group.
  public let members: [Int32]
  public fileprivate(set) var depth: Depth?
  public let kind: String?
  public let purpose: String?
  public let goal: String?
  public let outcome: String?
  public fileprivate(set) var started: Day?
  public let isGroup: Bool

  static let kindColumns = ["kind", "type", "relation", "layer", "relationship"]
  static let purposeColumns = ["purpose"]
  static let goalColumns = ["goal"]
  static let outcomeColumns = ["outcome", "impact"]
}

/// What makes two rows one piece of work: the same two ends, in that order where one asks the other, and the same words.
private struct WorkKey: Hashable {
  let ends: [Int32]
  let isDirected: Bool
  let words: [String?]

  init(_ work: Work, isDirected: Bool) {
    ends = isDirected ? work.members : work.members.sorted()
    self.isDirected = isDirected
    words = [work.kind, work.purpose, work.goal, work.outcome]
  }
}

extension Network {
  /// Whether collaborations.csv has a column of one of the names and any row has something in it.
  func asks(_ names: [String]) -> Bool {
    ties.attributes.contains { names.contains(folded($0.name)) && !$0.values.isEmpty }
      || workingGroups.contains { $0.attributes.keys.contains { names.contains(folded($0)) } }
  }

  /// Whether a member is there in a period: of people, whether they have started and not left; of others always.
  func isThere(_ member: Int32, during period: Period) -> Bool {
    member >= people.count
      || period.overlaps(started: people.started[Int(member)], ended: people.ended[Int(member)])
  }

  /// Every tie and working group under way in a period that is at least a contact.
  ///
  /// Of people, those who are there: a tie of somebody who has left is not under way, nor is a group of which fewer than two are left.
  /// What both sides of a mutual tie say alike, or one says twice, is one piece of work, as deep and as old as either has it.
  public func work(during period: Period) -> [Work] {
    func isThere(_ member: Int32) -> Bool { self.isThere(member, during: period) }
    func column(_ names: [String]) -> Column? {
      ties.attributes.first { names.contains(folded($0.name)) }
    }
    let kinds = column(Work.kindColumns)
    let purposes = column(Work.purposeColumns)
    let goals = column(Work.goalColumns)
    let outcomes = column(Work.outcomeColumns)
    var work: [Work] = []
    var told: [WorkKey: Int] = [:]
    for tie in 0..<ties.count
    where ties.isCurrent(tie, during: period) && ties.reaches(tie, .networking)
      && isThere(ties.from[tie]) && isThere(ties.to[tie])
    {
      let one = Work(
        members: [ties.from[tie], ties.to[tie]], depth: ties.depth(of: tie), kind: kinds?[tie],
        purpose: purposes?[tie], goal: goals?[tie], outcome: outcomes?[tie],
        started: Day(number: ties.started.isEmpty ? 0 : ties.started[tie]), isGroup: false)
      let key = WorkKey(one, isDirected: !ties.isDirected.isEmpty && ties.isDirected[tie])
      guard let place = told[key] else {
        told[key] = work.count
        work.append(one)
        continue
      }
      work[place].depth = [work[place].depth, one.depth].compactMap { $0 }.max()
      work[place].started = [work[place].started, one.started].compactMap { $0 }.min()
    }
    for group in workingGroups
    where period.overlaps(started: group.started, ended: group.ended) && group.depth != Depth.none {
      let members = group.members.filter { isThere($0) }
      guard members.count > 1 else { continue }
      func cell(_ names: [String]) -> String? {
        group.attributes.sorted { $0.key < $1.key }.first { names.contains(folded($0.key)) }?.value
      }
      work.append(
        Work(
          members: members, depth: group.depth,
          kind: cell(Work.kindColumns) ?? "working group",
          purpose: cell(Work.purposeColumns), goal: cell(Work.goalColumns),
          outcome: cell(Work.outcomeColumns), started: group.started, isGroup: true))
    }
    return work
  }
}
