import Networks

extension CoveragePicture {
  /// Draws as many topics and schools as fit the page.
  public static func drawCoverage(
    _ facts: FigureFacts, _ coverage: Coverage, number: Int? = nil, on sheet: Sheet
  ) -> DrawnFigure {
    var limits = Self.most(sheet.paper)
    limits.topics = min(limits.topics, max(1, coverage.topics.count))
    limits.schools = min(limits.schools, max(1, coverage.schools.count))
    while true {
      let picture = CoveragePicture(facts, coverage, number: number, within: limits)
      let ink = picture.page(sheet).ink
      if !ink.hasWidth, limits.schools > 4 {
        limits.schools -= 1
      } else if !ink.hasHeight, limits.topics > 2 {
        limits.topics -= 1
      } else {
        return picture.drawn(on: sheet)
      }
    }
  }

  private func page(_ sheet: Sheet) -> (page: Page, ink: CoverageInk) {
    let page = Page(sheet.paper, furniture, legend: legend, tone: sheet.tone)
    return (page, CoverageInk(self, in: page.frame))
  }

  /// Draws the grid; no layout program is needed.
  public func drawn(on sheet: Sheet) -> DrawnFigure {
    let (page, ink) = page(sheet)
    return DrawnFigure(
      svg: page.svg(ink.elements), dot: dot, paper: sheet.paper, furniture: furniture, table: table,
      places: nil, fits: ink.hasWidth && ink.hasHeight)
  }

  /// What the marks mean: those that occur, and no others.
  public var legend: [LegendItem] {
    let used = Set(cells.joined().map(\.gap))
    return Gap.allCases.filter(used.contains).map {
      LegendItem(.gap($0, isQuiet: isMostlyDistant), $0.words)
    }
  }

  /// Whether most schools are out of reach of most topics: what is so nearly everywhere is the quietest mark, and a yellow
  /// page would hide the few schools that have somebody.
  var isMostlyDistant: Bool {
    let all = cells.joined()
    return all.count { $0.gap == .distant } * 2 > all.count
  }

  private var table: DataTable {
    var table = DataTable([
      .text("topic"), .number("holders"), .text("school"), .text("gap"),
      .number("in_school", "in school"),
    ])
    for topic in bars {
      table.rows.append([
        .text(topic.title), .count(topic.holders), .none,
        .text(!topic.isWhole ? "not known" : topic.holders == 0 ? "absent" : "single"), .none,
      ])
    }
    for (topic, row) in zip(topics, cells) {
      for (school, cell) in zip(schools, row) {
        table.rows.append([
          .text(topic.title), .count(topic.holders), .text(school.title),
          .text(cell.gap.name), .count(cell.holders),
        ])
      }
    }
    return table
  }

  private var dot: String {
    var lines = ["graph weft {", "  node [fontname=\"Inter\"];"]
    for (place, topic) in bars.enumerated() {
      lines.append("  b\(place) [label=\(DOT.quoted(topic.title)), shape=ellipse, style=dashed];")
    }
    for (place, topic) in topics.enumerated() {
      lines.append("  t\(place) [label=\(DOT.quoted(topic.title)), shape=ellipse];")
    }
    for (place, school) in schools.enumerated() {
      lines.append("  s\(place) [label=\(DOT.quoted(school.title)), shape=box];")
    }
    for (topic, row) in cells.enumerated() {
      for (school, cell) in row.enumerated() where cell.holders > 0 {
        lines.append("  t\(topic) -- s\(school) [label=\(DOT.quoted("\(cell.holders)"))];")
      }
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }
}

extension CoveragePicture.Gap {
  /// Its name in data.
  var name: String { self == .unknown ? "not known" : String(describing: self) }

  var words: String {
    switch self {
    case .absent: "nobody has listed it"
    case .distant: "distant: known, too far for most to ask"
    case .unknown: "not known: too little answered or read"
    case .thin: "thin: one person to ask, here or near"
    case .covered: "covered: two or more"
    }
  }
}

/// The marks of a coverage grid in its frame.
struct CoverageInk {
  private let picture: CoveragePicture
  private let size: Double
  private let pitch: Double
  /// How far apart bars stand: high enough for the words in them, where there is room.
  private let barPitch: Double
  private let top: Double
  private let barTop: Double
  private let left: Double
  private let right: Double
  private let wide: Double
  private let columnX: [Double]
  private let names: [String]
  /// Whether names stand across their columns.
  private let isWide: Bool
  private let labelRoom: Double
  private let hasSeekers: Bool
  /// The hubs that stand together, each with where it is and its name.
  private let hubs: [(left: Double, right: Double, lines: [String])]
  private let hubBase: Double
  /// Whether columns and rows are large enough to be read.
  let hasWidth: Bool
  let hasHeight: Bool

