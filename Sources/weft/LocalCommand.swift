import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft local`: one hub as a network of its own.
struct LocalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "local",
    abstract:
      "Look at one hub by itself: its schools among themselves, its partnerships, its way out.",
    discussion: """
      Example:
        weft local harbour-trust Estuary
      """)

  @OptionGroup var workspace: WorkspaceOptions

  @Argument(help: "The hub, as schools.csv has it.")
  var hub: String

  @OptionGroup var slice: SliceOptions
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var surveyed: SurveyedOption
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  private var study: StudyOptions {
    StudyOptions(nil, slice, minGroup: minGroup, surveyed: surveyed)
  }

  func run() async throws {
    let session = try Session(workspace, quietly: !pages.listing.isForPeople)
    let network = session.network
    let hubs = Set(network.schools.compactMap(\.hub)).sorted()
    guard let name = hubs.first(where: { folded($0) == folded(hub) }) else {
      throw Failure(.usage, Unknown.message("hub", hub, hubs))
    }
    let report = OutwardReport(
      try study.analysis(session, needsBoundary: false), names.naming(session))
    try pages.print(report.local(name), session)
  }
}
