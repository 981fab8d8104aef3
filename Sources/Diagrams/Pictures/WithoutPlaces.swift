import Networks

/// Where groups stand on a small map: panels side by side, groups on a grid in each, so that lines are short and pass no other group.
struct WithoutPlaces {
  /// The panels, in the order given, and the middle of each group.
  let panels: [Rect]
  let places: [Point]
  /// Where the centre stands, when links lead there.
  let centre: Rect?
  /// The names in lines as wide as there is room for.
  let labels: [[String]]
  /// Whether they have room.
  let fits: Bool

  static let size = 8.5

  static let titleHeight = 15.0
  private static let rowHeight = 28.0

  init(_ picture: WithoutPicture, in frame: Rect) {
    let gap = 6.0
    centre = picture.centre.map { name in
      let width = TextRuler.width(name, 9, .bold) + 24
      return Rect(
        x: frame.middle.x - width / 2, y: frame.bottom - 20, width: width, height: 20)
    }
    let height = frame.height - (centre == nil ? 0 : min(46, frame.height * 0.26))
    let rows = Self.rows(picture.panels.map(\.members.count), ratio: frame.width / height)
    var panels = [Rect](repeating: frame, count: picture.panels.count)
    var cells = [[Point]](repeating: [], count: picture.panels.count)
    var fits = true
    var labels = picture.groups.map { [$0.title] }
    var y = frame.y
    let total = rows.reduce(0) { $0 + $1.height }
    for row in rows {
      let rowHeight =
        (height - gap * Double(rows.count - 1)) * Double(row.height) / Double(max(1, total))
      let columns = row.panels.reduce(0) { $0 + $1.columns }
      let room = frame.width - gap * Double(row.panels.count - 1)
      var x = frame.x
      for (panel, wide) in row.panels {
        let width = room * Double(wide) / Double(max(1, columns))
        panels[panel] = Rect(x: x, y: y, width: width, height: rowHeight)
        let hasTitle = !picture.panels[panel].title.isEmpty
        let top = y + (hasTitle ? Self.titleHeight : 4)
        let cell = (
          width: width / Double(wide), height: (y + rowHeight - top - 4) / Double(row.height)
        )
        for place in 0..<(wide * row.height) {
          cells[panel].append(
            Point(
              x + cell.width * (Double(place % wide) + 0.5),
              top + cell.height * (Double(place / wide) + 0.5) - 6))
        }
        let lines = max(1, min(3, Int((cell.height - Self.rowHeight) / 9.5) + 1))
        let room = GroupLabels.Room(width: cell.width - 4, size: Self.size, lines: lines)
        let members = picture.panels[panel].members
        let names = picture.labels.fitting(
          members.map { (picture.groups[$0].title, picture.groups[$0].kind) }, room, .head)
        for (member, name) in zip(members, names) {
          labels[member] = TextRuler.wrap(name, Self.size, .bold, room: cell.width - 4)
          // A name that tells too little has no room.
          fits = fits && room.takes(name) && cell.height >= Self.rowHeight
        }
        x += width + gap
      }
      y += rowHeight + gap
    }
    self.panels = panels
    self.labels = labels
    self.fits = fits
    places = Self.settled(picture, cells, centre?.middle)
  }

  /// Panels in rows, each with its columns, and how many groups stand above one another in each row.
  private static func rows(
    _ counts: [Int], ratio: Double
  ) -> [(panels: [(panel: Int, columns: Int)], height: Int)] {
    let lines = counts.count > 5 ? 2 : 1
    let perLine = (counts.count + lines - 1) / lines
    return (0..<lines).map { line in
      let panels = counts.indices.dropFirst(line * perLine).prefix(perLine)
      let all = Double(panels.reduce(0) { $0 + counts[$1] })
      // As many rows as leave a cell twice as wide as high.
      let most = max(1, Int((all * 2.1 / (ratio * Double(lines))).squareRoot().rounded()))
      let columns = panels.map { (counts[$0] + most - 1) / most }
      // No more rows than those columns need.
      let height = zip(panels, columns).map { (counts[$0] + $1 - 1) / max(1, $1) }.max() ?? 1
      return (Array(zip(panels, columns)), height)
    }
  }

  /// Groups in the cells of their panels, exchanged for as long as that makes lines shorter or lets them pass fewer groups; the best
  /// of several beginnings.
  private static func settled(
    _ picture: WithoutPicture, _ cells: [[Point]], _ centre: Point?
  ) -> [Point] {
    let order = (0..<5).map { start in
      settled(picture, cells, centre) { count in
        (0..<count).map { start == 4 ? count - 1 - $0 : ($0 + start * count / 4) % count }
      }
    }
    let first = order.min { $0.cost < $1.cost }
    return first?.places ?? []
  }

  /// - Parameter order: of so many groups of a panel, which stand where to begin with.
  private static func settled(
    _ picture: WithoutPicture, _ cells: [[Point]], _ centre: Point?, _ order: (Int) -> [Int]
  ) -> (places: [Point], cost: Double) {
    var places = [Point](repeating: Point(0, 0), count: picture.groups.count)
    var slots: [[Int?]] = []
    for (panel, cells) in zip(picture.panels, cells) {
      let members = order(panel.members.count).map { panel.members[$0] }
      slots.append(cells.indices.map { $0 < members.count ? members[$0] : nil })
      for (member, cell) in zip(members, cells) { places[member] = cell }
    }
    let ends = picture.lines.filter { $0.b < places.count || centre != nil }
    func point(_ end: Int) -> Point { end < places.count ? places[end] : centre ?? Point(0, 0) }
    func cost() -> Double {
      ends.reduce(0) { sum, line in
        let (a, b) = (point(line.a), point(line.b))
        let weight = line.state == .kept ? 1.0 : 4
        // Names hang under the groups, and are passed as well.
        let passed = places.indices.count { other in
          other != line.a && other != line.b
            && Rect(middle: Point(places[other].x, places[other].y + 6), width: 26, height: 26)
              .isCrossed(by: a, b)
        }
        let (x, y) = (a.x - b.x, a.y - b.y)
        return sum + weight * ((x * x + y * y).squareRoot() + 90 * Double(passed))
      }
    }
    var best = cost()
    for _ in 0..<6 {
      var hasMoved = false
      for (panel, cells) in cells.enumerated() {
        for one in cells.indices {
          for other in cells.indices.dropFirst(one + 1)
          where slots[panel][one] != nil || slots[panel][other] != nil {
            let before = places
            slots[panel].swapAt(one, other)
            for slot in [one, other] {
              if let member = slots[panel][slot] { places[member] = cells[slot] }
            }
            let now = cost()
            if now < best - 0.01 {
              best = now
              hasMoved = true
            } else {
              slots[panel].swapAt(one, other)
              places = before
            }
          }
        }
      }
      guard hasMoved else { break }
    }
    return (places, best)
  }
}
