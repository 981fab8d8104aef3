import Diagrams
import Intake
import Measures
import Networks
import Reports

/// Everything `weft map` measures, and the tables it writes.
struct Run {
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
  private let gaps: GapsReport?
  private let others: [(study: Study, verdicts: SiloVerdicts)]

  init(_ session: Session, _ options: StudyOptions, names: Naming.Mode) throws(Failure) {
    self.session = session
    study = try options.study(session, needsBoundary: false)
    rules = options.rules(session.settings)
    naming = Naming(session.network, names, key: session.settings.pseudonymKey)
    let isGrouped = study.grouping != nil
    silos =
      isGrouped
      ? SilosReport(SiloVerdicts(study, rules: rules), showsSmallGroups: names == .full) : nil
    fragility = isGrouped ? Fragility(study, minGroup: rules.minGroup) : nil
    brokers = Brokers(study, fragility: fragility)
    findings = review(study)
    gaps =
      session.network.expertise.isEmpty
      ? nil
      : GapsReport(
        Knowledge(session.network, slice: study.slice),
        by: session.network.boundary(named: "school") ?? study.grouping?.boundary ?? .school,
        naming, minGroup: rules.minGroup)
    let (study, rules) = (study, rules)
    let own = study.grouping?.boundary
    others = session.network.boundaries.filter { $0 != own }.prefix(8).map { boundary in
      let regrouped = study.grouped(by: boundary)
      return (regrouped, SiloVerdicts(regrouped, rules: rules))
    }
  }

  /// The sentences to read out.
  var headlines: [String] {
    guard let silos, let fragility else {
      return [
        "Nothing in the files groups people: no silos, no figures. Add a school, team or department to people.csv."
      ]
    }
    return silos.sentences + fragility.sentences(silos.verdicts.boundary)
      + (gaps?.gaps.sentences() ?? [])
  }

  /// Whether there are groups to draw.
  var isGrouped: Bool { silos != nil }

  /// The tables, the findings and the summary as files.
  var tables: [(name: String, bytes: [UInt8])] {
    let ledger = LedgerReport(session.ledger, network: session.network)
    let isNamed = naming.mode == .full
    let texts: [(String, String)] =
      (silos.map { [("silos.csv", $0.csvTable.csv)] } ?? []) + [
        ("bridges.csv", bridges.table(top: 50).csv),
        ("people.csv", PeopleReport(study, findings, naming, minGroup: rules.minGroup).table.csv),
        ("problems.csv", (isNamed ? ledger.problems : ledger.problemsWithoutPeople).csv),
        ("findings.json", findingsFile),
        ("summary.md", summary),
      ] + (gaps.map { [("gaps.csv", $0.table.csv), ("expertise.csv", $0.people.csv)] } ?? [])
    return texts.map { ($0.0, Array($0.1.utf8)) }
  }

  private var bridges: BridgesReport {
    BridgesReport(study, brokers, fragility, naming, minGroup: rules.minGroup)
  }

  private var findingsFile: String {
    var file = FindingsFile(study, naming, minGroup: rules.minGroup)
    file.add(study, findings, withPeople: true)
    if let silos { file.add(silos.verdicts) }
    for other in others {
      let measures = catalogue.filter { $0.card.needsBoundary }
      file.add(other.study, review(other.study, measures), withPeople: false)
      file.add(other.verdicts)
    }
    return file.json
  }

  private var summary: String {
    let setAside = session.ledger.accounts.reduce(0) { $0 + $1.setAside.count }
    let ofGroups = [
      ("trust-map", "who works with whom (SVG, PDF, PNG, DOT)"),
      ("matrix", "ties between groups, seen beside expected (SVG, PDF, PNG, DOT)"),
      ("silos.csv", "each group, with what chance and the others would give"),
    ]
    return Summary(
      study, silos, fragility, brokers, naming, others: others.map(\.verdicts),
      files: (isGrouped ? ofGroups : []) + [
        ("bridges.csv", "the people through whom most shortest ways lead, by code"),
        ("people.csv", "every figure of every person, by code"),
        ("problems.csv", "what was wrong in the files"),
        ("findings.json", "all figures for other programs"),
      ]
        + (gaps == nil
          ? []
          : [
            (
              "gaps.csv",
              "each topic in each school: absent, distant, thin or covered, and what to do"
            ),
            ("expertise.csv", "who knows what, weighed, by code"),
          ]),
      setAside: setAside, gaps: gaps?.gaps.sentences() ?? []
    ).markdown
  }

  /// The rows that were not used, for a named copy only: they hold what the files hold.
  func setAsideFiles() throws(Failure) -> [(name: String, bytes: [UInt8])] {
    do {
      return try setAsideRows(session.ledger, folder: session.folder, options: session.options)
        .map { (SetAsideName.of($0.file), $0.bytes) }
    } catch {
      throw Failure(error)
    }
  }
}

/// The name of a file of rows set aside.
enum SetAsideName {
  static func of(_ file: String) -> String {
    file.split(separator: ".").dropLast().joined(separator: ".") + ".set-aside.txt"
  }
}
