import Networks

extension MatrixPicture {
  /// Draws the matrix with as many rows as fit.
  public static func drawMatrix(
    _ facts: FigureFacts, number: Int? = nil, on sheet: Sheet
  ) -> DrawnFigure {
    DrawnFigure.fullest([60, 46, 36, 30, 24, 20, 16, 12, 8]) { limit in
      MatrixPicture(facts, number: number, limit: limit).drawn(on: sheet)
    }
  }

  /// Draws the matrix, beside an axis where there is room for one; no layout program is needed.
  public func drawn(on sheet: Sheet) -> DrawnFigure {
    let paper = sheet.paper
    let page = Page(paper, furniture, legend: legend, tone: sheet.tone)
    let ink = MatrixInk(self, in: page.frame)
    if hasAxis, !ink.fits {
      var plain = self
      plain.hasAxis = false
      return plain.drawn(on: sheet)
    }
    return DrawnFigure(
      svg: page.svg(ink.elements), dot: dot, paper: paper, furniture: furniture, table: table,
      places: nil, fits: ink.fits)
  }

  /// The grid itself, and the shares beside it.
  private var table: DataTable {
    var table = DataTable(
      [.text("group")] + rows.map { DataTable.Column.number($0.title) } + [
        .number("leads_out_percent", "ties that lead out, %"),
        .number("others_percent", "the others at its size, %"),
        .number("chance_percent", "by chance, %"), .text("note"),
      ])
    func share(_ value: Double?) -> DataTable.Cell {
      value.map { .number($0 * 100, places: 0) } ?? .none
    }
    table.rows = zip(rows, cells).map { row, cells in
      [.text(row.title)]
        + cells.map { cell in
          switch cell {
          case .none: .none
          case .ties(let ties): .count(Int(ties.rounded()))
          }
        } + [share(row.seen), share(row.others), share(row.chance), .text(row.alarm ?? "")]
    }
    return table
  }

  /// What the marks mean: those that occur, and no others.
  public var legend: [LegendItem] {
    var levels: Set<Int> = []
    for (i, row) in cells.enumerated() {
      for (j, cell) in row.enumerated() {
        if case .ties(let ties) = cell, hasColour(i, j) { levels.insert(level(ties)) }
      }
    }
    var items = levels.sorted().map { level in
      let low = level == 0 ? 1 : Int(limits[level - 1]) + 1
      let words =
        level == limits.count
        ? "\(low) or more"
        : Int(limits[level]) == low ? "\(low)" : "\(low) to \(Int(limits[level]))"
      return LegendItem(
        .cell(fill: Palette.steps[stepOf(level)], text: ""),
        words + (level == levels.min() ? " ties" : ""))
    }
    items.append(LegendItem(.cell(fill: "#FFFFFF", text: ""), "no tie, or not shown"))
    if blocks.contains(where: { !$0.name.isEmpty }) { items.append(LegendItem(.outline, "hub")) }
    if rows.contains(where: { $0.seen != nil }) {
      guard hasAxis else { return items }
      items.append(LegendItem(.dot(isFilled: true), "share of ties that lead out"))
      if rows.contains(where: { $0.others != nil }) {
        items.append(LegendItem(.dot(isFilled: false), "the others at its size"))
      }
      if showsChance { items.append(LegendItem(.tick, "by chance")) }
    }
    return items
  }

  /// Whether a cell counts the ties between two groups, and not those of many.
  func hasColour(_ row: Int, _ column: Int) -> Bool {
    row != column && !rows[row].isRest && !rows[column].isRest
  }

  /// The colour class of a number of ties.
  func level(_ ties: Double) -> Int { limits.count { ties.rounded() > $0 } }

  /// The step of the palette for a class, from the palest to the darkest; where there is one class, the palest.
  func stepOf(_ level: Int) -> Int {
    limits.isEmpty ? 0 : level * (Palette.steps.count - 1) / limits.count
  }

