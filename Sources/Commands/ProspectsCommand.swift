import ArgumentParser
import Documents
import Sections
import Findings
import Measures
import Networks

/// `weft prospects`: new partners.
struct ProspectsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prospects",
    abstract:
      "Find partners whose mission or offers meet an open need, a school's wish or a goal, and who knows them.",
    discussion: """
      Examples:
        weft prospects harbour-trust
        weft prospects harbour-trust --top 40 --csv
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var period: PeriodOption
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var top: TopOption
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let options = StudyOptions(period: period, minGroup: minGroup)
    let analysis = try options.analysis(session, needsBoundary: false).grouped(by: .school)
    let report = OutwardReport(analysis, names.naming(session, analysis))
    try pages.print(report.prospects(top: top.count(or: 15)), session)
  }
}
