import Diagrams
import GraphEngine
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections

/// Everything `weft map` measures, and the tables it writes.
struct Run: Sendable {
  private let session: Session
  private let study: Study
  private let rules: VerdictRules
  private let naming: Naming
  /// Verdicts and weak points along the main boundary; `nil` when nothing groups people.
  private let silos: SilosReport?
  private let fragility: Fragility?
  private let brokers: Brokers
  private let findings: [Finding]
  /// What people know and what is lacking; `nil` when the files say nothing of it.
  private let expertise: GapsReport?
  /// Every boundary that can be judged, the main one first.
  private let judged: [(study: Study, verdicts: SiloVerdicts)]
  /// The silo measures along every boundary but the main one.
  private let others: [[Finding]]
  private let partnerships: PartnershipOutput

  init(_ session: Session, _ options: StudyOptions, names: Naming.Mode) throws(Failure) {
    self.session = session
    study = try options.study(session, needsBoundary: false)
    rules = options.rules(session.settings)
    naming = session.naming(names, minGroup: rules.minGroup)
    let isGrouped = study.grouping != nil
    // What takes longest goes beside what needs none of it.
    let (study, rules) = (study, rules)
    let boundaries = try options.boundaries(session)
    let (_, early) = sideBySide(study.prepare) {
      let judged = judgedBoundaries(study, beside: boundaries, rules: rules)
      let others = reviewWithoutPeople(
        Run.askedOf(judged.dropFirst().map(\.study)), groupsAtMost: FindingsFile.groupsAtMost)
      return Early(judged: judged, gaps: Run.gaps(judged, rules), others: others)
    }
    judged = early.judged
    others = early.others
    let gaps = early.gaps
    silos = judged.first.map {
      SilosReport($0.verdicts, gaps: gaps, showsSmallGroups: names == .full)
    }
    fragility = isGrouped ? Fragility(study, rules: rules) : nil
    brokers = Brokers(study, fragility: fragility)
    findings = review(study)
    partnerships = try PartnershipOutput(
      study, naming, minGroup: rules.minGroup, folder: session.folder)
    expertise =
      session.network.expertise.isEmpty
      ? nil
      : GapsReport(
        Knowledge(session.network, slice: study.slice),
        by: session.network.boundary(named: "school") ?? study.grouping?.boundary ?? .school,
        naming, minGroup: rules.minGroup)
  }

  /// What is found of boundaries, which needs no shortest ways.
  private struct Early {
    let judged: [(study: Study, verdicts: SiloVerdicts)]
    let gaps: [DepthGap]
    let others: [[Finding]]
  }

  /// The widest gap that contact hides, along any boundary: the others mostly follow from it.
  private static func gaps(
    _ judged: [(study: Study, verdicts: SiloVerdicts)], _ rules: VerdictRules
  ) -> [DepthGap] {
    Array(judged.flatMap { depthGaps($0.study, rules: rules) }.sorted { $0.z < $1.z }.prefix(1))
  }

  /// The sentences to read out.
  var headlines: [String] {
    guard let silos, let fragility else {
      return [
        "Nothing in the files groups people: no silos, no figures. Add a school, team or department to people.csv."
      ]
    }
    return silos.sentences + fragility.sentences(silos.verdicts.boundary)
      + (expertise?.gaps.sentences() ?? [])
  }

  /// Whether there are groups to draw.
  var isGrouped: Bool { silos != nil }

  /// The tables, the findings and the summary as files.
  ///
  /// - Parameter figures: what else the run writes, for the summary's list.
  func tables(figures: [(name: String, what: String)]) -> [OutputFile] {
    let ledger = LedgerReport(session.ledger, network: session.network)
    let isNamed = naming.mode == .full
    // Each is made beside the others, the longest first; that of people, the largest, afterwards.
    var makers: [(name: String, make: @Sendable () -> [UInt8])] = [
      ("findings.json", { Array(findingsFile.utf8) }),
      ("summary.md", { Array((summary(figures) + partnerships.page).utf8) }),
      ("bridges.csv", { Array(bridges.table(top: 50).csv.utf8) }),
      (
        "problems.csv",
        { Array((isNamed ? ledger.problems : ledger.problemsWithoutPeople).csv.utf8) }
      ),
    ]
    if let silos { makers.append(("silos.csv", { Array(silos.csvTable.csv.utf8) })) }
    if let expertise {
      makers.append(("gaps.csv", { Array(expertise.table.csv.utf8) }))
      makers.append(("expertise.csv", { Array(expertise.people.csv.utf8) }))
    }
    let made = fanOut(makers.count) { [makers] place in
      OutputFile(makers[place].name, makers[place].make())
    }
    let people = PeopleReport(study, findings, naming, minGroup: rules.minGroup).csv
    return made + partnerships.files.map { OutputFile($0.0, $0.1) }
      + [OutputFile("people.csv", pieces: people)]
  }

