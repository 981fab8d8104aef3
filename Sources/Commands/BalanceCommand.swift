import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft balance`: what somebody gives and receives, for themselves.
struct BalanceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance",
    abstract:
      "Show one person what they give colleagues and receive from them; for their own eyes.",
    discussion: """
      Not for the appraisal of anybody, and so for one person at a time and without a ranking. Ties without a direction tell \
      neither.

      Example:
        weft balance harbour-trust P0123
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

  @Argument(help: "The person, by id, code or name.")
  var person: String

  @OptionGroup var slice: SliceOptions
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  private var study: StudyOptions { StudyOptions(nil, slice) }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try study.analysis(session, needsBoundary: false)
    let naming = names.naming(session, analysis)
    let place = try session.person(person, toldBy: naming)
    let name = naming.name(place) ?? ""
    let report = OutwardReport(analysis, naming)
    try pages.print(report.balance(analysis.balance(of: place), of: name), session)
  }
}
