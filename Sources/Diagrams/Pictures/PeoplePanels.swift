import Networks

/// Where the panels of a map of people stand: one for each group, its room in proportion to its people, and those of a hub
/// inside a larger one.
///
/// Panels keep their order, in strips from left to right (ordered treemaps: Bederson, Shneiderman & Wattenberg 2002, ACM
/// Trans. Graph. 21:833), so that a few people more or less move none of them far.
struct PeoplePanels {
  /// In order of the groups.
  private(set) var panels: [Panel] = []
  /// The hubs that hold panels.
  private(set) var hubs: [(title: String, rect: Rect)] = []

  /// A group's ground, with its name on it.
  struct Panel {
    var rect = Rect(x: 0, y: 0, width: 0, height: 0)
    var title: [String] = []
    /// The names of people that stand below it, each after a dot, and where: from the panel's left and the names' top.
    var names: [(text: String, at: Point)] = []

    /// The top of the people's names.
    var namesTop: Double { rect.y + Double(title.count) * PeoplePanels.leading + 7 }

    /// The room for dots, below the name.
    var inner: Rect {
      let head = namesTop - rect.y + (names.last.map { $0.at.y + PeoplePanels.nameHeight - 3 } ?? 0)
      return Rect(
        x: rect.x + 6, y: rect.y + head, width: max(1, rect.width - 12),
        height: max(1, rect.height - head - 6))
    }
  }

  static let leading = 11.0
  static let nameHeight = 14.0
  static let typeSize = 9.0
  private static let hubHead = 17.0

  /// - Parameter named: the names of people that each panel lists; empty when they are written beside dots.
  init(_ groups: [PeopleMap.Group], named: [[String]], in frame: Rect) {
    panels = groups.map { _ in Panel() }
    let people = Double(max(groups.reduce(0) { $0 + $1.members.count }, 1))
    let area = frame.width * frame.height
    // How much a name takes hangs on how wide its panel is, and that on how much names take.
    let least = min(3600, 0.7 * area / Double(max(groups.count, 1)))
    var names = groups.map { _ in least }
    for _ in 0..<6 {
      let most = 0.8 * area / max(names.reduce(0, +), 1e-9)
      names = names.map { max($0 * min(1, most), least) }
      let share = (area - names.reduce(0, +)) / people
      place(groups, named, zip(groups, names).map { $1 + share * Double($0.members.count) }, frame)
      names = panels.map { panel in
        panel.rect.width * panel.rect.height - panel.inner.width * panel.inner.height
      }
    }
  }

  private mutating func place(
    _ groups: [PeopleMap.Group], _ named: [[String]], _ needs: [Double], _ frame: Rect
  ) {
    var blocks: [(hub: String?, groups: [Int])] = []
    for (index, group) in groups.enumerated() {
      if let hub = group.hub, let own = blocks.firstIndex(where: { $0.hub == hub }) {
        blocks[own].groups.append(index)
      } else {
        blocks.append((group.hub, [index]))
      }
    }
    // Every panel stands back by two points from its neighbours, and not from the edge.
    let rects = Self.strips(
      blocks.map { block in block.groups.reduce(0) { $0 + needs[$1] } }, in: frame.grown(by: 2))
    hubs = []
    for (block, rect) in zip(blocks, rects) {
      var room = rect
      if let hub = block.hub {
        hubs.append((hub, rect.grown(by: -2)))
        room = Rect(
          x: rect.x + 4, y: rect.y + Self.hubHead, width: rect.width - 8,
          height: rect.height - Self.hubHead - 4)
      }
      for (index, own) in zip(block.groups, Self.strips(block.groups.map { needs[$0] }, in: room)) {
        panels[index].rect = own.grown(by: -2)
        panels[index].title = Self.title(
          groups[index], room: own.width - 14, height: own.height - 4)
        panels[index].names = Self.flow(named[index], room: own.width - 12)
      }
    }
  }

