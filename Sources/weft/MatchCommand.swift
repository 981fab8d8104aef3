import ArgumentParser
import Measures
import Networks
import Reports

/// `weft match`: schools that would gain from one another.
struct MatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Pair schools: what one looks for and another has, and neighbours that keep apart.",
    discussion: """
      Reads the columns seeks and offers of schools.csv (lists with ;), needs.csv, and ties between schools.

      Examples:
        weft match harbour-trust
        weft match harbour-trust --csv --table neighbours
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
    try pages.print(report.match(top: top), session)
  }
}
