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
      The id or the name may be given; the kind before it where several go by it. People who are hidden or left out are not found.

      Examples:
        weft show harbour-trust "Northgate Academy"
        weft show harbour-trust team T014
        weft show harbour-trust person P0123 --names full
      """)

  @OptionGroup var workspace: WorkspaceOptions

  @Argument(help: "school, team or person, if need be, and an id or a name.")
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
    let session = try Session(workspace, quietly: true)
    let network = session.network
    let member = try find(network)
    let rules = study.rules(session.settings)
    let naming = names.naming(session, minGroup: rules.minGroup)
    switch member {
    case .group(let boundary, let id):
      try refuse(
        ["--by": self.boundary.by != nil], "on a school or team, which is seen among its own kind")
      let analysis = try study.analysis(session, needsBoundary: false).grouped(by: boundary)
      let whole = analysis.study
      guard let profile = analysis.group(id) else {
        throw Failure(.badData, "Nobody is recorded in \(shown(what.last ?? "")) in this period.")
      }
      let place = whole.grouping?.ids.firstIndex(of: id) ?? -1
      let members = whole.slice.people.indices.filter { whole.group(ofNode: $0) == place }
      try show(
        GroupReport(analysis, profile, naming),
        // Of a handful of people each topic would tell who they are.
        names.areFull || members.count >= rules.minGroup
          ? topics(analysis, members.map { whole.slice.people[$0] }, isPerson: false, naming) : nil)
    case .person(let person):
      let analysis = try study.analysis(session, needsBoundary: false)
      guard let profile = analysis.person(person) else {
        throw Failure(.badData, "\(shown(what.last ?? "")) has left in this period.")
      }
      try show(
        PersonReport(analysis, profile, naming, title: what.last ?? ""),
        topics(analysis, [person], isPerson: true, naming))
    }
  }

  /// What they know and lack, or nothing when the files do not say.
  private func topics(
    _ analysis: Analysis, _ members: [Int32], isPerson: Bool, _ naming: Naming
  ) -> TopicProfileReport? {
    guard !analysis.network.expertise.isEmpty else { return nil }
    return TopicProfileReport(
      analysis.expertise, members: members, isPerson: isPerson, naming)
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
    try Terminal.print(report.sentences.map { $0 + "\n" }.joined())
    if !report.shownPartners.rows.isEmpty {
      try Terminal.print("\n" + report.shownPartners.alignedText)
    }
    if let absent = report.absent { try Terminal.print("\n" + absent + "\n") }
    if !report.people.rows.isEmpty { try Terminal.print("\n" + report.people.alignedText) }
    try show(topics)
  }

  private func show(_ report: PersonReport, _ topics: TopicProfileReport?) throws {
    guard listing.isForPeople else {
      return try Terminal.print(
        listing.text(report.roles, json: report.json.adding("expertise", topics?.json)))
    }
    try Terminal.print(report.sentences.map { $0 + "\n" }.joined())
    if !report.roles.rows.isEmpty { try Terminal.print("\n" + report.roles.alignedText) }
    try show(topics)
  }
}

extension ShowCommand {
  private enum Kind: String, CaseIterable { case school, team, person }
  private enum Member {
    case group(Boundary, String)
    case person(Int32)
  }

  /// The one school, team or person that goes by the words.
  private func find(_ network: Network) throws -> Member {
    let text = what.last ?? ""
    let kinds = what.count == 2 ? [Kind(rawValue: what[0]) ?? .person] : Kind.allCases
    var found: [(kind: Kind, id: String, member: Member)] = []
    var known: [String] = []
    func look(_ kind: Kind, _ ids: [String], _ names: [String], _ make: (Int) -> Member?) {
      guard kinds.contains(kind) else { return }
      let key = folded(text)
      let exact = ids.indices.filter { ids[$0] == text }
      let matches =
        exact.isEmpty
        ? ids.indices.filter { folded(ids[$0]) == key || folded(names[$0]) == key } : exact
      for place in matches {
        if let member = make(place) { found.append((kind, ids[place], member)) }
      }
      known += ids + names
    }
    look(.school, network.schools.map(\.id), network.schools.map(\.name)) {
      .group(.school, network.schools[$0].id)
    }
    if !network.schools.isEmpty, kinds.contains(.school),
      folded(text) == folded(Network.centralTeamName),
      let id = network.groups(by: .school, among: Array(0..<Int32(network.people.count))).ids
        .first(where: { $0.hasPrefix("central") })
    {
      found.append((.school, id, .group(.school, id)))
    }
    look(.team, network.teams.map(\.id), network.teams.map(\.name)) {
      .group(.team, network.teams[$0].id)
    }
    let listed = (0..<network.people.count).filter { !network.people.isHidden[$0] }
    look(.person, listed.map { network.people.ids[$0] }, listed.map { network.people.names[$0] }) {
      .person(Int32(listed[$0]))
    }
    guard let first = found.first else {
      let near = near(text, known).map { " Did you mean \(shown($0))?" } ?? ""
      throw Failure(
        .usage,
        "There is no \(kinds.count == 1 ? kinds[0].rawValue : "school, team or person") called \(shown(text)).\(near)"
      )
    }
    guard found.count == 1 else {
      let all = Networks.listed(found.prefix(6).map { "\($0.kind.rawValue) \($0.id)" }, and: "or")
      throw Failure(.usage, "Several go by \(shown(text)): write \(all).")
    }
    return first.member
  }

  /// The known id or name that is nearest to a text, or has a word that is.
  private func near(_ text: String, _ known: [String]) -> String? {
    nearest(to: text, in: known)
      ?? known.first { name in
        nearest(to: text, in: name.split(separator: " ").map(String.init).filter { $0.count > 3 })
          != nil
      }
  }
}
