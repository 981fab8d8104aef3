public import Documents
public import Findings
public import Networks

/// Five small things to do, each about something else, with who could do it and by when.
///
/// The steps are those of the five things a leader should know (`FiveThings`); where fewer than five have one, the first work that is
/// done twice gives another.
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

  static let weeks = 6

  public init(_ analysis: Analysis, _ naming: Naming, topics: GapsReport?) {
    let five = FiveThings(analysis, naming, topics: topics)
    var steps = five.things.compactMap { thing -> Step? in
      guard let act = thing.step else { return nil }
      let isOfFiles = ["on record", "cannot be said"].contains { thing.heading.contains($0) }
      return Step(
        about: Self.word(thing.kind), act: act,
        why: (thing.kind == .partnerships ? Self.gravest(analysis) : nil) ?? thing.heading,
        who: isOfFiles ? "whoever keeps the data" : Self.who(thing.kind, analysis, naming))
    }
    if steps.count < 5, let pair = Self.twice(analysis, naming) { steps.append(pair) }
    self.steps = steps
    by = analysis.asAt.flatMap { Day(julian: $0.julian + 7 * Self.weeks) }
  }

  /// The partnership that needs somebody most, and why.
  private static func gravest(_ analysis: Analysis) -> String? {
    guard let entry = analysis.ledger.entries.first, entry.status == .red else { return nil }
    return
      "\(entry.partner) with \(entry.with): \(listed(entry.flags.prefix(2).map(\.reason)))"
  }

  private static func word(_ kind: FiveThings.Kind) -> String {
    switch kind {
    case .silos: "who keeps to itself"
    case .dependence: "what depends on one person"
    case .jointWork: "joint work"
    case .topics: "what people know"
    case .partnerships: "partnerships"
    }
  }

  private static func who(_ kind: FiveThings.Kind, _ analysis: Analysis, _ naming: Naming) -> String
  {
    switch kind {
    case .silos: return "whoever leads it"
    case .dependence: return "the one who holds the ties, with a colleague"
    case .jointWork: return "the leads of both"
    case .topics: return "whoever plans staff development"
    case .partnerships:
      let lead = analysis.ledger.entries.first?.partnership.lead
      return lead.flatMap { naming.name($0) } ?? "its lead"
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
        let one = pair.one.lead.flatMap({ naming.name($0) }),
        let other = pair.other.lead.flatMap({ naming.name($0) })
      else { continue }
      return Step(
        about: "the same work twice", act: "Introduce \(one) and \(other) over \(pair.purpose).",
        why: "\(schools[0].name) and \(schools[1].name) both work on it, with no tie over it",
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
      "\(capitalised(inWords(steps.count))) small \(steps.count == 1 ? "thing" : "things") to do this half term\(when). First: \(steps[0].act)"
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
