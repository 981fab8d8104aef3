import Networks

/// A line of text on its way to a page: plain words, strong words, and gaps that the author fills.
public struct Phrase: Sendable, Equatable, ExpressibleByStringInterpolation {
  public enum Run: Sendable, Equatable {
    case plain(String)
    case strong(String)
    /// What nobody but the author knows, such as who and by when; stands in grey brackets.
    case gap(String)

    /// The words as a reader sees them; nothing in them acts or hides.
    public var words: String {
      switch self {
      case .plain(let text), .strong(let text): visible(text)
      case .gap(let text): "[\(visible(text))]"
      }
    }
  }

  public var runs: [Run]

  public init(_ runs: [Run]) {
    self.runs = runs.filter { $0 != .plain("") && $0 != .strong("") }
  }
  public init(_ text: String) { self.init([.plain(text)]) }
  public init(stringLiteral text: String) { self.init(text) }

  public static func strong(_ text: String) -> Phrase { Phrase([.strong(text)]) }
  public static func gap(_ text: String) -> Phrase { Phrase([.gap(text)]) }

  /// What was given, or a gap that says what is wanted.
  public static func given(_ text: String?, or gap: String) -> Phrase {
    text.map { Phrase($0) } ?? .gap(gap)
  }

  public static func + (one: Phrase, other: Phrase) -> Phrase { Phrase(one.runs + other.runs) }

  public var isEmpty: Bool { runs.isEmpty }
  /// The words, one after the other.
  public var words: String { runs.map(\.words).joined() }
  /// What the author has to fill in.
  public var gaps: [String] {
    runs.compactMap { if case .gap(let text) = $0 { text } else { nil } }
  }
}
