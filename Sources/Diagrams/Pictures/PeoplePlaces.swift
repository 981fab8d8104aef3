import Networks

/// Places for the dots of one group on its panel.
struct PeoplePlaces {
  /// From the panel's top left.
  private(set) var places: [Point]
  private let width: Double
  private let height: Double

  /// Dots in rows from the top left, a distance apart.
  init(count: Int, width: Double, height: Double, spacing: Double) {
    (self.width, self.height) = (width, height)
    let columns = max(1, Int((width / spacing).rounded(.down)))
    places = (0..<count).map { index in
      Point(
        spacing * (Double(index % columns) + 0.5), spacing * (Double(index / columns) + 0.5))
    }
  }

  /// Dots near those they work with, and towards the groups they have ties in.
  ///
  /// They start spread evenly, in breadth-first order, and are then moved by springs along ties, a pull outwards, and a
  /// push that keeps them apart (Fruchterman & Reingold 1991, Softw. Pract. Exp. 21:1129).
  /// Only dots within three usual distances push, and the number of rounds is fixed: O(n + m) in all.
  ///
  /// - Parameters:
  ///   - ties: pairs of dots that are tied.
  ///   - pulls: for each dot the direction of its ties with other groups, of length 0 to 1.
  ///   - gap: the least distance between dots.
  init(
    count: Int, ties: [(Int, Int)], pulls: [Point], width: Double, height: Double, gap: Double
  ) {
    (self.width, self.height) = (width, height)
    let columns = max(1, Int((Double(count) * width / height).squareRoot().rounded()))
    let rows = max(1, (count + columns - 1) / columns)
    places = [Point](repeating: Point(0, 0), count: count)
    for (index, dot) in Self.order(count, ties).enumerated() {
      // Up one column and down the next, so that neighbours in the order are neighbours on the panel.
      let (column, step) = (index / rows, index % rows)
      let row = column.isMultiple(of: 2) ? step : rows - 1 - step
      places[dot] = Point(
        width * (Double(column) + 0.5) / Double(columns),
        height * (Double(row) + 0.5) / Double(rows))
    }
    guard count > 1 else {
      places = places.map { _ in Point(width / 2, height / 2) }
      return
    }
    let ideal = max(gap, (width * height / Double(count)).squareRoot())
    let rounds = 70
    // In a dense group each tie pulls less, and each of somebody with many, or all would sit in one heap.
    let usual = 0.18 * min(1, 1.5 / max(2 * Double(ties.count) / Double(count), 1e-9))
    var degree = [Int](repeating: 0, count: count)
    for (a, b) in ties {
      degree[a] += 1
      degree[b] += 1
    }
    let springs = ties.map { usual * min(1, 8 / Double(max(degree[$0.0], degree[$0.1]))) }
    for round in 0..<rounds {
      let heat = ideal * 0.9 * (1 - Double(round) / Double(rounds)) + 0.02
      var moves = [Point](repeating: Point(0, 0), count: count)
      forEachPair(within: 3 * ideal) { a, b in
        let (x, y) = (places[a].x - places[b].x, places[a].y - places[b].y)
        let push = ideal * ideal / max(x * x + y * y, 0.01)
        moves[a] = Point(moves[a].x + x * push, moves[a].y + y * push)
        moves[b] = Point(moves[b].x - x * push, moves[b].y - y * push)
      }
      for ((a, b), spring) in zip(ties, springs) {
        let (x, y) = (places[a].x - places[b].x, places[a].y - places[b].y)
        let pull = (x * x + y * y).squareRoot() / ideal * spring
        moves[a] = Point(moves[a].x - x * pull, moves[a].y - y * pull)
        moves[b] = Point(moves[b].x + x * pull, moves[b].y + y * pull)
      }
      for index in 0..<count {
        let place = places[index]
        // Walls push as the dots would that are missing beyond them, or all would stand along the walls.
        let x =
          moves[index].x + pulls[index].x * ideal * 0.25 + wall(place.x, ideal)
          - wall(width - place.x, ideal)
        let y =
          moves[index].y + pulls[index].y * ideal * 0.25 + wall(place.y, ideal)
          - wall(height - place.y, ideal)
        let length = max((x * x + y * y).squareRoot(), 1e-9)
        let step = min(length, heat) / length
        places[index] = within(Point(places[index].x + x * step, places[index].y + y * step))
      }
    }
    part(gap)
  }

  /// Each connected piece breadth first, from one of its dots with fewest ties.
  private static func order(_ count: Int, _ ties: [(Int, Int)]) -> [Int] {
    var neighbours = [[Int]](repeating: [], count: count)
    for (a, b) in ties {
      neighbours[a].append(b)
      neighbours[b].append(a)
    }
    var isSeen = [Bool](repeating: false, count: count)
    var order: [Int] = []
    let starts = (0..<count).sorted {
      (neighbours[$0].count, $0) < (neighbours[$1].count, $1)
    }
    for start in starts where !isSeen[start] {
      isSeen[start] = true
      var next = order.count
      order.append(start)
      while next < order.count {
        for other in neighbours[order[next]] where !isSeen[other] {
          isSeen[other] = true
          order.append(other)
        }
        next += 1
      }
    }
    return order
  }

  private func wall(_ distance: Double, _ ideal: Double) -> Double {
    2.2 * max(0, 1.2 * ideal - distance)
  }

  private func within(_ place: Point) -> Point {
    Point(min(max(place.x, 0), width), min(max(place.y, 0), height))
  }

  /// Pushes dots apart that are nearer than the gap.
  private mutating func part(_ gap: Double) {
    for _ in 0..<60 {
      var pushes: [(Int, Int)] = []
      forEachPair(within: gap - 0.01) { pushes.append(($0, $1)) }
      if pushes.isEmpty { return }
      for (a, b) in pushes {
        var (x, y) = (places[a].x - places[b].x, places[a].y - places[b].y)
        var length = (x * x + y * y).squareRoot()
        // Two dots in one place are parted along a direction of their own.
        if length < 1e-6 { (x, y, length) = (cosine(Double(a + b)), 1, 1) }
        let push = max(0, gap - length) / 2 / length
        places[a] = within(Point(places[a].x + x * push, places[a].y + y * push))
        places[b] = within(Point(places[b].x - x * push, places[b].y - y * push))
      }
    }
  }

  /// Calls for each two dots nearer than a distance, always in the same order, looking only into cells that touch.
  private func forEachPair(within distance: Double, _ body: (Int, Int) -> Void) {
    let columns = max(1, Int(width / distance))
    let rows = max(1, Int(height / distance))
    func cell(_ place: Point) -> (Int, Int) {
      (
        min(Int(place.x / width * Double(columns)), columns - 1),
        min(Int(place.y / height * Double(rows)), rows - 1)
      )
    }
    var members = [[Int]](repeating: [], count: columns * rows)
    for (index, place) in places.enumerated() {
      let (column, row) = cell(place)
      members[row * columns + column].append(index)
    }
    for (a, place) in places.enumerated() {
      let (column, row) = cell(place)
      for y in max(row - 1, 0)...min(row + 1, rows - 1) {
        for x in max(column - 1, 0)...min(column + 1, columns - 1) {
          for b in members[y * columns + x] where b > a {
            let (dx, dy) = (place.x - places[b].x, place.y - places[b].y)
            if dx * dx + dy * dy < distance * distance { body(a, b) }
          }
        }
      }
    }
  }
}
