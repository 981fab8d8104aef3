public import GraphEngine
public import Networks
import Synchronization

/// Everything a measure may look at: a network, cut by depth and period, and its staff in groups.
///
/// Work that several measures need is done once, whichever asks first.
public struct Study: Sendable {
  public let network: Network
  public let slice: Slice
  /// The staff in groups, one entry a node of the slice; `nil` when no boundary was asked for.
  public let grouping: Grouping?
  /// The seed of everything drawn at random.
  public let seed: UInt64
  /// Group sizes and the ties within and between groups; `nil` without a boundary.
  public let mixing: Mixing?
  private let work: SliceWork
  private let roles = Once<BrokerageCounts>()

  public init(
    _ network: Network, slice: Slice? = nil, by boundary: Boundary? = nil, seed: UInt64 = 1
  ) {
    let slice = slice ?? network.slice()
    let grouping = boundary.map { network.groups(by: $0, among: slice.people) }
    self.init(network, slice, grouping, seed, SliceWork())
  }

  private init(
    _ network: Network, _ slice: Slice, _ grouping: Grouping?, _ seed: UInt64, _ work: SliceWork
  ) {
    self.network = network
    self.slice = slice
    self.seed = seed
    self.work = work
    self.grouping = grouping
    mixing = grouping.map { Mixing(slice, $0.partition) }
  }

  /// The same study with other groups; what does not depend on groups is not done again.
  public func grouped(by boundary: Boundary?) -> Study {
    let grouping = boundary.map { network.groups(by: $0, among: slice.people) }
    return Study(network, slice, grouping, seed, work)
  }

  /// The same people in the same groups, with the ties of at least a depth.
  public func atDepth(_ depth: Depth) -> Study {
    guard depth != slice.depth else { return self }
    let other = work.otherDepths[Int(depth.rawValue)].get {
      (network.slice(atLeast: depth, during: slice.period), SliceWork())
    }
    return Study(network, other.slice, grouping, seed, other.work)
  }

  /// Who is tied to whom, each pair once.
  public var graph: CompactGraph { slice.graph }

  /// The number of people.
  public var peopleCount: Int { slice.people.count }

  /// The id of the person behind a node.
  public func id(ofNode node: Int) -> String { network.people.ids[Int(slice.people[node])] }

  /// The node of a person, `nil` of one who is not among the people.
  public func node(of person: Int32) -> Int? { slice.people.firstIndex(of: person) }

  /// The group of a node, or -1.
  public func group(ofNode node: Int) -> Int {
    grouping.map { Int($0.partition.groupOf[node]) } ?? -1
  }

  /// The same ties, each counting as much of a tie as it is: 1, two for a pair of arcs, part for a working group.
  public var counted: CompactGraph {
    work.counted.get {
      let counts = slice.pairCounts
      return CompactGraph(
        graph, weights: counts.isEmpty ? graph.weights.map { _ in 1 } : counts)
    }
  }

  public var countedCensus: TriangleCensus { work.countedCensus.get { counted.triangleCensus() } }
  public var weightedBetweenness: [Double] { shortestWays(.weighted).values }
  public var directedBetweenness: [Double] { shortestWays(.directed).values }
  public var distances: DistanceCensus {
    work.distances.get { Distances.census(graph, seed: seed) }
  }
  /// The best of ten attempts, or of as many as 40 million ends of ties allow, and at least two.
  public var communities: Communities {
    work.communities.get {
      let attempts = max(2, min(10, 40_000_000 / max(1, counted.targets.count)))
      return counted.leiden(seed: seed, attempts: attempts)
    }
  }
  /// How often each person has each role of Gould and Fernandez; all 0 without a boundary.
  public var brokerage: BrokerageCounts {
    let none = Partition(groupOf: [Int32](repeating: -1, count: peopleCount), names: [])
    return roles.get { slice.arcs.brokerage(grouping?.partition ?? none) }
  }
  /// What groups of the size of each small group here come to when they are drawn at random among the people with a group.
  var dealtGroups: [Int: DealtGroups] {
    guard let grouping, let mixing else { return [:] }
    let groupOf = grouping.partition.groupOf
    let members = groupOf.indices.lazy.filter { groupOf[$0] >= 0 }.map { Int32($0) }
    let sizes = Set(mixing.sizes).filter {
      DealtGroups.areNeeded(size: $0, of: mixing.peopleCount, mixing.ties.sums)
    }
    let key = DealtKey(members: members.count == peopleCount ? [] : Array(members), sizes: sizes)
    return work.dealt.get(key) {
      DealtGroups.ofSizes(
        sizes, among: Array(members), counted: counted, weighed: graph, seed: seed)
    }
  }
  public var betweenness: [Double] { shortestWays(.plain).values }
  /// Who stands on the shortest ways of a kind, counted one by one or, in large networks, from a sample.
  func shortestWays(_ ways: BetweennessCentrality.Ways) -> ShortestWays {
    switch ways {
    case .plain: work.betweenness.get { ShortestWays(graph, ways, seed: seed) }
    case .weighted: work.weightedBetweenness.get { ShortestWays(graph, ways, seed: seed) }
    case .directed: work.directedBetweenness.get { ShortestWays(slice.arcs, ways, seed: seed) }
    }
  }
  /// Work that many measures share and that is itself done on several threads.
  public enum SharedWork: Sendable, Equatable {
    case betweenness(BetweennessCentrality.Ways)
    case distances
    case communities
  }

  /// Does shared work ahead of those who ask for it; what is done is kept.
  func prepare(_ work: [SharedWork]) {
    for piece in work {
      switch piece {
      case .betweenness(let ways): _ = shortestWays(ways)
      case .distances: _ = distances
      case .communities: _ = communities
      }
    }
  }

  /// Who is in touch with which partner in the period.
  public var contacts: Contacts {
    work.contacts.get { Contacts(network, during: slice.period) }
  }
  public var census: TriangleCensus { work.census.get { graph.triangleCensus() } }
  public var cutSet: CutSet { work.cutSet.get { graph.cutSet() } }
  public var components: Components { work.components.get { graph.components() } }
}

/// The shared results over one slice.
private final class SliceWork: Sendable {
  let counted = Once<CompactGraph>()
  let contacts = Once<Contacts>()
  let countedCensus = Once<TriangleCensus>()
  let weightedBetweenness = Once<ShortestWays>()
  let directedBetweenness = Once<ShortestWays>()
  let distances = Once<DistanceCensus>()
  let communities = Once<Communities>()
  let betweenness = Once<ShortestWays>()
  let census = Once<TriangleCensus>()
  let cutSet = Once<CutSet>()
  let components = Once<Components>()
  let dealt = OncePer<DealtKey, [Int: DealtGroups]>()
  /// The ties of at least each other depth, with what is shared over them.
  let otherDepths = Depth.allCases.map { _ in Once<(slice: Slice, work: SliceWork)>() }
}

/// Whom groups are drawn among, empty for everybody, and of how many.
private struct DealtKey: Hashable {
  let members: [Int32]
  let sizes: Set<Int>
}

/// A value made once for each key.
private final class OncePer<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Once<Value>]>([:])

  func get(_ key: Key, _ make: () -> Value) -> Value {
    let value = values.withLock { values in
      let value = values[key] ?? Once()
      values[key] = value
      return value
    }
    return value.get(make)
  }
}
