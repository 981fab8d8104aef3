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

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

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
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let network = session.network
    let hubs = Set(network.schools.compactMap(\.hub)).sorted()
    let name = try MemberMatch(
      noun: "hub", source: "the column hub of schools.csv",
      candidates: hubs.map { MemberMatch.Candidate(kind: "hub", id: $0, name: $0, member: $0) }
    ).one(hub)
    let analysis = try study.analysis(session, needsBoundary: false)
    let report = OutwardReport(analysis, names.naming(session, analysis))
    try pages.print(report.local(name), session)
  }
}
