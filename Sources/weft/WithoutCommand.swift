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

  @OptionGroup var workspace: WorkspaceOptions

  @Argument(help: "People, by their ids.")
  var people: [String] = []

  @Option(help: "Everybody in a role.")
  var role: String?

  @Option(help: "Everybody in a team, by its id.")
  var team: String?

  @Flag(help: "The central team.")
  var central = false

  @OptionGroup var study: StudyOptions
  @OptionGroup var pages: PagesOptions

  func validate() throws {
    guard !people.isEmpty || role != nil || team != nil || central else {
      throw ValidationError("Say without whom: an id, --role, --team or --central.")
    }
  }

  func run() async throws {
    let session = try Session(workspace, quietly: !pages.listing.isForPeople)
    let study = try study.study(session, needsBoundary: false)
    let naming = pages.naming(session)
    var leaving: Set<Int32> = []
    var who: [String] = []
    for id in people {
      guard let place = session.network.people.index(of: id),
        let name = naming.name(Int32(place))
      else {
        throw Failure(.usage, Unknown.message("person", id, []))
      }
      leaving.insert(Int32(place))
      who.append(name)
    }
    try addGroups(session.network, study, &leaving, &who)
    let report = OutwardReport(
      study, naming, minGroup: self.study.rules(session.settings).minGroup)
    try pages.print(report.without(leaving.sorted(), who: listed(who)), session)
  }

  private func addGroups(
    _ network: Network, _ study: Study, _ leaving: inout Set<Int32>, _ who: inout [String]
  ) throws(Failure) {
    let staff = study.slice.people
    if let role {
      let key = folded(role)
      let found = staff.filter { network.people.role?[Int($0)].map(folded) == key }
      guard !found.isEmpty else {
        throw Failure(.usage, Unknown.message("role", role, network.people.role?.values ?? []))
      }
      leaving.formUnion(found)
      who.append("everybody in the role \(role)")
    }
    if let team {
      guard let place = network.teams.firstIndex(where: { $0.id == team }) else {
        throw Failure(.usage, Unknown.message("team", team, network.teams.map(\.id)))
      }
      leaving.formUnion(
        staff.filter { person in
          network.people.teams.main[Int(person)] == Int32(place)
            || network.people.teams.further[person]?.contains(Int32(place)) == true
        })
      who.append(network.name(ofGroup: Int32(network.first(of: .team) + place)) ?? team)
    }
    if central {
      leaving.formUnion(staff.filter { network.people.school[Int($0)] == People.centralTeam })
      who.append("the central team")
    }
  }
}
