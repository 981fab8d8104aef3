import Networks

/// A page round a picture: headline above, legend and small print below, and the frame between for the picture.
public struct Page: Sendable {
  public let paper: PaperSize
  public let furniture: Furniture
  public let legend: [LegendItem]
  public let tone: Tone
  /// The room for the picture.
  public let frame: Rect
  private let headline: [String]
  private let subtitle: [String]
  private let legendRows: [[Placed]]
  private let small: [String]

  private struct Placed: Sendable {
    let item: LegendItem
    let x: Double
  }

  /// Sizes of type, and how far apart lines of headline, subtitle, legend and small print stand.
  private struct Sizes: Sendable {
    let headline, subtitle, legend, small: Double

    init(_ paper: PaperSize) {
      (headline, subtitle, legend, small) =
        switch paper {
        case .column: (11.5, 9, 8.5, 8)
        case .half: (11, 8.5, 8, 8)
        case .inset: (11.5, 9, 8, 8)
        default: (18, 11, 9, 8.5)
        }
    }

    var headlineStep: Double { headline * 23 / 18 }
    var subtitleStep: Double { subtitle * 15 / 11 }
    var legendStep: Double { legend + 8 }
    var smallStep: Double { small * 11.5 / 8.5 }
  }
  private let sizes: Sizes
  static let smallSize = 8.5

  public init(
    _ paper: PaperSize, _ furniture: Furniture, legend: [LegendItem], tone: Tone = .colour
  ) {
    self.paper = paper
    self.tone = tone
    self.furniture = furniture
    self.legend = legend
    let room = paper.canvas.width - 2 * paper.margin
    let sizes = Sizes(paper)
    self.sizes = sizes
    let isBare = paper.isBare
    headline =
      isBare
      ? []
      : TextRuler.balanced(
        Self.headline(furniture, sizes.headline, room: room, lines: paper == .half ? 5 : 2),
        sizes.headline, .bold, room: room, lines: paper == .half ? 5 : 3)
    subtitle = (isBare ? [] : [furniture.subtitle, furniture.basis]).flatMap {
      TextRuler.wrap($0, sizes.subtitle, room: room, lines: paper == .half ? 4 : 2)
    }
    legendRows = Self.flow(legend, room: room, sizes.legend)
    small =
      (isBare
      ? [furniture.suppression] : [furniture.reading, furniture.suppression, furniture.source])
      .filter { !$0.isEmpty }
      .flatMap { TextRuler.wrap($0, sizes.small, room: room, lines: paper == .half ? 8 : 4) }
    let mark = Self.topLine(furniture).isEmpty ? 0.0 : 14
    let top =
      paper.margin + mark + Double(headline.count) * sizes.headlineStep
      + Double(subtitle.count) * sizes.subtitleStep + (paper.isNarrow ? 5 : 8)
    let bottom =
      paper.margin + Double(small.count) * sizes.smallStep + 10 + Double(legendRows.count)
      * sizes.legendStep + 8
    frame = Rect(
      x: paper.margin, y: top, width: room, height: max(60, paper.canvas.height - top - bottom))
  }

  /// The headline, without the last of its findings where not all have room; the description has them.
  private static func headline(
    _ furniture: Furniture, _ size: Double, room: Double, lines: Int
  ) -> String {
    var text = furniture.headline
    while !furniture.isHeadlineGiven,
      TextRuler.wrap(text, size, .bold, room: room).count > lines,
      let cut = text.ranges(of: "; ").last
    {
      text = String(text[..<cut.lowerBound])
    }
    return text
  }

  private static func topLine(_ furniture: Furniture) -> String {
    [
      furniture.number.map { "Figure \($0)" }, furniture.meeting, furniture.marking,
    ].compactMap { $0 }.joined(separator: "  ·  ")
  }

