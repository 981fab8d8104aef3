import GraphEngine
import Networks

/// Where the parts of a map go: the largest in most of the frame, small ones beside it, what has no ties in a strip.
struct MapPlan {
  let request: LayoutRequest
  /// The nodes of each part of the request, and the frame it has.
  private let parts: [(nodes: [Int], ties: [Int], frame: Rect)]
  /// Nodes without ties.
  let strip: [Int]
  let stripFrame: Rect
  /// Whether the strip leaves room for the rest.
  let stripFits: Bool
  private let stripRow: StripLayout
  private let picture: MapPicture
  private let labels: [NodeLabel]

  init(_ picture: MapPicture, _ labels: [NodeLabel], in frame: Rect) {
    self.picture = picture
    self.labels = labels
    let graph = CompactGraph(
      nodeCount: picture.nodes.count, from: picture.ties.map { Int32($0.a) },
      to: picture.ties.map { Int32($0.b) }, isDirected: false)
    let components = graph.components()
    var members = [[Int]](repeating: [], count: components.count)
    for node in picture.nodes.indices { members[Int(components.partOf[node])].append(node) }
    strip = members.filter { $0.count == 1 && graph.degree($0[0]) == 0 }.flatMap { $0 }
    var connected = members.filter { $0.count > 1 }
      .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    // Where places are given, all that is tied shares one frame.
    if picture.arrangement != .free, connected.count > 1 {
      connected = [connected.flatMap { $0 }.sorted()]
    }
    let row = StripLayout(strip, labels, width: frame.width, isCentred: connected.isEmpty)
    let stripHeight = row.height
    stripRow = row
    // Without any tie the strip is the picture, and stands in the middle of the page.
    let stripTop =
      connected.isEmpty ? frame.y + (frame.height - stripHeight) * 0.4 : frame.bottom - stripHeight
    stripFrame = Rect(x: frame.x, y: stripTop, width: frame.width, height: stripHeight)
    stripFits = stripHeight <= frame.height * (connected.isEmpty ? 1 : 0.45)
    let room = Rect(
      x: frame.x, y: frame.y, width: frame.width, height: max(40, frame.height - stripHeight))
    // What a part needs is room for its boxes and as much again for its ties.
    let needs = connected.map { nodes in
      nodes.reduce(0.0) { $0 + (labels[$1].fullWidth + 34) * (labels[$1].fullHeight + 26) }
    }
    let frames = Self.frames(needs, in: room)
    parts = zip(connected, frames).map { nodes, frame in
      let inside = Set(nodes)
      return (
        nodes, picture.ties.indices.filter { inside.contains(picture.ties[$0].a) },
        picture.arrangement == .free ? Self.snug(frame, nodes, labels) : frame
      )
    }
    request = LayoutRequest(
      parts: parts.map { part in
        Self.part(part.nodes, part.ties, part.frame, picture, labels)
      })
  }

  /// The frame of a small part no larger than it needs, in the middle of the one it was given: few nodes drawn far
  /// apart would look like a finding.
  private static func snug(_ frame: Rect, _ nodes: [Int], _ labels: [NodeLabel]) -> Rect {
    guard nodes.count < 8 else { return frame }
    let side = Double(nodes.count).squareRoot().rounded(.up)
    let type = (labels.first?.size ?? 9.5) / 9.5
    let width =
      (nodes.map { labels[$0].fullWidth }.max() ?? 0) * side + (nodes.count < 4 ? 150 : 125) * type
      * (side - 1)
    let height = (nodes.map { labels[$0].fullHeight }.max() ?? 0) * side + 95 * type * (side - 1)
    return Rect(
      middle: frame.middle, width: min(frame.width, width), height: min(frame.height, height))
  }

  /// Shares the room out by what each part needs, the largest first.
  ///
  /// The parts are halved at about equal sums, over and over, and the room with them, always across its longer side.
  private static func frames(_ needs: [Double], in room: Rect) -> [Rect] {
    guard needs.count > 1 else { return needs.map { _ in room } }
    let total = needs.reduce(0, +)
    var (first, count) = (needs[0], 1)
    while count < needs.count - 1, first + needs[count] / 2 < total / 2 {
      first += needs[count]
      count += 1
    }
    let share = min(0.85, max(0.15, first / total))
    let (one, two) = (Array(needs.prefix(count)), Array(needs.dropFirst(count)))
    let gap = 14.0
    if room.width >= room.height * 1.1 {
      let width = (room.width - gap) * share
      return frames(
        one, in: Rect(x: room.x, y: room.y, width: width, height: room.height))
        + frames(
          two,
          in: Rect(
            x: room.x + width + gap, y: room.y, width: room.width - width - gap, height: room.height
          ))
    }
    let height = (room.height - gap) * share
    return frames(one, in: Rect(x: room.x, y: room.y, width: room.width, height: height))
      + frames(
        two,
        in: Rect(
          x: room.x, y: room.y + height + gap, width: room.width, height: room.height - height - gap
        ))
  }

