import Networks

/// Panels on a page, and the groups in each.
///
/// Where a group stands in its panel is settled by its ties alone, before any paper, colour or words are chosen; the page
/// stretches that and parts what would overlap.
struct PanelPlan {
  let placed: PlacedMap
  let fits: Bool
  /// The number of boxes that lines pass behind.
  let behind: Int

  private static let padding = 9.0
  private static let titleHeight = 17.0
  private static let gap = 12.0

  /// - Parameters:
  ///   - labels: what each node needs, whatever the tone.
  ///   - earlier: where nodes stood in an earlier figure, on the same canvas.
  init(
    _ picture: MapPicture, _ labels: [NodeLabel], in frame: Rect, earlier: FigurePlaces? = nil
  ) {
    let members = picture.panels.indices.map { panel in
      picture.nodes.indices.filter { picture.nodes[$0].cluster == panel }
    }
    var choices = Self.choices(members, picture, labels, frame)
    if let earlier {
      // The arrangement in which most groups stand where they stood.
      let kept = choices.map { frames in
        members.indices.reduce(0) { sum, panel in
          sum
            + members[panel].count { node in
              earlier.places[picture.nodes[node].id].map(frames[panel].contains) ?? false
            }
        }
      }
      choices = choices.indices.sorted { (-kept[$0], $0) < (-kept[$1], $1) }.map { choices[$0] }
    }
    // Of the arrangements of panels that hold what is in them, the one that suits the sheet best and leads lines past boxes.
    var best = Attempt(choices[0], members, picture, labels, earlier, frame)
    var tried = [best]
    for choice in choices.dropFirst().prefix(9)
    where !best.fits || (earlier == nil && best.bows.hits > 0 && Self.isShapely(choice)) {
      let next = Attempt(choice, members, picture, labels, earlier, frame)
      tried.append(next)
      if next.fits, !best.fits || next.bows.hits < best.bows.hits { best = next }
    }
    if best.fits, earlier == nil, best.bows.hits > 0 {
      let order = tried.indices.filter { tried[$0].fits }
        .sorted { (tried[$0].bows.hits, $0) < (tried[$1].bows.hits, $1) }
      for index in order.prefix(3) where best.bows.hits > 0 {
        let next = tried[index].relieved
        if next.bows.hits < best.bows.hits { best = next }
      }
    }
    placed = PlacedMap(
      boxes: best.boxes, routes: best.bows.routes, strip: [], stripFrame: frame, isAllStrip: false,
      panels: best.panels, full: best.full)
    fits = best.fits
    behind = best.bows.hits
  }

  /// Whether no panel is so wide that what stands in it becomes a row; central teams may stand in one.
  private static func isShapely(_ panels: [Rect]) -> Bool {
    panels.dropLast().allSatisfy { $0.width < $0.height * 4 }
  }

  /// Arrangements of panels, the best first: central teams in a strip below the hubs, then on a panel like the others.
  private static func choices(
    _ members: [[Int]], _ picture: MapPicture, _ labels: [NodeLabel], _ frame: Rect
  ) -> [[Rect]] {
    let needs = members.map { nodes in
      nodes.reduce(0) { $0 + (labels[$1].fullWidth + 26) * (labels[$1].fullHeight + 20) }
    }
    let least = members.map { nodes in
      (
        width: (nodes.map { labels[$0].fullWidth }.max() ?? 0) + 2 * padding + 10,
        height: (nodes.map { labels[$0].fullHeight }.max() ?? 0) + titleHeight + 2 * padding + 8
      )
    }
    let plain = frames(needs, least: least, in: frame)
    guard members.count > 1, let centre = members.last,
      centre.allSatisfy({ picture.nodes[$0].kind == .central })
    else { return plain }
    let height = stripHeight(centre, labels, width: frame.width)
    let strip = Rect(x: frame.x, y: frame.bottom - height, width: frame.width, height: height)
    let upper = Rect(
      x: frame.x, y: frame.y, width: frame.width, height: max(1, frame.height - height - gap))
    return frames(needs.dropLast(), least: least.dropLast(), in: upper).map { $0 + [strip] } + plain
  }

