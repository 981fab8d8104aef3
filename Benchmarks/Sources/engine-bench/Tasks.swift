import GraphEngine
import Measures

/// Something peers do too: its work is timed, what it gives back makes the check sum and is not.
struct Task: Sendable {
  let needs: DataSet.Needs
  let work: @Sendable (DataSet) -> (() -> CheckSum)

  private init(
    _ needs: DataSet.Needs = .order, _ work: @escaping @Sendable (DataSet) -> (() -> CheckSum)
  ) {
    self.needs = needs
    self.work = work
  }

  /// A task that finds one value a node.
  private static func values(_ find: @escaping @Sendable (DataSet) -> [Double]) -> Task {
    Task { data in
      let values = find(data)
      return { .scores(values) }
    }
  }

  private static func sampled(error: Double) -> Task {
    values { $0.graph.sampledBetweenness(error: error, seed: 1).scaled(to: $0.graph) }
  }

  static let all: [String: Task] = [
    "ingest": Task(.ties) { data in
      { .counts(["n": data.graph.nodeCount, "m": data.graph.tieCount]) }
    },
    "degree": values { data in (0..<data.graph.nodeCount).map { Double(data.graph.degree($0)) } },
    "strength": values { data in
      (0..<data.graph.nodeCount).map { node in
        data.graph.weights[Int(data.graph.starts[node])..<Int(data.graph.starts[node + 1])]
          .reduce(0, +)
      }
    },
    "components": Task { data in
      let parts = data.graph.components()
      return {
        .parts(parts.count, largest: Array(parts.sizes.sorted(by: >).prefix(5)))
      }
    },
    "kcore": values { $0.graph.coreNumbers().map(Double.init) },
    "betweenness": values { $0.graph.betweenness() },
    "betweenness_w": values { $0.graph.weightedBetweenness() },
    "betweenness_2000": values { $0.graph.betweenness(from: $0.sources) },
    "betweenness_w_2000": values { $0.graph.weightedBetweenness(from: $0.sources) },
    "betweenness_cut3": values { data in
      data.graph.betweenness(from: (0..<Int32(data.graph.nodeCount)).map { $0 }, limit: 3)
    },
    "kadabra_01": sampled(error: 0.01), "kadabra_002": sampled(error: 0.002),
    "rk_01": sampled(error: 0.01),
    "closeness": values { data in
      let census = data.graph.distanceCensus()
      return census.reached.indices.map {
        census.reached[$0] == 0 ? 0 : Double(census.reached[$0]) / census.farness[$0]
      }
    },
    "harmonic": values { $0.graph.distanceCensus().harmonic },
    "paths": Task { data in
      let census = data.graph.distanceCensus()
      return {
        .numbers([
          "mean": rounded(census.meanDistance ?? 0, 6), "diameter": Double(census.diameter),
        ])
      }
    },
    "diameter": Task { data in
      let diameter = data.graph.distanceCensus().diameter
      return { .counts(["diameter": diameter]) }
    },
    "pagerank": values { $0.graph.pageRank(tolerance: 1e-9) },
    "clustering": values { data in
      data.graph.triangleCounts().enumerated().map { node, triangles in
        let degree = Double(data.graph.degree(node))
        return degree > 1 ? 2 * Double(triangles) / (degree * (degree - 1)) : 0
      }
    },
    "constraint": values { data in
      let indirect = data.graph.triangleCensus().indirect
      return (0..<data.graph.nodeCount).map { node in
        let row = Int(data.graph.starts[node])..<Int(data.graph.starts[node + 1])
        var total = 0.0
        for entry in row { total += data.graph.weights[entry] }
        var sum = 0.0
        for entry in row {
          let share = data.graph.weights[entry] / total + indirect[entry]
          sum += share * share
        }
        return sum
      }
    },
    "effective_size": values { data in
      let redundancy = data.graph.triangleCensus().redundancy
      return (0..<data.graph.nodeCount).map { Double(data.graph.degree($0)) - redundancy[$0] }
    },
    "articulation": Task { data in
      let points = data.graph.cutSet().points
      return { .counts(["count": points.count, "sum": points.reduce(0) { $0 + Int($1) }]) }
    },
    "bridges": Task { data in
      let bridges = data.graph.cutSet().bridges
      return { .counts(["count": bridges.count]) }
    },
    "leiden": communities, "louvain": communities,
    "assortativity": Task { data in
      let r = assortativity(data.graph, data.schools)
      return { .numbers(["r": rounded(r, 6)]) }
    },
    "brokerage": Task { data in
      let counts = data.graph.brokerage(data.schools)
      return {
        let roles = [
          counts.coordinator, counts.itinerant, counts.representative, counts.gatekeeper,
          counts.liaison,
        ]
        let sums = (0..<data.graph.nodeCount).map { node in
          Double(roles.reduce(0) { $0 + $1[node] })
        }
        return .brokerage(roles.map { $0.reduce(0, +) }, sums)
      }
    },
    "ei_perm": Task { data in
      let staff = data.staff
      let seen = data.graph.tiesInside(staff)
      let dealt = data.graph.tiesInsideShuffled(staff, dealings: 1_000, seed: 3)
      return { .index(seen.inside, dealt.map(Double.init), of: seen.total) }
    },
    "ei_exact": Task { data in
      let staff = data.staff
      let moments = data.graph.exactInside(staff)
      return {
        .numbers([
          "mean": rounded(1 - 2 * moments.mean / moments.total, 4),
          "sd": rounded(2 * moments.deviation / moments.total, 5),
        ])
      }
    },
  ]

  private static let communities = Task { data in
    let found = data.graph.leiden(seed: 1)
    return {
      .quality(
        rounded(found.modularity ?? 0, 5), communities: found.sizes.count)
    }
  }
}

func rounded(_ value: Double, _ places: Int) -> Double {
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  return (value * scale).rounded() / scale
}

extension SampledBetweenness {
  /// Shares of all ordered pairs, as the peer gives them.
  fileprivate func scaled(to graph: CompactGraph) -> [Double] {
    let pairs = Double(graph.nodeCount) * Double(graph.nodeCount - 1) / 2
    return values.map { $0 / pairs }
  }
}
