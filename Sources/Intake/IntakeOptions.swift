public import GraphEngine
public import Networks

/// What a user may say about the files beyond what is in them.
public struct IntakeOptions: Sendable {
  /// Files named by hand, as paths.
  public var files: [TableKind: String] = [:]
  /// Columns named by hand: role to heading, for each table.
  public var columns: [TableKind: [String: String]] = [:]
  /// The byte that parts columns, when it shall not be guessed.
  public var delimiter: UInt8?
  /// What to call the trust; the folder's name otherwise.
  public var title: String?
  /// Whether ties point one way where no row says so.
  public var isDirected = false
  /// What becomes of several ties between the same two people.
  public var parallelRule = ParallelRule.max
  /// The strength that means "no tie", on a scale whose lowest code says never.
  public var scaleZero: Double?
  /// The day after which dates lie in the future.
  public var today: Day?

  /// Of whom nothing may be told; found in people.csv before the rest is read.
  var withheld = Withheld()

  public init() {}
}