  /// The grid as a graph for other programs.
  private var dot: String {
    var lines = ["graph weft {", "  node [shape=box, fontname=\"Inter\"];"]
    for (index, row) in rows.enumerated() {
      lines.append("  n\(index) [label=\(DOT.quoted(row.title))];")
    }
    for i in rows.indices {
      for j in rows.indices where j > i {
        if case .ties(let ties) = cells[i][j] {
          lines.append("  n\(i) -- n\(j) [weight=\(fixed(ties, places: 2))];")
        }
      }
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }
}

/// The marks of a matrix in its frame.
struct MatrixInk {
  private let picture: MatrixPicture
  /// The height and width of a cell.
  private let side: Double
  private let wide: Double
  private let left: Double
  private let top: Double
  private let labelWidth: Double
  private let names: [String]
  private let plotLeft: Double
  private let plotWidth: Double
  let fits: Bool

  private let labelSize: Double
  private static let headHeight = 34.0

  /// The least width of the axis.
  private static let leastPlot = 60.0

  init(_ picture: MatrixPicture, in frame: Rect) {
    self.picture = picture
    let count = Double(max(picture.rows.count, 1))
    let labelSize = count <= 4 ? 14.0 : count <= 8 ? 12 : count <= 14 ? 10.5 : 9
    self.labelSize = labelSize
    let hasPlot = picture.rows.contains { $0.seen != nil }
    let hasAxis = hasPlot && picture.hasAxis
    // What is said at the right has room of its own.
    let said = picture.rows.map { hasAxis ? Self.seenWords($0.seen, $0.alarm) : $0.alarm ?? "" }
    let words = said.map { TextRuler.width($0, 8.5, .bold) }.max() ?? 0
    let tail =
      hasAxis
      ? 34 + Self.leastPlot + 20 + words : (hasPlot ? 56 : 20) + (words > 0 ? words + 10 : 0)
    let byHeight = (frame.height - Self.headHeight) / count
    // Columns are wide enough for the longest number in the smallest type.
    let longest =
      picture.cells.joined().map { cell in
        if case .ties(let ties) = cell {
          TextRuler.width(counted(Int(ties.rounded())), 8, .medium)
        } else {
          0
        }
      }.max() ?? 0
    let highest = min(count <= 4 ? 72 : count <= 8 ? 50 : count <= 14 ? 30 : 26, byHeight)
    // Names take what the grid leaves.
    let free = frame.width - tail - 40 - count * max(highest * 1.2, longest + 2)
    names = picture.labels.fitting(
      picture.rows.map { ($0.title, $0.kind) },
      GroupLabels.Room(width: max(frame.width * 0.24, free), size: labelSize), .whole)
    let labelSizes = names.map { TextRuler.width($0, labelSize, .bold) }
    labelWidth = (labelSizes.max() ?? 0) + 24
    let byWidth = (frame.width - labelWidth - tail - 16) / count
    side = min(highest, byWidth * 1.2)
    wide = min(max(side * 1.35, longest + 2), byWidth)
    // What does not fill the page stands in the middle of it.
    let used = labelWidth + count * wide + (hasAxis ? 34 + 130 + 20 + words : tail)
    left = frame.x + labelWidth + max(0, frame.width - used) / 2
    top =
      frame.y + Self.headHeight + max(0, frame.height - Self.headHeight - count * side) * 0.38
    plotLeft = left + count * wide + 34
    plotWidth = hasAxis ? max(0, min(130, frame.right - plotLeft - 20 - words)) : 0
    fits =
      side >= 9.8 && wide >= max(12.5, longest) && (!hasAxis || plotWidth >= Self.leastPlot - 1)
  }

  var elements: [SVG] {
    [
      SVG("g", ["class": "grid", "aria-hidden": "true"], grid),
      SVG("g", ["class": "cells"], picture.rows.indices.map(row)),
      SVG("g", ["class": "blocks", "aria-hidden": "true"], outlines),
      SVG("g", ["class": "plot"], plot),
    ].filter { !$0.children.isEmpty }
  }

