import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft voices`: whose needs are heard.
struct VoicesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "voices",
    abstract:
      "Say whose needs are voiced and answered, which ways in have fallen silent, and who is not in the room.",
    discussion: """
      Example:
        weft voices harbour-trust
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try StudyOptions().analysis(session, needsBoundary: false)
    let report = PurposeReport(analysis, names.naming(session, analysis))
    try pages.print(report.voices, session)
  }
}
