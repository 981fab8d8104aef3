/// Lines that run straight where nothing stands in their way, and else in one slight bow round it.
struct BowRoutes {
  let routes: [[Point]]
  /// The number of boxes that lines still pass behind.
  let hits: Int

  /// - Parameters:
  ///   - ends: the boxes that each line joins.
  ///   - boxes: what nothing may pass behind, but for the boxes that a line joins.
  ///   - frame: what no line leaves.
  ///   - marks: further things to keep clear of, such as headings.
  init(
    _ ends: [(a: Int, b: Int)], middles: [Point], boxes: [Rect], marks: [Rect] = [], within frame: Rect
  ) {
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
      let others = boxes.indices.filter { $0 != a && $0 != b }.map { boxes[$0].grown(by: 2.5) } + marks
      var best: (cost: Double, hits: Int, route: [Point], line: [Point])?
      for bow in Self.bows(middles[a].distance(to: middles[b])) {
        if let best, best.cost <= abs(bow.offset) * 0.6 { continue }
        let route = Self.curve(middles[a], middles[b], bow)
        let line = Self.points(route)
        guard bow.offset == 0 || line.allSatisfy(frame.contains) else { continue }
        let hits = others.count { box in line.contains(where: box.contains) }
        let visible = line.filter { !boxes[a].contains($0) && !boxes[b].contains($0) }
        let merged = Double(visible.count { Cell($0).isNear(done) })
        let cost = Double(hits) * 2000 + abs(bow.offset) * 0.6 + merged * 2
        if best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (cost, hits, route, visible) }
      }
      guard let best else { continue }
      routes[index] = best.route
      for point in best.line { done.insert(Cell(point)) }
      total += best.hits
    }
    self.routes = routes
    hits = total
  }

  private struct Bow {
    let offset: Double
    let at: Double
  }

  /// Straight first, then bows ever deeper, to either side.
  private static func bows(_ length: Double) -> [Bow] {
    var bows = [Bow(offset: 0, at: 0.5)]
    for step in stride(from: 8.0, through: min(110, max(24, length * 0.35)), by: 8) {
      for at in [0.5, 0.3, 0.7] {
        bows += [Bow(offset: step, at: at), Bow(offset: -step, at: at)]
      }
    }
    return bows
  }

  private static func curve(_ a: Point, _ b: Point, _ bow: Bow) -> [Point] {
    let length = max(1e-6, a.distance(to: b))
    let normal = Point(-(b.y - a.y) / length, (b.x - a.x) / length)
    let base = a.towards(b, bow.at)
    // The control point of a quadratic curve stands twice as far out as its middle.
    let control = Point(
      base.x + normal.x * bow.offset * 2, base.y + normal.y * bow.offset * 2)
    return [a, a.towards(control, 2 / 3), b.towards(control, 2 / 3), b]
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
