import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft outward`: how far the staff look beyond the trust.
struct OutwardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outward",
    abstract:
      "Say how many staff know anybody outside the trust or outside education, by school or any grouping.",
    discussion: """
      Examples:
        weft outward harbour-trust
        weft outward harbour-trust --by team-kind
        weft outward harbour-trust --csv --table sectors
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var pages: PagesOptions

  func run() async throws {
    let session = try Session(workspace, quietly: !pages.listing.isForPeople)
    let study = try study.study(session, needsBoundary: false)
    let report = OutwardReport(
      study, pages.naming(session), minGroup: self.study.rules(session.settings).minGroup)
    try pages.print(report.outward, session)
  }
}
