import Findings
import Networks

/// Draws a change: all ties of the two times as two bars, then a row for each group.
struct ShiftInk {
  private let picture: ShiftPicture
  private let frame: Rect
  private let size: Double
  private let rowHeight: Double
  private let barHeight: Double
  private let top: Double
  private let names: [String]
  private let plot: Rect
  private let scale: (from: Double, to: Double, step: Double)
  private let columns:
    [(heading: String, right: Double, isStrong: Bool, value: (ShiftPicture.Row) -> String)]
  private let isNarrow: Bool
  /// Whether rows are high enough for their type.
  let fits: Bool

  init(_ picture: ShiftPicture, in frame: Rect) {
    self.picture = picture
    self.frame = frame
    isNarrow = frame.width < 480
    let isNarrow = isNarrow
    let rows = picture.rows
    barHeight = isNarrow ? 11 : 15
    top = frame.y + 2 * barHeight + (isNarrow ? 40 : 56)
    rowHeight = min(isNarrow ? 17 : 21, (frame.bottom - top - 2) / Double(max(1, rows.count)))
    let smallest = isNarrow ? 8.0 : 8.5
    size = min(isNarrow ? 8.5 : rows.count <= 12 ? 11 : 9.5, max(smallest, rowHeight * 0.72))
    fits = rowHeight >= smallest * 1.28
    let size = size
    func ties(_ side: ShareShifts.Side?) -> String {
      side.map { counted(Int($0.ties.rounded())) } ?? "–"
    }
    func share(_ side: ShareShifts.Side?) -> String { side?.share.map(percent) ?? "–" }
    let isShares = picture.form == .shares
    var columns: [(heading: String, isStrong: Bool, value: (ShiftPicture.Row) -> String)] = []
    if isShares {
      columns = [("then", false, { share($0.then) }), ("now", true, { share($0.now) })]
    }
    if !isShares || !isNarrow {
      columns.append(("ties", false, { "\(ties($0.then)) to \(ties($0.now))" }))
    }
    var right = frame.right
    var placed:
      [(heading: String, right: Double, isStrong: Bool, value: (ShiftPicture.Row) -> String)] = []
    for column in columns.reversed() {
      placed.insert((column.heading, right, column.isStrong, column.value), at: 0)
      right -=
        Self.widest([column.heading] + rows.map(column.value), size) + 14
    }
    self.columns = placed
    names = picture.labels.fitting(
      rows.map { ($0.title, $0.kind) },
      GroupLabels.Room(width: frame.width * (isNarrow ? 0.36 : 0.28), size: size),
      isNarrow ? .short : .whole)
    let nameRoom = Self.widest(names, size)
    let left = frame.x + nameRoom + 14
    plot = Rect(
      x: left, y: top, width: max(40, right - left - 6),
      height: rowHeight * Double(rows.count))
    scale = isShares ? Self.shares(rows) : Self.ties(rows)
  }

  private static func shares(
    _ rows: [ShiftPicture.Row]
  ) -> (from: Double, to: Double, step: Double) {
    let greatest =
      rows.flatMap { [$0.then?.share, $0.now?.share, $0.range?.upperBound].compactMap { $0 } }.max()
      ?? 1
    let top = [0.1, 0.2, 0.4, 0.6, 0.8].first { greatest <= $0 } ?? 1
    return (0, top, top <= 0.2 ? 0.05 : 0.2)
  }

  private static func ties(
    _ rows: [ShiftPicture.Row]
  ) -> (from: Double, to: Double, step: Double) {
    let (least, most) = (min(0, rows.map(\.more).min() ?? 0), max(0, rows.map(\.more).max() ?? 0))
    let step = niceStep(max(most - least, 1) / 4)
    return (
      (least / step).rounded(.down) * step, max(step, (most / step).rounded(.up) * step), step
    )
  }

  /// The least of 1, 2, 5, 10, 20 and so on that is not less.
  private static func niceStep(_ least: Double) -> Double {
    var power = 1.0
    while power < 1e12 {
      if let step = [1.0, 2, 5].first(where: { $0 * power >= least }) { return step * power }
      power *= 10
    }
    return least
  }

