/// Puts things in a row so that what belongs together stands together.
enum Seriation {
  /// An order of `0 ..< weights.count` that makes the sum of weight times distance in the row small.
  ///
  /// Starts with the strongest first and takes each thing to its best place, over and over, until nothing gains (minimum
  /// linear arrangement by insertion; Liiv 2010, *Seriation and matrix reordering methods*, Stat. Anal. Data Min. 3:70). The same
  /// weights give the same order.
  /// - Complexity: O(rounds n^3); meant for up to some hundred things.
  static func order(_ weights: [[Double]]) -> [Int] {
    let strength = weights.map { $0.reduce(0, +) }
    var order = weights.indices.sorted { (strength[$1], $0) < (strength[$0], $1) }
    guard order.count > 2 else { return order }
    var best = cost(order, weights)
    for _ in 0..<20 {
      var improved = false
      for thing in weights.indices {
        let without = order.filter { $0 != thing }
        for place in 0...without.count {
          var candidate = without
          candidate.insert(thing, at: place)
          let cost = cost(candidate, weights)
          if cost < best - 1e-9 {
            best = cost
            order = candidate
            improved = true
          }
        }
      }
      if !improved { break }
    }
    return order
  }

  private static func cost(_ order: [Int], _ weights: [[Double]]) -> Double {
    var sum = 0.0
    for (i, a) in order.enumerated() {
      for (j, b) in order.enumerated() where j > i { sum += weights[a][b] * Double(j - i) }
    }
    return sum
  }
}
