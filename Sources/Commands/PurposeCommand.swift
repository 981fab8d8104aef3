import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections
import Settings

/// `weft purpose`: what work is for.
struct PurposeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purpose",
    abstract:
      "Say what work is for: linked to a goal or not, operational or strategic, formal or informal, with what effect.",
    discussion: """
      Sorted by words in the columns kind and purpose of collaborations.csv (Docs/Partnerships.md lists them). Also lists \
      purposes at which several schools work without meeting over them.

      Examples:
        weft purpose harbour-trust
        weft purpose harbour-trust --period 2025-09-01/2026-07-31
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var period: PeriodOption
  @OptionGroup var pages: PagesOptions

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try StudyOptions(period: period).analysis(session, needsBoundary: false)
    try pages.print(PurposeReport(analysis, session.naming(.pseudonym, analysis)).purpose, session)
  }
}