  /// Puts legend items in rows, left to right.
  private static func flow(_ items: [LegendItem], room: Double, _ size: Double) -> [[Placed]] {
    var rows: [[Placed]] = []
    var x = 0.0
    for item in items {
      let width = markWidth(item.mark) + 6 + TextRuler.width(item.text, size)
      if rows.isEmpty || x + width > room {
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append(Placed(item: item, x: x))
      x += width + 18
    }
    return rows
  }

  private static func markWidth(_ mark: LegendItem.Mark) -> Double {
    switch mark {
    case .node, .panel, .quiet: 22
    case .link: 28
    case .ring: 24
    case .chip(let code, _): Marks.chipWidth(code)
    case .range, .gap: 20
    case .share, .openShare, .blackTick, .depth: 9
    case .frame: 12
    case .count: 20
    case .cell: 14
    case .outline: 14
    case .dot, .tick, .cross: 8
    case .diamond: 11
    case .sure: 31
    case .person: 12
    }
  }

  /// The whole figure as SVG, with the picture's elements in their place.
  public func svg(_ picture: [SVG]) -> String {
    let (width, height) = paper.canvas
    var elements: [SVG] = [
      SVG("title", ["id": "title"], text: furniture.altText),
      SVG("desc", ["id": "desc"], text: furniture.description),
      SVG("rect", ["width": number(width), "height": number(height), "fill": "#FFFFFF"]),
    ]
    elements.append(SVG("g", ["class": "head"], header()))
    elements.append(SVG("g", ["class": "picture"], picture))
    elements.append(SVG("g", ["class": "foot"], footer()))
    let root = SVG(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": "\(number(paper.size.width))pt",
        "height": "\(number(paper.size.height))pt",
        "viewBox": "0 0 \(number(width)) \(number(height))",
        "role": "img", "aria-labelledby": "title desc", "lang": "en-GB", "xml:lang": "en-GB",
        "font-family": "Inter, 'Noto Sans', Arial, sans-serif",
      ], elements)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + (tone == .mono ? root.inGrey : root).markup
  }

  private func header() -> [SVG] {
    let x = paper.margin
    var y = paper.margin
    var elements: [SVG] = []
    let top = Self.topLine(furniture)
    if !top.isEmpty {
      elements.append(
        Self.text(
          top, Point(paper.canvas.width - paper.margin, y + 7), Self.smallSize, .medium,
          Palette.quiet, anchor: "end"))
      y += 14
    }
    for line in headline {
      elements.append(
        Self.text(line, Point(x, y + sizes.headline * 0.944), sizes.headline, .bold, Palette.ink))
      y += sizes.headlineStep
    }
    for line in subtitle {
      elements.append(
        Self.text(line, Point(x, y + sizes.subtitle), sizes.subtitle, .regular, Palette.quiet))
      y += sizes.subtitleStep
    }
    return elements
  }

  private func footer() -> [SVG] {
    let x = paper.margin
    var y = paper.canvas.height - paper.margin - Double(small.count) * sizes.smallStep
    var elements: [SVG] = []
    for (index, line) in small.enumerated() {
      elements.append(
        Self.text(
          line, Point(x, y + Double(index) * sizes.smallStep + sizes.small), sizes.small, .regular,
          Palette.quiet))
    }
    y -= 5
    elements.append(
      SVG(
        "line",
        [
          "x1": number(x), "y1": number(y), "x2": number(paper.canvas.width - x), "y2": number(y),
          "stroke": Palette.rule, "stroke-width": "0.5",
        ]))
    y -= 8 + Double(legendRows.count - 1) * sizes.legendStep
    for row in legendRows {
      for placed in row {
        elements.append(legendItem(placed.item, Point(x + placed.x, y - 3)))
      }
      y += sizes.legendStep
    }
    return elements
  }