  /// What a row or two of boxes needs, with room for lines above and below.
  private static func stripHeight(_ nodes: [Int], _ labels: [NodeLabel], width: Double) -> Double {
    let row = LayoutRequest.Part(
      width: width - 2 * padding, height: 1,
      boxes: nodes.map { .init(width: labels[$0].fullWidth, height: labels[$0].fullHeight) },
      ties: [])
    return row.packedHeight + titleHeight + padding * 1.5 + (nodes.count > 1 ? 8 : 4)
  }

  /// The groups of each panel in the frames given, and the lines between them.
  private struct Attempt {
    /// The middles of boxes with all that belongs to them.
    private var middles: [Point]
    private let inners: [Rect]
    private let labels: [NodeLabel]
    private let ends: [(a: Int, b: Int)]
    /// The headings that no line passes behind, and what each line does not leave.
    private let titles: [Rect]
    private let lineFrames: [Rect]
    let panels: [PlacedMap.Panel]
    private(set) var bows: BowRoutes
    let fits: Bool

    init(
      _ frames: [Rect], _ members: [[Int]], _ picture: MapPicture, _ labels: [NodeLabel],
      _ earlier: FigurePlaces?, _ frame: Rect
    ) {
      var middles = [Point](repeating: frame.middle, count: labels.count)
      var inners = [Rect](repeating: frame, count: labels.count)
      var fits = frames.indices.allSatisfy { index in
        frames[index].bottom < frame.bottom + 0.5 && frames[index].right < frame.right + 0.5
          && !frames[..<index].contains(where: frames[index].intersects)
      }
      var shown: [PlacedMap.Panel] = []
      for (panel, nodes) in members.enumerated() {
        let title = picture.panels[panel]
        let inner = PanelPlan.inside(frames[panel], isFramed: !title.isEmpty)
        let part = PanelPlan.part(nodes, picture, labels, inner)
        let places = PanelPlan.places(nodes, part, picture, labels, inner, earlier)
        fits = fits && part.fits(places)
        for (node, place) in zip(nodes, places) {
          middles[node] = Point(inner.x + place.x, inner.y + place.y)
          inners[node] = inner
        }
        if !title.isEmpty { shown.append(.init(title: title, frame: frames[panel])) }
      }
      ends = picture.ties.map { ($0.a, $0.b) }
      if fits, earlier == nil {
        middles =
          Untangling(
            middles, Self.sizes(labels), ties: ends, lifts: labels.map(\.lift), within: inners
          ).places
      }
      (self.middles, self.inners, self.labels) = (middles, inners, labels)
      panels = shown
      titles = shown.map {
        Rect(
          x: $0.frame.x + 6, y: $0.frame.y + 3,
          width: TextRuler.width($0.title, MapInk.panelSize, .bold) + 10, height: 13)
      }
      lineFrames = picture.ties.map { tie in
        let (a, b) = (picture.nodes[tie.a].cluster ?? 0, picture.nodes[tie.b].cluster ?? 0)
        return a == b && frames.indices.contains(a) ? frames[a] : frame
      }
      self.fits = fits
      bows = Self.routed(middles, labels, ends, titles, lineFrames)
    }

    var full: [Rect] { Self.full(middles, labels) }
    var boxes: [Rect] { zip(full, labels).map { $1.box(full: $0) } }

    /// The same with some boxes moved out of the way of lines.
    var relieved: Attempt {
      let (labels, ends, titles, lineFrames) = (labels, ends, titles, lineFrames)
      let relief = Relief(middles, Self.sizes(labels), ends: ends, within: inners) {
        Self.routed($0, labels, ends, titles, lineFrames, enough: $1)
      }
      var attempt = self
      (attempt.middles, attempt.bows) = (relief.places, relief.routes)
      return attempt
    }

