import Measures
public import Networks

/// What the raters of one side say between them: a mean, or that there is none to show.
///
/// Ratings are confidential: nothing is said on the answers of fewer than three raters, and a side that nobody asked is
/// unknown, which is not the same as agreement.
public enum View: Sendable, Equatable {
  /// The mean over so many raters, at least `fewestRaters`.
  case mean(Double, raters: Int)
  /// Somebody answered, but too few to show.
  case tooFew
  /// Nobody answered.
  case unknown

  /// The fewest raters whose mean is shown.
  public static let fewestRaters = 3

  /// The mean of one score a rater.
  init(_ scores: [Double]) {
    if scores.isEmpty {
      self = .unknown
    } else if scores.count < Self.fewestRaters {
      self = .tooFew
    } else {
      self = .mean(scores.sorted().reduce(0, +) / Double(scores.count), raters: scores.count)
    }
  }

  /// The mean, where it may be shown.
  public var value: Double? {
    if case .mean(let value, _) = self { value } else { nil }
  }

  /// The number of raters, where it may be shown.
  public var raters: Int? {
    if case .mean(_, let raters) = self { raters } else { nil }
  }

  /// The mean for a page; at either end of the scale it would tell what each rater said, so only the end is told.
  ///
  /// - Parameter scale: the least and most that a rater can say.
  public static func words(_ mean: Double, on scale: ClosedRange<Double> = 1...4) -> String {
    guard isAtEnd(mean, of: scale) else { return fixed(mean, places: 1) }
    return mean < (scale.lowerBound + scale.upperBound) / 2 ? "low" : "high"
  }

  /// Whether a mean lies in the lowest or highest sixth of the scale: so near an end that it would tell what each rater said.
  public static func isAtEnd(_ mean: Double, of scale: ClosedRange<Double> = 1...4) -> Bool {
    end(mean, of: scale) != nil
  }

  /// The end of the scale that a mean lies at, which is all that is told of it; `nil` for one that lies at none.
  static func end(
    _ mean: Double, of scale: ClosedRange<Double> = View.scale
  ) -> ClosedRange<Double>? {
    let band = (scale.upperBound - scale.lowerBound) / 6
    if mean < scale.lowerBound + band { return scale.lowerBound...(scale.lowerBound + band) }
    return mean > scale.upperBound - band ? (scale.upperBound - band)...scale.upperBound : nil
  }

  /// Whether one mean lies a limit or more above another for all that is told of them; `nil` where that leaves it open.
  ///
  /// Judged by the means themselves, which of two is above would tell what each rater at an end of the scale said.
  static func exceeds(
    _ more: Double, _ less: Double, by limit: Double, on scale: ClosedRange<Double> = View.scale
  ) -> Bool? {
    let (high, low) = (end(more, of: scale) ?? more...more, end(less, of: scale) ?? less...less)
    // The inner bound of an end is no part of it.
    let isShort = high.lowerBound == scale.lowerBound || low.upperBound == scale.upperBound
    let most = high.upperBound - low.lowerBound - (isShort ? 1e-6 : 0)
    return reaches(high.lowerBound - low.upperBound, limit)
      ? true : reaches(most, limit) ? nil : false
  }

  /// The least and most that a rater can say, and what lies at neither end of it.
  static let scale = 1.0...4.0
  static let middle = 1.5...3.5

  /// A score of 1 to 4 as a share from 0 to 1: (x - 1) / 3.
  public var share: Double? { value.map { ($0 - 1) / 3 } }
}

/// Ratings sorted by partnership, side and round, with each rater's answers together.
///
/// A round is a run of days with gaps of at most 60 days; ratings without a day belong to the first. Where the file
/// does not tell raters apart, the k-th answer to each item is taken for that of a k-th rater.
public struct RatingRounds: Sendable {
  /// The last day of each round, the oldest round first; `nil` when no rating has a day.
  public let days: [Day?]
  private let answers: [Key: [[RatingItem: Int]]]
  /// Whether anybody was asked for trust, and for value: PARTNER takes answers to all six items or none.
  private let asked: Set<RatingItem>

  private struct Key: Hashable {
    let partnership: Int
    let side: Rating.Side
    let round: Int
  }

