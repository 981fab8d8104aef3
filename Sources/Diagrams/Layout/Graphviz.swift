import CGraphviz
import FoundationEssentials
import Networks
import SystemPackage

/// Places boxes and routes ties with Graphviz: the work of the layout worker, one process a figure.
///
/// cgraph is not thread-safe and may crash on odd input, so this runs only in a child process with limits.
@safe public struct Graphviz: ~Copyable {
  private let context: OpaquePointer

  /// Loads the core and neato plugins from beside the library; `nil` when they are not there.
  public init?() {
    guard let folder = Self.pluginFolder else { return nil }
    let core = unsafe cgv_plugin(
      folder + "/libgvplugin_core.so.6", "gvplugin_core_LTX_library")
    let neato = unsafe cgv_plugin(
      folder + "/libgvplugin_neato_layout.so.6", "gvplugin_neato_layout_LTX_library")
    guard let core = unsafe core, let neato = unsafe neato,
      let context = unsafe cgv_context(core, neato)
    else { return nil }
    unsafe self.context = context
  }

  deinit { unsafe gvFreeContext(context) }

  /// The folder that holds Graphviz's plugins: beside the library, which the list of loaded files names.
  public static var pluginFolder: String? {
    guard let file = unsafe try? FileDescriptor.open("/proc/self/maps", .readOnly) else {
      return nil
    }
    defer { try? file.close() }
    guard let maps = readAll(file) else { return nil }
    let line = String(decoding: maps, as: UTF8.self).split(separator: "\n")
      .first { $0.contains("/libgvc.so") }
    guard let path = line?.drop(while: { $0 != "/" }), let end = path.lastIndex(of: "/") else {
      return nil
    }
    return path[..<end] + "/graphviz"
  }

  /// Lays out every part of a request.
  public func layOut(_ request: LayoutRequest) -> LayoutReply {
    LayoutReply(parts: request.parts.map { layOut($0, request) })
  }

  private func layOut(_ part: LayoutRequest.Part, _ request: LayoutRequest) -> LayoutReply.Part {
    guard part.boxes.count > 1 else {
      let middle = Point(part.width / 2, part.height / 2)
      return LayoutReply.Part(places: part.boxes.map { _ in middle }, routes: [], fits: true)
    }
    var places = part.fixed ?? place(part, seed: request.seed)
    var fits = part.fixed != nil && part.fits(places)
    if part.fixed == nil {
      places = turned(places, to: part)
      for _ in 0..<6 where !fits {
        places = scaled(places, to: part)
        if part.overlaps(places) { places = parted(places, part, request.seed) }
        places = shifted(places, into: part)
        fits = part.fits(places)
      }
      // What prism cannot part within the frame is pushed apart, at last as close as can still be read.
      let crowded = places
      for gap in [9.0, 4] where !fits {
        var spacing = Spacing(scaled(crowded, to: part), part, gap: gap)
        spacing.settle()
        places = spacing.places
        fits = part.fits(places)
      }
    }
    // Rounded before ties are routed, since the last digits differ from run to run.
    places = places.map { Point(($0.x * 100).rounded() / 100, ($0.y * 100).rounded() / 100) }
    let routes =
      fits || request.routesMisfits ? routes(places, part, request.routing) : []
    return LayoutReply.Part(places: places, routes: routes, fits: fits)
  }

  // MARK: - Steps

  /// First places: stress majorization over the ties, members of a cluster drawn to its unseen point.
  private func place(_ part: LayoutRequest.Part, seed: Int) -> [Point] {
    let graph = Drawing(part, withClusters: true)
    graph.set("start", "\(seed)")
    graph.set("overlap", "true")
    graph.set("splines", "none")
    graph.set("model", "shortpath")
    unsafe graph.layOut(context, "neato")
    return graph.places
  }

  /// Parts boxes that overlap, keeping their arrangement.
  ///
  /// Prism: Gansner & Hu (2010), J. Graph Algorithms Appl. 14:53.
  private func parted(_ places: [Point], _ part: LayoutRequest.Part, _ seed: Int) -> [Point] {
    let graph = Drawing(part, withClusters: false, at: places)
    graph.set("start", "\(seed)")
    graph.set("overlap", "prism")
    graph.set("overlap_scaling", "0")
    graph.set("sep", "+5")
    graph.set("splines", "none")
    unsafe graph.layOut(context, "nop1")
    return graph.places
  }

