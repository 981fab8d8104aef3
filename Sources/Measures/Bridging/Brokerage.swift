import GraphEngine
import Networks

/// How often somebody stands between two who have no direct tie, by the groups of the three: Gould and Fernandez's roles.
public struct Brokerage: Measure {
  public enum Role: String, Sendable, CaseIterable {
    case coordinator, itinerant, representative, gatekeeper, liaison, total
  }
  public let role: Role

  public init(_ role: Role) { self.role = role }

  public var card: Card {
    let (title, question, path) =
      switch role {
      case .coordinator:
        ("Coordinator", "Who connects people of their own group?", "a, v, b in one group")
      case .itinerant:
        (
          "Itinerant broker", "Who, from outside, connects people of one group?",
          "a and b in one group, v in another"
        )
      case .representative:
        (
          "Representative", "Who carries word from their group to others?",
          "a and v in one group, b in another"
        )
      case .gatekeeper:
        (
          "Gatekeeper", "Who brings word from others into their group?",
          "v and b in one group, a in another"
        )
      case .liaison:
        ("Liaison", "Who connects two groups and belongs to neither?", "a, v, b in three groups")
      case .total:
        ("Brokerage, all roles", "Who connects people that have no direct tie?", "any groups")
      }
    return Card(
      id: role == .total ? "brokerage" : role.rawValue, title: title, family: .bridging,
      question: question,
      formula:
        "number of a -> v -> b without a -> b, \(path); undirected ties count in both directions, so that "
        + "gatekeeper and representative are equal; strengths do not count",
      range: "0 upwards; for the network the sum over people",
      reading:
        "Expected is what arcs at random, at the density seen, would give in groups of these sizes. z for single people "
        + "only: for sums over the network the published variances do not hold (simulation shows it for sna's).",
      undefined: "for a person without a group; z where chance allows no other value",
      source: "Gould & Fernandez (1989), Sociological Methodology 19:89")
  }

  public var trace: ContactTrace { [.itinerant, .liaison].contains(role) ? .spread : .silent }

  public func finding(in input: GroupedStudy) -> Finding {
    let (study, grouping, mixing) = (input.study, input.grouping, input.mixing)
    let counts = study.brokerage
    let values = role.values(counts)
    let partition = grouping.partition
    let chance = RoleChance(mixing, role)
    var expected: [Double?] = []
    var z: [Double?] = []
    for node in 0..<study.peopleCount {
      let group = partition.groupOf[node]
      guard group >= 0 else {
        expected.append(nil)
        z.append(nil)
        continue
      }
      let (mean, variance) = chance[Int(group)]
      expected.append(mean)
      z.append(variance > 1e-15 ? (Double(values[node]) - mean) / variance.squareRoot() : nil)
    }
    let column = (0..<study.peopleCount).map {
      partition.groupOf[$0] < 0 ? nil : Double(values[$0])
    }
    return Finding(
      card.id,
      [
        Figure(
          .network, Double(values.reduce(0, +)), expected: expected.reduce(0) { $0 + ($1 ?? 0) },
          null: .anyArcs, basis: Double(partition.memberCount))
      ],
      people: PersonColumn(column, expected: expected, z: z, undefined: .noGroup))
  }
}

extension Brokerage.Role {
  /// The counts of this role.
  func values(_ counts: BrokerageCounts) -> [Int] {
    switch self {
    case .coordinator: counts.coordinator
    case .itinerant: counts.itinerant
    case .representative: counts.representative
    case .gatekeeper: counts.gatekeeper
    case .liaison: counts.liaison
    case .total:
      counts.coordinator.indices.map {
        counts.coordinator[$0] + counts.itinerant[$0] + counts.representative[$0]
          + counts.gatekeeper[$0] + counts.liaison[$0]
      }
    }
  }
}

/// The mean and variance of a person's count in a role, for each group, when any arc is there with the density seen.
///
///     E = q pairs,   Var = E (1 - q) + t d^3 (1 - d)^3,   q = d^2 (1 - d)
///
/// d is the density; `pairs` the ordered pairs (a, b) that the role allows, t the pairs of those that share an arc.
private struct RoleChance {
  private let moments: [(Double, Double)]

  subscript(group: Int) -> (Double, Double) { moments[group] }

  init(_ mixing: Mixing, _ role: Brokerage.Role) {
    let n = Double(mixing.peopleCount)
    let arcs = mixing.arcCount
    let d = n > 1 ? arcs / (n * (n - 1)) : 0
    let q = d * d * (1 - d)
    let sizes = mixing.sizes.map(Double.init)
    let squares = sizes.reduce(0) { $0 + $1 * $1 }
    let pairsIn = sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    let triples = sizes.reduce(0) { $0 + $1 * ($1 - 1) * ($1 - 2) }
    let rest = sizes.map { n - $0 }
    // Sum over groups of n_j C(N - n_j, 2) for pairs of ends in two groups; taken off per group below.
    func choose2(_ x: Double) -> Double { x * (x - 1) / 2 }
    moments = sizes.indices.map { group in
      let own = sizes[group]
      let others = rest[group]
      let pairs: Double
      let shared: Double
      switch role {
      case .coordinator:
        pairs = (own - 1) * (own - 2)
        shared = 2 * (own - 1) * (own - 2) * (own - 3)
      case .itinerant:
        pairs = pairsIn - own * (own - 1)
        shared = 2 * (triples - own * (own - 1) * (own - 2))
      case .representative, .gatekeeper:
        pairs = others * (own - 1)
        shared = 2 * ((own - 1) * choose2(others) + others * choose2(own - 1))
      case .liaison:
        pairs = others * others - (squares - own * own)
        shared =
          4
          * sizes.indices.reduce(0) { sum, other in
            other == group ? sum : sum + sizes[other] * choose2(n - sizes[other] - own)
          }
      case .total:
        pairs = (n - 1) * (n - 2)
        shared = 2 * (n - 1) * (n - 2) * (n - 3)
      }
      let mean = q * pairs
      let cube = d * d * d * (1 - d) * (1 - d) * (1 - d)
      return (mean, mean * (1 - q) + shared * cube)
    }
  }
}

extension Mixing {
  /// The number of arcs: undirected ties count in both directions; parts of ties count whole here.
  fileprivate var arcCount: Double { pairCount * (isDirected ? 1 : 2) }
}
