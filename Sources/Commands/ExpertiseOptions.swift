import ArgumentParser
import Intake
import Findings
import Measures
import Networks
import Documents
import Sections
import Settings

/// What every command about expertise takes.
struct ExpertiseOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "The years after which evidence counts half.")
  var halfLife = "10"

  @Option(.depth) var depth: String?
  @Option(.period) var period: String?

  @Option(help: "What people are called: full (unless you say otherwise) or pseudonym.")
  var names: MapCommand.Names?

  func validate() throws {
    try Kind.halfLife.check("--half-life", halfLife)
    try Kind.depth.check("--depth", depth)
    try Kind.period.check("--period", period)
  }
}

extension Kind where Value == Double {
  static let halfLife = number(1e-6...1e6, "a number of years above 0")
}

extension ExpertiseOptions {
  /// The analysis asked for.
  ///
  /// - Parameters:
  ///   - steps: within how many steps people count as near.
  ///   - needsExpertise: whether it is a failure when the files say nothing of what people know.
  func analysis(
    _ session: Session, steps: Int? = nil, needsExpertise: Bool = true,
    _ adjust: (inout Question) -> Void = { _ in }
  ) throws(Failure) -> Analysis {
    if needsExpertise, session.network.expertise.isEmpty { throw .nothingKnown }
    return try study.analysis(session, needsBoundary: false) { question in
      question.expertise = rules(steps: steps)
      adjust(&question)
    }
  }

  /// Which ties count.
  var study: StudyOptions { StudyOptions(by: nil, depth: depth, period: period) }

  /// The years after which evidence counts half.
  var years: Double { Kind.halfLife.typed(halfLife) ?? ExpertiseRules().halfLife }

  /// The rules asked for.
  func rules(steps: Int? = nil) -> ExpertiseRules {
    var rules = ExpertiseRules()
    rules.halfLife = years
    if let steps { rules.steps = Int32(clamping: steps) }
    return rules
  }

  func naming(_ session: Session, _ analysis: Analysis? = nil) -> Naming {
    session.naming(names == .pseudonym ? .pseudonym : .full, analysis)
  }
}

extension Failure {
  /// The files say nothing of what people know.
  static let nothingKnown = Failure(
    .badData,
    "The files say nothing of what people know. Add expertise.csv (person, topic, level), or a column expertise to people.csv such as \"Phonics:4; SEND\"."
  )
}

extension Session {
  /// The person that a text stands for, among those who count and may be named.
  func person(_ text: String, _ knowledge: Knowledge) throws(Failure) -> Int32 {
    try person(text, among: knowledge.slice.people)
  }
}
