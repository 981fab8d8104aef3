import Networks

extension PartnerPicture {
  /// Draws the map; no layout program is needed.
  public func drawn(on sheet: Sheet) -> DrawnFigure {
    let page = Page(sheet.paper, furniture, legend: legend, tone: sheet.tone)
    let ink = PartnerInk(self, in: page.frame, sheet.tone)
    return DrawnFigure(
      svg: page.svg(ink.elements), dot: dot, paper: sheet.paper, furniture: furniture, table: table,
      places: nil, fits: ink.fits)
  }

  /// What the marks mean: those that occur, and no others.
  public var legend: [LegendItem] {
    var items = NodeClass.allCases.filter { kind in (left + right).contains { $0.kind == kind } }
      .map { LegendItem(.node($0), $0.title) }
    items.removeAll { $0.mark == .node(.group) }
    items += Grade.allCases.filter { grade in links.contains { $0.grade == grade && !$0.isRed } }
      .map { LegendItem(.link(colour: $0.colour, width: $0.width, dashes: $0.dashes), $0.words) }
    if links.contains(where: \.isRed) {
      items.append(
        LegendItem(
          .link(colour: Palette.alarm, width: 2, dashes: Self.redDashes),
          "needs a look: reason beside the partner"))
    }
    if right.contains(where: \.hasEffect) {
      items.append(LegendItem(.dot(isFilled: true), "an effect or a measured goal to show"))
    }
    return items
  }

  static let redDashes = "6 2.5"

  private var table: DataTable {
    var table = DataTable([
      .text("group"), .text("partner"), .text("sector"), .number("ties"), .number("depth"),
      .text("partnership"), .text("note"), .text("effect"),
    ])
    for (place, row) in left.enumerated() {
      let own = links.filter { $0.left == place }
      for link in own {
        let partner = right[link.right]
        table.rows.append([
          .text(row.title), .text(partner.title), .text(partner.sector),
          link.ties > 0 ? .count(Int(link.ties.rounded())) : .none,
          link.depth.map { .count(Int($0.rawValue)) } ?? .none,
          .text(link.isRed ? "red" : link.isOnRecord ? "yes" : "no"),
          .text(link.isRed ? partner.alarm ?? "" : ""), .text(partner.hasEffect ? "yes" : ""),
        ])
      }
      if own.isEmpty {
        table.rows.append([
          .text(row.title), .none, .none, .none, .none, .none, .text(row.alarm ?? ""), .none,
        ])
      }
    }
    return table
  }

  private var dot: String {
    var lines = ["graph weft {", "  graph [rankdir=LR];", "  node [fontname=\"Inter\"];"]
    for (place, row) in left.enumerated() {
      lines.append("  s\(place) [label=\(DOT.quoted(row.title)), shape=box];")
    }
    for (place, row) in right.enumerated() {
      lines.append("  p\(place) [label=\(DOT.quoted(row.title)), style=dashed];")
    }
    for link in links {
      lines.append("  s\(link.left) -- p\(link.right) [weight=\(fixed(link.ties, places: 2))];")
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }
}

/// The marks of a partner map in its frame.
struct PartnerInk {
  private let picture: PartnerPicture
  private let tone: Tone
  private let size: Double
  private let leftX: Double
  private let rightX: Double
  private let labelRoom: Double
  private let leftY: [Double]
  private let rightY: [Double]
  private let headings: [Heading]
  private let headingDrop: Double
  let fits: Bool
  private static let mark = 16.0
  private static let noPartnership = "no partnership"

  /// A sector above its partners.
  private struct Heading {
    let title: String
    let y: Double
    let isLacking: Bool
  }

