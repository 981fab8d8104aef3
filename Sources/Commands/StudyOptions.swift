import ArgumentParser
import Intake
import Findings
import Measures
import Networks
import Settings

/// An option that several groups have, worded once.
///
/// A group holds its options itself, and no other group: a debug build of the argument parser checks a group some five
/// times for each group around it.
struct SharedOption {
  let help: ArgumentHelp
  var parsing = SingleValueParsingStrategy.next

  static let by = Self(
    help: "Group people by school, hub, phase, team, team-kind, role, or a column of the files.")
  static let depth = Self(
    help: "Count ties of at least this depth: 1 networking to 5 collaboration.",
    parsing: .unconditional)
  static let period = Self(
    help: "Count what was under way on a day, in a stretch such as 2025-09-01/2026-07-31, or all.")
  static let minGroup = Self(
    help: "Groups with fewer people are not shown: 3 to 10.", parsing: .unconditional)
  static let minLink = Self(
    help: "Links between groups with fewer people are not drawn: 3 to 10.", parsing: .unconditional)
  static let seed = Self(
    help: "The seed of everything drawn at random.", parsing: .unconditional)
}

extension Option where Value == String? {
  init(_ shared: SharedOption) { self.init(parsing: shared.parsing, help: shared.help) }
}

/// By which boundary people are grouped.
struct BoundaryOption: ParsableArguments {
  @Option(.by) var by: String?
}

/// How deep the ties are that count.
struct DepthOption: ParsableArguments {
  @Option(.depth) var depth: String?

  func validate() throws { try Kind.depth.check("--depth", depth) }
}

/// When what counts was under way.
struct PeriodOption: ParsableArguments {
  @Option(.period) var period: String?

  func validate() throws { try Kind.period.check("--period", period) }
}

/// Which ties count: how deep, and when.
struct SliceOptions: ParsableArguments {
  @Option(.depth) var depth: String?
  @Option(.period) var period: String?

  func validate() throws {
    try Kind.depth.check("--depth", depth)
    try Kind.period.check("--period", period)
  }
}

/// The fewest people of a group that is shown.
struct MinGroupOption: ParsableArguments {
  @Option(.minGroup) var minGroup: String?

  func validate() throws { try Kind.fewest.check("--min-group", minGroup) }
}

/// The fewest people of a link that is drawn.
struct MinLinkOption: ParsableArguments {
  @Option(.minLink) var minLink: String?

  func validate() throws { try Kind.fewest.check("--min-link", minLink) }
}

/// Whether people were asked about everybody.
struct SurveyedOption: ParsableArguments {
  @Flag(inversion: .prefixedNo, help: Self.help)
  var surveyedAcross: Bool?

  static let help: ArgumentHelp =
    "People were asked about everybody, so no ties across means just that."
}

/// The seed of what is drawn at random.
struct SeedOption: ParsableArguments {
  @Option(.seed) var seed: String?

  func validate() throws { try Kind.seed.check("--seed", seed) }
}

/// The whole question that a figure or a set of files answers: how people are grouped, which ties count, and from how many
/// people on groups and links are shown.
struct QuestionOptions: ParsableArguments {
  @Option(.by) var by: String?
  @Option(.depth) var depth: String?
  @Option(.period) var period: String?
  @Option(.minGroup) var minGroup: String?
  @Option(.minLink) var minLink: String?
  @Flag(inversion: .prefixedNo, help: SurveyedOption.help)
  var surveyedAcross: Bool?
  @Option(.seed) var seed: String?

  func validate() throws {
    try Kind.depth.check("--depth", depth)
    try Kind.period.check("--period", period)
    try Kind.fewest.check("--min-group", minGroup)
    try Kind.fewest.check("--min-link", minLink)
    try Kind.seed.check("--seed", seed)
  }

  var study: StudyOptions {
    StudyOptions(
      by: by, depth: depth, period: period, minGroup: minGroup, minLink: minLink,
      isSurveyedAcross: surveyedAcross, seed: seed)
  }
}

/// What a command that measures was asked for.
///
/// Each command has those of the options above that it uses; what they leave
/// open the settings decide.
struct StudyOptions {
  var by: String?
  private let depth: Depth?
  private let period: Period?
  private let minGroup: Int?
  private let minLink: Int?
  private let isSurveyedAcross: Bool?
  private let seed: UInt64?

  init(
    by: String?, depth: String?, period: String?, minGroup: String? = nil, minLink: String? = nil,
    isSurveyedAcross: Bool? = nil, seed: String? = nil
  ) {
    self.by = by
    self.depth = depth.flatMap(Kind.depth.typed).flatMap { Depth(rawValue: UInt8($0)) }
    self.period = period.flatMap(Kind.period.typed)
    self.minGroup = minGroup.flatMap(Kind.fewest.typed)
    self.minLink = minLink.flatMap(Kind.fewest.typed)
    self.isSurveyedAcross = isSurveyedAcross
    self.seed = seed.flatMap(Kind.seed.typed).map { UInt64($0) }
  }

