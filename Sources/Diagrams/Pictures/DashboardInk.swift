import Networks

/// Draws findings one below the other: the words at the left, a picture of one height, then how sure, since when, and what would help.
struct DashboardInk {
  private let picture: DashboardPicture
  private let frame: Rect
  private let size: Double
  private let columns: Columns
  private let heights: [Double]
  /// Whether every sentence stands whole.
  let fits: Bool

  /// Left edge and width of each column.
  private struct Columns {
    let finding, drawing, sure, help: (x: Double, width: Double)
    let since: (x: Double, width: Double)?
    /// On a narrow page what is said of a finding stands in one column.
    let isStacked: Bool

    init(_ frame: Rect, hasSince: Bool) {
      func part(_ from: Double, _ to: Double) -> (x: Double, width: Double) {
        (frame.x + frame.width * from, frame.width * (to - from))
      }
      isStacked = frame.width < 600
      if isStacked {
        finding = part(0, 0.37)
        drawing = part(0.405, 0.67)
        sure = part(0.71, 1)
        help = sure
        since = hasSince ? sure : nil
      } else {
        finding = hasSince ? part(0, 0.3) : part(0, 0.36)
        drawing = hasSince ? part(0.325, 0.525) : part(0.39, 0.585)
        sure = hasSince ? part(0.555, 0.69) : part(0.62, 0.775)
        since = hasSince ? part(0.71, 0.83) : nil
        help = hasSince ? part(0.85, 1) : part(0.795, 1)
      }
    }
  }

  /// The least height of a picture, and the greatest.
  private static let pictureHeight = 48.0...62.0
  /// Above and below what a finding says.
  private static let pad = 7.0
  private static let indent = 26.0
  private static let head = 18.0

  init(_ picture: DashboardPicture, in frame: Rect) {
    self.picture = picture
    self.frame = frame
    let columns = Columns(frame, hasSince: picture.sinceHeading != nil)
    self.columns = columns
    let room = frame.height - Self.head
    var size = 9.5
    var needed = picture.findings.map { Self.need($0, columns, size) }
    while needed.reduce(0, +) > room, size > 8 {
      size -= 0.5
      needed = picture.findings.map { Self.need($0, columns, size) }
    }
    self.size = size
    let all = needed.reduce(0, +)
    fits = all <= room + 0.5
    let rest = max(0, room - all) / Double(max(1, needed.count))
    heights = needed.map { $0 + rest }
  }

  // MARK: How much room a finding needs

  private static func step(_ size: Double) -> Double { size * 1.3 }

  private static func need(
    _ finding: DashboardPicture.Finding, _ columns: Columns, _ size: Double
  ) -> Double {
    let heading = Double(Self.heading(finding, columns, size).count) * step(size + 3)
    let words = Double(Self.lines(finding.comparison, columns.finding, size, indent).count)
    let left = heading + 2 + words * step(size)
    let said = Self.said(finding, columns, size)
    let right =
      columns.isStacked
      ? said.reduce(0) { $0 + height($1, size) } + Double(said.count - 1) * 5
      : said.map { height($0, size) }.max() ?? 0
    let drawn = finding.drawing == .none ? 0 : pictureHeight.lowerBound + step(size)
    return max(left, right, drawn) + 2 * pad
  }

  private static func heading(
    _ finding: DashboardPicture.Finding, _ columns: Columns, _ size: Double
  ) -> [String] {
    TextRuler.wrap(finding.heading, size + 3, .bold, room: columns.finding.width - indent)
  }

  private static func lines(
    _ text: String, _ column: (x: Double, width: Double), _ size: Double, _ indent: Double = 0
  ) -> [String] {
    text.isEmpty ? [] : TextRuler.wrap(text, size, room: column.width - indent)
  }

  /// What stands at the right: dots, a word in bold, and lines.
  private struct Said {
    let heading: String
    var dots = 0
    let lead: [String]
    let rest: [String]
    let column: (x: Double, width: Double)
  }

  private static func height(_ said: Said, _ size: Double) -> Double {
    (said.heading.isEmpty ? 0 : step(size))
      + Double(said.lead.count + said.rest.count) * step(size)
  }

