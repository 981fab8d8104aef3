import Networks

/// Turns a placed map into marks: ties below, nodes above.
struct MapInk {
  private let picture: MapPicture
  private let labels: [NodeLabel]
  private let placed: PlacedMap

  init(_ picture: MapPicture, _ labels: [NodeLabel], _ placed: PlacedMap) {
    self.picture = picture
    self.labels = labels
    self.placed = placed
  }

  var elements: [SVG] {
    [
      SVG("g", ["class": "links", "aria-hidden": "true"], ties),
      SVG("g", ["class": "strip"], stripTitle),
      SVG("g", ["class": "nodes"], picture.nodes.indices.map(node)),
    ].filter { !$0.children.isEmpty }
  }

  // MARK: - Ties

  private var ties: [SVG] {
    let scale = MapPicture.WidthScale(picture.ties.map(\.weight))
    let order = picture.ties.indices.sorted {
      (rank(picture.ties[$0].style), $0) < (rank(picture.ties[$1].style), $1)
    }
    return order.map { index in
      let tie = picture.ties[index]
      let width = max(scale.width(tie.weight), tie.style == .inside ? 0 : 1.2)
      var path = SVG(
        "path",
        [
          "class": "link \(tie.style.rawValue)", "d": route(index), "fill": "none",
          "stroke": tie.style == .inside ? Palette.link : Palette.alarm,
          "stroke-width": number(width),
        ])
      if tie.style == .across {
        path.attributes.append(.init(name: "stroke-dasharray", value: "5 2"))
      }
      return path
    }
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
      path += "C" + (0..<3).map { "\(number(points[place + $0].x)) \(number(points[place + $0].y))" }
        .joined(separator: " ")
    }
    return path + "L\(number(end.x)) \(number(end.y))"
  }

  // MARK: - Nodes

  private var stripTitle: [SVG] {
    guard !placed.strip.isEmpty else { return [] }
    return [
      Page.text(
        picture.stripTitle, Point(placed.stripFrame.x, placed.stripFrame.y + 11), 9, .bold,
        Palette.quiet)
    ]
  }

  private func node(_ index: Int) -> SVG {
    let node = picture.nodes[index]
    let label = labels[index]
    let box = placed.boxes[index]
    let size = NodeLabel.size(node.kind)
    var marks = [SVG("title", text: title(index)), NodeShape.node(node.kind, box)]
    if node.alarm != nil { marks.append(ring(box.grown(by: 3), radius: radius(node.kind, box))) }
    var y = box.y + 4 + 9
    for line in label.lines {
      marks.append(
        Page.text(line, Point(box.middle.x, y), size, .medium, node.kind.ink, anchor: "middle"))
      y += NodeLabel.leading
    }
    if let alarm = label.alarm { marks += tag(alarm, under: box) }
    return SVG("g", ["class": "node \(node.kind.rawValue)", "data-id": node.id], marks)
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
    let links = picture.ties.count { $0.a == index || $0.b == index }
    var words = [node.title]
    if let people = node.people { words.append(counted(people, "person", "people")) }
    words.append(counted(links, "link"))
    if let alarm = node.alarm { words.append(alarm) }
    return words.joined(separator: ", ")
  }
}
