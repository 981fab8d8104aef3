import ArgumentParser
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections
import Settings

/// `weft gaps`: what the trust lacks, or may lose.
struct GapsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Show how each school is covered for each topic, and what to do.",
    discussion: """
      Topics are those of topics.csv and whatever anybody claims or seeks. What people who asked not to be named know is in no count.

      Examples:
        weft gaps harbour-trust
        weft gaps harbour-trust --by hub
        weft gaps harbour-trust --names pseudonym --csv > gaps.csv
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var top: TopOption

  @Option(
    parsing: .unconditional,
    help: "Within how many steps of somebody who knows a topic people count as near: 1 to 6.")
  var steps = "2"

  @OptionGroup var expertise: ExpertiseOptions
  @OptionGroup var listing: ListingOptions

  private var study: StudyOptions { StudyOptions(boundary, minGroup: minGroup) }

  func validate() throws {
    try Kind.steps.check("--steps", steps)
    try refuse(
      ["--min-group": minGroup.minGroup != nil && expertise.names != .pseudonym],
      "on a copy with names, which shows every group; add --names pseudonym")
    try refuse(
      ["--top": top.top != nil && !listing.isForPeople], "with --json, --csv or --plain")
  }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !listing.isForPeople)
    let boundary = try columns(session)
    let minGroup = study.rules(session.settings).minGroup
    let analysis = try expertise.analysis(session, steps: Kind.steps.typed(steps)) { question in
      question.rules.minGroup = minGroup
    }
    let report = GapsReport(
      analysis.grouped(by: boundary), expertise.naming(session, analysis))
    guard listing.isForPeople else {
      return try Terminal.print(listing.text(report.table, json: report.json))
    }
    try Terminal.print(text(report))
  }

  /// What the columns are: schools unless something else is asked for, be there one school only.
  private func columns(_ session: Session) throws(Failure) -> Boundary {
    let network = session.network
    if boundary.by == nil, session.settings.boundaries.isEmpty {
      return network.boundary(named: Boundary.school.id) ?? network.boundaries.first ?? .school
    }
    return try study.boundary(session)
  }

  private func text(_ report: GapsReport) -> String {
    let top = top.count(or: 8)
    var text = report.gaps.gaps.isEmpty ? "No topic is absent or depends on one person.\n" : ""
    text += report.gaps.sentences(top).map { visible($0) + "\n" }.joined()
    let more = report.gaps.gaps.count - top
    if more > 0 { text += "\(counted(more)) more with --top \(report.gaps.gaps.count).\n" }
    text += "\n" + report.matrix + "\n" + report.legend + "\n"
    let sections: [(String, [String])] = [
      ("Depending on one person", report.singles), ("Led on islands", report.islands),
      ("Sought and offered", report.matches),
    ]
    for (title, lines) in sections where !lines.isEmpty {
      text += "\n\(title)\n" + lines.prefix(top).map { "  \(visible($0))\n" }.joined()
      if lines.count > top { text += "  \(counted(lines.count - top)) more.\n" }
    }
    return text
      + "\nNext: weft find \(workspace.folder) TOPIC, weft path \(workspace.folder) YOU TOPIC\n"
  }
}

extension Kind where Value == Int {
  fileprivate static let steps = whole(1...6)
}
