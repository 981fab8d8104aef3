import GraphEngine
import Measures
import Networks

/// The network with and without some people: what would be lost if they left or stood back.
///
/// For a leaver, what hangs on them; for a facilitator, whether the network can stand without; for the central team,
/// how far schools depend on it.
public struct WithoutPeople: Sendable, Equatable {
  public let people: Int
  /// Who they are, as indices into the network's people.
  public let leaving: Set<Int32>
  public let with: State
  public let without: State
  /// Ties that would go, and of those ties between groups.
  public let tiesLost: Int
  public let bridgesLost: Int
  /// Of those between groups the ones with staff of no school, who are no school themselves.
  public let bridgesToCentre: Int
  /// Ties that would go and have an end in no known group: whether they lead between groups nobody can say.
  public let tiesUntold: Int
  /// People who stay and lose their way to most of those whom they reach today.
  public let peopleCutOff: Int
  /// Groups whose every tie to another group would go, by their place in the grouping.
  public let groupsCutOff: [Int]
  /// Partners that nobody else is in touch with, as places in the partners.
  public let partnersLost: [Int]
  /// Groups of which nobody would be left, by their place in the grouping.
  public let groupsEmptied: [Int]
  /// Of the groups that somebody would be left in, the most that would still reach one another, by whatever way; by their place in the grouping.
  public let groupsTogether: [Int]
  /// The other groups that somebody would be left in.
  public let groupsApart: [Int]
  /// Topics that nobody else knows.
  public let topicsLost: [Int32]
  /// Partnerships that nobody else holds, as places in the records.
  public let partnershipsLost: [Int]
  /// Goals that nobody else owns, as places in the records.
  public let goalsLost: [Int]
  /// Working groups that would have fewer than two members left.
  public let workingGroupsLost: [Int]
  /// The bridges most worth making again: two groups that would lose every tie between them, and how many they had.
  public let pairsLost: [LostPair]

  public struct State: Sendable, Equatable {
    /// Krackhardt and Stern's E-I index of the ties that are there.
    public let index: Double?
    /// The share of pairs of people that cannot reach one another (Borgatti 2006).
    public let fragmentation: Double?
    /// Freeman's centralization of degree: 1 when everything runs through one person.
    public let centralization: Double?
  }

  public struct LostPair: Sendable, Equatable {
    public let a: Int
    public let b: Int
    public let ties: Int
  }

  /// Whether nothing but ties that others replace would go.
  public var isSpared: Bool {
    groupsCutOff.isEmpty && groupsEmptied.isEmpty && topicsLost.isEmpty && partnershipsLost.isEmpty
      && goalsLost.isEmpty && workingGroupsLost.isEmpty && partnersLost.isEmpty
      && peopleCutOff == 0
  }

  /// How many of those who stay are in another part than most of those whom they reach today.
  private static func cutOff(_ graph: CompactGraph, without gone: Set<Int>) -> Int {
    let left = (0..<Int32(graph.nodeCount)).filter { !gone.contains(Int($0)) }
    let (today, then) = (graph.components(), graph.restricted(to: left).components())
    var (staying, most) = (
      [Int](repeating: 0, count: today.count), [Int](repeating: 0, count: today.count)
    )
    for (place, node) in left.enumerated() {
      let part = Int(today.partOf[Int(node)])
      staying[part] += 1
      most[part] = max(most[part], then.sizes[Int(then.partOf[place])])
    }
    return zip(staying, most).reduce(0) { $0 + $1.0 - $1.1 }
  }

  /// The most groups that reach one another without some people: those with somebody in one part of what is left, parts that share a group joined.
  private static func together(
    _ graph: CompactGraph, _ members: [[Int32]], without gone: Set<Int>
  ) -> [Int] {
    let left = (0..<Int32(graph.nodeCount)).filter { !gone.contains(Int($0)) }
    let parts = graph.restricted(to: left).components()
    var part = [Int](repeating: -1, count: graph.nodeCount)
    for (place, node) in left.enumerated() { part[Int(node)] = Int(parts.partOf[place]) }
    var home = Array(0..<members.count)
    func root(_ group: Int) -> Int {
      var at = group
      while home[at] != at { at = home[at] }
      return at
    }
    var first: [Int: Int] = [:]
    for (group, nodes) in members.enumerated() {
      for node in nodes where part[Int(node)] >= 0 {
        let known = first[part[Int(node)], default: group]
        first[part[Int(node)]] = known
        home[root(group)] = root(known)
      }
    }
    let there = members.indices.filter { group in
      members[group].contains { part[Int($0)] >= 0 }
    }
    return Dictionary(grouping: there, by: root).values
      .max { ($0.count, $1[0]) < ($1.count, $0[0]) } ?? []
  }

