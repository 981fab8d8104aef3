/// Which group each node belongs to: the school of every member of staff, say.
///
/// A node whose group is not recorded belongs to none; missing is never a group of its own.
public struct Partition: Sendable, Equatable {
  /// The group of each node, in `0 ..< names.count`, or -1 where none is recorded.
  public let groupOf: [Int32]
  /// The name of each group.
  public let names: [String]
  /// The number of nodes in each group.
  public let sizes: [Int]

  /// The number of groups.
  public var count: Int { names.count }

  /// The number of nodes whose group is recorded: the sum of `sizes`.
  public var memberCount: Int { sizes.reduce(0, +) }

  /// The number of nodes whose group is not recorded.
  public var missingCount: Int { groupOf.count - memberCount }

  public init(groupOf: [Int32], names: [String]) {
    var sizes = [Int](repeating: 0, count: names.count)
    for group in groupOf where group >= 0 { sizes[Int(group)] += 1 }
    self.groupOf = groupOf
    self.names = names
    self.sizes = sizes
  }

  /// Groups nodes by label; groups are ordered by name, empty labels are missing.
  public init(labels: [String?]) {
    let names = Set(labels.compactMap { $0 }).sorted()
    let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    self.init(groupOf: labels.map { $0.flatMap { index[$0] } ?? -1 }, names: names)
  }

  /// The nodes of each group, ascending.
  public var members: [[Int32]] {
    var members = [[Int32]](repeating: [], count: count)
    for (node, group) in groupOf.enumerated() where group >= 0 {
      members[Int(group)].append(Int32(node))
    }
    return members
  }
}
