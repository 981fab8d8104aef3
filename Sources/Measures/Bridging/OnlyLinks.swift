import GraphEngine
import Networks

/// On how few people a group's ties to everybody else hang.
public struct OnlyLinks: Measure {
  public init() {}

  public let card = Card(
    id: "only-links", title: "Only links", family: .bridging,
    question: "How many people would have to leave before this group is cut off?",
    formula:
      "the fewest people, inside or outside the group, who between them hold every tie that leaves it: a smallest "
      + "vertex cover of those ties, equal to a largest matching",
    range: "0 (no ties outside) upwards",
    reading: "1 means that everything depends on one person: introduce a second.",
    undefined: "never", source: "König (1931), Matematikai és Fizikai Lapok 38:116")

  public func finding(in input: GroupedStudy) -> Finding {
    let (study, grouping) = (input.study, input.grouping)
    let figures = study.onlyLinks.enumerated().map { group, links in
      Figure(.group(grouping.ids[group]), Double(links.people), basis: Double(links.ties))
    }
    return Finding(card.id, figures)
  }
}

/// What a group's ties to everybody else hang on.
public struct OutsideLinks: Sendable, Equatable {
  /// The number of ties that leave the group.
  public let ties: Int
  /// The fewest people who between them hold them all.
  public let people: Int
  /// The person who alone holds them all, as a node, when there is one; of two, the one outside the group.
  public let holder: Int32?
}

extension Study {
  /// What each group's outside ties hang on, in the order of groups.
  ///
  /// - Complexity: O(sum over groups of d times the size of the matching), d the ties that leave.
  public var onlyLinks: [OutsideLinks] {
    guard let partition = grouping?.partition else { return [] }
    return partition.members.enumerated().map { group, members in
      var ties = 0
      var inside: [Int32: [Int32]] = [:]
      var outsiders: Set<Int32> = []
      for node in members {
        let others = graph.neighbours(Int(node)).filter {
          let other = partition.groupOf[Int($0)]
          return other >= 0 && other != Int32(group)
        }
        guard !others.isEmpty else { continue }
        ties += others.count
        inside[node] = others
        outsiders.formUnion(others)
      }
      let holder =
        outsiders.count == 1 ? outsiders.first : inside.count == 1 ? inside.keys.first : nil
      return OutsideLinks(ties: ties, people: matching(inside), holder: holder)
    }
  }
}

/// The size of a largest matching between the keys and their lists, by augmenting paths (Berge 1957).
private func matching(_ lists: [Int32: [Int32]]) -> Int {
  var insideOf: [Int32: Int32] = [:]
  var outsideOf: [Int32: Int32] = [:]
  for start in lists.keys.sorted() {
    // Breadth first to a free end outside; each end remembers whom it was reached from.
    var reachedFrom: [Int32: Int32] = [:]
    var queue = [start]
    var free: Int32?
    var head = 0
    while head < queue.count, free == nil {
      let node = queue[head]
      head += 1
      for other in lists[node] ?? [] where reachedFrom[other] == nil {
        reachedFrom[other] = node
        guard let taken = insideOf[other] else {
          free = other
          break
        }
        queue.append(taken)
      }
    }
    // Turn the path round: each inside person takes the end after the one they had.
    while let end = free, let node = reachedFrom[end] {
      free = outsideOf[node]
      insideOf[end] = node
      outsideOf[node] = end
    }
  }
  return outsideOf.count
}