  private static func said(
    _ finding: DashboardPicture.Finding, _ columns: Columns, _ size: Double
  ) -> [Said] {
    func part(
      _ heading: String, _ lead: String, _ rest: String, _ column: (x: Double, width: Double),
      dots: Int = 0
    ) -> Said {
      Said(
        heading: columns.isStacked ? heading : "", dots: dots,
        lead: lead.isEmpty
          ? []
          : TextRuler.wrap(
            lead, size, .medium, room: column.width - (dots > 0 ? 36 : 0)),
        rest: lines(rest, column, size), column: column)
    }
    var parts = [
      part("How sure", finding.sure.lead, finding.sure.rest, columns.sure, dots: finding.sure.dots)
    ]
    if let column = columns.since {
      let since = finding.since ?? ("Not compared yet.", "")
      parts.append(part("Since then", since.lead, since.rest, column))
    }
    parts.append(
      part("What would help", "", finding.step ?? "Nothing to do now.", columns.help))
    return parts
  }

  // MARK: Ink

  var elements: [SVG] {
    var marks: [SVG] = columns.isStacked ? [] : heads
    var y = frame.y + Self.head
    for (place, finding) in picture.findings.enumerated() {
      marks.append(rule(y))
      marks += row(
        finding, place + 1, Rect(x: frame.x, y: y, width: frame.width, height: heights[place]))
      y += heights[place]
    }
    return [SVG("g", ["class": "dashboard"], marks)]
  }

  private var heads: [SVG] {
    var heads = [
      ("Finding", columns.finding), ("How sure", columns.sure), ("What would help", columns.help),
    ]
    if let since = columns.since { heads.append((picture.sinceHeading ?? "", since)) }
    return heads.map { words, column in
      text(
        TextRuler.wrap(words, 8.5, .medium, room: column.width, lines: 1).first ?? "",
        Point(column.x, frame.y + 10), 8.5, .medium, Palette.quiet)
    }
  }

  private func rule(_ y: Double) -> SVG {
    SVG(
      "line",
      [
        "x1": number(frame.x), "y1": number(y), "x2": number(frame.right), "y2": number(y),
        "stroke": Palette.rule, "stroke-width": "0.7",
      ])
  }

  private func text(
    _ words: String, _ at: Point, _ size: Double, _ weight: TypeWeight = .regular,
    _ colour: String = Palette.ink, anchor: String = "start"
  ) -> SVG {
    Page.text(words, at, size, weight, colour, anchor: anchor)
  }

  private func row(_ finding: DashboardPicture.Finding, _ place: Int, _ box: Rect) -> [SVG] {
    let isAlarm = finding.drawing.isAlarm
    let step = Self.step(size)
    var marks = [
      text(
        "\(place)", Point(box.x, box.y + Self.pad + 16), 20, .bold,
        isAlarm ? Palette.alarm : Palette.ink)
    ]
    var y = box.y + Self.pad
    for line in Self.heading(finding, columns, size) {
      y += Self.step(size + 3)
      marks.append(text(line, Point(box.x + Self.indent, y - 3), size + 3, .bold))
    }
    y += 2
    for line in Self.lines(finding.comparison, columns.finding, size, Self.indent) {
      y += step
      marks.append(
        text(line, Point(box.x + Self.indent, y - 2.5), size, .regular, Palette.quiet))
    }
    y = box.y + Self.pad
    for said in Self.said(finding, columns, size) {
      if !columns.isStacked { y = box.y + Self.pad }
      if !said.heading.isEmpty {
        y += step
        marks.append(
          text(
            said.heading, Point(said.column.x, y - 2.5), size - 1 < 8 ? 8 : size - 1, .medium,
            Palette.quiet))
      }
      let indent = said.dots > 0 ? 36.0 : 0
      if said.dots > 0 {
        marks += Marks.sure(said.dots, Point(said.column.x + 4.5, y + step - 5.5))
      }
      for line in said.lead {
        y += step
        marks.append(text(line, Point(said.column.x + indent, y - 2.5), size, .medium))
      }
      for line in said.rest {
        y += step
        marks.append(
          text(
            line, Point(said.column.x, y - 2.5), size, .regular,
            said.lead.isEmpty ? Palette.ink : Palette.quiet))
      }
      y += 5
    }
    let drawing = Rect(
      x: columns.drawing.x, y: box.y + Self.pad, width: columns.drawing.width,
      height: min(
        Self.pictureHeight.upperBound,
        max(Self.pictureHeight.lowerBound, box.height - 2 * Self.pad - step)))
    if finding.drawing != .none {
      marks += draw(finding.drawing, drawing)
      if let caption = TextRuler.wrap(
        finding.caption, max(8, size - 1), room: drawing.width, lines: 1
      ).first {
        marks.append(
          text(
            caption, Point(drawing.x, drawn(finding.drawing, drawing) + step - 3), max(8, size - 1),
            .regular,
            Palette.quiet))
      }
    }
    return marks
  }

