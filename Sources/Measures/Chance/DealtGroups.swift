import GraphEngine

/// How far from balance a group of a given size comes when its people are drawn at random: for groups too small for the
/// normal curve, whose balance is skewed.
///
/// Ties stay as they are. Each draw takes as many people as the group has, of all who have one, and reckons
///
///     D = I - c E
///
/// with c as in `JoinCounts.balance`. p is the share of draws at least as far inward, draws as far as what was seen counting
/// half (the mid-p of Lancaster 1961, J. Am. Stat. Assoc. 56:223), so that 1 - p is the probability outward. Beyond the
/// furthest hundredth of draws an exponential tail with their mean excess goes on, as Knijnenburg et al. (2009),
/// Bioinformatics 25:i161, go on with a Pareto one.
struct DealtGroups: Sendable {
  let ties: Draws
  let weights: Draws

  /// Whether a group is so small, and so few ties are expected inside it, that the normal curve would mislead.
  static func areNeeded(size: Int, of n: Int, _ sums: TieSums) -> Bool {
    guard size >= 2, size <= 64, size < n, sums.weight > 0 else { return false }
    return sums.weight * JoinCounts.falling(size, 2) / JoinCounts.falling(n, 2) < 25
  }

  /// Draws groups of each of some sizes among `members`: people come one by one, and the first of a draw are
  /// its group of each size.
  ///
  /// - Parameters:
  ///   - counted: each pair once, as much of a tie as it is.
  ///   - weighed: the same entries, by strength.
  /// - Complexity: O(draws (s d)), s the largest size and d the mean number of ties of a person; 4,000 to 10,000 draws.
  static func ofSizes(
    _ sizes: Set<Int>, among members: [Int32], counted: CompactGraph, weighed: CompactGraph,
    seed: UInt64
  ) -> [Int: DealtGroups] {
    let sizes = sizes.sorted()
    guard let largest = sizes.last else { return [:] }
    let n = members.count
    let factors = sizes.map { size in
      let p1 = Double(size) / Double(n)
      let p2 = JoinCounts.falling(size, 2) / JoinCounts.falling(n, 2)
      return p2 / (2 * (p1 - p2))
    }
    let work = largest * max(1, counted.targets.count / max(1, n))
    let draws = min(10_000, max(4_000, 1_000_000 / work))
    var generator = SeededGenerator(seed: seed &+ UInt64(largest))
    var people = members
    let ends = ends(of: members, counted, weighed)
    var drawOf = [Int32](repeating: -1, count: counted.nodeCount)
    var (ties, weights) = (sizes.map { _ in [Double]() }, sizes.map { _ in [Double]() })
    for draw in 0..<Int32(draws) {
      var (inside, all): (Sum, Sum) = ((0, 0), (0, 0))
      var next = 0
      for place in 0..<largest {
        people.swapAt(place, place + generator.below(n - place))
        let node = Int(people[place])
        drawOf[node] = draw
        all.ties += ends[node].ties
        all.weights += ends[node].weights
        // Ties with those who came before.
        for entry in Int(counted.starts[node])..<Int(counted.starts[node + 1])
        where drawOf[Int(counted.targets[entry])] == draw {
          inside.ties += counted.weights[entry]
          inside.weights += weighed.weights[entry]
        }
        if place + 1 == sizes[next] {
          // A tie inside is among all from both its ends.
          let factor = factors[next]
          ties[next].append(inside.ties - factor * (all.ties - 2 * inside.ties))
          weights[next].append(inside.weights - factor * (all.weights - 2 * inside.weights))
          next += 1
        }
      }
    }
    let dealt = zip(ties, weights).map { DealtGroups(ties: Draws($0), weights: Draws($1)) }
    return Dictionary(zip(sizes, dealt)) { first, _ in first }
  }

  private typealias Sum = (ties: Double, weights: Double)

  /// All ties of each person with people who have a group: those that leave a draw are what lies not inside.
  private static func ends(
    of members: [Int32], _ counted: CompactGraph, _ weighed: CompactGraph
  ) -> [Sum] {
    var hasGroup = [Bool](repeating: false, count: counted.nodeCount)
    for node in members { hasGroup[Int(node)] = true }
    var ends = [Sum](repeating: (0, 0), count: counted.nodeCount)
    for node in members.map(Int.init) {
      for entry in Int(counted.starts[node])..<Int(counted.starts[node + 1])
      where hasGroup[Int(counted.targets[entry])] {
        ends[node].ties += counted.weights[entry]
        ends[node].weights += weighed.weights[entry]
      }
    }
    return ends
  }

  /// What the draws gave, and how rare a value is among them.
  struct Draws: Sendable {
    private let descending: [Double]
    /// How many of the draws make the tail, and how far beyond the last of them the others lie on average.
    private let tail: (count: Int, start: Double, excess: Double)

    init(_ values: [Double]) {
      descending = values.sorted(by: >)
      let count = values.count / 100
      let start = descending[count - 1]
      let sum = descending.prefix(count).reduce(0) { $0 + $1 - start }
      tail = (count, start, sum / Double(count))
    }

    /// The probability of a value at least as high, half of equal ones counted; never 0 or 1.
    func p(_ value: Double) -> Double {
      let slack = 1e-9 * max(1, abs(value))
      let total = Double(descending.count + 1)
      let higher = first { $0 <= value + slack }
      let equal = first { $0 < value - slack } - higher
      guard higher + equal < tail.count, tail.excess > 0 else {
        return (Double(higher) + Double(equal + 1) / 2) / total
      }
      let beyond = exponential(-(value - tail.start) / tail.excess)
      return max(1e-300, Double(tail.count) / total * beyond)
    }

    /// The number of values before the first for which a condition holds; it holds for all that follow.
    private func first(_ holds: (Double) -> Bool) -> Int {
      var (low, high) = (0, descending.count)
      while low < high {
        let middle = (low + high) / 2
        if holds(descending[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }
}
