import Findings
import Measures
import Networks

/// The groups by the share of their ties that lead out, each beside what the others would have at its size: the most inward
/// first, then those of which nothing can be said, then the centre.
public struct RankingPicture: Sendable, Equatable {
  public var furniture: Furniture
  public var rows: [Row]
  /// Whether any row belongs to a hub.
  let hasHubs: Bool
  /// What a group is called.
  let noun: String
  let labels: GroupLabels

  public struct Row: Sendable, Equatable {
    public let id: String
    public let title: String
    let kind: NodeClass
    let hub: String
    public let section: Section
    /// The share of ties that lead out, and what the others would have; `nil` where there are no ties.
    public let outside: Double?
    public let others: Double?
    let interval: ClosedRange<Double>?
    let bounds: ClosedRange<Double>?
    let ties: Double
    let answered: Double?
    /// A few words in red.
    public let alarm: String?
    /// A few words in grey: why an interval is as wide as it is.
    let remark: String?
  }

  public enum Section: Int, Sendable, Equatable, Comparable {
    case judged, folded, unknown, centre

    public static func < (a: Section, b: Section) -> Bool { a.rawValue < b.rawValue }
  }

  /// - Parameter limit: the most rows; groups between the most inward and the most outward are drawn together.
  public init(_ facts: FigureFacts, number: Int? = nil, limit: Int = 30) {
    let verdicts = facts.verdicts
    let schools = Dictionary(
      facts.study.network.schools.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let shown = verdicts.shown.filter { $0.outside != nil }
    let isSchool = facts.boundary == .school
    let single = Set(facts.fragility.singleHolders.flatMap(\.groups))
    let all = shown.map { group in
      let isUnknown =
        group.verdict.kind == .notEnoughData || group.verdict.kind == .notSurveyedAcross
      return Row(
        id: group.id, title: group.name, kind: facts.kind(group.id),
        hub: isSchool ? schools[group.id]?.hub ?? "" : "",
        section: group.isCentral ? .centre : isUnknown ? .unknown : .judged,
        outside: group.outside, others: group.outsideAmongOthers, interval: group.doubt.interval,
        bounds: group.doubt.bounds, ties: group.ties, answered: group.coverage.share,
        alarm: group.verdict.kind == .silo ? "keeps to itself" : nil,
        remark: single.contains(group.id) ? "one person holds every tie out" : nil)
    }.sorted {
      ($0.section, $0.outside ?? 0, $0.title, $0.id) < (
        $1.section, $1.outside ?? 0, $1.title, $1.id
      )
    }
    rows = Self.folded(all, to: limit, facts.boundary)
    hasHubs = rows.contains { !$0.hub.isEmpty }
    noun = capitalised(facts.boundary.singular)
    labels = facts.labels
    let silo = verdicts.silos.count == 1 ? verdicts.silos.first : nil
    let numbers = silo.flatMap { silo -> String? in
      guard let outside = silo.outside, let others = silo.outsideAmongOthers else { return nil }
      return
        "\(silo.name) keeps to itself: \(percent(outside)) of its ties lead out, where the other \(facts.boundary.plural) would have \(percent(others)) at its size"
    }
    let answered = facts.study.coverage.share.map { "\(percent($0)) answered" }
    furniture = facts.furniture(
      form: "Ranking", headline: numbers ?? Self.headline(facts),
      subtitle:
        "Share of ties that lead out of each \(facts.boundary.singular) of \(facts.study.network.title)\(facts.when)",
      basis: [
        facts.people,
        counted(all.count, "group"), answered,
      ].compactMap { $0 }.joined(separator: " · "),
      reading:
        "The nearer a dot is to its black tick, the more the \(facts.boundary.singular) works as the others do. A missing tie may mean that it was not recorded.",
      suppression: Self.suppression(facts, shown: all.count),
      description: verdicts.whole.sentence + " "
        + shown.map(\.verdict.sentence).joined(separator: " "), number: number)
  }

  private static func headline(_ facts: FigureFacts) -> String {
    let silos = facts.verdicts.silos
    guard silos.count > 1 else { return Alarms.plain(facts) }
    return capitalised(
      silos.count < 4
        ? "\(listed(silos.map(\.name))) keep to themselves"
        : "\(inWords(silos.count)) \(facts.boundary.plural) keep to themselves")
  }

  /// What the id of rows that stand as one begins with.
  static let foldedId = "folded "

  private static func suppression(_ facts: FigureFacts, shown: Int) -> String {
    let bare = facts.verdicts.shown.count { $0.outside == nil }
    let parts = [
      facts.verdicts.unshown, bare > 0 ? "\(counted(bare, "group")) without a tie on record" : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? "" : "Not shown: \(listed(parts))."
  }

  /// As many rows as a page takes: those with an alarm, the most inward and the most outward stay, the others stand as one.
  private static func folded(_ rows: [Row], to limit: Int, _ boundary: Boundary) -> [Row] {
    guard rows.count > limit else { return rows }
    let judged = rows.filter { $0.section == .judged }
    let others = rows.filter { $0.section != .judged }
    func fold(_ rows: [Row], _ section: Section, _ words: String) -> Row {
      let shares = rows.compactMap(\.outside)
      let range = (shares.min() ?? 0)...(shares.max() ?? 0)
      return Row(
        id: "\(foldedId)\(section)", title: words, kind: .group, hub: "", section: section,
        outside: nil, others: nil, interval: nil, bounds: range,
        ties: rows.reduce(0) { $0 + $1.ties }, answered: nil, alarm: nil, remark: nil)
    }
    // What cannot be judged may fill a third of the page.
    let most = max(2, limit / 3)
    let kept =
      others.count <= most
      ? others
      : Array(others.filter { $0.section == .centre }.prefix(most - 1))
        + [
          fold(
            others.filter { $0.section == .unknown }, .unknown,
            "\(counted(others.count { $0.section == .unknown })) \(boundary.plural)")
        ]
    let room = max(3, limit - kept.count - 1)
    guard judged.count > room + 1 else { return (judged + kept.sorted { $0.section < $1.section }) }
    let alarmed = judged.filter { $0.alarm != nil }.count
    let first = max(min(alarmed, room), room * 2 / 3)
    let middle = Array(judged.dropFirst(first).dropLast(room - first))
    let one = fold(middle, .folded, "\(counted(middle.count)) more \(boundary.plural)")
    return Array(judged.prefix(first)) + [one] + Array(judged.suffix(room - first))
      + kept.sorted { $0.section < $1.section }
  }

  /// Draws the ranking with as many rows as fit the page.
  public static func drawRanking(
    _ facts: FigureFacts, number: Int? = nil, on sheet: Sheet
  ) -> DrawnFigure {
    DrawnFigure.fullest([60, 45, 36, 30, 26, 22, 18, 14, 10, 6]) { limit in
      RankingPicture(facts, number: number, limit: limit).drawn(on: sheet)
    }
  }

  /// What the marks mean: those that occur.
  func legend(on paper: PaperSize) -> [LegendItem] {
    var items: [LegendItem] = []
    if rows.contains(where: { $0.section != .unknown && $0.outside != nil }) {
      items.append(LegendItem(.share, "Share of ties that lead out"))
    }
    if rows.contains(where: { $0.others != nil }) {
      items.append(LegendItem(.blackTick, "What the others would have at its size"))
    }
    // Half a column has room for the dot and what it is compared with.
    guard paper != .half else { return items + open + between }
    let withInterval = rows.filter { $0.interval != nil }
    if withInterval.contains(where: { $0.section != .unknown }) {
      items.append(LegendItem(.link(colour: Palette.gain, width: 1.5, dashes: nil), "95% interval"))
    } else if !withInterval.isEmpty {
      items.append(
        LegendItem(
          .link(colour: Palette.rule, width: 1.5, dashes: RankingInk.openDashes), "95% interval"))
    }
    if rows.contains(where: { $0.bounds != nil && !$0.id.hasPrefix(Self.foldedId) }) {
      items.append(LegendItem(.range, "Had everybody answered"))
    }
    return items + open + between
  }

  /// Rows that stand as one.
  private var between: [LegendItem] {
    rows.contains { $0.bounds != nil && $0.id.hasPrefix(Self.foldedId) }
      ? [
        LegendItem(
          .link(colour: Palette.rule, width: 1.2, dashes: RankingInk.foldedDashes),
          "Where those drawn together lie")
      ] : []
  }

  private var open: [LegendItem] {
    rows.contains { $0.section == .unknown && $0.outside != nil }
      ? [LegendItem(.openShare, "Too little to judge")] : []
  }

  private var table: DataTable {
    func share(_ value: Double?) -> DataTable.Cell {
      value.map { .number($0 * 100, places: 0) } ?? .none
    }
    return DataTable(
      [
        .text("group"), .text("hub"), .number("leads_out_percent", "ties that lead out, %"),
        .number("others_percent", "the others at its size, %"),
        .number("low_percent", "95% interval from, %"), .number("high_percent", "to, %"),
        .number("ties"), .number("answered_percent", "answered, %"), .text("note"),
      ],
      rows: rows.map { row in
        [
          .text(row.title), .text(row.hub), share(row.outside), share(row.others),
          share(row.interval?.lowerBound), share(row.interval?.upperBound),
          .count(Int(row.ties.rounded())), share(row.answered),
          .text(
            row.alarm ?? row.remark ?? (row.section == .unknown ? "not enough data to say" : "")),
        ]
      })
  }

  private var dot: String {
    (["graph weft {"]
      + rows.enumerated().map { index, row in "  n\(index) [label=\(DOT.quoted(row.title))];" } + [
        "}"
      ])
      .joined(separator: "\n") + "\n"
  }

  public func drawn(on sheet: Sheet) -> DrawnFigure {
    let page = Page(sheet.paper, furniture, legend: legend(on: sheet.paper), tone: sheet.tone)
    let ink = RankingInk(self, in: page.frame, on: sheet.paper)
    return DrawnFigure(
      svg: page.svg(ink.elements), dot: dot, paper: sheet.paper, furniture: furniture,
      table: table, places: nil, fits: ink.fits)
  }
}
