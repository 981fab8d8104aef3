import Networks

extension PeopleMap {
  /// Draws the map with as many hulls as fit.
  public static func drawPeople(
    _ facts: FigureFacts, number: Int? = nil, showsSmallGroups: Bool,
    name: (Int32) -> String?, on sheet: Sheet, by worker: LayoutWorker
  ) async -> DrawnFigure {
    var drawn: DrawnFigure?
    for share in [1, 0.7, 0.5, 0.35, 0.2] {
      let limit = Int(Double(sheet.paper.nodeLimit) * share)
      let next = await PeopleMap(
        facts, number: number, limit: limit, showsSmallGroups: showsSmallGroups, name: name
      ).drawn(on: sheet, by: worker)
      if next.fits { return next }
      drawn = next
    }
    guard let drawn else { preconditionFailure("at least one version is drawn") }
    return drawn
  }

  /// Draws the map: hulls placed by the worker, dots inside them, names where there is room.
  public func drawn(on sheet: Sheet, by worker: LayoutWorker) async -> DrawnFigure {
    let page = Page(sheet.paper, furniture, legend: legend, tone: sheet.tone)
    let frame = page.frame
    var fits = false
    var hulls: [Hull] = []
    // Dots as far apart as the page allows.
    for spacing in [60.0, 50, 42, 35, 29, 24, 20, 17, 14.5, 12.5, 10.5, 9, 7.8, 6.8, 6, 5.2, 4.5]
    where !fits {
      hulls = groups.map { Hull($0, spacing: spacing) }
      let area = hulls.reduce(0) { $0 + ($1.width + 14) * ($1.height + 14) }
      guard area < frame.width * frame.height * 0.66 || spacing == 4.5 else { continue }
      let outcome = await worker.layOut(request(hulls, frame))
      let reply: LayoutReply
      switch outcome {
      case .routed(let routed, _):
        fits = routed.parts.allSatisfy(\.fits)
        reply = routed
      case .grid(let grid): reply = grid
      }
      for (index, place) in (reply.parts.first?.places ?? []).enumerated() {
        hulls[index].middle = Point(frame.x + place.x, frame.y + place.y)
      }
    }
    let ink = PeopleInk(self, hulls, in: frame, sheet.tone)
    let places = FigurePlaces(
      width: sheet.paper.canvas.width, height: sheet.paper.canvas.height,
      places: Dictionary(
        zip(groups.map(\.id), hulls.map(\.middle)), uniquingKeysWith: { first, _ in first }))
    return DrawnFigure(
      svg: page.svg(ink.elements), dot: dot, paper: sheet.paper, furniture: furniture, table: table,
      places: places, fits: fits)
  }

  private func request(_ hulls: [Hull], _ frame: Rect) -> LayoutRequest {
    var weights: [[Int]: Int] = [:]
    for tie in ties where people[tie.a].group != people[tie.b].group {
      weights[[people[tie.a].group, people[tie.b].group].sorted(), default: 0] += 1
    }
    let heaviest = Double(weights.values.max() ?? 1)
    // Single people are too many to route; hulls are placed, and dots joined by straight lines.
    return LayoutRequest(
      parts: [
        .init(
          width: frame.width, height: frame.height,
          boxes: hulls.map { .init(width: $0.width, height: $0.height) },
          ties: weights.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.map {
            .init(
              a: $0.key[0], b: $0.key[1],
              length: 1.6 - (Double($0.value) / heaviest).squareRoot())
          })
      ], routing: .line)
  }

  /// What the marks mean: those that occur, and no others.
  public var legend: [LegendItem] {
    var items = [LegendItem(.person(isBridge: false), "Person")]
    if people.contains(where: { $0.bridge != nil }) {
      items.append(LegendItem(.person(isBridge: true), "Bridge"))
      items.append(
        LegendItem(
          .link(colour: Palette.alarm, width: 1, dashes: nil), "Tie of a bridge to another group"))
    }
    items.append(LegendItem(.hull, "Everybody of one group"))
    items.append(
      LegendItem(
        .link(colour: Palette.link, width: 0.7, dashes: nil),
        drawsInside ? "Tie" : "Tie between groups, behind the hulls"))
    return items
  }

  /// Whether ties inside groups are drawn.
  var drawsInside: Bool { ties.count <= Self.tieLimit }

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

/// The disc of a group with its name above.
struct Hull: Sendable, Equatable {
  /// Of the space for dots, and of the outline round it.
  let inner: Double
  let outer: Double
  let lines: [String]
  let width: Double
  let height: Double
  let spacing: Double
  /// The middle of disc and name together.
  var middle = Point(0, 0)