  private struct RaterKey: Hashable {
    let rater: Int32
    let turn: Int
  }

  /// The longest gap between two days of one round, in days.
  public static let longestGap = 60

  /// - Complexity: O(r log r) for r ratings.
  public init(_ ratings: [Rating]) {
    let days = Set(ratings.compactMap(\.date)).sorted()
    var lastDays: [Day?] = []
    var roundOf: [Day: Int] = [:]
    for day in days {
      if let last = lastDays.last ?? nil, day.julian - last.julian <= Self.longestGap {
        lastDays[lastDays.count - 1] = day
      } else {
        lastDays.append(day)
      }
      roundOf[day] = lastDays.count - 1
    }
    self.days = lastDays.isEmpty && !ratings.isEmpty ? [nil] : lastDays
    asked = Set(ratings.map(\.item))
    var byRater: [Key: [RaterKey: [RatingItem: Int]]] = [:]
    var turns: [Key: [RatingItem: Int]] = [:]
    for rating in ratings {
      let key = Key(
        partnership: rating.partnership, side: rating.side,
        round: rating.date.flatMap { roundOf[$0] } ?? 0)
      var rater = RaterKey(rater: rating.rater ?? -1, turn: 0)
      if rating.rater == nil {
        let turn = turns[key, default: [:]][rating.item, default: 0]
        turns[key, default: [:]][rating.item] = turn + 1
        rater = RaterKey(rater: -1, turn: turn)
      }
      // Within a round a rater's later answer stands for the earlier one; ratings come in order of date.
      byRater[key, default: [:]][rater, default: [:]][rating.item] = rating.score
    }
    answers = byRater.mapValues { raters in
      raters.sorted { ($0.key.rater, $0.key.turn) < ($1.key.rater, $1.key.turn) }.map(\.value)
    }
  }

  /// Whether anybody was asked for an item.
  public func asks(_ item: RatingItem) -> Bool { asked.contains(item) }

  /// The newest round in which a side of a partnership was rated.
  public func newestRound(_ partnership: Int, _ side: Rating.Side) -> Int? {
    days.indices.last {
      answers[Key(partnership: partnership, side: side, round: $0)] != nil
    }
  }

  /// What a side says of some items together: the mean over raters of each rater's mean, raters counting who answered
  /// all that PARTNER asks them.
  public func view(
    _ items: [RatingItem], _ partnership: Int, _ side: Rating.Side, round: Int? = nil
  ) -> View {
    guard let round = round ?? newestRound(partnership, side) else { return .unknown }
    let needed = needed(items)
    let sheets = answers[Key(partnership: partnership, side: side, round: round)] ?? []
    return View(
      sheets.filter { sheet in needed.allSatisfy { sheet[$0] != nil } }.map { sheet in
        items.reduce(0) { $0 + Double(sheet[$1] ?? 0) } / Double(items.count)
      })
  }

  /// The items a rater must have answered: PARTNER needs all six, where both halves were asked at all.
  private func needed(_ items: [RatingItem]) -> [RatingItem] {
    let six = RatingItem.value + RatingItem.trust
    guard items.count > 1, items.allSatisfy(six.contains) else { return items }
    return six.allSatisfy(asked.contains) ? six : items
  }

  /// The items a side was asked, in order.
  public func items(_ partnership: Int, _ side: Rating.Side) -> [RatingItem] {
    guard let round = newestRound(partnership, side) else { return [] }
    let sheets = answers[Key(partnership: partnership, side: side, round: round)] ?? []
    return Set(sheets.flatMap(\.keys)).sorted()
  }

  /// Each rater's mean over the items of a factor that they answered in full, unsorted by rater.
  func scores(
    _ items: [RatingItem], _ partnership: Int, _ side: Rating.Side
  ) -> [Double] {
    guard let round = newestRound(partnership, side) else { return [] }
    let sheets = answers[Key(partnership: partnership, side: side, round: round)] ?? []
    return sheets.filter { sheet in items.allSatisfy { sheet[$0] != nil } }.map { sheet in
      items.reduce(0) { $0 + Double(sheet[$1] ?? 0) } / Double(items.count)
    }.sorted()
  }
}
