import GraphEngine
import Networks

/// Ties without which the network falls apart.
public struct Bridges: Measure {
  public init() {}

  public let card = Card(
    id: "bridges", title: "Bridges", family: .bridging,
    question: "Which single ties hold parts of the network together?",
    formula:
      "ties whose loss leaves their two ends without any path between them; ties count without direction",
    range: "0 to m ties; one figure for each bridge, the number of people on its smaller side",
    reading: "The larger the side that hangs on it, the more a second tie would help.",
    undefined: "never", source: "Tarjan (1974), Information Processing Letters 2:160")

  public func finding(in study: Study) -> Finding {
    let bridges = study.cutSet.bridges
    let sides = study.sidesOfBridges
    let figures = zip(bridges, sides).map { bridge, side in
      Figure(
        .tie(study.id(ofNode: Int(bridge.from)), study.id(ofNode: Int(bridge.to))), Double(side))
    }
    return Finding(
      card.id,
      [Figure(.network, Double(bridges.count), basis: Double(study.graph.tieCount))] + figures)
  }
}

extension Study {
  /// For each bridge the number of people on its smaller side.
  ///
  /// Without the bridges the graph falls into blocks, which the bridges join into trees; the people below each
  /// bridge are summed from the leaves up.
  /// - Complexity: O(n + m).
  var sidesOfBridges: [Int] {
    let bridges = cutSet.bridges
    guard !bridges.isEmpty else { return [] }
    let isBridge = Set(bridges.map { [$0.from, $0.to] })
    var block = [Int](repeating: -1, count: peopleCount)
    var sizes: [Int] = []
    for start in 0..<peopleCount where block[start] < 0 {
      var stack = [Int32(start)]
      block[start] = sizes.count
      sizes.append(0)
      while let node = stack.popLast() {
        sizes[block[start]] += 1
        for other in graph.neighbours(Int(node))
        where block[Int(other)] < 0 && !isBridge.contains([min(node, other), max(node, other)]) {
          block[Int(other)] = block[start]
          stack.append(other)
        }
      }
    }
    var joined = [[(block: Int, bridge: Int)]](repeating: [], count: sizes.count)
    for (place, bridge) in bridges.enumerated() {
      let (a, b) = (block[Int(bridge.from)], block[Int(bridge.to)])
      joined[a].append((b, place))
      joined[b].append((a, place))
    }
    var above = [Int](repeating: -2, count: sizes.count)
    var order: [Int] = []
    var treeOf = [Int](repeating: 0, count: sizes.count)
    var treeSizes: [Int] = []
    var upBridge = [Int](repeating: -1, count: sizes.count)
    for root in sizes.indices where above[root] == -2 {
      above[root] = -1
      treeSizes.append(0)
      var stack = [root]
      while let top = stack.popLast() {
        order.append(top)
        treeOf[top] = treeSizes.count - 1
        treeSizes[treeOf[top]] += sizes[top]
        for (next, bridge) in joined[top] where above[next] == -2 {
          above[next] = top
          upBridge[next] = bridge
          stack.append(next)
        }
      }
    }
    var below = sizes
    var sides = [Int](repeating: 0, count: bridges.count)
    for block in order.reversed() where above[block] >= 0 {
      below[above[block]] += below[block]
      sides[upBridge[block]] = min(below[block], treeSizes[treeOf[block]] - below[block])
    }
    return sides
  }
}
