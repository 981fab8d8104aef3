public import GraphEngine
public import Measures
import Networks

/// A study of a classic by its own groups.
public func study(_ classic: Classic, weighted: Bool = false) -> Study {
  let graph = weighted || classic.isDirected ? classic.graph : classic.unweighted
  return study(graph, classic.groups.isEmpty ? nil : classic.partition)
}

/// A study of a graph by groups; without groups everybody is in one.
public func study(_ graph: CompactGraph, _ groups: Partition? = nil) -> Study {
  let all = Partition(
    groupOf: [Int32](repeating: 0, count: graph.nodeCount), names: ["all"])
  return Study(Network(graph, groups: groups ?? all), by: Boundary("group"))
}

public func isNear(_ a: Double?, _ b: Double, _ tolerance: Double = 5e-7) -> Bool {
  a.map { abs($0 - b) <= tolerance } ?? false
}

extension Finding {
  /// The value of the network or of a group.
  public func value(_ subject: Subject = .network) -> Double? { self[subject]?.value }
  /// The value of a person.
  public func person(_ node: Int) -> Double? { people?.values[node] }
}

/// Whether two figures are equal but for rounding, or both undefined.
public func agree(_ a: Double?, _ b: Double?, _ tolerance: Double = 1e-9) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return abs(a - b) <= tolerance * max(1, abs(b))
}

/// A seeded network with what a measure must survive, beside dense tables for slow twins.
///
/// By seed it has arcs or ties, strengths or none, one part or several, people without a group, a group of one.
public struct Trial: Sendable {
  public let graph: CompactGraph
  public let study: Study
  /// The names of the groups that have people, in order.
  public let names: [String]
  /// The place of each person's group in `names`, `nil` without one.
  public let label: [Int?]
  /// Strengths from row to column, 0 where there is no tie.
  public let cells: [[Double]]

  public init(_ seed: Int, nodeCount: Int? = nil, directed: Bool? = nil, groups count: Int? = nil) {
    let n = nodeCount ?? 4 + seed % 13
    let whole = randomGraph(
      seed: UInt64(seed), nodeCount: n, density: 0.08 + Double(seed % 6) / 9,
      isDirected: directed ?? (seed % 2 == 1), isWeighted: seed % 3 > 0)
    graph = seed % 5 == 4 ? Self.apart(whole) : whole
    let drawn = randomPartition(
      seed: UInt64(seed), nodeCount: n, groups: count ?? 2 + seed % 3, missing: seed % 4 == 0)
    var labels = drawn.groupOf.map { $0 < 0 ? nil : drawn.names[Int($0)] }
    if seed % 6 == 5, count == nil { labels[n - 1] = "lone" }
    study = Study(
      Network(graph, groups: Partition(labels: labels)), by: Boundary("group"), seed: UInt64(seed))
    let names = Set(labels.compactMap { $0 }).sorted()
    self.names = names
    label = labels.map { $0.flatMap { names.firstIndex(of: $0) } }
    cells = matrix(graph)
  }

  /// The same graph without ties between people of odd and of even number.
  private static func apart(_ graph: CompactGraph) -> CompactGraph {
    var (from, to, weights): ([Int32], [Int32], [Double]) = ([], [], [])
    for node in 0..<graph.nodeCount {
      for (place, other) in zip(Int(graph.starts[node])..., graph.neighbours(node))
      where (graph.isDirected || node < Int(other)) && node % 2 == Int(other) % 2 {
        from.append(Int32(node))
        to.append(other)
        weights.append(graph.weights[place])
      }
    }
    return CompactGraph(
      nodeCount: graph.nodeCount, from: from, to: to, weights: weights,
      isDirected: graph.isDirected)
  }

  public var people: Range<Int> { cells.indices }
  /// Whether anything points one way: without any arc there is nothing to point.
  public var isDirected: Bool { graph.isDirected && graph.tieCount > 0 }

  /// Arcs between two people, counted (or weighed) in both directions; an undirected tie counts once.
  public func between(_ a: Int, _ b: Int, weighted: Bool = false) -> Double {
    func arc(_ a: Int, _ b: Int) -> Double { weighted ? cells[a][b] : cells[a][b] > 0 ? 1 : 0 }
    return graph.isDirected ? arc(a, b) + arc(b, a) : arc(a, b)
  }

  /// The people tied to somebody, whatever the direction.
  public func contacts(_ node: Int) -> [Int] { people.filter { between(node, $0) > 0 } }

  public func members(_ group: Int) -> [Int] { people.filter { label[$0] == group } }

  /// The people who have a group.
  public var grouped: [Int] { people.filter { label[$0] != nil } }

  /// Arcs from group to group; undirected ties stand in both directions.
  public func mixing(weighted: Bool = false) -> [[Double]] {
    names.indices.map { g in
      names.indices.map { h in
        var sum = 0.0
        for a in members(g) {
          for b in members(h) where cells[a][b] > 0 { sum += weighted ? cells[a][b] : 1 }
        }
        return sum
      }
    }
  }

  /// Steps between any two people (Floyd & Warshall), `nil` where there is no path.
  public func distances() -> [[Int?]] {
    var steps = people.map { a in
      people.map { b -> Int? in a == b ? 0 : between(a, b) > 0 ? 1 : nil }
    }
    for via in people {
      for a in people {
        guard let first = steps[a][via] else { continue }
        for b in people {
          guard let second = steps[via][b] else { continue }
          steps[a][b] = min(steps[a][b] ?? .max, first + second)
        }
      }
    }
    return steps
  }
}

/// Groups of ten, in each of which a share of ties leaves; in one hardly any.
public func leakyTrust(seed: UInt64, groups: Int, silo: Int?) -> (CompactGraph, Partition) {
  var generator = SeededGenerator(seed: seed)
  let size = 14
  var from: [Int32] = []
  var to: [Int32] = []
  for a in 0..<(groups * size) {
    for _ in 0..<5 {
      let own = a / size
      let leaves = generator.unit() < (own == silo ? 0.02 : 0.35)
      var b = own * size + generator.below(size)
      if leaves { b = generator.below(groups * size) }
      if b / size == silo, own != silo, generator.unit() < 0.93 { continue }
      if a != b {
        from.append(Int32(a))
        to.append(Int32(b))
      }
    }
  }
  let graph = CompactGraph(nodeCount: groups * size, from: from, to: to, isDirected: false)
  let partition = Partition(
    groupOf: (0..<Int32(groups * size)).map { $0 / Int32(size) },
    names: (0..<groups).map { "g\($0 < 10 ? "0" : "")\($0)" })
  return (graph, partition)
}
