extension CompactGraph {
  /// Every node, those with most ties first; of equals in order of number.
  func byDegree() -> [Int32] {
    let highest = (0..<nodeCount).reduce(0) { max($0, degree($1)) }
    var begins = [Int](repeating: 0, count: highest + 2)
    for node in 0..<nodeCount { begins[highest - degree(node) + 1] += 1 }
    for count in 0...highest { begins[count + 1] += begins[count] }
    var order = [Int32](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      order[begins[highest - degree(node)]] = Int32(node)
      begins[highest - degree(node)] += 1
    }
    return order
  }

  /// The same graph with node `order[i]` called i; its rows are not in ascending order.
  func renumbered(_ order: [Int32]) -> CompactGraph {
    let place = inverse(order)
    var newStarts: [Int32] = [0]
    var newTargets: [Int32] = []
    var newWeights: [Double] = []
    newStarts.reserveCapacity(nodeCount + 1)
    newTargets.reserveCapacity(targets.count)
    newWeights.reserveCapacity(targets.count)
    for node in order {
      for entry in Int(starts[Int(node)])..<Int(starts[Int(node) + 1]) {
        newTargets.append(place[Int(targets[entry])])
        newWeights.append(weights[entry])
      }
      newStarts.append(Int32(newTargets.count))
    }
    return CompactGraph(
      isDirected: isDirected, starts: newStarts, targets: newTargets, weights: newWeights)
  }
}

/// The place of each node in an order of all nodes.
func inverse(_ order: [Int32]) -> [Int32] {
  var place = [Int32](repeating: 0, count: order.count)
  for (index, node) in order.enumerated() { place[Int(node)] = Int32(index) }
  return place
}
