public import Findings
import Measures
import Networks

/// The share of ties that lead out of a group over all terms: of the whole trust, and of each group as a small multiple, those
/// that changed first.
public struct TrendPicture: Sendable, Equatable {
  public var furniture: Furniture
  /// What the times are called, the earliest first.
  public let terms: [String]
  /// The whole trust.
  public let whole: Series
  /// The groups, each on the scale of all.
  public let groups: [Series]
  /// The top of the scale of the groups.
  let labels: GroupLabels
  let most: Double

  public typealias Series = SmallMultiples.Series

  /// - Parameters:
  ///   - facts: the trust at the latest time.
  ///   - terms: all times, the latest last, each with what it is called; groups under the ids of the latest.
  ///   - comparison: the latest time beside the first.
  ///   - limit: the most groups; of more, those that changed least are left out.
  public init(
    _ facts: FigureFacts, terms: [(name: String, analysis: Analysis)],
    comparison: TermComparison, number: Int? = nil, limit: Int = 40
  ) {
    let (one, many) = (facts.boundary.singular, facts.boundary.plural)
    self.terms = terms.map(\.name)
    let first = terms.first?.name ?? ""
    let verdicts = facts.verdicts
    whole = Series(
      id: "", title: "The whole trust", kind: .group,
      points: terms.map { Self.whole($0.analysis) },
      words: Self.words(comparison.outside.verdict, " than in \(first)"),
      short: Self.words(comparison.outside.verdict, " than in \(first)"), isAlarm: false,
      isReal: comparison.outside.verdict.isReal)
    let shown = SmallMultiples.shown(facts)
    labels = facts.labels
    let outcomes = Dictionary(
      comparison.groups.map { ($0.id, $0.outcome.verdict) }, uniquingKeysWith: { one, _ in one })
    let all = shown.map { group in
      let verdict = outcomes[group.id] ?? .cannotCompare(.notThere)
      let points = terms.map { Self.point($0.analysis, group.id) }
      let wasThere = points.first.flatMap { $0 } != nil
      return Series(
        id: group.id, title: group.name, kind: facts.kind(group.id), points: points,
        words: wasThere ? Self.words(verdict, " than in \(first)") : "not on record in \(first)",
        short: wasThere ? Self.words(verdict, "") : "not on record then",
        isAlarm: group.verdict.kind == .silo, isReal: verdict.isReal)
    }
    let ordered = all.sorted {
      (Self.rank($0), -Self.moved($0), $0.title) < (Self.rank($1), -Self.moved($1), $1.title)
    }
    groups = Array(ordered.prefix(limit))
    let left = all.count - groups.count
    let top =
      groups.flatMap { $0.points.compactMap { $0?.share } }.max() ?? 1
    // Room for most intervals; those of few ties are cut off at the top.
    most = SmallMultiples.top(top * 1.15)
    let notes = [
      verdicts.unshown.map { "Not shown: \($0)." },
      left > 0 ? "Left out for clearness: \(counted(left, one, many)) with less change." : nil,
    ].compactMap { $0 }
    furniture = facts.furniture(
      form: "Trend over terms", headline: Self.headline(comparison, first, many),
      subtitle:
        "The share of ties that lead out of a \(one) of \(facts.study.network.title), \(inWords(terms.count)) times from \(first) to \(terms.last?.name ?? "")\(facts.deep)",
      basis: [
        counted(facts.study.peopleCount, "person now", "people now"),
        counted(groups.count, one, many),
        facts.study.coverage.share.map { "\(percent($0)) answered now" },
      ].compactMap { $0 }.joined(separator: " · "),
      reading:
        "Changes of single \(many) are judged together: one counts where so many \(many) would show it by chance in one comparison of twenty. Where \(one)s merged or were renamed, earlier terms are counted as today. All small pictures have one scale.",
      suppression: notes.joined(separator: " "),
      description: ([whole] + groups).map(Self.description).joined(separator: " "), number: number)
  }

  private static func whole(_ analysis: Analysis) -> SmallMultiples.Point? {
    guard let verdicts = analysis.verdicts, let index = verdicts.index.value else { return nil }
    let answered = analysis.study.coverage.share
    return SmallMultiples.Point(
      share: (1 + index) / 2,
      interval: analysis.disclosure.told(verdicts.doubt.interval, along: verdicts.boundary),
      answered: answered,
      note: answered.map { "\(percent($0)) answered" },
      isSaid: verdicts.whole.kind.isSaid)
  }

