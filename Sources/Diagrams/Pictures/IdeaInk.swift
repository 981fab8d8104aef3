import Networks

/// The marks of the trails in their frame.
struct IdeaInk {
  private let trail: IdeaTrail
  private let tone: Tone
  private let top: Double
  private let headRoom: Double
  private let pitch: Double
  private let size: Double
  private let heads: [String]
  private let wide: Double
  /// Whether an idea's name stands above its line, for want of room beside it.
  private let isStacked: Bool
  /// Where the titles, the origins, the carriers and the places begin, and what room each has.
  private let title: (x: Double, room: Double)
  private let origin: (x: Double, room: Double)
  private let carrier: (x: Double, room: Double)
  private let places: Double
  let fits: Bool
  private static let mark = 16.0
  private static let end = 66.0
  private static let least = 14.0
  private static let gap = 22.0

  /// Whether a row has room for a second line.
  private var isRoomy: Bool { pitch >= 23 }

  init(_ trail: IdeaTrail, in frame: Rect, _ tone: Tone) {
    self.trail = trail
    self.tone = tone
    let count = Double(max(trail.rows.count, 1))
    // Rows with room for two lines come before heads in full, and heads in full before rows with air.
    heads = trail.labels.fitting(
      trail.columns.map { ($0.title, $0.kind) },
      GroupLabels.Room(width: 110, size: 9, weight: .medium), .whole)
    let longestHead = (heads.map { TextRuler.width($0, 9, .medium) }.max() ?? 0) + 2
    func left(_ row: Double) -> Double { frame.height - count * row - Self.mark - 8 }
    let fitting = [24.5, 15].map(left).first { $0 >= min(longestHead, 100) }
    headRoom = max(12, min(longestHead, fitting ?? left(11.2)))
    top = frame.y + headRoom + Self.mark + 8
    let height = frame.bottom - top
    let beside = min(36, height / count)
    size = beside >= 15 ? 10 : 9
    let (type, roomy) = (size, beside >= 23)
    func widest(_ stations: [IdeaTrail.Station?]) -> Double {
      stations.compactMap { $0 }.map { station in
        max(
          TextRuler.width(station.title, type, .medium),
          roomy ? TextRuler.width(station.note, 8.5) : 0)
      }.max() ?? 0
    }
    let columns = Double(trail.columns.count)
    let longest = min(240, trail.rows.map { TextRuler.width($0.title, type, .bold) }.max() ?? 0)
    var needs = [
      roomy ? min(longest, max(110, longest * 0.6)) : longest,
      max(widest(trail.rows.map(\.origin)), 50), max(widest(trail.rows.map(\.carrier)), 66),
    ].map { $0 + 2 }
    // What the places leave is shared by the words, each up to what it needs.
    func words(_ gaps: Double) -> Double {
      max(150, frame.width - columns * Self.least - Self.end - 2 * Self.mark - gaps * Self.gap)
    }
    isStacked = needs.reduce(0, +) > words(3) && height / count >= 44
    pitch = isStacked ? min(64, height / count) : beside
    if isStacked { needs[0] = 0 }
    let gaps = isStacked ? 2.0 : 3
    let room = Self.shares(of: words(gaps), needs)
    let used = room.reduce(0, +) + 2 * Self.mark + gaps * Self.gap
    wide = min(30, max(9, (frame.width - used - Self.end) / max(columns, 1)))
    let spare = max(0, frame.width - used - Self.end - columns * wide)
    // Longer lines first, then a picture in the middle of the page.
    let stretch = min(34, spare / 4)
    let x = frame.x + max(0, spare - 3 * stretch) / 2
    origin = (isStacked ? x : x + room[0] + Self.gap + stretch * 0.4, room[1])
    carrier = (origin.x + Self.mark + room[1] + Self.gap + stretch, room[2])
    places = carrier.x + Self.mark + room[2] + Self.gap + stretch
    title = (x, isStacked ? places - x - 8 : room[0])
    fits = pitch >= 10.5 && wide >= 11
  }

  /// Shares a room out: whoever needs little gets it, the others the same.
  private static func shares(of room: Double, _ needs: [Double]) -> [Double] {
    var shares = [Double](repeating: 0, count: needs.count)
    var (left, open) = (room, Array(needs.indices).sorted { needs[$0] < needs[$1] })
    while let next = open.first {
      shares[next] = min(needs[next], left / Double(open.count))
      left -= shares[next]
      open.removeFirst()
    }
    return shares
  }