  private func legendItem(_ item: LegendItem, _ at: Point) -> SVG {
    let width = Self.markWidth(item.mark)
    var marks: [SVG] = []
    let box = Rect(x: at.x, y: at.y - 5, width: width, height: 11)
    switch item.mark {
    case .node(let kind): marks += NodeShape.mark(kind, box, tone)
    case .quiet: marks += NodeShape.quiet(.group, box, tone)
    case .person(let mark):
      let radius = mark == .inward || mark == .outward ? 3.2 : 4.5
      marks += Marks.person(Point(at.x + 6, at.y), radius: radius, mark)
    case .link(let colour, let thickness, let dashes):
      var line = SVG(
        "line",
        [
          "x1": number(at.x), "y1": number(at.y), "x2": number(at.x + width), "y2": number(at.y),
          "stroke": colour, "stroke-width": number(thickness),
        ])
      if let dashes { line.attributes.append(.init(name: "stroke-dasharray", value: dashes)) }
      marks.append(line)
    case .ring:
      marks.append(ring(Rect(x: at.x + 2, y: at.y - 5, width: 20, height: 10), radius: 4))
    case .share, .openShare:
      let isOpen = item.mark == .openShare
      marks.append(
        SVG(
          "circle",
          [
            "cx": number(at.x + 4.5), "cy": number(at.y), "r": "3.8",
            "fill": isOpen ? "#FFFFFF" : Palette.gain, "stroke": isOpen ? Palette.rule : "#FFFFFF",
            "stroke-width": isOpen ? "1.6" : "0.6",
          ]))
    case .blackTick:
      marks.append(
        SVG(
          "line",
          [
            "x1": number(at.x + 4.5), "y1": number(at.y - 6), "x2": number(at.x + 4.5),
            "y2": number(at.y + 6), "stroke": "#000000", "stroke-width": "2",
          ]))
    case .depth(let radius, let isContact):
      marks.append(
        SVG(
          "circle",
          [
            "cx": number(at.x + 4.5), "cy": number(at.y), "r": number(radius),
            "fill": isContact ? Palette.rule : Palette.gain,
          ]))
    case .frame: marks.append(Marks.frame(Point(at.x + 6, at.y), half: 4.8))
    case .range:
      marks.append(
        SVG(
          "rect",
          [
            "x": number(at.x), "y": number(at.y - 4.5), "width": "20", "height": "9",
            "fill": Palette.range,
          ]))
    case .chip(let code, let isAlarm):
      marks += Marks.chip(
        code, Rect(x: at.x, y: at.y - 6, width: Marks.chipWidth(code), height: 12),
        isAlarm: isAlarm)
    case .gap(let gap, let isQuiet):
      marks += Marks.gap(gap, Rect(x: at.x, y: at.y - 5, width: 20, height: 10), isQuiet: isQuiet)
    case .count: marks += Marks.count("2", Rect(x: at.x, y: at.y - 6, width: 20, height: 12))
    case .panel:
      marks.append(
        SVG(
          "rect",
          [
            "x": number(box.x), "y": number(box.y), "width": number(box.width),
            "height": number(box.height), "rx": "4", "fill": Palette.hull, "stroke": Palette.rule,
            "stroke-width": "0.6",
          ]))
    case .cell(let fill, let text):
      let cell = Rect(x: at.x, y: at.y - 6, width: 14, height: 12)
      marks.append(
        SVG(
          "rect",
          [
            "x": number(cell.x), "y": number(cell.y), "width": "14", "height": "12", "fill": fill,
            "stroke": Palette.rule, "stroke-width": "0.3",
          ]))
      if !text.isEmpty {
        marks.append(
          Self.text(text, Point(at.x + 7, at.y + 3), 8.5, .medium, Palette.ink, anchor: "middle"))
      }
    case .outline:
      marks.append(
        SVG(
          "rect",
          [
            "x": number(at.x), "y": number(at.y - 6), "width": "13", "height": "12",
            "fill": "none", "stroke": Palette.ink, "stroke-width": "1.4",
          ]))
    case .dot(let isFilled):
      marks.append(Marks.dot(Point(at.x + 4, at.y), isFilled: isFilled))
    case .tick: marks.append(Marks.tick(Point(at.x + 4, at.y)))
    case .cross: marks += Marks.cross(Point(at.x + 4, at.y))
    case .diamond(let isFilled):
      marks.append(Marks.diamond(Point(at.x + 5.5, at.y), isFilled: isFilled))
    case .sure(let dots): marks += Marks.sure(dots, Point(at.x + 4.5, at.y))
    }
    marks.append(
      Self.text(
        item.text, Point(at.x + width + 6, at.y + 3.2), sizes.legend, .regular, Palette.ink))
    return SVG("g", ["class": "legend", "data-mark": item.mark.word], marks)
  }

