/// Sets of nodes that are joined two by two; each is known by its lowest node.
///
/// `above[v] <= v` is a node of the same set, `v` itself at the top, so every walk upwards ends, and stays within
/// `0 ..< count`.
public struct DisjointSets: ~Copyable {
  private let above: Scratch<Int32>

  public init(_ count: Int) {
    above = Scratch(count, 0)
    for node in 0..<count { above.base[node] = Int32(node) }
  }

  /// The lowest node of a set; halves the walk for those who come after.
  @inline(__always) func top(of node: Int) -> Int {
    var node = node
    while true {
      let next = Int(above.base[node])
      if next == node { return node }
      above.base[node] = above.base[next]
      node = Int(above.base[node])
    }
  }

  /// Joins the sets of two nodes; tells whether they were two.
  @discardableResult
  @inline(__always) public func join(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (top(of: a), top(of: b))
    above.base[max(a, b)] = Int32(min(a, b))
    return a != b
  }

  /// The top of the set that most of 1,024 nodes, spread evenly, belong to.
  func commonTop() -> Int {
    let count = above.count
    var seen: [Int: Int] = [:]
    for step in 0..<min(1_024, count) {
      seen[top(of: step * count / min(1_024, count)), default: 0] += 1
    }
    return seen.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? -1
  }
}
