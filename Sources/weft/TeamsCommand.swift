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
  @OptionGroup var study: StudyOptions
  @OptionGroup var pages: PagesOptions

  @Option(help: "Only teams of this kind, such as network or working-group.")
  var kind: String?

  func run() async throws {
    let session = try Session(workspace, quietly: !pages.listing.isForPeople)
    let study = try study.study(session, needsBoundary: false).grouped(by: .school)
    let report = OutwardReport(
      study, pages.naming(session), minGroup: self.study.rules(session.settings).minGroup)
    try pages.print(report.teams(kind: kind), session)
  }
}
