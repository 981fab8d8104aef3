import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft teams`: the register of teams and networks.
struct TeamsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "teams",
    abstract:
      "List teams, networks and working groups: how far they span, what they give, what their entry lacks.",
    discussion: """
      Examples:
        weft teams harbour-trust
        weft teams harbour-trust --team-kind network
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var slice: SliceOptions
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  @Option(
    name: .customLong("team-kind"),
    help: "Only teams of this kind, such as network or working-group.")
  var kind: String?

  private var study: StudyOptions { StudyOptions(nil, slice, minGroup: minGroup) }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try study.analysis(session, needsBoundary: false).grouped(by: .school)
    let report = OutwardReport(
      analysis, names.naming(session, analysis))
    let kinds = Set(analysis.teams.teams.compactMap(\.kind)).sorted()
    if let kind, !kinds.contains(where: { folded($0) == folded(kind) }) {
      throw Failure(
        .usage,
        Unknown.message("kind of team", kind, kinds)
          + (kinds.isEmpty ? "" : " The files have \(listed(kinds))."))
    }
    try pages.print(report.teams(kind: kind), session)
  }
}
