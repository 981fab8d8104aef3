public import Findings
import Measures
import Networks

/// What came and went between two times, and how far each group's share of ties that lead out moved.
///
/// Where no end is recorded nothing can be said of losses, so that neither can it of shares: what was gained stands alone.
public struct ShiftPicture: Sendable, Equatable {
  public var furniture: Furniture
  public let form: Form
  public let rows: [Row]
  /// The two times, as they are called, and the pairs that are tied at both, at the later and at the earlier alone.
  let names: (then: String, now: String)
  let pairs: (kept: Int, begun: Int?, ended: Int?)
  /// What a group is called.
  let noun: String
  let labels: GroupLabels

  public enum Form: Sendable, Equatable {
    /// Shares then and now: both starts and ends are recorded.
    case shares
    /// Ties then and now: only starts, or only ends, are recorded.
    case ties
  }

  public struct Row: Sendable, Equatable {
    public let id: String
    public let title: String
    let kind: NodeClass
    public let then: ShareShifts.Side?
    public let now: ShareShifts.Side?
    /// Where the share now could lie by chance had nothing changed: that of then, and the interval of the difference.
    public let range: ClosedRange<Double>?
    public let more: Double
    public let isSilo: Bool
    public let isReal: Bool
    /// A few words on what may be said.
    public let words: String
  }

  public static func == (a: ShiftPicture, b: ShiftPicture) -> Bool {
    a.furniture == b.furniture && a.rows == b.rows && a.names == b.names
  }

  /// - Parameters:
  ///   - facts: the trust now.
  ///   - then: the same files at an earlier time.
  ///   - limit: the most groups; of more, those that moved least are left out.
  public init(
    _ facts: FigureFacts, since then: FigureFacts, number: Int? = nil, limit: Int = 60
  ) {
    let shifts = facts.analysis.shifts(since: then.analysis)
    let form: Form = shifts.tellsStarts && shifts.tellsEnds ? .shares : .ties
    self.form = form
    let (one, many) = (facts.boundary.singular, facts.boundary.plural)
    noun = capitalised(one)
    names = (Self.name(then), Self.name(facts))
    pairs = (
      shifts.kept, shifts.tellsStarts ? shifts.begun : nil, shifts.tellsEnds ? shifts.ended : nil
    )
    labels = facts.labels
    let all = shifts.groups.map { Self.row($0, facts.kind($0.id), form) }
      .filter { $0.then != nil || $0.now?.ties ?? 0 > 0 }
    let kept = Set(
      all.sorted { (Self.weight($1, form), $0.id) < (Self.weight($0, form), $1.id) }
        .prefix(limit).map(\.id))
    rows = all.filter { kept.contains($0.id) }.sorted {
      (Self.rank($0, form), Self.order($0, form), $0.title, $0.id)
        < (Self.rank($1, form), Self.order($1, form), $1.title, $1.id)
    }
    let left = all.count - rows.count
    let notes = [
      facts.verdicts.unshown.map { "Not shown: \($0)." },
      shifts.hiddenThen > 0
        ? "\(capitalised(counted(shifts.hiddenThen, "group"))) of few people then \(shifts.hiddenThen == 1 ? "is" : "are") not shown either."
        : nil,
      left > 0 ? "Left out for clearness: \(counted(left, one, many)) with less change." : nil,
    ].compactMap { $0 }
    let people = (then.study.peopleCount, facts.study.peopleCount)
    furniture = facts.furniture(
      form: form == .shares ? "Shares then and now" : "Ties then and now",
      headline: Self.headline(shifts, form, since: Self.lastDay(then), facts.boundary),
      subtitle: form == .shares
        ? "Share of ties that lead out of each \(one) of \(facts.study.network.title), \(names.then) and \(names.now)\(facts.deep)"
        : "Ties of each \(one) of \(facts.study.network.title), \(names.then) and \(names.now)\(facts.deep)",
      basis: [
        people.0 == people.1
          ? "\(counted(people.0, "person", "people")) then and now"
          : "\(counted(people.0, "person", "people")) then, \(counted(people.1)) now",
        facts.study.coverage.share.map { "\(percent($0)) answered" },
      ].compactMap { $0 }.joined(separator: " · "),
      reading: Self.reading(shifts, form, one, many), suppression: notes.joined(separator: " "),
      description: rows.map { Self.description($0, form) }.joined(separator: " "), number: number)
  }