  var elements: [SVG] {
    [
      SVG("g", ["class": "guides", "aria-hidden": "true"], guides),
      SVG("g", ["class": "heads"], titles + trail.columns.indices.flatMap(head)),
      SVG("g", ["class": "rows"], trail.rows.indices.map(row)),
    ].filter { !$0.children.isEmpty }
  }

  private func x(_ column: Int) -> Double { places + (Double(column) + 0.5) * wide }

  private var guides: [SVG] {
    let bottom = top + pitch * Double(trail.rows.count)
    return trail.columns.indices.map { column in
      SVG(
        "line",
        [
          "x1": number(x(column)), "y1": number(top), "x2": number(x(column)),
          "y2": number(bottom), "stroke": Palette.faded, "stroke-width": "0.8",
        ])
    }
  }

  private var titles: [SVG] {
    let y = top - Self.mark / 2 - 1
    func text(_ words: String, _ x: Double) -> SVG {
      Page.text(words, Point(x, y), 9, .bold, Palette.quiet)
    }
    return [
      text(isStacked ? "Idea, and where it began" : "Idea", title.x),
      text("Brought in by", carrier.x),
    ] + (isStacked ? [] : [text("Began with", origin.x)])
  }

  private func head(_ column: Int) -> [SVG] {
    let entry = trail.columns[column]
    let lines = TextRuler.wrap(
      heads[column], 9, .medium, room: headRoom, lines: wide >= 20 ? 2 : 1)
    let base = top - Self.mark - 8
    var marks: [SVG] = []
    for (index, line) in lines.enumerated() {
      let x = x(column) + 3.2 + (Double(index) - Double(lines.count - 1) / 2) * 10
      let middle = Point(x, base - TextRuler.width(line, 9, .medium) / 2)
      var text = Page.text(line, middle, 9, .medium, Palette.ink, anchor: "middle")
      text.attributes.append(
        .init(name: "transform", value: "rotate(-90 \(number(middle.x)) \(number(middle.y)))"))
      marks.append(text)
    }
    let width = min(Self.mark, wide - 3)
    // Several places together have no mark of their own.
    if entry.id.isEmpty, entry.kind == .group { return marks }
    return marks + mark(entry.kind, Point(x(column) - width / 2, top - Self.mark / 2 - 2), width)
  }

  private func mark(_ kind: NodeClass, _ at: Point, _ width: Double) -> [SVG] {
    let height = min(10, pitch - 2.6)
    let rect = Rect(x: at.x, y: at.y - height / 2, width: width, height: height)
    return NodeShape.mark(kind, rect, tone)
  }

  /// A station's mark and words; gives where the line may go on.
  private func station(
    _ station: IdeaTrail.Station, _ slot: (x: Double, room: Double), _ y: Double
  ) -> (marks: [SVG], end: Double) {
    var marks: [SVG] = []
    switch station.mark {
    case .node(let kind): marks += mark(kind, Point(slot.x, y), Self.mark)
    case .person(let isBridge):
      marks.append(Marks.diamond(Point(slot.x + Self.mark / 2, y), isFilled: isBridge))
    }
    var lines = TextRuler.wrap(
      station.title, size, .medium, room: slot.room, lines: isStacked || pitch >= 35 ? 2 : 1
    ).map { (words: $0, size: size, weight: TypeWeight.medium, colour: Palette.ink) }
    if isRoomy, !station.note.isEmpty {
      let note = TextRuler.wrap(station.note, 8.5, room: slot.room, lines: 1).first ?? ""
      lines.append((note, 8.5, .regular, Palette.quiet))
    }
    let x = slot.x + Self.mark + 4
    var width = 0.0
    var base = y + size * 0.35 - Double(lines.count - 1) * 5.4
    for line in lines {
      marks.append(Page.text(line.words, Point(x, base), line.size, line.weight, line.colour))
      width = max(width, TextRuler.width(line.words, line.size, line.weight))
      base += 10.8
    }
    return (marks, x + width + 5)
  }

