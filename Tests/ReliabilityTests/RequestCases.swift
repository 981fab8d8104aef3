import Diagrams
import Foundation
import TestSupport
import Testing

/// Boxes and ties to lay out, how the true worker routes them, and whether they find room.
struct RequestCase: Sendable, CustomTestStringConvertible {
  enum Way: Sendable {
    case routed(LayoutRequest.Routing)
    case rows
  }

  let testDescription: String
  let request: LayoutRequest
  let way: Way
  let fits: Bool
  /// The most seconds.
  let within: Double

  private init(
    _ name: String, _ request: LayoutRequest, _ way: Way, fits: Bool = true, within: Double = 2
  ) {
    testDescription = name
    self.request = request
    self.way = way
    self.fits = fits
    self.within = within
  }

  func check() async {
    let start = ContinuousClock.now
    let outcome = await LayoutWorker(program: weftProgram).layOut(request)
    let took = ContinuousClock.now - start
    switch (outcome, way) {
    case (.routed(_, let routing), .routed(let asked)): #expect(routing == asked)
    case (.rows, .rows): break
    default: Issue.record("\(testDescription): \(outcome.reply.parts.count) parts, not \(way)")
    }
    let parts = outcome.reply.parts
    #expect(parts.map(\.places.count) == request.parts.map(\.boxes.count))
    #expect(parts.map(\.routes.count) == request.parts.map(\.ties.count))
    #expect(parts.allSatisfy(\.fits) == fits)
    #expect(took < .seconds(within), "\(took)")
  }

  // MARK: - Shapes

  /// Three boxes in a chain, with room to spare.
  static let three = shape(3, [(0, 1), (1, 2)], width: 60)

  private static func shape(
    _ boxes: Int, _ ties: [(Int, Int)], width: Double? = nil, frame: (Double, Double) = (770, 400)
  ) -> LayoutRequest {
    let width = width ?? min(60, 0.8 * (frame.0 * frame.1 / Double(max(boxes, 1))).squareRoot())
    return LayoutRequest(parts: [
      .init(
        width: frame.0, height: frame.1,
        boxes: (0..<boxes).map { _ in .init(width: width, height: width * 0.4) },
        ties: ties.map { .init(a: $0.0, b: $0.1) })
    ])
  }

  static func star(_ boxes: Int) -> LayoutRequest { shape(boxes, (1..<boxes).map { (0, $0) }) }

  private static func clique(_ boxes: Int) -> LayoutRequest {
    shape(boxes, (0..<boxes).flatMap { a in (0..<a).map { (a, $0) } })
  }

  private static func path(_ boxes: Int) -> LayoutRequest {
    shape(boxes, (1..<boxes).map { ($0 - 1, $0) })
  }

  /// A request of three boxes with something changed.
  private static func changed(_ change: (inout LayoutRequest.Part) -> Void) -> LayoutRequest {
    var request = three
    change(&request.parts[0])
    return request
  }

  private static let pieces = LayoutRequest(
    parts: (0..<200).map { _ in
      .init(
        width: 60, height: 30,
        boxes: [.init(width: 20, height: 10), .init(width: 20, height: 10)],
        ties: [.init(a: 0, b: 1)])
    })

