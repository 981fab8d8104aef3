import ArgumentParser
import Measures
import Networks
import Reports

/// `weft prospects`: new partners.
struct ProspectsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prospects",
    abstract:
      "Find partners whose mission or offers meet an open need, a school's wish or a goal, and who knows them.",
    discussion: """
      Examples:
        weft prospects harbour-trust
        weft prospects harbour-trust --top 40 --csv
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var pages: PagesOptions

  @Option(help: "How many rows to list.")
  var top = 15

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top \(top): write a number above 0.") }
  }

  func run() async throws {
    let session = try Session(workspace, quietly: !pages.listing.isForPeople)
    let study = try study.study(session, needsBoundary: false).grouped(by: .school)
    let report = OutwardReport(
      study, pages.naming(session), minGroup: self.study.rules(session.settings).minGroup)
    try pages.print(report.prospects(top: top), session)
  }
}
