import Networks

/// Turns a placed map into marks: ties below, nodes above.
struct MapInk {
  private let picture: MapPicture
  private let labels: [NodeLabel]
  private let placed: PlacedMap
  private let tone: Tone

  init(_ picture: MapPicture, _ labels: [NodeLabel], _ placed: PlacedMap, _ tone: Tone) {
    self.tone = tone
    self.picture = picture
    self.labels = labels
    self.placed = placed
  }

  var elements: [SVG] {
    [
      SVG("g", ["class": "panels"], placed.panels.flatMap(panel)),
      SVG("g", ["class": "links", "aria-hidden": "true"], ties + tieLabels),
      SVG("g", ["class": "strip"], stripTitle),
      SVG("g", ["class": "nodes"], picture.nodes.indices.map(node)),
    ].filter { !$0.children.isEmpty }
  }

  // MARK: - Panels

  static let panelSize = 10.0

  private func panel(_ panel: PlacedMap.Panel) -> [SVG] {
    let frame = panel.frame
    return [
      SVG(
        "rect",
        [
          "x": number(frame.x), "y": number(frame.y), "width": number(frame.width),
          "height": number(frame.height), "rx": "7", "fill": Palette.hull, "stroke": Palette.rule,
          "stroke-width": "0.6",
        ]),
      Page.text(
        TextRuler.wrap(panel.title, Self.panelSize, .bold, room: frame.width - 20, lines: 1)
          .first ?? "", Point(frame.x + 10, frame.y + 14), Self.panelSize, .bold, Palette.quiet),
    ]
  }

  // MARK: - Ties

  private var ties: [SVG] {
    let scale = MapPicture.WidthScale(picture.ties.map(\.weight))
    let order = picture.ties.indices.sorted {
      (rank(picture.ties[$0].style), $0) < (rank(picture.ties[$1].style), $1)
    }
    return order.map { index in
      let tie = picture.ties[index]
      let look = tie.style.look
      let width = max(picture.hasWidths ? scale.width(tie.weight) : 1, look.least) * picture.scale
      var path = SVG(
        "path",
        [
          "class": "link \(tie.style.rawValue)", "d": route(index), "fill": "none",
          "stroke": look.colour, "stroke-width": number(width),
        ])
      if let dashes = look.dashes {
        path.attributes.append(.init(name: "stroke-dasharray", value: dashes))
      }
      return path
    }
  }

