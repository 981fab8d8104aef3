import Networks

extension PartnerPicture {
  /// Draws the map; no layout program is needed.
  public func drawn(on sheet: Sheet) -> DrawnFigure {
    let page = Page(sheet.paper, furniture, legend: legend, tone: sheet.tone)
    let ink = PartnerInk(self, in: page.frame, sheet.tone, on: sheet.paper)
    return DrawnFigure(
      svg: page.svg(ink.elements), dot: dot, paper: sheet.paper, furniture: furniture, table: table,
      places: nil, fits: ink.fits)
  }

  /// What the marks mean: those that occur, and no others.
  public var legend: [LegendItem] {
    var items = Grade.allCases.filter { grade in links.contains { $0.grade == grade } }
      .map { LegendItem(.depth(radius: $0.radius, isContact: $0 == .contact), $0.words) }
    if links.contains(where: { $0.hasAgreement == false }) {
      items.append(LegendItem(.openShare, "no written agreement"))
    }
    if links.contains(where: \.isRed) {
      items.append(LegendItem(.frame, "needs a look: reason at the right"))
    }
    if right.contains(where: \.hasEffect) {
      items.append(LegendItem(.diamond(isFilled: true), "an effect or a measured goal to show"))
    }
    return items
  }

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

/// The marks of a partner map in its frame: a row for each partner, a column for each group.
struct PartnerInk {
  private let picture: PartnerPicture
  private let frame: Rect
  private let size: Double
  private let pitch: Double
  private let top: Double
  private let nameX: Double
  private let gridX: Double
  private let columnX: [Double]
  private let calendarX: Double
  private let reasonX: Double
  private let nameRoom: Double
  private let names: [String]
  private let partners: [String]
  private let lines: [Line]
  private let hasMonths: Bool
  private let hasReviews: Bool
  let fits: Bool

  private static let monthStep = 13.0
  private static let allAndReviews = "In all, and reviews due"

  /// A row of the grid.
  private enum Line {
    case partner(Int)
    /// Partners of a sector that stand as one.
    case more(PartnerPicture.Folded, sector: String)
    /// A sector without any partnership.
    case lacking(String)

    func sector(_ picture: PartnerPicture) -> String {
      switch self {
      case .partner(let place): picture.right[place].sector
      case .more(_, let sector), .lacking(let sector): sector
      }
    }
  }

