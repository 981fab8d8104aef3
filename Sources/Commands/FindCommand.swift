import ArgumentParser
import ExpertiseSearch
import FoundationEssentials
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections
import Settings

/// `weft find`: who knows.
struct FindCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find who knows about something, from a question in plain words.",
    discussion: """
      Topics are found by name, synonym, what people say when they need them, and through slips; roles, schools, hubs, years and key \
      stages, and what is offered (coaching, visits, resources, training) narrow the search. People who asked not to be named are not found and not counted. What the score is made of: --why.

      Examples:
        weft find harbour-trust "phonics catch-up"
        weft find harbour-trust "SEN Moorland" --offers coaching
        weft find harbour-trust "who knows about attendance?" --from P0087 --why
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

  @Argument(help: "What you look for, in a few words.")
  var query: String

  @Option(help: "Only people of this school: its id or name, or central.")
  var school: String?

  @Option(help: "Only people of schools of this phase.")
  var phase: String?

  @Option(help: "Only people of schools of this hub.")
  var hub: String?

  @Option(
    parsing: .unconditional,
    help: "Only people at this level or above: 1 learning to 5 trains others.")
  var level: String?

  @Option(help: "Only people who offer this: coaching, visits, resources or training.")
  var offers: String?

  @Option(help: "Who asks: their id, code or name. Says how to be introduced.")
  var from: String?

  @OptionGroup var top: TopOption

  @Flag(help: "Explain every score to its last factor.")
  var why = false

  @OptionGroup var expertise: ExpertiseOptions
  @OptionGroup var listing: ListingOptions

  mutating func validate() throws {
    // The question may as well stand first.
    let files = FileManager.default
    if !files.fileExists(atPath: workspace.folder), files.fileExists(atPath: query) {
      (workspace.folder, query) = (query, workspace.folder)
    }
    try Kind.level.check("--level", level)
    try Kind.offer.check("--offers", offers)
    try refuse(["--why": why && !listing.isForPeople], "with --json, --csv or --plain")
    try refuse(
      ["--depth": expertise.depth != nil && from == nil],
      "without --from: ties count for introductions alone")
  }

  func run() async throws {
    let session = try Session(workspace, reading, quietly: true)
    let analysis = try expertise.analysis(session, needsExpertise: false)
    let knowledge = analysis.expertise
    let naming = expertise.naming(session, analysis)
    var filter = try filter(session.network)
    var asker: (person: Int32, introductions: Introductions)?
    if let from {
      let person = try session.person(from, knowledge)
      filter.notPerson = person
      asker = (person, analysis.introductions)
    }
    let answer: Finder.Answer
    do {
      answer = try Finder(knowledge).find(query, filter)
    } catch {
      throw Failure(.usage, error.description)
    }
    let report = FindReport(answer, knowledge, naming, top: top.count(or: 10), asker: asker)
    // Of what no file tells nothing is said, not even that nobody knows it.
    if !report.namesAnybody, session.network.expertise.isEmpty { throw Failure.nothingKnown }
    guard listing.isForPeople else {
      try Terminal.print(listing.text(report.table, json: report.json))
      return try Self.check(report)
    }
    try Terminal.print(report.sentences.map { visible($0) + "\n" }.joined())
    try Self.check(report)
    guard report.first != nil else { return }
    try Terminal.print("\n" + report.table.alignedText)
    if why { try Terminal.print("\n" + report.why) }
    let years = fixed(expertise.years, places: 0)
    let day =
      knowledge.asAt.map {
        "\nAges are as at \($0.inWords)\($0 == session.network.asAt ? ", the newest day in the files" : "")."
      } ?? ""
    try Terminal.print(
      """

      Score: kind of evidence x level x 0.5^(age / \(years) years), added up, x how rare the topic is; claimed: their own word alone.\(day)
      Next: weft path \(workspace.folder) \(asker.flatMap { naming.id($0.person) } ?? "YOU") \(report.first.flatMap { naming.id($0) } ?? "COLLEAGUE")\(why ? "" : ", or the same with --why")

      """)
  }

  /// Leaves with code 1 when nobody was found.
  private static func check(_ report: FindReport) throws {
    if !report.namesAnybody { throw ExitCode(ExitStatus.nothingFound.rawValue) }
  }

  /// What people must be, from the flags.
  func filter(_ network: Network) throws(Failure) -> Finder.Filter {
    var filter = Finder.Filter()
    filter.atLeast = level.flatMap(Kind.level.typed).flatMap { SkillLevel(rawValue: UInt8($0)) }
    filter.offer = offers.flatMap(Kind.offer.typed)
    func keep(_ schools: Set<Int32>) {
      filter.schools = filter.schools.map { $0.intersection(schools) } ?? schools
    }
    if let school { keep([try Self.school(school, network)]) }
    if let phase { keep(try Self.schools(of: "phase", phase, network) { $0.phase }) }
    if let hub { keep(try Self.schools(of: "hub", hub, network) { $0.hub }) }
    return filter
  }

  private static func school(_ text: String, _ network: Network) throws(Failure) -> Int32 {
    let key = folded(text)
    let schools = network.schools
    if key == "central" || key == folded(Network.centralTeamName) { return People.centralTeam }
    return try MemberMatch(
      noun: "school",
      candidates: schools.indices.map {
        MemberMatch.Candidate(
          kind: "school", id: schools[$0].id, name: schools[$0].name, member: Int32($0))
      }
    ).one(text)
  }

  private static func schools(
    of what: String, _ text: String, _ network: Network, _ value: (School) -> String?
  ) throws(Failure) -> Set<Int32> {
    let key = folded(text)
    let schools = network.schools
    let found = schools.indices.filter { value(schools[$0]).map(folded) == key }
    if !found.isEmpty { return Set(found.map { Int32($0) }) }
    let known = Set(schools.compactMap(value)).sorted()
    let near = nearest(to: text, in: known).map { " Did you mean \(shown($0))?" } ?? ""
    let offer = known.isEmpty ? "" : " The files have \(listed(known, and: "and"))."
    throw Failure(.usage, "There is no \(what) \(shown(text)).\(near)\(offer)")
  }
}

extension Kind where Value == Int {
  fileprivate static let level = whole(1...5, "1 (learning) to 5 (trains others)")
}

extension Kind where Value == Offer {
  fileprivate static let offer = choice()
}
