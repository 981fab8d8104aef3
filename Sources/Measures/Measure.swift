/// One question asked of a network: a function from a study to figures.
public protocol Measure: Sendable {
  var card: Card { get }
  /// The figures, in the order of the study's groups and people.
  func finding(in study: Study) -> Finding
}

/// Every measure Weft publishes.
public let catalogue: [any Measure] = size + silo + bridging + outward

private let size: [any Measure] = [
  Density(), Degree(), Strength(), Clustering(), Transitivity(), MeanPath(), Diameter(),
  Reciprocity(),
]

private let silo: [any Measure] = [
  ExternalInternalIndex(weighted: false), ExternalInternalIndex(weighted: true), FreeTies(),
  RescaledExternalInternal(), Assortativity(symmetrised: false), Assortativity(symmetrised: true),
  ColemanHomophily(), FreemanSegregation(), GuptaAndersonMay(byColumn: false),
  GuptaAndersonMay(byColumn: true), OddsRatio(asYulesQ: false), OddsRatio(asYulesQ: true),
  SegregationMatrixIndex(), SpectralSegregation(), PairObservedExpected(), PairConfiguration(),
  Conductance(normalisedCut: false), Conductance(normalisedCut: true), Modularity(weighted: false),
  Modularity(weighted: true), LeidenCommunities(), CommunityAgreement(adjustedRand: false),
  CommunityAgreement(adjustedRand: true), ContactDiversity(standardised: false),
  ContactDiversity(standardised: true), PeerComparison(), Reach(),
]

private let bridging: [any Measure] =
  BetweennessCentrality.Ways.allCases.map { BetweennessCentrality($0) }
  + Centralization.Kind.allCases.map { Centralization($0) }
  + [
    Constraint(weighted: false), Constraint(weighted: true), EffectiveSize(weighted: false),
    EffectiveSize(weighted: true), Efficiency(), Hierarchy(),
  ] + Brokerage.Role.allCases.map { Brokerage($0) }
  + [
    Participation(), WithinModuleZ(), CutPoints(), Bridges(), OnlyLinks(), KeyPlayers(.negative),
    KeyPlayers(.positive), CorePeriphery(), Closeness(), HarmonicCentrality(), KCore(),
    Eigenvector(), PageRankCentrality(),
  ]

private let outward: [any Measure] = [
  OutsideShare(beyondEducation: false), OutsideShare(beyondEducation: true), SectorDiversity(),
  OutsideIndex(), Translators(),
]

/// Runs measures over a study; those that need a boundary are left out when it has none.
public func review(_ study: Study, _ measures: [any Measure] = catalogue) -> [Finding] {
  measures.filter { study.grouping != nil || !$0.card.needsBoundary }
    .map { $0.finding(in: study) }
}
