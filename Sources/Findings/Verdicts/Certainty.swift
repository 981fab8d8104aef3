/// How sure a finding is, by one rule for all of them.
///
///                   p           who answered   missing replies           contacts
///     beyond doubt  < 0.001     70 % or more   change nothing            30 or more
///     likely        < 0.05      half or more   change nothing            10 or more
///     a hint        < 0.10      half or more                             10 or more
///     cannot say    otherwise
///
/// p is that of the finding, adjusted where many groups were looked at. Missing replies change nothing where the finding
/// holds over the whole range that they leave. Where the files do not say who answered, a finding is likely at most.
public enum Certainty: String, Sendable, Codable, CaseIterable, Comparable {
  case cannotSay = "cannot say"
  case hint = "a hint"
  case likely
  case beyondDoubt = "beyond doubt"

  /// - Parameters:
  ///   - p: the probability of as much by chance; `nil` where there is none.
  ///   - response: the share who answered, from 0 to 1; `nil` where the files do not say.
  ///   - range: what missing replies could make of the figure; `nil` where nothing is known of them.
  ///   - limit: what the figure must not reach for the finding to hold.
  ///   - contacts: the number of ties that the finding rests on.
  public init(
    p: Double?, response: Double?, range: ClosedRange<Double>? = nil, limit: Double? = nil,
    contacts: Double
  ) {
    let holds = range.flatMap { range in limit.map { !range.contains($0) } } ?? true
    guard let p, p < 0.1, response ?? 1 >= 0.5, contacts >= 10 else {
      self = .cannotSay
      return
    }
    if p < 0.001, let response, response >= 0.7, holds, contacts >= 30 {
      self = .beyondDoubt
    } else {
      self = p < 0.05 && holds ? .likely : .hint
    }
  }

  /// As it stands in a sentence or a table.
  public var inWords: String { rawValue }

  /// How many of three dots are filled.
  public var dots: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  public static func < (one: Certainty, other: Certainty) -> Bool { one.dots < other.dots }
}