  static let all: [RequestCase] = [
    .init("no part", LayoutRequest(parts: []), .routed(.splines)),
    .init("no box", shape(0, []), .routed(.splines)),
    .init("one box", shape(1, []), .routed(.splines)),
    .init("two boxes", shape(2, []), .routed(.splines)),
    .init("two boxes with a tie", shape(2, [(0, 1)]), .routed(.splines)),
    .init("thirty boxes without a tie", shape(30, []), .routed(.splines)),
    .init("200 boxes without a tie", shape(200, []), .routed(.splines), within: 4),
    .init("a star of 20", star(20), .routed(.splines)),
    .init("a star of 100", star(100), .routed(.splines), within: 4),
    .init("a star of 300", star(300), .routed(.line), within: 4),
    .init("a clique of 15", clique(15), .routed(.splines)),
    .init("a clique of 30", clique(30), .routed(.splines), within: 4),
    .init("a clique of 60", clique(60), .routed(.line)),
    .init("a path of 100", path(100), .routed(.splines), within: 4),
    .init("200 components", pieces, .routed(.splines), within: 4),
    .init("as many boxes as may be", path(400), .routed(.line), within: 6),
    .init("one more", path(401), .rows, fits: false, within: 1),
    .init("10,000 boxes", path(10_000), .rows, fits: false, within: 1),
    .init(
      "as many ties as may be", shape(90, (0..<4000).map { ($0 % 89, 89) }), .routed(.line),
      within: 4),
    .init("one tie more", shape(90, (0..<4001).map { ($0 % 89, 89) }), .rows, within: 1),
    .init("a tie of a box with itself", shape(3, [(0, 1), (2, 2)]), .routed(.splines)),
    .init("a tie twice", shape(3, [(0, 1), (1, 0), (0, 1)]), .routed(.splines)),
    .init("a tie to nowhere", shape(3, [(0, 3)]), .rows),
    .init("a tie from nowhere", shape(3, [(-1, 0)]), .rows),
    .init("a tie of no length", changed { $0.ties[0].length = 0 }, .rows),
    .init("a tie of what is no length", changed { $0.ties[0].length = .nan }, .rows),
    .init("a cluster", changed { $0.clusters = [[0, 2]] }, .routed(.splines)),
    .init("a cluster of nobody", changed { $0.clusters = [[]] }, .routed(.splines)),
    .init("a cluster of a box that is not there", changed { $0.clusters = [[0, 7]] }, .rows),
    .init("a box without width", changed { $0.boxes[1].width = 0 }, .rows),
    .init("a box of what is no width", changed { $0.boxes[1].width = .nan }, .rows, fits: false),
    .init("a box without end", changed { $0.boxes[1].width = .infinity }, .rows, fits: false),
    .init(
      "a box wider than the frame", changed { $0.boxes[1].width = 900 }, .routed(.splines),
      fits: false),
    .init(
      "boxes that fill more than the frame", shape(60, [(0, 1)], width: 120), .routed(.splines),
      fits: false, within: 4),
    .init("a frame without height", changed { $0.height = 0 }, .rows, fits: false),
    .init(
      "a frame of a point", changed { ($0.width, $0.height) = (1, 1) }, .routed(.splines),
      fits: false),
    .init(
      "places that are kept",
      changed { $0.fixed = [Point(50, 50), Point(300, 50), Point(500, 200)] }, .routed(.splines)),
    .init(
      "all kept in one place",
      changed { $0.fixed = [Point(50, 50), Point(50, 50), Point(50, 50)] }, .routed(.splines),
      fits: false),
    .init(
      "a place kept that is none",
      changed { $0.fixed = [Point(50, 50), Point(.nan, 50), Point(500, 200)] }, .rows, fits: false),
  ]
}

/// What the true worker makes of what comes on its input.
struct ServedCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Shell that ends in the worker, `$W`.
  let script: String
  var status: Int32 = 70

  func check() {
    let start = ContinuousClock.now
    let outcome = run("/bin/sh", ["-c", "W='\(weftProgram) layout-worker'; \(script)"])
    #expect(outcome.status == status)
    #expect(outcome.out.isEmpty == (status != 0) && !outcome.out.contains("Fatal"))
    #expect(!outcome.err.contains("Fatal error"), "\(outcome.err.prefix(300))")
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  private static func given(_ name: String, _ text: String, status: Int32 = 70) -> ServedCase {
    ServedCase(testDescription: name, script: "printf '%s' '\(text)' | $W", status: status)
  }

  private static func part(_ boxes: String, _ ties: String, more: String = "") -> String {
    #"{"parts":[{"width":300,"height":200,"boxes":[\#(boxes)],"ties":[\#(ties)],"clusters":[]\#(more)}],"routing":"splines","routesMisfits":true,"seed":7}"#
  }

  private static let box = #"{"width":40,"height":20}"#

  static let all: [ServedCase] = [
    given(
      "two boxes", part("\(box),\(box)", #"{"a":0,"b":1,"length":1}"#), status: 0),
    given("nothing", ""),
    given("text", "hello"),
    given("an empty object", "{}"),
    given("a request that breaks off", String(part("\(box),\(box)", "").dropLast(30))),
    given("a tie to nowhere", part("\(box),\(box)", #"{"a":0,"b":2,"length":1}"#)),
    given(
      "a tie to a great number",
      part("\(box),\(box)", #"{"a":0,"b":9223372036854775807,"length":1}"#)),
    given(
      "a tie to a greater one",
      part("\(box),\(box)", #"{"a":0,"b":92233720368547758070,"length":1}"#)),
    given("a box of no size", part(#"{"width":-1,"height":0}"#, "")),
    given("a box of a great size", part(#"{"width":1e308,"height":1e308}"#, "")),
    given("places for other boxes", part("\(box),\(box)", "", more: #","fixed":[{"x":1,"y":1}]"#)),
    given("a routing that is none", part(box, "").replacing("splines", with: "ortho")),
    ServedCase(testDescription: "ten megabytes", script: "head -c 10000000 /dev/zero | $W"),
    ServedCase(testDescription: "no end", script: "yes | $W"),
    ServedCase(testDescription: "no input", script: "$W <&-"),
    ServedCase(testDescription: "a folder", script: "$W < /"),
    ServedCase(
      testDescription: "nowhere to answer",
      script: "printf '%s' '\(part("\(box),\(box)", ""))' | $W >&-"),
    ServedCase(
      testDescription: "a full disk",
      script: "printf '%s' '\(part("\(box),\(box)", ""))' | $W > /dev/full"),
  ]
}