  /// A time as it is called: its day, or its stretch.
  private static func name(_ facts: FigureFacts) -> String {
    let words = facts.study.slice.period.inWords
    return words.hasPrefix("on ") ? String(words.dropFirst(3)) : words
  }

  /// The day since which ties have begun and ended: the last of the earlier time.
  private static func lastDay(_ facts: FigureFacts) -> String {
    (facts.study.slice.period.last ?? facts.analysis.asAt)?.inWords ?? "then"
  }

  private static func row(_ group: ShareShifts.Group, _ kind: NodeClass, _ form: Form) -> Row {
    let verdict = group.outcome.verdict
    var range: ClosedRange<Double>?
    var isCompared = true
    if case .cannotCompare = verdict { isCompared = false }
    if form == .shares, isCompared, let change = group.outcome.change {
      let (low, high) = (change.interval.lowerBound, change.interval.upperBound)
      range = max(0, change.then + low)...min(1, change.then + high)
    }
    return Row(
      id: group.id, title: group.name, kind: kind, then: group.then, now: group.now,
      range: range, more: group.more,
      isSilo: form == .shares && group.isSilo,
      isReal: form == .shares && verdict.isReal,
      words: form == .ties
        ? ""
        : [group.isSilo && !verdict.isReal ? "keeps to itself" : "", words(verdict)]
          .filter { !$0.isEmpty }.joined(separator: "; "))
  }

  private static func words(_ verdict: ChangeVerdict) -> String {
    switch verdict {
    case .better(let certainty): "more, \(certainty.inWords)"
    case .worse(let certainty): "less, \(certainty.inWords)"
    case .none: ""
    case .cannotCompare(.notThere): "not there then"
    case .cannotCompare(.fewTies): "too few ties to compare"
    case .cannotCompare(.fewAnswered), .cannotCompare(.coverage): "too few answered"
    case .cannotCompare: "cannot be compared"
    }
  }

  /// Which rows stay where not all fit.
  private static func weight(_ row: Row, _ form: Form) -> Double {
    (row.isReal ? 4 : row.isSilo ? 2 : 0)
      + (form == .ties ? abs(row.more) * 1e-3 : row.range == nil ? 0 : abs(difference(row) ?? 0))
  }

  private static func difference(_ row: Row) -> Double? {
    row.now?.share.flatMap { now in row.then?.share.map { now - $0 } }
  }

  /// What cannot be compared comes last.
  private static func rank(_ row: Row, _ form: Form) -> Int {
    form == .shares && row.range == nil ? 1 : 0
  }

  private static func order(_ row: Row, _ form: Form) -> Double {
    form == .ties ? -row.more : difference(row) ?? 0
  }

  private static func headline(
    _ shifts: ShareShifts, _ form: Form, since then: String, _ boundary: Boundary
  ) -> String {
    func ties(_ count: Int) -> String {
      "\(counted(count, "tie")) \(count == 1 ? "has" : "have")"
    }
    // Of people who came or left the files tell, whatever they tell of ties.
    let gone = shifts.ended > 0 ? "\(ties(shifts.ended)) gone with people who left" : nil
    guard shifts.tellsEnds else {
      if shifts.tellsStarts {
        return
          "\(ties(shifts.begun)) begun since \(then); \(gone.map { "\($0), and what else ended" } ?? "what ended") is not recorded"
      }
      let come = shifts.begun > 0 ? "\(ties(shifts.begun)) come with new people" : nil
      let seen = [come, gone].compactMap { $0 }
      return seen.isEmpty
        ? "No start or end is recorded between the two times, so change cannot be seen"
        : "\(listed(seen)) since \(then); no other start or end is recorded"
    }
    guard shifts.tellsStarts else {
      return "\(ties(shifts.ended)) ended since \(then); what began is not recorded"
    }
    func named(_ word: String, _ isMeant: (ChangeVerdict) -> Bool) -> String? {
      let names = shifts.groups.filter { isMeant($0.outcome.verdict) }.map {
        Network.inText($0.name)
      }
      guard !names.isEmpty else { return nil }
      return
        "\(names.count > 2 ? "\(inWords(names.count)) \(boundary.plural)" : listed(names)) \(names.count == 1 ? "works" : "work") \(word) with others"
    }
    let real = [
      named("more") { if case .better = $0 { true } else { false } },
      named("less") { if case .worse = $0 { true } else { false } },
    ].compactMap { $0 }
    let compared = shifts.groups.contains {
      if case .cannotCompare = $0.outcome.verdict { false } else { true }
    }
    let finding =
      !real.isEmpty
      ? listed(real)
      : compared
        ? "no change shows in how far \(boundary.plural) work with others"
        : "whether \(boundary.plural) work more with others cannot be said"
    return
      "\(ties(shifts.begun)) begun and \(counted(shifts.ended)) ended since \(then); \(finding)"
  }

