import Networks

/// A figure as it goes to paper.
public struct DrawnFigure: Sendable, Equatable {
  public let svg: String
  public let dot: String
  public let paper: PaperSize
  public let furniture: Furniture
  /// The numbers behind it.
  public let table: DataTable
  /// Where its nodes stand, for the next figure to keep; nothing for a grid.
  public let places: FigurePlaces?
  /// Whether everything lies in its frame and nothing overlaps.
  public let fits: Bool
  /// The number of boxes that a line passes behind, where that was counted.
  var behind = 0
  /// Whether what is shown had no room where it stood in an earlier figure.
  var isMoved = false

  /// The first of several versions that fits; the last, whether it fits or not.
  ///
  /// - Parameter limits: how much each version may hold, the most first; one or more.
  static func fullest(_ limits: [Int], _ draw: (Int) -> DrawnFigure) -> DrawnFigure {
    var drawn = draw(limits[0])
    for limit in limits.dropFirst() where !drawn.fits { drawn = draw(limit) }
    return drawn
  }
}

extension MapPicture {
  /// Draws the map: nodes placed and ties routed by the worker, the page round them.
  public func drawn(on sheet: Sheet, by worker: LayoutWorker) async -> DrawnFigure {
    await Self.fullest(of: [{ self }], on: sheet, by: worker)
  }

  /// Draws the fullest of several versions of a figure that fits the page; the last, whether it fits or not.
  static func fullest(
    of versions: [() -> MapPicture], on sheet: Sheet, by worker: LayoutWorker
  ) async -> DrawnFigure {
    let worker = worker.begun
    for version in versions.dropLast() {
      if let drawn = await version().drawn(on: sheet, by: worker, isLast: false) { return drawn }
    }
    guard let drawn = await versions.last?().drawn(on: sheet, by: worker, isLast: true) else {
      preconditionFailure("a figure has at least one version")
    }
    return drawn
  }

  /// Returns `nil` when the map does not fit, unless it is the last to try.
  private func drawn(on sheet: Sheet, by worker: LayoutWorker, isLast: Bool) async -> DrawnFigure? {
    if !panels.isEmpty { return drawnInPanels(on: sheet, isLast: isLast) }
    let (paper, tone) = (sheet.paper, sheet.tone)
    var picture = self
    if let earlier = sheet.earlier, arrangement == .free {
      if earlier.change(to: nodes.map(\.id)) > FigurePlaces.changeLimit {
        picture.arrangement = .free
        picture.furniture.reading += Self.placedAnew
      } else {
        picture.arrangement = .pinned(earlier.stretched(to: paper.canvas))
      }
    }
    let labels = nodes.map { NodeLabel($0, scale: scale, tone: tone) }
    var (page, plan, outcome) = await picture.laidOut(labels, sheet, worker, isLast)
    while let note = picture.note(outcome), !picture.furniture.reading.hasPrefix(note) {
      // The sentence takes room on the page, so all is placed once more in what is left.
      picture.furniture.reading = note + picture.furniture.reading
      (page, plan, outcome) = await picture.laidOut(labels, sheet, worker, isLast, after: outcome)
    }
    let fits = outcome.reply.parts.allSatisfy(\.fits) && plan.stripFits
    if !fits, case .pinned = picture.arrangement {
      var anew = self
      anew.furniture.reading += Self.noRoom
      return await anew.drawn(on: sheet.withoutPlaces, by: worker, isLast: isLast)
    }
    guard fits || isLast else { return nil }
    let placed = plan.placed(outcome)
    return picture.figure(page, labels, placed, on: sheet, fits: fits)
  }

