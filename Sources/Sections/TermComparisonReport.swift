public import Documents
public import Findings
import GraphEngine
import Measures
import Networks

/// The same trust at two times, each as its own files had it, for people and for programs.
public struct TermComparisonReport: Sendable {
  private let found: TermComparison
  private let naming: Naming
  /// What the two times are called, as in a sentence.
  private let then: String
  private let now: String

  public init(_ found: TermComparison, _ naming: Naming, then: String, now: String) {
    self.found = found
    self.naming = naming
    (self.then, self.now) = (then, now)
  }

  private var boundary: Boundary? { found.now.boundary }
  private var one: String { boundary?.singular ?? "group" }
  private var many: String { boundary?.plural ?? "groups" }
  /// The later time in a sentence: "now", or "in Spring 2026" where that is a term too.
  private var later: String { now == "today" ? "now" : "in \(now)" }

  private func shows(_ group: TermComparison.GroupOutcome) -> Bool {
    guard naming.shows(group.place, of: found.now) else { return false }
    guard let old = found.then.study.grouping?.ids.firstIndex(of: group.id) else { return true }
    return naming.showsAll || !found.then.hides(old)
  }

  /// The answer for a leader: better or not, how much is turnover, and what else moved.
  public var sentences: [String] {
    [lead, people, rest].filter { !$0.isEmpty }
  }

  public var pages: Pages {
    var pages = Pages(
      sentences: sentences + [newcomers, apart, fates, ties, topics, reviews].compactMap { $0 })
    pages.add("figures", "Then and now", figures)
    pages.add(
      "groups", "Share of ties that lead out, by \(one)", groups,
      note:
        "Judged together: a change counts where so many \(many) would show one by chance in one term of twenty."
    )
    pages.add("partnerships", "Partnerships that changed", partnerships)
    pages.add("goals", "Goals", goals)
    return pages
  }
}

// MARK: - Better or not

extension TermComparisonReport {
  private var lead: String {
    guard boundary != nil else { return "Nothing in the files groups people." }
    let outcome = found.outside
    switch outcome.verdict {
    case .cannotCompare(let hindrance):
      return
        "Whether more work crosses \(many) than in \(then) cannot be said: \(Self.words(hindrance))."
    case .none:
      guard let change = outcome.change else { return "" }
      return
        "No change that these data could show in how much work crosses \(many): \(percent(change.then)) of ties led out of a \(one) in \(then), \(percent(change.now)) \(later) (\(Self.range(change)); a change of \(Self.points(change.smallestShown)) or more would have shown)."
    case .better(let certainty), .worse(let certainty):
      guard let change = outcome.change else { return "" }
      let isMore = change.difference > 0
      let shares = percents(change.now, change.then)
      return
        "\(isMore ? "More" : "Less") work crosses \(many) than in \(then): \(shares?.a ?? percent(change.now)) of ties lead out of a \(one) \(later), \(shares?.b ?? percent(change.then)) then. That is \(Self.points(abs(change.difference))) \(isMore ? "better" : "worse") (\(Self.range(change))), \(certainty.inWords)."
    }
  }

  private var people: String {
    let turnover = found.turnover
    guard turnover.stayed + turnover.left > 0 else { return "" }
    if turnover.left + turnover.joined == 0 {
      return "The same \(counted(turnover.stayed, "person", "people")) are here as then."
    }
    var sentence =
      "Of \(counted(turnover.stayed + turnover.left, "person", "people")) then, \(counted(turnover.stayed)) are still here; \(counted(turnover.left)) \(turnover.left == 1 ? "has" : "have") left and \(counted(turnover.joined)) \(turnover.joined == 1 ? "has" : "have") come"
    if turnover.moved > 0 {
      sentence +=
        ", and \(counted(turnover.moved)) \(turnover.moved == 1 ? "works" : "work") in another \(one)"
    }
    guard let change = found.outsideOfStayers.change else {
      return sentence + "."
    }
    let stayed =
      switch found.outsideOfStayers.verdict {
      case .cannotCompare: "what changed among those who stayed cannot be said either"
      case .none: "among those who stayed alone no change shows (\(Self.range(change)))"
      case .better(let certainty):
        "among those who stayed alone it is \(Self.points(abs(change.difference))) better (\(Self.range(change))), \(certainty.inWords)"
      case .worse(let certainty):
        "among those who stayed alone it is \(Self.points(abs(change.difference))) worse (\(Self.range(change))), \(certainty.inWords)"
      }
    return sentence + "; \(stayed)."
  }

