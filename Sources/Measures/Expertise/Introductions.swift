public import Networks
import RealModule

/// The ways on which one colleague can introduce another, with what each costs.
///
/// A tie of depth d that ended y years ago costs `5 / d · 2^(y / 2)`: 1 for joint work that goes on, 5 for a contact; ties
/// that ended more than 4 years ago are no way. Asking person v to introduce costs `log2(1 + k / k̄)` more, for k ties
/// of v and the mean k̄, and 1 more for each introduction v has been given already, so that one bridge is not sent
/// everybody. Hidden people stand on no way. The day is the network's newest.
public struct Introductions: Sendable {
  /// A tie as a way from one person to another.
  public struct Link: Sendable, Equatable {
    public let to: Int32
    public let cost: Double
    /// How deep the tie is; `nil` where that is not recorded, which costs what a contact does.
    public let depth: Depth?
    /// The years since the tie ended; 0 while it goes on.
    public let years: Double
    public let basis: Basis

    /// Where the tie stands in the network.
    public enum Basis: Sendable, Equatable {
      case tie(Int)
      case workingGroup(Int)
    }
  }

  /// The most steps from the one who asks to the one who is met.
  public static let steps = 3
  public static let halfLife = 2.0
  public static let forgottenAfter = 4.0

  /// The links of each person of the network, in ascending order of who they lead to; the cheapest of each pair.
  let linksOf: [[Link]]
  private let meanLinks: Double
  private let isHidden: [Bool]

  /// - Complexity: O(t log t + sum of k squared) for t ties and groups of k.
  public init(_ knowledge: Knowledge, atLeast depth: Depth = .networking) {
    self.init(
      knowledge.network,
      present: (0..<Int32(knowledge.network.people.count)).map(knowledge.isPresent),
      atLeast: depth, asAt: knowledge.asAt)
  }

  init(_ network: Network, present: [Bool], atLeast depth: Depth, asAt: Day?) {
    let last = Int32(network.people.count)
    let hidden = network.people.isHidden
    func isOnWays(_ member: Int32) -> Bool {
      member < last && present[Int(member)] && !hidden[Int(member)]
    }
    var best = [[Int32: Link]](repeating: [:], count: network.people.count)
    func add(_ a: Int32, _ b: Int32, _ known: Depth?, _ years: Double, _ basis: Link.Basis) {
      let cost = Self.cost(known ?? .networking, years: years)
      for (from, to) in [(a, b), (b, a)] {
        if let link = best[Int(from)][to], link.cost <= cost { continue }
        best[Int(from)][to] = Link(to: to, cost: cost, depth: known, years: years, basis: basis)
      }
    }
    let ties = network.ties
    for tie in 0..<ties.count {
      let (a, b) = (ties.from[tie], ties.to[tie])
      let known = ties.depth(of: tie)
      guard a != b, isOnWays(a), isOnWays(b),
        known ?? .networking >= max(depth, .networking),
        let years = Self.years(
          since: ties.ended.isEmpty ? nil : Day(number: ties.ended[tie]),
          started: ties.started.isEmpty ? nil : Day(number: ties.started[tie]), asAt)
      else { continue }
      add(a, b, known, years, .tie(tie))
    }
    for (place, group) in network.workingGroups.enumerated() {
      let known = group.depth.map { max($0, .networking) }
      let members = group.members.filter { $0 < last && present[Int($0)] }
      guard known ?? .networking >= depth, members.count <= Network.groupCap,
        let years = Self.years(since: group.ended, started: group.started, asAt)
      else { continue }
      let listed = members.filter(isOnWays)
      for (index, a) in listed.enumerated() {
        for b in listed[(index + 1)...] { add(a, b, known, years, .workingGroup(place)) }
      }
    }
    linksOf = best.map { $0.values.sorted { $0.to < $1.to } }
    let onWays = (0..<last).count { isOnWays($0) }
    meanLinks =
      onWays == 0 ? 0 : Double(linksOf.reduce(0) { $0 + $1.count }) / Double(onWays)
    isHidden = hidden
  }

  /// The years since a tie ended, or `nil` when it is no way: not begun yet, or forgotten.
  private static func years(since ended: Day?, started: Day?, _ asAt: Day?) -> Double? {
    guard let asAt else { return 0 }
    if let started, started > asAt { return nil }
    guard let ended, ended < asAt else { return 0 }
    let years = Double(asAt.julian - ended.julian) / 365.25
    return years <= forgottenAfter ? years : nil
  }

  /// What a tie costs.
  public static func cost(_ depth: Depth, years: Double) -> Double {
    5 / Double(max(depth.rawValue, 1)) / halving(years / halfLife)
  }

  /// What it costs to ask a person for an introduction.
  ///
  /// - Parameter given: how many introductions the person has been given already.
  public func cost(ofAsking person: Int32, given: Int = 0) -> Double {
    guard meanLinks > 0 else { return Double(given) }
    return .log2(1 + Double(linksOf[Int(person)].count) / meanLinks) + Double(given)
  }

  /// The ties on which a person can be met, in ascending order of who they lead to.
  public func links(of person: Int32) -> [Link] { linksOf[Int(person)] }

  /// The link between two people, or `nil`.
  public func link(_ a: Int32, _ b: Int32) -> Link? { linksOf[Int(a)].first { $0.to == b } }

  /// Whether nobody can be introduced to the person, or by them.
  public func isClosed(_ person: Int32) -> Bool { isHidden[Int(person)] }
}
