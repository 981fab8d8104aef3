/// Lines that run straight where nothing stands in their way, and else in one slight bow round it.
struct BowRoutes {
  let routes: [[Point]]
  /// The lines that still pass behind boxes, and which; a heading among them stands for no box.
  let behind: [(line: Int, box: Int?)]
  /// How many points of lines, some 4 apart, run beside another.
  let merged: Int
  /// The number of boxes that lines still pass behind.
  var hits: Int { behind.count }

  /// - Parameters:
  ///   - ends: the boxes that each line joins.
  ///   - boxes: what nothing may pass behind, but for the boxes that a line joins.
  ///   - frames: for each line what it does not leave.
  ///   - marks: further things to keep clear of, such as headings.
  ///   - enough: with so many boxes behind lines no further lines are led.
  init(
    _ ends: [(a: Int, b: Int)], middles: [Point], boxes: [Rect], marks: [Rect] = [],
    within frames: [Rect], enough: Int = .max
  ) {
    var behind: [(line: Int, box: Int?)] = []
    var total = 0
    var done = Inked(frames, middles)
    let lengths = ends.map { middles[$0.a].distance(to: middles[$0.b]) }
    // Short lines have least choice, so they choose first; each keeps clear of those before it.
    let order = ends.indices.sorted {
      lengths[$0] == lengths[$1] ? $0 < $1 : lengths[$0] < lengths[$1]
    }
    let obstacles: [Obstacle] =
      boxes.enumerated().map { (box: $0.offset, frame: $0.element.grown(by: 2.5)) }
      + marks.map { (box: nil, frame: $0) }
    var routes = [[Point]](repeating: [], count: ends.count)
    for index in order where behind.count < enough {
      let (a, b) = ends[index]
      let steps = Self.steps(lengths[index])
      let others = obstacles.filter { $0.box != a && $0.box != b }
      var best: (cost: Double, hits: Int, merged: Int, route: [Point], line: [Point])?
      var worst = 0
      for bow in Self.bows(lengths[index]) {
        let price = bow.offset * 0.6
        if let best, best.cost <= price { break }
        let route = Self.curve(middles[a], middles[b], bow)
        let line = Self.points(route, steps)
        guard bow.offset == 0 || line.allSatisfy(frames[index].contains) else { continue }
        let hits = Self.hits(
          others, by: line, enough: best.map { Self.tooMany($0.cost, price) } ?? .max, first: &worst
        )
        let plain = Double(hits) * 2000 + price
        if let best, best.cost <= plain { continue }
        let visible = line.filter { !boxes[a].contains($0) && !boxes[b].contains($0) }
        let merged = visible.count(where: done.isNear)
        let cost = plain + Double(merged) * 2
        if best.map({ cost < $0.cost - 1e-9 }) ?? true {
          best = (cost, hits, merged, route, visible)
        }
      }
      guard let best else { continue }
      routes[index] = best.route
      for point in best.line { done.add(point) }
      total += best.merged
      guard best.hits > 0 else { continue }
      let line = Self.points(best.route, steps)
      behind += others.filter { line.contains(where: $0.frame.contains) }.map { (index, $0.box) }
    }
    self.routes = routes
    self.behind = behind
    merged = total
  }

  private typealias Obstacle = (box: Int?, frame: Rect)

  /// How many things a line passes behind, counted no further than `enough`.
  ///
  /// - Parameter first: what is looked at first: what stood in the way of the line before.
  private static func hits(
    _ obstacles: [Obstacle], by line: [Point], enough: Int, first: inout Int
  ) -> Int {
    guard let start = line.first, !obstacles.isEmpty else { return 0 }
    var (left, right, top, bottom) = (start.x, start.x, start.y, start.y)
    for point in line {
      (left, right) = (min(left, point.x), max(right, point.x))
      (top, bottom) = (min(top, point.y), max(bottom, point.y))
    }
    var hits = 0
    for turn in obstacles.indices {
      let place = turn == 0 ? first : turn <= first ? turn - 1 : turn
      let frame = obstacles[place].frame
      guard left <= frame.right, right >= frame.x, top <= frame.bottom, bottom >= frame.y,
        line.contains(where: frame.contains)
      else { continue }
      hits += 1
      if hits >= enough {
        first = place
        break
      }
    }
    return hits
  }