  private var rest: String {
    var parts: [String] = []
    let shown = found.groups.filter(shows)
    func named(_ isMeant: (ChangeVerdict) -> Bool, _ word: String) {
      let names = shown.filter { isMeant($0.outcome.verdict) }.map {
        "\(Network.inText($0.name)) (\(Self.certainty($0.outcome.verdict)))"
      }
      if !names.isEmpty {
        parts.append(
          "\(capitalised(listed(names))) \(names.count == 1 ? "works" : "work") \(word) with others than then"
        )
      }
    }
    named({ if case .better = $0 { true } else { false } }, "more")
    named({ if case .worse = $0 { true } else { false } }, "less")
    let kinds = Dictionary(grouping: found.partnerships, by: \.kind)
    func count(_ kind: TermComparison.PartnershipChange.Kind) -> Int { kinds[kind]?.count ?? 0 }
    let moved = [
      (count(.better), "better"), (count(.worse), "worse"), (count(.begun), "new"),
      (count(.gone), "not on record any more"),
    ].filter { $0.0 > 0 }.map { "\(inWords($0.0)) \($0.0 == 1 ? "is" : "are") \($0.1)" }
    if !moved.isEmpty { parts.append("Of partnerships, \(listed(moved))") }
    return parts.map { $0 + "." }.joined(separator: " ")
  }

  /// From which share of its people on a group is said to be largely of new ones.
  private static let newShare = 0.3

  /// The groups where many were not there then: a change there may be who works there, and not how they work.
  private var newcomers: String? {
    let groups = found.groups.filter { group in
      let new = group.people.now - group.stayed
      return shows(group) && group.people.then > 0 && group.people.now >= 5
        && Double(new) >= Self.newShare * Double(group.people.now)
    }
    guard !groups.isEmpty else { return nil }
    let names = groups.map { group in
      "\(Network.inText(group.name)) (\(counted(group.people.now - group.stayed)) of \(counted(group.people.now)))"
    }
    return
      "Many are new since \(then) in \(Self.first(names)): a change there may be who works there, not how they work."
  }

  /// The groups that cannot be compared though the whole can, with the reason.
  private var apart: String? {
    if case .cannotCompare = found.outside.verdict { return nil }
    let reasons = found.groups.filter(shows).compactMap { group -> (name: String, why: String)? in
      guard case .cannotCompare(let hindrance) = group.outcome.verdict, hindrance != .notThere
      else { return nil }
      return (Network.inText(group.name), Self.words(hindrance))
    }
    if reasons.isEmpty { return nil }
    return reasons.count > 3
      ? "\(capitalised(inWords(reasons.count))) \(many) cannot be compared, for reasons in the table: \(Self.first(reasons.map { $0.name }))."
      : reasons.map { "\(capitalised($0.name)) cannot be compared: \($0.why)." }
        .joined(separator: " ")
  }

  /// The first of several names, and how many more there are.
  private static func first(
    _ names: [String], _ most: Int = 6, and word: String = "and"
  ) -> String {
    listed(
      names.count > most
        ? names.prefix(most - 1) + ["\(counted(names.count - most + 1)) more"] : names, and: word)
  }

  private static func certainty(_ verdict: ChangeVerdict) -> String {
    switch verdict {
    case .better(let certainty), .worse(let certainty): certainty.inWords
    case .none, .cannotCompare: ""
    }
  }

  /// Why two times cannot be compared.
  static func words(_ hindrance: ChangeVerdict.Hindrance) -> String {
    switch hindrance {
    case .coverage(let then, let now):
      "\(percent(then)) answered then and \(percent(now)) now, which is too different to compare"
    case .fewAnswered(let then, let now):
      "\(percent(then)) answered then and \(percent(now)) now, which is too few"
    case .fewTies: "there are too few ties to compare"
    case .askedOtherwise(let then, let now):
      "people named \(fixed(then, places: 1)) colleagues each then and \(fixed(now, places: 1)) now, so they were most likely asked in another way"
    case .direction: "ties had a direction at one of the two times and none at the other"
    case .notThere: "it was not there then"
    }
  }

  private static func points(_ share: Double) -> String {
    let points = fixed(share * 100, places: share < 0.0995 ? 1 : 0)
    return "\(points) \(points == "1.0" ? "point" : "points")"
  }

  private static func range(_ change: ShareChange) -> String {
    func signed(_ share: Double) -> String {
      (share >= 0 ? "+" : "") + fixed(share * 100, places: 1)
    }
    return
      "95% interval \(signed(change.interval.lowerBound)) to \(signed(change.interval.upperBound)) points"
  }
}

// MARK: - Further sentences