  init(_ picture: PartnerPicture, in frame: Rect, _ tone: Tone) {
    self.picture = picture
    self.tone = tone
    var slots: [(row: Int?, title: String)] = []
    for (place, row) in picture.right.enumerated() {
      if place == 0 || picture.right[place - 1].sector != row.sector {
        slots.append((nil, row.sector))
      }
      slots.append((place, row.title))
    }
    // A sector without a partnership stands there all the same: it is what the trust lacks.
    let shown = Set(picture.right.map(\.sector))
    slots += picture.lacking.filter { !shown.contains($0) }.map { (nil, $0) }
    let most = Double(max(picture.left.count, slots.count, 1))
    let pitch = min(26, frame.height / most)
    fits = pitch >= 10
    headingDrop = pitch >= 15 ? 4.5 : 3.4
    size = pitch >= 15 ? 10 : max(9, min(9.5, pitch * 0.85))
    // The shorter side is spread a little, and stands in the middle of the longer.
    func rows(_ count: Int) -> (top: Double, pitch: Double) {
      let own = min(pitch * 1.5, frame.height / Double(max(count, 1)))
      let step = Double(count) == most ? pitch : min(own, pitch * most / Double(max(count, 1)))
      return (frame.y + (frame.height - step * Double(count)) / 2, step)
    }
    let (leftTop, leftStep) = rows(picture.left.count)
    let (rightTop, rightStep) = rows(slots.count)
    leftY = picture.left.indices.map { leftTop + leftStep * (Double($0) + 0.5) }
    var rightY = [Double](repeating: 0, count: picture.right.count)
    var headings: [Heading] = []
    for (slot, entry) in slots.enumerated() {
      let y = rightTop + rightStep * (Double(slot) + 0.5)
      if let row = entry.row {
        rightY[row] = y
      } else {
        headings.append(
          .init(title: entry.title, y: y, isLacking: picture.lacking.contains(entry.title)))
      }
    }
    self.rightY = rightY
    self.headings = headings
    // Room for the longest label on either side, so that lines are as long as they can be.
    let (type, cap) = (size, frame.width * 0.34)
    func widest(_ rows: [PartnerPicture.Row]) -> Double {
      rows.map { row in
        TextRuler.width(row.title, type, .medium)
          + (row.alarm.map { TextRuler.width("  " + $0, type - 0.5, .bold) } ?? 0)
          + (row.hasEffect ? 11 : 0)
      }.max() ?? 0
    }
    let heading =
      headings.map {
        TextRuler.width($0.title + ($0.isLacking ? "  \(Self.noPartnership)" : ""), 9, .bold)
      }.max() ?? 0
    let leftRoom = min(cap, widest(picture.left) + 2)
    let rightRoom = min(cap, max(widest(picture.right), heading) + 2)
    labelRoom = cap
    // A narrow picture stands in the middle of a wide page.
    let spare = max(0, frame.width - leftRoom - rightRoom - 2 * (Self.mark + 6) - 380) / 2
    leftX = frame.x + spare + leftRoom + 6
    rightX = frame.right - spare - rightRoom - 6
  }

  var elements: [SVG] {
    [
      SVG("g", ["class": "links", "aria-hidden": "true"], lines),
      SVG("g", ["class": "rows"], picture.left.indices.map(leftRow)),
      SVG("g", ["class": "rows"], headings.flatMap(heading) + picture.right.indices.map(rightRow)),
    ].filter { !$0.children.isEmpty }
  }

  private var lines: [SVG] {
    picture.links.sorted {
      ($0.isRed ? 9 : $0.grade.rawValue, $0.left, $0.right) < (
        $1.isRed ? 9 : $1.grade.rawValue, $1.left, $1.right
      )
    }
    .map { link in
      let (a, b) = (
        Point(leftX + Self.mark, leftY[link.left]), Point(rightX - Self.mark, rightY[link.right])
      )
      let bend = (b.x - a.x) * 0.45
      var path = SVG(
        "path",
        [
          "d":
            "M\(number(a.x)) \(number(a.y))C\(number(a.x + bend)) \(number(a.y)) \(number(b.x - bend)) \(number(b.y)) \(number(b.x)) \(number(b.y))",
          "fill": "none", "stroke": link.isRed ? Palette.alarm : link.grade.colour,
          "stroke-width": number(link.isRed ? max(2, link.grade.width) : link.grade.width),
        ])
      if let dashes = link.isRed ? PartnerPicture.redDashes : link.grade.dashes {
        path.attributes.append(.init(name: "stroke-dasharray", value: dashes))
      }
      return path
    }
  }

