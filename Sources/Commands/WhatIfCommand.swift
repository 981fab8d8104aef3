import ArgumentParser
import Documents
import Findings
import Measures
import Networks
import Sections

/// `weft what-if`: the trust with some changes.
struct WhatIfCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract:
      "Say what would change if people left, schools merged or closed, or two colleagues began to work together.",
    discussion: """
      Any mix of changes, each as often as you like. Everybody else keeps the ties they have: nothing is foretold. For bridges that would go, those who could \
      take them over, by the ties they have today.

      Examples:
        weft what-if harbour-trust --without P0638
        weft what-if harbour-trust --merge H01,H02 --close H03
        weft what-if harbour-trust --tie P0001,P0002
        weft what-if harbour-trust --invite "T35:E07"
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

  @Option(help: "Somebody who leaves: a person, everybody of a team, or everybody in a role.")
  var without: [String] = []

  @Option(help: ArgumentHelp("Schools that become one.", valueName: "school,school"))
  var merge: [String] = []

  @Option(help: "A school that closes, whose people leave.")
  var close: [String] = []

  @Option(help: ArgumentHelp("Two people who begin to work together.", valueName: "person,person"))
  var tie: [String] = []

  @Option(help: ArgumentHelp("A team that is asked to an event.", valueName: "team:event"))
  var invite: [String] = []

  @OptionGroup var boundary: BoundaryOption
  @OptionGroup var depth: DepthOption
  @OptionGroup var minGroup: MinGroupOption
  @OptionGroup var names: NamesOption
  @OptionGroup var pages: PagesOptions

  func validate() throws {
    guard !(without + merge + close + tie + invite).isEmpty else {
      throw ValidationError("Say what changes: --without, --merge, --close, --tie or --invite.")
    }
  }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: !pages.listing.isForPeople)
    let analysis = try StudyOptions(boundary, depth: depth, minGroup: minGroup)
      .analysis(session, needsBoundary: false)
    let naming = names.naming(session, analysis)
    var scenario = Scenario(session, analysis, naming)
    for text in without { try scenario.leave(text) }
    for text in close { try scenario.close(text) }
    for text in tie { try scenario.tie(text) }
    for text in merge { try scenario.merge(text) }
    var page =
      scenario.changes.isEmpty
      ? Pages()
      : WhatIfReport(
        analysis.whatIf(scenario.changes), naming, what: listed(scenario.words),
        figureOf: scenario.changes.count == 1 ? scenario.drawable : nil
      ).pages
    for text in invite {
      if let more = try scenario.invitation(text) { page = page.followed(by: more) }
    }
    try pages.print(page, session)
  }
}

extension Pages {
  fileprivate func followed(by other: Pages) -> Pages {
    var both = self
    both.sentences += other.sentences
    both.sections += other.sections
    if both.closing.isEmpty { both.closing = other.closing }
    return both
  }
}

/// Changes as they are asked for, in words that this copy may say.
private struct Scenario {
  let session: Session
  let analysis: Analysis
  let naming: Naming
  private(set) var changes: [NetworkChange] = []
  private(set) var words: [String] = []
  private var invited: Set<[String]> = []
  /// The first person, team or school that leaves, as this copy calls them, of which `weft draw without` makes a figure.
  private(set) var drawable: String?

  init(_ session: Session, _ analysis: Analysis, _ naming: Naming) {
    (self.session, self.analysis, self.naming) = (session, analysis, naming)
  }

  private var network: Network { session.network }
  private var staff: [Int32] { analysis.study.slice.people }

  private enum Leaver {
    case person(Int32)
    case team(Int)
    case role(String)
  }

  /// A person, a team or a role leaves.
  mutating func leave(_ text: String) throws(Failure) {
    let roles = Set(
      staff.filter { !network.people.isHidden[Int($0)] }.compactMap {
        network.people.role?[Int($0)]
      })
    let people = session.candidates(text, among: staff, toldBy: naming).map {
      MemberMatch<Leaver>.Candidate(
        kind: "person", id: $0.id, code: $0.code, name: $0.name, member: .person($0.member))
    }
    let teams = network.namedTeams.enumerated().map {
      MemberMatch<Leaver>.Candidate(kind: "team", id: $1.id, name: $1.name, member: .team($0))
    }
    let posts = roles.sorted().map {
      MemberMatch<Leaver>.Candidate(kind: "role", id: $0, name: $0, member: .role($0))
    }
    let found = try MemberMatch<Leaver>(
      noun: "person, team or role", advice: naming.adviceOnWithheld,
      candidates: people + teams + posts
    )
    .one(text)
    switch found {
    case .person(let person):
      add(.leaving([person]), "\(naming.name(person) ?? "somebody") leaves")
      drawable = drawable ?? naming.name(person)
    case .team(let place):
      let members = session.members(ofTeam: place, among: staff)
      let name = network.name(ofGroup: Int32(network.first(of: .team) + place)) ?? text
      try demand(members.count, name, naming.showsTeam(network.teams[place].id, of: members.count))
      add(.leaving(members), "everybody of \(name) leaves")
      drawable = drawable ?? network.teams[place].id
    case .role(let role):
      let members = staff.filter { network.people.role?[Int($0)] == role }
      try demand(
        members.count, "The role \(role)", naming.showsAll || members.count >= naming.minGroup)
      add(.leaving(members), "everybody in the role \(role) leaves")
    }
  }

  /// A school closes.
  mutating func close(_ text: String) throws(Failure) {
    let place = try session.school(text)
    let members = staff.filter { network.people.school[Int($0)] == Int32(place) }
    try demand(members.count, ofSchool: place)
    add(.leaving(members), "\(network.schools[place].name) closes")
    drawable = drawable ?? network.schools[place].id
  }

  /// Schools become one.
  mutating func merge(_ text: String) throws(Failure) {
    var places: [Int] = []
    for part in Self.parts(text) {
      let place = try session.school(part)
      if !places.contains(place) { places.append(place) }
    }
    guard places.count > 1 else {
      throw Failure(
        .usage, "--merge \(shown(text)): name two schools or more, as in --merge H01,H02.")
    }
    guard !changes.contains(where: { if case .merging = $0 { true } else { false } }) else {
      throw Failure(.usage, "--merge can be given once, with all schools that become one.")
    }
    for place in places {
      try demand(
        staff.count { network.people.school[Int($0)] == Int32(place) }, ofSchool: place)
    }
    add(.merging(places), "\(listed(places.map { network.schools[$0].name })) become one school")
  }

  /// Two people begin to work together.
  mutating func tie(_ text: String) throws(Failure) {
    let parts = Self.parts(text)
    guard parts.count == 2 else {
      throw Failure(.usage, "--tie \(shown(text)): name two people, as in --tie P0001,P0002.")
    }
    let (one, other) = (
      try session.person(parts[0], among: staff, toldBy: naming),
      try session.person(parts[1], among: staff, toldBy: naming)
    )
    guard one != other else {
      throw Failure(.usage, "--tie \(shown(text)): that is one person.")
    }
    add(
      .tying(one, other),
      "\(naming.name(one) ?? "somebody") and \(naming.name(other) ?? "somebody") work together")
  }

  /// What asking a team to an event would bring; `nil` where it was asked already.
  mutating func invitation(_ text: String) throws(Failure) -> Pages? {
    let parts = text.split(separator: ":", maxSplits: 1).map { trimmed(String($0)) }
    guard parts.count == 2 else {
      throw Failure(
        .usage, "--invite \(shown(text)): write a team and an event, as in --invite T35:E07.")
    }
    let place = try session.team(parts[0])
    let events = network.records.events
    let event = try MemberMatch(
      noun: "event",
      candidates: events.map {
        MemberMatch.Candidate(kind: "event", id: $0.id, name: $0.name, member: $0)
      }
    ).one(parts[1])
    guard invited.insert([network.teams[place].id, event.id]).inserted else { return nil }
    let members = session.members(ofTeam: place, among: staff)
    let team = network.name(ofGroup: Int32(network.first(of: .team) + place)) ?? parts[0]
    try demand(members.count, team, naming.showsTeam(network.teams[place].id, of: members.count))
    let found = analysis.invitation(
      members, to: event.attendance.filter { $0.came == true }.map(\.party))
    return PurposeReport(analysis, naming).invitation(found, team: team, event: event)
  }

  private func demand(_ count: Int, ofSchool place: Int) throws(Failure) {
    let school = network.schools[place]
    try demand(
      count, school.name,
      naming.showsAll
        || count >= naming.minGroup && naming.shows(school.id, along: .school))
  }

  private func demand(_ count: Int, _ name: String, _ isShown: Bool) throws(Failure) {
    guard count > 0 else {
      throw Failure(.usage, "Nobody of \(name) is here on the day looked at.")
    }
    guard isShown else {
      throw Failure(
        .usage,
        "\(name) has fewer than \(inWords(naming.minGroup)) people, or stands beside a group that has: not shown without --names full."
      )
    }
  }

  /// Takes in a change, once however often it is asked for.
  private mutating func add(_ change: NetworkChange, _ word: String) {
    var same = [change]
    if case .tying(let one, let other) = change { same.append(.tying(other, one)) }
    guard !same.contains(where: changes.contains) else { return }
    changes.append(change)
    words.append(word)
  }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: ",").map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }
}