  private static let hubGap = 7.0
  private static let countRoom = 34.0
  private static let barHeight = 13.5
  /// Words need no more, and red is for few marks.
  private static let highestBar = 15.0

  init(_ picture: CoveragePicture, in frame: Rect) {
    self.picture = picture
    let least = 8.0
    let (rows, bars) = (Double(picture.topics.count), Double(picture.bars.count))
    let gap = bars == 0 ? 0 : 0.6
    let all = picture.bars + picture.topics
    hasSeekers = all.contains { $0.seekers > 0 }
    let counts = Self.countRoom * (hasSeekers ? 2 : 1)
    let longest = all.map { TextRuler.width($0.title, 10, .medium) }.max() ?? 0
    let labelRoom = min(longest + 12, frame.width * 0.28)
    self.labelRoom = labelRoom
    let gaps = Double(picture.schools.indices.dropFirst().count { Self.isNewHub($0, picture) })
    let columns = Double(max(picture.schools.count, 1))
    let column = (frame.width - labelRoom - counts - gaps * Self.hubGap) / columns
    let isWide = column >= 76 && picture.schools.count <= 6
    self.isWide = isWide
    let wide = min(isWide ? 120 : 40, column)
    self.wide = wide
    names = picture.labels.fitting(
      picture.schools.map { ($0.title, $0.kind) },
      GroupLabels.Room(
        width: isWide ? wide - 6 : frame.height < 300 ? 70 : 84, size: least + 0.5, weight: .regular
      ), .head)
    let head =
      isWide ? 18 : (names.map { TextRuler.width($0, least + 0.5) }.max() ?? 0) + 10
    let whole = labelRoom + columns * wide + gaps * Self.hubGap + counts
    let left = frame.x + labelRoom + max(0, frame.width - whole) / 2
    self.left = left
    let columnX = Self.places(picture, left, wide)
    self.columnX = columnX
    right = (columnX.last ?? left) + wide
    hubs = Self.hubs(picture, columnX, wide, lines: frame.height < 300 ? 1 : 2)
    let hubRoom = hubs.isEmpty ? 0 : 5 + 10 * Double(hubs.map(\.lines.count).max() ?? 0)
    hubBase = frame.y + hubRoom - 6
    barTop = frame.y + hubRoom + max(head, 26)
    let room = frame.bottom - barTop
    let even = min(20, room / max(rows + bars + gap, 1))
    let roomy = (room - bars * Self.barHeight) / max(rows + gap, 1)
    let isEven = even >= Self.barHeight || roomy < 8.9
    let pitch = isEven ? even : roomy
    self.pitch = pitch
    barPitch = isEven ? min(even, Self.highestBar) : Self.barHeight
    size = min(10, max(least, pitch * 0.86))
    top = barTop + bars * barPitch + gap * pitch
    hasWidth = wide >= 8.6
    hasHeight = pitch >= 8.9
  }

  /// Where columns begin: those of a hub side by side.
  private static func places(
    _ picture: CoveragePicture, _ left: Double, _ wide: Double
  ) -> [Double] {
    var x = left
    return picture.schools.indices.map { index in
      if index > 0 { x += wide + (isNewHub(index, picture) ? hubGap : 0) }
      return x
    }
  }

  /// The names of hubs above their columns; none where one has no room.
  private static func hubs(
    _ picture: CoveragePicture, _ columnX: [Double], _ wide: Double, lines: Int
  ) -> [(left: Double, right: Double, lines: [String])] {
    let starts = picture.schools.indices.filter { $0 == 0 || isNewHub($0, picture) }
    let ends = starts.dropFirst().map { $0 - 1 } + [picture.schools.count - 1]
    let labels = GroupLabels(picture.schools.compactMap(\.hub))
    var hubs: [(left: Double, right: Double, lines: [String])] = []
    for (start, end) in zip(starts, ends) {
      guard let hub = picture.schools[start].hub, !picture.schools[start].isCentral else {
        continue
      }
      let (left, right) = (columnX[start], columnX[end] + wide)
      let room = GroupLabels.Room(width: right - left, size: 8, lines: lines)
      guard let name = labels.fitting([(hub, .group)], room, .short).first, room.takes(name) else {
        return []
      }
      hubs.append((left, right, TextRuler.wrap(name, 8, .bold, room: right - left)))
    }
    return hubs
  }

