import GraphEngine
public import Measures
import Networks

/// The people who hold groups together, and how far a ranking of them can be trusted.
public struct Brokers: Sendable, Equatable {
  /// In descending order of betweenness; of equals, by place.
  public let people: [Broker]
  /// Whether enough people answered for the ranking to mean something.
  public let isTrusted: Bool
  public let coverage: Coverage

  /// One person and the figures that make them a broker.
  public struct Broker: Sendable, Equatable {
    /// Index into the network's people.
    public let person: Int32
    /// The person's group, as a place in the study's grouping, or -1.
    public let group: Int
    public let betweenness: Double
    /// The number of other groups in which the person has a tie.
    public let otherGroups: Int
    public let constraint: Double?
    public let isCutPoint: Bool
    /// The groups whose every outside tie the person holds.
    public let holds: [Held]
  }

  /// The share of answers below which rankings by betweenness are not headlined: they are fragile when many are missing
  /// (Smith, Moody & Morgan 2017, Social Networks 48:78).
  public static let coverageNeeded = 0.7

  /// Ranks everybody who stands between others.
  init(_ study: Study, fragility: Fragility?) {
    coverage = study.coverage
    isTrusted = coverage.share.map { $0 >= Self.coverageNeeded } ?? true
    let reach = Reach().finding(in: study).people?.values ?? []
    let constraint = Constraint(weighted: false).finding(in: study).people?.values ?? []
    let betweenness = study.betweenness
    let cut = Set(study.cutSet.points)
    var holds: [Int32: [Held]] = [:]
    for single in fragility?.singleHolders ?? [] { holds[single.person] = single.held }
    let order = betweenness.indices.filter { betweenness[$0] > 0 || cut.contains(Int32($0)) }
      .sorted { (betweenness[$1], $0) < (betweenness[$0], $1) }
    people = order.map { node in
      let own = study.group(ofNode: node)
      // Whoever is in no group reaches all that they have ties with.
      let reached =
        own >= 0
        ? reach.isEmpty ? 0 : Int(reach[node] ?? 0)
        : Set(study.graph.neighbours(node).map { study.group(ofNode: Int($0)) }.filter { $0 >= 0 })
          .count
      return Broker(
        person: study.slice.people[node], group: own,
        betweenness: betweenness[node], otherGroups: reached,
        constraint: constraint[node], isCutPoint: cut.contains(Int32(node)),
        holds: holds[study.slice.people[node]] ?? [])
    }
  }
}