  /// Routes ties round boxes that stay where they are.
  private func routes(
    _ places: [Point], _ part: LayoutRequest.Part, _ routing: LayoutRequest.Routing
  ) -> [[Point]] {
    let graph = Drawing(part, withClusters: false, at: places)
    graph.set("overlap", "true")
    // Less than half the narrowest gap, or Graphviz takes boxes to touch and runs every tie straight.
    let room = min(3, max(0.2, part.narrowestGap(places) / 2 - 0.3))
    graph.set("esep", "+\(fixed(room, places: 2))")
    graph.set("splines", routing == .splines ? "true" : routing.rawValue)
    unsafe graph.layOut(context, "nop2")
    let moved = graph.places
    let shift = Point(places[0].x - moved[0].x, places[0].y - moved[0].y)
    return graph.routes.map { $0.map { Point($0.x + shift.x, $0.y + shift.y) } }
  }

  /// Turns the arrangement so that its longer axis lies along the longer side of the frame.
  private func turned(_ places: [Point], to part: LayoutRequest.Part) -> [Point] {
    let n = Double(places.count)
    let middle = Point(places.reduce(0) { $0 + $1.x } / n, places.reduce(0) { $0 + $1.y } / n)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for place in places {
      let (x, y) = (place.x - middle.x, place.y - middle.y)
      xx += x * x
      xy += x * y
      yy += y * y
    }
    // The main axis is the eigenvector (xy, larger - xx) of the moments.
    let half = (xx + yy) / 2
    let root = ((xx - yy) * (xx - yy) / 4 + xy * xy).squareRoot()
    var (ax, ay) = abs(xy) < 1e-9 ? (xx >= yy ? (1.0, 0.0) : (0.0, 1.0)) : (xy, half + root - xx)
    let length = (ax * ax + ay * ay).squareRoot()
    (ax, ay) = (ax / length, ay / length)
    if ax < 0 || (ax == 0 && ay < 0) { (ax, ay) = (-ax, -ay) }
    let isWide = part.width >= part.height
    return places.map { place in
      let (x, y) = (place.x - middle.x, place.y - middle.y)
      let (along, across) = (x * ax + y * ay, y * ax - x * ay)
      return isWide ? Point(along, across) : Point(-across, along)
    }
  }

  /// Stretches the places, not the boxes, to fill the frame.
  private func scaled(_ places: [Point], to part: LayoutRequest.Part) -> [Point] {
    func fit(_ values: [Double], _ halves: [Double], _ room: Double) -> [Double] {
      // The ends of the range are the boxes that reach furthest once scaled; two rounds settle which.
      var result = values
      for _ in 0..<3 {
        let low = result.indices.min { result[$0] - halves[$0] < result[$1] - halves[$1] } ?? 0
        let high = result.indices.max { result[$0] + halves[$0] < result[$1] + halves[$1] } ?? 0
        let span = result[high] - result[low]
        let space = room - halves[low] - halves[high]
        guard span > 1e-9 else { return result.map { _ in room / 2 } }
        let factor = max(space, 1) / span
        let start = result[low]
        result = result.map { halves[low] + ($0 - start) * factor }
      }
      return result
    }
    let x = fit(places.map(\.x), part.boxes.map { $0.width / 2 }, part.width)
    let y = fit(places.map(\.y), part.boxes.map { $0.height / 2 }, part.height)
    return zip(x, y).map { Point($0, $1) }
  }

  /// Moves the arrangement as a whole so that it begins at the frame's left and top.
  private func shifted(_ places: [Point], into part: LayoutRequest.Part) -> [Point] {
    let left = zip(places, part.boxes).map { $0.x - $1.width / 2 }.min() ?? 0
    let right = zip(places, part.boxes).map { $0.x + $1.width / 2 }.max() ?? 0
    let top = zip(places, part.boxes).map { $0.y - $1.height / 2 }.min() ?? 0
    let bottom = zip(places, part.boxes).map { $0.y + $1.height / 2 }.max() ?? 0
    let x = (part.width - left - right) / 2
    let y = (part.height - top - bottom) / 2
    return places.map { Point($0.x + x, $0.y + y) }
  }
}