  init(
    _ boundary: BoundaryOption? = nil, _ slice: SliceOptions? = nil, depth: DepthOption? = nil,
    period: PeriodOption? = nil, minGroup: MinGroupOption? = nil, minLink: MinLinkOption? = nil,
    surveyed: SurveyedOption? = nil,
    seed: SeedOption? = nil
  ) {
    self.init(
      by: boundary?.by, depth: slice?.depth ?? depth?.depth,
      period: slice?.period ?? period?.period,
      minGroup: minGroup?.minGroup, minLink: minLink?.minLink,
      isSurveyedAcross: surveyed?.surveyedAcross, seed: seed?.seed)
  }
}

extension StudyOptions {
  /// The rules under which verdicts are given.
  func rules(_ settings: Settings) -> VerdictRules {
    var rules = VerdictRules()
    rules.minGroup = minGroup ?? settings.minGroup
    rules.isSurveyedAcross = isSurveyedAcross ?? settings.isSurveyedAcross
    return rules
  }

  /// The fewest people of a link that is drawn.
  func linkLimit(_ settings: Settings) -> Int { minLink ?? settings.minLink }

  /// The least depth of ties that count.
  func depth(_ settings: Settings) -> Depth { depth ?? settings.depth ?? .networking }

  /// The analysis asked for, by the main boundary.
  ///
  /// - Parameters:
  ///   - needsBoundary: whether it is a failure when nothing in the files groups people.
  ///   - adjust: what else the command asks.
  func analysis(
    _ session: Session, needsBoundary: Bool = true, _ adjust: (inout Question) -> Void = { _ in }
  ) throws(Failure) -> Analysis {
    var question = Question()
    let isGroupless =
      by == nil && session.settings.boundaries.isEmpty && session.network.boundaries.isEmpty
    question.boundary = isGroupless && !needsBoundary ? nil : try boundary(session)
    question.others = try boundaries(session)
    question.depth = depth(session.settings)
    question.period = period ?? session.settings.period
    question.seed = seed ?? session.settings.seed
    question.rules = rules(session.settings)
    question.minLink = linkLimit(session.settings)
    adjust(&question)
    // Whom people were asked about is told by all of their ties, and not by those that an option keeps.
    if let all = session.unchosen, isSurveyedAcross == nil, question.boundary != nil {
      question.rules.isSurveyedAcross =
        question.rules.isSurveyedAcross || Analysis(all, question).isAskedAcross
    }
    return Analysis(session.network, question)
  }

  /// The boundary asked for, or the first that the files offer.
  func boundary(_ session: Session) throws(Failure) -> Boundary {
    if let by { return try Self.boundary(named: by, session.network) }
    if let first = try Self.chosen(session).first { return first }
    guard let first = session.network.boundaries.first else {
      throw Failure.nothingGroups
    }
    return first
  }

  /// The boundaries to be looked at beside the main one: those that the settings name where they name several, else all.
  func boundaries(_ session: Session) throws(Failure) -> [Boundary] {
    let chosen = try Self.chosen(session)
    return chosen.count > 1 ? chosen : session.network.boundaries
  }

  /// The boundaries that the settings name.
  private static func chosen(_ session: Session) throws(Failure) -> [Boundary] {
    var chosen: [Boundary] = []
    for name in session.settings.boundaries {
      do throws(Failure) {
        chosen.append(try boundary(named: name, session.network))
      } catch {
        throw Failure(
          .configuration,
          "\(session.settings.origin("boundaries") ?? "weft.toml"): boundaries names \(shown(name)). \(error.message)"
        )
      }
    }
    return chosen
  }

  private static func boundary(
    named name: String, _ network: Network
  ) throws(Failure) -> Boundary {
    if let boundary = network.boundary(named: name) { return boundary }
    if [Boundary.school, .hub, .phase].contains(where: { folded($0.id) == folded(name) }),
      let reason = network.inSeveralSchools(Array(0..<Int32(network.people.count)))
    {
      throw Failure(.badData, reason)
    }
    let offered = network.boundaries.map(\.id)
    let near = nearest(to: name, in: offered).map { " Did you mean \($0)?" } ?? ""
    throw Failure(
      .usage,
      "There is no column \(shown(name)) to group people by.\(near)"
        + (offered.isEmpty ? "" : " The files offer \(listed(offered, and: "or"))."))
  }
}

extension Failure {
  static let nothingGroups = Failure(
    .badData,
    "Nothing in the files groups people: add a school, team or department to people.csv, or name a column with --by."
  )
}