    private static func sizes(_ labels: [NodeLabel]) -> [LayoutRequest.Box] {
      labels.map { .init(width: $0.fullWidth, height: $0.fullHeight) }
    }

    private static func full(_ middles: [Point], _ labels: [NodeLabel]) -> [Rect] {
      zip(middles, labels).map { middle, label in
        Rect(
          middle: Point((middle.x * 100).rounded() / 100, (middle.y * 100).rounded() / 100),
          width: label.fullWidth, height: label.fullHeight)
      }
    }

    private static func routed(
      _ middles: [Point], _ labels: [NodeLabel], _ ends: [(a: Int, b: Int)], _ titles: [Rect],
      _ lineFrames: [Rect], enough: Int = .max
    ) -> BowRoutes {
      let full = full(middles, labels)
      return BowRoutes(
        ends, middles: zip(full, labels).map { $1.box(full: $0).middle }, boxes: full,
        marks: titles, within: lineFrames, enough: enough)
    }
  }

  /// The room for boxes in a panel.
  private static func inside(_ outer: Rect, isFramed: Bool) -> Rect {
    guard isFramed else { return outer }
    return Rect(
      x: outer.x + padding, y: outer.y + titleHeight + padding / 2,
      width: max(1, outer.width - 2 * padding),
      height: max(1, outer.height - titleHeight - padding * 1.5))
  }

  // MARK: - Inside a panel

  private static func part(
    _ nodes: [Int], _ picture: MapPicture, _ labels: [NodeLabel], _ inner: Rect
  ) -> LayoutRequest.Part {
    var place: [Int: Int] = [:]
    for (index, node) in nodes.enumerated() { place[node] = index }
    return LayoutRequest.Part(
      width: max(1, inner.width), height: max(1, inner.height),
      boxes: nodes.map { .init(width: labels[$0].fullWidth, height: labels[$0].fullHeight) },
      ties: picture.ties.compactMap { tie in
        guard let a = place[tie.a], let b = place[tie.b] else { return nil }
        return .init(a: a, b: b)
      })
  }

  private static func places(
    _ nodes: [Int], _ part: LayoutRequest.Part, _ picture: MapPicture, _ labels: [NodeLabel],
    _ inner: Rect, _ earlier: FigurePlaces?
  ) -> [Point] {
    if let earlier {
      let known = nodes.map { node -> Point? in
        guard let spot = earlier.places[picture.nodes[node].id],
          inner.grown(by: 40).contains(spot)
        else { return nil }
        // In a panel that is smaller now, as near as it can be.
        let (label, full) = (labels[node], labels[node].full(middle: spot))
        func held(_ place: Double, _ size: Double, _ room: Double) -> Double {
          // What is off by a rounding stays.
          place < size / 2 - 0.05
            ? size / 2 : place > room - size / 2 + 0.05 ? max(size / 2, room - size / 2) : place
        }
        return Point(
          held(full.x - inner.x, label.fullWidth, inner.width),
          held(full.y - inner.y, label.fullHeight, inner.height))
      }
      if known.contains(where: { $0 != nil }) { return PinnedPlaces(part, known: known).places }
    }
    // What no line leads to stands beside the rest in a column, or below it in rows, whichever leaves room.
    let linked = Set(picture.ties.flatMap { [$0.a, $0.b] })
    let tied = nodes.indices.filter { linked.contains(nodes[$0]) }
    let loose = nodes.indices.filter { !linked.contains(nodes[$0]) }
    let isCentre = nodes.allSatisfy { picture.nodes[$0].kind == .central }
    guard !tied.isEmpty, !isCentre || picture.panels.count < 2 else { return part.rows }
    let start = unitPlaces(tied.map { nodes[$0] }, picture)
    let column = loose.reduce(0.0) { $0 + part.boxes[$1].height + 8 } + 8
    let isBeside = part.width > part.height * 1.25 && column <= part.height
    var first: [Point]?
    for beside in loose.isEmpty ? [false] : [isBeside, !isBeside] {
      let places = apart(
        part, tied, loose, from: start, isBeside: beside, isAlone: picture.panels.count < 2)
      if part.fits(places) { return places }
      first = first ?? places
    }
    // Where nothing else goes, all stand in rows, near where they would.
    let rows = part.inRows(near: first ?? part.rows)
    return part.fits(rows) ? rows : first ?? rows
  }

