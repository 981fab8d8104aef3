import GraphEngine
import Measures
import Networks

/// How many of the ideas taken up came through a bridge, and how many would by chance.
///
/// A *bridge* for an idea is one of the staff who joins where it began with where it went: who works there or has a tie
/// there, under way and deep enough for the study, both at its origin (a partner, a school, the centre) and at another
/// place that took it up. Had the k carriers of an idea been drawn from the n staff, of whom b are bridges for it, one of
/// them at least would be a bridge with probability
///
///     q = 1 - C(n - b, k) / C(n, k)
///
/// and over the ideas that were carried across, the sum of the q is *expected*; `p` is the chance of as many as were seen
/// or more (the exact sum over independent ideas, a Poisson binomial). Ideas that nobody is recorded as carrying, or that
/// only people carried who have left, can come through no bridge and add nothing to either.
/// - Complexity: O(i (n + m)) for i ideas.
public struct IdeaBridges: Sendable, Equatable {
  /// The ideas that somebody has taken up.
  public let adopted: Int
  /// Those of them that came through a bridge.
  public let seen: Int
  /// Ideas taken up that crossed, with carriers who are staff of the day.
  public let carried: Int
  /// How many of those would come through a bridge by chance; `nil` when there is none.
  public let expected: Double?
  /// The chance of as many or more; `nil` with `expected`.
  public let p: Double?
  /// For each idea, in order, the carriers who are bridges for it.
  public let bridges: [[Int32]]
  /// The ideas, as places, of which it cannot be told: they came from or went to a partner, and no file says who is in touch with partners.
  public let untold: Set<Int>

  init(_ book: StoryBook, _ study: Study) {
    let staff = Set(study.slice.people)
    let reach = SideReach(study)
    var chances: [Double] = []
    var bridges: [[Int32]] = []
    var untold: Set<Int> = []
    for (place, trail) in book.trails.enumerated() {
      let carriers = trail.idea.carriers.filter(staff.contains)
      guard trail.isAdopted, trail.cameThroughBridge, !carriers.isEmpty else {
        bridges.append([])
        continue
      }
      let origins = Set(trail.idea.origin.compactMap(reach.side))
      let ends = Set(trail.adopters.compactMap(reach.side)).subtracting(origins)
      if !study.contacts.isRecorded, origins.union(ends).contains(where: \.isPartner) {
        untold.insert(place)
        bridges.append([])
        continue
      }
      let joining = reach.staff(origins).intersection(reach.staff(ends))
      bridges.append(carriers.filter(joining.contains))
      chances.append(Self.chance(staff.count, joining.count, carriers.count))
    }
    self.bridges = bridges
    self.untold = untold
    adopted = book.trails.count(where: \.isAdopted)
    seen = bridges.count { !$0.isEmpty }
    carried = chances.count
    expected = chances.isEmpty ? nil : chances.reduce(0, +)
    p = chances.isEmpty ? nil : Self.atLeast(seen, chances)
  }

  /// The chance that one of k people drawn from n, of whom b are bridges, is a bridge.
  private static func chance(_ n: Int, _ b: Int, _ k: Int) -> Double {
    var none = 1.0
    for place in 0..<k { none *= Double(max(0, n - b - place)) / Double(n - place) }
    return 1 - none
  }

  /// The chance that at least `count` of independent events with these probabilities happen.
  private static func atLeast(_ count: Int, _ chances: [Double]) -> Double {
    var exactly = [1.0]
    for chance in chances {
      var next = [Double](repeating: 0, count: exactly.count + 1)
      for (happened, mass) in exactly.enumerated() {
        next[happened] += mass * (1 - chance)
        next[happened + 1] += mass * chance
      }
      exactly = next
    }
    return min(1, exactly.dropFirst(count).reversed().reduce(0, +))
  }
}

/// Who of the staff works at, or has a tie with, a school, the centre or a partner.
private struct SideReach {
  /// A school, the centre, or a partner.
  enum Side: Hashable {
    case school(Int32)
    case centre
    case partner(Int)

    var isPartner: Bool { if case .partner = self { true } else { false } }
  }
  private let study: Study

  init(_ study: Study) { self.study = study }

  /// Where a member is; `nil` of people who cannot be placed.
  func side(_ member: Int32) -> Side? {
    let network = study.network
    guard !network.isUnplaced(member) else { return nil }
    if network.kind(of: member) == .partner { return .partner(network.index(of: member)) }
    return network.school(of: member).map(Side.school) ?? .centre
  }

  /// Those who reach any of the sides.
  func staff(_ sides: Set<Side>) -> Set<Int32> {
    let people = study.slice.people
    var found: Set<Int32> = []
    for case .partner(let partner) in sides {
      found.formUnion(study.contacts.people[partner].map(\.person))
    }
    for node in people.indices where side(people[node]).map(sides.contains) == true {
      found.insert(people[node])
      for other in study.graph.neighbours(node) { found.insert(people[Int(other)]) }
    }
    return found.intersection(people)
  }
}