  private static func reading(
    _ shifts: ShareShifts, _ form: Form, _ one: String, _ many: String
  ) -> String {
    switch form {
    case .shares:
      "Where a bar reaches the open circle, the move may be chance (95% interval). Changes are judged together: one counts where so many \(many) would show it by chance in one comparison of twenty."
    case .ties where shifts.tellsStarts:
      "A \(one) can have fewer ties where people have left. A start date may say when a tie was first noted, so that more ties may be better records."
    case .ties where !shifts.tellsEnds:
      "A \(one) can have fewer ties where people have left, and more where people came."
    case .ties:
      "Since what began is not recorded, only losses can be seen: fewer ties are no sign that less is done."
    }
  }

  private static func description(_ row: Row, _ form: Form) -> String {
    func side(_ side: ShareShifts.Side?) -> String {
      guard let side else { return "not there" }
      return form == .ties
        ? counted(Int(side.ties.rounded()), "tie") : side.share.map(percent) ?? "without ties"
    }
    return
      "\(row.title): \(side(row.then)) then, \(side(row.now)) now\(row.words.isEmpty ? "" : "; \(row.words)")."
  }

  // MARK: - Drawing

  /// Draws as many groups as fit the page.
  public static func drawShift(
    _ facts: FigureFacts, since then: FigureFacts, number: Int? = nil, on sheet: Sheet
  ) -> DrawnFigure {
    DrawnFigure.fullest([60, 45, 36, 30, 26, 22, 18, 14, 10, 6]) { limit in
      ShiftPicture(facts, since: then, number: number, limit: limit).drawn(on: sheet)
    }
  }

  private var legend: [LegendItem] {
    guard form == .shares else { return [] }
    var items = [
      LegendItem(.openShare, "Share of ties that led out then"), LegendItem(.share, "Now"),
    ]
    if rows.contains(where: { $0.range != nil }) {
      items.append(LegendItem(.range, "95% interval of the change"))
    }
    return items
  }

  private var table: DataTable {
    func share(_ value: Double?) -> DataTable.Cell {
      value.map { .number($0 * 100, places: 1) } ?? .none
    }
    func ties(_ side: ShareShifts.Side?) -> DataTable.Cell {
      .count(Int((side?.ties ?? 0).rounded()))
    }
    let isShares = form == .shares
    return DataTable(
      [
        .text("group"), .number("ties_then", "ties then"), .number("ties_now", "ties now"),
        .number("then_percent", "led out then, %"), .number("now_percent", "lead out now, %"),
        .number("low_percent", "the share now could be from, %"), .number("high_percent", "to, %"),
        .text("words", "what can be said"),
      ],
      rows: rows.map { row in
        [
          .text(row.title), ties(row.then), ties(row.now), share(isShares ? row.then?.share : nil),
          share(isShares ? row.now?.share : nil), share(row.range?.lowerBound),
          share(row.range?.upperBound), .text(row.words),
        ]
      })
  }

  public func drawn(on sheet: Sheet) -> DrawnFigure {
    let page = Page(sheet.paper, furniture, legend: legend, tone: sheet.tone)
    let ink = ShiftInk(self, in: page.frame)
    return DrawnFigure(
      svg: page.svg(ink.elements), dot: DOT.text(rows.map(\.title)), paper: sheet.paper,
      furniture: furniture, table: table, places: nil, fits: ink.fits)
  }
}
