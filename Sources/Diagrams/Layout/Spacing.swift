/// Moves boxes as little as it takes so that none overlaps another and none lies outside the frame.
///
/// Each round pushes boxes that overlap apart along the side where they overlap least, and those outside back in; what
/// still conflicts after the last round stays so, and the caller looks.
struct Spacing {
  private(set) var places: [Point]
  private let part: LayoutRequest.Part
  /// Boxes that stay where they are.
  private let held: Set<Int>
  private let gap: Double

  init(_ places: [Point], _ part: LayoutRequest.Part, held: Set<Int> = [], gap: Double = 9) {
    self.gap = gap
    self.places = places
    self.part = part
    self.held = held
  }

  /// Runs rounds until nothing moves.
  ///
  /// A row or column too full for the frame never parts along itself, so later rounds push across it instead.
  mutating func settle(rounds: Int = 300) {
    for round in 0..<rounds {
      let lean = round < rounds / 3 ? 1.0 : round < rounds * 2 / 3 ? 20 : 0.05
      let parted = partBoxes(lean)
      if !keepInside(), !parted { return }
    }
  }

  /// How much of a push each of two boxes takes.
  private func shares(_ a: Int, _ b: Int) -> (Double, Double) {
    switch (held.contains(a), held.contains(b)) {
    case (true, false): (0, 1)
    case (false, true): (1, 0)
    case (true, true): (0, 0)
    case (false, false): (0.5, 0.5)
    }
  }

  private mutating func shift(_ index: Int, _ x: Double, _ y: Double) {
    places[index] = Point(places[index].x + x, places[index].y + y)
  }

  /// - Parameter lean: above 1 to part boxes one above the other, below 1 side by side.
  private mutating func partBoxes(_ lean: Double) -> Bool {
    var moved = false
    for a in places.indices {
      for b in places.indices where b > a {
        let (one, two) = (part.boxes[a], part.boxes[b])
        let x = (one.width + two.width) / 2 + gap - abs(places[a].x - places[b].x)
        let y = (one.height + two.height) / 2 + gap - abs(places[a].y - places[b].y)
        let (own, other) = shares(a, b)
        guard x > 0.01, y > 0.01, own + other > 0 else { continue }
        moved = true
        if x * lean < y {
          let push = places[a].x <= places[b].x ? -x : x
          shift(a, push * own, 0)
          shift(b, -push * other, 0)
        } else {
          let push = places[a].y <= places[b].y ? -y : y
          shift(a, 0, push * own)
          shift(b, 0, -push * other)
        }
      }
    }
    return moved
  }

  /// Whether two boxes, of which one may move, lie nearer than is ever right.
  var overlaps: Bool {
    places.indices.contains { a in
      places.indices.dropFirst(a + 1).contains { b in
        if held.contains(a), held.contains(b) { return false }
        let (one, two) = (part.boxes[a], part.boxes[b])
        return abs(places[a].x - places[b].x) < (one.width + two.width) / 2 + 3
          && abs(places[a].y - places[b].y) < (one.height + two.height) / 2 + 3
      }
    }
  }

  private mutating func keepInside() -> Bool {
    var moved = false
    for index in places.indices {
      let (halfWidth, halfHeight) = (part.boxes[index].width / 2, part.boxes[index].height / 2)
      let x = min(max(places[index].x, halfWidth), max(part.width - halfWidth, halfWidth))
      let y = min(max(places[index].y, halfHeight), max(part.height - halfHeight, halfHeight))
      // What is held may lie outside by a hair, as layouts allow.
      let slack = held.contains(index) ? 0.6 : 0.01
      if abs(x - places[index].x) > slack || abs(y - places[index].y) > slack {
        places[index] = Point(x, y)
        moved = true
      }
    }
    return moved
  }
}
