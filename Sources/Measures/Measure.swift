import GraphEngine

/// One question asked of a network: a function from a study to figures.
public protocol Measure: Sendable {
  var card: Card { get }
  /// The figures, in the order of the study's groups and people.
  func finding(in study: Study) -> Finding
}

/// Every measure Weft publishes.
public let catalogue: [any Measure] = size + silo + bridging + outward

/// What every figure is, for people: the measures, and the figures of expertise, which have commands of their own.
public let cards: [Card] = catalogue.map(\.card) + expertiseCards

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
///
/// Measures whose work is itself done on several threads come first, one after another; the others then run side by side.
public func review(_ study: Study, _ measures: [any Measure] = catalogue) -> [Finding] {
  let asked = measures.filter { study.grouping != nil || !$0.card.needsBoundary }
  for measure in asked where measure is BetweennessCentrality || measure is LeidenCommunities {
    _ = measure.finding(in: study)
  }
  if asked.contains(where: { $0 is Closeness }) { _ = study.distances }
  return fanOut(asked.count) { asked[$0].finding(in: study) }
}

/// Runs measures over several studies, all side by side; what is found of single people is left out.
///
/// - Parameter groupsAtMost: what is found of single groups is left out too where there are more of them.
public func reviewWithoutPeople(
  _ studies: [(study: Study, measures: [any Measure])], groupsAtMost: Int = .max
) -> [[Finding]] {
  if let study = studies.first?.study { _ = study.communities }
  let asked = studies.indices.flatMap { place in
    studies[place].measures.map { (place: place, measure: $0) }
  }
  let found = fanOut(asked.count) { number in
    let (place, measure) = asked[number]
    let study = studies[place].study
    var finding = measure.finding(in: study)
    finding.people = nil
    if let groups = study.mixing?.groupCount, groups > groupsAtMost {
      finding.figures.removeAll { $0.subject.kind == .group }
    }
    return finding
  }
  var findings = [[Finding]](repeating: [], count: studies.count)
  for (number, finding) in found.enumerated() { findings[asked[number].place].append(finding) }
  return findings
}
