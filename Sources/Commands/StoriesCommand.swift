import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft stories`: stories, who was in them, what changed.
struct StoriesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stories",
    abstract:
      "List the stories of what came of working together, and how varied those in them were.",
    discussion: """
      Examples:
        weft stories harbour-trust
        weft stories harbour-trust --csv > stories.csv
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try StudyOptions().analysis(session, needsBoundary: false)
    let report = PurposeReport(analysis, names.naming(session, analysis))
    try pages.print(report.stories, session)
  }
}
