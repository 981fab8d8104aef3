/// Shares over an axis of few places: of the whole trust, and of every group on one scale.
public struct SmallMultiples: Sendable {
  /// What the places are called.
  let axis: [String]
  let whole: Series
  let groups: [Series]
  /// The top of the scale of the groups.
  let most: Double

  /// The tops that a scale may have.
  static func top(_ greatest: Double) -> Double {
    [0.1, 0.2, 0.4, 0.6, 0.8].first { greatest <= $0 } ?? 1
  }

  /// One group at all places.
  public struct Series: Sendable, Equatable {
    public let id: String
    let title: String
    let shortTitle: String
    /// One for each place; `nil` where it was not there, was too small to show, or had no ties.
    public let points: [Point?]
    /// What is said of it, in a few words.
    public let words: String
    /// The same for whoever knows what it is compared with.
    let short: String
    public let isAlarm: Bool
    public let isReal: Bool
  }

  public struct Point: Sendable, Equatable {
    public let share: Double
    let interval: ClosedRange<Double>?
    /// What the others would have at its size.
    public var others: Double?
    var answered: Double?
    /// A few words under the axis.
    var note: String?
    /// Whether enough is known to say anything of it.
    public let isSaid: Bool
  }
}