  /// The boxes that lines lead to where these draw them, the others in a column beside them or in rows below.
  private static func apart(
    _ part: LayoutRequest.Part, _ tied: [Int], _ loose: [Int], from start: [Point], isBeside: Bool,
    isAlone: Bool
  ) -> [Point] {
    var places = [Point](repeating: Point(0, 0), count: part.boxes.count)
    var (low, high) = (part, part)
    low.boxes = loose.map { part.boxes[$0] }
    high.boxes = tied.map { part.boxes[$0] }
    if isBeside, !loose.isEmpty {
      low.width = (low.boxes.map(\.width).max() ?? 0) + 4
      high.width = max(1, part.width - low.width - 10)
    } else if !loose.isEmpty {
      low.height = low.packedHeight + 4
      high.height = max(1, part.height - low.height - 4)
    }
    let corner = Point(part.width - low.width, part.height - low.height)
    for (index, place) in zip(loose, loose.isEmpty ? [] : low.rows) {
      places[index] = Point(place.x + corner.x, place.y + corner.y)
    }
    let local = Dictionary(uniqueKeysWithValues: tied.enumerated().map { ($1, $0) })
    high.ties = part.ties.compactMap { tie in
      guard let a = local[tie.a], let b = local[tie.b] else { return nil }
      return .init(a: a, b: b)
    }
    for (index, place) in zip(tied, settled(start, high, isAlone: isAlone)) {
      places[index] = place
    }
    return places
  }

  /// Where the nodes of a panel stand by their ties alone.
  private static func unitPlaces(_ nodes: [Int], _ picture: MapPicture) -> [Point] {
    var place: [Int: Int] = [:]
    for (index, node) in nodes.enumerated() { place[node] = index }
    let inside = picture.ties.filter { place[$0.a] != nil && place[$0.b] != nil }
    let strongest = inside.map(\.weight).max() ?? 1
    var pull = [Double](repeating: 0, count: nodes.count)
    for tie in picture.ties {
      for (own, other) in [(tie.a, tie.b), (tie.b, tie.a)] {
        guard let index = place[own], place[other] == nil,
          let here = picture.nodes[own].cluster, let there = picture.nodes[other].cluster
        else { continue }
        pull[index] += here < there ? 1 : -1
      }
    }
    return StressPlaces(
      nodes.count,
      ties: inside.map { (place[$0.a] ?? 0, place[$0.b] ?? 0, $0.weight / max(strongest, 1e-9)) },
      pull: pull.map { max(-1, min(1, $0)) }
    ).places
  }

  /// Stretches places to the frame and parts boxes; where they find no room, they stand in rows.
  private static func settled(_ unit: [Point], _ part: LayoutRequest.Part, isAlone: Bool) -> [Point]
  {
    let start = zip(unit, part.boxes).map { place, box in
      Point(
        box.width / 2 + place.x * max(0, part.width - box.width),
        box.height / 2 + place.y * max(0, part.height - box.height))
    }
    // Two or three large boxes with the page to themselves leave room for the line between them to be seen.
    for gap in (isAlone && part.boxes.count < 4 ? [36.0, 20] : []) + [10, 6, 4] {
      var spacing = Spacing(start, part, gap: gap)
      spacing.settle()
      if part.fits(spacing.places) { return spacing.places }
    }
    return part.inRows(near: start)
  }

  // MARK: - Panels

