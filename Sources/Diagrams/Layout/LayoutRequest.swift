/// What the layout worker is asked: place boxes and route ties in one or several frames.
///
/// Numbers alone; no text of a user's ever reaches Graphviz.
public struct LayoutRequest: Sendable, Codable, Equatable {
  public var parts: [Part]
  public var routing: Routing
  /// Whether ties of a part whose boxes find no room are routed too; not when a smaller version is tried next.
  public var routesMisfits = true
  public var seed: Int

  /// A connected piece of the figure and the frame it has to itself.
  ///
  /// Sizes in points.
  public struct Part: Sendable, Codable, Equatable {
    public var width: Double
    public var height: Double
    public var boxes: [Box]
    public var ties: [Tie]
    /// Unseen points that draw their members together, a list of boxes for each.
    public var clusters: [[Int]]
    /// Where boxes stand already, for figures that keep earlier positions.
    public var fixed: [Point]?

    public init(
      width: Double, height: Double, boxes: [Box], ties: [Tie], clusters: [[Int]] = [],
      fixed: [Point]? = nil
    ) {
      self.width = width
      self.height = height
      self.boxes = boxes
      self.ties = ties
      self.clusters = clusters
      self.fixed = fixed
    }
  }

  public struct Box: Sendable, Codable, Equatable {
    public var width: Double
    public var height: Double

    public init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
  }

  public struct Tie: Sendable, Codable, Equatable {
    public var a: Int
    public var b: Int
    /// The length wanted, 1 being usual.
    public var length: Double

    public init(a: Int, b: Int, length: Double = 1) {
      self.a = a
      self.b = b
      self.length = length
    }
  }

  /// How ties are routed: round the boxes in curves, in straight pieces, or straight across.
  public enum Routing: String, Sendable, Codable, CaseIterable {
    case splines, polyline, line
  }

  public init(parts: [Part], routing: Routing = .splines, seed: Int = 7) {
    self.parts = parts
    self.routing = routing
    self.seed = seed
  }
}

/// What a request may ask.
///
/// The limits count boxes and ties, never seconds, so that the same request is drawn in the same way on a fast machine
/// and on a busy one. All that they let through takes Graphviz some two seconds at most; time ends a layout only
/// when something is wrong (`LayoutWorker.patience`).
extension LayoutRequest {
  /// The most boxes, of all parts together.
  public static let boxLimit = 400
  /// The most ties.
  public static let tieLimit = 4000
  /// The most work that goes into leading ties round boxes, which grows with ties times the square of boxes; beyond, they
  /// run straight.
  public static let routingLimit = 4_000_000
  /// The most bytes of a request or a reply.
  static let byteLimit = 8 << 20

  /// The routings to try, from the one wanted, or the one that it can have, to the simplest.
  var routings: ArraySlice<Routing> {
    let work = parts.reduce(0) { $0 + $1.ties.count * $1.boxes.count * $1.boxes.count }
    let first = work > Self.routingLimit ? .line : routing
    return Routing.allCases.drop { $0 != first }
  }

  /// Whether its numbers are within the limits and speak of boxes that are there.
  var isSound: Bool {
    parts.reduce(0) { $0 + $1.boxes.count } <= Self.boxLimit
      && parts.reduce(0) { $0 + $1.ties.count } <= Self.tieLimit
      && parts.allSatisfy(\.isSound)
  }
}

extension LayoutRequest.Part {
  fileprivate var isSound: Bool {
    func isSize(_ value: Double) -> Bool { value > 0 && value <= 100_000 }
    let known = boxes.indices
    return isSize(width) && isSize(height)
      && boxes.allSatisfy { isSize($0.width) && isSize($0.height) }
      && ties.allSatisfy { known.contains($0.a) && known.contains($0.b) && isSize($0.length) }
      && clusters.allSatisfy { $0.count <= boxes.count && $0.allSatisfy(known.contains) }
      && clusters.count <= boxes.count
      && fixed.map { $0.count == boxes.count && $0.allSatisfy(\.isNear) } ?? true
  }

  /// Whether every box lies inside the frame and overlaps no other.
  ///
  /// - Parameter slack: what places may have lost by rounding.
  func fits(_ places: [Point], slack: Double = 0) -> Bool {
    let edge = 0.5 + slack
    return zip(places, boxes).allSatisfy { place, box in
      place.x - box.width / 2 > -edge && place.x + box.width / 2 < width + edge
        && place.y - box.height / 2 > -edge && place.y + box.height / 2 < height + edge
    } && !overlaps(places, slack: slack)
  }

  func overlaps(_ places: [Point], slack: Double = 0) -> Bool { narrowestGap(places) < 3 - slack }

  /// The least distance between two boxes, along the axis that parts them; negative when they overlap.
  func narrowestGap(_ places: [Point]) -> Double {
    var least = Double.infinity
    for a in places.indices {
      for b in places.indices where b > a {
        let (one, two) = (boxes[a], boxes[b])
        let x = abs(places[a].x - places[b].x) - (one.width + two.width) / 2
        let y = abs(places[a].y - places[b].y) - (one.height + two.height) / 2
        least = min(least, max(x, y))
      }
    }
    return least
  }
}

/// A place on the page, in points from the top left.
public struct Point: Sendable, Codable, Equatable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether it could be on or about a page.
  var isNear: Bool { abs(x) <= 100_000 && abs(y) <= 100_000 }
}

/// What the layout worker answers.
public struct LayoutReply: Sendable, Codable, Equatable {
  public var parts: [Part]

  public struct Part: Sendable, Codable, Equatable {
    /// The middle of each box.
    public var places: [Point]
    /// The route of each tie: the ends and control points of cubic curves, 1 + 3k points.
    public var routes: [[Point]]
    /// Whether every box lies inside the frame and overlaps no other.
    public var fits: Bool
  }
}
