/// Places in a unit square for groups that belong together: those with strong ties near each other.
///
/// Stress majorization (Gansner, Koren & North 2004) from a ring in the order given, so that a little more or less of a tie
/// moves a group a little and turns nothing round. A weak tie is long, so that its coming and going hardly counts.
struct StressPlaces {
  let places: [Point]

  /// - Parameters:
  ///   - count: the number of groups.
  ///   - ties: pairs of groups, with how strong each tie is beside the strongest, from 0 to 1.
  ///   - pull: for each group how much it is drawn to the right (or, below 0, to the left).
  init(_ count: Int, ties: [(a: Int, b: Int, strength: Double)], pull: [Double] = []) {
    guard count > 1 else {
      places = [Point](repeating: Point(0.5, 0.5), count: count)
      return
    }
    let distance = Self.distances(count, ties)
    var places = (0..<count).map { index -> Point in
      let angle = 2 * Double.pi * Double(index) / Double(count)
      return Point(cosine(angle), cosine(angle - .pi / 2))
    }
    for _ in 0..<160 {
      var next = places
      for i in 0..<count {
        var (x, y, sum) = (0.0, 0.0, 0.0)
        for j in 0..<count where j != i {
          let wanted = distance[i * count + j]
          let weight = 1 / (wanted * wanted)
          let now = max(1e-6, places[i].distance(to: places[j]))
          x += weight * (places[j].x + wanted * (places[i].x - places[j].x) / now)
          y += weight * (places[j].y + wanted * (places[i].y - places[j].y) / now)
          sum += weight
        }
        if pull.indices.contains(i), pull[i] != 0 {
          let weight = 0.15 * abs(pull[i]) * sum
          x += weight * (pull[i] > 0 ? 2.0 : -2.0)
          y += weight * places[i].y
          sum += weight
        }
        next[i] = Point(x / sum, y / sum)
      }
      places = next
    }
    self.places = Self.inUnitSquare(places)
  }

  /// The lengths of the shortest ways, at most 2.6.
  private static func distances(
    _ count: Int, _ ties: [(a: Int, b: Int, strength: Double)]
  ) -> [Double] {
    let farthest = 2.6
    var distance = [Double](repeating: farthest, count: count * count)
    for tie in ties where tie.a != tie.b {
      let length = 1 / (0.4 + 0.6 * tie.strength.squareRoot())
      distance[tie.a * count + tie.b] = min(distance[tie.a * count + tie.b], length)
      distance[tie.b * count + tie.a] = distance[tie.a * count + tie.b]
    }
    for k in 0..<count {
      for i in 0..<count {
        let first = distance[i * count + k]
        guard first < farthest, i != k else { continue }
        for j in 0..<count where j != i {
          distance[i * count + j] = min(distance[i * count + j], first + distance[k * count + j])
        }
      }
    }
    return distance
  }

  private static func inUnitSquare(_ places: [Point]) -> [Point] {
    func scaled(_ values: [Double]) -> [Double] {
      let (low, high) = (values.min() ?? 0, values.max() ?? 1)
      return high - low < 1e-6 ? values.map { _ in 0.5 } : values.map { ($0 - low) / (high - low) }
    }
    let (x, y) = (scaled(places.map(\.x)), scaled(places.map(\.y)))
    // To a ten thousandth, so that no last digit of a machine's shows.
    return zip(x, y).map { Point(($0 * 1e4).rounded() / 1e4, ($1 * 1e4).rounded() / 1e4) }
  }
}
