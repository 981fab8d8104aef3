public import Documents
public import Findings
import Measures
import Networks

/// A board pack: what the Board is asked, five findings of one page each, how they were found, and what is not known.
///
/// It shows findings that other sections show too, and computes none.
public struct BoardPack: Sendable {
  /// What the author says of the paper.
  public struct Request: Sendable {
    public var meeting: String?
    public var date: String?
    public var author: String?
    public var purpose = Purpose.discussion
    public var recommendations: [String] = []
    public var marking: String?
    public var length = Length.full
    public var parts = Part.allCases

    public init() {}
  }

  public enum Purpose: String, Sendable, CaseIterable { case decision, discussion, information }

  public enum Length: String, Sendable, CaseIterable {
    /// Two pages for trustees.
    case short
    case full
  }

  /// The findings, in the order in which they are told.
  public enum Part: String, Sendable, CaseIterable {
    case silos, people, topics, partners, unknown

    /// What it answers.
    var question: KeyFinding.Question {
      switch self {
      case .silos: .silos
      case .people: .dependence
      case .topics: .topics
      case .partners: .partnerships
      case .unknown: .answers
      }
    }
  }

  public let request: Request
  public let findings: [BoardFinding]
  let analysis: Analysis
  let naming: Naming
  let figures: [Part: Illustration]
  /// The pictures of more than an upright page can hold, each for a page on its side.
  let wide: [Part: Illustration]
  /// The findings whose picture has no room in a paper.
  let lacking: [Part]
  let setAside: Int
  let since: EarlierTime?

  /// - Parameters:
  ///   - topics: what is known and lacking; `nil` where the files say nothing of it.
  ///   - figures: the picture of each finding that has one.
  ///   - wide: the pictures of more than an upright page can hold.
  ///   - setAside: how many rows of the files could not be used.
  ///   - since: the earlier time to set it beside, if any.
  public init(
    _ analysis: Analysis, topics: GapsReport?, _ naming: Naming, _ request: Request,
    figures: [Part: Illustration] = [:], wide: [Part: Illustration] = [:], lacking: [Part] = [],
    setAside: Int = 0,
    since: EarlierTime? = nil
  ) {
    self.analysis = analysis
    self.naming = naming
    self.request = request
    self.figures = figures
    self.wide = wide
    self.lacking = lacking
    self.setAside = setAside
    self.since = since
    let pages = BoardPages(analysis, naming, topics: topics, since: since, request.parts)
    findings = request.parts.map(pages.finding)
  }

  var isNamed: Bool { naming.showsAll }
  var title: String { analysis.network.title }
  var day: Day? { analysis.asAt }

  /// What may be done with a copy.
  public var marking: String {
    let own = request.marking.map { "\($0) · " } ?? ""
    return own + (isNamed ? "Part B, confidential" : "Part A: may be published")
  }

  var properties: Document.Properties {
    var properties = Document.Properties()
    properties.head = "Silos and bridges · \(title)"
    properties.foot =
      Phrase.given(request.meeting, or: "meeting") + ", "
      + Phrase.given(request.date, or: "meeting date")
    properties.marking = marking
    properties.isConfidential = isNamed
    properties.author = request.author
    properties.subject = "How staff of \(title) work together"
    properties.day = day
    return properties
  }

  /// The paper.
  public var document: Document {
    guard !isNamed else { return namedDocument }
    var blocks = frontSheet + [.pageBreak] + inShort
    if request.length == .full {
      // Where there is nothing to show, the list of findings has said it all.
      for (place, finding) in findings.enumerated()
      where finding.table != nil || figures[finding.part] != nil {
        blocks += [.pageBreak] + page(of: finding, number: place + 1)
        if let figure = wide[finding.part] {
          blocks += [.wideBreak] + widePage(of: finding, figure)
        }
      }
      blocks += [.pageBreak] + method + [.pageBreak] + unknowns
    }
    return Document(headline, properties, blocks: blocks)
  }

