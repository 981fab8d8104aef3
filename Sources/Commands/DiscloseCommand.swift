import ArgumentParser
import Sections

/// `weft disclose`: what a copy without names hides.
struct DiscloseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disclose",
    abstract: "Say what a copy without names hides and why, for whoever holds the files.",
    discussion: """
      Example:
        weft disclose harbour-trust
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var slice: SliceOptions
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var minLink: MinLinkOption
  @OptionGroup var pages: PagesOptions

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let study = StudyOptions(boundary, slice, minGroup: minGroup, minLink: minLink)
    let analysis = try study.analysis(session, needsBoundary: false)
    let report = DisclosureReport(analysis, session.naming(.pseudonym, analysis))
    try pages.print(report.pages, session)
  }
}
