import Documents
import GraphEngine
public import Findings
public import Measures
import Networks

/// `findings.json`: every figure of a run, for other programs.
///
/// Docs/Findings.md describes it.
public struct FindingsFile: Sendable {
  public static let schemaVersion = 3
  /// The most people whose figures are written; those of more stand in people.csv alone.
  public static let peopleAtMost = 100_000
  /// The most groups whose figures are written, of those along one boundary.
  public static let groupsAtMost = 5_000
  /// The people who may be named, as this copy calls them, in the order of what they are called.
  private let people: [(node: Int, id: String)]
  private var findings: [JSONValue] = []
  private var verdicts: [JSONValue] = []
  private let network: JSONValue
  private let naming: Naming
  private let analysis: Analysis
  private var minGroup: Int { analysis.rules.minGroup }

  /// - Parameter withPeople: whether people are listed; without, every figure is of groups or of the whole.
  public init(_ analysis: Analysis, _ naming: Naming, withPeople: Bool = true) {
    self.naming = naming
    self.analysis = analysis
    let study = analysis.study
    network = Self.network(study, naming)
    let isWide = !withPeople || study.peopleCount > Self.peopleAtMost
    people = (isWide ? 0..<0 : 0..<study.peopleCount).compactMap { node in
      naming.id(study.slice.people[node]).map { (node, $0) }
    }.sorted { $0.1 < $1.1 }
  }

  /// The findings as JSON.
  public var json: String {
    JSONValue.object([
      "schema_version": .whole(Self.schemaVersion), "network": network,
      "people": .texts(people.map(\.id)), "findings": .array(findings),
      "verdicts": .array(verdicts),
    ]).json
  }

  private static func network(_ study: Study, _ naming: Naming) -> JSONValue {
    let network = study.network
    let coverage = study.coverage
    var groups: [String: JSONValue] = [:]
    for boundary in network.boundaries {
      groups[boundary.id] = .whole(
        network.groups(by: boundary, among: study.slice.people).ids.count)
    }
    return .object([
      "title": .text(network.title), "people": .whole(study.peopleCount),
      "ties": .whole(
        study.mixing.map { Int($0.ties.total.rounded()) } ?? study.slice.arcs.tieCount),
      "pairs": .whole(study.slice.arcs.tieCount), "directed": .truth(study.slice.arcs.isDirected),
      "groups": .object(groups), "schools": .whole(network.schools.count),
      "teams": .whole(network.teams.count), "partners": .whole(network.partners.count),
      "working_groups": .whole(network.workingGroups.count),
      "hidden": naming.number(network.people.isHidden.count { $0 }),
      "excluded": naming.number(network.excludedCount), "period": .text(study.slice.period.inWords),
      "newest_day": .optional(network.newestDay.map { "\($0)" }),
      "parallel_rule": .text(network.parallelRule.rawValue),
      "coverage": .object([
        "asked": .whole(coverage.asked), "answered": .whole(coverage.answered),
        "share": .optional(coverage.share),
      ]),
      "components": .whole(study.components.count), "seed": .whole(Int(clamping: study.seed)),
    ])
  }

  /// Adds what measures found in a study.
  ///
  /// - Parameter withPeople: whether it is the study the file was made for, whose people have figures of their own.
  public mutating func add(_ study: Study, _ found: [Finding], withPeople: Bool) {
    let coverage = Self.coverage(study)
    let small = smallGroups(study)
    let isWide = (study.grouping?.ids.count ?? 0) > Self.groupsAtMost
    for finding in found {
      let isWhole = tellsAll(of: finding, study, small)
      var members: [String: JSONValue] = [
        "measure": .text(finding.measure),
        "boundary": .optional(study.grouping?.boundary.id),
        "depth": .whole(Int(study.slice.depth.rawValue)),
        "figures": .array(
          finding.figures.compactMap { figure in
            isWide && figure.subject.kind == .group || !tells(figure, study)
              ? nil
              : json(
                guarded(figure, of: finding.measure, small, isWhole: isWhole), study, coverage,
                small)
          }),
      ]
      if withPeople, !people.isEmpty {
        members["people"] = naming.told(finding, in: analysis).map(json)
      }
      findings.append(.object(members))
    }
  }

  /// The share who answered, for the network and each group, where the files say so.
  private static func coverage(_ study: Study) -> [Subject: Double] {
    var shares: [Subject: Double] = [:]
    shares[.network] = study.coverage.share
    for (id, coverage) in zip(study.grouping?.ids ?? [], study.coverageOfGroups) {
      shares[.group(id)] = coverage.share
    }
    return shares
  }

  /// Adds the verdicts along a boundary.
  public mutating func add(_ judged: SiloVerdicts) {
    let shown = judged.groups.filter { naming.shows($0.id, along: judged.boundary) }
    for (verdict, doubt) in [(judged.whole, judged.doubt)] + shown.map({ ($0.verdict, $0.doubt) }) {
      verdicts.append(
        .object([
          "boundary": .text(judged.boundary.id), "subject": subject(verdict.subject),
          "verdict": .text(verdict.kind.rawValue), "sentence": .text(verdict.inFull),
          "outside_share_interval": range(doubt.interval, judged.boundary),
          "outside_share_all_answered": range(doubt.bounds, judged.boundary),
          "certainty": .text(verdict.certainty.rawValue),
        ]))
    }
  }