  init(_ picture: PartnerPicture, in frame: Rect, _ tone: Tone, on paper: PaperSize) {
    self.picture = picture
    self.frame = frame
    let isNarrow = paper.isNarrow
    var lines: [Line] = []
    for (place, row) in picture.right.enumerated() {
      lines.append(.partner(place))
      let isLast = place == picture.right.count - 1 || picture.right[place + 1].sector != row.sector
      if isLast, let more = picture.folded[row.sector] {
        lines.append(.more(more, sector: row.sector))
      }
    }
    let shown = Set(picture.right.map(\.sector))
    lines += picture.folded.filter { !shown.contains($0.key) }.sorted { $0.key < $1.key }
      .map { .more($0.value, sector: $0.key) }
    lines += picture.lacking.filter { !shown.contains($0) && picture.folded[$0] == nil }.map {
      .lacking($0)
    }
    self.lines = lines
    let least = 8.0
    let names = picture.labels.fitting(
      picture.left.map { ($0.title, $0.kind) },
      GroupLabels.Room(width: 74, size: least, weight: .regular), .head)
    self.names = names
    let hasReviews = picture.months.count > 0 && !isNarrow
    self.hasReviews = hasReviews
    let heads =
      names.map { TextRuler.width($0, least) }
      + (hasReviews ? [TextRuler.width("overdue", least, .bold) + 4] : [])
    let head = (heads.max() ?? 0) + 8
    top = frame.y + max(head, 30)
    // Two more rows: the totals, and the room above them.
    let pitch = min(isNarrow ? 19 : 26, (frame.bottom - top) / (Double(lines.count) + 1.5))
    self.pitch = pitch
    let size = min(10, max(least, pitch * 0.82))
    self.size = size
    let sectorRoom =
      isNarrow
      ? 0
      : min(110, (lines.map { TextRuler.width($0.sector(picture), size, .bold) }.max() ?? 0) + 8)
    nameX = frame.x + sectorRoom
    let longest =
      picture.right.map { TextRuler.width($0.title, size, .bold) + ($0.hasEffect ? 12 : 0) }.max()
      ?? 0
    let total = TextRuler.width(hasReviews ? Self.allAndReviews : "In all", size, .bold)
    let reasons =
      (picture.right.compactMap(\.alarm) + (picture.lacking.isEmpty ? [] : ["no partnership"]))
      .map { TextRuler.width($0, size, .bold) }.max() ?? 0
    let reasonRoom = reasons > 0 ? reasons + 10 : 0
    let gaps =
      6
      * Double(
        picture.left.indices.dropFirst().count { picture.left[$0].hub != picture.left[$0 - 1].hub })
    let whole = 18 + Double(picture.months.count + 1) * Self.monthStep + 14
    // Names take what columns of their full width leave.
    let free =
      frame.right - nameX - 10 - (hasReviews ? whole : 4) - reasonRoom - gaps
      - 22 * Double(picture.left.count)
    nameRoom = min(
      max(longest, total, 70), max(free, frame.width * (isNarrow ? 0.32 : 0.22)))
    partners = picture.partnerLabels.fitting(
      picture.right.map { ($0.title, .partner) },
      GroupLabels.Room(
        width: nameRoom - (picture.right.contains(where: \.hasEffect) ? 12 : 0), size: size,
        isStrict: true), .whole)
    let grid = nameX + nameRoom + 10
    gridX = grid
    func room(_ calendar: Double) -> Double {
      (frame.right - grid - calendar - reasonRoom - gaps) / Double(max(picture.left.count, 1))
    }
    // Where the columns need the room, reviews are counted in three: overdue, within the year, later.
    let hasMonths = hasReviews && room(whole) >= 11
    self.hasMonths = hasMonths
    let calendar = !hasReviews ? 4.0 : hasMonths ? whole : 18 + 3 * 17.0
    let wide = min(isNarrow ? 22 : 30, room(calendar))
    fits = pitch >= 8.9 && wide >= 8.6
    var x = grid
    var columnX: [Double] = []
    for index in picture.left.indices {
      if index > 0, picture.left[index].hub != picture.left[index - 1].hub { x += 6 }
      columnX.append(x + wide / 2)
      x += wide
    }
    self.columnX = columnX
    calendarX = x + 18
    reasonX = x + calendar + 8
  }

  private func y(_ line: Int) -> Double { top + pitch * (Double(line) + 0.5) }

  var elements: [SVG] {
    [
      SVG("g", ["class": "heads"], heads),
      SVG("g", ["class": "rows"], lines.indices.map(row)),
      SVG("g", ["class": "totals"], totals),
    ].filter { !$0.children.isEmpty }
  }

  // MARK: - Heads

  private var heads: [SVG] {
    var marks = zip(names, columnX).map { turned($0, $1, .regular, Palette.ink) }
    guard hasReviews else { return marks }
    if hasMonths {
      let first = calendarX + Self.monthStep
      if anyOverdue { marks.append(turned("overdue", calendarX, .bold, Palette.alarm)) }
      marks.append(
        Page.text("Review due", Point(first - 5, top - 28), size, .bold, Palette.ink))
      for (index, month) in picture.months.enumerated() {
        let x = first + Double(index) * Self.monthStep
        marks.append(
          Page.text(
            month.letter, Point(x, top - 5), size, .regular, Palette.quiet, anchor: "middle"))
        if month.month == 1 || (index == 0 && (2...11).contains(month.month)) {
          marks.append(
            Page.text("\(month.year)", Point(x - 4, top - 16), size, .regular, Palette.quiet))
        }
      }
      if picture.right.contains(where: { $0.later > 0 }) {
        marks.append(
          turned(
            "later", first + Double(picture.months.count) * Self.monthStep, .regular, Palette.quiet)
        )
      }
    } else {
      if anyOverdue { marks.append(turned("review overdue", calendarX, .bold, Palette.alarm)) }
      marks.append(turned("within 12 months", calendarX + 17, .regular, Palette.quiet))
      if picture.right.contains(where: { $0.later > 0 }) {
        marks.append(turned("later", calendarX + 34, .regular, Palette.quiet))
      }
    }
    return marks
  }

