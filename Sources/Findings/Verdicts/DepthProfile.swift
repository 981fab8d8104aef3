import GraphEngine
public import Measures
public import Networks

/// How far a boundary holds at each depth: contact and joint work are different networks.
public struct DepthProfile: Sendable, Equatable {
  /// One row a depth, from networking to collaboration.
  public let rows: [Row]

  /// The network at one depth or more.
  public struct Row: Sendable, Equatable {
    public let depth: Depth
    /// The E-I index with what chance would give; its basis is the number of ties.
    public let index: Figure
    /// The number of groups judged to be silos.
    public let silos: Int

    /// The share of ties that lead out, seen and by chance.
    public var outside: Double? { index.value.map { (1 + $0) / 2 } }
    public var outsideByChance: Double? { index.expected.map { (1 + $0) / 2 } }
  }

  /// Judges a study's boundary at each depth.
  public init(_ study: Study, rules: VerdictRules = VerdictRules()) {
    rows = Depth.allCases.filter { $0 > .none }.map { depth in
      let verdicts = SiloVerdicts(study.atDepth(depth), rules: rules)
      return Row(depth: depth, index: verdicts.index, silos: verdicts.silos.count)
    }
  }

  /// Whether the files tell depths apart.
  public var isTold: Bool { rows.dropFirst().contains { ($0.index.basis ?? 0) > 0 } }
}
