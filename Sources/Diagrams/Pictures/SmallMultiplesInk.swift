import Networks

/// Draws small multiples: the whole trust large, and every group small beside it or below.
struct SmallMultiplesInk {
  private typealias Spot = Point
  private let picture: SmallMultiples
  private let large: Rect
  private let titles: [String]
  private let titleSize: Double
  private let cells: [Rect]
  private let columns: Int
  /// Whether every small picture has room for its words.
  let fits: Bool

  private static let size = 8.5
  private static let least = (width: 92.0, height: 66.0)

  init(_ picture: SmallMultiples, in frame: Rect) {
    self.picture = picture
    let isTall = frame.width < 600
    let gap = 16.0
    large =
      isTall
      ? Rect(x: frame.x, y: frame.y, width: frame.width, height: min(190, frame.height * 0.3))
      : Rect(x: frame.x, y: frame.y, width: frame.width * 0.3, height: min(frame.height, 330))
    let rest =
      isTall
      ? Rect(
        x: frame.x, y: large.bottom + gap, width: frame.width,
        height: frame.bottom - large.bottom - gap)
      : Rect(
        x: large.right + 28, y: frame.y, width: frame.right - large.right - 28,
        height: frame.height)
    let count = max(1, picture.groups.count)
    // Cells a little wider than high, as many in a row as that takes.
    let wanted = (Double(count) * rest.width / (rest.height * 1.25)).squareRoot().rounded(.up)
    columns = max(1, min(Int(wanted), Int((rest.width + 12) / (Self.least.width + 12)), count))
    let rows = (count + columns - 1) / columns
    let width = (rest.width - 12 * Double(columns - 1)) / Double(columns)
    let height = min(120, (rest.height - 8 * Double(rows - 1)) / Double(rows))
    fits = height >= Self.least.height && width >= Self.least.width
    let columns = columns
    // A title ends before the next one begins, in smaller type where that helps.
    let names = picture.groups.map { ($0.title, $0.kind) }
    let rooms = [9.0, 8].map { GroupLabels.Room(width: width, size: $0, isStrict: $0 == 8) }
    let tries = rooms.map { room in (room, picture.labels.fitting(names, room, .short)) }
    let titled = tries.first { $0.1.allSatisfy($0.0.takes) } ?? tries[1]
    (titles, titleSize) = (titled.1, titled.0.size)
    cells = picture.groups.indices.map { place in
      Rect(
        x: rest.x + Double(place % columns) * (width + 12),
        y: rest.y + Double(place / columns) * (height + 8), width: width, height: height)
    }
  }

  var elements: [SVG] {
    let small = zip(picture.groups, cells).enumerated().flatMap { place, entry in
      self.small(entry.0, titles[place], entry.1, isFirst: place % columns == 0)
    }
    return [SVG("g", ["class": "multiples"], whole + small)]
  }

  private func text(
    _ words: String, _ at: Spot, _ size: Double = size, _ weight: TypeWeight = .regular,
    _ colour: String = Palette.ink, anchor: String = "start"
  ) -> SVG { Page.text(words, at, size, weight, colour, anchor: anchor) }

  private func line(_ a: Spot, _ b: Spot, _ colour: String, _ width: Double) -> SVG {
    Marks.line(a, b, colour, width)
  }

  // MARK: - A line

  /// The band, the line and the dots of a series in a plot whose top is `most`.
  private func series(
    _ series: SmallMultiples.Series, _ plot: Rect, most: Double, radius: Double, colour: String
  ) -> [SVG] {
    let count = series.points.count
    func x(_ place: Int) -> Double {
      count < 2
        ? plot.middle.x : plot.x + plot.width * Double(place) / Double(count - 1)
    }
    func y(_ share: Double) -> Double { plot.bottom - plot.height * min(1, share / most) }
    var marks: [SVG] = []
    // What stands next to each other in time is joined; where a term is missing the line ends.
    var runs: [[Int]] = []
    for place in 0..<count where series.points[place] != nil {
      if let last = runs.last?.last, last == place - 1 {
        runs[runs.count - 1].append(place)
      } else {
        runs.append([place])
      }
    }
    for run in runs {
      let bands = run.compactMap { place in
        series.points[place]?.interval.map {
          (x: x(place), low: y($0.lowerBound), high: y($0.upperBound))
        }
      }
      if bands.count == run.count, run.count > 1 {
        let outline =
          bands.map { "\(number($0.x)),\(number($0.high))" }
          + bands.reversed().map { "\(number($0.x)),\(number($0.low))" }
        marks.append(
          SVG("polygon", ["points": outline.joined(separator: " "), "fill": Palette.range]))
      } else {
        marks += bands.map {
          SVG(
            "rect",
            [
              "x": number($0.x - 2.5), "y": number($0.high), "width": "5",
              "height": number(max(0.5, $0.low - $0.high)), "fill": Palette.range,
            ])
        }
      }
    }
    for place in 0..<max(0, count - 1) {
      guard let a = series.points[place]?.others, let b = series.points[place + 1]?.others else {
        continue
      }
      var beside = line(Spot(x(place), y(a)), Spot(x(place + 1), y(b)), Palette.rule, 1)
      beside.attributes.append(.init(name: "stroke-dasharray", value: "3 2"))
      marks.append(beside)
    }
    for run in runs {
      for (one, next) in zip(run, run.dropFirst()) {
        // Of what too little is known leads nowhere.
        guard let a = series.points[one], let b = series.points[next], a.isSaid, b.isSaid else {
          continue
        }
        marks.append(line(Spot(x(one), y(a.share)), Spot(x(next), y(b.share)), colour, 1.6))
      }
    }
    for (place, point) in series.points.enumerated() {
      guard let point else { continue }
      marks.append(
        SVG(
          "circle",
          [
            "cx": number(x(place)), "cy": number(y(point.share)), "r": number(radius),
            "fill": point.isSaid ? colour : "#FFFFFF", "stroke": point.isSaid ? "#FFFFFF" : colour,
            "stroke-width": point.isSaid ? "0.6" : "1.2",
          ]))
    }
    return marks
  }

