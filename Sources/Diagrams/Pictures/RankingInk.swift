import Networks

/// Draws a ranking: names at the left, dots on one scale, the numbers a reader will quote at the right.
struct RankingInk {
  private let picture: RankingPicture
  private let frame: Rect
  private let size: Double
  private let rowHeight: Double
  private let plot: Rect
  private let columns: [(heading: [String], right: Double, value: (RankingPicture.Row) -> String)]
  private let hubX: Double?
  private let names: [String]
  private let top: Double
  private let most: Double
  private let isHalf: Bool
  /// Whether rows are high enough for their type.
  let fits: Bool

  init(_ picture: RankingPicture, in frame: Rect, on paper: PaperSize) {
    self.picture = picture
    self.frame = frame
    let isHalf = paper == .half
    self.isHalf = isHalf
    let isNarrow = paper.isNarrow
    let rows = picture.rows
    let breaks = Self.breaks(rows)
    top = frame.y + (isHalf ? 14 : 27)
    let units = Double(rows.count) + Double(breaks) * (isNarrow ? 0.5 : 1.3)
    let free = frame.bottom - top - 2
    // A few rows stand further apart, so that no page is empty below them.
    rowHeight = min(isNarrow ? 17 : units <= 12 ? 28 : 21, free / max(1, units))
    let smallest = isNarrow ? 8.0 : 8.5
    size = min(isNarrow ? 8.5 : rows.count <= 12 ? 11 : 9.5, max(smallest, rowHeight * 0.72))
    fits = rowHeight >= smallest * 1.28
    let size = size
    names = picture.labels.fitting(
      rows.map { ($0.title, $0.kind) },
      GroupLabels.Room(width: frame.width * (isNarrow ? 0.38 : 0.26), size: size),
      isHalf ? .head : isNarrow ? .short : .whole)
    let nameRoom = names.map { TextRuler.width($0, size, .bold) }.max() ?? 0
    let hubs = Set(rows.map(\.hub))
    let hubWidth = hubs.map { TextRuler.width($0, size) }.max() ?? 0
    var left = frame.x + nameRoom + 12
    if picture.hasHubs, !isNarrow, hubWidth < 110 {
      hubX = left
      left += hubWidth + 14
    } else {
      hubX = nil
    }
    func share(_ value: Double?) -> String { value.map(percent) ?? "–" }
    var columns: [(heading: [String], value: (RankingPicture.Row) -> String)] = [
      (isNarrow ? ["out"] : ["leads", "out"], { share($0.outside) })
    ]
    if !isHalf {
      columns.append((isNarrow ? ["others"] : ["others", "its size"], { share($0.others) }))
    }
    if !isNarrow {
      columns.append((["ties"], { counted(Int($0.ties.rounded())) }))
      if rows.contains(where: { $0.answered != nil }) {
        columns.append((["answered"], { share($0.answered) }))
      }
    }
    let widths = columns.map { column in
      max(
        column.heading.map { TextRuler.width($0, size) }.max() ?? 0,
        rows.map { TextRuler.width(column.value($0), size, .bold) }.max() ?? 0) + 14
    }
    var right = frame.right
    var placed: [(heading: [String], right: Double, value: (RankingPicture.Row) -> String)] = []
    for (column, width) in zip(columns, widths).reversed() {
      placed.insert((column.heading, right, column.value), at: 0)
      right -= width
    }
    self.columns = placed
    plot = Rect(
      x: left, y: top, width: max(40, right - left - 8),
      height: rowHeight * units)
    let greatest =
      rows.flatMap { row in
        [
          row.outside, row.others, isNarrow && paper == .half ? nil : row.interval?.upperBound,
          row.bounds?.upperBound,
        ]
        .compactMap { $0 }
      }.max() ?? 1
    most = [0.1, 0.2, 0.4, 0.6, 0.8].first { greatest <= $0 } ?? 1
  }

  static let openDashes = "2 2"
  static let foldedDashes = "1 2"

  /// The places where a heading parts the rows.
  private static func breaks(_ rows: [RankingPicture.Row]) -> Int {
    var count = 0
    for (index, row) in rows.enumerated() where index == 0 || rows[index - 1].section != row.section
    {
      if row.section == .unknown || row.section == .centre { count += 1 }
    }
    return count
  }

  private func x(_ share: Double) -> Double {
    plot.x + plot.width * min(1, max(0, share / most))
  }

  var elements: [SVG] { [SVG("g", ["class": "ranking"], axis + heads + rows)] }

  private var axis: [SVG] {
    let step = most <= 0.2 ? 0.05 : isHalf ? most / 2 : 0.2
    return stride(from: 0, through: most + 1e-9, by: step).flatMap { share -> [SVG] in
      [
        SVG(
          "line",
          [
            "x1": number(x(share)), "y1": number(top), "x2": number(x(share)),
            "y2": number(plot.bottom), "stroke": share == 0 ? Palette.link : Palette.grid,
            "stroke-width": share == 0 ? "1" : "0.7",
          ]),
        Page.text(
          percent(share), Point(x(share), top - 5), size, .regular, Palette.quiet, anchor: "middle"),
      ]
    }
  }

  private var heads: [SVG] {
    var marks: [SVG] = []
    if !isHalf {
      marks.append(
        Page.text(picture.noun, Point(frame.x, top - 5), size, .regular, Palette.quiet))
    }
    if let hubX {
      marks.append(Page.text("Hub", Point(hubX, top - 5), size, .regular, Palette.quiet))
    }
    for column in columns {
      for (line, words) in column.heading.reversed().enumerated() {
        marks.append(
          Page.text(
            words, Point(column.right, top - 5 - Double(line) * (size + 1.5)), size, .regular,
            Palette.quiet, anchor: "end"))
      }
    }
    return marks
  }

