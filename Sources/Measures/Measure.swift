/// One question asked of a network: a function from a study to figures.
public protocol Measure: Sendable {
  var card: Card { get }
  /// The figures, in the order of the study's groups and people.
  func finding(in study: Study) -> Finding
}

/// Every measure Weft publishes.
public let catalogue: [any Measure] = [
  Density(), Degree(), Strength(),
  ExternalInternalIndex(weighted: false), ExternalInternalIndex(weighted: true),
  PairObservedExpected(), PeerComparison(), Reach(),
  BetweennessCentrality(), Constraint(), EffectiveSize(), CutPoints(), Bridges(), OnlyLinks(),
]

/// Runs measures over a study; those that need a boundary are left out when it has none.
public func review(_ study: Study, _ measures: [any Measure] = catalogue) -> [Finding] {
  measures.filter { study.grouping != nil || !$0.card.needsBoundary }
    .map { $0.finding(in: study) }
}
