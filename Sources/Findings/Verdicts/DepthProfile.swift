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

  /// Puts the verdicts at each depth beside one another.
  init(_ verdicts: [SiloVerdicts], _ depths: [Depth]) {
    rows = zip(depths, verdicts).map { depth, judged in
      Row(depth: depth, index: judged.index, silos: judged.silos.count)
    }
  }

  /// Whether the files tell depths apart.
  public var isTold: Bool { rows.dropFirst().contains { ($0.index.basis ?? 0) > 0 } }
}
