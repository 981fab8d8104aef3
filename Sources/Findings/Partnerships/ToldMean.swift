import Measures
public import Networks

/// A mean as far as it may be told beside its parts.
///
/// Of some parts only the end of the scale is told, or nothing. The mean less the parts that are told must not give the others
/// away: it stands as it is where each of them could still be anywhere in its range, to the whole number where that leaves them
/// so, and else not at all.
public enum ToldMean: Sendable, Equatable {
  case exact(Double)
  /// At an end of the scale.
  case end(Double)
  /// So much to the whole number.
  case about(Double)
  case withheld

  /// One part of a mean.
  struct Part {
    let value: Double
    var weight = 1.0
    /// Where it lies for all that is told of it; `nil` where it is told.
    let range: ClosedRange<Double>?
  }

  init(_ parts: [Part], on scale: ClosedRange<Double> = 1...4) {
    let total = parts.reduce(0) { $0 + $1.weight }
    let mean = parts.reduce(0) { $0 + $1.weight * $1.value } / total
    func isSafe(_ least: Double, _ most: Double) -> Bool {
      leavesFree(parts, between: least * total, and: most * total)
    }
    if let end = View.end(mean, of: scale) {
      self = isSafe(end.lowerBound, end.upperBound) ? .end(mean) : .withheld
    } else if isSafe(mean, mean) {
      self = .exact(mean)
    } else {
      let whole = mean.rounded()
      self = isSafe(whole - 0.5, whole + 0.5) ? .about(whole) : .withheld
    }
  }

  /// The mean of views of one side each; `nil` where none may be shown.
  init?(of views: [View]) {
    let values = views.compactMap(\.value)
    guard !values.isEmpty else { return nil }
    self.init(values.map { Part(value: $0, range: View.end($0)) })
  }
}

/// Whether each part that is not told could still be anywhere in its range, for all that a sum of all parts between two bounds tells.
func leavesFree(_ parts: [ToldMean.Part], between least: Double, and most: Double) -> Bool {
  zip(parts, ranges(of: parts, between: least, and: most)).allSatisfy { part, left in
    guard let range = part.range else { return true }
    return left.least <= range.lowerBound + 1e-9 && left.most >= range.upperBound - 1e-9
  }
}

/// Between what each part must lie, by its range and by a sum of all parts between two bounds.
func ranges(
  of parts: [ToldMean.Part], between least: Double, and most: Double
) -> [(least: Double, most: Double)] {
  func low(_ part: ToldMean.Part) -> Double { part.weight * (part.range?.lowerBound ?? part.value) }
  func high(_ part: ToldMean.Part) -> Double {
    part.weight * (part.range?.upperBound ?? part.value)
  }
  let (lowest, highest) = (
    parts.reduce(0) { $0 + low($1) }, parts.reduce(0) { $0 + high($1) }
  )
  return parts.map { part in
    (
      max(low(part), least - highest + high(part)) / part.weight,
      min(high(part), most - lowest + low(part)) / part.weight
    )
  }
}

extension RatingItem {
  /// The items that make up a score.
  static let scores = [trust, value, readiness, ownReadiness]
}

extension RatingRounds {
  /// What a side says of one item, as far as it may be told beside the score that the item belongs to; `tooFew` where it may not.
  ///
  /// Where one item of a score lies at an end of the scale, the score less the other items would tell what each rater said of it.
  public func told(
    _ item: RatingItem, _ partnership: Int, _ side: Rating.Side, round: Int? = nil
  ) -> View {
    let own = view([item], partnership, side, round: round)
    guard own.value != nil, let score = RatingItem.scores.first(where: { $0.contains(item) }),
      case .mean(let mean, let raters) = view(score, partnership, side, round: round)
    else { return own }
    let views = score.map { view([$0], partnership, side, round: round) }
    // One rater or two who answered an item and not all would be what the two means differ by.
    guard
      views.allSatisfy({ $0.raters == raters || ($0.raters ?? 0) >= raters + View.fewestRaters })
    else { return .tooFew }
    let end = View.end(mean)
    let (least, most) = (
      (end?.lowerBound ?? mean) * Double(score.count),
      (end?.upperBound ?? mean) * Double(score.count)
    )
    let values = views.compactMap(\.value)
    let known = values.map { ToldMean.Part(value: $0, range: View.end($0)) }
    if leavesFree(known, between: least, and: most) { return own }
    let some = values.map { ToldMean.Part(value: $0, range: View.end($0) ?? View.middle) }
    let left = zip(some, ranges(of: some, between: least, and: most))
    let isSafe = left.allSatisfy { part, left in
      let width = part.range == View.middle ? 1 : 0.5
      return left.most - left.least >= width - 1e-9
    }
    return isSafe && View.isAtEnd(own.value ?? 0) ? own : .tooFew
  }

  /// The mean over partnerships of what one side says of an item; `nil` where nobody's may be shown.
  func mean(
    of item: RatingItem, _ partnerships: [Int], _ side: Rating.Side, round: Int? = nil
  ) -> ToldMean? {
    let parts = partnerships.compactMap { part(item, $0, side, round: round) }
    return parts.isEmpty ? nil : ToldMean(parts)
  }

  /// What one side says of an item as a part of a mean; `nil` where it may not be shown.
  func part(
    _ item: RatingItem, _ partnership: Int, _ side: Rating.Side, round: Int? = nil
  ) -> ToldMean.Part? {
    view([item], partnership, side, round: round).value.map { value in
      let isTold = told(item, partnership, side, round: round).value != nil
      return ToldMean.Part(value: value, range: isTold ? View.end(value) : View.scale)
    }
  }
}
