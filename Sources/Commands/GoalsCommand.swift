import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft goals`: goals with owners, progress and linked work.
struct GoalsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goals",
    abstract:
      "Say how far each goal has got, who owns it, and which have no measure or one owner only.",
    discussion: """
      Reads goals.csv and progress.csv, partnerships that share a goal, and the column goal of collaborations.csv. Goals that call for
      attention come first.

      Examples:
        weft goals harbour-trust
        weft goals harbour-trust --csv --table progress
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try StudyOptions().analysis(session, needsBoundary: false)
    let report = PurposeReport(analysis, names.naming(session, analysis))
    try pages.print(report.goals, session)
  }
}
