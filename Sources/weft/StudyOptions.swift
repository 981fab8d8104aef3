import ArgumentParser
import Intake
import Findings
import Measures
import Networks

/// What a command that measures takes: by which boundary, how deep, when, and how many people make a group.
struct StudyOptions: ParsableArguments {
  @Option(
    help: "Group people by school, hub, phase, team, team-kind, role, or a column of the files.")
  var by: String?

  @Option(help: "Count ties of at least this depth: 1 networking to 5 collaboration.")
  var depth: Int?

  @Option(
    help: "Count ties under way on a day, or in a stretch such as 2025-09-01/2026-07-31, or all.")
  var period: String?

  @Option(help: "The seed of everything drawn at random.")
  var seed: UInt64?

  @Option(help: "Groups with fewer people are not shown.")
  var minGroup: Int?

  @Option(help: "Links between groups with fewer people are not shown.")
  var minLink: Int?

  @Flag(help: "People were asked about everybody, so no ties across means just that.")
  var surveyedAcross = false

  func validate() throws {
    if let depth, !(1...5).contains(depth) {
      throw ValidationError(
        "--depth \(depth): write a number from 1 (networking) to 5 (collaboration).")
    }
    if let period, Period(typed: period) == nil {
      throw ValidationError(
        "--period \(shown(period)): write a day such as 2026-11-01, a stretch such as 2025-09-01/2026-07-31, or all."
      )
    }
    for (name, value) in [("--min-group", minGroup), ("--min-link", minLink)] {
      if let value, !(3...10).contains(value) {
        throw ValidationError("\(name) \(value): write a number from 3 to 10.")
      }
    }
  }
}

extension StudyOptions {
  /// The rules under which verdicts are given.
  func rules(_ settings: Settings) -> VerdictRules {
    var rules = VerdictRules()
    rules.minGroup = minGroup ?? settings.minGroup
    rules.isSurveyedAcross = surveyedAcross || settings.isSurveyedAcross
    return rules
  }

  /// The fewest people of a link that is shown.
  func linkLimit(_ settings: Settings) -> Int { minLink ?? settings.minLink }

  /// The study asked for, by the main boundary.
  ///
  /// - Parameter needsBoundary: whether it is a failure when nothing in the files groups people.
  func study(_ session: Session, needsBoundary: Bool = true) throws(Failure) -> Study {
    let settings = session.settings
    let depth = depth.flatMap { Depth(rawValue: UInt8($0)) } ?? settings.depth ?? .networking
    let period = period.flatMap(Period.init(typed:)) ?? settings.period
    let slice = session.network.slice(atLeast: depth, during: period)
    let isGroupless = by == nil && settings.boundaries.isEmpty && session.network.boundaries.isEmpty
    let boundary = isGroupless && !needsBoundary ? nil : try boundary(session)
    return Study(
      session.network, slice: slice, by: boundary, seed: seed ?? settings.seed)
  }

  /// The boundary asked for, or the first that the files offer.
  func boundary(_ session: Session) throws(Failure) -> Boundary {
    let network = session.network
    let offered = network.boundaries
    if let name = by ?? session.settings.boundaries.first {
      if let boundary = network.boundary(named: name) { return boundary }
      let near = nearest(to: name, in: offered.map(\.id)).map { " Did you mean \($0)?" } ?? ""
      throw Failure(
        .usage,
        "There is no column \(shown(name)) to group people by.\(near)"
          + (offered.isEmpty ? "" : " The files offer \(listed(offered.map(\.id), and: "or"))."))
    }
    guard let first = offered.first else {
      throw Failure(
        .badData,
        "Nothing in the files groups people: add a school, team or department to people.csv, or name a column with --by."
      )
    }
    return first
  }
}