  private static func isNewHub(_ index: Int, _ picture: CoveragePicture) -> Bool {
    let (one, before) = (picture.schools[index], picture.schools[index - 1])
    return one.hub != before.hub || one.isCentral != before.isCentral
  }

  var elements: [SVG] {
    [
      SVG("g", ["class": "heads"], hubHeads + heads),
      SVG("g", ["class": "bars"], picture.bars.indices.map(bar)),
      SVG("g", ["class": "cells"], picture.topics.indices.map(row)),
    ].filter { !$0.children.isEmpty }
  }

  private var hubHeads: [SVG] {
    hubs.flatMap { hub -> [SVG] in
      let y = hubBase
      return hub.lines.enumerated().map { row, words in
        Page.text(
          words, Point((hub.left + hub.right) / 2, y - 10 * Double(hub.lines.count - 1 - row)), 8,
          .bold, Palette.quiet, anchor: "middle")
      } + [Marks.line(Point(hub.left + 1, y + 3), Point(hub.right - 1, y + 3), Palette.link, 0.7)]
    }
  }

  private var heads: [SVG] {
    var marks = zip(names, columnX).map { name, x -> SVG in
      let middle = x + wide / 2
      if isWide {
        return Page.text(
          name, Point(middle, barTop - 6), 8.5, .regular, Palette.ink, anchor: "middle")
      }
      let spot = Point(middle + 3, barTop - 5 - TextRuler.width(name, 8.5) / 2)
      var text = Page.text(name, spot, 8.5, .regular, Palette.ink, anchor: "middle")
      text.attributes.append(
        .init(name: "transform", value: "rotate(-90 \(number(spot.x)) \(number(spot.y)))"))
      return text
    }
    for (column, words) in [["know it", "in trust"], ["would", "like to"]].enumerated()
    where column == 0 || hasSeekers {
      for (line, word) in words.enumerated() {
        marks.append(
          Page.text(
            word, Point(countX(column), barTop - 15 + Double(line) * 10), 8, .regular,
            Palette.quiet, anchor: "end"))
      }
    }
    return marks
  }

  private func countX(_ column: Int) -> Double { right + Double(column + 1) * Self.countRoom }

  private func label(_ topic: CoveragePicture.Topic, _ base: Double, isAlarm: Bool) -> [SVG] {
    let weight: TypeWeight = isAlarm ? .bold : .regular
    let title = TextRuler.wrap(topic.title, size, weight, room: labelRoom - 10, lines: 1)
    var marks = [
      Page.text(
        title.first ?? "", Point(left - 8, base), size, weight,
        isAlarm ? Palette.alarm : Palette.ink, anchor: "end"),
      Page.text(
        topic.isWhole || topic.holders > 1 ? "\(topic.holders)" : "?", Point(countX(0), base), size,
        isAlarm ? .bold : .regular,
        isAlarm ? Palette.alarm : Palette.quiet, anchor: "end"),
    ]
    if hasSeekers {
      marks.append(
        Page.text(
          topic.seekers == 0 ? "–" : topic.seekers < 3 ? "1–2" : "\(topic.seekers)",
          Point(countX(1), base), size, .regular,
          Palette.quiet, anchor: "end"))
    }
    return marks
  }

