public import GraphEngine

/// The staff of one period and the ties between them at one depth: what every measure looks at.
///
/// Nodes are numbered `0 ..< people.count`; node i is person `people[i]`.
public struct Slice: Sendable {
  public let depth: Depth
  public let period: Period
  /// The people present, as indices into `Network.people`, ascending.
  public let people: [Int32]
  /// Who is tied to whom, each pair once.
  ///
  /// Weights are strengths; when ties are directed, w_ij + w_ji.
  public let graph: CompactGraph
  /// The arcs when some ties point one way, else the same as `graph`.
  public let arcs: CompactGraph
  /// How much of a tie each entry of `arcs` is: 1, or less for pairs known from a working group
  /// alone, 1/(k - 1) for a group of k.
  ///
  /// Empty when every entry is 1.
  public let shares: [Double]
  /// What was not counted.
  public let omitted: Omitted

  /// Ties and people left out of a slice, and why.
  public struct Omitted: Sendable, Equatable {
    /// People who had left before the period began.
    public var leavers = 0
    /// People who had not started when the period ended.
    public var newcomers = 0
    /// Ties between people of which one was not there.
    public var tiesOfLeavers = 0
    /// Ties outside the period.
    public var outsidePeriod = 0
    /// Ties that are less deep.
    public var shallower = 0
    /// Ties that end at a team, school or partner and not at a person.
    public var notBetweenPeople = 0
    /// Working groups larger than the cap.
    public var groupsOverCap = 0

    public init() {}
  }
}

extension Network {
  /// The largest working group whose members count as tied in pairs.
  public static let groupCap = 15

  /// The period that counts unless another is asked for: the newest day in the files, where who is tied to whom is dated.
  public var currentPeriod: Period {
    newestDay == nil ? .all : asAt.map(Period.init(on:)) ?? .all
  }

  /// Cuts the network by depth and period.
  ///
  /// A working group of k people (2 <= k <= `groupCap`) ties each pair of its members with weight 1/(k - 1), summed
  /// over shared groups (Newman 2001, Phys. Rev. E 64:016132), and adds it to what direct ties give.
  /// Direct ties between the same two people are merged by `parallelRule`.
  /// - Complexity: O(p + t log d + sum of k squared).
  public func slice(
    atLeast depth: Depth = .networking, during period: Period? = nil,
    groupCap: Int = Network.groupCap
  ) -> Slice {
    let period = period ?? currentPeriod
    var omitted = Slice.Omitted()
    let present = people.ended.indices.filter {
      period.overlaps(started: people.started[$0], ended: people.ended[$0])
    }
    omitted.leavers = people.ended.count { !period.overlaps(started: nil, ended: $0) }
    omitted.newcomers = people.count - present.count - omitted.leavers
    var node = [Int32](repeating: -1, count: people.count)
    for (place, person) in present.enumerated() { node[person] = Int32(place) }

    var direct = EndLists()
    let lastPerson = Int32(people.count)
    for tie in 0..<ties.count {
      let (from, to) = (ties.from[tie], ties.to[tie])
      guard from < lastPerson, to < lastPerson else {
        omitted.notBetweenPeople += 1
        continue
      }
      guard node[Int(from)] >= 0, node[Int(to)] >= 0 else {
        omitted.tiesOfLeavers += 1
        continue
      }
      guard ties.isCurrent(tie, during: period) else {
        omitted.outsidePeriod += 1
        continue
      }
      guard ties.reaches(tie, depth) else {
        // A row that says there is no tie is none.
        if ties.depth(of: tie) != Depth.none { omitted.shallower += 1 }
        continue
      }
      direct.append(
        node[Int(from)], node[Int(to)], ties.strength.isEmpty ? 1 : ties.strength[tie],
        isMutual: ties.isDirected.isEmpty || !ties.isDirected[tie])
    }

    var projected = EndLists()
    for group in workingGroups {
      guard period.overlaps(started: group.started, ended: group.ended),
        (group.depth ?? .networking) >= depth
      else { continue }
      let members = group.members.filter { $0 < lastPerson }.map { node[Int($0)] }.filter {
        $0 >= 0
      }
      guard members.count <= groupCap else {
        omitted.groupsOverCap += 1
        continue
      }
      for (place, a) in members.enumerated() {
        for b in members[(place + 1)...] {
          projected.append(a, b, 1 / Double(members.count - 1), isMutual: true)
        }
      }
    }
    return assemble(
      direct, projected, present: present.map { Int32($0) }, depth: depth, period: period,
      omitted: omitted)
  }

