import ArgumentParser
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections
import Settings

/// `weft compare`: the same trust on two days.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "Set two days side by side: ties begun and ended, inwardness, partnerships, goals, reviews due between.",
    discussion: """
      Rests on the dates in the files (started and ended). Without days of your own: the newest day in the files and \
      six months before it.

      Examples:
        weft compare harbour-trust
        weft compare harbour-trust --from 2025-12-19 --to 2026-07-17
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var depth: DepthOption
  @OptionGroup var pages: PagesOptions

  @Option(help: "The first day.")
  var from: String?

  @Option(help: "The second day.")
  var to: String?

  func validate() throws {
    try Kind.day("2026-07-17").check("--from", from)
    try Kind.day("2026-07-17").check("--to", to)
  }

  func run() async throws {
    let session = try Session(workspace, quietly: !pages.listing.isForPeople)
    guard let second = to.flatMap(readDay) ?? session.network.asAt,
      let first = from.flatMap(readDay) ?? Day(julian: second.julian - 182)
    else {
      throw Failure(.badData, "The files hold no dates, so nothing can be compared.")
    }
    guard first < second else {
      throw Failure(.usage, "\(first) is not before \(second).")
    }
    let analysis = try StudyOptions(boundary, depth: depth).analysis(session, needsBoundary: false)
    let found = analysis.comparison(from: first, to: second)
    try pages.print(ComparisonReport(session.network, found).pages, session)
  }
}