  static let leading = 11.0

  init(_ group: PeopleMap.Group, spacing: Double) {
    self.spacing = spacing
    inner = spacing * 0.56 * Double(max(group.members.count, 1)).squareRoot()
    outer = inner + min(16, max(5, spacing * 0.65))
    let text = "\(group.title)\u{A0}·\u{A0}\(counted(group.members.count))"
    lines = TextRuler.wrap(text, 9, .medium, room: max(2 * outer, 84), lines: 2)
    width = max(2 * outer, (lines.map { TextRuler.width($0, 9, .medium) }.max() ?? 0) + 2)
    height = 2 * outer + Double(lines.count) * Self.leading + 3
  }

  /// The middle of the disc.
  var centre: Point { Point(middle.x, middle.y + height / 2 - outer) }
  var top: Double { middle.y - height / 2 }
}

/// The marks of a map of people.
struct PeopleInk {
  private let picture: PeopleMap
  private let hulls: [Hull]
  private let frame: Rect
  private let places: [Point]
  private let radius: Double

  init(_ picture: PeopleMap, _ hulls: [Hull], in frame: Rect, _ tone: Tone) {
    self.picture = picture
    self.hulls = hulls
    self.frame = frame
    let spacing = hulls.first?.spacing ?? 10
    radius = min(7, 2 + spacing * 0.14, spacing * 0.3)
    var places = [Point](repeating: Point(0, 0), count: picture.people.count)
    var inside = [[(Int, Int)]](repeating: [], count: hulls.count)
    var pulls = [Point](repeating: Point(0, 0), count: picture.people.count)
    var slot = [Int](repeating: 0, count: picture.people.count)
    for group in picture.groups {
      for (index, person) in group.members.enumerated() { slot[person] = index }
    }
    for tie in picture.ties {
      let (a, b) = (picture.people[tie.a].group, picture.people[tie.b].group)
      if a == b {
        inside[a].append((slot[tie.a], slot[tie.b]))
      } else {
        for (end, own, other) in [(tie.a, a, b), (tie.b, b, a)] {
          let (from, to) = (hulls[own].centre, hulls[other].centre)
          let length = max(from.distance(to: to), 1)
          pulls[end] = Point(
            pulls[end].x + (to.x - from.x) / length, pulls[end].y + (to.y - from.y) / length)
        }
      }
    }
    for (index, group) in picture.groups.enumerated() {
      let own = PeoplePlaces(
        count: group.members.count, ties: inside[index],
        pulls: group.members.map { person in
          let length = (pulls[person].x * pulls[person].x + pulls[person].y * pulls[person].y)
            .squareRoot()
          return length > 1
            ? Point(pulls[person].x / length, pulls[person].y / length) : pulls[person]
        }, radius: hulls[index].inner, gap: spacing * 0.72)
      for (person, place) in zip(group.members, own.places) {
        places[person] = Point(hulls[index].centre.x + place.x, hulls[index].centre.y + place.y)
      }
    }
    self.places = places
  }

  var elements: [SVG] {
    let (plain, bridging) = lines
    let hulls = SVG("g", ["class": "hulls"], picture.groups.indices.map(hull))
    let beneath = SVG("g", ["class": "links", "aria-hidden": "true"], plain)
    // Where ties are many, hulls cover them, so that people can be made out.
    return (picture.drawsInside ? [hulls, beneath] : [beneath, hulls])
      + [
        SVG("g", ["class": "links", "aria-hidden": "true"], bridging),
        SVG("g", ["class": "people"], picture.people.indices.map(person)),
        SVG("g", ["class": "headings"], picture.groups.indices.flatMap(heading)),
        SVG("g", ["class": "names"], names),
      ].filter { !$0.children.isEmpty }
  }

  private func hull(_ index: Int) -> SVG {
    let hull = hulls[index]
    return SVG(
      "circle",
      [
        "cx": number(hull.centre.x), "cy": number(hull.centre.y), "r": number(hull.outer),
        "fill": Palette.hull, "stroke": Palette.rule, "stroke-width": "0.6",
        "data-id": picture.groups[index].id,
      ])
  }

  private func heading(_ index: Int) -> [SVG] {
    let hull = hulls[index]
    return hull.lines.enumerated().map { line, text in
      Page.text(
        text, Point(hull.middle.x, hull.top + 8.5 + Double(line) * Hull.leading), 9, .medium,
        Palette.ink, anchor: "middle", halo: true)
    }
  }

