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
  init(
    _ ends: [(a: Int, b: Int)], middles: [Point], boxes: [Rect], marks: [Rect] = [],
    within frames: [Rect]
  ) {
    var behind: [(line: Int, box: Int?)] = []
    var total = 0
    var done: Set<Cell> = []
    // Short lines have least choice, so they choose first; each keeps clear of those before it.
    let order = ends.indices.sorted {
      let (x, y) = (
        middles[ends[$0].a].distance(to: middles[ends[$0].b]),
        middles[ends[$1].a].distance(to: middles[ends[$1].b])
      )
      return x == y ? $0 < $1 : x < y
    }
    var routes = [[Point]](repeating: [], count: ends.count)
    for index in order {
      let (a, b) = ends[index]
      let others: [Obstacle] =
        boxes.indices.filter { $0 != a && $0 != b }.map {
          (box: $0, frame: boxes[$0].grown(by: 2.5))
        }
        + marks.map { (box: nil, frame: $0) }
      var best: (cost: Double, hits: Int, merged: Int, route: [Point], line: [Point])?
      for bow in Self.bows(middles[a].distance(to: middles[b])) {
        if let best, best.cost <= bow.offset * 0.6 { break }
        let route = Self.curve(middles[a], middles[b], bow)
        let line = Self.points(route)
        guard bow.offset == 0 || line.allSatisfy(frames[index].contains) else { continue }
        let hits = Self.hit(others, by: line).count
        let plain = Double(hits) * 2000 + bow.offset * 0.6
        if let best, best.cost <= plain { continue }
        let visible = line.filter { !boxes[a].contains($0) && !boxes[b].contains($0) }
        let merged = visible.count { Cell($0).isNear(done) }
        let cost = plain + Double(merged) * 2
        if best.map({ cost < $0.cost - 1e-9 }) ?? true {
          best = (cost, hits, merged, route, visible)
        }
      }
      guard let best else { continue }
      routes[index] = best.route
      for point in best.line { done.insert(Cell(point)) }
      total += best.merged
      guard best.hits > 0 else { continue }
      behind += Self.hit(others, by: Self.points(best.route)).map { (index, $0.box) }
    }
    self.routes = routes
    self.behind = behind
    merged = total
  }

  private typealias Obstacle = (box: Int?, frame: Rect)

  /// What a line passes behind.
  private static func hit(_ obstacles: [Obstacle], by line: [Point]) -> [Obstacle] {
    guard var (left, right) = line.first.map({ ($0.x, $0.x) }),
      var (top, bottom) = line.first.map({ ($0.y, $0.y) })
    else { return [] }
    for point in line {
      (left, right) = (min(left, point.x), max(right, point.x))
      (top, bottom) = (min(top, point.y), max(bottom, point.y))
    }
    return obstacles.filter {
      let frame = $0.frame
      return left <= frame.right && right >= frame.x && top <= frame.bottom && bottom >= frame.y
        && line.contains(where: frame.contains)
    }
  }

  /// How far a line bends to a side, at a third of its way and at two thirds.
  private struct Bow {
    let first: Double
    let second: Double
    var offset: Double { max(abs(first), abs(second)) + abs(first - second) * 0.25 }
  }

  /// Straight first, then bows ever deeper, to either side or first to one and then to the other.
  private static func bows(_ length: Double) -> [Bow] {
    let most = min(130, max(24, length * 0.4))
    let steps = [6.0, 12, 18, 24, 30, 36, 54, 72, 90, 110, 130].filter { $0 <= most }
    let levels = steps + steps.map { -$0 } + [0]
    let bows = levels.flatMap { first in levels.map { Bow(first: first, second: $0) } }
    return bows.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    .map(\.element)
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

  /// Points along a cubic curve, some 4 points apart.
  private static func points(_ route: [Point]) -> [Point] {
    let pieces = max(8, Int(route[0].distance(to: route[3]) / 4))
    return (0...pieces).map { piece in
      let t = Double(piece) / Double(pieces)
      let u = 1 - t
      let (p, q, r, s) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
      return Point(
        p * route[0].x + q * route[1].x + r * route[2].x + s * route[3].x,
        p * route[0].y + q * route[1].y + r * route[2].y + s * route[3].y)
    }
  }

  /// A square of the page, 3 points wide, through which a line runs.
  private struct Cell: Hashable {
    let x, y: Int

    init(_ point: Point) { (x, y) = (Int(point.x / 3), Int(point.y / 3)) }
    private init(x: Int, y: Int) { (self.x, self.y) = (x, y) }

    func isNear(_ cells: Set<Cell>) -> Bool {
      (-1...1).contains { dx in (-1...1).contains { cells.contains(Cell(x: x + dx, y: y + $0)) } }
    }
  }
}
