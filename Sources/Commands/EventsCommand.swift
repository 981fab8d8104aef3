import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft events`: who meets whom, how reliable partners are seen to be, and what inviting a team would bring.
struct EventsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract:
      "Say who meets whom at events, which were planned, and how reliable partners are seen to be.",
    discussion: """
      Reads events.csv and attendance.csv, and ratings.csv for what is said of partners' reliability.

      Examples:
        weft events harbour-trust
        weft events harbour-trust --event E07 --add T35     what inviting a team would bring
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions
  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var slice: SliceOptions
  @OptionGroup var pages: PagesOptions

  @Option(help: "An event, to try inviting a team to it.")
  var event: String?

  @Option(help: "The team to invite, by its id or name.")
  var add: String?

  private var study: StudyOptions { StudyOptions(boundary, slice) }

  func validate() throws {
    if (event == nil) != (add == nil) {
      throw ValidationError("Write both --event and --add, as in --event E07 --add T35.")
    }
    if event == nil {
      try refuse(
        [
          "--by": boundary.by != nil, "--depth": slice.depth != nil,
          "--period": slice.period != nil,
        ], "without --event and --add")
    }
  }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let network = session.network
    let analysis = try study.analysis(session, needsBoundary: false)
    let naming = session.naming(.pseudonym, analysis)
    let report = PurposeReport(analysis, naming)
    guard let event, let add else {
      return try pages.print(report.events, session)
    }
    guard let found = network.records.events.first(where: { $0.id == event }) else {
      let known = network.records.events.map(\.id)
      throw Failure(
        .usage,
        known.isEmpty
          ? Unknown.unnamed("event", event, "events.csv")
          : Unknown.message("event", event, known))
    }
    let place = try session.team(add)
    let staff = session.members(ofTeam: place, among: analysis.study.slice.people)
    let team = network.name(ofGroup: Int32(network.first(of: .team) + place)) ?? add
    guard naming.showsTeam(network.teams[place].id, of: staff.count) else {
      return try pages.print(Pages(sentences: [naming.unshown(team)]), session)
    }
    let invitation = analysis.invitation(
      staff, to: found.attendance.filter { $0.came == true }.map(\.party))
    try pages.print(report.invitation(invitation, team: team, event: found), session)
  }
}
