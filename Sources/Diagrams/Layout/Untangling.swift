/// Moves boxes a little where that leads lines past other boxes and across fewer lines.
///
/// Each box in turn tries steps in eight directions and keeps the best; none goes further from where it began than it must,
/// so that a map with a line more or less looks the same.
struct Untangling {
  private(set) var places: [Point]
  private let start: [Point]
  private let boxes: [LayoutRequest.Box]
  private let ties: [(a: Int, b: Int)]
  /// How far above the middle of a box its lines end, and the frame it stays in.
  private let lifts: [Double]
  private let frames: [Rect]
  private let tiesOf: [[Int]]

  init(
    _ places: [Point], _ boxes: [LayoutRequest.Box], ties: [(a: Int, b: Int)], lifts: [Double],
    within frames: [Rect]
  ) {
    self.places = places
    start = places
    self.boxes = boxes
    self.ties = ties
    self.lifts = lifts
    self.frames = frames
    var tiesOf = [[Int]](repeating: [], count: places.count)
    for (index, tie) in ties.enumerated() {
      tiesOf[tie.a].append(index)
      tiesOf[tie.b].append(index)
    }
    self.tiesOf = tiesOf
    guard !ties.isEmpty, places.count <= 120, ties.count <= 400 else { return }
    for _ in 0..<6 {
      var hasMoved = false
      for box in places.indices {
        let moved = improve(box)
        hasMoved = hasMoved || moved
      }
      if !hasMoved { break }
    }
  }

  private mutating func improve(_ box: Int) -> Bool {
    let old = places[box]
    var best = (cost: cost(box), place: old)
    for reach in [12.0, 26, 48] {
      for (x, y) in [
        (1.0, 0.0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7),
      ] {
        let place = Point(old.x + x * reach, old.y + y * reach)
        guard place.distance(to: start[box]) < 90, isFree(place, box) else { continue }
        places[box] = place
        let cost = cost(box)
        if cost < best.cost - 1e-6 { best = (cost, place) }
      }
    }
    places[box] = best.place
    return best.place != old
  }

  private func isFree(_ place: Point, _ box: Int) -> Bool {
    let (own, frame) = (boxes[box], frames[box])
    guard place.x - own.width / 2 >= frame.x, place.x + own.width / 2 <= frame.right,
      place.y - own.height / 2 >= frame.y, place.y + own.height / 2 <= frame.bottom
    else { return false }
    return places.indices.allSatisfy { other in
      other == box
        || abs(places[other].x - place.x) >= (own.width + boxes[other].width) / 2 + 5
        || abs(places[other].y - place.y) >= (own.height + boxes[other].height) / 2 + 5
    }
  }

  /// What the place of a box costs: boxes behind lines, crossings, length, and the way from where it began.
  private func cost(_ box: Int) -> Double {
    var cost = places[box].distance(to: start[box]) * 0.12
    for tie in tiesOf[box] {
      let (a, b) = (ties[tie].a, ties[tie].b)
      cost += places[a].distance(to: places[b]) * 0.04
      for other in places.indices where other != a && other != b {
        if isBehind(other, tie) { cost += 30 }
      }
      for other in ties.indices where other != tie && crosses(tie, other) { cost += 8 }
    }
    for tie in ties.indices where ties[tie].a != box && ties[tie].b != box {
      if isBehind(box, tie) { cost += 30 }
    }
    return cost
  }

  private func end(_ box: Int) -> Point { Point(places[box].x, places[box].y - lifts[box]) }

  private func isBehind(_ box: Int, _ tie: Int) -> Bool {
    Rect(
      middle: places[box], width: boxes[box].width + 6, height: boxes[box].height + 6
    ).isCrossed(by: end(ties[tie].a), end(ties[tie].b))
  }

  private func crosses(_ one: Int, _ two: Int) -> Bool {
    let (a, b) = (ties[one].a, ties[one].b)
    let (c, d) = (ties[two].a, ties[two].b)
    guard a != c, a != d, b != c, b != d else { return false }
    func side(_ p: Int, _ q: Int, _ r: Int) -> Double {
      (places[q].x - places[p].x) * (places[r].y - places[p].y)
        - (places[q].y - places[p].y) * (places[r].x - places[p].x)
    }
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  }
}
