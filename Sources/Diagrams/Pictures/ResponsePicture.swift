import Findings
import Measures
import Networks

/// Who answered in each group, beside what that lets anybody say of it: those of which nothing can be said for want of answers first.
public struct ResponsePicture: Sendable, Equatable {
  public var furniture: Furniture
  public var rows: [Row]
  let noun: String
  let labels: GroupLabels

  public struct Row: Sendable, Equatable {
    public let title: String
    let kind: NodeClass
    /// The share of those asked who answered; `nil` where that is not on record.
    public let answered: Double?
    /// Where the share of ties that lead out could lie, had everybody answered.
    public let range: ClosedRange<Double>?
    /// Its 95% interval over people: what can be said is read from it.
    public let interval: ClosedRange<Double>?
    public let others: Double?
    /// What can be said, in a few words.
    public let words: String
    public let standing: Standing
  }

  public enum Standing: Int, Sendable, Equatable {
    /// Too few answered to say anything.
    case unanswered
    case found, judged
    /// Too little on record for another reason.
    case unknown
    case centre, folded
  }

  /// - Parameter limit: the most rows; of the others the share that answered is told in one.
  public init(_ facts: FigureFacts, number: Int? = nil, limit: Int = 40) {
    let verdicts = facts.verdicts
    let rules = verdicts.rules
    let shown = verdicts.shown
    func standing(_ group: SiloVerdicts.GroupVerdict) -> Standing {
      if group.isCentral { return .centre }
      if let share = group.coverage.share, share < rules.minCoverage { return .unanswered }
      switch group.verdict.kind {
      case .silo: return .found
      case .notEnoughData, .notSurveyedAcross: return .unknown
      case .inward, .asChance, .open: return .judged
      }
    }
    func words(_ group: SiloVerdicts.GroupVerdict) -> String {
      switch standing(group) {
      case .unanswered: return "nothing yet: ask again"
      case .centre: return "for comparison"
      default:
        return group.standing == .alike ? "as others its size" : verdicts.standing(group)
      }
    }
    func isSaid(_ group: SiloVerdicts.GroupVerdict) -> Bool {
      [.found, .judged, .centre].contains(standing(group))
    }
    let all = shown.map { group in
      Row(
        title: group.name, kind: facts.kind(group.id), answered: group.coverage.share,
        range: group.doubt.bounds, interval: isSaid(group) ? group.doubt.interval : nil,
        others: group.outsideAmongOthers, words: words(group), standing: standing(group))
    }.sorted {
      ($0.standing.rawValue, $0.answered ?? 2, $0.title)
        < ($1.standing.rawValue, $1.answered ?? 2, $1.title)
    }
    rows = Self.folded(all, to: limit, facts.boundary)
    noun = capitalised(facts.boundary.singular)
    labels = facts.labels
    let unclear = shown.count { standing($0) == .judged && $0.standing == .unclear }
    let headline = Self.headline(all, unclear: unclear, facts.boundary)
    furniture = facts.furniture(
      form: "Who answered", headline: headline,
      subtitle:
        "Who answered, and what that lets us say of each \(facts.boundary.singular) of \(facts.study.network.title)\(facts.when)",
      basis: [
        facts.people,
        counted(all.count, "group"),
        facts.study.coverage.share.map { "\(percent($0)) answered" }
          ?? "who answered is not on record",
      ].joined(separator: " · "),
      reading:
        "Nothing is said of a \(facts.boundary.singular) where fewer than \(percent(rules.minCoverage)) answered. The bar is where its share of ties that lead out could lie, had everybody answered; the line is its 95% interval over people.",
      suppression: verdicts.unshown.map { "Not shown: \($0)." } ?? "",
      description: all.map {
        "\($0.title): \($0.answered.map { "\(percent($0)) answered" } ?? "who answered is not on record"), \($0.words)."
      }.joined(separator: " "), number: number)
  }

