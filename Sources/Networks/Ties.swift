/// Collaborations between two members, column by column.
///
/// Ends are members of the network (see `Network.kind(of:)`). A column that no file filled is empty.
/// Rows are in ascending order of ends and then of everything else, so the order of a file's rows is lost.
public struct Ties: Sendable, Equatable {
  public var from: [Int32]
  public var to: [Int32]
  /// Positive strengths; empty when every strength is 1.
  public var strength: [Double]
  /// Raw values of `Depth`, or `unknownDepth`; empty when no depth is recorded.
  public var depth: [UInt8]
  /// Whether only `from` asks or gives; empty when every tie is mutual.
  public var isDirected: [Bool]
  /// `Day.number`, or 0 where none is recorded; empty when no tie has a start.
  public var started: [Int32]
  /// `Day.number`, or 0 where none is recorded; empty when no tie has an end.
  public var ended: [Int32]
  /// Kind, purpose, goal, outcome and every further column of the file.
  public var attributes: [Column]

  public static let unknownDepth: UInt8 = 255

  public var count: Int { from.count }

  /// The rows that say there is a tie; the others say that people were asked about one another and have none.
  public var tellingCount: Int {
    depth.isEmpty ? count : count - depth.count { $0 == Depth.none.rawValue }
  }

  public init(
    from: [Int32] = [], to: [Int32] = [], strength: [Double] = [], depth: [UInt8] = [],
    isDirected: [Bool] = [], started: [Int32] = [], ended: [Int32] = [], attributes: [Column] = []
  ) {
    self.from = from
    self.to = to
    self.strength = strength
    self.depth = depth
    self.isDirected = isDirected
    self.started = started
    self.ended = ended
    self.attributes = attributes
  }

  /// The depth of a tie, or `nil` where none is recorded.
  public func depth(of tie: Int) -> Depth? { depth.isEmpty ? nil : Depth(rawValue: depth[tie]) }

  /// Whether a tie was under way in the period.
  public func isCurrent(_ tie: Int, during period: Period) -> Bool {
    period.overlaps(
      started: started.isEmpty ? nil : Day(number: started[tie]),
      ended: ended.isEmpty ? nil : Day(number: ended[tie]))
  }

  /// Whether a tie is at least that deep; a tie without a recorded depth is a contact and no more.
  public func reaches(_ tie: Int, _ least: Depth) -> Bool {
    let known = depth.isEmpty ? Self.unknownDepth : depth[tie]
    return known == Self.unknownDepth ? least <= .networking : known >= Swift.max(least.rawValue, 1)
  }
}

/// Several people who worked together on one thing.
public struct WorkingGroup: Sendable, Equatable {
  /// Members of the network, ascending.
  public var members: [Int32]
  public var depth: Depth?
  public var started: Day?
  public var ended: Day?
  /// Kind, purpose and further cells, by heading.
  public var attributes: [String: String]

  public init(
    members: [Int32], depth: Depth? = nil, started: Day? = nil, ended: Day? = nil,
    attributes: [String: String] = [:]
  ) {
    self.members = members
    self.depth = depth
    self.started = started
    self.ended = ended
    self.attributes = attributes
  }
}