  /// Groups on panels: places by their ties alone, lines straight or nearly.
  ///
  /// Labels are measured with the letter that they have without colour, so that colour moves nothing.
  private func drawnInPanels(on sheet: Sheet, isLast: Bool) -> DrawnFigure? {
    var picture = self
    var earlier = sheet.earlier?.stretched(to: sheet.paper.canvas)
    if let known = earlier, known.change(to: nodes.map(\.id)) > FigurePlaces.changeLimit {
      picture.furniture.reading += Self.placedAnew
      earlier = nil
    }
    let page = Page(sheet.paper, picture.furniture, legend: legend, tone: sheet.tone)
    let widest = nodes.map { NodeLabel($0, scale: scale, tone: .mono) }
    let plan = PanelPlan(picture, widest, in: page.frame, earlier: earlier?.moved(to: page.frame))
    if !plan.fits, earlier != nil {
      // To show all matters more than to keep places.
      picture.furniture.reading += Self.noRoom
      var drawn = picture.drawnInPanels(on: sheet.withoutPlaces, isLast: isLast)
      drawn?.isMoved = true
      return drawn
    }
    guard plan.fits || isLast else { return nil }
    var placed = plan.placed
    let labels = nodes.map { NodeLabel($0, scale: scale, tone: sheet.tone) }
    placed.boxes = zip(placed.boxes, labels).map {
      Rect(middle: $0.middle, width: $1.width, height: $1.height)
    }
    var drawn = picture.figure(page, labels, placed, on: sheet, fits: plan.fits)
    drawn.behind = plan.behind
    return drawn
  }

  static let placedAnew =
    " Over \(percent(FigurePlaces.changeLimit)) of what is shown changed since the earlier figure, so all of it is placed anew."

  static let noRoom = " What is shown has no room where it stood, so all of it is placed anew."

  private func figure(
    _ page: Page, _ labels: [NodeLabel], _ placed: PlacedMap, on sheet: Sheet, fits: Bool
  ) -> DrawnFigure {
    var places = FigurePlaces(
      width: sheet.paper.canvas.width, height: sheet.paper.canvas.height,
      places: Dictionary(
        zip(nodes.map(\.id), placed.boxes.map(\.middle)), uniquingKeysWith: { first, _ in first }))
    places.frame = [page.frame.x, page.frame.y, page.frame.width, page.frame.height]
    return DrawnFigure(
      svg: page.svg(MapInk(self, labels, placed, sheet.tone).elements), dot: DOT(self, placed).text,
      paper: sheet.paper, furniture: furniture, table: table, places: places, fits: fits)
  }

  /// - Parameter earlier: how a layout of the same map came about, to be repeated.
  private func laidOut(
    _ labels: [NodeLabel], _ sheet: Sheet, _ worker: LayoutWorker, _ isLast: Bool,
    after earlier: LayoutWorker.Outcome? = nil
  ) async -> (Page, MapPlan, LayoutWorker.Outcome) {
    let page = Page(sheet.paper, furniture, legend: legend, tone: sheet.tone)
    var picture = self
    if case .pinned(let kept) = arrangement {
      picture.arrangement = .pinned(kept.moved(to: page.frame))
    }
    let plan = MapPlan(picture, labels, in: page.frame)
    var request = plan.request
    request.routesMisfits = isLast
    switch earlier {
    case .rows: return (page, plan, .rows(LayoutReply(rows: request)))
    case .routed(_, let routing): request.routing = routing
    case nil: break
    }
    return (page, plan, await worker.layOut(request))
  }

  /// What a figure says of a layout that is not what it should be.
  private func note(_ outcome: LayoutWorker.Outcome) -> String? {
    switch outcome {
    case .routed(_, .splines), .routed(_, .polyline): nil
    case .routed(_, .line): "Links run straight, and some pass behind groups. "
    case .rows where arrangement == .free:
      "The layout program failed, so groups stand in rows, not near those they work with, and links run straight. "
    case .rows: "The layout program failed, so links run straight. "
    }
  }

