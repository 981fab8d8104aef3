public import Findings
import Measures
public import Networks

/// The share of ties that lead out by how deep they are: of the whole trust, and of each group beside what the others would have
/// at its size, the most inward first.
public struct DepthPicture: Sendable {
  public var furniture: Furniture
  /// The least depth of the ties that count at each place.
  public let depths: [Depth]
  public let whole: SmallMultiples.Series
  public let groups: [SmallMultiples.Series]
  let labels: GroupLabels
  let most: Double

  /// The fewest ties of a depth that is looked at.
  public static let fewestTies = 30.0

  /// The trust at each least depth of which there are ties enough, the shallowest first.
  public static func levels(_ facts: FigureFacts) -> [(depth: Depth, analysis: Analysis)] {
    let from = facts.study.slice.depth
    let all = Depth.allCases.filter { $0 > .none && $0 >= from }.map { depth in
      (depth: depth, analysis: depth == from ? facts.analysis : facts.analysis.atDepth(depth))
    }
    return Array(all.prefix { ties($0.analysis) >= fewestTies })
  }

  private static func ties(_ analysis: Analysis) -> Double {
    let mixing = analysis.study.mixing
    return (mixing?.ties.internalTotal ?? 0) + (mixing?.ties.externalTotal ?? 0)
  }

  /// - Parameters:
  ///   - levels: two or more.
  ///   - limit: the most groups; of more, those like the others are left out.
  public init(
    _ facts: FigureFacts, levels: [(depth: Depth, analysis: Analysis)], number: Int? = nil,
    limit: Int = 40
  ) {
    let (one, many) = (facts.boundary.singular, facts.boundary.plural)
    let depths = levels.map(\.depth)
    self.depths = depths
    let verdicts = facts.verdicts
    let shown = SmallMultiples.shown(facts)
    labels = facts.labels
    let deepest = levels.last?.depth ?? .networking
    let all = shown.map { group in
      let points = levels.map { Self.point($0.analysis, group.id) }
      let isAlarm = group.verdict.kind == .silo
      let last = points.lastIndex { $0?.isSaid == true }
      let words =
        last.flatMap { place in
          points[place].map { "\(percent($0.share)) at depth \(depths[place].rawValue)" }
        } ?? "too little on record"
      return SmallMultiples.Series(
        id: group.id, title: group.name, kind: facts.kind(group.id), points: points,
        words: isAlarm ? "keeps to itself; " + words : words,
        short: isAlarm ? "keeps to itself" : words, isAlarm: isAlarm, isReal: isAlarm)
    }
    // The most inward beside the others first.
    func standing(_ series: SmallMultiples.Series) -> Double {
      guard let first = series.points.first.flatMap({ $0 }), first.isSaid else { return 2 }
      return first.share - (first.others ?? first.share)
    }
    let ordered = all.sorted {
      ($0.isAlarm ? 0 : 1, standing($0), $0.title) < ($1.isAlarm ? 0 : 1, standing($1), $1.title)
    }
    let half = ordered.count > limit ? limit / 2 : ordered.count
    groups =
      ordered.count > limit ? Array(ordered.prefix(limit - half) + ordered.suffix(half)) : ordered
    let greatest = groups.flatMap { $0.points.compactMap { $0 } }.map {
      max($0.share, $0.others ?? 0)
    }
    most = SmallMultiples.top((greatest.max() ?? 1) * 1.02)
    let wholePoints = levels.map { level -> SmallMultiples.Point? in
      guard let verdicts = level.analysis.verdicts, let index = verdicts.index.value else {
        return nil
      }
      let ties = Int(Self.ties(level.analysis).rounded())
      return SmallMultiples.Point(
        share: (1 + index) / 2, interval: verdicts.doubt.interval,
        note: counted(ties),
        isSaid: verdicts.whole.kind.isSaid)
    }
    let (headline, isReal) = Self.headline(wholePoints, deepest, many)
    let told = zip(levels, wholePoints).map { level, point in
      point?.telling(level.analysis.disclosure.told(point?.interval, along: facts.boundary))
    }
    whole = SmallMultiples.Series(
      id: "", title: "The whole trust", kind: .group, points: told,
      words: "ties of each depth or more that join two \(many)",
      short: "ties of each depth or more that join two \(many)", isAlarm: false, isReal: false)
    let left = ordered.count - groups.count
    let notes = [
      verdicts.unshown.map { "Not shown: \($0)." },
      left > 0
        ? "Left out for clearness: \(counted(left, one, many)) between those that are drawn."
        : nil,
      deepest < .collaboration
        ? "Fewer than \(Int(Self.fewestTies)) ties are deeper than \(deepest.word), so that nothing is drawn of them."
        : nil,
    ].compactMap { $0 }
    let scale = Depth.allCases.filter { $0 > .none && $0 <= deepest }.map {
      "\($0.rawValue) \($0.word)"
    }
    furniture = facts.furniture(
      form: "Depth of work", headline: headline,
      subtitle:
        "The share of ties that lead out of each \(one) of \(facts.study.network.title) by how deep they are\(facts.when)",
      basis: [
        facts.people,
        counted(groups.count, one, many),
        facts.study.coverage.share.map { "\(percent($0)) answered" },
      ].compactMap { $0 }.joined(separator: " · "),
      reading:
        "At each depth the ties that are at least as deep count: \(listed(scale)). The numbers below them are how many those are. All small pictures have one scale, and the depths of the large one. Few ties are deep, so that a single step up or down there means little.\(isReal ? "" : " No difference shows where the intervals of the least and the greatest depth overlap.")",
      suppression: notes.joined(separator: " "),
      description: ([whole] + groups).map { series in
        "\(series.title): \(series.points.map { $0.map { percent($0.share) } ?? "not on record" }.joined(separator: ", "))."
      }.joined(separator: " "), number: number)
  }