  private func colour(_ series: SmallMultiples.Series) -> String {
    series.isAlarm ? Palette.alarm : Palette.gain
  }

  // MARK: - The whole trust

  private var whole: [SVG] {
    let series = picture.whole
    let top = series.points.compactMap { $0.map { $0.interval?.upperBound ?? $0.share } }.max() ?? 1
    let most = SmallMultiples.top(top / 0.98)
    let plot = Rect(
      x: large.x + 30, y: large.y + 40, width: large.width - 62, height: large.height - 84)
    var marks = [
      text(series.title, Spot(large.x, large.y + 11), 11, .bold),
      text(
        series.words, Spot(large.x, large.y + 24), 9, series.isReal ? .bold : .regular,
        series.isReal ? Palette.ink : Palette.quiet),
    ]
    for step in 0...2 {
      let share = most * Double(step) / 2
      let y = plot.bottom - plot.height * Double(step) / 2
      marks.append(
        line(
          Spot(plot.x - 4, y), Spot(plot.right + 4, y), step == 0 ? Palette.link : Palette.grid,
          step == 0 ? 1 : 0.7))
      marks.append(
        text(
          percent(share), Spot(plot.x - 8, y + 3), Self.size, .regular, Palette.quiet, anchor: "end"
        ))
    }
    marks += self.series(series, plot, most: most, radius: 4, colour: Palette.gain)
    let count = series.points.count
    let step = count > 1 ? plot.width / Double(count - 1) : plot.width
    for (place, point) in series.points.enumerated() {
      let x = count > 1 ? plot.x + step * Double(place) : plot.middle.x
      let isEnd = place == 0 || place == count - 1
      if let point, point.isSaid {
        let y = plot.bottom - plot.height * min(1, point.share / most)
        // Above the band where that is, so that no line runs through the number.
        let high = point.interval.map { plot.bottom - plot.height * min(1, $0.upperBound / most) }
        if isEnd || step > 34 {
          marks.append(
            text(
              percent(point.share), Spot(place == 0 ? x - 6 : x, min(y - 7, (high ?? y) - 4)), 9,
              isEnd ? .bold : .regular, anchor: place == 0 ? "start" : "middle"))
        }
      }
      let anchor = place == 0 ? "start" : place == count - 1 ? "end" : "middle"
      let at = place == 0 ? plot.x - 8 : place == count - 1 ? plot.right + 16 : x
      let room = isEnd ? max(56, large.width * 0.42) : step - 6
      for (row, words) in [picture.axis[place], point?.note ?? ""].enumerated() {
        let width = TextRuler.width(words, Self.size)
        // Between the ends what has room alone is told.
        guard isEnd || width <= room else { continue }
        let said = TextRuler.wrap(words, Self.size, room: room, lines: 1).first ?? ""
        let isShort = width < 40
        marks.append(
          text(
            said, Spot(isShort ? x : at, plot.bottom + 14 + Double(row) * 12), Self.size, .regular,
            row == 0 ? Palette.ink : Palette.quiet, anchor: isShort ? "middle" : anchor))
      }
    }
    return marks
  }

  // MARK: - The groups

  private func small(
    _ series: SmallMultiples.Series, _ title: String, _ cell: Rect, isFirst: Bool
  ) -> [SVG] {
    let tint = colour(series)
    let plot = Rect(
      x: cell.x + 4, y: cell.y + 17, width: cell.width - 36, height: cell.height - 17 - 14)
    var marks = [
      text(
        title, Spot(cell.x, cell.y + 9), titleSize, .bold,
        series.isAlarm ? Palette.alarm : Palette.ink),
      line(Spot(cell.x, plot.bottom), Spot(plot.right + 4, plot.bottom), Palette.link, 0.8),
      line(Spot(cell.x, plot.y), Spot(plot.right + 4, plot.y), Palette.grid, 0.7),
    ]
    marks += self.series(series, plot, most: picture.most, radius: 2.8, colour: tint)
    if isFirst {
      // The scale is the same for all, so that one column tells it.
      marks.append(
        text(
          percent(picture.most), Spot(plot.right + 8, plot.y + 3), 8, .regular, Palette.quiet))
    }
    if let last = series.points.last.flatMap({ $0 }), last.isSaid {
      let y = plot.bottom - plot.height * min(1, last.share / picture.most)
      marks.append(
        text(percent(last.share), Spot(plot.right + 8, y + 3), 9, .bold, tint))
    }
    let words = TextRuler.wrap(series.short, 8, room: cell.width + 8, lines: 1).first ?? ""
    marks.append(
      text(
        words, Spot(cell.x, plot.bottom + 10.5), 8, series.isReal ? .bold : .regular,
        series.isReal ? Palette.ink : Palette.quiet))
    return marks
  }
}