  // MARK: Small pictures

  /// Where a small picture ends, so that its caption stands below it.
  private func drawn(_ drawing: DashboardPicture.Drawing, _ box: Rect) -> Double {
    guard case .counts(let rows, _) = drawing else { return box.bottom }
    return min(box.bottom, box.y + Self.countStep * Double(min(rows.count, Self.mostCounts)) + 2)
  }

  /// How far apart numbers stand one below the other, and the most of them.
  private static let countStep = 16.0
  private static let mostCounts = 4

  private func draw(_ drawing: DashboardPicture.Drawing, _ box: Rect) -> [SVG] {
    switch drawing {
    case .share(let name, let own, let others): share(name, own, others, box)
    case .shares(let all): share("", nil, all, box)
    case .holder(let names): holder(names, box)
    case .pair(let what, let seen, let expected): pair(what, seen, expected, box)
    case .counts(let rows, let nothing): counts(rows, nothing, box)
    case .none: []
    }
  }

  private func circle(_ at: Point, _ radius: Double, _ fill: String, _ stroke: String = "#FFFFFF")
    -> SVG
  {
    SVG(
      "circle",
      [
        "cx": number(at.x), "cy": number(at.y), "r": number(radius), "fill": fill,
        "stroke": stroke, "stroke-width": "0.8",
      ])
  }

  /// A word or two that fit a room.
  private func brief(_ text: String, _ room: Double, _ weight: TypeWeight = .regular) -> String {
    TextRuler.wrap(text, size, weight, room: room, lines: 1).first ?? ""
  }

  /// A dot for each, stacked where they fall together; the one that stands out in red, where one does.
  private func share(_ name: String, _ own: Double?, _ others: [Double], _ box: Rect) -> [SVG] {
    let greatest = (others + [own ?? 0]).max() ?? 1
    let top = [0.1, 0.2, 0.4, 0.6, 0.8].first { greatest <= $0 } ?? 1
    let base = box.bottom - 14
    let bins = 18.0
    let plot = Rect(x: box.x + 6, y: box.y, width: box.width - 24, height: base - box.y)
    func bin(_ share: Double) -> Double { (share / top * bins).rounded(.down) }
    func x(_ bin: Double) -> Double { plot.x + min(bin, bins) * plot.width / bins }
    var stacks: [Double: Int] = [:]
    for other in others { stacks[bin(other), default: 0] += 1 }
    let at = Point(x(bin(own ?? 0)), base - 5.5)
    let words = brief(name, box.width - 8, .medium)
    let half = TextRuler.width(words, size, .medium) / 2
    let middle = min(max(at.x, box.x + half), box.right - half)
    let most = min(8.4, plot.width / bins)
    // Under the name stacks stay lower.
    func highest(_ isUnder: Bool) -> Double {
      Double(
        stacks.filter { (own != nil && abs(x($0.key) - middle) < half + most) == isUnder }
          .values.max() ?? 0)
    }
    let step = min(
      most, (plot.height - 4) / max(1, highest(false)),
      (plot.height - size - 5) / max(1, highest(true)))
    let radius = max(1.2, step / 2 - 0.4)
    var marks = [Marks.line(Point(box.x, base), Point(box.right - 8, base), Palette.link, 0.8)]
    for (bin, count) in stacks.sorted(by: { $0.key < $1.key }) {
      for level in 0..<count {
        marks.append(
          circle(Point(x(bin), base - radius - 1 - Double(level) * step), radius, Palette.link))
      }
    }
    if let own {
      let under = Double(stacks[bin(own)] ?? 0) * step
      marks.append(circle(Point(at.x, at.y - under), 5, Palette.alarm))
      let rise = max(12, under + 12, highest(true) * step + 5)
      marks.append(
        text(
          words, Point(middle, base - rise), size, .medium, Palette.alarm, anchor: "middle"))
    }
    for share in [0, top / 2, top] {
      marks.append(
        text(
          percent(share), Point(plot.x + plot.width * share / top, base + 11), 8, .regular,
          Palette.quiet, anchor: "middle"))
    }
    return marks
  }