  private func leftRow(_ place: Int) -> SVG {
    let row = picture.left[place]
    let y = leftY[place]
    var x = leftX - 5
    var marks = [SVG("title", text: title(row, picture.links.count { $0.left == place }))]
    let room = labelRoom - (row.alarm.map { TextRuler.width("  " + $0, size - 0.5, .bold) } ?? 0)
    let words = TextRuler.wrap(row.title, size, .medium, room: room, lines: 1).first ?? ""
    marks.append(
      Page.text(words, Point(x, y + size * 0.35), size, .medium, Palette.ink, anchor: "end"))
    if let alarm = row.alarm {
      x -= TextRuler.width(words, size, .medium) + 6
      marks.append(
        Page.text(alarm, Point(x, y + size * 0.35), size - 0.5, .bold, Palette.alarm, anchor: "end")
      )
    }
    marks += mark(row.kind, Point(leftX, y))
    return SVG("g", ["class": "row", "data-id": row.id], marks)
  }

  private func rightRow(_ place: Int) -> SVG {
    let row = picture.right[place]
    let y = rightY[place]
    var marks = [SVG("title", text: title(row, picture.links.count { $0.right == place }))]
    let taken =
      (row.alarm.map { TextRuler.width("  " + $0, size - 0.5, .bold) } ?? 0)
      + (row.hasEffect ? 11 : 0)
    let words =
      TextRuler.wrap(row.title, size, .medium, room: labelRoom - taken, lines: 1).first ?? ""
    var x = rightX + 5
    marks.append(Page.text(words, Point(x, y + size * 0.35), size, .medium, Palette.ink))
    x += TextRuler.width(words, size, .medium) + 6
    if row.hasEffect {
      marks.append(Marks.dot(Point(x + 3, y), isFilled: true))
      x += 11
    }
    if let alarm = row.alarm {
      marks.append(
        Page.text(alarm, Point(x, y + size * 0.35), size - 0.5, .bold, Palette.alarm))
    }
    marks += mark(row.kind, Point(rightX - Self.mark, y))
    return SVG("g", ["class": "row", "data-id": row.id], marks)
  }

  private func mark(_ kind: NodeClass, _ at: Point) -> [SVG] {
    if kind == .group, picture.left.contains(where: { $0.kind != .group }) { return [] }
    let height = min(10, size)
    let rect = Rect(x: at.x, y: at.y - height / 2, width: Self.mark, height: height)
    return NodeShape.mark(kind, rect, tone)
  }

  private func heading(_ heading: Heading) -> [SVG] {
    let words = TextRuler.wrap(heading.title, 9, .bold, room: labelRoom - 80, lines: 1).first ?? ""
    let y = heading.y + headingDrop
    let title = Page.text(words, Point(rightX + 5, y), 9, .bold, Palette.quiet)
    guard heading.isLacking else { return [title] }
    let x = rightX + 11 + TextRuler.width(words, 9, .bold)
    return [title, Page.text(Self.noPartnership, Point(x, y), 9, .bold, Palette.alarm)]
  }

  private func title(_ row: PartnerPicture.Row, _ links: Int) -> String {
    ([row.title, counted(links, "link")] + (row.alarm.map { [$0] } ?? [])).joined(separator: ", ")
  }
}

extension PartnerPicture {
  /// Draws the partner map with as many partners as fit the page; schools are drawn together last.
  public static func drawPartners(
    _ facts: FigureFacts, number: Int? = nil, on sheet: Sheet
  ) -> DrawnFigure {
    let limit = Double(PartnerPicture.limit(sheet.paper))
    var drawn: DrawnFigure?
    for share in [1, 0.8, 0.65, 0.5, 0.35, 0.2] {
      let next = PartnerPicture(
        facts, number: number, limit: Int(limit * share),
        groups: Int(limit * (share < 0.6 ? share : 1) * 1.25)
      ).drawn(on: sheet)
      if next.fits { return next }
      drawn = next
    }
    guard let drawn else { preconditionFailure("at least one version is drawn") }
    return drawn
  }
}
