/// Puts things in a row so that what belongs together stands together.
enum Seriation {
  /// An order of `0 ..< weights.count` that makes the sum of weight times distance in the row small.
  ///
  /// Starts with the strongest first and takes each thing to its best place, over and over, until
  /// nothing gains (minimum linear arrangement by insertion; Liiv 2010, *Seriation and matrix
  /// reordering methods*, Stat. Anal. Data Min. 3:70). The same weights give the same order.
  /// - Complexity: O(rounds n^3).
  static func order(_ weights: [[Double]]) -> [Int] {
    let strength = weights.map { $0.reduce(0, +) }
    var order = weights.indices.sorted { (strength[$1], $0) < (strength[$0], $1) }
    guard order.count > 2 else { return order }
    for _ in 0..<20 {
      var improved = false
      for thing in weights.indices {
        let place = order.firstIndex(of: thing) ?? 0
        let others = order.filter { $0 != thing }
        let costs = Self.costs(of: thing, among: others, weights)
        let best = costs.indices.min { (costs[$0], $0) < (costs[$1], $1) } ?? place
        if costs[best] < costs[place] - 1e-9 {
          order = others
          order.insert(thing, at: best)
          improved = true
        }
      }
      if !improved { break }
    }
    return order
  }

  /// What it costs to put a thing at each place among others, beside what they cost alone.
  ///
  /// The thing's own ties, and one step more for every tie that it parts.
  private static func costs(
    of thing: Int, among others: [Int], _ weights: [[Double]]
  ) -> [Double] {
    var costs: [Double] = []
    var crossing = 0.0
    for place in 0...others.count {
      if place > 0 {
        // The thing before the place moves from its right to its left.
        let passed = others[place - 1]
        for (index, other) in others.enumerated() where index != place - 1 {
          crossing += index < place ? -weights[passed][other] : weights[passed][other]
        }
      }
      var own = 0.0
      for (index, other) in others.enumerated() {
        own += weights[thing][other] * Double(index < place ? place - index : index - place + 1)
      }
      costs.append(own + crossing)
    }
    return costs
  }
}