  private func row(_ index: Int) -> SVG {
    let row = trail.rows[index]
    let y = top + pitch * (Double(index) + 0.5) + (isStacked ? 7 : 0)
    let look = row.isCarriedAcross ? IdeaTrail.Look.across : .alone
    var lines: [SVG] = []
    var marks: [SVG] = []
    var from: Double?
    func run(to end: Double) {
      if let start = from, end - start > 2 {
        lines.append(
          SVG(
            "line",
            [
              "x1": number(start), "y1": number(y), "x2": number(end), "y2": number(y),
              "stroke": look.colour, "stroke-width": number(look.width),
            ]))
      }
    }
    if let origin = row.origin {
      let drawn = station(origin, self.origin, y)
      marks += drawn.marks
      from = drawn.end
    }
    if let carrier = row.carrier {
      run(to: self.carrier.x + 2)
      let drawn = station(carrier, self.carrier, y)
      marks += drawn.marks
      from = drawn.end
    } else if from == nil {
      from = self.carrier.x
    }
    let last = row.stops.lastIndex { $0 != nil }
    if let last {
      run(to: x(last))
    } else if let start = from {
      // It ends in a bar: it went no further.
      let end = row.carrier == nil ? self.carrier.x + Self.mark / 2 : min(start + 14, places - 4)
      run(to: end)
      marks.append(
        SVG(
          "line",
          [
            "x1": number(end), "y1": number(y - 5), "x2": number(end), "y2": number(y + 5),
            "stroke": look.colour, "stroke-width": "2",
          ]))
    }
    for (column, stop) in row.stops.enumerated() {
      switch stop {
      case .adopted: marks.append(dot(Point(x(column), y), isFilled: true, look))
      case .trialled: marks.append(dot(Point(x(column), y), isFilled: false, look))
      case .dropped: marks += Marks.cross(Point(x(column), y))
      case nil: break
      }
    }
    return SVG(
      "g", ["class": "row", "data-id": row.id],
      [SVG("title", text: words(row))] + idea(row, y)
        + [SVG("g", ["class": "links", "aria-hidden": "true"], lines)] + marks + [total(row, y)])
  }

  private func dot(_ at: Point, isFilled: Bool, _ look: IdeaTrail.Look) -> SVG {
    SVG(
      "circle",
      [
        "cx": number(at.x), "cy": number(at.y),
        "r": number(min(isFilled ? 4.6 : 4, pitch * (isFilled ? 0.36 : 0.32))),
        "fill": isFilled ? Palette.ink : "#FFFFFF", "stroke": isFilled ? "#FFFFFF" : Palette.ink,
        "stroke-width": isFilled ? "1" : "1.4",
      ])
  }

  /// The idea's own name, in bold, in two lines where there is room.
  private func idea(_ row: IdeaTrail.Row, _ y: Double) -> [SVG] {
    let lines = TextRuler.wrap(
      row.title, size, .bold, room: title.room,
      lines: isStacked ? (pitch >= 60 ? 2 : 1) : isRoomy ? 2 : 1)
    if isStacked {
      return lines.enumerated().map { index, line in
        let above = Double(lines.count - 1 - index) * (size + 1.5)
        return Page.text(line, Point(title.x, y - 18 - above), size, .bold, Palette.ink)
      }
    }
    return lines.enumerated().map { index, line in
      let at = y + size * 0.35 + (Double(index) - Double(lines.count - 1) / 2) * (size + 1.5)
      return Page.text(line, Point(title.x, at), size, .bold, Palette.ink)
    }
  }

  /// How many took it up, at the end of the row.
  private func total(_ row: IdeaTrail.Row, _ y: Double) -> SVG {
    let end = places + Double(trail.columns.count) * wide + 6
    // An empty cell is no sign that nobody did: it is told, and is no alarm.
    let isOpen = row.unshown == 0 && row.isTold && !row.isUnread
    let words =
      row.adopted > 0
      ? "\(row.adopted) took it up"
      : row.trialled > 0
        ? "being tried"
        : row.dropped > 0
          ? "dropped" : isOpen ? "not on record" : row.nothing
    return Page.text(words, Point(end, y + 3.2), 9, .regular, Palette.quiet)
  }

  private func words(_ row: IdeaTrail.Row) -> String {
    let counts: [(IdeaTrail.Stop, Int)] = [
      (.adopted, row.adopted), (.trialled, row.trialled), (.dropped, row.dropped),
    ]
    let parts = counts.filter { $0.1 > 0 }.map { "\($0.words) in \(counted($1, "place"))" }
    return
      ([row.title, row.origin.map { "from \($0.title)" }].compactMap { $0 }
      + (parts.isEmpty ? [row.outcome] : parts)).joined(separator: ", ")
  }
}