  /// A line of text.
  ///
  /// `anchor` is start, middle or end.
  static func text(
    _ text: String, _ at: Point, _ size: Double, _ weight: TypeWeight, _ colour: String,
    anchor: String = "start", halo: Bool = false
  ) -> SVG {
    var element = SVG(
      "text",
      [
        "x": number(at.x), "y": number(at.y), "font-size": number(size),
        "font-weight": "\(weight.rawValue)", "fill": colour,
      ], text: text)
    if anchor != "start" { element.attributes.append(.init(name: "text-anchor", value: anchor)) }
    if halo {
      element.attributes += [
        .init(name: "stroke", value: "#FFFFFF"), .init(name: "stroke-width", value: "3"),
        .init(name: "stroke-linejoin", value: "round"),
        .init(name: "paint-order", value: "stroke"),
      ]
    }
    return element
  }
}

/// The red ring round what hangs on one link, or keeps to itself.
func ring(_ rect: Rect, radius: Double) -> SVG {
  SVG(
    "rect",
    [
      "x": number(rect.x), "y": number(rect.y), "width": number(rect.width),
      "height": number(rect.height), "rx": number(radius), "fill": "none",
      "stroke": Palette.alarm, "stroke-width": "2",
    ])
}

/// How a person is marked on a map of people.
public enum PersonMark: String, Sendable, Equatable, CaseIterable {
  /// Whose ties all stay in the group.
  case inward
  /// With a tie to another group.
  case outward
  /// On most shortest paths between groups.
  case connector
  /// Who holds a group's every outside tie.
  case holder
}

/// Small marks on an axis and on maps of people.
enum Marks {
  /// A straight line.
  static func line(
    _ a: Point, _ b: Point, _ colour: String, _ width: Double, dashes: String? = nil
  ) -> SVG {
    var line = SVG(
      "line",
      [
        "x1": number(a.x), "y1": number(a.y), "x2": number(b.x), "y2": number(b.y),
        "stroke": colour, "stroke-width": number(width),
      ])
    if let dashes { line.attributes.append(.init(name: "stroke-dasharray", value: dashes)) }
    return line
  }

  /// The room that a code in the legend takes.
  static func chipWidth(_ code: String) -> Double {
    max(20, TextRuler.width(code, NodeLabel.chipSize, .medium) + 8)
  }

  /// A link told in a code.
  static func chip(_ code: String, _ rect: Rect, isAlarm: Bool) -> [SVG] {
    let box = SVG(
      "rect",
      [
        "x": number(rect.x), "y": number(rect.y), "width": number(rect.width),
        "height": number(rect.height), "fill": isAlarm ? Palette.alarm : Palette.partnerLine,
      ])
    let words = Page.text(
      code, Point(rect.middle.x, rect.middle.y + 3.1), NodeLabel.chipSize, .medium, "#FFFFFF",
      anchor: "middle")
    return code.isEmpty ? [box] : [box, words]
  }

  /// A red frame round what needs a look.
  static func frame(_ at: Point, half: Double) -> SVG {
    SVG(
      "rect",
      [
        "x": number(at.x - half), "y": number(at.y - half), "width": number(2 * half),
        "height": number(2 * half), "fill": "#FFFFFF", "stroke": Palette.alarm,
        "stroke-width": "1.3",
      ])
  }

