public import Documents
public import Findings
public import Networks

/// What a leader should know of one question: what was found beside what, how sure that is, what it was before, and what to do.
///
/// Pages, paper and dashboard show it in these words, so that none can contradict another.
public struct KeyFinding: Sendable {
  /// What is asked; always answered, if only with what the files do not tell.
  public enum Question: String, Sendable, CaseIterable {
    /// Who keeps to itself.
    case silos
    /// What depends on one person.
    case dependence
    /// Where contact hides that people hardly work jointly.
    case jointWork = "joint-work"
    /// Which topics hardly anybody knows.
    case topics
    /// Which partnerships need somebody.
    case partnerships
    /// Of whom nothing can be said.
    case answers
  }

  /// A word or two, and the reason.
  public struct Note: Sendable, Equatable {
    public let lead: String
    public let rest: String

    public init(_ lead: String, _ rest: String = "") { (self.lead, self.rest) = (lead, rest) }

    /// Both in a line.
    public var words: String { rest.isEmpty ? lead : "\(lead) \(rest)" }

    static let notCompared = Note("Not compared yet.")
  }

  /// How sure something is, and the reason.
  public struct Sureness: Sendable, Equatable {
    /// `nil` where the files say nothing of the matter.
    public let certainty: Certainty?
    public let reason: String

    init(_ certainty: Certainty?, _ reason: String = "") {
      (self.certainty, self.reason) = (certainty, reason)
    }

    public var note: Note {
      let words =
        switch certainty {
        case nil: "Not on record"
        case .beyondDoubt: "Beyond doubt"
        case .likely: "Likely"
        case .hint: "A hint"
        case .cannotSay: "Cannot be told"
        }
      return Note(words + ".", reason)
    }
  }

  /// One thing to do, who could, and by when.
  public struct Step: Sendable, Equatable {
    public let act: String
    public let who: String
    /// Six weeks after the day of the files, half a term; `nil` where nothing in them is dated.
    public let by: Day?

    /// Who and by when, in a line.
    public var owner: String {
      "\(capitalised(who)), \(by.map { "by \($0.inWords)" } ?? "no day yet")"
    }
  }

  /// What a small picture beside the finding shows.
  public enum Picture: Sendable {
    /// One share among those of the others.
    case share(name: String, own: Double, others: [Double])
    /// Shares of which none stands out.
    case shares([Double])
    /// Groups that one person ties to the rest.
    case holder(names: [String])
    /// A number beside what would be expected.
    case pair(what: String, seen: Double, expected: Double)
    /// Numbers one below the other, the alarming ones marked.
    case counts([(name: String, count: Int, isAlarm: Bool)])
    case none
  }

  public let question: Question
  public let headline: String
  /// What stands behind the headline, in a sentence or two.
  public let lead: String
  /// What else there is to say of it, where there is room.
  public let more: String
  public let sure: Sureness
  public let since: Note
  /// Nothing where there is nothing to do.
  public let step: Step?
  /// Whether it asks for somebody.
  public let isAlarm: Bool
  public let picture: Picture

  /// Those of some findings that have a step; what would let two questions be answered is done once.
  public static func toDo(_ findings: [KeyFinding]) -> [KeyFinding] {
    var acts: Set<String> = []
    return findings.filter { finding in finding.step.map { acts.insert($0.act).inserted } ?? false }
  }

  /// All that stands behind the headline.
  public var comparison: String { more.isEmpty ? lead : "\(lead) \(more)" }
}

/// The key findings of an analysis, a question each.
public struct KeyFindings: Sendable {
  public let list: [KeyFinding]
  /// Whether work is more open than before, in sentences; `nil` where nothing was compared.
  public let change: [String]?
  private let words: FindingWords

  /// Those of the first page and the dashboard.
  public static let five: [KeyFinding.Question] = [
    .silos, .dependence, .jointWork, .topics, .partnerships,
  ]

  /// - Parameters:
  ///   - topics: what is known and lacking; `nil` where the files say nothing of it.
  ///   - time: the earlier time to compare with.
  ///   - namesPeople: whether those on whom something depends, and who could act, are called what the copy calls them: in one for few.
  public init(
    _ analysis: Analysis, _ naming: Naming, topics: GapsReport?, since time: EarlierTime? = nil,
    _ questions: [KeyFinding.Question] = five, namesPeople: Bool = false
  ) {
    words = FindingWords(
      analysis: analysis, naming: naming, topics: topics, time: time, namesPeople: namesPeople)
    list = questions.map(words.finding)
    change = time?.sentences
  }

  public subscript(question: KeyFinding.Question) -> KeyFinding {
    list.first { $0.question == question } ?? words.finding(question)
  }

  /// The groups of which nothing can be said though they are large enough.
  var silent: [SiloVerdicts.GroupVerdict] { words.silent }

  /// The first two findings, in a line.
  public var headline: String { Self.line(list.prefix(2).map(\.headline)) }

  /// Headlines in one line; after a semicolon a name keeps its capital.
  static func line(_ headlines: [String]) -> String {
    let opening = Set(
      (1...20).map { capitalised(inWords($0)) }
        + ["No", "Nobody", "Nothing", "What", "Whether", "The", "Every"])
    return headlines.enumerated().map { place, headline in
      let first = headline.prefix { $0 != " " }
      return place > 0 && opening.contains(String(first))
        ? headline.prefix(1).lowercased() + headline.dropFirst() : headline
    }.joined(separator: "; ")
  }

  /// The findings as a table.
  public var table: Table {
    Table(
      [
        .text("question"), .text("found", "what we found"), .text("compared", "compared with"),
        .text("sure", "how sure"), .text("since", "since then"), .text("step", "next step"),
        .text("who", "who could"), .text("by"),
      ],
      rows: list.map { finding in
        [
          .text(finding.question.rawValue), .text(finding.headline), .text(finding.comparison),
          .text(finding.sure.note.words), .text(finding.since.words),
          finding.step.map { .text($0.act) } ?? .empty,
          finding.step.map { .text($0.who) } ?? .empty,
          finding.step?.by.map { .text("\($0)") } ?? .empty,
        ]
      })
  }
}