  /// What the marks mean: those that occur, and no others.
  public var legend: [LegendItem] {
    let strong = nodes.filter { !$0.isQuiet }
    var items = NodeClass.allCases.filter { kind in strong.contains { $0.kind == kind } }
      .map { LegendItem(.node($0), $0 == .group ? capitalised(groupNoun) : $0.title) }
    if items.count == 1, nodes.allSatisfy({ $0.kind == .group && !$0.isQuiet }) { items = [] }
    if strong.count < nodes.count, !strong.isEmpty {
      items.append(LegendItem(.quiet, "Any other \(groupNoun)"))
    }
    let chips = nodes.flatMap(\.chips)
    if let chip = chips.first(where: { !$0.isOnly }) {
      items.append(
        LegendItem(
          .chip(chip.code, isAlarm: false),
          chips.contains { $0.node == nil }
            ? "Number of central teams it works with" : "Works with that central team"))
    }
    if let chip = chips.first(where: \.isOnly) {
      items.append(
        LegendItem(.chip(chip.code, isAlarm: true), "That central team is its only link"))
    }
    if nodes.contains(where: { $0.partners > 0 }) {
      items.append(LegendItem(.count, "Number of partners, named in the partner figure"))
    }
    items += Tie.Style.allCases.filter { style in ties.contains { $0.style == style } }
      .compactMap(\.legend)
    if nodes.contains(where: { $0.alarm != nil }) {
      items.append(LegendItem(.ring, "Needs a look: reason below it"))
    }
    guard hasWidths, !ties.isEmpty else { return items }
    // In grey only where a grey line is drawn.
    let colours = ties.map(\.style.look.colour)
    let colour = colours.contains(Palette.link) ? Palette.link : colours.first ?? Palette.link
    let scale = WidthScale(ties.map(\.weight))
    for (index, entry) in scale.classes(ties.map(\.weight)).enumerated() {
      items.append(
        LegendItem(
          .link(colour: colour, width: entry.width, dashes: nil),
          entry.words + (index == 0 ? " ties" : "")))
    }
    return items
  }

  /// A row for each link, and one for each group without any.
  var table: DataTable {
    var table = DataTable(
      [
        .text("group"), .text("kind"), .number("people"), .text("with"), .text("with_kind", "kind"),
        .number("ties"), .text("mark"), .text("note"),
      ] + (hasPartners ? [.number("partners")] : []))
    func partners(_ node: Node) -> [DataTable.Cell] { hasPartners ? [.count(node.partners)] : [] }
    func people(_ node: Node) -> DataTable.Cell { node.people.map(DataTable.Cell.count) ?? .none }
    for (index, node) in nodes.enumerated() {
      let own = ties.filter { $0.a == index }
      for tie in own {
        let other = nodes[tie.b]
        table.rows.append(
          [
            .text(node.title), .text(node.kind.title), people(node), .text(other.title),
            .text(other.kind.title), .count(Int(tie.weight.rounded())), .text(tie.style.words),
            .text(node.alarm ?? node.note ?? ""),
          ] + partners(node))
      }
      for chip in node.chips {
        guard let other = chip.node.map({ nodes[$0] }) else { continue }
        table.rows.append(
          [
            .text(node.title), .text(node.kind.title), people(node), .text(other.title),
            .text(other.kind.title), .count(Int(chip.ties.rounded())),
            .text(chip.isOnly ? "only link" : "link"), .text(node.alarm ?? node.note ?? ""),
          ] + partners(node))
      }
      let isLinked = !node.chips.isEmpty || ties.contains { $0.b == index }
      if own.isEmpty, !isLinked || node.alarm != nil {
        table.rows.append(
          [
            .text(node.title), .text(node.kind.title), people(node), .none, .none, .none, .none,
            .text(node.alarm ?? node.note ?? ""),
          ] + partners(node))
      }
    }
    return table
  }
}

extension MapPicture {
  /// How much larger than usual things are drawn, so that a few groups fill a page as if meant to.
  var scale: Double {
    if isBrief { return nodes.count > 20 ? 0.9 : 1 }
    return switch nodes.count {
    case ...3: 2.2
    case ...5: 1.9
    case ...8: 1.5
    case ...14: 1.2
    case ...44: 1
    default: 0.95
    }
  }

  private var hasPartners: Bool { nodes.contains { $0.partners > 0 } }

  /// Whether there are so few ties that each can carry its number.
  var hasTieLabels: Bool { hasWidths && ties.count <= 12 && nodes.count <= 14 }
}
