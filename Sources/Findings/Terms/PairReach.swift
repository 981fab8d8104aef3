import GraphEngine
import Measures
import Networks

/// Which pairs of people of different groups are within reach of each other, a bit a pair, and what an introduction would add.
///
/// An introduction of a and b brings together whoever is i steps from a with whoever is j steps from b, for i + j + 1 up to the radius. Only ties of
/// today count on either side, so that what several introductions bring is a union.
struct PairReach {
  /// How many steps are within reach.
  let radius: Int
  /// Pairs of people of different groups, and those within reach today.
  let pairs: Int
  let near: Int
  let isLarge: Bool
  private let graph: CompactGraph
  private let groupOf: [Int]
  private let isClosed: [Bool]
  /// The row of each person among those looked at, or -1.
  private let row: [Int32]
  private let words: Int
  private let today: [UInt64]
  private var bits: [UInt64]
  /// The people within each number of steps of each person, themselves first: found when first asked for.
  private let balls: Balls

  /// What an introduction added.
  struct Added {
    let pairs: Int
    let worth: Int
    fileprivate let bits: [Int]
  }

  /// - Parameter closed: the ids of groups that keep to themselves, whose pairs count twice.
  init(_ study: Study, closed: Set<String> = []) {
    let graph = study.graph
    self.graph = graph
    let count = study.peopleCount
    let groupOf = (0..<count).map(study.group(ofNode:))
    self.groupOf = groupOf
    isClosed = (study.grouping?.ids ?? []).map(closed.contains)
    // In a large network the people with most colleagues stand for all.
    let limit = IntroductionPlan.pairsAtMost
    isLarge = count > limit
    var rows = [Int32](repeating: -1, count: count)
    let looked =
      isLarge
      ? (0..<count).sorted { (graph.degree($1), $0) < (graph.degree($0), $1) }.prefix(limit)
        .sorted()
      : Array(0..<count)
    for (place, node) in looked.enumerated() where groupOf[node] >= 0 {
      rows[node] = Int32(place)
    }
    let row = rows
    self.row = row
    let words = (looked.count + 63) / 64
    self.words = words
    let sizes = Dictionary(grouping: looked.filter { row[$0] >= 0 }) { study.group(ofNode: $0) }
      .mapValues(\.count)
    let people = sizes.values.reduce(0, +)
    pairs = (people * people - sizes.values.reduce(0) { $0 + $1 * $1 }) / 2
    let all = [3, 2].map { steps in
      Self.within(steps, graph, groupOf, row, looked, words)
    }
    let isNear = pairs > 0 && Double(all[0].near) / Double(pairs) >= IntroductionPlan.saturation
    let chosen = isNear ? 1 : 0
    radius = 3 - chosen
    (bits, near) = all[chosen]
    today = bits
    balls = Balls(graph, radius: radius - 1)
  }

  /// The same as it is today, without what was added.
  var fresh: PairReach {
    var fresh = self
    fresh.bits = today
    return fresh
  }

  /// The pairs of different groups within some steps, and how many they are.
  private static func within(
    _ steps: Int, _ graph: CompactGraph, _ groupOf: [Int], _ row: [Int32], _ looked: [Int],
    _ words: Int
  ) -> (bits: [UInt64], near: Int) {
    var bits = [UInt64](repeating: 0, count: looked.count * words)
    var near = 0
    var mark = [Int](repeating: -1, count: groupOf.count)
    for node in looked where row[node] >= 0 {
      var front = [node]
      mark[node] = node
      for _ in 0..<steps {
        var next: [Int] = []
        for person in front {
          for other in graph.neighbours(person) where mark[Int(other)] != node {
            mark[Int(other)] = node
            next.append(Int(other))
          }
        }
        for person in next where row[person] >= 0 && groupOf[person] != groupOf[node] {
          let place = Int(row[person])
          bits[Int(row[node]) * words + place / 64] |= 1 << UInt64(place % 64)
          near += 1
        }
        front = next
      }
    }
    return (bits, near / 2)
  }
}

extension PairReach {
  typealias Pair = IntroductionField.Pair

  /// More than an introduction can be worth.
  func bound(_ pair: Pair) -> Int {
    let (one, other) = (balls.sizes(pair.a), balls.sizes(pair.b))
    var sum = 0
    for i in one.indices {
      let j = min(radius - 1 - i, other.count - 1)
      if j >= 0 { sum += (i == 0 ? one[0] : one[i] - one[i - 1]) * other[j] }
    }
    let isDouble = [pair.a, pair.b].contains { isClosed[groupOf[$0]] }
    return isDouble || isClosed.contains(true) ? 2 * sum : sum
  }

  /// What an introduction would be worth beside those that were added.
  mutating func worth(of pair: Pair) -> Int {
    let added = add(pair)
    take(back: added)
    return added.worth
  }

  /// Adds an introduction.
  mutating func add(_ pair: Pair) -> Added {
    let (one, other) = (balls.rings(pair.a), balls.rings(pair.b))
    var set: [Int] = []
    var (count, worth) = (0, 0)
    for (i, left) in one.enumerated() {
      for right in other.prefix(radius - i) {
        for x in left where row[Int(x)] >= 0 {
          for y in right where row[Int(y)] >= 0 && groupOf[Int(x)] != groupOf[Int(y)] {
            let (a, b) = (Int(row[Int(x)]), Int(row[Int(y)]))
            let place = a * words * 64 + b
            guard bits[place / 64] & (1 << UInt64(place % 64)) == 0 else { continue }
            let mirror = b * words * 64 + a
            bits[place / 64] |= 1 << UInt64(place % 64)
            bits[mirror / 64] |= 1 << UInt64(mirror % 64)
            set += [place, mirror]
            count += 1
            worth += isClosed[groupOf[Int(x)]] || isClosed[groupOf[Int(y)]] ? 2 : 1
          }
        }
      }
    }
    return Added(pairs: count, worth: worth, bits: set)
  }

  /// Takes back what was added last.
  mutating func take(back added: Added) {
    for place in added.bits { bits[place / 64] &= ~(1 << UInt64(place % 64)) }
  }
}

/// The people at each number of steps from each person.
private struct Balls {
  private let all: [[[Int32]]]

  init(_ graph: CompactGraph, radius: Int) {
    var mark = [Int](repeating: -1, count: graph.nodeCount)
    all = (0..<graph.nodeCount).map { node in
      mark[node] = node
      var rings: [[Int32]] = [[Int32(node)]]
      for _ in 0..<radius {
        var next: [Int32] = []
        for person in rings[rings.count - 1] {
          for other in graph.neighbours(Int(person)) where mark[Int(other)] != node {
            mark[Int(other)] = node
            next.append(other)
          }
        }
        rings.append(next)
      }
      return rings
    }
  }

  func rings(_ node: Int) -> [[Int32]] { all[node] }

  /// How many people are within each number of steps.
  func sizes(_ node: Int) -> [Int] {
    var sum = 0
    return all[node].map { ring in
      sum += ring.count
      return sum
    }
  }
}
