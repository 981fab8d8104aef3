import Networks

/// A figure as it goes to paper.
public struct DrawnFigure: Sendable, Equatable {
  public let svg: String
  public let dot: String
  public let paper: PaperSize
  public let furniture: Furniture
  /// Whether everything lies in its frame and nothing overlaps.
  public let fits: Bool
}

extension MapPicture {
  /// Draws the map: nodes placed and ties routed by the worker, the page round them.
  public func drawn(on paper: PaperSize, by worker: LayoutWorker) async -> DrawnFigure {
    var picture = self
    var fits = true
    let labels = nodes.map(NodeLabel.init)
    let page = Page(paper, furniture, legend: legend)
    let plan = MapPlan(picture, labels, in: page.frame)
    let outcome = await worker.layOut(plan.request)
    switch outcome {
    case .routed(let reply, _): fits = reply.parts.allSatisfy(\.fits)
    case .grid:
      picture.furniture.reading +=
        " The layout program failed, so groups stand in rows and links run straight."
    }
    let final = Page(paper, picture.furniture, legend: legend)
    let placed = plan.placed(outcome)
    let svg = final.svg(MapInk(picture, labels, placed).elements)
    return DrawnFigure(
      svg: svg, dot: DOT(picture, placed).text, paper: paper, furniture: picture.furniture,
      fits: fits)
  }

  /// What the marks mean: those that occur, and no others.
  public var legend: [LegendItem] {
    var items = NodeClass.allCases.filter { kind in nodes.contains { $0.kind == kind } }
      .map { LegendItem(.node($0), $0.title) }
    if items.count == 1, nodes.allSatisfy({ $0.kind == .group }) { items = [] }
    let scale = WidthScale(ties.map(\.weight))
    func has(_ style: Tie.Style) -> Bool { ties.contains { $0.style == style } }
    if has(.across) {
      items.append(
        LegendItem(.link(colour: Palette.alarm, width: 1.8, isDashed: true), "Link between hubs"))
    }
    if has(.only) {
      items.append(
        LegendItem(.link(colour: Palette.alarm, width: 2.3, isDashed: false), "Only link of a group"))
    }
    if nodes.contains(where: { $0.alarm != nil }) {
      items.append(LegendItem(.ring, "Needs a look: reason in red"))
    }
    for (index, entry) in scale.classes(ties.map(\.weight)).enumerated() {
      items.append(
        LegendItem(
          .link(colour: Palette.link, width: entry.width, isDashed: false),
          entry.words + (index == 0 ? " ties" : "")))
    }
    return items
  }
}

/// The words of a node, broken into lines, and the size they need.
struct NodeLabel: Sendable {
  let lines: [String]
  let alarm: String?
  /// The box alone.
  let width: Double
  let height: Double
  /// Box, ring and words below it.
  let fullWidth: Double
  let fullHeight: Double

  static let leading = 11.5
  static let tagSize = 9.0
  static let tagHeight = 14.0

  init(_ node: MapPicture.Node) {
    let isPartner = node.kind == .partner
    let size = Self.size(node.kind)
    // The number stays with the last word of the name.
    let text = node.people.map { "\(node.title)\u{A0}·\u{A0}\(counted($0))" } ?? node.title
    lines = TextRuler.wrap(text, size, .medium, room: isPartner ? 84 : 96, lines: 3)
    alarm = node.alarm
    let widest = lines.map { TextRuler.width($0, size, .medium) }.max() ?? 0
    width = max(34, widest + (node.kind == .primary || isPartner ? 20 : 14))
    height = Double(lines.count) * Self.leading + 8
    let ring = alarm == nil ? 0.0 : 8
    fullWidth = max(width + ring, alarm.map { TextRuler.width($0, Self.tagSize, .bold) + 10 } ?? 0)
    fullHeight = height + ring + (alarm == nil ? 0 : Self.tagHeight - 1)
  }

  static func size(_ kind: NodeClass) -> Double { kind == .partner ? 9 : 9.5 }
}
