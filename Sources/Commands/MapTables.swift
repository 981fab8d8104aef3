import Diagrams
import Documents
import Findings
import GraphEngine
import Intake
import Measures
import Networks
import Papers
import Sections

/// The tables and the summary of a map, all of one analysis.
struct MapTables: Sendable {
  private let session: Session
  private let analysis: Analysis
  private let naming: Naming
  private let findings: [Finding]
  /// The silo measures along every boundary but the main one.
  private let others: [[Finding]]
  private let partnerships: PartnershipOutput

  init(_ session: Session, _ analysis: Analysis, names: Naming.Mode) throws(Failure) {
    self.session = session
    self.analysis = analysis
    naming = session.naming(names, analysis)
    // What takes longest goes beside what needs none of it.
    let study = analysis.study
    let (_, others) = sideBySide({ prepare(study) }) {
      reviewWithoutPeople(
        Self.askedOf(analysis.judged.dropFirst().map(\.study)),
        groupsAtMost: FindingsFile.groupsAtMost)
    }
    self.others = others
    findings = review(study)
    partnerships = try PartnershipOutput(analysis, naming, folder: session.folder)
  }

  /// Where the silos are, with the widest gap that contact hides along any boundary: the others mostly follow from it.
  private var silos: SilosReport? {
    let gaps = analysis.judged.flatMap { $0.gaps(showsAll: naming.showsAll) }.sorted {
      $0.z < $1.z
    }.prefix(1)
    return SilosReport(analysis, gaps: Array(gaps), showsSmallGroups: naming.showsAll)
  }

  /// What people know and what is lacking, by school; `nil` when the files say nothing of it.
  private var expertise: GapsReport? { Gallery.topics(analysis, naming) }

  /// The sentences to read out.
  var headlines: [String] {
    guard let silos, let fragility = naming.fragility(of: analysis),
      let boundary = analysis.boundary
    else {
      return [
        "Nothing in the files groups people, so nothing is said of silos and no figure is drawn. Add a school, team or department to people.csv."
      ]
    }
    return silos.sentences + fragility.sentences(boundary) + (expertise?.gaps.sentences() ?? [])
  }

  /// The tables, the findings and the summary as files.
  ///
  /// - Parameter figures: what else the run writes, for the summary's list.
  func files(figures: [(name: String, what: String)]) -> [OutputFile] {
    let ledger = LedgerReport(session.ledger, network: session.network)
    let isNamed = naming.showsAll
    let (silos, expertise) = (silos, expertise)
    // Each is made beside the others, the longest first; that of people, the largest, afterwards.
    var makers: [(name: String, make: @Sendable () -> [UInt8])] = [
      ("findings.json", { Array(findingsFile.utf8) }),
      ("summary.md", { Array((summary(silos, expertise, figures) + partnerships.page).utf8) }),
      ("bridges.csv", { Array(BridgesReport(analysis, naming).table(top: 50).csv.utf8) }),
      (
        "problems.csv",
        { Array((isNamed ? ledger.problems : ledger.problemsWithoutPeople).csv.utf8) }
      ),
    ]
    if let silos { makers.append(("silos.csv", { Array(silos.csvTable.csv.utf8) })) }
    if let expertise {
      makers.append(("gaps.csv", { Array(expertise.table.csv.utf8) }))
      // What people know tells who they are, code or no code.
      if isNamed { makers.append(("expertise.csv", { Array(expertise.people.csv.utf8) })) }
    }
    let made = fanOut(makers.count) { [makers] place in
      OutputFile(makers[place].name, makers[place].make())
    }
    let people = PeopleReport(analysis, findings, naming).csv
    return made + partnerships.files.map { OutputFile($0.0, $0.1) }
      + [OutputFile("people.csv", pieces: people)]
  }

  /// What the measures found along the main boundary.
  var figures: [Finding] { findings }

  /// Every table as a sheet of a workbook, people and ties first.
  func sheets(_ report: ExportReport) -> [(name: String, table: Table)] {
    var ties = Table([
      .text("from"), .text("to"), .number("weight"), .text("kind"), .text("depth"),
    ])
    ties.rows = report.ties.map { tie in
      [
        report.people.rows[tie.from][0], report.people.rows[tie.to][0],
        .number(tie.weight, places: 6), .text(tie.kind), .text(tie.depth),
      ]
    }
    var sheets: [(name: String, table: Table)] = [("people", report.people), ("ties", ties)]
    if let silos { sheets.append(("silos", silos.csvTable)) }
    sheets.append(("bridges", BridgesReport(analysis, naming).table(top: 50)))
    if let expertise {
      sheets.append(("gaps", expertise.table))
      if naming.showsAll { sheets.append(("expertise", expertise.people)) }
    }
    sheets += partnerships.sheets
    let ledger = LedgerReport(session.ledger, network: session.network)
    sheets.append(
      ("problems", naming.showsAll ? ledger.problems : ledger.problemsWithoutPeople))
    return sheets
  }

