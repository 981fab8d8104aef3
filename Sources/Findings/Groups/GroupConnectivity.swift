import GraphEngine
import Measures
import Networks

/// What holds groups together, judged on all ties between them: groups without which others are cut off, links without which
/// one is, and the groups through which most shortest paths lead.
///
/// Groups are called by their keys, so that what was judged on the whole may be told of a part.
public struct GroupConnectivity: Sendable, Equatable {
  /// Groups of staff without which some other is cut off, most others first.
  public let cutPoints: [CutPoint]
  /// Links that nothing else replaces, each as the keys of its ends in order.
  public let onlyLinks: Set<[String]>
  /// The groups through which most shortest paths lead, at most three, cut points aside.
  public let brokers: [String]
  /// Whether nothing that was judged is left out here.
  public let isWhole: Bool
  /// Whether something would be said here had enough people answered, or were the groups of all known.
  public let isUncertain: Bool

  public struct CutPoint: Sendable, Equatable {
    public let group: String
    /// The groups of staff that hang on it: all but the largest part left without it.
    public let hanging: [String]
  }

  /// Looks among the links of staff; partners neither hold nor hang.
  ///
  /// - Complexity: O(n m).
  init(_ units: [GroupMap.Unit], _ all: [GroupMap.Link]) {
    let keys = units.map(\.key)
    let isStaff = units.map { $0.kind != .partner }
    let between = all.filter { $0.a != $0.b && $0.ties > 0 }
    let links = between.filter { isStaff[$0.a] && isStaff[$0.b] }
    let graph = CompactGraph(
      nodeCount: units.count, from: links.map { Int32($0.a) }, to: links.map { Int32($0.b) },
      isDirected: false)
    let cut = graph.cutSet()
    onlyLinks =
      links.count > 1
      ? Set(cut.bridges.map { [keys[Int($0.from)], keys[Int($0.to)]].sorted() }) : []
    cutPoints = cut.points.map { Int($0) }.map { point in
      CutPoint(group: keys[point], hanging: Self.hanging(on: point, graph).map { keys[$0] })
    }.sorted { ($1.hanging.count, $0.group) < ($0.hanging.count, $1.group) }
    let isCut = Set(cut.points)
    let betweenness = graph.betweenness()
    // Worth naming when well above what its share of all paths would be.
    let total = betweenness.reduce(0, +)
    let staff = isStaff.count { $0 }
    brokers = Array(
      betweenness.indices.filter {
        !isCut.contains(Int32($0)) && betweenness[$0] * Double(staff) > 1.5 * total
          && betweenness[$0] > 0
      }
      .sorted { (betweenness[$1], $0) < (betweenness[$0], $1) }.prefix(3).map { keys[$0] })
    (isWhole, isUncertain) = (true, false)
  }

  private init(
    cutPoints: [CutPoint], onlyLinks: Set<[String]>, brokers: [String],
    isWhole: Bool, isUncertain: Bool
  ) {
    self.cutPoints = cutPoints
    self.onlyLinks = onlyLinks
    self.brokers = brokers
    self.isWhole = isWhole
    self.isUncertain = isUncertain
  }

  /// The same without what cannot be said of groups that may have more ties than are told.
  ///
  /// - Parameter isQuiet: whether too few of all answered to say who connects the others.
  func doubting(_ open: Set<String>, isQuiet: Bool) -> GroupConnectivity {
    guard !open.isEmpty || isQuiet else { return self }
    let cut = cutPoints.compactMap { point -> CutPoint? in
      let hanging = point.hanging.filter { !open.contains($0) }
      return hanging.isEmpty ? nil : CutPoint(group: point.group, hanging: hanging)
    }
    return GroupConnectivity(
      cutPoints: cut, onlyLinks: onlyLinks.filter { $0.allSatisfy { !open.contains($0) } },
      brokers: isQuiet ? [] : brokers, isWhole: isWhole, isUncertain: isQuiet || cut != cutPoints)
  }

  /// What of it may be told of some groups alone.
  func among(_ keys: Set<String>) -> GroupConnectivity {
    let cut = cutPoints.compactMap { point -> CutPoint? in
      let hanging = point.hanging.filter(keys.contains)
      return keys.contains(point.group) && !hanging.isEmpty
        ? CutPoint(group: point.group, hanging: hanging) : nil
    }
    let only = onlyLinks.filter { $0.allSatisfy(keys.contains) }
    return GroupConnectivity(
      // Who comes after one that is not shown does not do most of the connecting.
      cutPoints: cut, onlyLinks: only, brokers: brokers.allSatisfy(keys.contains) ? brokers : [],
      isWhole: isWhole && cut == cutPoints && only == onlyLinks, isUncertain: isUncertain)
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
