import Findings
import Measures
import Networks
import Documents
import Sections

/// What `weft map` writes of partnerships and purpose, where the files hold any.
struct PartnershipOutput {
  private let analysis: Analysis
  private let naming: Naming
  private let statements: [StatementEvidence.Statement]
  private var network: Network { analysis.network }

  init(_ analysis: Analysis, _ naming: Naming, folder: String) throws(Failure) {
    self.analysis = analysis
    self.naming = naming
    statements = try StatementList.read(folder: folder, named: nil)
  }

  /// The tables with their names and what they are.
  private var tables: [(name: String, what: String, table: Table)] {
    guard !network.records.isEmpty else { return [] }
    let purpose = PurposeReport(analysis, naming)
    var tables: [(name: String, what: String, table: Table)] = []
    if !network.records.partnerships.isEmpty {
      let report = PartnersReport(analysis, naming)
      tables.append(
        ("partners.csv", "every partnership, those that need most first", report.csvTable))
    }
    if let goals = purpose.goals.table("goals") {
      tables.append(("goals.csv", "goals with owners, progress and linked work", goals))
    }
    if !network.records.ideas.isEmpty {
      tables.append(
        ("ideas.csv", "where ideas came from and how far they spread", purpose.ideaTable()))
    }
    let evidence = OutwardReport(analysis, naming).evidence(statements)
    if let table = evidence.table("evidence") {
      tables.append(
        ("evidence.csv", "our own statements, with the figures that speak to them", table))
    }
    return tables
  }

  /// The tables as sheets of a workbook.
  var sheets: [(name: String, table: Table)] {
    tables.map { (String($0.name.dropLast(".csv".count)), $0.table) }
  }

  /// The tables as files.
  var files: [(String, String)] { tables.map { ($0.name, $0.table.csv) } }

  /// A page for the summary; empty when the files hold nothing of the kind.
  var page: String {
    guard !network.records.isEmpty else { return "" }
    let purpose = PurposeReport(analysis, naming)
    var parts = ["", "# Partnerships and purpose"]
    let partners = PartnersReport(analysis, naming)
    let asked: [(heading: String, sentences: [String], isThere: Bool)] = [
      ("How partnerships stand", partners.sentences, !network.records.partnerships.isEmpty),
      (
        "How far we look outward",
        OutwardReport(analysis, naming).outward.sentences,
        !network.partners.isEmpty
      ),
      ("What it is for", purpose.goals.sentences, !network.records.goals.isEmpty),
      ("What came of it", purpose.stories.sentences, !network.records.stories.isEmpty),
      ("Where ideas come from", purpose.ideas.sentences, !network.records.ideas.isEmpty),
      ("Who is asked", purpose.decisions.sentences, !network.records.decisions.isEmpty),
      ("Whose voice is heard", purpose.voices.sentences, !network.records.needs.isEmpty),
    ]
    for part in asked where part.isThere {
      let lines = part.sentences.map { "- " + Summary.plain($0) }
      parts += ["## \(part.heading)", lines.joined(separator: "\n")]
    }
    let files = tables.map { "- \($0.name): \($0.what)" }
    parts += ["## Further files", files.joined(separator: "\n")]
    return parts.joined(separator: "\n\n") + "\n"
  }
}
