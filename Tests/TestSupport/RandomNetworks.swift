public import GraphEngine

/// Seeded random graphs, from empty to dense, for comparing fast code with slow twins.
public func randomGraph(
  seed: UInt64, nodeCount: Int, density: Double, isDirected: Bool = false, isWeighted: Bool = false
) -> CompactGraph {
  var generator = SeededGenerator(seed: seed)
  var from: [Int32] = []
  var to: [Int32] = []
  var weights: [Double] = []
  for a in 0..<Int32(nodeCount) {
    for b in 0..<Int32(nodeCount) where isDirected ? a != b : a < b {
      guard generator.unit() < density else { continue }
      from.append(a)
      to.append(b)
      weights.append(isWeighted ? Double(1 + generator.below(5)) : 1)
    }
  }
  return CompactGraph(
    nodeCount: nodeCount, from: from, to: to, weights: weights, isDirected: isDirected)
}

/// A large seeded random graph of about so many ties, weights from 1 to 5.
public func sparseGraph(seed: UInt64, nodeCount: Int, ties: Int) -> CompactGraph {
  var generator = SeededGenerator(seed: seed)
  func ends() -> [Int32] { (0..<ties).map { _ in Int32(generator.below(nodeCount)) } }
  let (from, to) = (ends(), ends())
  return CompactGraph(
    nodeCount: nodeCount, from: from, to: to,
    weights: (0..<ties).map { _ in Double(1 + generator.below(5)) }, isDirected: false)
}

/// Seeded random groups; with `missing`, some nodes belong to none.
public func randomPartition(
  seed: UInt64, nodeCount: Int, groups: Int, missing: Bool = false
) -> Partition {
  var generator = SeededGenerator(seed: seed &+ 1_000_003)
  let labels = (0..<nodeCount).map { _ in
    missing && generator.below(8) == 0 ? Int32(-1) : Int32(generator.below(groups))
  }
  return Partition(groupOf: labels, names: (0..<groups).map { "g\($0)" })
}

/// The dense matrix of a graph's weights, 0 where there is no tie.
public func matrix(_ graph: CompactGraph) -> [[Double]] {
  var rows = [[Double]](
    repeating: [Double](repeating: 0, count: graph.nodeCount), count: graph.nodeCount)
  for node in 0..<graph.nodeCount {
    for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1]) {
      rows[node][Int(graph.targets[entry])] = graph.weights[entry]
    }
  }
  return rows
}
