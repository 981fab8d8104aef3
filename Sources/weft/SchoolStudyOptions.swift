import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections

/// What a command about schools and what they look for takes.
struct SchoolStudyOptions: ParsableArguments {
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var pages: PagesOptions

  @Option(help: "How many rows to list.")
  var top = 15

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top \(top): write a number above 0.") }
  }

  /// Prints what a report on the schools has to say.
  func print(_ page: (OutwardReport) -> Pages) throws {
    let session = try Session(workspace, quietly: !pages.listing.isForPeople)
    let study = try study.study(session, needsBoundary: false).grouped(by: .school)
    let report = OutwardReport(
      study, pages.naming(session), minGroup: self.study.rules(session.settings).minGroup)
    try pages.print(page(report), session)
  }
}
