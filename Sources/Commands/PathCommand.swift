import ArgumentParser
import ExpertiseSearch
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections

/// `weft path`: the warmest introduction.
struct PathCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Say who could introduce one colleague to another, or to somebody who knows a topic.",
    discussion: """
      The warmest way of at most three steps, by depth of ties and how long ago they ended, with others beside it. Nobody who asked \
      not to be named stands on a way, and busy bridges cost more, so that not everybody is sent to them.

      Examples:
        weft path harbour-trust P0087 P0059
        weft path harbour-trust "Gwen Vaughan" phonics
      """)

  @OptionGroup var workspace: FolderArgument
  @OptionGroup(visibility: .hidden) var reading: ReadingOptions

  @Argument(help: "Who asks: an id, a code or a name.")
  var from: String

  @Argument(help: "Who is to be met: an id, a code, a name, or a topic.")
  var to: String

  @OptionGroup var expertise: ExpertiseOptions
  @OptionGroup var listing: ListingOptions

  func run() async throws {
    let session = try Session(workspace, reading, quietly: true)
    let analysis = try expertise.analysis(session, needsExpertise: false)
    let (knowledge, introductions) = (analysis.expertise, analysis.introductions)
    let asker = try session.person(from, knowledge)
    let naming = expertise.naming(session, analysis)
    let report = try report(asker, session, knowledge, introductions, naming)
    try Self.check([asker], naming)
    if listing.isForPeople {
      try Terminal.print(report.text)
      try Self.check(report)
      try Terminal.print(
        """

        Cost: 5 / depth for each tie, doubled for every two years since it ended; more for asking people with many ties.

        """)
    } else {
      try Terminal.print(listing.text(report.table, json: report.json))
      try Self.check(report)
    }
  }

  /// Refuses to speak of people who have no code in a copy without names.
  private static func check(_ people: [Int32], _ naming: Naming) throws(Failure) {
    guard people.allSatisfy({ naming.id($0) != nil }) else {
      throw Failure(.badData, "That cannot be told by codes. Add --names full.")
    }
  }

  /// Refuses to lead by codes to the few who know a topic: that would tell who they are.
  private static func check(
    _ topic: Int32, _ knowledge: Knowledge, _ naming: Naming
  ) throws(Failure) {
    guard naming.tellsWho(holders: knowledge.holderCounts[Int(topic)]) else {
      throw Failure(
        .badData,
        "Fewer than \(inWords(naming.minGroup)) people know \(knowledge.topics[topic].name), so a way to them by codes would tell who they are. Add --names full."
      )
    }
  }

  /// Leaves with code 1 when there is no way.
  private static func check(_ report: PathReport) throws {
    if report.paths.isEmpty { throw ExitCode(ExitStatus.nothingFound.rawValue) }
  }

  /// The ways to those whom a question in words finds, as `weft find` does; `nil` where it finds nobody by topic, role or name.
  private static func found(
    _ text: String, _ asker: Int32, _ knowledge: Knowledge, _ introductions: Introductions,
    _ naming: Naming
  ) throws(Failure) -> PathReport? {
    var filter = Finder.Filter()
    filter.notPerson = asker
    guard let answer = try? Finder(knowledge).find(text, filter), let best = answer.matches.first
    else { return nil }
    let fitting = answer.matches.filter { $0.isNear == best.isNear && $0.met == best.met }
    let kinds = Set(answer.reading.map(\.kind))
    let targets = fitting.filter {
      !kinds.contains("role") || naming.tellsWho(hasRole: $0.person)
    }
    guard !kinds.isDisjoint(with: ["topic", "role"]) || isOne(fitting, kinds, naming) else {
      return nil
    }
    let sought = answer.reading.map(\.meaning).joined(separator: ", ")
    let isTopical = kinds.contains("topic")
    // Who is sought for a role may know much that is not what is wanted of them.
    let topic = isTopical || best.isNear ? best.reasons.first?.entry.topic : nil
    if let topic {
      try check(topic, knowledge, naming)
    } else if !naming.tellsWho(holders: fitting.count) {
      throw Failure(
        .badData,
        "Fewer than \(inWords(naming.minGroup)) people are \(sought), so a way to them by codes would tell who they are. Add --names full."
      )
    }
    guard !targets.isEmpty else {
      throw Failure(
        .badData,
        "A way by codes to somebody who is \(sought) would tell who they are. Add --names full.")
    }
    let known = topic.map { knowledge.topics[$0].name }
    let reading =
      best.isNear
      ? "Nobody who can be named \(isTopical ? "knows" : "is") \(sought); the nearest\(known.map { ", \($0)," } ?? "") is shown."
      : "\(shown(text)) was read as \(sought)."
    return PathReport(
      knowledge, introductions, naming, from: asker, to: targets.prefix(50).map(\.person),
      topic: topic, reading: reading)
  }

  /// Whether a question names one person, and may be answered by the name.
  private static func isOne(
    _ targets: [Finder.Match], _ kinds: Set<String>, _ naming: Naming
  ) -> Bool {
    targets.count == 1 && kinds.contains("person") && naming.showsAll
  }

  /// The ways to a person, or to somebody who knows a topic.
  func report(
    _ asker: Int32, _ session: Session, _ knowledge: Knowledge, _ introductions: Introductions,
    _ naming: Naming
  ) throws(Failure) -> PathReport {
    let people = MemberMatch(
      noun: "person or topic", candidates: session.candidates(to, among: knowledge.slice.people))
    let isPerson = people.known(to) != nil
    let topic = isPerson ? nil : knowledge.topics.place(of: to)
    if let topic {
      let found = PathReport.targets(knowledge, topic: topic, from: asker)
      if !found.people.isEmpty {
        try Self.check(found.topic, knowledge, naming)
        return PathReport(
          knowledge, introductions, naming, from: asker, to: found.people, topic: found.topic,
          asked: topic)
      }
    }
    if !isPerson, (try? people.one(to)) == nil,
      let report = try Self.found(to, asker, knowledge, introductions, naming)
    {
      return report
    }
    if let topic {
      return PathReport(
        knowledge, introductions, naming, from: asker, to: [], topic: topic, asked: topic)
    }
    let person: Int32
    do {
      person = try people.one(to)
    } catch {
      if let absence = session.absence(of: to) { throw absence }
      guard let near = nearest(to: to, in: knowledge.topics.words), !isPerson else { throw error }
      throw Failure(
        error.status, "There is no person or topic \(shown(to)). Did you mean \(shown(near))?")
    }
    guard person != asker else {
      throw Failure(.usage, "\(shown(from)) and \(shown(to)) are one person. Write two.")
    }
    try Self.check([person], naming)
    return PathReport(knowledge, introductions, naming, from: asker, to: [person])
  }
}