  /// The tables of a map as sheets of a workbook, each with what it is; of people only those who bridge.
  ///
  /// - Parameter withBridges: whether these are among them, by code or by name as the copy has it.
  func bookSheets(withBridges: Bool) -> [Book.Sheet] {
    var sheets: [Book.Sheet] = []
    if let silos {
      sheets.append(
        .init(
          "silos in full", "each group, with what chance and the others would give", silos.csvTable)
      )
    }
    if withBridges {
      sheets.append(
        .init(
          "bridges in full", "the people who connect others most",
          BridgesReport(analysis, naming).table(top: 50)))
    }
    if let expertise {
      sheets.append(
        .init("gaps in full", "each topic in each school, and what to do", expertise.table))
    }
    return sheets
      + partnerships.sheets.map {
        .init("\($0.name) in full", "every row of \($0.name)", $0.table)
      }
  }

  /// The same tables as one workbook, for people; programs read the CSV files.
  ///
  /// - Parameter output: the folder it is for, to be told where it cannot be made.
  func workbook(marking: String, for output: String) throws(Failure) -> OutputFile {
    let network = analysis.network
    let book = Book(
      network.title, sheets: bookSheets(withBridges: true),
      notes: [
        "The tables of this folder in one workbook; the CSV files hold the same for programs.",
        "An empty cell has no value; the column status says why.",
      ], marking: marking, day: network.newestDay)
    do {
      return OutputFile("tables.xlsx", try WorkbookFile.bytes(of: book))
    } catch {
      throw Failure(
        .cannotCreate,
        error.reason.map { "\(visible(output)) could not be written: \($0)." }
          ?? "\(capitalised(error.description)).")
    }
  }

  private var findingsFile: String {
    let study = analysis.study
    var file = FindingsFile(analysis, naming)
    file.add(study, findings, withPeople: true)
    for (entry, found) in zip(analysis.judged.dropFirst(), others) {
      file.add(entry.study, found, withPeople: false)
    }
    for verdicts in analysis.judged.compactMap(\.verdicts) { file.add(verdicts) }
    for depth in Depth.allCases where depth > study.slice.depth {
      // Where no tie is that deep there is nothing to say.
      guard study.atDepth(depth).slice.arcs.tieCount > 0 else { break }
      let deeper = analysis.judged.map { $0.study.atDepth(depth) }
      let found = reviewWithoutPeople(
        Self.askedOf(deeper), groupsAtMost: FindingsFile.groupsAtMost)
      for (study, found) in zip(deeper, found) {
        file.add(study, found, withPeople: false)
      }
    }
    return file.json
  }

  /// What is asked of every boundary at every depth: the silo measures.
  ///
  /// Where there are more than 30 groups their pairs are left out: they would fill the file and say little. So is spectral
  /// segregation of more than 100,000 people, which takes longest.
  static func askedOf(
    _ studies: [Study]
  ) -> [(study: Study, measures: [any Measure])] {
    studies.map { (study: $0, measures: askedOf($0)) }
  }

  private static func askedOf(_ study: Study) -> [any Measure] {
    let isWide = (study.grouping?.ids.count ?? 0) > 30
    let isVast = study.peopleCount > FindingsFile.peopleAtMost
    let leftOut = (isWide ? ["pairs", "pairs-configuration"] : []) + (isVast ? ["ssi"] : [])
    return catalogue.filter {
      $0.needsBoundary && $0.card.family == .silo && !leftOut.contains($0.card.id)
    }
  }

  private func summary(
    _ silos: SilosReport?, _ expertise: GapsReport?, _ figures: [(name: String, what: String)]
  ) -> String {
    let setAside = session.ledger.setAsideCount
    let ofGroups =
      figures + [("silos.csv", "each group, with what chance and the others would give")]
    let ofTopics =
      [
        (
          "gaps.csv",
          "each topic in each school: absent, distant, not known, thin or covered, and what to do"
        )
      ] + (naming.showsAll ? [("expertise.csv", "who knows what, weighed")] : [])
    return Summary(
      analysis, silos, naming,
      files: (silos == nil ? [] : ofGroups) + [
        ("bridges.csv", "the people who connect others most, by code"),
        ("people.csv", "every figure of every person, by code"),
        ("problems.csv", "what was wrong in the files"),
        ("findings.json", "all figures for other programs"),
        ("tables.xlsx", "the tables in one workbook"),
      ] + (expertise == nil ? [] : ofTopics),
      setAside: setAside, lacks: expertise?.gaps.sentences() ?? [],
      since: session.lastTime(beside: analysis, session.naming(.groups, analysis))
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
