public import Documents
public import Findings
public import Networks

/// Five small things to do, each about something else, with who could do it and by when.
///
/// The steps are those of the key findings; where fewer than five have one, the first work that is done twice gives another.
public struct NextSteps: Sendable {
  /// One thing to do.
  public struct Step: Sendable, Equatable {
    public let about: String
    public let act: String
    public let why: String
    public let who: String
  }

  public let steps: [Step]
  /// Six weeks after the day of the files: half a term.
  public let by: Day?

  public init(_ analysis: Analysis, _ naming: Naming, topics: GapsReport?) {
    let words = FindingWords(
      analysis: analysis, naming: naming, topics: topics, time: nil, namesPeople: true)
    var steps = KeyFinding.toDo(KeyFindings.five.map(words.finding)).compactMap { finding in
      finding.step.map {
        Step(
          about: Self.word(finding.question), act: $0.act,
          why: (finding.question == .partnerships ? Self.gravest(analysis) : nil)
            ?? finding.headline, who: $0.who)
      }
    }
    if steps.count < 5, let pair = Self.twice(analysis, naming) { steps.append(pair) }
    self.steps = steps
    by = words.halfATermOn
  }

  /// The partnership that needs somebody most, and why.
  private static func gravest(_ analysis: Analysis) -> String? {
    guard let entry = analysis.ledger.entries.first, entry.status == .red else { return nil }
    return
      "\(entry.partner) with \(entry.with): \(listed(entry.flags.prefix(2).map(\.reason)))"
  }

  private static func word(_ question: KeyFinding.Question) -> String {
    switch question {
    case .silos: "who keeps to itself"
    case .dependence: "what depends on one person"
    case .jointWork: "joint work"
    case .topics: "what people know"
    case .partnerships: "partnerships"
    case .answers: "who answered"
    }
  }

  /// The first work done twice, where both schools may be shown and both leads named.
  private static func twice(_ analysis: Analysis, _ naming: Naming) -> Step? {
    let network = analysis.network
    let found = analysis.duplicates
    guard found.missing.isEmpty else { return nil }
    for pair in found.first {
      let schools = [pair.one.school, pair.other.school].map { network.schools[Int($0)] }
      guard schools.allSatisfy({ naming.shows($0.id, along: .school) }),
        let one = pair.one.lead.flatMap({ naming.besideWork.name($0) }),
        let other = pair.other.lead.flatMap({ naming.besideWork.name($0) })
      else { continue }
      return Step(
        about: "the same work twice", act: "Introduce \(one) and \(other) over \(pair.purpose).",
        why: "\(schools[0].name) and \(schools[1].name) both work on it, with no contact over it",
        who: "the heads of both")
    }
    return nil
  }

  public var pages: Pages {
    guard !steps.isEmpty else {
      return Pages(
        sentences: [
          "Nothing on record calls for a step: nothing stands out, or the files do not tell."
        ], closing: "Next: weft check FOLDER for what could not be read.")
    }
    let when = by.map { ", by \($0.inWords)" } ?? ""
    var pages = Pages(sentences: [
      steps.count == 1
        ? "One small thing to do this half term\(when): \(steps[0].act)"
        : "\(capitalised(inWords(steps.count))) small things to do this half term\(when). First: \(steps[0].act)"
    ])
    pages.add(
      "steps", "What to do, who could, and why",
      Table(
        [.text("about"), .text("act", "do"), .text("who", "who could"), .text("by"), .text("why")],
        rows: steps.map {
          [
            .text($0.about), .text($0.act), .text($0.who), .text(by.map { "\($0)" } ?? ""),
            .text($0.why),
          ]
        }))
    pages.closing = "Next: weft plan FOLDER for whom to introduce, weft partners FOLDER."
    return pages
  }
}
