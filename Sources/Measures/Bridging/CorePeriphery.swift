public import GraphEngine
import Networks

/// Who is in the core of the network, on the pattern of a core where all work together and a periphery tied to it.
public struct CorePeriphery: Measure {
  public init() {}

  public let card = Card(
    id: "core-periphery", title: "Core and periphery", family: .bridging,
    question: "Is there a core that everybody is tied to, and who is in it?",
    formula:
      "the core C for which the correlation of a_ij with delta_ij is largest, over pairs; delta_ij = 1 when i or j is in C; "
      + "every core tried for up to 16 people, else the best by degree, by ties covered and by ties lost, each improved by "
      + "moving one person at a time; "
      + "ties count without direction and strength",
    range: "-1 to 1 for the network; 1 in the core, 0 outside, for a person",
    reading: "Above 0.5 the pattern fits; near 0 there is no core.",
    undefined: "where all pairs are tied or none",
    source: "Borgatti & Everett (2000), Social Networks 21:375; search after Lip (2011)")

  public func finding(in study: Study) -> Finding {
    let graph = study.graph
    guard let found = corePeriphery(graph) else {
      return Finding(
        card.id, [Figure(.network, undefined: .noVariation)],
        people: PersonColumn(
          [Double?](repeating: nil, count: graph.nodeCount), undefined: .noVariation))
    }
    var values = [Double?](repeating: 0, count: graph.nodeCount)
    for node in found.core { values[Int(node)] = 1 }
    var figure = Figure(.network, found.correlation, basis: Double(found.core.count))
    figure.note = "\(counted(found.core.count, "person", "people")) in the core"
    return Finding(card.id, [figure], people: PersonColumn(values, undefined: .noVariation))
  }
}

/// A core and how well the pattern fits.
public struct Core: Sendable, Equatable {
  public let core: [Int32]
  public let correlation: Double
}

/// The core with the highest correlation, or `nil` when all pairs are tied or none.
///
/// - Complexity: O(2^n m) for up to 16 nodes, else O(n log n + rounds (n + m)).
public func corePeriphery(_ graph: CompactGraph) -> Core? {
  let n = graph.nodeCount
  let pairs = Double(n) * Double(n - 1) / 2
  let ties = Double(graph.tieCount)
  guard n > 1, ties > 0, ties < pairs else { return nil }
  // Pairs without an end in a core of k: C(n - k, 2); ties without one are counted.
  func correlation(coreSize k: Int, outsideTies: Double) -> Double {
    let outside = Double(n - k) * Double(n - k - 1) / 2
    let ones = pairs - outside
    guard ones > 0, outside > 0 else { return -2 }
    let covered = ties - outsideTies
    let covariance = covered / pairs - (ties / pairs) * (ones / pairs)
    let spread = (ties / pairs) * (1 - ties / pairs) * (ones / pairs) * (outside / pairs)
    return covariance / spread.squareRoot()
  }
  if n <= 16 {
    var best: (mask: Int, value: Double) = (0, -2)
    for mask in 1..<(1 << n) {
      var outside = 0.0
      for node in 0..<n where mask >> node & 1 == 0 {
        for other in graph.neighbours(node) where other > node && mask >> Int(other) & 1 == 0 {
          outside += 1
        }
      }
      let value = correlation(coreSize: mask.nonzeroBitCount, outsideTies: outside)
      if value > best.value + 1e-12 { best = (mask, value) }
    }
    return Core(
      core: (0..<n).filter { best.mask >> $0 & 1 == 1 }.map(Int32.init), correlation: best.value)
  }
  var best: Core?
  for order in [byDegree(graph), byCoverage(graph), byLeastLoss(graph)] {
    let found = sweptCore(graph, order, correlation)
    if found.correlation > (best?.correlation ?? -3) + 1e-12 { best = found }
  }
  return best
}

/// Everybody, those with most ties first.
private func byDegree(_ graph: CompactGraph) -> [Int] {
  (0..<graph.nodeCount).sorted { (graph.degree($1), $0) < (graph.degree($0), $1) }
}

/// Everybody, next always who has most ties to people not yet taken.
///
/// - Complexity: O(n + m): numbers of ties only fall, so people wait on shelves by number and are moved down when met.
private func byCoverage(_ graph: CompactGraph) -> [Int] {
  var loose = (0..<graph.nodeCount).map { graph.degree($0) }
  var level = loose.max() ?? 0
  var shelves = [[Int]](repeating: [], count: level + 1)
  for node in loose.indices.reversed() { shelves[loose[node]].append(node) }
  var isTaken = [Bool](repeating: false, count: loose.count)
  var order: [Int] = []
  while order.count < loose.count {
    guard let node = shelves[level].popLast() else {
      level -= 1
      continue
    }
    guard loose[node] == level else {
      shelves[loose[node]].append(node)
      continue
    }
    isTaken[node] = true
    order.append(node)
    for other in graph.neighbours(node) where !isTaken[Int(other)] { loose[Int(other)] -= 1 }
  }
  return order
}

/// Everybody, last who can be spared first: next to last is always who has fewest ties to people spared before.
///
/// - Complexity: O(n log n + m), as numbers only grow.
private func byLeastLoss(_ graph: CompactGraph) -> [Int] {
  var losses = [Int](repeating: 0, count: graph.nodeCount)
  let highest = (0..<graph.nodeCount).map { graph.degree($0) }.max() ?? 0
  var shelves = [[Int]](repeating: [], count: highest + 1)
  shelves[0] = byDegree(graph)
  var level = 0
  var isSpared = [Bool](repeating: false, count: losses.count)
  var order: [Int] = []
  while order.count < losses.count {
    guard let node = shelves[level].popLast() else {
      level += 1
      continue
    }
    guard losses[node] == level else {
      shelves[losses[node]].append(node)
      continue
    }
    isSpared[node] = true
    order.append(node)
    for other in graph.neighbours(node) where !isSpared[Int(other)] { losses[Int(other)] += 1 }
  }
  return order.reversed()
}

/// The best core made of the first in an order, then improved by moving one person in or out at a time.
private func sweptCore(
  _ graph: CompactGraph, _ order: [Int], _ correlation: (Int, Double) -> Double
) -> Core {
  let n = graph.nodeCount
  var isCore = [Bool](repeating: false, count: n)
  var outside = Double(graph.tieCount)
  var best: (size: Int, value: Double) = (0, -2)
  for (index, node) in order.enumerated() {
    outside -= Double(graph.neighbours(node).count { !isCore[Int($0)] })
    isCore[node] = true
    let value = correlation(index + 1, outside)
    if value > best.value + 1e-12 { best = (index + 1, value) }
  }
  isCore = [Bool](repeating: false, count: n)
  for node in order.prefix(best.size) { isCore[node] = true }
  var size = best.size
  outside = 0
  for node in 0..<n where !isCore[node] {
    outside += Double(graph.neighbours(node).count { $0 > node && !isCore[Int($0)] })
  }
  var value = best.value
  for _ in 0..<50 {
    var improved = false
    for node in 0..<n {
      let loose = Double(graph.neighbours(node).count { !isCore[Int($0)] })
      let (nextSize, nextOutside) =
        isCore[node] ? (size - 1, outside + loose) : (size + 1, outside - loose)
      let next = correlation(nextSize, nextOutside)
      if next > value + 1e-12 {
        isCore[node].toggle()
        (size, outside, value, improved) = (nextSize, nextOutside, next, true)
      }
    }
    if !improved { break }
  }
  return Core(core: isCore.indices.filter { isCore[$0] }.map(Int32.init), correlation: value)
}