extension TermComparisonReport {
  private var fates: String? {
    let sentences = found.fates.filter { fate in
      boundary.map { naming.shows(fate.id, along: $0) } ?? true
    }.map { fate in
      switch fate.kind {
      case .new: "\(fate.nameNow) is new."
      case .closed: "\(fate.nameNow) is not there any more."
      case .renamed: "\(fate.names[0]) is called \(fate.nameNow) now."
      case .merged:
        "\(listed(fate.names)) are one \(one) now, \(fate.nameNow), and are compared as one."
      }
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private var ties: String? {
    let ties = found.ties
    guard ties.kept + ties.begun + ties.ended + ties.notNamed + ties.unknown > 0 else { return nil }
    var parts = [
      "Among those who stayed, \(counted(ties.kept, "pair works", "pairs work")) together as before and \(ties.begun == 0 ? "none is" : counted(ties.begun, "pair is", "pairs are")) newly named"
    ]
    if ties.recordsEnds {
      parts.append("\(counted(ties.ended, "tie is", "ties are")) recorded as ended")
    }
    if ties.notNamed > 0 {
      parts.append(
        "\(counted(ties.notNamed, "pair", "pairs")) named then \(ties.notNamed == 1 ? "is" : "are") not named now, without a recorded end, so the work may go on"
      )
    }
    if ties.unknown > 0 {
      parts.append(
        "of \(counted(ties.unknown, "pair", "pairs")) nothing can be said, as one of the two did not answer at one of the times"
      )
    }
    return parts.joined(separator: "; ") + "."
  }

  private var topics: String? {
    guard let topics = found.topics else { return nil }
    func some(_ names: [String]) -> String { Self.first(names) }
    var parts: [String] = []
    if !topics.gained.isEmpty {
      parts.append("Somebody knows \(some(topics.gained)) now, which nobody had listed.")
    }
    // Where few left, what went with them would tell what each of them knew.
    let left =
      naming.showsAll || found.turnover.left >= naming.minGroup ? topics.lostWithLeavers : []
    if !left.isEmpty {
      parts.append(
        "\(some(left)) went with people who left: nobody has listed \(left.count == 1 ? "it" : "them") now."
      )
    }
    let other = topics.lost.filter { !left.contains($0) }
    if !other.isEmpty {
      parts.append("Nobody has listed \(Self.first(other, and: "or")) any more.")
    }
    if topics.single.then != topics.single.now {
      parts.append(
        "Topics that one person alone has listed: \(counted(topics.single.then)) then, \(counted(topics.single.now)) now."
      )
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private var reviews: String? {
    guard let reviews = found.reviews, reviews.due > 0 else { return nil }
    let open = reviews.due - reviews.renewed - reviews.gone
    let parts = [
      (reviews.renewed, "has a later date now", "have a later date now"),
      (
        reviews.gone, "is of a partnership that is not on record any more",
        "are of partnerships that are not on record any more"
      ),
      (open, "has no later date on record", "have no later date on record"),
    ].filter { $0.0 > 0 }.map { "\(inWords($0.0)) \($0.0 == 1 ? $0.1 : $0.2)" }
    return
      "\(capitalised(inWords(reviews.due))) \(reviews.due == 1 ? "review" : "reviews") of partnerships fell due in between: \(listed(parts))."
  }
}

// MARK: - Tables

extension TermComparisonReport {
  /// A verdict in a cell.
  static func words(_ verdict: ChangeVerdict) -> String {
    switch verdict {
    case .better(let certainty): "better, \(certainty.inWords)"
    case .worse(let certainty): "worse, \(certainty.inWords)"
    case .none: "no change that these data could show"
    case .cannotCompare(let hindrance): "cannot be compared: \(words(hindrance))"
    }
  }

  private func cells(_ outcome: TermComparison.Outcome) -> [Table.Cell] {
    let change = outcome.change
    // What cannot be compared has no difference.
    let isCompared = if case .cannotCompare = outcome.verdict { false } else { true }
    let difference = isCompared ? change : nil
    return [
      change.map { .share($0.then) } ?? .empty, change.map { .share($0.now) } ?? .empty,
      .optional(difference.map { $0.difference * 100 }, places: 1),
      .text(
        difference.map {
          "\(fixed($0.interval.lowerBound * 100, places: 1)) to \(fixed($0.interval.upperBound * 100, places: 1))"
        } ?? ""), .text(Self.words(outcome.verdict)),
    ]
  }

  private var heads: [Table.Column] {
    [
      .number("then", then), .number("now", now), .number("difference"),
      .text("interval", "95% interval"), .text("verdict"),
    ]
  }

  private var figures: Table {
    func row(_ name: String, _ a: Int?, _ b: Int?) -> [Table.Cell] {
      [
        .text(name), a.map(Table.Cell.count) ?? .empty, b.map(Table.Cell.count) ?? .empty,
        a.flatMap { a in b.map { .count($0 - a) } } ?? .empty, .text(""),
        .text(a == nil && b == nil ? "not recorded" : "as recorded"),
      ]
    }
    /// Where a file names nobody, or no tie, there were some all the same.
    func some(_ count: Int) -> Int? { count == 0 ? nil : count }
    func partnerships(_ analysis: Analysis) -> Int? {
      analysis.network.records.tellsPartnerships ? analysis.ledger.entries.count : nil
    }
    func red(_ analysis: Analysis) -> Int? {
      analysis.ledger.entries.isEmpty ? nil : analysis.ledger.entries.count { $0.status == .red }
    }
    let (was, isNow) = (found.then, found.now)
    func answered(_ analysis: Analysis) -> Table.Cell {
      analysis.study.coverage.share.map(Table.Cell.share) ?? .undefined("not recorded")
    }
    return Table(
      [.text("what")] + heads,
      rows: [
        [.text("ties that lead out of a \(one)")] + cells(found.outside),
        [.text("the same among those who stayed")] + cells(found.outsideOfStayers),
        row("people", some(was.study.peopleCount), some(isNow.study.peopleCount)),
        [
          .text("answered"), answered(was), answered(isNow), .empty, .text(""),
          .text("as recorded"),
        ],
        row("pairs tied", some(was.study.graph.tieCount), some(isNow.study.graph.tieCount)),
        row("topics with a single holder", found.topics?.single.then, found.topics?.single.now),
        row("partnerships", partnerships(was), partnerships(isNow)),
        row("of them red", red(was), red(isNow)),
      ])
  }

  private var groups: Table {
    Table(
      [.text("group", one)] + heads + [.number("people"), .number("stayed", "of them here then")],
      rows: found.groups.filter(shows).sorted {
        (abs($1.outcome.change?.difference ?? 0), $0.id) < (
          abs($0.outcome.change?.difference ?? 0), $1.id
        )
      }.map { group in
        [.text(group.name)] + cells(group.outcome) + [
          .count(group.people.now), .count(group.stayed),
        ]
      })
  }

  private var partnerships: Table {
    Table(
      [
        .text("partner"), .text("with"), .text("change"), .text("come", "come since"),
        .text("gone", "no longer"),
      ],
      rows: found.partnerships.filter { $0.kind != .same }.map { one in
        [
          .text(one.partner), .text(one.with), .text(one.kind.inWords),
          .text(one.come.map(\.reason).joined(separator: "; ")),
          .text(one.gone.map(\.label).joined(separator: "; ")),
        ]
      })
  }

  private var goals: Table {
    Table(
      [.text("goal"), .number("then"), .number("now"), .number("difference")],
      rows: found.goals.map {
        [
          .text($0.goal), .number($0.before, places: 1), .number($0.after, places: 1),
          .number($0.after - $0.before, places: 1),
        ]
      })
  }
}

/// Every term that is kept, and the files of today, in a table.
public struct TrendReport: Sendable {
  public init() {}

  /// - Parameter terms: each with what it is called, in order.
  public func table(_ terms: [(name: String, analysis: Analysis)]) -> Table {
    let one = terms.last?.analysis.boundary?.singular ?? "group"
    return Table(
      [
        .text("term"), .text("day", "as at"), .number("people"), .number("answered"),
        .number("outside", "ties that lead out of a \(one)"), .text("interval", "95% interval"),
        .number("silos", "\(one)s that keep to themselves"),
        .number("single", "topics with a single holder"), .number("red", "red partnerships"),
      ],
      rows: terms.map { name, analysis in
        let verdicts = analysis.verdicts
        let doubt = verdicts?.doubt.interval
        let isSaid = verdicts.map { $0.whole.kind.isSaid }
        let hasTopics = analysis.network.expertise.tellsKnowledge
        return [
          .text(name), .text(analysis.asAt.map { "\($0)" } ?? ""),
          .count(analysis.study.peopleCount),
          analysis.study.coverage.share.map(Table.Cell.share) ?? .empty,
          (verdicts?.index.value).map { .share((1 + $0) / 2) } ?? .empty,
          .text(doubt.map { "\(percent($0.lowerBound)) to \(percent($0.upperBound))" } ?? ""),
          isSaid == true ? .count(verdicts?.silos.count ?? 0) : .undefined("cannot be said"),
          hasTopics ? .count(analysis.expertise.singleCount) : .empty,
          analysis.ledger.entries.isEmpty
            ? .empty : .count(analysis.ledger.entries.count { $0.status == .red }),
        ]
      })
  }
}

extension TermComparison.PartnershipChange.Kind {
  var inWords: String {
    switch self {
    case .begun: "new on record"
    case .gone: "not on record any more"
    default: rawValue
    }
  }
}
