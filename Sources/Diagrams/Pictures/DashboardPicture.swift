import Findings
import Measures
import Networks

/// Findings of a trust on one page: each with a small picture, how sure it is, what it was before, and what would help.
public struct DashboardPicture: Sendable {
  /// One finding, in the words in which it is told everywhere.
  public struct Finding: Sendable {
    public let heading: String
    public fileprivate(set) var comparison: String
    /// A word for how sure it is, the reason, and how many of three dots stand for it.
    public fileprivate(set) var sure: (lead: String, rest: String, dots: Int)
    /// How it was before; `nil` where nothing was compared.
    public let since: (lead: String, rest: String)?
    public fileprivate(set) var step: String?
    public let drawing: Drawing
    /// What the drawing counts, in a few words.
    public let caption: String

    public init(
      heading: String, comparison: String, sure: (lead: String, rest: String, dots: Int),
      since: (lead: String, rest: String)?, step: String?, drawing: Drawing, caption: String
    ) {
      self.heading = heading
      self.comparison = comparison
      self.sure = sure
      self.since = since
      self.step = step
      self.drawing = drawing
      self.caption = caption
    }
  }

  public enum Drawing: Sendable, Equatable {
    /// One share among those of the others.
    case share(name: String, own: Double, others: [Double])
    /// Shares of which none stands out.
    case shares([Double])
    /// Groups that one person ties to the rest.
    case holder([String])
    /// A number beside what would be expected.
    case pair(what: String, seen: Double, expected: Double)
    /// Numbers one below the other; `nothing` is what nought is called.
    case counts([Count], nothing: String)
    case none

    public struct Count: Sendable, Equatable {
      public let name: String
      public let count: Int
      public let isAlarm: Bool

      public init(_ name: String, _ count: Int, isAlarm: Bool) {
        (self.name, self.count, self.isAlarm) = (name, count, isAlarm)
      }
    }

    /// Whether anything in it is drawn in red.
    var isAlarm: Bool {
      switch self {
      case .share, .holder, .pair: true
      case .counts(let rows, _): rows.contains { $0.isAlarm }
      case .shares, .none: false
      }
    }
  }

  public let furniture: Furniture
  private(set) var findings: [Finding]
  /// What stands over the column of how it was; `nil` where nothing was compared.
  let sinceHeading: String?

  /// - Parameters:
  ///   - headline: what stands above all.
  ///   - since: the earlier time, as in "Since Autumn 2025".
  public init(
    _ facts: FigureFacts, _ findings: [Finding], headline: String, since: String?,
    number: Int? = nil
  ) {
    self.findings = findings
    sinceHeading = since
    let network = facts.study.network
    let answered = facts.study.coverage.share.map { "\(percent($0)) answered" }
    let day =
      facts.when.isEmpty ? facts.analysis.asAt.map { " at \($0.inWords)" } ?? "" : facts.when
    furniture = facts.furniture(
      form: "Dashboard", headline: headline,
      subtitle: "\(network.title) in \(inWords(findings.count)) findings\(day)",
      basis: [
        facts.people,
        counted(facts.map.staffCount, "group"), answered,
      ].compactMap { $0 }.joined(separator: " · "),
      reading:
        "A contact: two people on record as working together. One that was not recorded is missing here.\(since == nil ? " Not compared with an earlier term yet." : "")",
      suppression: "",
      description: findings.map {
        "\($0.heading). \($0.comparison) \($0.sure.lead) \($0.sure.rest)"
      }
      .joined(separator: " "), number: number)
  }

  private var legend: [LegendItem] {
    [(3, "beyond doubt"), (2, "likely"), (1, "a hint")].compactMap { dots, words in
      findings.contains { $0.sure.dots == dots } ? LegendItem(.sure(dots), words) : nil
    }
  }

  private var inBrief: DashboardPicture {
    var brief = self
    brief.findings = findings.map { finding in
      var finding = finding
      finding.comparison = Self.firstSentence(finding.comparison)
      finding.sure.rest = Self.firstSentence(finding.sure.rest)
      finding.step = finding.step.map(Self.firstSentence)
      return finding
    }
    return brief
  }

  private static func firstSentence(_ text: String) -> String {
    text.firstRange(of: ". ").map { String(text[..<$0.lowerBound]) + "." } ?? text
  }

  private var table: DataTable {
    DataTable(
      [
        .text("found", "what was found"), .text("compared", "compared with"),
        .text("sure", "how sure"), .text("since", "since then"), .text("step", "what would help"),
      ],
      rows: findings.map { finding in
        func words(_ note: (lead: String, rest: String)) -> String {
          note.rest.isEmpty ? note.lead : "\(note.lead) \(note.rest)"
        }
        return [
          .text(finding.heading), .text(finding.comparison),
          .text(words((finding.sure.lead, finding.sure.rest))),
          .text(finding.since.map(words) ?? ""), .text(finding.step ?? ""),
        ]
      })
  }

  public func drawn(on sheet: Sheet) -> DrawnFigure {
    let page = Page(sheet.paper, furniture, legend: legend, tone: sheet.tone)
    var ink = DashboardInk(self, in: page.frame)
    // What is too long for the page is told in its first sentence; the table has it whole.
    if !ink.fits { ink = DashboardInk(inBrief, in: page.frame) }
    let nodes = findings.enumerated().map { place, finding in
      "  n\(place) [label=\(DOT.quoted(finding.heading))];"
    }
    return DrawnFigure(
      svg: page.svg(ink.elements),
      dot: (["graph weft {"] + nodes + ["}"]).joined(separator: "\n") + "\n",
      paper: sheet.paper, furniture: furniture, table: table, places: nil, fits: ink.fits)
  }
}