  /// The name and the number of people, which is never cut off: in one line or in short, so that fewer ties pass behind it,
  /// and in as many lines as leave room for dots.
  private static func title(
    _ group: PeopleMap.Group, room: Double, height: Double
  ) -> [String] {
    let lines = min(3, max(1, Int((height - 13 - max(14, 0.3 * height)) / leading)))
    let count = "·\u{A0}\(counted(group.members.count))"
    func wrapped(_ text: String, _ room: Double, _ lines: Int) -> [String] {
      TextRuler.wrap(text, typeSize, .medium, room: room, lines: lines)
    }
    let whole = wrapped("\(group.title)\u{A0}\(count)", room, 1)
    if whole.last?.hasSuffix(count) == true { return whole }
    let name = group.shortTitle ?? group.title
    let short = wrapped("\(name)\u{A0}\(count)", room, lines)
    if short.last?.hasSuffix(count) == true { return short }
    guard lines > 1 else {
      let short = wrapped(name, room - TextRuler.width(" " + count, typeSize, .medium), 1)
      return ["\(short.first ?? "") \(count)"]
    }
    return wrapped(name, room, lines - 1) + [counted(group.members.count)]
  }

  /// Puts names in lines, from left to right.
  private static func flow(_ names: [String], room: Double) -> [(text: String, at: Point)] {
    var (x, y) = (0.0, 0.0)
    return names.map { name in
      let words = TextRuler.wrap(name, typeSize, .bold, room: max(20, room - 16), lines: 1)
      let width = TextRuler.width(words.first ?? "", typeSize, .bold) + 20
      if x > 0, x + width > room { (x, y) = (0, y + nameHeight) }
      defer { x += width }
      return (words.first ?? "", Point(x + 6, y + 5))
    }
  }

  /// The least width of a panel, for a name of one word.
  private static let leastWidth = 64.0

  /// Widths of which none is less than so much: the wide ones give what the narrow ones lack.
  private static func widened(_ widths: [Double], to least: Double) -> [Double] {
    let lack = widths.reduce(0) { $0 + max(0, least - $1) }
    let spare = widths.reduce(0) { $0 + max(0, $1 - least) }
    guard lack > 0, spare > 0 else { return widths }
    return widths.map { $0 < least ? least : $0 - ($0 - least) * min(1, lack / spare) }
  }

  /// Shares a room out in order, in as many strips as make the shapes most alike to a board a little wider than high.
  private static func strips(_ needs: [Double], in room: Rect) -> [Rect] {
    let total = max(needs.reduce(0, +), 1e-9)
    func cut(_ count: Int) -> [Rect] {
      var rects: [Rect] = []
      var (y, done, start) = (room.y, 0.0, 0)
      for row in 0..<count {
        // As many as come nearest to an equal share of what is left.
        let wanted = (total - done) / Double(count - row)
        var (end, sum) = (start, 0.0)
        while end < needs.count - (count - row - 1) {
          if end > start, abs(sum + needs[end] - wanted) > abs(sum - wanted), row < count - 1 {
            break
          }
          sum += needs[end]
          end += 1
        }
        let height = room.height * sum / total
        var x = room.x
        let widths = widened(
          needs[start..<end].map { room.width * $0 / max(sum, 1e-9) },
          to: min(Self.leastWidth, room.width / Double(max(1, end - start))))
        for width in widths {
          rects.append(Rect(x: x, y: y, width: width, height: height))
          x += width
        }
        y += height
        done += sum
        start = end
      }
      return rects
    }
    func cost(_ rects: [Rect]) -> Double {
      rects.reduce(0) { sum, rect in
        let shape = rect.width / max(rect.height, 1e-9) / 1.3
        // A name needs some width.
        let narrow = max(0, 96 / max(rect.width, 1) - 1)
        return sum + max(shape, 1 / max(shape, 1e-9)) + 6 * narrow
      }
    }
    guard needs.count > 1 else { return needs.map { _ in room } }
    let cuts = (1...needs.count).map(cut)
    return cuts.min { cost($0) < cost($1) } ?? []
  }
}
