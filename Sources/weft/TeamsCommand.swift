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
        weft teams harbour-trust --kind network
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var slice: SliceOptions
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  @Option(help: "Only teams of this kind, such as network or working-group.")
  var kind: String?

  private var study: StudyOptions { StudyOptions(nil, slice, minGroup: minGroup) }

  func run() async throws {
    let session = try Session(workspace, quietly: !pages.listing.isForPeople)
    let study = try study.study(session, needsBoundary: false).grouped(by: .school)
    let minGroup = self.study.rules(session.settings).minGroup
    let report = OutwardReport(
      study, names.naming(session, minGroup: minGroup), minGroup: minGroup)
    let kinds = Set(TeamRegister(study).teams.compactMap(\.kind)).sorted()
    if let kind, !kinds.contains(where: { folded($0) == folded(kind) }) {
      throw Failure(
        .usage,
        Unknown.message("kind of team", kind, kinds)
          + (kinds.isEmpty ? "" : " The files have \(listed(kinds))."))
    }
    try pages.print(report.teams(kind: kind), session)
  }
}
