import Networks

/// Places for the dots of one group inside a disc: near those they work with, and towards the groups they have ties in.
///
/// Dots start on a sunflower's spiral (Vogel 1979, Math. Biosci. 44:179) and are then moved by springs along ties, a pull
/// outwards, and a push that keeps them apart (Fruchterman & Reingold 1991, Softw. Pract. Exp. 21:1129).
struct PeoplePlaces {
  private(set) var places: [Point]

  /// - Parameters:
  ///   - count: the number of dots.
  ///   - ties: pairs of dots that are tied.
  ///   - pulls: for each dot the direction of its ties with other groups, of length 0 to 1.
  ///   - radius: of the disc, whose middle is the origin.
  ///   - gap: the least distance between dots.
  init(count: Int, ties: [(Int, Int)], pulls: [Point], radius: Double, gap: Double) {
    let golden = Double.pi * (3 - 5.0.squareRoot())
    places = (0..<count).map { index in
      let out = radius * ((Double(index) + 0.5) / Double(max(count, 1))).squareRoot()
      let angle = Double(index) * golden
      return Point(out * cosine(angle), out * cosine(angle - .pi / 2))
    }
    guard count > 1 else {
      places = places.map { _ in Point(0, 0) }
      return
    }
    let ideal = max(gap, radius * (3.14 / Double(count)).squareRoot())
    let rounds = 70
    // In a dense group each tie pulls less, or all would sit in one heap.
    let spring = 0.18 * min(1, 1.5 / max(2 * Double(ties.count) / Double(count), 1e-9))
    for round in 0..<rounds {
      let heat = ideal * 0.9 * (1 - Double(round) / Double(rounds)) + 0.02
      var moves = [Point](repeating: Point(0, 0), count: count)
      for a in 0..<count {
        for b in (a + 1)..<max(count, a + 1) {
          let (x, y) = (places[a].x - places[b].x, places[a].y - places[b].y)
          let square = max(x * x + y * y, 0.01)
          guard square < 9 * ideal * ideal else { continue }
          let push = ideal * ideal / square
          moves[a] = Point(moves[a].x + x * push, moves[a].y + y * push)
          moves[b] = Point(moves[b].x - x * push, moves[b].y - y * push)
        }
      }
      for (a, b) in ties {
        let (x, y) = (places[a].x - places[b].x, places[a].y - places[b].y)
        let pull = (x * x + y * y).squareRoot() / ideal * spring
        moves[a] = Point(moves[a].x - x * pull, moves[a].y - y * pull)
        moves[b] = Point(moves[b].x + x * pull, moves[b].y + y * pull)
      }
      for index in 0..<count {
        let x = moves[index].x + pulls[index].x * ideal * 0.5
        let y = moves[index].y + pulls[index].y * ideal * 0.5
        let length = max((x * x + y * y).squareRoot(), 1e-9)
        let step = min(length, heat) / length
        places[index] = within(
          Point(places[index].x + x * step, places[index].y + y * step), radius)
      }
    }
    part(radius: radius, gap: gap)
  }

  private func within(_ place: Point, _ radius: Double) -> Point {
    let out = (place.x * place.x + place.y * place.y).squareRoot()
    return out <= radius ? place : Point(place.x * radius / out, place.y * radius / out)
  }

  /// Pushes dots apart that are nearer than the gap.
  private mutating func part(radius: Double, gap: Double) {
    for _ in 0..<60 {
      var moved = false
      for a in places.indices {
        for b in places.indices.dropFirst(a + 1) {
          var (x, y) = (places[a].x - places[b].x, places[a].y - places[b].y)
          var length = (x * x + y * y).squareRoot()
          guard length < gap - 0.01 else { continue }
          // Two dots in one place are parted along a direction of their own.
          if length < 1e-6 { (x, y, length) = (cosine(Double(a + b)), 1, 1) }
          let push = (gap - min(length, gap)) / 2 / length
          places[a] = within(Point(places[a].x + x * push, places[a].y + y * push), radius)
          places[b] = within(Point(places[b].x - x * push, places[b].y - y * push), radius)
          moved = true
        }
      }
      if !moved { return }
    }
  }
}
