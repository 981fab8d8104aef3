import GraphEngine
import Networks

/// Who is how far from somebody who knows a topic.
///
/// `reach_h(t, S) = people of S within h steps of a listed holder of t, or holders themselves / people of S`. No step leads
/// through somebody who is hidden, and none leads to a hidden holder, since nobody can be introduced to them; a hidden
/// holder has reach to what they hold. Undefined for a set without people.
public struct TopicReach: Sendable, Equatable {
  /// The steps from the nearest listed holder to each node of the slice, or -1.
  public let distances: [Int32]
  private let isHolder: [Bool]

  /// - Complexity: O(n + m) for the people and ties of the slice.
  public init(_ knowledge: Knowledge, topic: Int32) {
    let slice = knowledge.slice
    let holders = knowledge.holders(of: topic).compactMap { knowledge.node(of: $0.person) }
    var isHolder = [Bool](repeating: false, count: slice.people.count)
    var distances = [Int32](repeating: -1, count: slice.people.count)
    var queue: [Int] = []
    for node in holders {
      isHolder[node] = true
      guard !knowledge.isHidden(slice.people[node]) else { continue }
      distances[node] = 0
      queue.append(node)
    }
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      guard !knowledge.isHidden(slice.people[node]) else { continue }
      for next in slice.graph.neighbours(node) where distances[Int(next)] < 0 {
        distances[Int(next)] = distances[node] + 1
        queue.append(Int(next))
      }
    }
    self.distances = distances
    self.isHolder = isHolder
  }

  /// The share of some nodes that are within so many steps of a holder; `nil` for no nodes.
  public func share(of nodes: [Int], within steps: Int32) -> Double? {
    guard !nodes.isEmpty else { return nil }
    let near = nodes.count {
      isHolder[$0] || (distances[$0] >= 0 && distances[$0] <= steps)
    }
    return Double(near) / Double(nodes.count)
  }
}