  /// With how many things in its way a line of this price costs as much as the best.
  private static func tooMany(_ cost: Double, _ price: Double) -> Int {
    let hits = Int(((cost - price) / 2000).rounded(.up))
    return Double(hits) * 2000 + price < cost ? hits + 1 : hits
  }

  /// How far a line bends to a side, at a third of its way and at two thirds.
  private struct Bow {
    let first: Double
    let second: Double
    var offset: Double { max(abs(first), abs(second)) + abs(first - second) * 0.25 }
  }

  /// How far bows bend at most, each with those of no more, so that none is worked out anew for every line.
  private static let depths = [6.0, 12, 18, 24, 30, 36, 54, 72, 90, 110, 130]
  private static let bowsByDepth = depths.indices.map { most in
    let steps = depths.prefix(most + 1)
    let levels = steps + steps.map { -$0 } + [0]
    let bows = levels.flatMap { first in levels.map { Bow(first: first, second: $0) } }
    return bows.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    .map(\.element)
  }

  /// Straight first, then bows ever deeper, to either side or first to one and then to the other.
  private static func bows(_ length: Double) -> [Bow] {
    let most = min(130, max(24, length * 0.4))
    return bowsByDepth[depths.count { $0 <= most } - 1]
  }

  private static func curve(_ a: Point, _ b: Point, _ bow: Bow) -> [Point] {
    let length = max(1e-6, a.distance(to: b))
    let normal = Point(-(b.y - a.y) / length, (b.x - a.x) / length)
    func control(_ share: Double, _ offset: Double) -> Point {
      let base = a.towards(b, share)
      // The control points of a cubic curve stand a third further out than its middle.
      return Point(base.x + normal.x * offset * 4 / 3, base.y + normal.y * offset * 4 / 3)
    }
    return [a, control(1 / 3, bow.first), control(2 / 3, bow.second), b]
  }

  /// How much each of four controls counts at each point of a curve, the points some 4 apart.
  private static func steps(_ length: Double) -> [(Double, Double, Double, Double)] {
    let pieces = max(8, Int(length / 4))
    return (0...pieces).map { piece in
      let t = Double(piece) / Double(pieces)
      let u = 1 - t
      return (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    }
  }

  private static func points(
    _ route: [Point], _ steps: [(Double, Double, Double, Double)]
  ) -> [Point] {
    let (a, b, c, d) = (route[0], route[1], route[2], route[3])
    return steps.map { p, q, r, s in
      Point(
        p * a.x + q * b.x + r * c.x + s * d.x,
        p * a.y + q * b.y + r * c.y + s * d.y)
    }
  }

  /// The squares of the page, 3 points wide, that lines run through or beside.
  private struct Inked {
    private let left, top, wide, high: Int
    private var squares: [Bool]

    init(_ frames: [Rect], _ places: [Point]) {
      func square(_ value: Double) -> Int { Int((value / 3).rounded(.down)) }
      left = square(min(frames.map(\.x).min() ?? 0, places.map(\.x).min() ?? 0)) - 2
      top = square(min(frames.map(\.y).min() ?? 0, places.map(\.y).min() ?? 0)) - 2
      wide = square(max(frames.map(\.right).max() ?? 0, places.map(\.x).max() ?? 0)) + 3 - left
      high = square(max(frames.map(\.bottom).max() ?? 0, places.map(\.y).max() ?? 0)) + 3 - top
      squares = [Bool](repeating: false, count: wide * high)
    }

    func isNear(_ point: Point) -> Bool {
      let (x, y) = (Int(point.x / 3) - left, Int(point.y / 3) - top)
      return (0..<wide).contains(x) && (0..<high).contains(y) && squares[y * wide + x]
    }

    mutating func add(_ point: Point) {
      let (x, y) = (Int(point.x / 3) - left, Int(point.y / 3) - top)
      for y in max(0, y - 1)..<min(high, y + 2) {
        for x in max(0, x - 1)..<min(wide, x + 2) { squares[y * wide + x] = true }
      }
    }
  }
}
