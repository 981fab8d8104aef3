public import GraphEngine
public import Networks

/// Group sizes, and the ties within and between groups: all that most silo measures need.
///
/// People whose group is not recorded are left out and counted; their ties are left out.
public struct Mixing: Sendable, Equatable {
  /// The number of people in each group.
  public let sizes: [Int]
  public let isDirected: Bool
  /// Ties counted: 1 each, or less for pairs known from a working group alone.
  public let ties: Layer
  /// Ties weighed by their strength.
  public let weights: Layer
  /// Pairs of people with a group who are tied, in whatever measure; arcs when directed.
  public let pairCount: Double
  /// People whose group is not recorded.
  public let peopleWithoutGroup: Int

  /// The pairs of people inside one group, in both orders when directed.
  var pairsInside: Double {
    sizes.reduce(0) { $0 + JoinCounts.falling($1, 2) } / (isDirected ? 1 : 2)
  }

  /// The pairs of people of different groups, in both orders when directed.
  var pairsOutside: Double {
    JoinCounts.falling(peopleCount, 2) / (isDirected ? 1 : 2) - pairsInside
  }

  /// The ties between each two groups that have any, in either direction, in ascending order; from < to.
  var pairsBetween: [Pair] {
    guard isDirected else { return ties.between }
    let turned = ties.between.map { pair in
      Pair(from: min(pair.from, pair.to), to: max(pair.from, pair.to), sum: pair.sum)
    }.sorted { ($0.from, $0.to, $0.sum) < ($1.from, $1.to, $1.sum) }
    var pairs: [Pair] = []
    for pair in turned {
      if let last = pairs.last, last.from == pair.from, last.to == pair.to {
        pairs[pairs.count - 1] = Pair(from: pair.from, to: pair.to, sum: last.sum + pair.sum)
      } else {
        pairs.append(pair)
      }
    }
    return pairs
  }

  /// The number of people with a group.
  public let peopleCount: Int
  public var groupCount: Int { sizes.count }

  /// Ties under one way of counting.
  public struct Layer: Sendable, Equatable {
    /// The sum within each group.
    public let within: [Double]
    /// Sums between groups, in ascending order; directed ones run from `from` to `to`, others have from < to.
    public let between: [Pair]
    /// What exact moments need.
    public let sums: TieSums

    /// The sum over all ties.
    public var total: Double { internalTotal + externalTotal }
    public var internalTotal: Double { within.reduce(0, +) }
    public var externalTotal: Double { between.reduce(0) { $0 + $1.sum } }

    /// The sum of ties that leave or enter each group.
    public var external: [Double] {
      var external = [Double](repeating: 0, count: within.count)
      for pair in between {
        external[pair.from] += pair.sum
        external[pair.to] += pair.sum
      }
      return external
    }

    /// The sum of ends at each group: ties that start there and, when `isDirected` is false, ties that end there too.
    ///
    /// - Parameters:
    ///   - isDirected: whether arcs have a start and an end; else each tie has an end at both its groups.
    ///   - ends: where arcs end, rather than where they start.
    func margins(isDirected: Bool, ends: Bool = false) -> [Double] {
      var margins = within.map { isDirected ? $0 : 2 * $0 }
      for pair in between {
        if !isDirected || !ends { margins[pair.from] += pair.sum }
        if !isDirected || ends { margins[pair.to] += pair.sum }
      }
      return margins
    }

    public init(within: [Double], between: [Pair], sums: TieSums) {
      self.within = within
      self.between = between
      self.sums = sums
    }
  }

  /// Ties between two groups.
  public struct Pair: Sendable, Equatable {
    public let from: Int
    public let to: Int
    public let sum: Double

    public init(from: Int, to: Int, sum: Double) {
      self.from = from
      self.to = to
      self.sum = sum
    }
  }

  public init(
    sizes: [Int], isDirected: Bool, ties: Layer, weights: Layer, pairCount: Double,
    peopleWithoutGroup: Int
  ) {
    self.pairCount = pairCount
    self.sizes = sizes
    peopleCount = sizes.reduce(0, +)
    self.isDirected = isDirected
    self.ties = ties
    self.weights = weights
    self.peopleWithoutGroup = peopleWithoutGroup
  }

