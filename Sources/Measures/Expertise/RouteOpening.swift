public import Networks

/// The one new tie that would open a way where there is none.
public struct RouteOpening: Sendable, Equatable {
  /// The one who asks, or a contact of theirs.
  public let near: Int32
  /// The one to be met, or a contact of theirs.
  public let far: Int32
  /// What the two have in common, such as the same hub.
  public let shared: [Shared]

  public enum Shared: String, Sendable, CaseIterable {
    case school, team, hub, role, phase
  }
}

extension Introductions {
  /// The cheapest tie to make between the asker or a contact of theirs, and the one to be met or a contact of theirs.
  ///
  /// A new tie costs as much as a contact, 5, less half a point for each thing the two share. `nil` when the two are
  /// one, or one of them is hidden.
  /// - Complexity: O(a b) for a and b contacts.
  public func opening(from: Int32, to: Int32, in network: Network) -> RouteOpening? {
    guard from != to, !isClosed(from), !isClosed(to) else { return nil }
    var best: (cost: Double, opening: RouteOpening)?
    let nears = [(from, 0.0)] + links(of: from).map { ($0.to, $0.cost + cost(ofAsking: $0.to)) }
    let fars = [(to, 0.0)] + links(of: to).map { ($0.to, $0.cost + cost(ofAsking: $0.to)) }
    for (near, nearCost) in nears where near != to {
      for (far, farCost) in fars where far != from && far != near {
        let shared = RouteOpening.shared(near, far, network)
        let total = nearCost + farCost + 5 - Double(shared.count) / 2
        if let known = best, known.cost <= total { continue }
        best = (total, RouteOpening(near: near, far: far, shared: shared))
      }
    }
    return best?.opening
  }
}

extension RouteOpening {
  /// What two people have in common.
  static func shared(_ a: Int32, _ b: Int32, _ network: Network) -> [Shared] {
    let people = network.people
    let (a, b) = (Int(a), Int(b))
    func school(_ person: Int) -> School? {
      people.school[person] >= 0 ? network.schools[Int(people.school[person])] : nil
    }
    func same<Value: Equatable>(_ first: Value?, _ second: Value?) -> Bool {
      first != nil && first == second
    }
    return Shared.allCases.filter {
      switch $0 {
      case .school: same(school(a)?.id, school(b)?.id)
      case .team: people.teams.main[a] >= 0 && people.teams.main[a] == people.teams.main[b]
      case .hub: same(school(a)?.hub, school(b)?.hub)
      case .role: same(people.role?[a], people.role?[b])
      case .phase: same(school(a)?.phase, school(b)?.phase)
      }
    }
  }
}