  /// What the paper comes to: the two gravest findings in one line.
  var headline: String {
    let alarms = findings.filter(\.finding.isAlarm).prefix(2).map(\.headline)
    return alarms.isEmpty ? "How staff of \(title) work together" : KeyFindings.line(alarms)
  }
}

/// A finding on its way to a page.
public struct BoardFinding: Sendable {
  public let part: BoardPack.Part
  public let finding: KeyFinding
  public let means: String
  public let table: Document.PaperTable?
  public let note: String
  public let caption: String
  /// What could go wrong; nothing where the finding is no risk.
  public var risk: String?

  public var headline: String { finding.headline }
  public var lead: String { finding.lead }

  /// Three dots, and the reason.
  var howSure: String {
    let reason = finding.sure.reason
    return
      "\(BoardWords.dots(finding.sure.certainty ?? .cannotSay)) \(reason.isEmpty ? "The files do not tell." : reason)"
  }

  /// What to do, with room for who and when.
  var action: Phrase {
    finding.step.map { .strong($0.act) + " " + .gap("who, by when") } ?? "Nothing to do now."
  }
}

// MARK: - The first pages

extension BoardPack {
  private var purpose: String { "For \(request.purpose.rawValue)" }

  private var basis: String {
    let study = analysis.study
    var parts = [analysis.leftOut?.peopleInWords ?? counted(study.peopleCount, "person", "people")]
    if let groups = study.grouping { parts.append(groups.inWords) }
    parts.append(study.coverage.inWords)
    return parts.joined(separator: " · ")
  }

  /// What the Board is asked to do: what the author says, or what the findings would have.
  var recommendations: [Phrase] {
    if !request.recommendations.isEmpty { return request.recommendations.map { Phrase($0) } }
    var asked: [Phrase] = [
      Phrase(
        "note the \(inWords(findings.count)) \(findings.count == 1 ? "finding" : "findings") and how sure each is;"
      )
    ]
    let alarms = findings.filter { $0.finding.isAlarm && $0.finding.step != nil }.prefix(2)
    for finding in alarms {
      let words = BoardWords.unended(finding.finding.step?.act ?? "")
      asked.append(
        Phrase(words.prefix(1).lowercased() + words.dropFirst() + " ") + .gap("who, by when")
          + (finding.part == alarms.last?.part ? "." : ";"))
    }
    if alarms.isEmpty { asked.append("say what it wants to know next term.") }
    return asked
  }

  /// At most 150 words: as many of the findings' own sentences as fit, and leave room on the front sheet for what stands below.
  var summary: String {
    let ending = " Each finding comes with one small action."
    var text = ""
    for finding in findings {
      let next = text + (text.isEmpty ? "" : " ") + "\(finding.headline). \(finding.lead)"
      guard BoardWords.words(in: next) <= 115 else { break }
      guard text.isEmpty || frontSheetHeight(next + ending) <= Self.frontSheetRoom else { break }
      text = next
    }
    return text + ending
  }

  /// How much of the front sheet is for words that differ from trust to trust, in points.
  private static let frontSheetRoom = 372.0

  /// About how high those words stand: headline, what is asked, a summary and risks, by the letters that a line of each takes.
  private func frontSheetHeight(_ summary: String) -> Double {
    func height(_ text: String, letters: Int, line: Double) -> Double {
      Double((text.count + letters - 1) / letters) * line
    }
    return height(headline, letters: 34, line: 28) + height(lead, letters: 78, line: 17)
      + recommendations.reduce(0) { $0 + height($1.words, letters: 82, line: 17) }
      + height(summary, letters: 87, line: 17) + height(risks, letters: 72, line: 15.5)
  }

  private var lead: String {
    let groups = analysis.study.grouping.map { " across \($0.inWords)" } ?? ""
    return "How staff of \(title) work together\(groups)\(day.map { ", on \($0.inWords)" } ?? "")"
  }

