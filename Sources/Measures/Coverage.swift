import GraphEngine
import Networks

/// How many of those who were asked have answered.
public struct Coverage: Sendable, Equatable {
  public let asked: Int
  public let answered: Int
  /// How many more there are of whom the files say neither.
  public let unrecorded: Int

  public init(asked: Int, answered: Int, unrecorded: Int = 0) {
    self.asked = asked
    self.answered = answered
    self.unrecorded = unrecorded
  }

  /// answered / asked, or `nil` when the files do not say who was asked.
  public var share: Double? { asked > 0 ? Double(answered) / Double(asked) : nil }

  /// In words: "84 % answered"; that all did is said of those on record alone.
  public var inWords: String {
    if answered == asked, asked > 0, unrecorded > 0 {
      return "all \(counted(asked)) on record as asked answered"
    }
    // Where many more are not on record, the share is of few of them.
    let part = unrecorded * 10 > asked ? " of the \(counted(asked)) on record as asked" : ""
    return share.map { "\(percent($0))\(part) answered" } ?? "who answered is not recorded"
  }
}

extension Study {
  /// Coverage over all people present.
  public var coverage: Coverage { coverage(of: slice.people.indices.map { $0 }) }

  /// Coverage in each group, in the order of groups.
  public var coverageOfGroups: [Coverage] {
    (grouping?.partition.members ?? []).map { coverage(of: $0.map(Int.init)) }
  }

  private func coverage(of nodes: [Int]) -> Coverage {
    let responses = nodes.map { network.people.response[Int(slice.people[$0])] }
    return Coverage(
      asked: responses.count { $0 != .unknown }, answered: responses.count { $0 == .yes },
      unrecorded: responses.count { $0 == .unknown })
  }
}
