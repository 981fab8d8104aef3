/// What the layout worker is asked: place boxes and route ties in one or several frames.
///
/// Numbers alone; no text of a user's ever reaches Graphviz.
public struct LayoutRequest: Sendable, Codable, Equatable {
  public var parts: [Part]
  public var routing: Routing
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

/// A place on the page, in points from the top left.
public struct Point: Sendable, Codable, Equatable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
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
