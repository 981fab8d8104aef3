import GraphEngine
import Measures
import Networks

/// How far the contacts of a group's people know one another, and so hear little that is new.
///
///     closure_g = (sum over i in g of t_i) / (sum over i in g of k_i (k_i - 1) / 2)
///
/// t_i is the number of ties among the k_i contacts of person i (the triangles at i): the share of pairs of contacts that are tied,
/// from 0 (nobody's contacts know one another) to 1 (all do). Contacts of every group count. A group whose people have one contact each
/// has no pair, and none is known.
/// - Complexity: O(m sqrt(m)).
public struct ContactClosure: Sendable, Equatable {
  /// A group a value, in the order of the grouping; `nil` where nobody has two contacts.
  public let byGroup: [Double?]
  /// Of all people.
  public let whole: Double?
  /// The group whose contacts know one another most, and the median of the others; `nil` with fewer than three groups in which as
  /// many people as may be told of have two contacts or more.
  public let closest: (group: Int, others: Double)?

  /// - Parameters:
  ///   - fewest: how many people with two contacts or more a group is compared by.
  ///   - isShown: which groups may be told of.
  init(_ study: Study, fewest: Int = 1, isShown: (Int) -> Bool) {
    let triangles = study.graph.triangleCounts()
    var (closed, pairs, all) = (0, 0, 0)
    let groups = study.grouping?.partition.members ?? []
    for node in triangles.indices {
      let degree = study.graph.degree(node)
      closed += triangles[node]
      all += degree * (degree - 1) / 2
    }
    whole = all > 0 ? Double(closed) / Double(all) : nil
    var byGroup: [Double?] = []
    var asked: [Int] = []
    for members in groups {
      (closed, pairs) = (0, 0)
      for node in members {
        let degree = study.graph.degree(Int(node))
        closed += triangles[Int(node)]
        pairs += degree * (degree - 1) / 2
      }
      asked.append(members.count { study.graph.degree(Int($0)) > 1 })
      byGroup.append(pairs > 0 ? Double(closed) / Double(pairs) : nil)
    }
    self.byGroup = byGroup
    let known = byGroup.indices.filter { asked[$0] >= fewest && isShown($0) }
      .sorted { (byGroup[$1] ?? 0, $0) < (byGroup[$0] ?? 0, $1) }
    if known.count > 2 {
      let others = known.dropFirst().compactMap { byGroup[$0] }
      closest = (known[0], (others[(others.count - 1) / 2] + others[others.count / 2]) / 2)
    } else {
      closest = nil
    }
  }

  public static func == (a: ContactClosure, b: ContactClosure) -> Bool {
    a.byGroup == b.byGroup && a.whole == b.whole && a.closest?.group == b.closest?.group
      && a.closest?.others == b.closest?.others
  }
}
