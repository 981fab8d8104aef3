import Measures
public import Networks

/// How each side's trust and single views have moved from one round of ratings to the next.
///
/// A mean is one partnership's and one side's view, from three raters upwards (`View`); what fewer said enters no figure here, so that
/// no difference of two figures can tell it. Means over partnerships give each the same weight.
public struct TrustOverTime: Sendable, Equatable {
  /// Each side in each round with anything to show, the oldest round first.
  public let rounds: [Round]
  /// Partnerships of which a side is known in two rounds at least: their newest step, by place and side.
  public let steps: [Step]
  /// What partners say of us, item by item, in each round.
  public let partnersSay: [Item]

  /// One side in one round.
  public struct Round: Sendable, Equatable {
    public let day: Day?
    public let side: Rating.Side
    public let mean: Double
    /// The mean as far as it may be told.
    public let told: ToldMean
    public let partnerships: Int
    public let raters: Int
  }

  /// One side of one partnership from one round to a later.
  public struct Step: Sendable, Equatable {
    public let place: Int
    public let side: Rating.Side
    public let from: Double
    public let to: Double
    public let raters: Int
    /// Which way it moved; `nil` where what is told of the two leaves it open.
    public var way: Way? {
      let (isMore, isLess) = (
        View.exceeds(to, from, by: PartnershipLedger.fall),
        View.exceeds(from, to, by: PartnershipLedger.fall)
      )
      return isMore == true
        ? .rising : isLess == true ? .falling : isMore == nil || isLess == nil ? nil : .steady
    }
    /// By how much it moved, as far as it is told: an end of the scale counts as its middle.
    public var size: Double {
      func place(_ mean: Double) -> Double {
        View.end(mean).map { ($0.lowerBound + $0.upperBound) / 2 } ?? mean
      }
      return abs(place(to) - place(from))
    }
  }

  public enum Way: String, Sendable, CaseIterable { case rising, steady, falling }

  /// One item in one round, as partners rated it.
  public struct Item: Sendable, Equatable {
    public let item: RatingItem
    public let day: Day?
    public let mean: Double
    /// The mean as far as it may be told.
    public let told: ToldMean
    public let partnerships: Int
    public let raters: Int
  }

  init(_ network: Network, _ rounds: RatingRounds) {
    let places = network.records.partnerships.indices
    var found: [Round] = []
    for (round, day) in rounds.days.enumerated() {
      for side in Rating.Side.allCases {
        let views = places.map { rounds.view(RatingItem.trust, $0, side, round: round) }
        guard let mean = Self.mean(views), let told = ToldMean(of: views) else { continue }
        found.append(
          Round(
            day: day, side: side, mean: mean, told: told,
            partnerships: views.count { $0.value != nil },
            raters: views.compactMap(\.raters).reduce(0, +)))
      }
    }
    self.rounds = found
    steps = places.flatMap { place in
      Rating.Side.allCases.compactMap { side -> Step? in
        let known = rounds.days.indices.compactMap { round -> View? in
          let view = rounds.view(RatingItem.trust, place, side, round: round)
          return view.value == nil ? nil : view
        }
        guard known.count > 1, let from = known[known.count - 2].value,
          let to = known[known.count - 1].value
        else { return nil }
        return Step(
          place: place, side: side, from: from, to: to, raters: known[known.count - 1].raters ?? 0)
      }
    }
    let items = Set(network.records.ratings.filter { $0.side == .theirs }.map(\.item)).sorted()
      .filter { $0 != .level && $0.factor == nil }
    partnersSay = items.flatMap { item in
      rounds.days.enumerated().compactMap { round, day -> Item? in
        let views = places.map { rounds.view([item], $0, .theirs, round: round) }
        guard let mean = Self.mean(views),
          let told = rounds.mean(of: item, Array(places), .theirs, round: round)
        else { return nil }
        return Item(
          item: item, day: day, mean: mean, told: told,
          partnerships: views.count { $0.value != nil },
          raters: views.compactMap(\.raters).reduce(0, +))
      }
    }
  }

  private static func mean(_ views: [View]) -> Double? {
    let values = views.compactMap(\.value)
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
