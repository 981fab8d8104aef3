import Networks

/// The marks of a map of people.
struct PeopleInk {
  private let picture: PeopleMap
  private let plan: PeoplePlan
  private let frame: Rect

  /// The most lines that spread out inside a panel; more are one to its edge.
  private static let spokeLimit = 40

  init(_ picture: PeopleMap, _ plan: PeoplePlan, in frame: Rect) {
    self.picture = picture
    self.plan = plan
    self.frame = frame
  }

  var elements: [SVG] {
    [
      SVG(
        "g", ["class": "panels"],
        plan.panels.hubs.map { hub($0.rect) } + picture.groups.indices.map(panel)),
      SVG("g", ["class": "links", "aria-hidden": "true"], lines),
      SVG("g", ["class": "people"], plan.dots.map(dot)),
      SVG("g", ["class": "headings"], headings),
      SVG("g", ["class": "names"], names),
    ].filter { !$0.children.isEmpty }
  }

  private func hub(_ rect: Rect) -> SVG {
    SVG(
      "rect",
      [
        "x": number(rect.x), "y": number(rect.y), "width": number(rect.width),
        "height": number(rect.height), "rx": "5", "fill": "none", "stroke": Palette.rule,
        "stroke-width": "0.6",
      ])
  }

  private func panel(_ index: Int) -> SVG {
    let rect = plan.panels.panels[index].rect
    return SVG(
      "rect",
      [
        "x": number(rect.x), "y": number(rect.y), "width": number(rect.width),
        "height": number(rect.height), "rx": "3", "fill": Palette.hull,
        "data-id": picture.groups[index].id,
      ])
  }

  private var headings: [SVG] {
    plan.panels.hubs.map { hub in
      Page.text(
        hub.title, Point(hub.rect.x + 7, hub.rect.y + 12), PeoplePanels.typeSize, .bold,
        Palette.quiet, halo: true)
    }
      + plan.panels.panels.flatMap { panel in
        panel.title.enumerated().map { line, text in
          Page.text(
            text,
            Point(panel.rect.x + 6, panel.rect.y + 11.5 + Double(line) * PeoplePanels.leading),
            PeoplePanels.typeSize, .medium, Palette.ink, halo: true)
        }
      }
  }

  /// Ties inside panels, and those that lead from somebody named to another panel: one line to its edge, and from there
  /// to whoever the ties are with.
  private var lines: [SVG] {
    struct Bundle: Hashable {
      let from, panel: Int
      let line: PeopleLine
    }
    var paths: [PeopleLine: String] = [:]
    func add(_ a: Point, _ b: Point, _ line: PeopleLine) {
      paths[line, default: ""] +=
        "M\(number(a.x)) \(number(a.y))L\(number(b.x)) \(number(b.y))"
    }
    var bundles: [Bundle] = []
    var contacts: [Bundle: [Int]] = [:]
    for tie in picture.ties {
      guard let line = picture.line(tie, plan.scale) else { continue }
      if line == .inside {
        if let a = plan.places[tie.a], let b = plan.places[tie.b] { add(a, b, line) }
        continue
      }
      for (end, other) in [(tie.a, tie.b), (tie.b, tie.a)]
      where isNamed(end) && (!isNamed(other) || end < other) {
        let bundle = Bundle(from: end, panel: picture.people[other].group, line: line)
        if contacts[bundle] == nil { bundles.append(bundle) }
        contacts[bundle, default: []].append(other)
      }
    }
    for bundle in bundles {
      guard let from = plan.places[bundle.from] else { continue }
      let to =
        plan.scale.isByTies ? contacts[bundle, default: []].compactMap { plan.places[$0] } : []
      guard to.count != 1 else {
        add(from, to[0], bundle.line)
        continue
      }
      let gate = gate(plan.panels.panels[bundle.panel].rect, from)
      add(from, gate, bundle.line)
      if to.count <= Self.spokeLimit { for place in to { add(gate, place, bundle.line) } }
    }
    return PeopleLine.allCases.compactMap { line in
      paths[line].map {
        SVG(
          "path",
          [
            "d": $0, "fill": "none", "stroke": line.colour, "stroke-width": number(line.width),
          ])
      }
    }
  }