  /// Panels in rows, in the order given; a panel has room for what it holds, by steps, so that one group more or less seldom
  /// changes any.
  private static func frames(
    _ needs: [Double], least: [(width: Double, height: Double)], in frame: Rect
  ) -> [[Rect]] {
    guard needs.count > 1 else { return [needs.map { _ in frame }] }
    let steps = needs.map { need -> Double in
      var step = 12_000.0
      while step * 1.4 < need { step *= 1.4 }
      return step
    }
    // As near to what a panel's shape should be as can be: a narrow one breaks its words.
    let choices = (1...needs.count).map { rows -> (cost: Double, frames: [Rect]) in
      let frames = self.frames(steps, least, rows: rows, in: frame)
      let cost = zip(frames, steps).reduce(0.0) { sum, entry in
        let ratio = entry.0.width / max(1, entry.0.height)
        let shape = max(ratio / 1.1, 1.1 / ratio)
        return sum + shape * shape * entry.1
      }
      return (cost, frames)
    }
    return choices.indices.sorted {
      abs(choices[$0].cost - choices[$1].cost) < 1e-6
        ? $0 < $1 : choices[$0].cost < choices[$1].cost
    }.map { choices[$0].frames }
  }

  private static func frames(
    _ steps: [Double], _ least: [(width: Double, height: Double)], rows: Int, in frame: Rect
  ) -> [Rect] {
    let total = steps.reduce(0, +)
    var lines: [[Int]] = []
    var (line, sum): ([Int], Double) = ([], 0)
    for index in steps.indices {
      let goal = total * Double(lines.count + 1) / Double(rows)
      if !line.isEmpty, lines.count < rows - 1, sum + steps[index] / 2 > goal {
        lines.append(line)
        line = []
      }
      line.append(index)
      sum += steps[index]
    }
    lines.append(line)
    // Each has what its largest box needs, and shares what is left by what it holds.
    let heights = lines.map { line in line.map { least[$0].height }.max() ?? 0 }
    let room = max(0, frame.height - gap * Double(lines.count - 1) - heights.reduce(0, +))
    var result = [Rect](repeating: frame, count: steps.count)
    var y = frame.y
    for (line, own) in zip(lines, heights) {
      let need = line.reduce(0) { $0 + steps[$1] }
      let height = own + room * need / total
      let widths = line.map { least[$0].width }
      let free = frame.width - gap * Double(line.count - 1) - widths.reduce(0, +)
      var x = frame.x
      for (index, own) in zip(line, widths) {
        let width = max(20, own + free * steps[index] / need)
        result[index] = Rect(x: x, y: y, width: width, height: height)
        x += width + gap
      }
      y += height + gap
    }
    return result
  }
}

extension LayoutRequest.Part {
  /// Boxes in rows, each about as high and as far along as it was.
  fileprivate func inRows(near places: [Point]) -> [Point] {
    var order = places.indices.sorted { (places[$0].y, $0) < (places[$1].y, $1) }
    var sorted = self
    sorted.boxes = order.map { boxes[$0] }
    for row in sorted.rowRanges {
      order.replaceSubrange(
        row, with: order[row].sorted { (places[$0].x, $0) < (places[$1].x, $1) })
    }
    sorted.boxes = order.map { boxes[$0] }
    var result = places
    for (index, place) in zip(order, sorted.rows) { result[index] = place }
    return result
  }
}

extension Rect {
  /// Whether a straight line enters the rectangle.
  ///
  /// Liang & Barsky (1984), ACM Trans. Graph. 3:1.
  func isCrossed(by a: Point, _ b: Point) -> Bool {
    var (enter, leave) = (0.0, 1.0)
    for (start, step, low, high) in [(a.x, b.x - a.x, x, right), (a.y, b.y - a.y, y, bottom)] {
      if abs(step) < 1e-9 {
        if start < low || start > high { return false }
        continue
      }
      let (one, two) = ((low - start) / step, (high - start) / step)
      enter = max(enter, min(one, two))
      leave = min(leave, max(one, two))
    }
    return enter < leave
  }
}