  /// Ties that nothing hangs on, and those of bridges across groups.
  private var lines: (plain: [SVG], bridging: [SVG]) {
    func isBridge(_ tie: PeopleMap.Tie) -> Bool {
      picture.people[tie.a].group != picture.people[tie.b].group
        && (picture.people[tie.a].bridge != nil || picture.people[tie.b].bridge != nil)
    }
    let drawn = picture.ties.filter {
      picture.drawsInside || picture.people[$0.a].group != picture.people[$0.b].group
    }
    let plain = drawn.count > 300 ? 0.45 : 0.7
    func path(_ ties: [PeopleMap.Tie], _ colour: String, _ width: Double) -> [SVG] {
      guard !ties.isEmpty else { return [] }
      let d = ties.map {
        "M\(number(places[$0.a].x)) \(number(places[$0.a].y))L\(number(places[$0.b].x)) \(number(places[$0.b].y))"
      }.joined()
      return [
        SVG("path", ["d": d, "fill": "none", "stroke": colour, "stroke-width": number(width)])
      ]
    }
    return (
      path(drawn.filter { !isBridge($0) }, Palette.link, plain),
      path(drawn.filter(isBridge), Palette.alarm, max(plain, 0.8))
    )
  }

  private func person(_ index: Int) -> SVG {
    let person = picture.people[index]
    let title = [person.name, picture.groups[person.group].title, person.bridge].compactMap { $0 }
    return SVG(
      "g", ["class": "person"],
      [
        SVG("title", text: title.joined(separator: ", ")),
        Marks.person(
          places[index], radius: person.bridge == nil ? radius : max(radius * 1.35, 3.6),
          isBridge: person.bridge != nil),
      ])
  }

  /// The names of bridges, each as near its dot as leaves other names, headings and bridges free.
  private var names: [SVG] {
    let size = 9.0
    var taken = hulls.flatMap { hull in
      hull.lines.indices.map { line in
        let width = TextRuler.width(hull.lines[line], 9, .medium)
        return Rect(
          x: hull.middle.x - width / 2 - 1, y: hull.top + Double(line) * Hull.leading,
          width: width + 2, height: Hull.leading)
      }
    }
    let bridges = picture.people.indices.filter { picture.people[$0].bridge != nil }
    taken += bridges.map { Rect(middle: places[$0], width: 11, height: 11) }
    var marks: [SVG] = []
    for index in bridges {
      guard let name = picture.people[index].name else { continue }
      let words = TextRuler.wrap(name, size, .bold, room: 150, lines: 1).first ?? ""
      let (width, height) = (TextRuler.width(words, size, .bold) + 8, size + 5.5)
      guard let spot = spot(places[index], width, height, taken) else { continue }
      taken.append(spot)
      marks.append(
        SVG(
          "line",
          [
            "x1": number(places[index].x), "y1": number(places[index].y),
            "x2": number(min(max(places[index].x, spot.x), spot.right)),
            "y2": number(min(max(places[index].y, spot.y), spot.bottom)), "stroke": Palette.alarm,
            "stroke-width": "0.8",
          ]))
      marks.append(
        SVG(
          "rect",
          [
            "x": number(spot.x), "y": number(spot.y), "width": number(spot.width),
            "height": number(spot.height), "rx": "3", "fill": "#FFFFFF", "stroke": Palette.alarm,
            "stroke-width": "0.8",
          ]))
      marks.append(
        Page.text(
          words, Point(spot.middle.x, spot.middle.y + size * 0.36), size, .bold, Palette.alarm,
          anchor: "middle"))
    }
    return marks
  }

  /// The nearest rectangle beside a dot that covers nothing that matters, and few dots.
  private func spot(_ dot: Point, _ width: Double, _ height: Double, _ taken: [Rect]) -> Rect? {
    var best: (cost: Double, rect: Rect)?
    for distance in stride(from: 8.0, through: 120, by: 8) {
      for turn in 0..<12 {
        let angle = Double(turn) * .pi / 6
        let middle = Point(
          dot.x + cosine(angle) * (distance + width / 2),
          dot.y + cosine(angle - .pi / 2) * (distance + height / 2))
        let rect = Rect(middle: middle, width: width, height: height)
        guard rect.x >= frame.x, rect.right <= frame.right, rect.y >= frame.y,
          rect.bottom <= frame.bottom, !taken.contains(where: { $0.intersects(rect) })
        else { continue }
        let covered = places.count { rect.grown(by: radius).contains($0) }
        let cost = distance + 5 * Double(covered)
        if cost < best?.cost ?? .infinity { best = (cost, rect) }
      }
    }
    return best?.rect
  }
}
