import GraphEngine
import Measures
import Networks

/// Teams whose people are alike and whose contacts know one another: the same people with the same views.
///
/// A team is judged on two things: the variety of its people's roles (Blau's index), and how far each one's contacts know one another
/// (the mean of local clustering, Watts & Strogatz 1998, over those with two contacts or more). As many people are drawn 4,999 times from those of its own school, and
///
///     p = max(1 + draws that are no more varied, 1 + draws that are no less closed) / 5,000
///
/// so that it must be both (an intersection-union test, Berger 1982), and which allows for size: a small team is often alike by chance. Named are those that stay below .05 when all teams are judged at once
/// (Holm 1979). Teams of five people and more are judged, in schools with twice as many.
public struct TeamEchoes: Sendable, Equatable {
  /// The teams, the surest first.
  public let teams: [Team]
  /// How many were judged.
  public let judged: Int

  public struct Team: Sendable, Equatable {
    /// The place among the entries of the register.
    public let entry: Int
    /// The role that most of its people have, and the share who have it.
    public let role: String
    public let alike: Double
    /// The mean share of pairs of a member's contacts that are tied to each other.
    public let closure: Double
    public let p: Double
    /// Somebody to ask in: of another school and another role, with a tie to the team, the most varied in whom they know; `nil` where
    /// there is none who may be named.
    public let guest: Int32?
  }

  static let draws = 4_999
  static let fewest = 5

  init(_ study: Study, _ register: TeamRegister) {
    let network = study.network
    guard let roles = network.people.role else {
      (teams, judged) = ([], 0)
      return
    }
    let triangles = study.graph.triangleCounts()
    var node: [Int32: Int] = [:]
    for (place, person) in study.slice.people.enumerated() { node[person] = place }
    let homes = Dictionary(grouping: study.slice.people.filter { roles.codes[Int($0)] >= 0 }) {
      network.people.school[Int($0)]
    }
    func both(_ people: some Sequence<Int32>) -> (variety: Double, closure: Double)? {
      var counts: [Int32: Double] = [:]
      var (closure, known) = (0.0, 0.0)
      for person in people {
        counts[roles.codes[Int(person)], default: 0] += 1
        guard let place = node[person] else { continue }
        let degree = study.graph.degree(place)
        guard degree > 1 else { continue }
        closure += Double(triangles[place]) / Double(degree * (degree - 1) / 2)
        known += 1
      }
      guard known > 0, let variety = blau(counts.sorted { $0.key < $1.key }.map(\.value)) else {
        return nil
      }
      return (variety, closure / known)
    }
    var found: [(entry: Int, members: [Int32], closure: Double, p: Double)] = []
    for (place, entry) in register.teams.enumerated() where entry.team != nil {
      let members = entry.members.filter { roles.codes[Int($0)] >= 0 }
      guard members.count >= Self.fewest, let first = members.first else { continue }
      let home = network.people.school[Int(first)]
      guard members.allSatisfy({ network.people.school[Int($0)] == home }),
        var pool = homes[home], pool.count >= 2 * members.count, let own = both(members)
      else { continue }
      var generator = SeededGenerator(seed: study.seed &+ UInt64(place))
      var (alike, closed) = (1, 1)
      for _ in 0..<Self.draws {
        for spot in members.indices {
          pool.swapAt(spot, spot + generator.below(pool.count - spot))
        }
        // Draws without two contacts are as alike as may be and not closed: they count as neither.
        guard let drawn = both(pool.prefix(members.count)) else { continue }
        if drawn.variety <= own.variety + 1e-12 { alike += 1 }
        if drawn.closure >= own.closure - 1e-12 { closed += 1 }
      }
      found.append(
        (place, members, own.closure, Double(max(alike, closed)) / Double(Self.draws + 1)))
    }
    judged = found.count
    var sure: [Team] = []
    for (rank, one) in found.sorted(by: { ($0.p, $0.entry) < ($1.p, $1.entry) }).enumerated() {
      guard one.p * Double(found.count - rank) < 0.05 else { break }
      var counts: [Int32: Int] = [:]
      for person in one.members { counts[roles.codes[Int(person)], default: 0] += 1 }
      let most = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }
      guard let most, let person = one.members.first(where: { roles.codes[Int($0)] == most.key })
      else { continue }
      sure.append(
        Team(
          entry: one.entry, role: roles[Int(person)] ?? "",
          alike: Double(most.value) / Double(one.members.count), closure: one.closure, p: one.p,
          guest: Self.guest(one.members, most.key, study, node)))
    }
    teams = sure
  }

  /// Who could be asked in.
  private static func guest(
    _ members: [Int32], _ role: Int32, _ study: Study, _ node: [Int32: Int]
  ) -> Int32? {
    let people = study.network.people
    let home = people.school[Int(members[0])]
    var known: Set<Int32> = []
    for person in members.compactMap({ node[$0] }) {
      for other in study.graph.neighbours(person) { known.insert(study.slice.people[Int(other)]) }
    }
    func variety(_ person: Int32) -> Int {
      guard let place = node[person] else { return 0 }
      return Set(
        study.graph.neighbours(place).map { people.school[Int(study.slice.people[Int($0)])] }
      )
      .count
    }
    return known.filter {
      people.school[Int($0)] != home && people.role?.codes[Int($0)] ?? -1 != role
        && !people.isHidden[Int($0)]
    }.min { (variety($1), $0) < (variety($0), $1) }
  }
}
