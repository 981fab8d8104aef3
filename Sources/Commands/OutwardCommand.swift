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
    let analysis = try study.analysis(session, needsBoundary: false)
    let report = OutwardReport(
      analysis, names.naming(session, analysis))
    try pages.print(report.outward, session)
  }
}
