/// How deep a collaboration goes, from contact to joint work.
///
/// Frey, Lohmeier, Lee & Tollefson (2006), *Measuring collaboration among grant partners*,
/// American Journal of Evaluation 27:383.
public enum Depth: UInt8, Sendable, CaseIterable, Comparable {
  /// No interaction at all.
  case none = 0
  /// Aware of each other; little communication.
  case networking
  /// Give each other information; each decides alone.
  case cooperation
  /// Share information and resources; some decisions are shared.
  case coordination
  /// Share ideas and resources; everybody has a vote.
  case coalition
  /// Belong to one system; decide by consensus, in mutual trust.
  case collaboration

  /// The word that files use, such as "coordination".
  public var word: String { String(describing: self) }

  public static func < (a: Depth, b: Depth) -> Bool { a.rawValue < b.rawValue }
}