  private func assemble(
    _ direct: EndLists, _ projected: EndLists, present: [Int32], depth: Depth, period: Period,
    omitted: Slice.Omitted
  ) -> Slice {
    let isDirected = direct.oneWay.contains(true)
    let merged = direct.graph(present.count, isDirected: isDirected, parallel: parallelRule)
    guard projected.from.count > 0 else {
      return Slice(
        depth: depth, period: period, people: present, graph: merged.undirected, arcs: merged,
        shares: [], omitted: omitted)
    }
    let groups = projected.graph(present.count, isDirected: isDirected, parallel: .sum)
    let (arcs, shares) = merged.adding(groups)
    return Slice(
      depth: depth, period: period, people: present, graph: arcs.undirected, arcs: arcs,
      shares: shares, omitted: omitted)
  }
}

/// Ties on the way to a graph.
private struct EndLists {
  var from: [Int32] = []
  var to: [Int32] = []
  var weights: [Double] = []
  var oneWay: [Bool] = []

  mutating func append(_ a: Int32, _ b: Int32, _ weight: Double, isMutual: Bool) {
    from.append(a)
    to.append(b)
    weights.append(weight)
    oneWay.append(!isMutual)
  }

  func graph(_ nodeCount: Int, isDirected: Bool, parallel: ParallelRule) -> CompactGraph {
    guard isDirected else {
      return CompactGraph(
        nodeCount: nodeCount, from: from, to: to, weights: weights, isDirected: false,
        parallel: parallel)
    }
    let mutual = oneWay.indices.filter { !oneWay[$0] }
    return CompactGraph(
      nodeCount: nodeCount, from: from + mutual.map { to[$0] }, to: to + mutual.map { from[$0] },
      weights: weights + mutual.map { weights[$0] }, isDirected: true, parallel: parallel)
  }
}

extension Slice {
  /// Who is present in the current period, and how many ties that costs.
  public struct Presence: Sendable, Equatable {
    public private(set) var leavers = 0
    public private(set) var tiesOfLeavers = 0

    public init(_ network: Network) {
      let period = network.currentPeriod
      let hasLeft = network.people.ended.map { !period.overlaps(started: nil, ended: $0) }
      leavers = hasLeft.count { $0 }
      guard leavers > 0 else { return }
      for tie in 0..<network.ties.count {
        for end in [network.ties.from[tie], network.ties.to[tie]]
        where Int(end) < hasLeft.count && hasLeft[Int(end)] {
          tiesOfLeavers += 1
          break
        }
      }
    }
  }
}

extension Slice {
  /// For each entry of `graph`, how much of a tie the pair is: the sum of the shares of its arcs in both directions, or
  /// empty when every entry is 1.
  public var pairCounts: [Double] {
    guard arcs.isDirected else { return shares }
    var counts = [Double](repeating: 0, count: graph.targets.count)
    for node in 0..<arcs.nodeCount {
      for entry in Int(arcs.starts[node])..<Int(arcs.starts[node + 1]) {
        let share = shares.isEmpty ? 1 : shares[entry]
        if let place = graph.entry(from: node, to: arcs.targets[entry]) { counts[place] += share }
        if let place = graph.entry(from: Int(arcs.targets[entry]), to: Int32(node)) {
          counts[place] += share
        }
      }
    }
    return counts
  }
}
