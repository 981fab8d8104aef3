import Measures
import Networks

/// By which kinds of work schools reach one another, and which schools have one kind alone.
public struct WorkWays: Sendable, Equatable {
  /// The kinds of work, the one that leads across schools most often first.
  public let ways: [Way]
  /// Schools whose work leads to other schools in one kind alone, with that kind; ascending.
  public let single: [Single]
  /// Schools with people and no work with another school; ascending.
  public let without: [Int32]

  /// One kind of work.
  public struct Way: Sendable, Equatable {
    public let kind: String
    public let isFormal: Bool
    /// Ties and groups of the kind, and those of them that join two schools.
    public let count: Int
    public let across: Int
    /// Pairs of schools that it joins, the most often joined first.
    public let pairs: [Pair]
  }

  public struct Pair: Sendable, Equatable {
    public let a: Int32
    public let b: Int32
    public let count: Int
  }

  public struct Single: Sendable, Equatable {
    public let school: Int32
    public let kind: String
    /// How many ties and groups of the kind lead out of it.
    public let count: Int
  }

  init(_ network: Network, during period: Period, among people: [Int32]) {
    var names: [String: String] = [:]
    var formal: Set<String> = []
    var counts: [String: Int] = [:]
    var across: [String: Int] = [:]
    var pairs: [String: [[Int32]: Int]] = [:]
    var kindsOf: [Int32: [String: Int]] = [:]
    for work in network.work(during: period) {
      guard let kind = work.kind else { continue }
      let key = folded(kind)
      names[key] = min(names[key] ?? kind, kind)
      // By its words, and not by the key, which has none apart.
      if PurposeMix.isFormal(kind) { formal.insert(key) }
      counts[key, default: 0] += 1
      let schools = Set(work.members.compactMap { network.school(of: $0) }).sorted()
      guard schools.count > 1 else { continue }
      across[key, default: 0] += 1
      for (place, a) in schools.enumerated() {
        kindsOf[a, default: [:]][key, default: 0] += 1
        for b in schools[(place + 1)...] { pairs[key, default: [:]][[a, b], default: 0] += 1 }
      }
    }
    ways = counts.map { key, count in
      Way(
        kind: names[key] ?? key, isFormal: formal.contains(key), count: count,
        across: across[key] ?? 0,
        pairs: (pairs[key] ?? [:]).map { Pair(a: $0[0], b: $0[1], count: $1) }
          .sorted { ($1.count, $0.a, $0.b) < ($0.count, $1.a, $1.b) })
    }.sorted { ($1.across, $1.count, $0.kind) < ($0.across, $0.count, $1.kind) }
    let staffed = Set(people.map { network.people.school[Int($0)] }.filter { $0 >= 0 }).sorted()
    single = staffed.compactMap { school in
      guard let kinds = kindsOf[school], kinds.count == 1, let only = kinds.first else {
        return nil
      }
      return Single(school: school, kind: names[only.key] ?? only.key, count: only.value)
    }
    without = counts.isEmpty ? [] : staffed.filter { kindsOf[$0] == nil }
  }
}