  /// A number of partners, in the dashed outline that a partner has.
  static func count(_ words: String, _ rect: Rect) -> [SVG] {
    [
      SVG(
        "rect",
        [
          "x": number(rect.x), "y": number(rect.y), "width": number(rect.width),
          "height": number(rect.height), "rx": "6", "fill": "#FFFFFF",
          "stroke": Palette.partnerLine, "stroke-width": "0.9", "stroke-dasharray": "2 1.5",
        ]),
      Page.text(
        words, Point(rect.middle.x, rect.middle.y + 3.1), NodeLabel.chipSize, .medium, Palette.ink,
        anchor: "middle"),
    ]
  }

  /// A person; the ring of a holder tells them apart where there is no colour.
  static func person(_ at: Point, radius: Double, _ mark: PersonMark) -> [SVG] {
    func circle(_ radius: Double, _ fill: String, _ stroke: String, _ width: Double) -> SVG {
      SVG(
        "circle",
        [
          "cx": number(at.x), "cy": number(at.y), "r": number(radius), "fill": fill,
          "stroke": stroke, "stroke-width": number(width),
        ])
    }
    switch mark {
    case .inward:
      let line = min(0.9, radius * 0.4)
      return [circle(radius - line / 2, "#FFFFFF", Palette.rule, line)]
    case .outward: return [circle(radius, Palette.person, "#FFFFFF", 0.3)]
    case .connector: return [circle(radius, Palette.gain, "#FFFFFF", 0.8)]
    case .holder:
      return [
        circle(radius + 2.2, "#FFFFFF", Palette.alarm, 1.2),
        circle(radius, Palette.alarm, Palette.alarm, 0),
      ]
    }
  }

  static func dot(_ at: Point, isFilled: Bool) -> SVG {
    SVG(
      "circle",
      [
        "cx": number(at.x), "cy": number(at.y), "r": "3",
        "fill": isFilled ? Palette.ink : "#FFFFFF", "stroke": Palette.ink, "stroke-width": "1.1",
      ])
  }

  /// What was given up.
  static func cross(_ at: Point) -> [SVG] {
    let arm = 3.2
    func stroke(_ colour: String, _ width: String) -> SVG {
      SVG(
        "path",
        [
          "d":
            "M\(number(at.x - arm)) \(number(at.y - arm))L\(number(at.x + arm)) \(number(at.y + arm))M\(number(at.x - arm)) \(number(at.y + arm))L\(number(at.x + arm)) \(number(at.y - arm))",
          "fill": "none", "stroke": colour, "stroke-width": width,
        ])
    }
    return [stroke("#FFFFFF", "4.5"), stroke(Palette.ink, "1.6")]
  }

  /// Somebody on the way: filled when a bridge.
  static func diamond(_ at: Point, isFilled: Bool) -> SVG {
    let arm = isFilled ? 5.2 : 4.4
    return SVG(
      "polygon",
      [
        "points":
          "\(number(at.x - arm)),\(number(at.y)) \(number(at.x)),\(number(at.y - arm)) \(number(at.x + arm)),\(number(at.y)) \(number(at.x)),\(number(at.y + arm))",
        "fill": isFilled ? Palette.steps[3] : "#FFFFFF",
        "stroke": isFilled ? "#FFFFFF" : Palette.ink, "stroke-width": isFilled ? "1" : "1.2",
      ])
  }

  /// Three dots, as many filled as something is sure.
  static func sure(_ dots: Int, _ at: Point) -> [SVG] {
    (0..<3).map { place in
      SVG(
        "circle",
        [
          "cx": number(at.x + Double(place) * 11), "cy": number(at.y), "r": "4",
          "fill": place < dots ? Palette.ink : "#FFFFFF", "stroke": Palette.ink,
          "stroke-width": "1",
        ])
    }
  }

  static func tick(_ at: Point) -> SVG {
    SVG(
      "line",
      [
        "x1": number(at.x), "y1": number(at.y - 4), "x2": number(at.x), "y2": number(at.y + 4),
        "stroke": Palette.rule, "stroke-width": "1.4",
      ])
  }
}