  /// A range of shares; in whole per cent where groups are hidden, whose numbers could be solved for from more.
  private func range(_ range: ClosedRange<Double>?, _ boundary: Boundary) -> JSONValue {
    let told = naming.showsAll ? range : analysis.disclosure.told(range, along: boundary)
    return told.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null
  }

  private func subject(_ subject: Subject) -> JSONValue {
    var members: [String: JSONValue] = [
      "kind": .text(subject.kind.rawValue), "id": .text(subject.ids.joined(separator: "|")),
    ]
    if subject.ids.count > 1 { members["ids"] = .array(subject.ids.map(JSONValue.text)) }
    return .object(members)
  }

  /// A figure as far as a copy tells it that hides groups.
  ///
  /// Of the whole a sum alone stays, and what a group would have as the others have it in whole per cent.
  private func guarded(
    _ figure: Figure, of measure: String, _ small: Set<String>, isWhole: Bool
  ) -> Figure {
    var figure = figure
    if !isWhole { figure.q = nil }
    guard !small.isEmpty, Disclosure.ofGroups.contains(measure) else { return figure }
    if figure.subject.kind == .network {
      if !Disclosure.tellsWhole(measure) { figure.value = nil }
      (figure.expected, figure.null, figure.note) = (nil, nil, nil)
    }
    if figure.subject.kind == .network || measure == "peers" {
      (figure.z, figure.p, figure.q) = (nil, nil, nil)
      figure.expected = figure.expected.map(wholePercent)
    }
    return figure
  }

  /// A figure, or nothing for one that says who somebody is in a copy without names.
  private func json(
    _ figure: Figure, _ study: Study, _ coverage: [Subject: Double], _ small: Set<String>
  ) -> JSONValue? {
    guard let figure = named(figure, study) else { return nil }
    let isOfGroups = figure.subject.kind == .group || figure.subject.kind == .pair
    if isOfGroups, figure.subject.ids.contains(where: small.contains) {
      return .object([
        "subject": subject(figure.subject), "value": .null,
        "undefined": .text("suppressed: fewer than \(minGroup) people, or beside a group that has"),
      ])
    }
    var members = ["subject": subject(figure.subject)]
    if figure.value == nil, figure.undefined == nil {
      members["value"] = .null
      members["undefined"] = .text("suppressed: with it what is not shown could be worked out")
    }
    if let value = figure.value { members["value"] = .number(value) }
    if let undefined = figure.undefined { members["undefined"] = .text(undefined.rawValue) }
    if let expected = figure.expected { members["expected"] = .number(expected) }
    if let z = figure.z { members["z"] = .number(z) }
    if let p = figure.p { members["p"] = .number(p) }
    if let null = figure.null { members["null"] = .text(null.rawValue) }
    if let q = figure.q { members["q"] = .number(q) }
    if let note = figure.note { members["note"] = .text(note) }
    if let share = coverage[figure.subject] { members["coverage"] = .number(share) }
    if let basis = figure.basis { members["basis"] = .number(basis) }
    return .object(members)
  }

  /// The same figure with people called as this copy calls them; `nil` when one of them is never named.
  private func named(_ figure: Figure, _ study: Study) -> Figure? {
    guard [.person, .tie, .set].contains(figure.subject.kind) else { return figure }
    if figure.subject.kind == .tie, !naming.showsAll { return nil }
    let ids = figure.subject.ids.map { id in
      study.network.people.index(of: id).flatMap { naming.id(Int32($0)) }
    }
    guard !ids.contains(nil) else { return nil }
    var figure = figure
    figure.subject = Subject(kind: figure.subject.kind, ids: ids.compactMap { $0 })
    return figure
  }

  /// Whether a copy without names may tell a figure of two groups: only along its own boundary, of all ties, and where enough
  /// people carry them.
  private func tells(_ figure: Figure, _ study: Study) -> Bool {
    guard !naming.showsAll, figure.subject.kind == .pair, Set(figure.subject.ids).count == 2
    else { return true }
    guard study.grouping?.boundary == analysis.boundary,
      study.slice.depth == analysis.study.slice.depth, let ids = study.grouping?.ids
    else { return false }
    let places = figure.subject.ids.compactMap(ids.firstIndex)
    return places.count == 2 && analysis.tellsLink(places[0], places[1])
  }

  /// Whether a copy tells every figure that a measure found of groups and pairs.
  ///
  /// What is adjusted for the number of figures tells the place of each among all of them, and so between which of those told each
  /// of the others lies.
  private func tellsAll(of finding: Finding, _ study: Study, _ small: Set<String>) -> Bool {
    naming.showsAll
      || finding.figures.allSatisfy { figure in
        ![.group, .pair].contains(figure.subject.kind)
          || tells(figure, study) && small.isDisjoint(with: figure.subject.ids)
      }
  }

  /// The ids of groups too small to show.
  private func smallGroups(_ study: Study) -> Set<String> {
    guard !naming.showsAll, let grouping = study.grouping else { return [] }
    return Set(
      grouping.ids.filter { !naming.shows($0, along: grouping.boundary) })
  }

  /// One number for each of `people`.
  private func json(_ column: PersonColumn) -> JSONValue {
    func numbers(_ values: [Double?]) -> JSONValue { .numbers(people.map { values[$0.node] }) }
    var members = ["values": numbers(column.values)]
    if column.values.contains(nil) { members["undefined"] = .text(column.undefined.rawValue) }
    if naming.tellsChance(of: analysis) {
      members["expected"] = column.expected.map(numbers)
      members["z"] = column.z.map(numbers)
    }
    return .object(members)
  }
}