  /// - Parameter leaving: people, as indices into the network's people.
  init(_ analysis: Analysis, leaving: [Int32]) {
    let (network, study) = (analysis.network, analysis.study)
    let graph = study.graph
    let gone = Set(leaving)
    let goneNodes = Set(
      study.slice.people.indices.filter { gone.contains(study.slice.people[$0]) })
    people = goneNodes.count
    self.leaving = gone
    let groups = study.grouping?.partition
    var (inside, outside, insideLeft, outsideLeft) = (0.0, 0.0, 0.0, 0.0)
    var (tiesGone, bridgesGone, toCentre, untold) = (0, 0, 0, 0)
    let centre = study.grouping.flatMap { $0.ids.indices.first(where: $0.isCentral) }
    let counted = study.counted
    var links: [Int: (all: Int, left: Int)] = [:]
    var pairs: [[Int]: (all: Int, left: Int)] = [:]
    for node in 0..<graph.nodeCount {
      for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1])
      where Int(graph.targets[entry]) > node {
        let other = graph.targets[entry]
        let weight = counted.weights[entry]
        let stays = !goneNodes.contains(node) && !goneNodes.contains(Int(other))
        let (a, b) = (Int(groups?.groupOf[node] ?? -1), Int(groups?.groupOf[Int(other)] ?? -1))
        tiesGone += stays ? 0 : 1
        // Ties of people without a group are of no side, and are gone or kept all the same.
        guard a >= 0, b >= 0 else {
          untold += stays ? 0 : 1
          continue
        }
        if a == b {
          inside += weight
          insideLeft += stays ? weight : 0
          continue
        }
        outside += weight
        outsideLeft += stays ? weight : 0
        bridgesGone += stays ? 0 : 1
        toCentre += stays || (a != centre && b != centre) ? 0 : 1
        for group in [a, b] {
          links[group, default: (0, 0)].all += 1
          links[group, default: (0, 0)].left += stays ? 1 : 0
        }
        let key = [min(a, b), max(a, b)]
        pairs[key, default: (0, 0)].all += 1
        pairs[key, default: (0, 0)].left += stays ? 1 : 0
      }
    }
    func index(_ outside: Double, _ inside: Double) -> Double? {
      outside + inside > 0 ? (outside - inside) / (outside + inside) : nil
    }
    func state(_ removed: Set<Int>, _ outside: Double, _ inside: Double) -> State {
      let left = (0..<graph.nodeCount).filter { !removed.contains($0) }
      let degrees = left.map { node in
        Double(graph.neighbours(node).count { !removed.contains(Int($0)) })
      }
      let n = Double(left.count)
      let most = degrees.max() ?? 0
      let spread = degrees.reduce(0) { $0 + most - $1 }
      return State(
        index: index(outside, inside),
        fragmentation: left.count > 1
          ? graph.fragmentation(without: removed.map { Int32($0) }.sorted()) : nil,
        centralization: n > 2 ? spread / ((n - 1) * (n - 2)) : nil)
    }
    with = state([], outside, inside)
    without = state(goneNodes, outsideLeft, insideLeft)
    tiesLost = tiesGone
    bridgesLost = bridgesGone
    bridgesToCentre = toCentre
    tiesUntold = untold
    peopleCutOff = Self.cutOff(graph, without: goneNodes)
    let members = groups?.members ?? []
    let emptied = members.indices.filter { group in
      !members[group].isEmpty && members[group].allSatisfy { goneNodes.contains(Int($0)) }
    }
    groupsEmptied = emptied
    groupsCutOff = links.filter { $0.value.all > 0 && $0.value.left == 0 }.map(\.key)
      .filter { !emptied.contains($0) }.sorted()
    let together = Self.together(graph, members, without: goneNodes)
    groupsTogether = together
    groupsApart = members.indices.filter {
      !members[$0].isEmpty && !emptied.contains($0) && !together.contains($0)
    }
    let expertise = analysis.expertise
    topicsLost = Set(gone.flatMap { expertise.entries(of: $0).map(\.topic) }).sorted().filter {
      topic in
      let holders = expertise.holders(of: topic).map(\.person)
      return expertise.isWhole(topic) && !holders.isEmpty && holders.allSatisfy(gone.contains)
    }
    partnershipsLost = analysis.ledger.entries.filter { entry in
      // A lead alone is no word on who else is in touch.
      entry.tellsHolders && !entry.holders.isEmpty && entry.holders.allSatisfy(gone.contains)
    }.map(\.place)
    goalsLost = network.records.goals.indices.filter { place in
      let owners = network.records.goals[place].owners
      return !owners.isEmpty && owners.allSatisfy(gone.contains)
    }
    let staff = Set(study.slice.people)
    workingGroupsLost = network.workingGroups.indices.filter { place in
      let group = network.workingGroups[place]
      guard study.slice.period.overlaps(started: group.started, ended: group.ended) else {
        return false
      }
      let there = group.members.filter(staff.contains)
      return there.count > 1 && there.contains(where: gone.contains)
        && there.count { !gone.contains($0) } < 2
    }
    partnersLost = study.contacts.people.indices.filter { place in
      let met = study.contacts.people[place]
      return !met.isEmpty && met.allSatisfy { gone.contains($0.person) }
    }
    pairsLost = pairs.filter { $0.value.left == 0 }.map {
      LostPair(a: $0.key[0], b: $0.key[1], ties: $0.value.all)
    }.sorted { ($1.ties, $0.a, $0.b) < ($0.ties, $1.a, $1.b) }
  }
}
