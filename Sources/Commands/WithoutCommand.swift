import ArgumentParser
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft without`: the network with and without somebody.
struct WithoutCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "without",
    abstract:
      "Say what would be lost if somebody left or stood back: a person, a team, a role, or the central team.",
    discussion: """
      For a leaver: what hangs on them, and which bridges to make again. For a facilitator: whether the network stands \
      without. For the central team: how far schools depend on it. Positions in a network, not merit.

      Examples:
        weft without harbour-trust P0638
        weft without harbour-trust --role Adviser
        weft without harbour-trust --team T70
        weft without harbour-trust --central
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

  @Argument(help: "People, by id, code or name.")
  var people: [String] = []

  @Option(help: "Everybody in a role.")
  var role: String?

  @Option(help: "Everybody in a team, by its id or name.")
  var team: String?

  @Flag(help: "The central team.")
  var central = false

  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var slice: SliceOptions
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  private var study: StudyOptions { StudyOptions(boundary, slice, minGroup: minGroup) }

  func validate() throws {
    guard !people.isEmpty || role != nil || team != nil || central else {
      throw ValidationError("Say without whom: an id, --role, --team or --central.")
    }
  }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try study.analysis(session, needsBoundary: false)
    let naming = names.naming(session, analysis)
    var leaving: [Set<Int32>] = []
    var who: [String] = []
    for id in people {
      // Whoever has no code in this copy is nobody in it.
      let place = try session.person(id, toldBy: naming)
      leaving.append([place])
      who.append(naming.name(place) ?? "somebody")
    }
    if let small = try addGroups(session, analysis.study, naming, &leaving, &who) {
      return try pages.print(Pages(sentences: [small]), session)
    }
    guard naming.showsAll || [role != nil, team != nil, central].count(where: { $0 }) < 2 else {
      throw Failure(
        .usage,
        "Without --names full, one of --role, --team and --central at a time: two together, beside each alone, would tell how many ties they have with one another."
      )
    }
    let report = OutwardReport(analysis, naming)
    try pages.print(report.without(leaving, who: listed(who)), session)
  }

  /// Adds everybody in the role, the team and the centre that are named; returns what is said of the first that is not shown.
  private func addGroups(
    _ session: Session, _ study: Study, _ naming: Naming, _ leaving: inout [Set<Int32>],
    _ who: inout [String]
  ) throws(Failure) -> String? {
    let network = session.network
    let staff = study.slice.people
    if let role {
      let key = folded(role)
      let held = network.people.role
      let found = staff.filter { held?[Int($0)].map(folded) == key }
      // A role that nobody holds who may be named is one that nobody has.
      guard found.contains(where: { !network.people.isHidden[Int($0)] }) else {
        let known = staff.filter { !network.people.isHidden[Int($0)] }.compactMap { held?[Int($0)] }
        throw Failure(
          .usage,
          held == nil
            ? Unknown.unnamed("role", role, "the column role of people.csv")
            : Unknown.message("role", role, Set(known).sorted()))
      }
      guard naming.showsAll || found.count >= naming.minGroup else {
        return naming.unshown("The role \(role)")
      }
      leaving.append(Set(found))
      who.append("everybody in the role \(role)")
    }
    if let team {
      let place = try session.team(team)
      let members = session.members(ofTeam: place, among: staff)
      let name = network.name(ofGroup: Int32(network.first(of: .team) + place)) ?? team
      guard naming.showsTeam(network.teams[place].id, of: members.count) else {
        return naming.unshown(name)
      }
      leaving.append(Set(members))
      who.append(name)
    }
    if central {
      let centre = staff.filter { network.people.school[Int($0)] == People.centralTeam }
      guard !centre.isEmpty else {
        return "Nobody is in a central team: add people without a school."
      }
      guard
        naming.showsAll
          || centre.count >= naming.minGroup && naming.shows(network.centreId, along: .school)
      else { return naming.unshown("The central team") }
      leaving.append(Set(centre))
      who.append("the central team")
    }
    return nil
  }
}
