import Findings
import Measures
import Networks

extension IdeaTrail {
  /// Draws the trails; no layout program is needed.
  public func drawn(on sheet: Sheet) -> DrawnFigure {
    let page = Page(sheet.paper, furniture, legend: legend, tone: sheet.tone)
    let ink = IdeaInk(self, in: page.frame, sheet.tone)
    return DrawnFigure(
      svg: page.svg(ink.elements), dot: dot, paper: sheet.paper, furniture: furniture,
      table: table, places: nil, fits: ink.fits)
  }

  /// Draws the trails of a study's ideas with as many as fit the page.
  public static func drawTrails(
    _ facts: FigureFacts, isNamed: Bool = false, name: @escaping (Int32) -> String? = { _ in nil },
    number: Int? = nil, on sheet: Sheet
  ) -> DrawnFigure {
    IdeaTrail(facts, isNamed: isNamed, name: name, number: number, on: sheet.paper)
      .drawn(on: sheet)
  }

  /// What the marks mean: those that occur, and no others.
  public var legend: [LegendItem] {
    let nodes =
      rows.compactMap { row -> NodeClass? in
        if case .node(let kind) = row.origin?.mark { return kind }
        return nil
      } + columns.map(\.kind)
    var items = NodeClass.allCases.filter { nodes.contains($0) && $0 != .group }
      .map { LegendItem(.node($0), $0.title) }
    if rows.contains(where: \.isCarriedAcross) {
      items.append(
        LegendItem(
          .link(colour: Look.across.colour, width: Look.across.width, dashes: nil),
          "carried across by somebody"))
    }
    if rows.contains(where: { !$0.isCarriedAcross }) {
      items.append(
        LegendItem(
          .link(colour: Look.alone.colour, width: Look.alone.width, dashes: nil),
          "not carried across, as far as is recorded"))
    }
    for isBridge in [true, false]
    where rows.contains(where: { $0.carrier?.mark == .person(isBridge: isBridge) }) {
      items.append(
        LegendItem(.diamond(isFilled: isBridge), isBridge ? "bridge" : "another colleague"))
    }
    for stop in Stop.allCases where rows.contains(where: { $0.stops.contains(stop) }) {
      let mark: LegendItem.Mark =
        switch stop {
        case .adopted: .dot(isFilled: true)
        case .trialled: .dot(isFilled: false)
        case .dropped: .cross
        }
      items.append(LegendItem(mark, stop.words))
    }
    return items
  }

  /// How a trail is drawn.
  struct Look {
    let colour: String
    let width: Double
    static let across = Look(colour: Palette.steps[3], width: 2.6)
    static let alone = Look(colour: Palette.link, width: 1.2)
  }

  private var table: DataTable {
    var table = DataTable([
      .text("idea"), .text("began_with", "began with"), .text("brought_in_by", "brought in by"),
      .text("bridge"), .text("place"), .text("outcome"),
    ])
    for row in rows {
      func words(_ station: Station?) -> DataTable.Cell {
        guard let station else { return .none }
        return .text([station.title, station.note].filter { !$0.isEmpty }.joined(separator: ", "))
      }
      let start: [DataTable.Cell] = [
        .text(row.title), words(row.origin), words(row.carrier),
        row.carrier == nil
          ? .none : .text(row.carrier?.mark == .person(isBridge: true) ? "yes" : "no"),
      ]
      let reached = zip(columns, row.stops).compactMap { column, stop in
        stop.map { (column, $0) }
      }
      for (column, stop) in reached {
        table.rows.append(start + [.text(column.title), .text(stop.words)])
      }
      if reached.isEmpty {
        table.rows.append(
          start + [
            .none,
            .text(row.nothing),
          ])
      }
    }
    return table
  }

  private var dot: String {
    var lines = ["graph weft {", "  graph [rankdir=LR];", "  node [fontname=\"Inter\"];"]
    for (place, column) in columns.enumerated() {
      lines.append("  s\(place) [label=\(DOT.quoted(column.title)), shape=box];")
    }
    for (place, row) in rows.enumerated() {
      lines.append("  i\(place) [label=\(DOT.quoted(row.title)), shape=plain];")
      var last = "i\(place)"
      if let carrier = row.carrier {
        lines.append("  c\(place) [label=\(DOT.quoted(carrier.title)), shape=diamond];")
        lines.append("  c\(place) -- \(last);")
        last = "c\(place)"
      }
      if let origin = row.origin {
        lines.append("  o\(place) [label=\(DOT.quoted(origin.title)), style=dashed];")
        lines.append("  o\(place) -- \(last);")
      }
      for (column, stop) in row.stops.enumerated() {
        guard let stop else { continue }
        lines.append("  i\(place) -- s\(column) [label=\(DOT.quoted(stop.words))];")
      }
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }
}