  /// One person between groups and the rest.
  private func holder(_ names: [String], _ box: Rect) -> [SVG] {
    let shown = Array(names.prefix(3))
    let top = Point(box.x + box.width / 2, box.y + 6)
    let room = box.width / Double(shown.count)
    let base = box.bottom - 25
    var marks: [SVG] = []
    let ends = shown.indices.map { place in
      Point(
        shown.count == 1 ? top.x : box.x + room * (Double(place) + 0.5), base)
    }
    for end in ends { marks.append(Marks.line(top, end, Palette.alarm, 1.8)) }
    marks.append(circle(top, 6, Palette.ink))
    marks.append(text("one person", Point(top.x + 10, top.y + 3.5), size, .medium))
    for (end, name) in zip(ends, shown) {
      marks.append(circle(end, 6, "#FFFFFF", Palette.alarm))
      marks.append(circle(end, 3.6, Palette.rule))
      for (row, line) in TextRuler.wrap(name, 8, room: room - 4, lines: 2).enumerated() {
        marks.append(
          text(line, Point(end.x, end.y + 14 + Double(row) * 9), 8, anchor: "middle"))
      }
    }
    return marks
  }

  private func pair(_ what: String, _ seen: Double, _ expected: Double, _ box: Rect) -> [SVG] {
    let greatest = max(seen, expected, 1)
    let room = box.width - 34
    func bar(_ y: Double, _ words: String, _ value: Double, _ colour: String) -> [SVG] {
      let width = max(2, room * value / greatest)
      return [
        text(brief(words, box.width), Point(box.x, y), size),
        SVG(
          "rect",
          [
            "x": number(box.x), "y": number(y + 3), "width": number(width), "height": "9",
            "fill": colour,
          ]),
        text(
          counted(Int(value.rounded())), Point(box.x + width + 5, y + 11), size, .medium,
          colour == Palette.alarm ? Palette.alarm : Palette.ink),
      ]
    }
    return bar(box.y + 8, what, seen, Palette.alarm)
      + bar(box.y + 8 + box.height / 2, "if spread evenly", expected, Palette.link)
  }

  private func counts(
    _ rows: [DashboardPicture.Drawing.Count], _ nothing: String, _ box: Rect
  ) -> [SVG] {
    let shown = rows.prefix(Self.mostCounts)
    let greatest = Double(max(1, shown.map(\.count).max() ?? 1))
    let step = min(Self.countStep, box.height / Double(max(1, shown.count)))
    let widest = shown.map { TextRuler.width($0.name, size) }.max() ?? 0
    let names = min(box.width * 0.7, widest + 8)
    return shown.enumerated().flatMap { place, row -> [SVG] in
      let y = box.y + step * (Double(place) + 0.7)
      let colour = row.isAlarm ? Palette.alarm : Palette.ink
      let width =
        row.count == 0 ? 0 : max(2, (box.width - names - 34) * Double(row.count) / greatest)
      return [text(brief(row.name, names - 6), Point(box.x, y), size)]
        + (width > 0
          ? [
            SVG(
              "rect",
              [
                "x": number(box.x + names), "y": number(y - 7.5), "width": number(width),
                "height": "8", "fill": row.isAlarm ? Palette.alarm : Palette.link,
              ])
          ] : [])
        + [
          text(
            row.count == 0 ? nothing : counted(row.count),
            Point(box.x + names + (width > 0 ? width + 5 : 0), y), size, .medium, colour)
        ]
    }
  }
}
