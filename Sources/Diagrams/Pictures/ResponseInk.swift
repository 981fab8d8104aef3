import Networks

/// Draws who answered: names, a line to the share that did, where the share of ties out could lie, and what can be said.
struct ResponseInk {
  private let picture: ResponsePicture
  private let frame: Rect
  private let size: Double
  private let rowHeight: Double
  private let top: Double
  private let names: [String]
  /// The two scales: who answered, and ties that lead out up to `most`.
  private let answered: Rect
  private let outside: Rect
  private let most: Double
  private let wordsX: Double
  private let isNarrow: Bool
  /// Whether rows are high enough for their type.
  let fits: Bool

  init(_ picture: ResponsePicture, in frame: Rect) {
    self.picture = picture
    self.frame = frame
    isNarrow = frame.width < 600
    top = frame.y + 30
    let free = frame.bottom - top - 2
    rowHeight = min(21, free / Double(max(1, picture.rows.count)))
    size = min(isNarrow ? 8.5 : 10.5, max(8.5, rowHeight * 0.72))
    fits = rowHeight >= 8.5 * 1.28
    let size = size
    let isNarrow = isNarrow
    names = picture.labels.fitting(
      picture.rows.map { ($0.title, $0.kind) },
      GroupLabels.Room(width: frame.width * 0.28, size: size), isNarrow ? .short : .whole)
    let nameRoom = names.map { TextRuler.width($0, size, .bold) }.max() ?? 0
    let words = picture.rows.map { TextRuler.width($0.words, size, .bold) }.max() ?? 0
    let wordRoom = min(words, frame.width * 0.28)
    wordsX = frame.right - wordRoom
    // Between names and words: two scales, and the number beside the first.
    let left = frame.x + nameRoom + 14
    let room = wordsX - 18 - left
    let height = rowHeight * Double(picture.rows.count)
    answered = Rect(x: left, y: top, width: room * 0.42, height: height)
    outside = Rect(x: left + room * 0.58, y: top, width: room * 0.42, height: height)
    let greatest =
      picture.rows.flatMap {
        [$0.range?.upperBound, $0.interval?.upperBound, $0.others].compactMap { $0 }
      }.max() ?? 1
    most = [0.1, 0.2, 0.4, 0.6, 0.8].first { greatest <= $0 } ?? 1
  }

  var elements: [SVG] {
    [SVG("g", ["class": "response"], axes + picture.rows.enumerated().flatMap { row($1, $0) })]
  }

  private func text(
    _ words: String, _ at: Point, _ weight: TypeWeight = .regular, _ colour: String = Palette.quiet,
    anchor: String = "start"
  ) -> SVG {
    Page.text(words, at, size, weight, colour, anchor: anchor)
  }

  private var axes: [SVG] {
    var marks = [
      text(picture.noun, Point(frame.x, top - 5)),
      text("What can be said", Point(wordsX, top - 5)),
      text("Answered", Point(answered.x, top - 6 - size * 1.3)),
      text(
        isNarrow ? "Ties leading out" : "Ties leading out: possible range",
        Point(outside.x, top - 6 - size * 1.3)),
    ]
    for (plot, end, steps) in [(answered, 1.0, 2), (outside, most, 2)] {
      for step in 0...steps {
        let share = end * Double(step) / Double(steps)
        let x = plot.x + plot.width * share / end
        marks.append(
          Marks.line(
            Point(x, top), Point(x, plot.bottom), step == 0 ? Palette.link : Palette.grid,
            step == 0 ? 1 : 0.7))
        marks.append(text(percent(share), Point(x, top - 5), anchor: "middle"))
      }
    }
    return marks
  }

  private func row(_ row: ResponsePicture.Row, _ place: Int) -> [SVG] {
    let y = top + rowHeight * (Double(place) + 0.5)
    let base = y + size * 0.36
    let isAlarm = row.standing == .unanswered
    let colour = isAlarm ? Palette.alarm : Palette.gain
    let weight: TypeWeight = isAlarm || row.standing == .found ? .bold : .medium
    var marks: [SVG] = []
    marks.append(
      text(names[place], Point(frame.x, base), weight, isAlarm ? Palette.alarm : Palette.ink))
    if let share = row.answered {
      let x = answered.x + answered.width * share
      marks.append(
        Marks.line(Point(answered.x, y), Point(x, y), isAlarm ? colour : Palette.link, 1.6))
      marks.append(
        SVG(
          "circle",
          [
            "cx": number(x), "cy": number(y), "r": isAlarm ? "4.4" : "3.6", "fill": colour,
            "stroke": "#FFFFFF", "stroke-width": "0.6",
          ]))
      marks.append(
        text(
          percent(share), Point(outside.x - 14, base), isAlarm ? .bold : .regular,
          isAlarm ? Palette.alarm : Palette.quiet, anchor: "end"))
    } else if row.standing != .folded {
      marks.append(text("not on record", Point(answered.x + 6, base)))
    }
    func x(_ share: Double) -> Double {
      outside.x + outside.width * min(1, max(0, share / most))
    }
    if let range = row.range {
      let high = min(9, rowHeight * 0.55)
      var bar = SVG(
        "rect",
        [
          "x": number(x(range.lowerBound)), "y": number(y - high / 2),
          "width": number(max(2, x(range.upperBound) - x(range.lowerBound))),
          "height": number(high), "fill": isAlarm ? "#FFFFFF" : Palette.range,
        ])
      if isAlarm {
        bar.attributes += [
          .init(name: "stroke", value: Palette.alarm), .init(name: "stroke-width", value: "1.2"),
          .init(name: "stroke-dasharray", value: "3 2"),
        ]
      }
      marks.append(bar)
    }
    if let interval = row.interval {
      marks.append(
        Marks.line(
          Point(x(interval.lowerBound), y), Point(x(interval.upperBound), y), colour, 1.5))
    }
    if let others = row.others {
      let half = min(6, rowHeight * 0.42)
      for (stroke, width) in [("#FFFFFF", 5.0), ("#000000", 2)] {
        marks.append(
          Marks.line(Point(x(others), y - half), Point(x(others), y + half), stroke, width))
      }
    }
    marks.append(
      text(
        TextRuler.wrap(row.words, size, weight, room: frame.right - wordsX + 4, lines: 1).first
          ?? "", Point(wordsX, base), isAlarm || row.standing == .found ? .bold : .regular,
        isAlarm ? Palette.alarm : row.standing == .found ? Palette.ink : Palette.quiet))
    return marks
  }
}
