import GraphEngine
public import Networks

/// One question asked of a network: a function from what it needs to figures.
///
/// A measure that needs people in groups takes a `GroupedStudy`, which exists only where a boundary was asked for; every other takes a `Study`.
///
///     let leaks = Conductance(normalisedCut: false).finding(of: Study(network, by: .school))
public protocol Measure<Input>: Sendable {
  associatedtype Input: MeasureInput
  var card: Card { get }
  /// The work that it shares with others and that is itself done on several threads.
  var sharedWork: [Study.SharedWork] { get }
  /// How far a person's value tells who their contacts are.
  var trace: ContactTrace { get }
  /// The figures, in the order of the study's groups and people.
  func finding(in input: Input) -> Finding
}

/// How far a person's value tells who their contacts are, for whoever has everybody's values.
public enum ContactTrace: Sendable {
  /// It tells how many they are, or how they lie.
  case silent
  /// It is made of numbers of theirs; all its digits would narrow down whose.
  case faint
  /// It tells over how many groups they are spread, and so whether there is one behind a link that is not shown.
  case spread
  /// It adds up the same value of each of them, so that the ties of whoever has few can be solved for.
  case plain
}

extension Measure {
  public var sharedWork: [Study.SharedWork] { [] }

  public var trace: ContactTrace { .silent }

  /// Whether it is asked of people in groups.
  public var needsBoundary: Bool { Input.self == GroupedStudy.self }

  /// The figures of a study; none where it lacks what the measure needs.
  public func finding(of study: Study) -> Finding {
    Input.of(study).map(finding(in:)) ?? Finding(card.id)
  }
}

extension Measure where Input == GroupedStudy {
  /// The figures of a study; none where its people are in no groups.
  public func finding(in study: Study) -> Finding { finding(of: study) }
}

/// What a measure may look at, made from a study where the study has it.
public protocol MeasureInput: Sendable {
  static func of(_ study: Study) -> Self?
}

extension Study: MeasureInput {
  public static func of(_ study: Study) -> Study? { study }
}

/// A study whose people are in groups.
public struct GroupedStudy: MeasureInput {
  public let study: Study
  /// The staff in groups, one entry a node of the slice.
  public let grouping: Grouping
  /// Group sizes and the ties within and between groups.
  public let mixing: Mixing

  /// Nothing where no boundary was asked for.
  public init?(_ study: Study) {
    guard let grouping = study.grouping, let mixing = study.mixing else { return nil }
    (self.study, self.grouping, self.mixing) = (study, grouping, mixing)
  }

  public static func of(_ study: Study) -> GroupedStudy? { GroupedStudy(study) }
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
/// Work that is itself done on several threads comes first, one after another; the measures then run side by side.
public func review(_ study: Study, _ measures: [any Measure] = catalogue) -> [Finding] {
  let asked = measures.filter { study.grouping != nil || !$0.needsBoundary }
  prepare(study, for: asked)
  return fanOut(asked.count) { asked[$0].finding(of: study) }
}

/// Does what measures share and what is itself done on several threads, ahead of them.
public func prepare(_ study: Study, for measures: [any Measure] = catalogue) {
  for measure in measures { study.prepare(measure.sharedWork) }
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
    var finding = measure.finding(of: study)
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