  /// For how many groups we can speak, and what stands in the way of the others.
  ///
  /// - Parameter unclear: how many of those judged cannot be told from others their size.
  static func headline(_ rows: [Row], unclear: Int, _ boundary: Boundary) -> String {
    let own = rows.filter { $0.standing != .centre }
    let told = own.count { $0.standing == .found || $0.standing == .judged }
    let silent = own.filter { $0.standing == .unanswered }
    guard told > 0 else {
      let why =
        silent.isEmpty
        ? "too little is on record"
        : silent.count == own.count
          ? "too few answered"
          : "in \(inWords(silent.count)) too few answered, of the rest too little is on record"
      return "We can speak for no \(boundary.singular) yet: \(why)"
    }
    let start =
      told == own.count
      ? "We can speak for every \(boundary.singular)"
      : "We can speak for \(told) of \(counted(own.count, boundary.singular, boundary.plural))"
    if silent.count == 1, let answered = silent[0].answered {
      return "\(start); at \(Network.inText(silent[0].title)) only \(percent(answered)) answered"
    }
    if silent.count > 1 { return "\(start); in \(inWords(silent.count)) too few answered" }
    guard told == own.count else {
      return
        "\(start); of the \(own.count - told == 1 ? "other" : "others") too little is on record"
    }
    guard unclear > 0 else { return start }
    return unclear == own.count
      ? "\(start), but none can be told from others their size"
      : "\(start); \(inWords(unclear)) cannot be told from others \(unclear == 1 ? "its" : "their") size"
  }

  private static func folded(_ rows: [Row], to limit: Int, _ boundary: Boundary) -> [Row] {
    guard rows.count > limit else { return rows }
    let kept = rows.prefix(max(1, limit - 1))
    let rest = rows.dropFirst(kept.count)
    let shares = rest.compactMap(\.answered)
    let words = shares.min().flatMap { low in
      shares.max().map { "between \(percent(low)) and \(percent($0)) answered" }
    }
    return kept + [
      Row(
        title: "\(counted(rest.count)) more \(boundary.plural)",
        kind: .group, answered: nil, range: nil, interval: nil, others: nil, words: words ?? "",
        standing: .folded)
    ]
  }

  /// Draws as many rows as fit the page.
  public static func drawResponse(
    _ facts: FigureFacts, number: Int? = nil, on sheet: Sheet
  ) -> DrawnFigure {
    DrawnFigure.fullest([60, 45, 36, 30, 26, 22, 18, 14, 10]) { limit in
      ResponsePicture(facts, number: number, limit: limit).drawn(on: sheet)
    }
  }

  private var legend: [LegendItem] {
    var items = [LegendItem(.share, "Share of those asked who answered")]
    if rows.contains(where: { $0.range != nil }) {
      items.append(LegendItem(.range, "Had everybody answered"))
    }
    if rows.contains(where: { $0.interval != nil }) {
      items.append(LegendItem(.link(colour: Palette.gain, width: 1.5, dashes: nil), "95% interval"))
    }
    if rows.contains(where: { $0.others != nil }) {
      items.append(LegendItem(.blackTick, "What the others would have at its size"))
    }
    return items
  }

  private var table: DataTable {
    func share(_ value: Double?) -> DataTable.Cell {
      value.map { .number($0 * 100, places: 0) } ?? .none
    }
    return DataTable(
      [
        .text("group"), .number("answered_percent", "answered, %"),
        .number("low_percent", "ties that lead out: from, %"), .number("high_percent", "to, %"),
        .number("interval_low_percent", "95% interval from, %"),
        .number("interval_high_percent", "to, %"),
        .number("others_percent", "the others at its size, %"), .text("words", "what can be said"),
      ],
      rows: rows.map { row in
        [
          .text(row.title), share(row.answered), share(row.range?.lowerBound),
          share(row.range?.upperBound), share(row.interval?.lowerBound),
          share(row.interval?.upperBound), share(row.others), .text(row.words),
        ]
      })
  }

  public func drawn(on sheet: Sheet) -> DrawnFigure {
    let page = Page(sheet.paper, furniture, legend: legend, tone: sheet.tone)
    let ink = ResponseInk(self, in: page.frame)
    return DrawnFigure(
      svg: page.svg(ink.elements), dot: DOT.text(rows.map(\.title)), paper: sheet.paper,
      furniture: furniture, table: table, places: nil, fits: ink.fits)
  }
}
