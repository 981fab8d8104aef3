import ArgumentParser
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft partners`: the partnership ledger, or one partnership whole.
struct PartnersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partners",
    abstract:
      "Say how each partnership stands: who holds it, what is overdue, where the two sides differ.",
    discussion: """
      Reads partnerships.csv, ratings.csv and the ties of staff with partners; goals, events and stories where they are \
      there. Ratings are confidential: a mean is shown from three raters upwards, and a side that nobody asked is \
      "unknown", never agreement. Without a day of your own, things are looked at as at the newest day in the files.

      Examples:
        weft partners harbour-trust
        weft partners harbour-trust X20/H13
        weft partners harbour-trust --top 100 --as-at 2026-12-01
        weft partners harbour-trust --csv > partners.csv
      """)

  @OptionGroup var workspace: WorkspaceOptions

  @Argument(help: "A partnership such as X20/H13, or a partner.")
  var id: String?

  @OptionGroup var pages: PagesOptions

  @Option(help: "How many partnerships to list.")
  var top = 20

  @Option(name: .customLong("as-at"), help: "The day on which things are looked at.")
  var asAt: String?

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top \(top): write a number above 0.") }
    if let asAt, readDay(asAt) == nil {
      throw ValidationError("--as-at \(shown(asAt)): write a day such as 2026-12-01.")
    }
  }

  func run() async throws {
    let session = try Session(workspace, quietly: !pages.listing.isForPeople)
    let ledger = PartnershipLedger(session.network, asAt: asAt.flatMap(readDay))
    let report = PartnersReport(session.network, ledger, pages.naming(session))
    guard let id else { return try pages.print(report.pages(top: top), session) }
    let found = report.entries(matching: id)
    guard !found.isEmpty else {
      let known = ledger.entries.flatMap { [$0.id, $0.partner] }
      let near = nearest(to: id, in: known).map { " Did you mean \($0)?" } ?? ""
      throw Failure(.usage, "There is no partnership or partner \(shown(id)).\(near)")
    }
    try pages.print(
      found.count == 1 ? report.pages(of: found[0]) : report.pages(among: found), session)
  }
}