  private static func part(
    _ nodes: [Int], _ ties: [Int], _ frame: Rect, _ picture: MapPicture, _ labels: [NodeLabel]
  ) -> LayoutRequest.Part {
    var place: [Int: Int] = [:]
    for (index, node) in nodes.enumerated() { place[node] = index }
    let heaviest = ties.map { picture.ties[$0].weight }.max() ?? 1
    let clusters = (0..<picture.clusterCount).map { cluster in
      nodes.indices.filter { picture.nodes[nodes[$0]].cluster == cluster }
    }.filter { $0.count > 1 }
    var part = LayoutRequest.Part(
      width: frame.width, height: frame.height,
      boxes: nodes.map { .init(width: labels[$0].fullWidth, height: labels[$0].fullHeight) },
      ties: ties.map { tie in
        let entry = picture.ties[tie]
        let (a, b) = (picture.nodes[entry.a], picture.nodes[entry.b])
        // Strong ties pull closer; ties across clusters, and to what serves all of them, give more room.
        let pull = 0.5 * (entry.weight / heaviest).squareRoot()
        let clusters = [a.cluster, b.cluster].compactMap { $0 }
        let apart =
          picture.clusterCount == 0 || a.kind == .partner || b.kind == .partner
          ? 0.0 : clusters.count < 2 ? 1.0 : clusters[0] == clusters[1] ? 0.0 : 2.0
        return .init(a: place[entry.a] ?? 0, b: place[entry.b] ?? 0, length: 1.5 - pull + apart)
      }, clusters: clusters)
    switch picture.arrangement {
    case .free: break
    case .rings(let rings):
      part.fixed =
        RingPlaces(part, rings: rings.map { $0.compactMap { place[$0] } }.filter { !$0.isEmpty })
        .places
    case .pinned(let earlier):
      let known = nodes.map { node -> Point? in
        guard let spot = earlier.places[picture.nodes[node].id], frame.grown(by: 4).contains(spot)
        else { return nil }
        let full = labels[node].full(middle: spot)
        return Point(full.x - frame.x, full.y - frame.y)
      }
      part.fixed = PinnedPlaces(part, known: known).places
    }
    return part
  }

  /// The boxes of nodes and the routes of ties on the page.
  func placed(_ outcome: LayoutWorker.Outcome) -> PlacedMap {
    var boxes = [Rect](repeating: Rect(x: 0, y: 0, width: 0, height: 0), count: labels.count)
    var routes = [[Point]](repeating: [], count: picture.ties.count)
    for (part, answer) in zip(parts, outcome.reply.parts) {
      func onPage(_ point: Point) -> Point { Point(part.frame.x + point.x, part.frame.y + point.y) }
      for (node, place) in zip(part.nodes, answer.places) {
        boxes[node] = box(node, full: onPage(place))
      }
      for (tie, route) in zip(part.ties, answer.routes) {
        let points = route.map(onPage)
        // A curve that leaves the frame runs straight, which cannot.
        let isInside = points.allSatisfy(part.frame.grown(by: 1).contains)
        routes[tie] =
          isInside ? points : Self.straight(picture.ties[tie], boxes.map(\.middle))
      }
    }
    for (node, middle) in zip(strip, stripRow.places) {
      boxes[node] = box(
        node, full: Point(stripFrame.x + middle.x, stripFrame.y + middle.y))
    }
    return PlacedMap(
      boxes: boxes, routes: routes, strip: strip, stripFrame: stripFrame,
      isAllStrip: parts.isEmpty)
  }

  private static func straight(_ tie: MapPicture.Tie, _ middles: [Point]) -> [Point] {
    let (a, b) = (middles[tie.a], middles[tie.b])
    return [a, a.towards(b, 1 / 3), a.towards(b, 2 / 3), b]
  }

  /// A node's own box inside the room it was given with ring and words.
  private func box(_ node: Int, full middle: Point) -> Rect {
    labels[node].box(
      full: Rect(middle: middle, width: labels[node].fullWidth, height: labels[node].fullHeight))
  }
}

/// A map with everything in its place.
struct PlacedMap {
  var boxes: [Rect]
  let routes: [[Point]]
  let strip: [Int]
  let stripFrame: Rect
  /// Whether there is nothing but the strip.
  let isAllStrip: Bool
  /// Panels with a title.
  var panels: [Panel] = []
  /// The boxes of nodes with all that belongs to them, where that is more.
  var full: [Rect] = []

  struct Panel {
    let title: String
    let frame: Rect
  }
}

/// Nodes without ties, in rows from the left.
struct StripLayout {
  let places: [Point]
  let height: Double
  static let titleHeight = 20.0

  /// - Parameter isCentred: whether rows stand in the middle, being all there is to see.
  init(_ nodes: [Int], _ labels: [NodeLabel], width: Double, isCentred: Bool) {
    guard !nodes.isEmpty else {
      (places, height) = ([], 0)
      return
    }
    var places: [Point] = []
    var (x, y, rowHeight) = (0.0, Self.titleHeight, 0.0)
    for node in nodes {
      let label = labels[node]
      if x > 0, x + label.fullWidth > width {
        x = 0
        y += rowHeight + 6
        rowHeight = 0
      }
      rowHeight = max(rowHeight, label.fullHeight)
      places.append(Point(x + label.fullWidth / 2, y + label.fullHeight / 2))
      x += label.fullWidth + 10
    }
    if isCentred {
      // Nodes of a row share a middle but for those that are higher.
      var start = 0
      for index in places.indices {
        let isLast = index == places.count - 1 || places[index + 1].x < places[index].x
        guard isLast else { continue }
        let right = places[index].x + labels[nodes[index]].fullWidth / 2
        for place in start...index { places[place].x += (width - right) / 2 }
        start = index + 1
      }
    }
    self.places = places
    height = y + rowHeight + 4
  }
}
