import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft ideas`: where new ideas came from, and how far they spread.
struct IdeasCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ideas",
    abstract: "Follow each new idea from partner to person to schools.",
    discussion: """
      Examples:
        weft ideas harbour-trust
        weft ideas harbour-trust --names full
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try StudyOptions().analysis(session, needsBoundary: false)
    let report = PurposeReport(analysis, names.naming(session, analysis))
    try pages.print(report.ideas, session)
  }
}
