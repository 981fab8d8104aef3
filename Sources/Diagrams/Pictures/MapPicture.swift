import Networks

/// A map of groups before it is drawn: nodes, ties, and the words round them, as plain values.
public struct MapPicture: Sendable, Equatable {
  public var furniture: Furniture
  /// In the order of the data table behind the figure.
  public var nodes: [Node]
  public var ties: [Tie]
  /// The number of clusters that nodes belong to, drawn together on the page.
  public var clusterCount: Int
  /// What stands above nodes without ties.
  public var stripTitle: String
  /// Where nodes stand.
  public var arrangement = Arrangement.free
  /// The titles of the panels that clusters stand on, one for each, `""` for one without a frame; none where the map is one field.
  public var panels: [String] = []
  /// Whether boxes are as small as type allows.
  public var isBrief = false
  /// What the legend calls a group that is no school.
  public var groupNoun = "group"
  /// Whether the widths of lines are told in the legend.
  public var hasWidths = true

  /// Where nodes stand: where their ties draw them, round a middle, or where they stood in an earlier figure.
  public enum Arrangement: Sendable, Equatable {
    case free
    /// The first node in the middle, then rings; each ring lists nodes in the order they go round.
    case rings([[Int]])
    /// By id, on a canvas of the same paper.
    case pinned(FigurePlaces)
  }

  public struct Node: Sendable, Equatable {
    public let id: String
    public let title: String
    public let kind: NodeClass
    /// The number of people, printed under the name.
    public let people: Int?
    /// A line of its own under the name.
    public let note: String?
    /// A few words in red under the node: why it stands out.
    public let alarm: String?
    /// The cluster the node is drawn to, such as its hub.
    public let cluster: Int?
    /// What it is called where room is short; its title in full where this is `nil`.
    public var shortTitle: String?
    /// Codes of the central teams it works with.
    public var chips: [Chip] = []
    /// The number of partners it works with, told under it.
    public var partners = 0
    /// Whether it is there for orientation alone.
    public let isQuiet: Bool

    public init(
      id: String, title: String, kind: NodeClass, people: Int?, note: String? = nil,
      alarm: String? = nil, cluster: Int? = nil, isQuiet: Bool = false
    ) {
      self.isQuiet = isQuiet
      self.id = id
      self.title = title
      self.kind = kind
      self.people = people
      self.note = note
      self.alarm = alarm
      self.cluster = cluster
    }
  }

  /// A link told in a code rather than by a line.
  public struct Chip: Sendable, Equatable {
    public let code: String
    /// The group it stands for, as a place in `nodes`; `nil` where it counts several.
    public var node: Int?
    public let ties: Double
    /// Whether the node is cut off without it.
    public let isOnly: Bool
  }

  public struct Tie: Sendable, Equatable {
    public let a: Int
    public let b: Int
    public let weight: Double
    public let style: Style

    public enum Style: String, Sendable, Equatable, CaseIterable {
      case quiet, second, kept, inside, across, lost, only, gained, direct
    }

    public init(a: Int, b: Int, weight: Double, style: Style) {
      self.a = a
      self.b = b
      self.weight = weight
      self.style = style
    }
  }

  public init(
    furniture: Furniture, nodes: [Node], ties: [Tie], clusterCount: Int = 0, stripTitle: String
  ) {
    self.furniture = furniture
    self.nodes = nodes
    self.ties = ties
    self.clusterCount = clusterCount
    self.stripTitle = stripTitle
  }

  /// Four classes of weight at round numbers, and the line width of each.
  struct WidthScale: Sendable {
    let limits: [Double]
    static let widths = [0.8, 1.5, 2.3, 3.2]

    init(_ weights: [Double]) {
      let top = weights.max() ?? 1
      let steps: [Double] = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]
      // The widest class begins at about a half of the greatest, the others at about equal roots below.
      let wanted = [0.08, 0.25, 0.55].map { $0 * top }
      var limits: [Double] = []
      for value in wanted {
        let round = steps.last { $0 <= value } ?? 0
        if round > (limits.last ?? 1) { limits.append(round) }
      }
      self.limits = limits
    }

    func level(_ weight: Double) -> Int { limits.count { weight > $0 } }

    func width(_ weight: Double) -> Double { Self.widths[level(weight) + (3 - limits.count) / 2] }

    /// The classes that occur, with their width and words, thinnest first.
    func classes(_ weights: [Double]) -> [(width: Double, words: String)] {
      let levels = Set(weights.map(level))
      return (0...limits.count).filter(levels.contains).map { level in
        let low = max(weights.min() ?? 1, level == 0 ? 1 : limits[level - 1] + 1)
        let high = level < limits.count ? limits[level] : nil
        let from = fixed(low.rounded(.up), places: 0)
        let words = high.map {
          fixed($0, places: 0) == from ? from : "\(from) to \(fixed($0, places: 0))"
        }
        return (width(low), words ?? "\(from) or more")
      }
    }
  }
}