/// One graph inside Graphviz.
@safe private final class Drawing {
  private let graph: UnsafeMutablePointer<Agraph_t>
  private var nodes: [UnsafeMutablePointer<Agnode_t>] = unsafe []
  private var edges: [UnsafeMutablePointer<Agedge_t>?] = unsafe []
  private let boxCount: Int
  private var context: OpaquePointer?

  init(_ part: LayoutRequest.Part, withClusters: Bool, at places: [Point]? = nil) {
    guard let opened = unsafe cgv_open() else { preconditionFailure("Graphviz opens a graph") }
    unsafe graph = opened
    boxCount = part.boxes.count
    declare()
    for (index, box) in part.boxes.enumerated() {
      add(box.width, box.height, places?[index])
    }
    for tie in part.ties {
      unsafe edges.append(connect(tie.a, tie.b, length: tie.length))
    }
    guard withClusters else { return }
    for members in part.clusters {
      let centre = unsafe nodes.count
      add(1, 1, nil)
      for member in members { unsafe _ = connect(centre, member, length: 0.7) }
    }
  }

  deinit {
    if let context = unsafe context { unsafe gvFreeLayout(context, graph) }
    unsafe agclose(graph)
  }

  private func declare() {
    let nodeAttributes = [
      ("label", ""), ("shape", "box"), ("fixedsize", "true"), ("width", "1"), ("height", "1"),
      ("pos", ""),
    ]
    for (name, value) in nodeAttributes { unsafe cgv_declare(graph, AGNODE, name, value) }
    let graphAttributes = [
      ("overlap", "true"), ("start", "7"), ("sep", "+5"), ("esep", "+3"), ("splines", "none"),
      ("overlap_scaling", "0"), ("model", "shortpath"), ("mode", "major"), ("inputscale", "72"),
    ]
    for (name, value) in graphAttributes { unsafe cgv_declare(graph, AGRAPH, name, value) }
    unsafe cgv_declare(graph, AGEDGE, "len", "1")
  }

  private func add(_ width: Double, _ height: Double, _ place: Point?) {
    guard let node = unsafe cgv_node(graph, "n\(unsafe nodes.count)") else { return }
    unsafe cgv_set(node, "width", fixed(width / 72, places: 4))
    unsafe cgv_set(node, "height", fixed(height / 72, places: 4))
    if let place {
      unsafe cgv_set(node, "pos", "\(fixed(place.x, places: 2)),\(fixed(-place.y, places: 2))")
    }
    unsafe nodes.append(node)
  }

  private func connect(_ a: Int, _ b: Int, length: Double) -> UnsafeMutablePointer<Agedge_t>? {
    guard let edge = unsafe cgv_edge(graph, nodes[a], nodes[b]) else { return nil }
    unsafe cgv_set(edge, "len", fixed(length, places: 3))
    return unsafe edge
  }

  func set(_ name: String, _ value: String) { unsafe cgv_set(graph, name, value) }

  /// Runs an engine; random numbers begin anew each time, or the second figure would differ from the first.
  func layOut(_ context: OpaquePointer, _ engine: String) {
    srand(1)
    if unsafe gvLayout(context, graph, engine) == 0 { unsafe self.context = context }
  }

  /// The middles of the boxes, downwards from the top.
  var places: [Point] {
    unsafe nodes.prefix(boxCount).map { unsafe Point(cgv_x($0), -cgv_y($0)) }
  }

  /// The route of each tie; empty where there is none.
  var routes: [[Point]] {
    unsafe edges.map { edge in
      guard let edge = unsafe edge else { return [] }
      let count = unsafe cgv_route_count(edge)
      return (0..<count).map { point in
        unsafe Point(cgv_route_x(edge, point), -cgv_route_y(edge, point))
      }
    }
  }
}
