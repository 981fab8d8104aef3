import Measures

/// How differently the two sides see one thing.
///
/// The signed gap is ours - theirs, so that swapping the sides turns its sign. A side that is not known makes no gap:
/// it is never taken for 0 or for agreement.
public struct PerceptionGap: Sendable, Equatable {
  public let ours: Double?
  public let theirs: Double?
  /// The least and most that a rater can say.
  private let scale: ClosedRange<Double>

  public init(ours: Double?, theirs: Double?, on scale: ClosedRange<Double> = 1...4) {
    self.ours = ours
    self.theirs = theirs
    self.scale = scale
  }

  /// ours - theirs, or `nil` when a side is not known; means that differ by a rounding do not differ.
  public var signed: Double? {
    guard let ours, let theirs else { return nil }
    return abs(ours - theirs) < 1e-9 ? 0 : ours - theirs
  }

  /// Whether the gap may be told: not where a side lies at an end of its scale, which the gap would give away.
  public var isTold: Bool {
    ![ours, theirs].compactMap { $0 }.contains { View.isAtEnd($0, of: scale) }
  }

  /// |ours - theirs|.
  public var size: Double? { signed.map(abs) }

  /// Whether the sides are two steps apart or more, whatever they say for all that is told of it.
  public var isWide: Bool { known == true }

  /// Whether what is told of the two leaves that open.
  public var isOpen: Bool { size != nil && known == nil }

  private var known: Bool? {
    guard let ours, let theirs else { return nil }
    return View.exceeds(max(ours, theirs), min(ours, theirs), by: Self.wide, on: scale)
  }

  /// Whether only one side has said anything: a one-sided claim.
  public var isOneSided: Bool { (ours == nil) != (theirs == nil) }

  /// The same from the other side.
  public var swapped: PerceptionGap { PerceptionGap(ours: theirs, theirs: ours, on: scale) }

  /// The gap from which two sides count as seeing a thing differently.
  public static let wide = 2.0

  /// The share of gaps that are wide among those of which it is told; `nil` when there are none.
  public static func shareWide(_ gaps: [PerceptionGap]) -> Double? {
    let known = gaps.compactMap(\.known)
    return known.isEmpty ? nil : Double(known.count { $0 }) / Double(known.count)
  }
}

/// Whether a difference of means is a limit or more: means of thirds are not exact, and two steps but for a rounding are two.
func reaches(_ difference: Double, _ limit: Double) -> Bool { difference >= limit - 1e-9 }
