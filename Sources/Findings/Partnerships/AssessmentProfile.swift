import Measures
public import Networks

/// A partnership assessment by factor: the mean, how far raters differ, and the total in its band.
///
/// Items named `tool-factor-number`, such as `pat-3-2`, belong to the factor `pat-3`. The Partnership Assessment Tool
/// (Hardy, Hudson & Waddington 2003) has six principles of six statements, each rated 1 to 4, so that a full total lies
/// between 36 and 144. Factors that fewer than three raters answered in full are not shown.
public struct AssessmentProfile: Sendable, Equatable {
  public let factors: [Factor]
  /// The total over all six principles, 36 to 144, where all were answered.
  public let total: Double?

  public struct Factor: Sendable, Equatable {
    public let id: String
    public let name: String
    public let mean: Double
    /// The standard deviation across raters, n - 1 in the denominator.
    public let spread: Double
    public let raters: Int

    /// The mean as far as it may be told: where raters hardly differ it is what each said, and told to the whole number.
    public var told: ToldMean {
      if View.isAtEnd(mean) { return .end(mean) }
      return isOneVoice ? .about(mean.rounded()) : .exact(mean)
    }

    /// The spread, where it may be told: of fewer than five it and the mean would tell each answer.
    public var toldSpread: Double? {
      raters < Self.fewestForSpread || View.isAtEnd(mean) || isOneVoice ? nil : spread
    }

    /// Whether a spread would stand beside the mean, were it not so small that it tells each answer.
    private var isOneVoice: Bool { raters >= Self.fewestForSpread && spread < 0.25 }

    /// The fewest raters, or sides, of whom a spread is told.
    public static let fewestForSpread = 5

    /// What is left of the mean for whoever would work it out.
    fileprivate var part: ToldMean.Part {
      let range: ClosedRange<Double>? =
        switch told {
        case .exact: nil
        case .about(let whole): (whole - 0.5)...(whole + 0.5)
        case .end, .withheld: View.end(mean)
        }
      return ToldMean.Part(value: mean, range: range)
    }
  }

  /// The total, and its band, where they do not tell a factor that is not told itself.
  public var toldTotal: Double? {
    total.flatMap { isSafe(($0 / 6)...($0 / 6)) ? $0 : nil }
  }
  public var toldBand: String? {
    guard let total, let band = Self.bands.first(where: { $0.range.contains(total) }) else {
      return nil
    }
    return isSafe((band.range.lowerBound / 6)...(band.range.upperBound / 6)) ? band.words : nil
  }

  /// Whether a sum of the factors between these bounds leaves each that is not told anywhere in its range.
  private func isSafe(_ sum: ClosedRange<Double>) -> Bool {
    leavesFree(
      factors.filter { $0.id.hasPrefix("pat-") }.map(\.part), between: sum.lowerBound,
      and: sum.upperBound)
  }

  /// The six principles in our own short words.
  public static let principles = [
    "accepts the need for partnership", "clear and realistic purpose", "commitment and ownership",
    "trust", "clear working arrangements", "watches and learns",
  ]

  public init(_ rounds: RatingRounds, _ partnership: Int, _ side: Rating.Side) {
    var items: [String: [RatingItem]] = [:]
    for item in rounds.items(partnership, side) {
      if let factor = item.factor { items[factor, default: []].append(item) }
    }
    factors = items.sorted { $0.key < $1.key }.compactMap { id, items in
      let scores = rounds.scores(items, partnership, side)
      guard scores.count >= View.fewestRaters else { return nil }
      let mean = scores.reduce(0, +) / Double(scores.count)
      let squares = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return Factor(
        id: id, name: Self.name(id), mean: mean,
        spread: (squares / Double(scores.count - 1)).squareRoot(), raters: scores.count)
    }
    let principles = factors.filter { $0.id.hasPrefix("pat-") }
    let isFull =
      principles.count == 6 && principles.allSatisfy { items[$0.id]?.count == 6 }
    total = isFull ? principles.reduce(0) { $0 + $1.mean * 6 } : nil
  }

  private static func name(_ factor: String) -> String {
    guard factor.hasPrefix("pat-"), let number = Int(factor.dropFirst(4)),
      principles.indices.contains(number - 1)
    else { return factor }
    return principles[number - 1]
  }

  /// The band of a total: 109 to 144, 73 to 108, 37 to 72, and 36.
  public var band: String? {
    total.flatMap { total in Self.bands.first { $0.range.contains(total) }?.words }
  }

  private static let bands: [(range: ClosedRange<Double>, words: String)] = [
    (108.5...144, "works well enough"),
    (72.5...108.5, "works on the whole; some of it needs a closer look"),
    (36.5...72.5, "needs attention"), (36...36.5, "works badly in every respect"),
  ]
}
