public import Measures
public import Networks

/// What is asked of a network: which ties count, when, between which groups, and under which rules.
public struct Question: Sendable, Equatable {
  /// What groups people; `nil` where nothing does.
  public var boundary: Boundary?
  /// The boundaries looked at beside it.
  public var others: [Boundary] = []
  /// The least depth of ties that count.
  public var depth = Depth.networking
  /// When what counts was under way; the day of the files unless given.
  public var period: Period?
  /// The day on which records are looked at; the last of the period unless given, or else the day of the files.
  public var asAt: Day?
  /// The seed of what is drawn at random.
  public var seed: UInt64 = 1
  public var rules = VerdictRules()
  /// Links between groups that fewer people carry are not shown.
  public var minLink = 3
  /// How what people know is weighed.
  public var expertise = ExpertiseRules()

  public init() {}

  /// The day on which records are looked at.
  ///
  /// A period that ends later than the files do says nothing of what will be overdue then.
  func day(_ network: Network) -> Day? {
    asAt ?? [period?.last, network.asAt].compactMap { $0 }.min()
  }
}