  private func x(_ column: Int) -> Double { left + Double(column) * wide }
  private func y(_ row: Int) -> Double { top + Double(row) * side }
  private var numberSize: Double { max(8, min(labelSize + 1, side * 0.6)) }

  // MARK: - Grid and cells

  private var grid: [SVG] {
    let count = picture.rows.count
    return (0...count).flatMap { line in
      [
        rule(x(line), y(0), x(line), y(count)), rule(x(0), y(line), x(count), y(line)),
      ]
    }
  }

  private func rule(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> SVG {
    SVG(
      "line",
      [
        "x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2),
        "stroke": "#D9DEE2", "stroke-width": "0.4",
      ])
  }

  private func row(_ index: Int) -> SVG {
    let row = picture.rows[index]
    let base = y(index) + side / 2 + 3.2
    let colour = row.alarm == nil ? Palette.ink : Palette.alarm
    let weight: TypeWeight = row.alarm == nil ? .medium : .bold
    var marks = [SVG("title", text: words(index))]
    marks.append(
      Page.text(
        names[index], Point(left - 24, base), labelSize, weight, colour, anchor: "end"))
    marks.append(
      Page.text(
        "\(index + 1)", Point(left - 6, base), max(8.5, labelSize - 1), .regular, Palette.quiet,
        anchor: "end"))
    marks.append(
      Page.text(
        "\(index + 1)", Point(x(index) + wide / 2, top - 5), 8.5, .regular, Palette.quiet,
        anchor: "middle"))
    for column in picture.rows.indices { marks += cell(index, column) }
    return SVG("g", ["class": "row \(row.kind.rawValue)", "data-id": row.id], marks)
  }

  private func cell(_ row: Int, _ column: Int) -> [SVG] {
    let middle = Point(x(column) + wide / 2, y(row) + side / 2 + numberSize * 0.36)
    switch picture.cells[row][column] {
    case .none: return row == column ? [square(row, column, Palette.hull)] : []
    case .ties(let ties):
      let hasColour = picture.hasColour(row, column)
      let step = picture.stepOf(picture.level(ties))
      let shown = counted(Int(ties.rounded()))
      let isWide = TextRuler.width(shown, numberSize, .medium) > wide - 1
      return [
        square(
          row, column,
          hasColour ? Palette.steps[step] : row == column ? Palette.hull : "#FFFFFF"),
        Page.text(
          shown, middle, isWide ? 8 : numberSize, hasColour ? .medium : .regular,
          hasColour ? Palette.stepInks[step] : Palette.quiet, anchor: "middle"),
      ]
    }
  }

  private func square(_ row: Int, _ column: Int, _ fill: String) -> SVG {
    SVG(
      "rect",
      [
        "x": number(x(column) + 0.4), "y": number(y(row) + 0.4), "width": number(wide - 0.8),
        "height": number(side - 0.8), "fill": fill,
      ])
  }

  private var outlines: [SVG] {
    picture.blocks.map { block in
      let size = Double(block.rows.count)
      return SVG(
        "rect",
        [
          "x": number(x(block.rows.lowerBound)), "y": number(y(block.rows.lowerBound)),
          "width": number(size * wide), "height": number(size * side), "fill": "none",
          "stroke": Palette.ink, "stroke-width": block.name.isEmpty ? "0.8" : "1.4",
        ])
    }
      + picture.blocks.compactMap { block in
        // A block of one row has its name at the left.
        guard !block.name.isEmpty, block.rows.count > 1,
          let name = TextRuler.wrap(
            block.name, 9, .bold, room: Double(block.rows.count) * side - 4, lines: 1
          ).first, name.count > 3
        else { return nil }
        // The name stands upright beside the block, read from below.
        let middle = Point(
          x(picture.rows.count) + 9, (y(block.rows.lowerBound) + y(block.rows.upperBound)) / 2)
        var text = Page.text(name, middle, 9, .bold, Palette.quiet, anchor: "middle")
        text.attributes.append(
          .init(name: "transform", value: "rotate(90 \(number(middle.x)) \(number(middle.y)))"))
        return text
      }
  }

  // MARK: - Seen against expected

  private var plot: [SVG] {
    guard plotWidth > 0 else { return numbers }
    let count = picture.rows.count
    var marks: [SVG] = [
      Page.text(
        "Share of ties that lead out", Point(plotLeft, top - 17), 9, .bold, Palette.quiet)
    ]
    for share in [0.0, 0.5, 1.0] {
      let x = plotLeft + share * plotWidth
      marks.append(rule(x, top, x, y(count)))
      marks.append(
        Page.text(
          percent(share), Point(x, top - 5), 8.5, .regular, Palette.quiet, anchor: "middle"))
    }
    for (index, row) in picture.rows.enumerated() {
      let middle = y(index) + side / 2
      marks.append(
        Page.text(
          Self.seenWords(row.seen, row.alarm),
          Point(plotLeft + plotWidth + 14, middle + 3.2), 8.5,
          row.alarm == nil ? .regular : .bold, row.alarm == nil ? Palette.ink : Palette.alarm))
      guard let seen = row.seen else { continue }
      func at(_ share: Double) -> Point { Point(plotLeft + share * plotWidth, middle) }
      if picture.showsChance, let chance = row.chance { marks.append(Marks.tick(at(chance))) }
      if let others = row.others {
        marks.append(bar(at(seen), at(others), isAlarm: row.alarm != nil))
        marks.append(Marks.dot(at(others), isFilled: false))
      }
      marks.append(Marks.dot(at(seen), isFilled: true))
    }
    return marks
  }

  /// The share seen as a number, and why a row stands out, where there is no room for an axis.
  private var numbers: [SVG] {
    let hasPlot = picture.rows.contains { $0.seen != nil }
    let x = left + Double(picture.rows.count) * wide + (hasPlot ? 52 : 12)
    let head = ["ties", "out"].enumerated().map { line, word in
      Page.text(
        word, Point(x, top - 15 + Double(line) * 10), 8.5, .bold, Palette.quiet, anchor: "end")
    }
    return (hasPlot ? head : [])
      + picture.rows.enumerated().flatMap { index, row -> [SVG] in
        let base = y(index) + side / 2 + 3.2
        let share = row.seen.map { seen in
          Page.text(
            percent(seen), Point(x, base), 8.5, row.alarm == nil ? .regular : .bold,
            row.alarm == nil ? Palette.ink : Palette.alarm, anchor: "end")
        }
        let why = row.alarm.map {
          Page.text($0, Point(x + 8, base), 8.5, .bold, Palette.alarm)
        }
        return [share, why].compactMap { $0 }
      }
  }

  /// The share seen, and why the row stands out.
  private static func seenWords(_ seen: Double?, _ alarm: String?) -> String {
    [seen.map(percent), alarm].compactMap { $0 }.joined(separator: "  ")
  }

  private func bar(_ a: Point, _ b: Point, isAlarm: Bool) -> SVG {
    SVG(
      "line",
      [
        "x1": number(a.x), "y1": number(a.y), "x2": number(b.x), "y2": number(b.y),
        "stroke": isAlarm ? Palette.alarm : Palette.link, "stroke-width": "1.6",
      ])
  }

  /// The row in words.
  private func words(_ index: Int) -> String {
    let row = picture.rows[index]
    var words = [row.title]
    if let seen = row.seen { words.append("\(percent(seen)) of ties lead out") }
    if let others = row.others { words.append("\(percent(others)) among the others at its size") }
    if let alarm = row.alarm { words.append(alarm) }
    return words.joined(separator: ", ")
  }
}
