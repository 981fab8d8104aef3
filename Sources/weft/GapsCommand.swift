import ArgumentParser
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft gaps`: what the trust lacks, or may lose.
struct GapsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Show each topic in each school: absent, distant, thin or covered, and what to do.",
    discussion: """
      Topics are those of topics.csv and whatever anybody claims or seeks. People who asked not to be named count and are not named.

      Examples:
        weft gaps harbour-trust
        weft gaps harbour-trust --by hub
        weft gaps harbour-trust --names pseudonym --csv > gaps.csv
      """)

  @OptionGroup var workspace: WorkspaceOptions

  @Option(help: "What the columns are: school, hub, phase, team, or a column of the files.")
  var by: String?

  @Option(help: "Groups with fewer people are not shown in copies without names.")
  var minGroup: Int?

  @Option(help: "How many gaps, islands and matches to list.")
  var top = 8

  @OptionGroup var expertise: ExpertiseOptions
  @OptionGroup var listing: ListingOptions

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top \(top): write a number above 0.") }
    if let minGroup, !(3...10).contains(minGroup) {
      throw ValidationError("--min-group \(minGroup): write a number from 3 to 10.")
    }
  }

  func run() async throws {
    let session = try Session(workspace, quietly: !listing.isForPeople)
    let knowledge = try expertise.knowledge(session)
    let boundary = try boundary(session)
    let report = GapsReport(
      knowledge, by: boundary, expertise.naming(session),
      minGroup: minGroup ?? session.settings.minGroup)
    let introductions = Introductions(knowledge, atLeast: expertise.depth(session.settings))
    guard listing.isForPeople else {
      return try Terminal.print(listing.text(report.table, json: report.json(introductions)))
    }
    try Terminal.print(text(report, introductions))
  }

  /// What the columns are: schools unless something else is asked for, be there one school only.
  private func boundary(_ session: Session) throws(Failure) -> Boundary {
    let network = session.network
    if by == nil, session.settings.boundaries.isEmpty {
      return network.boundary(named: Boundary.school.id) ?? network.boundaries.first ?? .school
    }
    var study = StudyOptions()
    study.by = by
    return try study.boundary(session)
  }

  private func text(_ report: GapsReport, _ introductions: Introductions) -> String {
    var text = report.gaps.gaps.isEmpty ? "No topic is absent or hangs on one person.\n" : ""
    text += report.gaps.sentences(top).map { visible($0) + "\n" }.joined()
    let more = report.gaps.gaps.count - top
    if more > 0 { text += "\(counted(more)) more with --top \(report.gaps.gaps.count).\n" }
    text += "\n" + report.matrix + "\n" + report.legend + "\n"
    let sections: [(String, [String])] = [
      ("Hanging on one person", report.singles), ("Led on islands", report.islands),
      ("Sought and offered", report.matches(introductions)),
    ]
    for (title, lines) in sections where !lines.isEmpty {
      text += "\n\(title)\n" + lines.prefix(top).map { "  \(visible($0))\n" }.joined()
      if lines.count > top { text += "  \(counted(lines.count - top)) more.\n" }
    }
    return text
      + "\nNext: weft find \(workspace.folder) TOPIC, weft path \(workspace.folder) YOU TOPIC\n"
  }
}
