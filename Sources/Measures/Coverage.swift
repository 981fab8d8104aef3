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

  /// Over some people of a network.
  init(_ people: [Int32], in network: Network) {
    let responses = people.map { network.people.response[Int($0)] }
    self.init(
      asked: responses.count { $0 != .unknown }, answered: responses.count { $0 == .yes },
      unrecorded: responses.count { $0 == .unknown })
  }

  /// The share of answers below which it is not said that people have no more than was told of them.
  public static let least = 0.5

  /// Whether so few of those asked answered that what was told of them may be little of what there is.
  public var isQuiet: Bool { share.map { $0 < Self.least } ?? false }

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

  /// Coverage among some nodes.
  public func coverage(of nodes: [Int]) -> Coverage {
    Coverage(nodes.map { slice.people[$0] }, in: network)
  }
}