  private static func widest(
    _ texts: [String], _ size: Double, _ weight: TypeWeight = .bold
  ) -> Double {
    texts.map { TextRuler.width($0, size, weight) }.max() ?? 0
  }

  private func x(_ value: Double) -> Double {
    let (low, high) = (scale.from, scale.to)
    return plot.x + plot.width * min(1, max(0, (value - low) / (high - low)))
  }

  var elements: [SVG] {
    [SVG("g", ["class": "shift"], bars + axis + heads + picture.rows.enumerated().flatMap(row))]
  }

  private func text(
    _ words: String, _ at: Point, _ weight: TypeWeight = .regular, _ colour: String = Palette.quiet,
    anchor: String = "start"
  ) -> SVG {
    Page.text(words, at, size, weight, colour, anchor: anchor)
  }

  private func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: String
  ) -> SVG {
    SVG(
      "rect",
      [
        "x": number(x), "y": number(y), "width": number(max(0.8, width)),
        "height": number(height), "fill": fill,
      ])
  }

  // MARK: - All ties

  /// The ties of both times: those kept, then what has ended, then what has begun.
  private var bars: [SVG] {
    let pairs = picture.pairs
    let (ended, begun) = (pairs.ended ?? 0, pairs.begun ?? 0)
    let sums = [pairs.kept + ended, pairs.kept + begun].map { counted($0, "pair") + " tied" }
    let names = [picture.names.then, picture.names.now]
    let labels = [
      pairs.ended.map { "\(counted($0)) ended" } ?? "ended: not recorded",
      pairs.begun.map { "\(counted($0)) begun" } ?? "begun: not recorded",
    ]
    let left = frame.x + Self.widest(names, size, .medium) + 12
    let room = frame.right - left - Self.widest(sums, size) - Self.widest(labels, size) - 24
    let unit = max(10, room) / Double(max(1, pairs.kept + max(ended, begun)))
    let keptWidth = Double(pairs.kept) * unit
    var marks: [SVG] = []
    for (place, count) in [ended, begun].enumerated() {
      let y = frame.y + 2 + Double(place) * (barHeight + 6)
      let base = y + barHeight / 2 + size * 0.36
      marks.append(text(names[place], Point(frame.x, base), .medium, Palette.ink))
      marks.append(box(left, y, keptWidth, barHeight, Palette.range))
      let end = left + keptWidth + Double(count) * unit
      if count > 0 {
        var bar = box(
          left + keptWidth, y, Double(count) * unit, barHeight,
          place == 0 ? "#FFFFFF" : Palette.gain)
        if place == 0 {
          bar.attributes += [
            .init(name: "stroke", value: Palette.ink), .init(name: "stroke-width", value: "1"),
            .init(name: "stroke-dasharray", value: "3 2"),
          ]
        }
        marks.append(bar)
      }
      marks.append(
        text(labels[place], Point(end + 7, base), .bold, place == 0 ? Palette.ink : Palette.gain))
      marks.append(text(sums[place], Point(frame.right, base), .bold, Palette.ink, anchor: "end"))
    }
    let words = "\(counted(pairs.kept)) then and now"
    if TextRuler.width(words, size) < keptWidth - 10 {
      marks.append(
        text(
          words, Point(left + 6, frame.y + 2 + barHeight / 2 + size * 0.36), .regular, Palette.ink))
    }
    let y = frame.y + 2 * barHeight + 17
    return marks + [Marks.line(Point(frame.x, y), Point(frame.right, y), Palette.grid, 0.7)]
  }

  // MARK: - Groups

  private var axis: [SVG] {
    stride(from: scale.from, through: scale.to + 1e-9, by: scale.step).flatMap { value -> [SVG] in
      let isZero = abs(value) < 1e-9
      let words =
        picture.form == .shares
        ? percent(value) : isZero ? "0" : "\(value > 0 ? "+" : "−")\(counted(Int(abs(value))))"
      return [
        Marks.line(
          Point(x(value), top), Point(x(value), plot.bottom),
          isZero ? Palette.link : Palette.grid, isZero ? 1 : 0.7),
        text(words, Point(x(value), top - 5), anchor: "middle"),
      ]
    }
  }

  private var heads: [SVG] {
    var marks = [text(picture.noun, Point(frame.x, top - 5))]
    if !isNarrow {
      marks.append(
        text(
          picture.form == .shares ? "Share of ties that lead out" : "More ties than then, or fewer",
          Point(plot.x, top - 7 - size * 1.3)))
    }
    for column in columns {
      marks.append(text(column.heading, Point(column.right, top - 5), anchor: "end"))
    }
    return marks
  }

  private func row(_ place: Int, _ row: ShiftPicture.Row) -> [SVG] {
    let y = top + rowHeight * (Double(place) + 0.5)
    let base = y + size * 0.36
    let weight: TypeWeight = row.isSilo || row.isReal ? .bold : .medium
    let colour = row.isSilo ? Palette.alarm : Palette.ink
    var marks = [
      text(names[place], Point(frame.x, base), weight, colour)
    ]
    marks += picture.form == .shares ? shares(row, y, base) : more(row, y, base)
    for column in columns {
      marks.append(
        text(
          column.value(row), Point(column.right, base),
          column.isStrong ? (weight == .bold ? .bold : .medium) : .regular,
          column.isStrong ? colour : Palette.quiet, anchor: "end"))
    }
    return marks
  }

  /// The share then and now, and the bar that tells a move from chance.
  private func shares(_ row: ShiftPicture.Row, _ y: Double, _ base: Double) -> [SVG] {
    let isSaid = row.range != nil
    let colour = row.isSilo ? Palette.alarm : isSaid ? Palette.gain : Palette.rule
    var marks: [SVG] = []
    if let range = row.range {
      let high = min(9, rowHeight * 0.55)
      marks.append(
        box(
          x(range.lowerBound), y - high / 2, x(range.upperBound) - x(range.lowerBound), high,
          Palette.range))
    }
    let (then, now) = (row.then?.share, row.now?.share)
    if let then, let now {
      marks.append(Marks.line(Point(x(then), y), Point(x(now), y), colour, row.isReal ? 2.4 : 1.4))
    }
    func dot(_ share: Double, _ radius: Double, _ fill: String, _ stroke: String) -> SVG {
      SVG(
        "circle",
        [
          "cx": number(x(share)), "cy": number(y), "r": number(radius), "fill": fill,
          "stroke": stroke, "stroke-width": "1.4",
        ])
    }
    if let now { marks.append(dot(now, 3.6, colour, colour)) }
    if let then {
      marks.append(dot(then, 3.6, "#FFFFFF", row.isSilo ? Palette.alarm : Palette.ink))
    }
    guard !row.words.isEmpty else { return marks }
    let weight: TypeWeight = row.isReal || row.isSilo ? .bold : .regular
    let start = x([then, now, row.range?.upperBound].compactMap { $0 }.max() ?? 0) + 9
    if start + TextRuler.width(row.words, size, weight) <= plot.right + 6 {
      marks.append(
        text(
          row.words, Point(start, base), weight,
          row.isSilo ? Palette.alarm : row.isReal ? Palette.ink : Palette.quiet))
    }
    return marks
  }

  private func more(_ row: ShiftPicture.Row, _ y: Double, _ base: Double) -> [SVG] {
    let count = Int(row.more.rounded())
    guard count != 0 else { return [] }
    let high = min(11, rowHeight * 0.62)
    let (from, to) = (min(x(0), x(row.more)), max(x(0), x(row.more)))
    let isMore = row.more > 0
    let words = "\(isMore ? "+" : "−")\(counted(abs(count)))"
    var marks = [box(from, y - high / 2, to - from, high, isMore ? Palette.gain : Palette.rule)]
    let isBeside = to + 6 + TextRuler.width(words, size, .bold) <= plot.right + 6
    if isMore, isBeside {
      marks.append(text(words, Point(to + 6, base), .bold, Palette.ink))
    } else if isMore {
      marks.append(text(words, Point(to - 5, base), .bold, "#FFFFFF", anchor: "end"))
    } else {
      marks.append(text(words, Point(x(0) + 6, base), .regular, Palette.quiet))
    }
    return marks
  }
}
