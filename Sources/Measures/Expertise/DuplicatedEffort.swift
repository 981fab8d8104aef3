import GraphEngine
public import Networks

/// A topic that several schools lead on their own, without a tie between those who lead it.
///
/// Leaders are people at level 3 or more. Schools are one island when some leader of the one is tied to some leader of
/// the other, directly or through further schools that lead the topic.
public struct DuplicatedEffort: Sendable, Equatable {
  public let topic: Int32
  public let leaders: Int
  /// Further leaders who belong to no group that is known, and whose ties are left out.
  public let unplaced: Int
  /// The ids of schools in which somebody leads the topic, those tied to each other together.
  ///
  /// The largest group first, then in order of id.
  public let islands: [[String]]

  /// Whether one of them is the central team, which is no school.
  public let includesCentre: Bool

  /// The number of groups that lead it, and of schools among them.
  public var groups: Int { islands.reduce(0) { $0 + $1.count } }
  public var schools: Int { groups - (includesCentre ? 1 : 0) }
  /// The number of groups that no leader of the topic elsewhere is tied to.
  public var alone: Int { islands.count { $0.count == 1 } }
}

extension Knowledge {
  /// The topics led in several schools that are not all tied, the most islands first.
  ///
  /// - Complexity: O(sum over topics of the ties of its leaders).
  public func duplicatedEffort(by boundary: Boundary = .school) -> [DuplicatedEffort] {
    let grouping = network.groups(by: boundary, among: slice.people)
    let found = topicsInPlay.compactMap { topic -> DuplicatedEffort? in
      let all = holders(of: topic).filter { ($0.weight.level ?? .confident) >= .leadsInSchool }
        .compactMap { node(of: $0.person) }
      let leaders = all.filter { grouping.partition.groupOf[$0] >= 0 }
      let group = { (node: Int) in Int(grouping.partition.groupOf[node]) }
      let schools = Set(leaders.map(group)).sorted()
      guard schools.count > 1 else { return nil }
      var islandOf = Dictionary(uniqueKeysWithValues: schools.map { ($0, $0) })
      let isLeader = Set(leaders)
      for leader in leaders {
        for other in slice.graph.neighbours(leader) where isLeader.contains(Int(other)) {
          guard let a = islandOf[group(leader)], let b = islandOf[group(Int(other))], a != b else {
            continue
          }
          for school in schools where islandOf[school] == max(a, b) {
            islandOf[school] = min(a, b)
          }
        }
      }
      let islands = Dictionary(grouping: schools) { islandOf[$0] ?? $0 }.values
        .map { $0.map { grouping.ids[$0] } }
        .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
      guard islands.count > 1 else { return nil }
      return DuplicatedEffort(
        topic: topic, leaders: leaders.count, unplaced: all.count - leaders.count,
        islands: islands,
        includesCentre: schools.contains(where: grouping.isCentral))
    }
    return found.sorted { ($1.islands.count, $0.topic) < ($0.islands.count, $1.topic) }
  }
}
