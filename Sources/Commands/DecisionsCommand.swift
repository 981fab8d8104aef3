import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft decisions`: who decided, who was asked.
struct DecisionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "Say who took each decision, who was asked, and which partners never are.",
    discussion: """
      Example:
        weft decisions harbour-trust
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try StudyOptions().analysis(session, needsBoundary: false)
    let report = PurposeReport(analysis, names.naming(session, analysis))
    try pages.print(report.decisions, session)
  }
}