  private var anyOverdue: Bool { picture.right.contains { $0.overdue > 0 } }

  /// A word up the page, above a column.
  private func turned(_ words: String, _ x: Double, _ weight: TypeWeight, _ colour: String) -> SVG {
    let type = min(size, 8.5)
    let middle = Point(x + type * 0.35, top - 6 - TextRuler.width(words, type, weight) / 2)
    var text = Page.text(words, middle, type, weight, colour, anchor: "middle")
    text.attributes.append(
      .init(name: "transform", value: "rotate(-90 \(number(middle.x)) \(number(middle.y)))"))
    return text
  }

  // MARK: - Rows

  private func row(_ index: Int) -> SVG {
    let line = lines[index]
    let y = y(index)
    let base = y + size * 0.36
    let sector = line.sector(picture)
    let isFirst = index == 0 || lines[index - 1].sector(picture) != sector
    var marks: [SVG] = []
    if isFirst {
      marks.append(rule(y - pitch / 2, Palette.grid, 0.7))
      if nameX > frame.x {
        marks.append(
          Page.text(
            TextRuler.wrap(sector, size, .bold, room: nameX - frame.x - 6, lines: 1).first ?? "",
            Point(frame.x, base), size, .bold, Palette.quiet))
      }
    }
    switch line {
    case .lacking(let sector):
      if nameX == frame.x {
        marks.append(Page.text(sector, Point(nameX, base), size, .regular, Palette.ink))
      }
      marks.append(Page.text("no partnership", Point(gridX, base), size, .bold, Palette.ink))
      return SVG("g", ["class": "row"], marks)
    case .more(let more, let sector):
      // Where no column of sectors stands at the left, the row says which it is of.
      let place = nameX > frame.x ? "" : " in \(sector.lowercased())"
      marks.append(
        Page.text(
          "+\(more.count) more\(place)", Point(nameX, base), size, .regular, Palette.quiet))
      if more.red > 0 {
        marks.append(
          Page.text(
            "\(more.red) \(more.red == 1 ? "needs" : "need") a look", Point(reasonX, base), size,
            .bold, Palette.alarm))
      }
      return SVG("g", ["class": "row"], marks)
    case .partner(let place):
      return partner(place, y, marks)
    }
  }

  private func partner(_ place: Int, _ y: Double, _ before: [SVG]) -> SVG {
    let row = picture.right[place]
    let base = y + size * 0.36
    let weight: TypeWeight = row.alarm == nil ? .regular : .bold
    let own = picture.links.filter { $0.right == place }
    var marks = [SVG("title", text: title(row, own.count))] + before
    let name = partners[place]
    marks.append(Page.text(name, Point(nameX, base), size, weight, Palette.ink))
    if row.hasEffect {
      marks.append(
        Marks.diamond(Point(nameX + TextRuler.width(name, size, weight) + 8, y), isFilled: true))
    }
    let linked = Set(own.map(\.left))
    marks += columnX.indices.filter { !linked.contains($0) }.map { spot(Point(columnX[$0], y)) }
    marks += own.flatMap { dot($0, Point(columnX[$0.left], y)) }
    marks += reviews(row, y)
    if let alarm = row.alarm {
      marks.append(Page.text(alarm, Point(reasonX, base), size, .bold, Palette.alarm))
    }
    return SVG("g", ["class": "row", "data-id": row.id], marks)
  }

  /// Where there is nothing, so that the eye can follow a row.
  private func spot(_ at: Point) -> SVG {
    SVG(
      "circle",
      ["cx": number(at.x), "cy": number(at.y), "r": "0.6", "fill": Palette.link])
  }

  private func dot(_ link: PartnerPicture.Link, _ at: Point) -> [SVG] {
    let scale = min(1, pitch / 10.5)
    let radius = link.grade.radius * scale
    let isOpen = link.hasAgreement == false
    let colour =
      link.grade == .contact ? Palette.rule : link.isRed ? Palette.alarm : Palette.gain
    var marks: [SVG] = []
    if link.isRed { marks.append(Marks.frame(at, half: 4.6 * scale)) }
    marks.append(
      SVG(
        "circle",
        [
          "cx": number(at.x), "cy": number(at.y), "r": number(isOpen ? radius - 0.5 : radius),
          "fill": isOpen ? "#FFFFFF" : colour, "stroke": colour,
          "stroke-width": isOpen ? "1.1" : "0",
        ]))
    return marks
  }