  /// Counts the ties of a slice within and between groups.
  ///
  /// - Complexity: O(n + m + p log p) for p pairs of groups with ties.
  public init(_ slice: Slice, _ partition: Partition) {
    let arcs = slice.arcs
    let shares = slice.shares
    let members = partition.members
    var within = (ties: [Double](), weights: [Double]())
    var between = (ties: [Pair](), weights: [Pair]())
    var rowTies = [Double](repeating: 0, count: partition.count)
    var rowWeights = rowTies
    var pairCount = 0.0
    for group in 0..<partition.count {
      var touched: Set<Int> = []
      for node in members[group] {
        for entry in Int(arcs.starts[Int(node)])..<Int(arcs.starts[Int(node) + 1]) {
          let other = Int(partition.groupOf[Int(arcs.targets[entry])])
          guard other >= 0, arcs.isDirected || node < arcs.targets[entry] || other != group else {
            continue
          }
          touched.insert(other)
          pairCount += arcs.isDirected || node < arcs.targets[entry] ? 1 : 0
          rowTies[other] += shares.isEmpty ? 1 : shares[entry]
          rowWeights[other] += arcs.weights[entry]
        }
      }
      within.ties.append(rowTies[group])
      within.weights.append(rowWeights[group])
      for other in touched.sorted() {
        if other > group || (arcs.isDirected && other != group) {
          between.ties.append(Pair(from: group, to: other, sum: rowTies[other]))
          between.weights.append(Pair(from: group, to: other, sum: rowWeights[other]))
        }
        rowTies[other] = 0
        rowWeights[other] = 0
      }
    }
    let sums = TieSums.both(slice, partition)
    self.init(
      sizes: partition.sizes, isDirected: arcs.isDirected,
      ties: Layer(within: within.ties, between: between.ties, sums: sums.ties),
      weights: Layer(within: within.weights, between: between.weights, sums: sums.weights),
      pairCount: pairCount, peopleWithoutGroup: partition.missingCount)
  }
}

/// The sums over ties that the mean and variance of join counts are made of.
///
/// The two arcs between the same two people count as one tie with the sum of their weights: dealing out groups anew
/// moves them together.
public struct TieSums: Sendable, Equatable {
  /// W: the sum of weights.
  public let weight: Double
  /// Q: the sum of squared weights.
  public let square: Double
  /// A: the sum over people of the square of their summed weights.
  public let endSquare: Double
  /// S = A - 2Q: the sum of w w' over ordered pairs of ties that share one end.
  public var shared: Double { endSquare - 2 * square }

  public init(weight: Double, square: Double, endSquare: Double) {
    self.weight = weight
    self.square = square
    self.endSquare = endSquare
  }

  /// The sums over ties counted and weighed, among people with a group.
  static func both(_ slice: Slice, _ partition: Partition) -> (ties: TieSums, weights: TieSums) {
    let counts = slice.pairCounts
    let graph = slice.graph
    var ties = (weight: 0.0, square: 0.0, ends: 0.0)
    var weights = ties
    for node in 0..<graph.nodeCount where partition.groupOf[node] >= 0 {
      var (tieEnd, weightEnd) = (0.0, 0.0)
      for entry in Int(graph.starts[node])..<Int(graph.starts[node + 1])
      where partition.groupOf[Int(graph.targets[entry])] >= 0 {
        let count = counts.isEmpty ? 1 : counts[entry]
        let weight = graph.weights[entry]
        tieEnd += count
        weightEnd += weight
        if node < Int(graph.targets[entry]) {
          ties.weight += count
          ties.square += count * count
          weights.weight += weight
          weights.square += weight * weight
        }
      }
      ties.ends += tieEnd * tieEnd
      weights.ends += weightEnd * weightEnd
    }
    return (
      TieSums(weight: ties.weight, square: ties.square, endSquare: ties.ends),
      TieSums(weight: weights.weight, square: weights.square, endSquare: weights.ends)
    )
  }
}