  private static func point(_ analysis: Analysis, _ id: String) -> SmallMultiples.Point? {
    guard let group = analysis.verdicts?.groups.first(where: { $0.id == id }),
      let share = group.outside, !SmallMultiples.hides(id, analysis)
    else { return nil }
    return SmallMultiples.Point(
      share: share, interval: group.doubt.interval, answered: group.coverage.share,
      isSaid: group.verdict.kind.isSaid)
  }

  /// Changes that are real first, then alarms, then what moved, then what cannot be compared.
  private static func rank(_ series: Series) -> Int {
    series.isReal ? 0 : series.isAlarm ? 1 : series.points.contains { $0 == nil } ? 3 : 2
  }

  private static func moved(_ series: Series) -> Double {
    let shares = series.points.compactMap { $0?.share }
    return abs((shares.last ?? 0) - (shares.first ?? 0))
  }

  private static func words(_ verdict: ChangeVerdict, _ than: String) -> String {
    switch verdict {
    case .better(let certainty): "more\(than), \(certainty.inWords)"
    case .worse(let certainty): "less\(than), \(certainty.inWords)"
    case .none: "no change that shows"
    case .cannotCompare: "cannot be compared"
    }
  }

  private static func headline(
    _ comparison: TermComparison, _ first: String, _ many: String
  ) -> String {
    let change = comparison.outside.change
    let numbers = change.map { ": \(percent($0.now)) of ties now, \(percent($0.then)) then" } ?? ""
    let shown = comparison.groups.filter { !comparison.now.hides($0.place) }
    func named(_ word: String, _ isMeant: (ChangeVerdict) -> Bool) -> String? {
      let names = shown.filter { isMeant($0.outcome.verdict) }.map { Network.inText($0.name) }
      guard !names.isEmpty else { return nil }
      return "\(word) at \(names.count > 2 ? "\(inWords(names.count)) \(many)" : listed(names))"
    }
    let changed = [
      named("more") { if case .better = $0 { true } else { false } },
      named("less") { if case .worse = $0 { true } else { false } },
    ].compactMap { $0 }
    let single = changed.isEmpty ? "" : "; \(listed(changed))"
    switch comparison.outside.verdict {
    case .better: return "More work crosses \(many) than in \(first)\(numbers)"
    case .worse: return "Less work crosses \(many) than in \(first)\(numbers)"
    case .none:
      return "No change shows since \(first) in how much work crosses \(many)\(single)"
    case .cannotCompare:
      return "Whether more work crosses \(many) than in \(first) cannot be said\(single)"
    }
  }

  private static func description(_ series: Series) -> String {
    let shares = series.points.map { $0.map { percent($0.share) } ?? "not on record" }
    return "\(series.title): \(shares.joined(separator: ", ")); \(series.words)."
  }

  // MARK: - Drawing

  /// Draws as many groups as fit the page.
  public static func drawTrend(
    _ facts: FigureFacts, terms: [(name: String, analysis: Analysis)],
    comparison: TermComparison, number: Int? = nil, on sheet: Sheet
  ) -> DrawnFigure {
    DrawnFigure.fullest([60, 48, 40, 32, 25, 20, 15, 12, 8]) { limit in
      TrendPicture(
        facts, terms: terms, comparison: comparison, number: number, limit: limit
      ).drawn(on: sheet)
    }
  }

  private var legend: [LegendItem] {
    let all = ([whole] + groups).flatMap(\.points).compactMap { $0 }
    var items = [LegendItem(.share, "Share of ties that lead out")]
    if all.contains(where: { $0.interval != nil }) {
      items.append(LegendItem(.range, "95% interval over people"))
    }
    if all.contains(where: { !$0.isSaid }) {
      items.append(LegendItem(.openShare, "Too little on record to say"))
    }
    return items
  }

  private var table: DataTable {
    func share(_ value: Double?) -> DataTable.Cell {
      value.map { .number($0 * 100, places: 1) } ?? .none
    }
    return DataTable(
      [
        .text("group"), .text("term"), .number("outside_percent", "ties that lead out, %"),
        .number("low_percent", "from, %"), .number("high_percent", "to, %"),
        .number("answered_percent", "answered, %"), .text("words", "since the first term"),
      ],
      rows: ([whole] + groups).flatMap { series in
        series.points.enumerated().map { place, point in
          [
            .text(series.title), .text(terms[place]), share(point?.share),
            share(point?.interval?.lowerBound), share(point?.interval?.upperBound),
            share(point?.answered),
            .text(
              place < series.points.count - 1
                ? "" : point?.isSaid == false ? "too little on record" : series.words),
          ]
        }
      })
  }

  public func drawn(on sheet: Sheet) -> DrawnFigure {
    SmallMultiples(axis: terms, whole: whole, groups: groups, labels: labels, most: most)
      .drawn(furniture, legend, table, on: sheet)
  }
}