  private func reviews(_ row: PartnerPicture.Row, _ y: Double) -> [SVG] {
    guard hasReviews else { return [] }
    var marks: [SVG] = []
    if row.overdue > 0 { marks += cell(row.overdue, Point(calendarX, y), isLate: true) }
    if hasMonths {
      for (index, count) in row.due.enumerated() where count > 0 {
        marks += cell(
          count, Point(calendarX + Double(index + 1) * Self.monthStep, y), isLate: false)
      }
      if row.later > 0 {
        let x = calendarX + Double(picture.months.count + 1) * Self.monthStep
        marks += cell(row.later, Point(x, y), isLate: false)
      }
    } else {
      let due = row.due.reduce(0, +)
      if due > 0 { marks += cell(due, Point(calendarX + 17, y), isLate: false) }
      if row.later > 0 { marks += cell(row.later, Point(calendarX + 34, y), isLate: false) }
    }
    return marks
  }

  private func cell(_ count: Int, _ at: Point, isLate: Bool) -> [SVG] {
    let high = min(11, pitch - 1)
    return [
      SVG(
        "rect",
        [
          "x": number(at.x - 5.5), "y": number(at.y - high / 2), "width": "11",
          "height": number(high), "fill": isLate ? Palette.alarm : Palette.faded,
        ]),
      Page.text(
        "\(count)", Point(at.x, at.y + size * 0.36), size, isLate ? .bold : .regular,
        isLate ? "#FFFFFF" : Palette.ink, anchor: "middle"),
    ]
  }

  // MARK: - Totals

  private var totals: [SVG] {
    guard !lines.isEmpty, picture.folded.isEmpty, !picture.left.isEmpty else { return [] }
    let y = top + pitch * (Double(lines.count) + 0.85)
    let base = y + size * 0.36
    var marks = [
      rule(y - pitch * 0.7, Palette.rule, 0.8),
      Page.text(
        hasReviews ? Self.allAndReviews : "In all", Point(nameX, base), size, .bold,
        Palette.quiet),
    ]
    func total(_ count: Int, _ x: Double, _ colour: String = Palette.quiet) -> SVG {
      Page.text(
        count == 0 ? "–" : "\(count)", Point(x, base), size, .bold, colour, anchor: "middle")
    }
    for column in columnX.indices {
      marks.append(
        total(picture.links.count { $0.left == column && $0.isOnRecord }, columnX[column]))
    }
    guard hasReviews else { return marks }
    if anyOverdue {
      marks.append(total(picture.right.reduce(0) { $0 + $1.overdue }, calendarX, Palette.alarm))
    }
    let later = picture.right.reduce(0) { $0 + $1.later }
    if hasMonths {
      for month in picture.months.indices {
        marks.append(
          total(
            picture.right.reduce(0) { $0 + $1.due[month] },
            calendarX + Double(month + 1) * Self.monthStep))
      }
      if later > 0 {
        marks.append(total(later, calendarX + Double(picture.months.count + 1) * Self.monthStep))
      }
    } else {
      marks.append(total(picture.right.reduce(0) { $0 + $1.due.reduce(0, +) }, calendarX + 17))
      if later > 0 { marks.append(total(later, calendarX + 34)) }
    }
    return marks
  }

  private func rule(_ y: Double, _ colour: String, _ width: Double) -> SVG {
    SVG(
      "line",
      [
        "x1": number(frame.x), "y1": number(y), "x2": number(frame.right), "y2": number(y),
        "stroke": colour, "stroke-width": number(width),
      ])
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
    if sheet.paper == .inset, let dots = PartnershipDots(facts, number: number) {
      return dots.drawn(on: sheet)
    }
    let limit = Double(PartnerPicture.limit(sheet.paper))
    var drawn: DrawnFigure?
    for share in [1, 0.94, 0.88, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2] {
      let next = PartnerPicture(
        facts, number: number, limit: Int(limit * share),
        groups: share < 0.45 ? max(4, Int(limit * share)) : 34
      ).drawn(on: sheet)
      if next.fits { return next }
      drawn = next
    }
    guard let drawn else { preconditionFailure("at least one version is drawn") }
    return drawn
  }
}
