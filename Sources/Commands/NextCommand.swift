import ArgumentParser
import Documents
import Findings
import Measures
import Networks
import Sections

/// `weft next`: five small things to do.
struct NextCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract:
      "Say five small things to do this half term: about ties, topics and partnerships, each with who could and by when.",
    discussion: """
      Examples:
        weft next harbour-trust
        weft next harbour-trust --names full
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var slice: SliceOptions
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  private var study: StudyOptions { StudyOptions(boundary, slice, minGroup: minGroup) }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try study.analysis(session)
    let naming = names.naming(session, analysis)
    try pages.print(
      NextSteps(analysis, naming, topics: Gallery.topics(analysis, naming)).pages, session)
  }
}