  private var rows: [SVG] {
    var y = top
    var last = RankingPicture.Section.judged
    var marks: [SVG] = []
    let isNarrow = columns.count < 3
    for (index, row) in picture.rows.enumerated() {
      if index == 0 || row.section != last, row.section == .unknown || row.section == .centre {
        marks.append(rule(y + 2))
        if isNarrow {
          y += rowHeight * 0.5
        } else {
          let words =
            row.section == .unknown
            ? "Too little on record, or too few answers, to judge" : "For comparison"
          marks.append(
            Page.text(words, Point(frame.x, y + rowHeight * 0.95), size, .bold, Palette.quiet))
          y += rowHeight * 1.3
        }
      }
      last = row.section
      marks += draw(row, names[index], y + rowHeight / 2)
      y += rowHeight
    }
    return marks
  }

  private func rule(_ y: Double) -> SVG {
    SVG(
      "line",
      [
        "x1": number(frame.x), "y1": number(y), "x2": number(frame.right), "y2": number(y),
        "stroke": Palette.grid, "stroke-width": "0.7",
      ])
  }

  private func draw(_ row: RankingPicture.Row, _ name: String, _ y: Double) -> [SVG] {
    let colour = row.alarm == nil ? Palette.gain : Palette.alarm
    let base = y + size * 0.36
    let weight: TypeWeight = row.alarm != nil ? .bold : .medium
    var marks = [
      Page.text(
        name, Point(frame.x, base), size, weight,
        row.alarm == nil ? Palette.ink : Palette.alarm)
    ]
    if let hubX, !row.hub.isEmpty {
      marks.append(Page.text(row.hub, Point(hubX, base), size, .regular, Palette.quiet))
    }
    if let bounds = row.bounds, row.id.hasPrefix(RankingPicture.foldedId) {
      // Not a doubt: where many stand.
      marks.append(
        line(bounds.lowerBound, bounds.upperBound, y, Palette.rule, 1.2, Self.foldedDashes))
      for end in [bounds.lowerBound, bounds.upperBound] {
        marks.append(
          Marks.line(Point(x(end), y - 3), Point(x(end), y + 3), Palette.rule, 1.2))
      }
    } else if let bounds = row.bounds, !isHalf {
      let high = min(9, rowHeight * 0.55)
      marks.append(
        SVG(
          "rect",
          [
            "x": number(x(bounds.lowerBound)), "y": number(y - high / 2),
            "width": number(max(1, x(bounds.upperBound) - x(bounds.lowerBound))),
            "height": number(high), "fill": Palette.range,
          ]))
    }
    if isHalf, let outside = row.outside, let others = row.others {
      marks.append(line(outside, others, y, Palette.link, 1, nil))
    } else if let interval = row.interval {
      marks.append(
        line(
          interval.lowerBound, interval.upperBound, y,
          row.section == .unknown ? Palette.rule : colour,
          1.5, row.section == .unknown ? Self.openDashes : nil))
    }
    if let others = row.others {
      for (stroke, width) in [("#FFFFFF", 5.0), ("#000000", 2)] {
        marks.append(
          SVG(
            "line",
            [
              "x1": number(x(others)), "y1": number(y - min(6, rowHeight * 0.42)),
              "x2": number(x(others)), "y2": number(y + min(6, rowHeight * 0.42)),
              "stroke": stroke, "stroke-width": number(width),
            ]))
      }
    }
    if let outside = row.outside {
      let isOpen = row.section == .unknown
      marks.append(
        SVG(
          "circle",
          [
            "cx": number(x(outside)), "cy": number(y), "r": row.alarm == nil ? "3.8" : "4.6",
            "fill": isOpen ? "#FFFFFF" : colour, "stroke": isOpen ? Palette.rule : "#FFFFFF",
            "stroke-width": isOpen ? "1.6" : "0.6",
          ]))
    }
    marks += words(row, base)
    for (index, column) in columns.enumerated() {
      let isAlarm = row.alarm != nil && index == 0
      marks.append(
        Page.text(
          column.value(row), Point(column.right, base), size,
          isAlarm ? .bold : index == 0 ? .medium : .regular,
          isAlarm ? Palette.alarm : index == 0 ? Palette.ink : Palette.quiet, anchor: "end"))
    }
    return marks
  }

  private func line(
    _ from: Double, _ to: Double, _ y: Double, _ colour: String, _ width: Double, _ dashes: String?
  ) -> SVG {
    Marks.line(Point(x(from), y), Point(x(to), y), colour, width, dashes: dashes)
  }

  /// The finding beside the mark, where there is room for it.
  private func words(_ row: RankingPicture.Row, _ base: Double) -> [SVG] {
    guard let words = row.alarm ?? row.remark else { return [] }
    let weight: TypeWeight = row.alarm == nil ? .regular : .bold
    let ends = [
      row.outside, row.others, isHalf ? nil : row.interval?.upperBound,
      isHalf ? nil : row.bounds?.upperBound,
    ]
    .compactMap { $0 }
    let start = x(ends.max() ?? 0) + 9
    guard start + TextRuler.width(words, size, weight) <= plot.right + 8 else { return [] }
    return [
      Page.text(
        words, Point(start, base), size, weight,
        row.alarm == nil ? Palette.quiet : Palette.alarm)
    ]
  }
}
