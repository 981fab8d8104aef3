/// Moves the few boxes that lines still pass behind, or those whose lines they are, to the nearest free place where none does.
///
/// Unlike `Untangling`, which weighs straight lines, every try is routed as it would be drawn; so it is for the last few.
struct Relief {
  private(set) var places: [Point]
  private(set) var routes: BowRoutes
  private let boxes: [LayoutRequest.Box]
  private let frames: [Rect]
  private let ends: [(a: Int, b: Int)]
  private let route: (_ places: [Point], _ enough: Int) -> BowRoutes
  private var triesLeft: Int

  /// The most boxes behind lines that a few moves can be hoped to free.
  static let mostBehind = 8

  /// - Parameters:
  ///   - places: the middles of boxes.
  ///   - ends: the boxes that each line joins.
  ///   - frames: for each box what it stays in.
  ///   - route: leads the lines round boxes at the places given, until enough boxes lie behind them.
  ///   - tries: how often lines are led anew at most.
  init(
    _ places: [Point], _ boxes: [LayoutRequest.Box], ends: [(a: Int, b: Int)],
    within frames: [Rect], tries: Int = 400,
    route: @escaping (_ places: [Point], _ enough: Int) -> BowRoutes
  ) {
    (self.places, self.boxes, self.frames, self.ends) = (places, boxes, frames, ends)
    (self.route, triesLeft) = (route, tries)
    routes = route(places, .max)
    while (1...Self.mostBehind).contains(routes.hits), triesLeft > 0, improve() {}
  }

  /// Makes the move that leaves fewest boxes behind lines, of those the one whose lines can be followed best.
  private mutating func improve() -> Bool {
    var best: (places: [Point], routes: BowRoutes, tangle: Int)?
    for tried in moves {
      guard triesLeft > 0 else { break }
      triesLeft -= 1
      let next = route(tried, routes.hits)
      guard next.hits < routes.hits else { continue }
      let tangle = 4 * crossings(tried) + next.merged
      if best.map({ (next.hits, tangle) < ($0.routes.hits, $0.tangle) }) ?? true {
        best = (tried, next, tangle)
      }
    }
    guard let best else { return false }
    (places, routes) = (best.places, best.routes)
    return true
  }

  /// What could be tried: a frame mirrored, a box elsewhere in it, two boxes of a frame changed round.
  private var moves: [[Point]] {
    var movers: [Int] = []
    for behind in routes.behind {
      for box in [behind.box, ends[behind.line].a, ends[behind.line].b].compactMap(\.self)
      where !movers.contains(box) {
        movers.append(box)
      }
    }
    let swaps = movers.flatMap { box in
      places.indices.compactMap { other -> [Point]? in
        guard other != box, frames[other] == frames[box], !movers.contains(other) || other > box
        else { return nil }
        return swapped(box, other)
      }
    }
    let steps = movers.map { box in
      freePlaces(for: box).map { place in
        var tried = places
        tried[box] = place
        return tried
      }
    }
    // The nearest places of each first.
    let rounds = steps.map(\.count).max() ?? 0
    let singles = (0..<rounds).flatMap { round in
      steps.compactMap { $0.indices.contains(round) ? $0[round] : nil }
    }
    var turned: [Rect] = []
    for frame in movers.map({ frames[$0] }) where !turned.contains(frame) { turned.append(frame) }
    return turned.flatMap(mirrored) + singles.prefix(60) + swaps + singles.dropFirst(60)
  }

  /// What stands in a frame the other way round, from left to right, from top to bottom, or both.
  private func mirrored(_ frame: Rect) -> [[Point]] {
    [(true, false), (false, true), (true, true)].map { isAcross, isDown in
      places.indices.map { box in
        let place = places[box]
        guard frames[box] == frame else { return place }
        return Point(
          isAcross ? frame.x + frame.right - place.x : place.x,
          isDown ? frame.y + frame.bottom - place.y : place.y)
      }
    }
  }

  /// Two boxes in each other's place; `nil` where one has no room there.
  private func swapped(_ a: Int, _ b: Int) -> [Point]? {
    func held(_ box: Int, at place: Point) -> Point {
      let (own, frame) = (boxes[box], frames[box])
      return Point(
        min(max(place.x, frame.x + own.width / 2), frame.right - own.width / 2),
        min(max(place.y, frame.y + own.height / 2), frame.bottom - own.height / 2))
    }
    var tried = places
    (tried[a], tried[b]) = (held(a, at: places[b]), held(b, at: places[a]))
    return isFree(tried[a], a, in: tried) && isFree(tried[b], b, in: tried) ? tried : nil
  }

  /// How many pairs of lines would cross if all ran straight.
  private func crossings(_ places: [Point]) -> Int {
    func side(_ p: Int, _ q: Int, _ r: Int) -> Double {
      (places[q].x - places[p].x) * (places[r].y - places[p].y)
        - (places[q].y - places[p].y) * (places[r].x - places[p].x)
    }
    return ends.indices.reduce(0) { sum, one in
      let (a, b) = ends[one]
      return sum
        + ends[..<one].count { c, d in
          a != c && a != d && b != c && b != d && side(a, b, c) * side(a, b, d) < 0
            && side(c, d, a) * side(c, d, b) < 0
        }
    }
  }

  /// Places where a box has room in its frame, the nearest first.
  private func freePlaces(for box: Int) -> [Point] {
    let (own, frame, here) = (boxes[box], frames[box], places[box])
    let (left, right) = (frame.x + own.width / 2, frame.right - own.width / 2)
    let (top, bottom) = (frame.y + own.height / 2, frame.bottom - own.height / 2)
    guard left <= right, top <= bottom else { return [] }
    let spots = stride(from: top, through: bottom, by: 15).flatMap { y in
      stride(from: left, through: right, by: 22).map { Point($0, y) }
    }
    return Array(
      spots.filter { isFree($0, box, in: places) }.enumerated()
        .sorted {
          let (one, two) = ($0.element.distance(to: here), $1.element.distance(to: here))
          return one == two ? $0.offset < $1.offset : one < two
        }
        .map(\.element).prefix(24))
  }

  private func isFree(_ place: Point, _ box: Int, in places: [Point]) -> Bool {
    places.indices.allSatisfy { other in
      other == box
        || abs(places[other].x - place.x) >= (boxes[box].width + boxes[other].width) / 2 + 6
        || abs(places[other].y - place.y) >= (boxes[box].height + boxes[other].height) / 2 + 6
    }
  }
}