  /// The number of each tie on the tie, where there are few: as near its middle as keeps clear of boxes and other
  /// numbers.
  private var tieLabels: [SVG] {
    guard picture.hasTieLabels else { return [] }
    let size = 9 + (picture.scale - 1) * 3
    var taken = (placed.full.isEmpty ? placed.boxes : placed.full).map { $0.grown(by: 2) }
    return picture.ties.indices.flatMap { index -> [SVG] in
      let words = counted(Int(picture.ties[index].weight.rounded()), "tie")
      let width = TextRuler.width(words, size, .medium) + 6
      let spots = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].compactMap { share in
        point(on: placed.routes[index], at: share)
          .map { Rect(middle: $0, width: width, height: size + 4) }
      }
      guard let spot = spots.first(where: { spot in !taken.contains { $0.intersects(spot) } })
      else { return [] }
      taken.append(spot)
      return [
        SVG(
          "rect",
          [
            "x": number(spot.x), "y": number(spot.y), "width": number(spot.width),
            "height": number(spot.height), "fill": "#FFFFFF",
          ]),
        Page.text(
          words, Point(spot.middle.x, spot.middle.y + size * 0.36), size, .medium, Palette.ink,
          anchor: "middle"),
      ]
    }
  }

  /// The point a share of the way along a route of cubic curves.
  private func point(on route: [Point], at share: Double) -> Point? {
    let curves = (route.count - 1) / 3
    guard curves > 0 else { return nil }
    let place = share * Double(curves)
    let index = min(curves - 1, Int(place))
    let t = place - Double(index)
    let p = route[(index * 3)...(index * 3 + 3)].map { $0 }
    let a = p[0].towards(p[1], t)
    let b = p[1].towards(p[2], t)
    let c = p[2].towards(p[3], t)
    return a.towards(b, t).towards(b.towards(c, t), t)
  }

  private func rank(_ style: MapPicture.Tie.Style) -> Int {
    MapPicture.Tie.Style.allCases.firstIndex(of: style) ?? 0
  }

  /// The route as a path, drawn on to the middles of its boxes, which cover the ends.
  private func route(_ index: Int) -> String {
    let points = placed.routes[index]
    guard let first = points.first, points.count >= 4 else { return "" }
    let tie = picture.ties[index]
    let (a, b) = (placed.boxes[tie.a].middle, placed.boxes[tie.b].middle)
    let isForward = first.distance(to: a) <= first.distance(to: b)
    let (start, end) = isForward ? (a, b) : (b, a)
    var path = "M\(number(start.x)) \(number(start.y))L\(number(first.x)) \(number(first.y))"
    for place in stride(from: 1, to: points.count - 2, by: 3) {
      path +=
        "C"
        + (0..<3).map { "\(number(points[place + $0].x)) \(number(points[place + $0].y))" }
        .joined(separator: " ")
    }
    return path + "L\(number(end.x)) \(number(end.y))"
  }

  // MARK: - Nodes

  private var stripTitle: [SVG] {
    guard !placed.strip.isEmpty else { return [] }
    return [
      Page.text(
        picture.stripTitle,
        Point(
          placed.isAllStrip ? placed.stripFrame.middle.x : placed.stripFrame.x,
          placed.stripFrame.y + 11), placed.isAllStrip ? 11 : 9, .bold, Palette.quiet,
        anchor: placed.isAllStrip ? "middle" : "start")
    ]
  }

  private func node(_ index: Int) -> SVG {
    let node = picture.nodes[index]
    let label = labels[index]
    let box = placed.boxes[index]
    let ink = node.isQuiet ? Palette.ink : node.kind.ink(tone)
    var marks = [SVG("title", text: title(index))]
    marks +=
      node.isQuiet
      ? NodeShape.quiet(node.kind, box, tone) : NodeShape.node(node.kind, box, tone)
    if !label.letter.isEmpty {
      marks.append(
        Page.text(
          label.letter, Point(box.x + 10, box.middle.y + label.size * 0.36), label.size, .bold, ink,
          anchor: "middle"))
    }
    let middle = box.middle.x + (label.letter.isEmpty ? 0 : NodeLabel.letterWidth / 2)
    if node.alarm != nil { marks.append(ring(box.grown(by: 3), radius: radius(node.kind, box))) }
    var y = box.y + (box.height - Double(label.lines.count) * label.leading) / 2 + label.size * 0.95
    for (index, line) in label.lines.enumerated() {
      let isNote = node.note != nil && index == label.lines.count - 1
      marks.append(
        Page.text(
          line, Point(middle, y), isNote ? max(8.5, label.size * 0.85) : label.size,
          isNote ? .regular : .medium,
          ink,
          anchor: "middle"))
      y += label.leading
    }
    marks += chips(label, under: node.alarm == nil ? box : box.grown(by: 3))
    if let alarm = label.alarm {
      marks += tag(
        alarm,
        under: Rect(x: box.x, y: box.y, width: box.width, height: box.height + label.chipsHeight))
    }
    let kind = node.isQuiet ? "quiet" : node.kind.rawValue
    return SVG(
      "g",
      [
        "class": "node \(kind)", "data-id": node.id, "data-x": number(box.middle.x),
        "data-y": number(box.middle.y),
      ], marks)
  }

  /// The codes of central teams and the number of partners, in rows under a node.
  private func chips(_ label: NodeLabel, under box: Rect) -> [SVG] {
    label.chips.enumerated().flatMap { index, row -> [SVG] in
      let partners = index == label.chips.count - 1 ? label.partners : 0
      let y = box.bottom + 2 + Double(index) * NodeLabel.chipHeight
      var x = box.middle.x - NodeLabel.width(row, partners) / 2
      var marks: [SVG] = []
      for chip in row {
        let rect = Rect(x: x, y: y, width: NodeLabel.width(chip), height: 12)
        marks += Marks.chip(chip.code, rect, isAlarm: chip.isOnly)
        x += rect.width + 2
      }
      guard partners > 0 else { return marks }
      let rect = Rect(x: x, y: y, width: NodeLabel.width(partners: partners), height: 12)
      return marks + Marks.count("\(partners)", rect)
    }
  }

  /// The red tag under a node that says why it stands out; ties run beneath it.
  private func tag(_ words: String, under box: Rect) -> [SVG] {
    let width = TextRuler.width(words, NodeLabel.tagSize, .bold) + 10
    let rect = Rect(
      middle: Point(box.middle.x, box.bottom + 3 + NodeLabel.tagHeight / 2), width: width,
      height: NodeLabel.tagHeight)
    return [
      SVG(
        "rect",
        [
          "x": number(rect.x), "y": number(rect.y), "width": number(rect.width),
          "height": number(rect.height), "rx": "3", "fill": Palette.alarm,
        ]),
      Page.text(
        words, Point(rect.middle.x, rect.middle.y + 3.2), NodeLabel.tagSize, .bold, "#FFFFFF",
        anchor: "middle"),
    ]
  }

  private func radius(_ kind: NodeClass, _ box: Rect) -> Double {
    switch kind {
    case .primary, .partner: min(box.height / 2, 14) + 3
    case .central: 3
    default: 9
    }
  }

  /// The node in words, for whoever points at it or hears it.
  private func title(_ index: Int) -> String {
    let node = picture.nodes[index]
    let drawn = picture.ties.count { $0.a == index || $0.b == index }
    let served = picture.nodes.reduce(0) { sum, other in
      sum + other.chips.count { $0.node == index }
    }
    let links = drawn + node.chips.count + served
    var words = [node.title]
    if let people = node.people { words.append(counted(people, "person", "people")) }
    words.append(counted(links, "link"))
    if let alarm = node.alarm { words.append(alarm) }
    if let note = node.note { words.append(note) }
    if node.partners > 0 { words.append(counted(node.partners, "partner")) }
    return words.joined(separator: ", ")
  }
}
