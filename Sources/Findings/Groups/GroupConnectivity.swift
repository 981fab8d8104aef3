import GraphEngine
import Measures
import Networks

/// What holds the groups of a map together: groups without which others are cut off, links without which one is, and
/// the groups through which most shortest ways lead.
public struct GroupBridges: Sendable, Equatable {
  /// Groups of staff without which some other is cut off, as places in the map's units, most others first.
  public let cutPoints: [CutPoint]
  /// Links that nothing else replaces, as places in the map's links.
  public let onlyLinks: Set<Int>
  /// The groups through which most shortest ways lead, at most three, cut points aside; as places in the map's units.
  public let brokers: [Int]

  public struct CutPoint: Sendable, Equatable {
    public let unit: Int
    /// The groups of staff that hang on it, as places in the map's units: all but the largest part left without it.
    public let hanging: [Int]
  }

  /// Looks among the links of staff that a map shows; partners neither hold nor hang.
  ///
  /// - Complexity: O(n m).
  public init(_ map: GroupMap) {
    let isStaff = map.units.map { $0.kind != .partner }
    let places = map.links.indices.filter { isStaff[map.links[$0].a] && isStaff[map.links[$0].b] }
    let graph = CompactGraph(
      nodeCount: map.units.count, from: places.map { Int32(map.links[$0].a) },
      to: places.map { Int32(map.links[$0].b) }, isDirected: false)
    let cut = graph.cutSet()
    let bridges = Set(cut.bridges.map { [min($0.from, $0.to), max($0.from, $0.to)] })
    onlyLinks =
      places.count > 1
      ? Set(
        places.filter { place in
          let (a, b) = (Int32(map.links[place].a), Int32(map.links[place].b))
          return bridges.contains([min(a, b), max(a, b)])
        }) : []
    cutPoints = cut.points.map { Int($0) }.map { point in
      CutPoint(unit: point, hanging: Self.hanging(on: point, graph))
    }.sorted { ($1.hanging.count, $0.unit) < ($0.hanging.count, $1.unit) }
    let isCut = Set(cut.points)
    let between = graph.betweenness()
    // Worth naming when well above what its share of all ways would be.
    let total = between.reduce(0, +)
    let staff = isStaff.count { $0 }
    brokers = Array(
      between.indices.filter {
        !isCut.contains(Int32($0)) && between[$0] * Double(staff) > 1.5 * total && between[$0] > 0
      }
      .sorted { (between[$1], $0) < (between[$0], $1) }.prefix(3))
  }

  /// The nodes of all parts but the largest into which a graph falls without a node.
  private static func hanging(on point: Int, _ graph: CompactGraph) -> [Int] {
    var part = [Int](repeating: -1, count: graph.nodeCount)
    var sizes: [Int] = []
    for entry in Int(graph.starts[point])..<Int(graph.starts[point + 1]) {
      let start = Int(graph.targets[entry])
      guard start != point, part[start] < 0 else { continue }
      var queue = [start]
      part[start] = sizes.count
      var head = 0
      while head < queue.count {
        let node = queue[head]
        head += 1
        for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1]) {
          let next = Int(graph.targets[entry])
          guard next != point, part[next] < 0 else { continue }
          part[next] = sizes.count
          queue.append(next)
        }
      }
      sizes.append(queue.count)
    }
    let largest = sizes.indices.max { (sizes[$0], $1) < (sizes[$1], $0) } ?? -1
    return part.indices.filter { part[$0] >= 0 && part[$0] != largest }
  }
}
