import ArgumentParser
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft show`: one school, team or person.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one school, team or person: whom they work with, seen beside chance.",
    discussion: """
      The id, the code or the name may be given; the kind before it where several go by it. People who are hidden or left out are not found.

      Examples:
        weft show harbour-trust "Northgate Academy"
        weft show harbour-trust team T014
        weft show harbour-trust person P0123 --names full
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

  @Argument(help: "school, team or person, if need be, and an id, a code or a name.")
  var what: [String]

  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var slice: SliceOptions
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var listing: ListingOptions
  @OptionGroup var names: NamesOption

  private var study: StudyOptions { StudyOptions(boundary, slice, minGroup: minGroup) }

  func validate() throws {
    guard (1...2).contains(what.count), what.count == 1 || Kind(rawValue: what[0]) != nil else {
      throw ValidationError(
        "Write an id or a name, in quotes if it has spaces, with school, team or person before it if need be."
      )
    }
  }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: true)
    let whole = try study.analysis(session, needsBoundary: false)
    switch try find(session, names.naming(session, whole)) {
    case .group(let boundary, let id):
      try refuse(
        ["--by": self.boundary.by != nil], "on a school or team, which is seen among its own kind")
      let analysis = whole.grouped(by: boundary)
      let study = analysis.study
      let naming = names.naming(session, analysis)
      guard let profile = analysis.group(id, showsAll: naming.showsAll) else {
        throw Failure(
          .badData,
          boundary == .team
            ? "Nobody has \(shown(what.last ?? "")) as their first team in this period. weft teams counts those who are in it beside another."
            : successor(id, session.network)
              ?? "Nobody works in \(shown(what.last ?? "")) alone in this period.")
      }
      let place = study.grouping?.ids.firstIndex(of: id) ?? -1
      let members = study.slice.people.indices.filter { study.group(ofNode: $0) == place }
      try show(
        GroupReport(analysis, profile, naming),
        // Of a handful of people each topic would tell who they are.
        place >= 0 && naming.shows(place, of: analysis)
          ? topics(
            analysis, members.map { study.slice.people[$0] }, isPerson: false, naming,
            beside: analysis.peopleOfAnyGroup) : nil)
    case .person(let person):
      guard let profile = whole.person(person) else {
        throw Failure(.badData, "\(shown(what.last ?? "")) has left in this period.")
      }
      let naming = names.naming(session, whole)
      try show(
        PersonReport(whole, profile, naming, title: what.last ?? ""),
        topics(whole, [person], isPerson: true, naming))
    }
  }

  /// What became of a school in which nobody works, where schools.csv says it.
  private func successor(_ id: String, _ network: Network) -> String? {
    guard let school = network.schools.first(where: { $0.id == id }),
      let next = network.schools.first(where: { [$0.id, $0.name].contains(school.became) })
    else { return nil }
    return
      "\(capitalised(Network.inText(school.name))) is now \(Network.inText(next.name)): weft show \(workspace.folder) \(shown(next.id))"
  }

  /// What they know and lack, or nothing when the files do not say.
  private func topics(
    _ analysis: Analysis, _ members: [Int32], isPerson: Bool, _ naming: Naming,
    beside: Set<Int32> = []
  ) -> TopicProfileReport? {
    guard !analysis.network.expertise.isEmpty else { return nil }
    return TopicProfileReport(
      analysis.expertise, members: members, isPerson: isPerson, naming, beside: beside,
      introductions: isPerson ? analysis.introductions : nil)
  }

  private func show(_ topics: TopicProfileReport?) throws {
    guard let lines = topics?.sentences, !lines.isEmpty else { return }
    try Terminal.print("\n" + lines.map { visible($0) + "\n" }.joined())
  }

  private func show(_ report: GroupReport, _ topics: TopicProfileReport?) throws {
    guard listing.isForPeople else {
      return try Terminal.print(
        listing.text(report.partners, json: report.json.adding("expertise", topics?.json)))
    }
    try Terminal.print((report.sentences.first ?? "") + "\n")
    try show(topics)
    let about = report.sentences.dropFirst()
    try Terminal.print("\n" + about.map { $0 + "\n" }.joined())
    if !report.shownPartners.rows.isEmpty {
      try Terminal.print("\n" + report.shownPartners.alignedText)
    }
    if let absent = report.absent { try Terminal.print("\n" + absent + "\n") }
    if !report.people.rows.isEmpty { try Terminal.print("\n" + report.people.alignedText) }
  }

  private func show(_ report: PersonReport, _ topics: TopicProfileReport?) throws {
    guard listing.isForPeople else {
      return try Terminal.print(
        listing.text(report.roles, json: report.json.adding("expertise", topics?.json)))
    }
    try Terminal.print((report.sentences.first ?? "") + "\n")
    try show(topics)
    try Terminal.print("\n" + report.sentences.dropFirst().map { $0 + "\n" }.joined())
    if !report.roles.rows.isEmpty { try Terminal.print("\n" + report.roles.alignedText) }
  }
}

extension ShowCommand {
  private enum Kind: String, CaseIterable { case school, team, person }
  private enum Member {
    case group(Boundary, String)
    case person(Int32)
  }

  /// The one school, team or person that goes by the words.
  private func find(_ session: Session, _ naming: Naming) throws(Failure) -> Member {
    let network = session.network
    let text = what.last ?? ""
    let kinds = what.count == 2 ? [Kind(rawValue: what[0]) ?? .person] : Kind.allCases
    var candidates: [MemberMatch<Member>.Candidate] = []
    if kinds.contains(.school) {
      candidates += network.schools.map {
        .init(kind: "school", id: $0.id, name: $0.name, member: .group(.school, $0.id))
      }
      let staff = Array(0..<Int32(network.people.count))
      if !network.schools.isEmpty,
        let id = network.groups(by: .school, among: staff).ids.first(where: {
          $0.hasPrefix("central")
        })
      {
        candidates.append(
          .init(
            kind: "school", id: id, name: Network.centralTeamName, member: .group(.school, id)))
      }
    }
    if kinds.contains(.team) {
      candidates += network.namedTeams.map {
        .init(kind: "team", id: $0.id, name: $0.name, member: .group(.team, $0.id))
      }
    }
    if kinds.contains(.person) {
      candidates += session.candidates(text, toldBy: naming).map {
        .init(kind: $0.kind, id: $0.id, code: $0.code, name: $0.name, member: .person($0.member))
      }
    }
    return try MemberMatch(
      noun: listed(kinds.map(\.rawValue), and: "or"),
      advice: kinds.contains(.person) ? naming.adviceOnWithheld : "", candidates: candidates
    ).one(text)
  }
}
