import Networks

extension PeopleMap {
  /// Draws the map of a study's people.
  ///
  /// Weft places panels and dots itself, in a number of steps that depends on counts alone.
  public static func drawPeople(
    _ facts: FigureFacts, number: Int? = nil, showsSmallGroups: Bool,
    name: (Int32) -> String?, on sheet: Sheet
  ) -> DrawnFigure {
    PeopleMap(
      facts, number: number, limit: sheet.paper.nodeLimit, showsSmallGroups: showsSmallGroups,
      name: name
    ).drawn(on: sheet)
  }

  /// Draws the map: panels in proportion to their people, dots on them, names where there is room.
  public func drawn(on sheet: Sheet) -> DrawnFigure {
    let across = ties.filter { people[$0.a].group != people[$0.b].group }
    let scale = PeopleScale(
      people: people.count, inside: ties.count - across.count,
      named: across.count { people[$0.a].bridge != nil || people[$0.b].bridge != nil },
      on: sheet.paper)
    var picture = self
    picture.furniture.reading = lead(scale) + furniture.reading
    if scale.perDot > 1 {
      picture.furniture.suppression =
        "Too many for a dot each, so a dot stands for about \(counted(scale.perDot)) people, save those named. "
        + furniture.suppression
    }
    let page = Page(
      sheet.paper, picture.furniture, legend: picture.legend(scale), tone: sheet.tone)
    let plan = PeoplePlan(picture, scale, in: page.frame)
    let places = FigurePlaces(
      width: sheet.paper.canvas.width, height: sheet.paper.canvas.height,
      places: Dictionary(
        zip(groups.map(\.id), plan.panels.panels.map(\.rect.middle)),
        uniquingKeysWith: { first, _ in first }))
    return DrawnFigure(
      svg: page.svg(PeopleInk(picture, plan, in: page.frame).elements), dot: dot,
      paper: sheet.paper, furniture: picture.furniture, table: table, places: places, fits: true)
  }

  /// What nearness and lines mean: all ties would be one grey, so the reader hears which are drawn.
  private func lead(_ scale: PeopleScale) -> String {
    let drawn = Set(ties.compactMap { line($0, scale) })
    let kinds = PeopleLine.allCases.filter(drawn.contains).map { line in
      switch line {
      case .inside: "ties inside a \(singular)"
      case .named: "ties of the people named"
      case .held: "outside ties that one person holds"
      }
    }
    let isByTies = scale.isByTies && ties.contains { people[$0.a].group == people[$0.b].group }
    return (isByTies ? "Dots near each other work together. " : "")
      + (kinds.isEmpty ? "Ties are not drawn. " : "Only \(listed(kinds)) are drawn. ")
  }

  /// What the marks mean: those that occur, and no others.
  private func legend(_ scale: PeopleScale) -> [LegendItem] {
    let marks = Set(people.map(\.mark))
    let words: [(PersonMark, String)] = [
      (.inward, "All ties inside the \(singular), or none"),
      (.outward, "Tie to another \(singular)"),
      (.connector, "On most shortest paths"), (.holder, "Holds every outside tie of a \(singular)"),
    ]
    var items = words.filter { marks.contains($0.0) }.map { LegendItem(.person($0.0), $0.1) }
    let lines = Set(ties.compactMap { line($0, scale) })
    for line in PeopleLine.allCases where lines.contains(line) {
      items.append(
        LegendItem(
          .link(colour: line.colour, width: line.width, dashes: nil), line.words(singular)))
    }
    return items
  }

  /// How a tie is drawn, if it is: all between panels would be one grey, and among many people so would those of the named.
  func line(_ tie: Tie, _ scale: PeopleScale) -> PeopleLine? {
    let (one, two) = (people[tie.a], people[tie.b])
    if one.group == two.group { return scale.drawsInside ? .inside : nil }
    if tie.isHeld { return .held }
    return scale.drawsNamed && (one.bridge != nil || two.bridge != nil) ? .named : nil
  }

  private var dot: String {
    var lines = ["graph weft {", "  node [fontname=\"Inter\", shape=point];"]
    for (index, person) in people.enumerated() {
      lines.append(
        "  n\(index) [xlabel=\(DOT.quoted(person.name ?? "")), class=\(DOT.quoted(groups[person.group].title))];"
      )
    }
    for tie in ties { lines.append("  n\(tie.a) -- n\(tie.b);") }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }
}

/// The lines of a map of people, those that matter last.
enum PeopleLine: CaseIterable {
  case inside, named, held

  var colour: String {
    switch self {
    case .inside: Palette.link
    case .named: Palette.gain
    case .held: Palette.alarm
    }
  }

  var width: Double {
    switch self {
    case .inside: 0.5
    case .named: 0.7
    case .held: 1.2
    }
  }

  /// What it means, in the legend.
  func words(_ singular: String) -> String {
    switch self {
    case .inside: "Tie inside a \(singular)"
    case .named: "Tie of somebody named"
    case .held: "Outside ties that one person holds"
    }
  }
}