  private var bridges: BridgesReport {
    BridgesReport(study, brokers, fragility, naming, minGroup: rules.minGroup)
  }

  private var findingsFile: String {
    var file = FindingsFile(study, naming, minGroup: rules.minGroup)
    file.add(study, findings, withPeople: true)
    for (entry, found) in zip(judged.dropFirst(), others) {
      file.add(entry.study, found, withPeople: false)
    }
    for entry in judged { file.add(entry.verdicts) }
    for depth in Depth.allCases where depth > study.slice.depth {
      // Where no tie is that deep there is nothing to say.
      guard study.atDepth(depth).slice.arcs.tieCount > 0 else { break }
      let deeper = judged.map { $0.study.atDepth(depth) }
      let found = reviewWithoutPeople(
        Self.askedOf(deeper), groupsAtMost: FindingsFile.groupsAtMost)
      for (study, found) in zip(deeper, found) {
        file.add(study, found, withPeople: false)
      }
    }
    return file.json
  }

  private var boundaries: BoundariesReport? {
    guard judged.count > 1 else { return nil }
    return BoundariesReport(
      BoundaryRanking(study, judged.map(\.verdicts.boundary), rules: rules), judged.map(\.verdicts))
  }

  private var depths: DepthsReport? {
    isGrouped ? DepthsReport(DepthProfile(study, rules: rules)) : nil
  }

  /// What is asked of every boundary at every depth: the silo measures.
  ///
  /// Where there are more than 30 groups their pairs are left out: they would fill the file and say little. So is spectral
  /// segregation of more than 100,000 people, which takes longest.
  private static func askedOf(
    _ studies: [Study]
  ) -> [(study: Study, measures: [any Measure])] {
    studies.map { (study: $0, measures: askedOf($0)) }
  }

  private static func askedOf(_ study: Study) -> [any Measure] {
    let isWide = (study.grouping?.ids.count ?? 0) > 30
    let isVast = study.peopleCount > FindingsFile.peopleAtMost
    let leftOut = (isWide ? ["pairs", "pairs-configuration"] : []) + (isVast ? ["ssi"] : [])
    return catalogue.filter {
      $0.card.needsBoundary && $0.card.family == .silo && !leftOut.contains($0.card.id)
    }
  }

  private func summary(_ figures: [(name: String, what: String)]) -> String {
    let setAside = session.ledger.accounts.reduce(0) { $0 + $1.setAside.count }
    let ofGroups =
      figures + [("silos.csv", "each group, with what chance and the others would give")]
    return Summary(
      study, silos, fragility, brokers, naming, boundaries: boundaries, depths: depths,
      files: (isGrouped ? ofGroups : []) + [
        ("bridges.csv", "the people through whom most shortest ways lead, by code"),
        ("people.csv", "every figure of every person, by code"),
        ("problems.csv", "what was wrong in the files"),
        ("findings.json", "all figures for other programs"),
      ]
        + (expertise == nil
          ? []
          : [
            (
              "gaps.csv",
              "each topic in each school: absent, distant, thin or covered, and what to do"
            ),
            ("expertise.csv", "who knows what, weighed, by code"),
          ]),
      setAside: setAside, lacks: expertise?.gaps.sentences() ?? []
    ).markdown
  }

  /// The rows that were not used, for a named copy only: they hold what the files hold.
  func setAsideFiles() throws(Failure) -> [OutputFile] {
    do {
      let files = try setAsideRows(
        session.ledger, folder: session.folder, options: session.options)
      return zip(SetAsideName.of(files.map(\.file)), files).map { OutputFile($0, $1.bytes) }
    } catch {
      throw Failure(error)
    }
  }
}

/// The names of files of rows set aside.
enum SetAsideName {
  /// All different, also where two files differ in their ending or their folder alone.
  static func of(_ files: [String]) -> [String] {
    var taken: Set<String> = []
    return files.map { file in
      let stem = file.split(separator: ".").dropLast().joined(separator: ".")
      let names = sequence(first: 1) { $0 + 1 }.lazy.map { number in
        stem + (number > 1 ? "-\(number)" : "") + ".set-aside.txt"
      }
      let name = names.first { !taken.contains($0) } ?? file
      taken.insert(name)
      return name
    }
  }
}
