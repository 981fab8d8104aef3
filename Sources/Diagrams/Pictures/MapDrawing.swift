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
    let labels = nodes.map { NodeLabel($0, scale: scale) }
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
        LegendItem(
          .link(colour: Palette.alarm, width: 2.3, isDashed: false), "Only link of a group"))
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

extension MapPicture {
  /// How much larger than usual things are drawn, so that a few groups fill a page as if meant to.
  var scale: Double {
    switch nodes.count {
    case ...4: 1.7
    case ...8: 1.4
    case ...14: 1.15
    default: 1
    }
  }

  /// Whether there are so few ties that each can carry its number.
  var hasTieLabels: Bool { ties.count <= 12 && nodes.count <= 14 }
}

/// The words of a node, broken into lines, and the size they need.
struct NodeLabel: Sendable {
  let lines: [String]
  let alarm: String?
  /// The size of type, and the distance between lines.
  let size: Double
  let leading: Double
  /// The box alone.
  let width: Double
  let height: Double
  /// Box, ring and words below it.
  let fullWidth: Double
  let fullHeight: Double

  static let tagSize = 9.0
  static let tagHeight = 14.0

  init(_ node: MapPicture.Node, scale: Double) {
    let isPartner = node.kind == .partner
    size = (isPartner ? 9 : 9.5) * scale
    leading = 11.5 * scale
    // The number stays with the last word of the name.
    let text = node.people.map { "\(node.title)\u{A0}·\u{A0}\(counted($0))" } ?? node.title
    lines =
      TextRuler.wrap(text, size, .medium, room: (isPartner ? 84 : 96) * scale, lines: 3)
      + (node.note.map { [$0] } ?? [])
    alarm = node.alarm
    let size = size
    let widest = lines.map { TextRuler.width($0, size, .medium) }.max() ?? 0
    width = max(34, widest + (node.kind == .primary || isPartner ? 20 : 14) * scale)
    height = Double(lines.count) * leading + 8 * scale
    let ring = alarm == nil ? 0.0 : 8
    fullWidth = max(width + ring, alarm.map { TextRuler.width($0, Self.tagSize, .bold) + 10 } ?? 0)
    fullHeight = height + ring + (alarm == nil ? 0 : Self.tagHeight - 1)
  }
}
