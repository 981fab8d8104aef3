import GraphEngine

/// How far from balance a group of a given size comes when its people are drawn at random: for groups too small for the
/// normal curve, whose balance is skewed.
///
/// Ties stay as they are. Each draw takes `size` of the people who have a group and reckons
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
    guard size >= 2, size <= 64, size < n else { return false }
    return sums.weight * JoinCounts.falling(size, 2) / JoinCounts.falling(n, 2) < 25
  }

  /// Draws groups of `size` people among `members`.
  ///
  /// - Parameters:
  ///   - counted: each pair once, as much of a tie as it is.
  ///   - weighed: the same entries, by strength.
  /// - Complexity: O(draws (size d)), d the mean number of ties of a person; 4,000 to 10,000 draws.
  init(
    size: Int, among members: [Int32], counted: CompactGraph, weighed: CompactGraph, seed: UInt64
  ) {
    let n = members.count
    let p1 = Double(size) / Double(n)
    let p2 = JoinCounts.falling(size, 2) / JoinCounts.falling(n, 2)
    let factor = p2 / (2 * (p1 - p2))
    let work = size * max(1, counted.targets.count / max(1, n))
    let draws = min(10_000, max(4_000, 1_000_000 / work))
    var generator = SeededGenerator(seed: seed &+ UInt64(size))
    var people = members
    var hasGroup = [Bool](repeating: false, count: counted.nodeCount)
    for node in members { hasGroup[Int(node)] = true }
    // All ties of each person: those that leave a draw are what lies not inside.
    var ends = [(ties: Double, weights: Double)](repeating: (0, 0), count: counted.nodeCount)
    for node in members.map(Int.init) {
      for entry in Int(counted.starts[node])..<Int(counted.starts[node + 1])
      where hasGroup[Int(counted.targets[entry])] {
        ends[node].ties += counted.weights[entry]
        ends[node].weights += weighed.weights[entry]
      }
    }
    var drawOf = [Int32](repeating: -1, count: counted.nodeCount)
    var (ties, weights) = ([Double](), [Double]())
    for draw in 0..<Int32(draws) {
      for place in 0..<size {
        people.swapAt(place, place + generator.below(n - place))
        drawOf[Int(people[place])] = draw
      }
      // Ties inside are met from both their ends.
      var (twice, all) = ((ties: 0.0, weights: 0.0), (ties: 0.0, weights: 0.0))
      for place in 0..<size {
        let node = Int(people[place])
        all.ties += ends[node].ties
        all.weights += ends[node].weights
        for entry in Int(counted.starts[node])..<Int(counted.starts[node + 1])
        where drawOf[Int(counted.targets[entry])] == draw {
          twice.ties += counted.weights[entry]
          twice.weights += weighed.weights[entry]
        }
      }
      ties.append(twice.ties / 2 - factor * (all.ties - twice.ties))
      weights.append(twice.weights / 2 - factor * (all.weights - twice.weights))
    }
    self.ties = Draws(ties)
    self.weights = Draws(weights)
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