  private func isNamed(_ person: Int) -> Bool { picture.people[person].bridge != nil }

  /// Where a line from outside to the middle of a panel comes in.
  private func gate(_ panel: Rect, _ from: Point) -> Point {
    let (x, y) = (abs(panel.middle.x - from.x), abs(panel.middle.y - from.y))
    let share = min(
      x > 0 ? panel.width / 2 / x : .infinity, y > 0 ? panel.height / 2 / y : .infinity)
    return panel.middle.towards(from, min(share, 1))
  }

  private func dot(_ dot: PeoplePlan.Dot) -> SVG {
    let person = dot.person.map { picture.people[$0] }
    let isNamed = person?.bridge != nil
    let group = picture.groups[dot.group].title
    let title =
      person.map { [$0.name, group, $0.bridge].compactMap { $0 }.joined(separator: ", ") }
      ?? "about \(counted(plan.scale.perDot)) people, \(group)"
    return SVG(
      "g", ["class": "person"],
      [SVG("title", text: title)]
        + Marks.person(dot.place, radius: isNamed ? plan.namedRadius : plan.radius, dot.mark))
  }

  /// The names of bridges: below the name of their panel where dots stand in rows.
  private var names: [SVG] {
    guard !plan.scale.isByTies else { return namesBesideDots }
    return plan.panels.panels.flatMap { panel in
      panel.names.map { name in
        Page.text(
          name.text,
          Point(panel.rect.x + name.at.x + 14, panel.namesTop + name.at.y + 3.2),
          PeoplePanels.typeSize, .bold, Palette.ink, halo: true)
      }
    }
  }

  /// The names of bridges, each as near its dot as leaves other names, headings and bridges free.
  private var namesBesideDots: [SVG] {
    let size = 9.0
    var taken = plan.panels.panels.flatMap { panel in
      panel.title.enumerated().map { line, text in
        Rect(
          x: panel.rect.x + 5, y: panel.rect.y + 3 + Double(line) * PeoplePanels.leading,
          width: TextRuler.width(text, PeoplePanels.typeSize, .medium) + 2,
          height: PeoplePanels.leading)
      }
    }
    taken += plan.panels.hubs.map { hub in
      Rect(
        x: hub.rect.x + 6, y: hub.rect.y + 3,
        width: TextRuler.width(hub.title, PeoplePanels.typeSize, .bold) + 2, height: 12)
    }
    let bridges = plan.dots.filter { dot in
      dot.person.map { picture.people[$0].bridge != nil } ?? false
    }
    taken += bridges.map { Rect(middle: $0.place, width: 11, height: 11) }
    var marks: [SVG] = []
    for dot in bridges {
      guard let name = dot.person.flatMap({ picture.people[$0].name }) else { continue }
      let colour = dot.mark == .holder ? Palette.alarm : Palette.gain
      let words = TextRuler.wrap(name, size, .bold, room: 150, lines: 1).first ?? ""
      let (width, height) = (TextRuler.width(words, size, .bold) + 8, size + 5.5)
      guard let spot = spot(dot.place, width, height, taken) else { continue }
      taken.append(spot)
      marks.append(
        SVG(
          "line",
          [
            "x1": number(dot.place.x), "y1": number(dot.place.y),
            "x2": number(min(max(dot.place.x, spot.x), spot.right)),
            "y2": number(min(max(dot.place.y, spot.y), spot.bottom)), "stroke": colour,
            "stroke-width": "0.8",
          ]))
      marks.append(
        SVG(
          "rect",
          [
            "x": number(spot.x), "y": number(spot.y), "width": number(spot.width),
            "height": number(spot.height), "rx": "3", "fill": "#FFFFFF", "stroke": colour,
            "stroke-width": "0.8",
          ]))
      marks.append(
        Page.text(
          words, Point(spot.middle.x, spot.middle.y + size * 0.36), size, .bold, colour,
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
        let covered = plan.dots.count { rect.grown(by: plan.radius).contains($0.place) }
        let cost = distance + 5 * Double(covered)
        if cost < best?.cost ?? .infinity { best = (cost, rect) }
      }
    }
    return best?.rect
  }
}