  /// A topic that nobody or one person knows, across all schools.
  private func bar(_ index: Int) -> SVG {
    let topic = picture.bars[index]
    let y = barTop + Double(index) * barPitch
    let base = y + barPitch / 2 + size * 0.36
    let isAbsent = topic.holders == 0 && topic.isWhole
    let ink = topic.isWhole ? Palette.alarm : Palette.quiet
    let words =
      !topic.isWhole
      ? [
        "who knows it stands in a row that could not be read", "a row could not be read",
        "not read",
      ]
      : isAbsent
        ? [
          "nobody has listed \(topic.inWords)"
            + (topic.seekers > 0
              ? "; \(topic.seekers < 3 ? "1–2 people" : "\(topic.seekers) people") would like to"
              : ""),
          "nobody has listed \(topic.inWords)", "nobody",
        ] : ["one person in the whole trust; where is not shown", "one person, not shown", "one"]
    // Where there is no height for words and an edge round them, a ground stands for the edge.
    let hasEdge = barPitch >= Self.barHeight - 0.5
    let edge = hasEdge ? 0.5 : 0.25
    // Many solid bars would make a red page, on which nothing stands out.
    let isSolid = isAbsent && picture.bars.count { $0.holders == 0 } <= Self.mostSolid
    let weight: TypeWeight = isAbsent && !isSolid ? .bold : .medium
    let size = max(8, min(size, (barPitch - 2.5) / 1.25))
    let said = words.first { TextRuler.width($0, size, weight) < right - left - 8 } ?? ""
    return SVG(
      "g", ["class": "bar"],
      [
        SVG("title", text: "\(topic.title): \(words[0])"),
        SVG(
          "rect",
          [
            "x": number(left + 0.5), "y": number(y + edge), "width": number(right - left - 1),
            "height": number(barPitch - 2 * edge),
            "fill": !topic.isWhole || hasEdge && !isAbsent
              ? "#FFFFFF" : isSolid ? Palette.alarm : Palette.alarmGround,
            "stroke": hasEdge ? ink : "none", "stroke-width": "1",
          ]),
        Page.text(
          said, Point((left + right) / 2, base), size, weight,
          isSolid ? "#FFFFFF" : ink, anchor: "middle"),
      ] + label(topic, base, isAlarm: topic.isWhole))
  }

  /// The most bars that are red from end to end.
  private static let mostSolid = 4

  private func row(_ index: Int) -> SVG {
    let topic = picture.topics[index]
    let y = top + Double(index) * pitch
    let base = y + pitch / 2 + size * 0.36
    var marks = [SVG("title", text: words(index))]
    marks += label(topic, base, isAlarm: false)
    for (column, cell) in picture.cells[index].enumerated() {
      marks += Marks.gap(
        cell.gap,
        Rect(
          x: columnX[column] + 1, y: y + pitch * 0.1, width: wide - 2, height: pitch * 0.8),
        isQuiet: picture.isMostlyDistant)
    }
    return SVG("g", ["class": "row"], marks)
  }

  private func words(_ index: Int) -> String {
    let row = picture.cells[index]
    let parts = CoveragePicture.Gap.allCases.compactMap { gap -> String? in
      let count = row.count { $0.gap == gap }
      return count > 0 ? "\(gap.name) in \(counted(count, "school"))" : nil
    }
    return ([picture.topics[index].title] + parts).joined(separator: ", ")
  }
}

extension Marks {
  /// How well a school is served on a topic, by form before colour.
  ///
  /// - Parameter isQuiet: whether a topic out of reach is a dash, as where nothing is on record.
  static func gap(_ gap: CoveragePicture.Gap, _ frame: Rect, isQuiet: Bool) -> [SVG] {
    if gap == .distant, isQuiet {
      let middle = Point(frame.x + frame.width / 2, frame.y + frame.height / 2)
      let half = min(3, frame.width * 0.3)
      return [
        line(
          Point(middle.x - half, middle.y), Point(middle.x + half, middle.y), Palette.link, 0.9)
      ]
    }
    if gap == .unknown {
      return [
        SVG(
          "rect",
          [
            "x": number(frame.x + 0.5), "y": number(frame.y + 0.5),
            "width": number(frame.width - 1), "height": number(frame.height - 1),
            "fill": "#FFFFFF", "stroke": Palette.link, "stroke-dasharray": "1.5 1.5",
          ])
      ]
    }
    let isThin = gap == .thin
    let corner = min(frame.height, frame.width) * 0.62
    let inset = isThin ? 0.5 : 0
    let box = SVG(
      "rect",
      [
        "x": number(frame.x + inset), "y": number(frame.y + inset),
        "width": number(frame.width - 2 * inset), "height": number(frame.height - 2 * inset),
        "fill": isThin ? "#FFFFFF" : gap == .covered ? Palette.covered : Palette.distantGround,
        "stroke": isThin ? Palette.rule : "none",
      ])
    if gap == .distant {
      return [
        box,
        SVG(
          "polygon",
          [
            "points":
              "\(number(frame.x)),\(number(frame.y)) \(number(frame.x + corner)),\(number(frame.y)) \(number(frame.x)),\(number(frame.y + corner))",
            "fill": Palette.distant,
          ]),
      ]
    }
    guard isThin else { return [box] }
    return [
      box,
      SVG(
        "circle",
        [
          "cx": number(frame.x + frame.width / 2), "cy": number(frame.y + frame.height / 2),
          "r": number(min(1.8, frame.height * 0.2)), "fill": Palette.quiet,
        ]),
    ]
  }
}