  private static func point(_ analysis: Analysis, _ id: String) -> SmallMultiples.Point? {
    guard let group = analysis.verdicts?.groups.first(where: { $0.id == id }),
      let share = group.outside, !SmallMultiples.hides(id, analysis)
    else { return nil }
    return SmallMultiples.Point(
      share: share, interval: nil, others: group.outsideAmongOthers,
      answered: group.coverage.share,
      isSaid: group.verdict.kind.isSaid)
  }

  /// The finding, and whether the two ends differ beyond their intervals.
  private static func headline(
    _ points: [SmallMultiples.Point?], _ deepest: Depth, _ many: String
  ) -> (String, Bool) {
    guard let first = points.first.flatMap({ $0 }), let last = points.last.flatMap({ $0 }),
      first.isSaid, last.isSaid, let wide = first.interval, let deep = last.interval
    else { return ("Whether deeper work crosses \(many) less cannot be said", false) }
    let numbers =
      "\(percent(first.share)) of ties cross \(many), \(percent(last.share)) at \(deepest.word)\(deepest < .collaboration ? " or deeper" : "")"
    if deep.upperBound < wide.lowerBound { return ("Deeper work stays inside: \(numbers)", true) }
    if deep.lowerBound > wide.upperBound { return ("Deeper work crosses more: \(numbers)", true) }
    return ("No difference shows by depth: \(numbers)", false)
  }

  // MARK: - Drawing

  /// Draws as many groups as fit the page.
  public static func drawDepth(
    _ facts: FigureFacts, levels: [(depth: Depth, analysis: Analysis)], number: Int? = nil,
    on sheet: Sheet
  ) -> DrawnFigure {
    DrawnFigure.fullest([60, 48, 40, 32, 25, 20, 15, 12, 8]) { limit in
      DepthPicture(facts, levels: levels, number: number, limit: limit).drawn(on: sheet)
    }
  }

  private var legend: [LegendItem] {
    let all = ([whole] + groups).flatMap(\.points).compactMap { $0 }
    var items = [LegendItem(.share, "Share of ties that lead out")]
    if all.contains(where: { $0.others != nil }) {
      items.append(
        LegendItem(
          .link(colour: Palette.rule, width: 1, dashes: "3 2"),
          "What the others would have at its size"))
    }
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
        .text("group"), .number("depth", "least depth"),
        .number("outside_percent", "ties that lead out, %"),
        .number("others_percent", "the others at its size, %"), .number("low_percent", "from, %"),
        .number("high_percent", "to, %"), .text("words", "what can be said"),
      ],
      rows: ([whole] + groups).flatMap { series in
        series.points.enumerated().map { place, point in
          [
            .text(series.title), .count(Int(depths[place].rawValue)), share(point?.share),
            share(point?.others), share(point?.interval?.lowerBound),
            share(point?.interval?.upperBound),
            .text(point.map { $0.isSaid ? "" : "too little on record" } ?? "no ties"),
          ]
        }
      })
  }

  public func drawn(on sheet: Sheet) -> DrawnFigure {
    let axis = depths.enumerated().map { $0 == 0 ? "Depth \($1.rawValue)" : "\($1.rawValue)" }
    return SmallMultiples(axis: axis, whole: whole, groups: groups, labels: labels, most: most)
      .drawn(furniture, legend, table, on: sheet)
  }
}