  private var frontSheet: [Document.Block] {
    func row(_ term: String, _ text: Phrase) -> [Document.Grid.Cell] {
      [[.init(.term, Phrase(term))], [.init(.text, text)]]
    }
    let fields = [
      row(
        "Meeting",
        .given(request.meeting, or: "meeting") + ", " + .given(request.date, or: "meeting date")),
      row("Report by", .given(request.author, or: "name and role")),
      row("Purpose", Phrase(purpose)),
    ]
    let before = [
      row("Risks", Phrase(risks)),
      row(
        "Equality",
        .gap("to be completed")
          + " No protected characteristic is used in these figures."),
      row("Data protection", Phrase(dataProtection)),
      row("Money", .gap("to be completed")),
    ]
    return [
      .kicker("Report to the \(request.meeting ?? "Board") · \(purpose)"),
      .heading(1, headline),
      .lead(Phrase(lead)),
      .grid(.init([32, 128], rows: fields, isRuled: false)),
      .box(.init("The Board is asked to", recommendations, isNumbered: true)),
      .heading(2, "Summary"), .paragraph(Phrase(summary)),
      .heading(2, "Before the Board decides"),
      .grid(.init([32, 128], rows: before)),
    ]
  }

  /// What could go wrong, from the findings that say so.
  private var risks: String {
    let risks = findings.compactMap(\.risk)
    return risks.isEmpty
      ? "None of the findings is a risk by itself." : risks.joined(separator: " ")
  }

  var dataProtection: String {
    let excluded = analysis.network.excludedCount
    return
      "Groups under \(inWords(analysis.rules.minGroup)) people and links under \(inWords(analysis.question.minLink)) are not shown."
      + (excluded > 0 ? " \(ownWish(excluded))." : "") + " Nothing here judges anybody’s work."
  }

  private var inShort: [Document.Block] {
    let number = inWords(findings.count)
    let rows = findings.enumerated().map { place, finding -> [Document.Grid.Cell] in
      [
        [.init(finding.finding.isAlarm ? .alarm : .numeral, Phrase("\(place + 1)"))],
        [.init(.headline, Phrase(finding.headline)), .init(.text, Phrase(finding.lead))],
        [.init(.quiet, Phrase(finding.howSure)), .init(.text, finding.action)],
      ]
    }
    let contents: [Document.Block] =
      request.length == .full ? [.kicker("Contents"), .contents] : []
    return [
      .kicker("In short"),
      .heading(1, "\(capitalised(number)) \(findings.count == 1 ? "thing" : "things") to know"),
      .lead(Phrase(basis)), .grid(.init([13, 69, 78], rows: rows)),
      .note(
        "●●● beyond doubt   ●●○ likely   ●○○ a hint   ○○○ cannot say"
      ),
    ] + better + contents
  }

  /// Whether it is better than at the earlier time, where there is one.
  private var better: [Document.Block] {
    guard let since else { return [] }
    return [.heading(2, "Since \(since.name)")]
      + since.sentences.map { .paragraph(Phrase($0)) }
  }

  /// The picture of a finding under the words of the paper.
  func figure(of finding: BoardFinding) -> Illustration? {
    figures[finding.part].map { captioned($0, finding) }
  }

  private func captioned(_ figure: Illustration, _ finding: BoardFinding) -> Illustration {
    var figure = figure
    if figure.caption.isEmpty { figure.caption = finding.caption }
    return figure
  }

  /// A page on its side with the whole picture of a finding.
  private func widePage(of finding: BoardFinding, _ figure: Illustration) -> [Document.Block] {
    [.heading(1, BoardWords.unended(finding.caption)), .figure(captioned(figure, finding))]
  }

  /// A page of its own for a finding.
  func page(of finding: BoardFinding, number: Int) -> [Document.Block] {
    var blocks: [Document.Block] = [
      .kicker("Finding \(number)"), .heading(1, finding.headline), .lead(Phrase(finding.lead)),
    ]
    if let figure = figure(of: finding) { blocks.append(.figure(figure)) }
    blocks.append(
      .panels([
        .init("What it means", Phrase(finding.means)),
        .init("How sure", Phrase(finding.howSure)),
        .init("What to do", finding.action),
      ]))
    if let table = finding.table { blocks.append(.table(table)) }
    blocks.append(.note(Phrase(finding.note)))
    return blocks
  }
}
