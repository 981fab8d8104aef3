import GraphEngine
import Measures

/// Sums over ties within groups, for the tasks that test a grouping.
extension DataSet {
  /// The staff by school; partners belong to no group.
  var staff: Partition {
    Partition(
      groupOf: schools.groupOf.enumerated().map { $0 < peopleCount ? $1 : -1 },
      names: schools.names)
  }
}

extension CompactGraph {
  /// The ties among nodes with a group, and those of them within one.
  func tiesInside(_ partition: Partition) -> (inside: Double, total: Double) {
    var (inside, total) = (0, 0)
    for node in 0..<nodeCount where partition.groupOf[node] >= 0 {
      for entry in Int(starts[node])..<Int(starts[node + 1]) where Int(targets[entry]) > node {
        let other = partition.groupOf[Int(targets[entry])]
        guard other >= 0 else { continue }
        total += 1
        inside += other == partition.groupOf[node] ? 1 : 0
      }
    }
    return (Double(inside), Double(total))
  }

  /// The exact mean and deviation of ties within groups when groups are dealt out anew.
  func exactInside(_ partition: Partition) -> (mean: Double, deviation: Double, total: Double) {
    var (ties, squares) = (0.0, 0.0)
    partition.groupOf.withUnsafeBufferPointer { group in
      targets.withUnsafeBufferPointer { targets in
        for node in 0..<nodeCount where group[node] >= 0 {
          var degree = 0
          for entry in Int(starts[node])..<Int(starts[node + 1]) {
            degree &+= group[Int(targets[entry])] >= 0 ? 1 : 0
          }
          ties += Double(degree)
          squares += Double(degree * degree)
        }
      }
    }
    let sums = TieSums(weight: ties / 2, square: ties / 2, endSquare: squares)
    let moments = JoinCounts.within(partition.sizes, sums)
    return (moments?.mean ?? 0, moments?.deviation ?? 0, ties / 2)
  }
}

/// How far ties join like with like, beyond what the groups' numbers of ties would give.
///
/// Newman (2003), Phys. Rev. E 67:026126.
func assortativity(_ graph: CompactGraph, _ groups: Partition) -> Double {
  var ends = [Double](repeating: 0, count: groups.count)
  var inside = 0
  for node in 0..<graph.nodeCount {
    let own = groups.groupOf[node]
    ends[Int(own)] += Double(graph.degree(node))
    for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1])
    where groups.groupOf[Int(graph.targets[entry])] == own { inside += 1 }
  }
  let all = Double(graph.targets.count)
  let chance = ends.reduce(0) { $0 + ($1 / all) * ($1 / all) }
  return (Double(inside) / all - chance) / (1 - chance)
}

extension CheckSum {
  /// The E-I index seen, and its mean and deviation over dealings.
  static func index(_ seen: Double, _ dealt: [Double], of total: Double) -> CheckSum {
    let values = dealt.map { 1 - 2 * $0 / total }
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    return .numbers([
      "ei": rounded(1 - 2 * seen / total, 6), "mean": rounded(mean, 4),
      "sd": rounded(variance.squareRoot(), 5),
    ])
  }
}
