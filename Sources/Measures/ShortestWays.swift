import GraphEngine
import Networks

/// Who stands on the shortest ways between others, and how that was found.
struct ShortestWays: Sendable {
  let values: [Double]
  /// How the values were estimated; `nil` when every shortest way was counted.
  let sample: SampledBetweenness?

  /// The most steps, people times ends of ties, for which every way is counted: about 12,000 people with 20 ties each.
  static let countedSteps = 3e9
  /// The same where ties have lengths, which takes longer: about 7,000 people with 20 ties each.
  static let countedWeightedSteps = 1e9
  /// How far a share of all pairs may be off in a sample of ways.
  static let error = 0.005

  init(_ graph: CompactGraph, _ ways: BetweennessCentrality.Ways, seed: UInt64) {
    let steps = Double(graph.nodeCount) * Double(graph.targets.count)
    switch ways {
    case .plain, .directed:
      sample =
        steps > Self.countedSteps ? graph.sampledBetweenness(error: Self.error, seed: seed) : nil
      values = sample?.values ?? graph.betweenness()
    case .weighted:
      // As many people to start from as can be done in the time of the largest network that is counted.
      let sources = max(
        48, Int(Self.countedWeightedSteps / 16 / Double(max(1, graph.targets.count))))
      sample =
        steps > Self.countedWeightedSteps
        ? graph.sampledWeightedBetweenness(sources: sources, seed: seed) : nil
      values = sample?.values ?? graph.weightedBetweenness()
    }
  }

  /// What a reader must know of estimated values; `nil` when they are exact.
  func note(_ ways: BetweennessCentrality.Ways) -> String? {
    guard let sample else { return nil }
    let drawn =
      ways == .weighted
      ? "from \(counted(sample.draws)) people drawn at random"
      : "from \(counted(sample.draws)) shortest ways drawn at random"
    return
      "estimated \(drawn): with a chance of \(percent(sample.confidence)) nobody's value is more than "
      + "\(counted(Int(sample.bound.rounded(.up)))) off"
  }
}

extension Study {
  /// How betweenness and distances were estimated, a sentence each; empty where every shortest way was counted.
  public var samplingNotes: [String] {
    [
      shortestWays(.plain).note(.plain).map {
        "In a network of this size betweenness, counted in pairs of people, is \($0)."
      },
      distances.note.map { "Distances are \($0)." },
    ].compactMap { $0 }
  }
}
