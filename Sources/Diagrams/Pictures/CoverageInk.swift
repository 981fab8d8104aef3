import Networks

extension CoveragePicture {
  /// Draws the grid; no layout program is needed.
  public func drawn(on sheet: Sheet) -> DrawnFigure {
    let page = Page(sheet.paper, furniture, legend: legend, tone: sheet.tone)
    let ink = CoverageInk(self, in: page.frame)
    return DrawnFigure(
      svg: page.svg(ink.elements), dot: dot, paper: sheet.paper, furniture: furniture, table: table,
      places: nil, fits: ink.fits)
  }

  /// What the marks mean: those that occur, and no others.
  public var legend: [LegendItem] {
    let used = Set(cells.joined().map(\.gap))
    return Gap.allCases.filter(used.contains).map {
      LegendItem(.cell(fill: $0.fill, text: ""), $0.words)
    }
  }

  private var table: DataTable {
    var table = DataTable([
      .text("topic"), .number("holders"), .text("school"), .text("gap"),
      .number("in_school", "in school"),
    ])
    for (topic, row) in zip(topics, cells) {
      for (school, cell) in zip(schools, row) {
        table.rows.append([
          .text(topic.title), .count(topic.holders), .text(school.title),
          .text(String(describing: cell.gap)), .count(cell.holders),
        ])
      }
    }
    return table
  }

  private var dot: String {
    var lines = ["graph weft {", "  node [fontname=\"Inter\"];"]
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
  var fill: String { Palette.gaps[rawValue] }
  var ink: String { Palette.gapInks[rawValue] }
  var words: String {
    switch self {
    case .absent: "absent: nobody in the trust"
    case .distant: "distant: somebody in the trust, too far for most to ask"
    case .thin: "thin: one person, here or near"
    case .covered: "covered: two or more"
    }
  }
}

/// The marks of a coverage grid in its frame.
struct CoverageInk {
  private let picture: CoveragePicture
  private let side: Double
  private let wide: Double
  private let left: Double
  private let top: Double
  private let headHeight: Double
  private let labelSize: Double
  /// Whether the columns are so few and wide that their heads run across.
  private let isWide: Bool
  let fits: Bool

  /// Between the lines of a head.
  private static let leading = 10.0

  init(_ picture: CoveragePicture, in frame: Rect) {
    self.picture = picture
    let (rows, columns) = (
      Double(max(picture.topics.count, 1)), Double(max(picture.schools.count, 1))
    )
    labelSize = rows <= 10 ? 11 : rows <= 16 ? 10 : 9
    let type = labelSize
    let labels = picture.topics.map { TextRuler.width($0.title, type, .medium) }.max() ?? 0
    let labelWidth = min(labels, frame.width * 0.3) + 44
    let share = (frame.width - labelWidth - 96) / columns
    isWide = columns <= 6 && share >= 84
    let wide = isWide ? min(128, share) : min(46, share)
    self.wide = wide
    // Heads run upwards in two lines where columns are wide enough.
    let lines = wide >= 21 ? 2 : 1
    let room = min(110.0, frame.height * 0.32)
    headHeight =
      isWide
      ? Double(
        picture.schools.map {
          TextRuler.wrap($0.title, 9, .medium, room: wide - 8, lines: 3).count
        }.max() ?? 1) * Self.leading + 8
      : min(
        room,
        picture.schools.map { school in
          TextRuler.wrap(school.title, 9, .medium, room: room, lines: lines)
            .map { TextRuler.width($0, 9, .medium) }.max() ?? 0
        }.max() ?? 0) + 8
    side = min(26, (frame.height - headHeight) / rows)
    fits = side >= 10.5 && wide >= 11
    // The grid with its labels stands in the middle of a page that is wider than it needs.
    let spare = max(0, frame.width - labelWidth - columns * wide - 96) / 2
    left = frame.x + labelWidth + spare
    top = frame.y + headHeight + max(0, frame.height - headHeight - rows * side) * 0.3
  }

  var elements: [SVG] {
    [
      SVG("g", ["class": "heads"], picture.schools.indices.flatMap(head)),
      SVG("g", ["class": "cells"], picture.topics.indices.map(row)),
    ]
  }

  private func head(_ column: Int) -> [SVG] {
    if isWide { return headAcross(column) }
    let lines = TextRuler.wrap(
      picture.schools[column].title, 9, .medium, room: headHeight - 8, lines: wide >= 21 ? 2 : 1)
    return lines.enumerated().map { index, line in
      let x =
        left + (Double(column) + 0.5) * wide + 3.2
        + (Double(index) - Double(lines.count - 1) / 2) * Self.leading
      let middle = Point(x, top - 5 - TextRuler.width(line, 9, .medium) / 2)
      var text = Page.text(line, middle, 9, .medium, Palette.ink, anchor: "middle")
      text.attributes.append(
        .init(name: "transform", value: "rotate(-90 \(number(middle.x)) \(number(middle.y)))"))
      return text
    }
  }

  /// The head of a wide column, across it.
  private func headAcross(_ column: Int) -> [SVG] {
    let lines = TextRuler.wrap(
      picture.schools[column].title, 9, .medium, room: wide - 8, lines: 3)
    return lines.enumerated().map { index, line in
      let base = top - 7 - Double(lines.count - 1 - index) * Self.leading
      return Page.text(
        line, Point(left + (Double(column) + 0.5) * wide, base), 9, .medium, Palette.ink,
        anchor: "middle")
    }
  }

  private func row(_ index: Int) -> SVG {
    let topic = picture.topics[index]
    let y = top + Double(index) * side
    let base = y + side / 2 + labelSize * 0.35
    let isAlarm = topic.holders <= 1
    let weight: TypeWeight = isAlarm ? .bold : .medium
    let title = TextRuler.wrap(
      topic.title, labelSize, weight, room: left - 52, lines: 1)
    var marks = [SVG("title", text: words(index))]
    marks.append(
      Page.text(
        title.first ?? "", Point(left - 10, base), labelSize, weight,
        isAlarm ? Palette.alarm : Palette.ink, anchor: "end"))
    for (column, cell) in picture.cells[index].enumerated() {
      let x = left + Double(column) * wide
      marks.append(
        SVG(
          "rect",
          [
            "x": number(x + 0.75), "y": number(y + 0.75), "width": number(wide - 1.5),
            "height": number(side - 1.5), "fill": cell.gap.fill,
          ]))
      let text = cell.gap == .absent ? "–" : cell.holders > 0 ? "\(cell.holders)" : ""
      if !text.isEmpty {
        let size = max(8, min(10, side * 0.62))
        marks.append(
          Page.text(
            text, Point(x + wide / 2, y + side / 2 + size * 0.36), size, .medium, cell.gap.ink,
            anchor: "middle"))
      }
    }
    let end = left + Double(picture.schools.count) * wide + 10
    let note =
      topic.holders == 0 ? "nobody" : counted(topic.holders, "person", "people")
    marks.append(
      Page.text(
        note, Point(end, base), max(8.5, labelSize - 0.5), isAlarm ? .bold : .regular,
        isAlarm ? Palette.alarm : Palette.quiet))
    return SVG("g", ["class": "row"], marks)
  }

  private func words(_ index: Int) -> String {
    let row = picture.cells[index]
    let parts = CoveragePicture.Gap.allCases.compactMap { gap -> String? in
      let count = row.count { $0.gap == gap }
      return count > 0 ? "\(String(describing: gap)) in \(counted(count, "school"))" : nil
    }
    return ([picture.topics[index].title] + parts).joined(separator: ", ")
  }
}
