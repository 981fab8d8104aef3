public import Documents
public import Findings
import Measures
public import Networks

/// The partnership ledger, for people and for programs.
public struct PartnersReport: Sendable {
  let network: Network
  public let ledger: PartnershipLedger
  private let health: PartnershipHealth
  let naming: Naming

  /// Whether all ties with partners are of other times.
  private let isOfOtherTimes: Bool

  public init(_ analysis: Analysis, _ naming: Naming) {
    network = analysis.network
    ledger = analysis.ledger
    isOfOtherTimes = !ledger.tellsContacts && analysis.hasContactsAtOtherTimes
    self.naming = naming.besideWork
    health = PartnershipHealth(ledger)
  }

  private typealias Entry = PartnershipLedger.Entry
  private var red: [PartnershipLedger.Entry] { ledger.entries.filter { $0.status == .red } }

  /// The five questions a leader asks, answered.
  public var sentences: [String] {
    let entries = ledger.entries
    guard !entries.isEmpty else {
      if let over { return ["No partnership is under way.", over] }
      return [
        "There is no partnerships.csv, so nothing can be said of partnerships. `weft init` shows its columns."
      ]
    }
    let counts = PartnershipLedger.Status.allCases.compactMap { status -> String? in
      let count = entries.count { $0.status == status }
      return switch status {
      case .red, .steady: "\(counted(count)) \(status.rawValue)"
      case .watch: "\(counted(count)) to watch"
      case .unknown: count == 0 ? nil : "\(counted(count)) that cannot be told"
      }
    }
    return [
      "\(counted(entries.count, "partnership")) with \(counted(Set(entries.map(\.partnership.partner)).count, "partner")): \(listed(counts)).",
      over, hanging, overdue, apart, moving, spoken, early, lacking, toShow,
    ].compactMap { $0 } + unreadable
  }

  /// Which partnerships have ended, of which nothing else is said.
  private var over: String? {
    let ended = network.records.endedPartnerships
    guard !ended.isEmpty else { return nil }
    let named = ended.prefix(3).map { partnership in
      sides(partnership) + (partnership.ended.map { " (\($0.inWords))" } ?? "")
    }
    let rest = ended.count - named.count
    return
      "\(counted(ended.count, "partnership")) \(ended.count == 1 ? "has ended and counts" : "have ended and count") no more: \(listed(named + (rest > 0 ? ["\(counted(rest)) more"] : [])))."
  }

  /// That partnerships have ended, which is all that is said of each.
  public func ending(_ ended: [Partnership]) -> String {
    ended.map { partnership in
      "\(sides(partnership)) ended\(partnership.ended.map { " on \($0.inWords)" } ?? ""), and nothing is judged of it."
    }.joined(separator: " ")
  }

  /// What of partnerships nobody can read, but for the days of reviews, which stand with those that are overdue.
  private var unreadable: [String] {
    func unread(_ column: String) -> Int {
      ledger.entries.count { $0.partnership.unread.contains(column) }
    }
    return PurposeReport.unreadable(
      [
        ("who leads %", unread("lead")),
        ("whether there is an agreement in %", unread("agreement")),
        ("whether roles are clear in %", unread("roles_clear")),
        ("the depth of %", unread("level")),
        ("when % began", unread("started")),
        ("whether % ended", unread("ended")),
      ], "partnership")
  }

  /// Which way trust has moved, of those known in two rounds.
  private var moving: String? {
    let steps = ledger.overTime.steps
    guard !network.records.ratings.isEmpty else { return nil }
    guard !steps.isEmpty else {
      return
        "Whether trust has risen or fallen cannot be told yet: no side has been rated twice by three people or more."
    }
    let told = steps.filter { $0.way != nil }
    guard !told.isEmpty else {
      return
        "Whether trust has risen or fallen may not be told: it would say what single raters said."
    }
    func count(_ way: TrustOverTime.Way) -> String {
      let count = told.count { $0.way == way }
      return count == 0 ? "none" : counted(count)
    }
    return
      "Of \(counted(told.count, "side")) rated twice\(told.count < steps.count ? " of which it may be told" : ""), trust rose by half a step or more on \(count(.rising)), fell on \(count(.falling)) and held on \(count(.steady))."
  }

  /// What partners speak of, where the file has their words.
  private var spoken: String? {
    let words = ledger.words
    guard words.isGiven else { return nil }
    guard words.raters >= PartnerWords.fewest else {
      return "Fewer than three partners wrote in their own words: too few to tell of what."
    }
    let all = "In their own words \(counted(words.raters, "partner rater", "partner raters")) speak"
    guard !words.themes.isEmpty else {
      return "\(all) of none of the themes that Weft looks for often enough to tell of it."
    }
    return
      "\(all) most of \(listed(words.themes.map { "\($0.theme.rawValue) (\($0.raters))" })); themes of fewer than three are not told."
  }

  /// Whether new partnerships have met to find common ground.
  private var early: String? {
    let ground = ledger.commonGround
    guard ground.tellsStarts else {
      return
        "Which partnerships are new is not recorded: add the column started to partnerships.csv."
    }
    guard !ground.young.isEmpty else { return nil }
    let new = counted(ground.young.count, "partnership is", "partnerships are")
    guard ground.tellsMeetings else {
      return
        "\(new) new this year; whether they have met to find common ground no file says (attendance.csv)."
    }
    let open = ground.young.filter { !$0.hasMet }
    if ground.young.count == 1, let only = open.first {
      return
        "\(new) new this year and has no meeting on record to find common ground: \(sides(only.place)) (\(counted(only.weeks, "week")))."
    }
    return open.isEmpty
      ? "\(new) new this year, and \(ground.young.count == 1 ? "it" : "each") has met to find common ground."
      : "\(new) new this year; \(open.count == ground.young.count ? "none has a" : "\(counted(open.count)) \(open.count == 1 ? "has" : "have") no") meeting on record to find common ground, first \(sides(open[0].place)) (\(counted(open[0].weeks, "week")))."
  }

  private func sides(_ place: Int) -> String { sides(network.records.partnerships[place]) }

  private func sides(_ partnership: Partnership) -> String {
    "\(network.partners[network.index(of: partnership.partner)].name) with \(network.name(ofSideOf: partnership))"
  }

  private static func day(_ day: Day?) -> String { day.map { "\($0)" } ?? "not dated" }

  /// Trust of each side in each round.
  private var trustTable: Table {
    Table(
      [
        .text("round", "round, its last day"), .text("side"), .number("trust"),
        .number("partnerships"), .number("raters"),
      ],
      rows: ledger.overTime.rounds.map {
        [
          .text(Self.day($0.day)), .text($0.side.rawValue),
          Self.cell($0.told), .count($0.partnerships), .count($0.raters),
        ]
      })
  }

  /// Sides rated twice, the largest move first.
  private var stepTable: Table {
    let moved = ledger.overTime.steps.sorted {
      ($1.size, $0.place) < ($0.size, $1.place)
    }
    return Table(
      [
        .text("partnership"), .text("side"), .text("way"), .number("before"), .number("now"),
        .number("raters"),
      ],
      rows: moved.prefix(20).map {
        [
          .text(sides($0.place)), .text($0.side.rawValue), .text($0.way?.rawValue ?? "not told"),
          Self.cell(.mean($0.from, raters: $0.raters)), Self.cell(.mean($0.to, raters: $0.raters)),
          .count($0.raters),
        ]
      })
  }

  /// What partners say of us, item by item.
  private var sayTable: Table {
    Table(
      [
        .text("item"), .text("round", "round, its last day"), .number("mean", "mean of 4"),
        .number("partnerships"), .number("raters"),
      ],
      rows: ledger.overTime.partnersSay.map {
        [
          .text($0.item.id), .text(Self.day($0.day)), Self.cell($0.told),
          .count($0.partnerships), .count($0.raters),
        ]
      })
  }

  /// New partnerships by age, and what to hold next.
  private var newTable: Table {
    Table(
      [
        .text("partnership"), .number("weeks", "weeks old"), .text("met", "met on common ground"),
        .text("next", "what to hold next"),
      ],
      rows: ledger.commonGround.young.map { young in
        [
          .text(sides(young.place)), .count(young.weeks),
          .text(
            young.hasMet
              ? Self.day(young.met)
              : ledger.commonGround.tellsMeetings ? "not yet" : "not recorded"),
          .text(
            young.hasMet
              ? "a first review, both sides at the table"
              : "a first meeting on aims and assumptions"),
        ]
      })
  }

  private func named(_ entries: [PartnershipLedger.Entry], most: Int = 3) -> String {
    let shown = entries.prefix(most).map { "\($0.partner) with \($0.with)" }
    let rest = entries.count - shown.count
    return listed(shown + (rest > 0 ? ["\(counted(rest)) more"] : []))
  }

  /// Which depend on one person; nothing where no lead could be read.
  private var hanging: String? {
    guard ledger.tellsContacts else {
      return
        isOfOtherTimes
        ? MemberWords.contactsOfOtherTimes
        : "Who is in touch with partners is not recorded: add ties with partners to collaborations.csv."
    }
    let single = ledger.entries.filter { $0.flags.contains(.singleHolder) }
    guard ledger.entries.contains(where: \.tellsHolders) else { return nil }
    let isTold = ledger.entries.allSatisfy(\.tellsHolders)
    return single.isEmpty
      ? "None\(isTold ? "" : " whose lead can be read") depends on one person."
      : "\(counted(single.count)) \(single.count == 1 ? "depends" : "depend") on one person: \(named(single))."
  }

  private var overdue: String {
    let late = ledger.entries.filter { entry in
      entry.flags.contains { if case .overdue = $0 { true } else { false } }
    }
    let unread = ledger.entries.filter { $0.partnership.unread.contains("review_due") }
    let lost =
      unread.isEmpty
      ? "" : "\(counted(unread.count, "review date")) could not be read: \(named(unread))."
    let undated = ledger.entries.count(where: \.partnership.isReviewOpen)
    guard ledger.entries.contains(where: { $0.partnership.reviewDue != nil }) else {
      return unread.isEmpty ? "No review dates are recorded." : lost
    }
    guard ledger.asAt != nil else {
      return [
        "Whether a review is overdue cannot be told: nothing in the files is dated.",
        lost.isEmpty ? nil : lost,
      ].compactMap { $0 }.joined(separator: " ")
    }
    let found =
      late.isEmpty
      ? "No review is overdue\(ledger.asAt.map { " on \($0.inWords)" } ?? "")\(unread.isEmpty ? "" : " among those that can be read")\(undated == 0 ? "" : "; \(counted(undated, "partnership")) \(undated == 1 ? "has" : "have") no review date on record")."
      : "\(counted(late.count, "review is", "reviews are")) overdue: \(named(late))."
    return unread.isEmpty ? found : found + " " + lost
  }

  private var apart: String {
    guard health.bothKnown > 0 else {
      return areBothRated
        ? "No partnership has both sides' trust to compare: three people a side have to rate reliability, mission and openness."
        : "No partnership has both sides' views to compare (three raters a side are needed)."
    }
    let wide = ledger.entries.filter { $0.trustGap.isWide || $0.levelGap.isWide }
    let told = health.bothKnown - ledger.entries.count { $0.trustGap.isOpen }
    guard told > 0 || !wide.isEmpty else {
      return
        "Whether the two sides stand two steps apart may not be told: it would say what single raters said."
    }
    guard health.bothKnown > 1 else {
      return
        "In the one partnership where both sides are known, they \(wide.isEmpty ? "do not stand two steps apart" : "stand two steps apart or more: \(named(wide))")."
    }
    let known =
      "Of \(counted(told)) where both sides are known\(told < health.bothKnown ? " and it may be told" : "")"
    return wide.isEmpty
      ? "\(known), none sees it two steps apart."
      : "\(known), the sides stand two steps apart or more in \(counted(wide.count)): \(named(wide))."
  }

  /// Whether three people a side have rated some partnership, be it on other things.
  private var areBothRated: Bool {
    ledger.entries.contains { entry in
      Rating.Side.allCases.allSatisfy { side in
        let ratings = network.records.ratings.filter {
          $0.partnership == entry.place && $0.side == side
        }
        return Set(ratings.compactMap(\.rater)).count > 2
      }
    }
  }

  private var lacking: String {
    guard network.partners.contains(where: { $0.sector != nil }) else {
      return "The sectors of partners are not recorded: add the column sector to partners.csv."
    }
    let missing = sectors.filter { $0.partnerships == 0 && $0.sector != "other" }.map(\.sector)
    return missing.isEmpty
      ? "Every sector has a partnership."
      : "We have no partnership in \(listed(missing.map(Self.words), and: "or")) on record\(ofNoSector)."
  }

  /// How many partners with a partnership may be of any sector.
  private var ofNoSector: String {
    let partners = Set(ledger.entries.filter { $0.sector == nil }.map(\.partnership.partner)).count
    return partners == 0
      ? ""
      : "; the sector of \(counted(partners, "partner")) with a partnership is not recorded"
  }

  /// Of how many stories that say what changed it could not be read who took part.
  private var lostStories: String {
    let lost = network.records.stories.count { $0.impact != nil && $0.unread.contains("who") }
    return lost == 0
      ? ""
      : " Who took part in \(counted(lost, "story", "stories")) that \(lost == 1 ? "says" : "say") what changed could not be read."
  }

  private var toShow: String {
    let evidence = PartnershipEvidence(network, ledger.entries)
    guard evidence.isRecorded else {
      return "What has come of them is not recorded: add stories.csv or goals.csv."
    }
    let all = ledger.entries.count
    switch (evidence.tellsStories, evidence.tellsGoals) {
    case (true, true):
      return
        "Evidence of impact: \(counted(evidence.withStory)) of \(counted(all)) \(evidence.withStory == 1 ? "has" : "have") a story with its effect, \(counted(evidence.withGoal)) a measured goal; \(counted(evidence.withNeither)) \(evidence.withNeither == 1 ? "has" : "have") neither on record.\(lostStories)"
    case (true, false):
      return
        "Evidence of impact: \(counted(evidence.withStory)) of \(counted(all)) \(evidence.withStory == 1 ? "has" : "have") a story with its effect; whether a goal of theirs is measured is not recorded.\(lostStories)"
    case (false, true):
      return
        "Evidence of impact: \(counted(evidence.withGoal)) of \(counted(all)) \(evidence.withGoal == 1 ? "has" : "have") a measured goal; whether a story tells of their effect is not recorded."
    case (false, false):
      return
        "What has come of them is not recorded: stories.csv would say who took part and what changed, goals.csv by what it is measured."
    }
  }

  /// A sector in words: "local authority".
  static func words(_ sector: String) -> String { sector.replacing("-", with: " ") }

  private var sectors: [Sectors.Coverage] { Sectors.coverage(network, ledger.contacts) }
}

// MARK: - Tables

extension PartnersReport {
  /// What depth of work is rated on.
  static let depths = 0.0...5.0

  /// A view as a cell: the mean, its end where it is at one, `c` for too few raters, "unknown" for none.
  static func cell(_ view: View, on scale: ClosedRange<Double> = 1...4) -> Table.Cell {
    switch view {
    case .mean(let value, _) where View.isAtEnd(value, of: scale):
      .text(View.words(value, on: scale))
    case .mean(let value, _): .number(value, places: 1)
    case .tooFew: .suppressed
    case .unknown: .text("unknown")
    }
  }

  /// A mean over several as a cell; "about 3" where more would tell what one of them is.
  static func cell(_ mean: ToldMean) -> Table.Cell {
    switch mean {
    case .exact(let value): .number(value, places: 1)
    case .end(let value): .text(View.words(value))
    case .about(let value): .text("about \(fixed(value, places: 0))")
    case .withheld: .suppressed
    }
  }

  private static func file(_ view: View, on scale: ClosedRange<Double> = 1...4) -> Table.Cell {
    switch view {
    case .mean(let value, _) where View.isAtEnd(value, of: scale):
      .text(View.words(value, on: scale))
    case .mean(let value, _): .number(value, places: 4)
    case .tooFew: .suppressed
    case .unknown: .empty
    }
  }

  /// How many people are in touch; nothing where no file tells who is, or a lead that is named could not be read.
  private func people(_ count: Int?) -> Table.Cell {
    ledger.tellsContacts ? count.map(Table.Cell.count) ?? .empty : .empty
  }

  private func trend(_ entry: PartnershipLedger.Entry) -> String {
    guard let before = entry.deepestBefore ?? (entry.holdersBefore == 0 ? Depth.none : nil),
      let now = entry.deepest
    else { return "" }
    return now > before ? "deeper" : now < before ? "shallower" : "steady"
  }

  /// Every partnership, for people.
  func table(_ entries: [PartnershipLedger.Entry]) -> Table {
    Table(
      [
        .text("partner"), .text("with"), .text("sector"), .number("level", "depth"),
        .text("trend"), .number("people"), .number("trust_ours", "our trust"),
        .number("trust_theirs", "their trust"), .text("review"), .text("status"),
      ],
      rows: entries.map { entry in
        [
          .text(brief(entry.partner, 32)), .text(brief(entry.with, 32)),
          .text(entry.sector.map(Self.words) ?? ""),
          entry.partnership.level.map { .count(Int($0.rawValue)) } ?? .empty,
          .text(trend(entry)), people(entry.holderCount), Self.cell(entry.ours.trust),
          Self.cell(entry.theirs.trust),
          .text(entry.partnership.reviewDue.map { "\($0)" } ?? ""), .text(entry.status.rawValue),
        ]
      })
  }

  /// The red list: why, and the one thing to do.
  ///
  /// - Parameter isWhole: whether names stand in full, where there is room for lines.
  func redTable(top: Int, isWhole: Bool = false) -> Table {
    Table(
      [.text("partnership"), .text("why"), .text("action", "do")],
      rows: red.prefix(top).map { entry in
        [
          .text(
            isWhole
              ? "\(entry.partner) with \(entry.with)"
              : brief("\(entry.partner) with \(entry.with)", 58)),
          .text(
            entry.flags.filter { $0.gravity > .light || $0 == .noAgreement }.prefix(3)
              .map(\.reason).joined(separator: "; ")),
          .text(entry.flags.first?.action ?? ""),
        ]
      })
  }

  /// What the red table leaves out: further red ones, and why others are to be watched, the commonest reason first.
  func rest(top: Int) -> String {
    let watched = ledger.entries.filter { $0.status == .watch }
    var tally: [String: (flag: RedFlag, count: Int)] = [:]
    for flag in watched.compactMap(\.flags.first) {
      tally[flag.code, default: (flag, 0)].count += 1
    }
    let reasons = tally.values.sorted { ($1.count, $0.flag.code) < ($0.count, $1.flag.code) }
      .map { "\($0.flag.label) (\(counted($0.count)))" }
    let more = red.count - top
    let steady = ledger.entries.count { $0.status == .steady }
    let others =
      steady == 0 || red.count + watched.count + steady < ledger.entries.count
      ? "" : steady == 1 ? " The other one is steady." : " The other \(counted(steady)) are steady."
    return [
      more > 0
        ? "\(counted(more)) more \(more == 1 ? "is" : "are") red: the list below begins with them all."
        : nil,
      watched.isEmpty
        ? nil
        : "To watch, by what weighs most: \(listed(reasons)).\(others)",
    ].compactMap { $0 }.joined(separator: " ")
  }

  /// Every partnership with every column, for files.
  public var csvTable: Table {
    let columns: [Table.Column] = [
      .text("id"), .text("partner"), .text("with"), .text("sector"), .text("status"),
      .text("flags"), .text("why"), .text("action"), .text("lead"), .number("people"),
      .number("people_year_before"), .number("level"), .number("deepest_tie"),
      .number("deepest_tie_year_before"), .text("agreement"), .text("roles_clear"),
      .text("shared_goal"), .text("review_due"), .text("gives"), .text("gets"),
      .number("trust_ours"), .number("trust_theirs"), .number("trust_gap"),
      .number("value_ours"), .number("value_theirs"), .number("level_ours"),
      .number("level_theirs"), .number("readiness_ours"), .number("readiness_theirs"),
      .number("raters_ours"), .number("raters_theirs"),
    ]
    return Table(columns, rows: ledger.entries.map(fileRow))
  }

  private func fileRow(_ entry: PartnershipLedger.Entry) -> [Table.Cell] {
    let partnership = entry.partnership
    func depth(_ depth: Depth?) -> Table.Cell {
      depth.map { .count(Int($0.rawValue)) } ?? .empty
    }
    func answer(_ answer: Bool?) -> Table.Cell { .text(answer.map { $0 ? "yes" : "no" } ?? "") }
    func raters(_ view: View) -> Table.Cell { view.raters.map(Table.Cell.count) ?? .empty }
    let identity: [Table.Cell] = [
      .text(entry.id), .text(entry.partner), .text(entry.with), .text(entry.sector ?? ""),
      .text(entry.status.rawValue), .text(entry.flags.map(\.code).joined(separator: "; ")),
      .text(entry.flags.map(\.reason).joined(separator: "; ")),
      .text(entry.flags.first?.action ?? ""),
      partnership.lead.map { naming.id($0).map(Table.Cell.text) ?? .suppressed } ?? .empty,
      people(entry.holderCount),
    ]
    let work: [Table.Cell] = [
      people(entry.holdersBefore), depth(partnership.level),
      depth(entry.deepest), depth(entry.deepestBefore), answer(partnership.hasAgreement),
      answer(partnership.rolesAreClear), .text(goal(partnership)),
      .text(partnership.reviewDue.map { "\($0)" } ?? ""),
      .text(partnership.gives.joined(separator: "; ")),
      .text(partnership.gets.joined(separator: "; ")),
    ]
    return identity + work + [
      Self.file(entry.ours.trust), Self.file(entry.theirs.trust),
      entry.trustGap.signed.map {
        entry.trustGap.isTold ? .number($0, places: 4) : .suppressed
      } ?? .empty, Self.file(entry.ours.value),
      Self.file(entry.theirs.value), Self.file(entry.ours.level, on: Self.depths),
      Self.file(entry.theirs.level, on: Self.depths),
      Self.file(entry.ours.readiness), Self.file(entry.theirs.readiness),
      raters(entry.ours.trust), raters(entry.theirs.trust),
    ]
  }

  private func goal(_ partnership: Partnership) -> String {
    switch partnership.sharedGoal {
    case .goal(let place): network.records.goals[place].id
    case .words(let words): words
    case .yes: "yes"
    case .no: "no"
    case nil: ""
    }
  }

  /// Sectors, and how much the trust has in each.
  var sectorTable: Table {
    Self.sectorTable(sectors, network, ledger.contacts)
  }

  /// Sectors, partners of no sector on record last.
  static func sectorTable(
    _ sectors: [Sectors.Coverage], _ network: Network, _ contacts: Contacts
  ) -> Table {
    let isTold = network.partners.contains { $0.sector != nil }
    let all =
      (isTold ? sectors : []).map { (words($0.sector), $0) }
      + [Sectors.unrecorded(network, contacts)].compactMap { $0 }.map { ("not recorded", $0) }
    return Table(
      [
        .text("sector"), .number("partners"), .number("partnerships"),
        .number("people", "staff with a tie"),
      ],
      rows: all.map { sector, one in
        [
          .text(sector), .count(one.partners), .count(one.partnerships),
          contacts.isRecorded ? .count(one.people) : .empty,
        ]
      })
  }

  /// What the sectors' staff are.
  static let sectorNote =
    "Staff with a tie: those with a tie or a working group with a partner; a lead without either is not among them."

  /// Purpose, culture and resources: what each of the three enablers comes to.
  var scorecard: Table {
    func share(
      _ share: PartnershipHealth.Share, _ words: String, _ column: String? = nil
    ) -> String {
      let isUnread = ledger.entries.contains { entry in
        column.map { entry.partnership.unread.contains($0) } ?? false
      }
      return share.value.map { "\(percent($0)) \(words) (\(share.count) of \(share.of))" }
        ?? "\(isUnread ? "could not be read" : "not recorded"): \(words)"
    }
    // A mean of one or two, or at an end of the scale, would tell what stands there as low or high.
    func score(
      _ told: ToldMean?, _ words: String, _ sides: (PartnershipLedger.Entry.Side) -> View
    ) -> String {
      guard let told else { return "\(words) not known" }
      let rated = ledger.entries.count {
        sides($0.ours).value != nil || sides($0.theirs).value != nil
      }
      guard rated > 2 else { return "\(words) rated in too few for a mean" }
      return switch told {
      case .exact(let value):
        "\(words) \(fixed(value, places: 1)) of 4 (PARTNER-style, \(fixed((value - 1) / 3, places: 2)) of 1)"
      case .end(let value): "\(words) \(View.words(value))"
      case .about(let value): "\(words) about \(fixed(value, places: 0)) of 4"
      case .withheld: "\(words) not told"
      }
    }
    func spread(_ mission: PartnershipHealth.Mission) -> String {
      mission.toldSpread.map { ", spread \(fixed($0, places: 1))" } ?? ""
    }
    let mission =
      health.mission.map {
        guard $0.sides > 2 else { return "mission rated by too few sides for a mean" }
        return switch $0.told {
        case .exact(let value):
          "agree on the mission \(fixed(value, places: 1)) of 4\(spread($0)) across \($0.sides) sides"
        case .end(let value):
          "agreement on the mission \(View.words(value)) across \($0.sides) sides"
        case .about(let value):
          "agree on the mission about \(fixed(value, places: 0)) of 4 across \($0.sides) sides"
        case .withheld: "agreement on the mission not told"
        }
      }
      ?? (ledger.rounds.asks(RatingItem("mission"))
        ? "mission rated by too few to tell" : "mission not rated")
    return Table(
      [.text("enabler"), .text("stands")],
      rows: [
        [.text("Purpose"), .text(share(health.sharedGoal, "share a goal") + "; " + mission)],
        [
          .text("Culture"),
          .text(
            score(health.toldTrust, "trust", \.trust) + "; "
              + (health.shareApart.map { "\(percent($0)) see it two steps apart" }
                ?? "gaps not known")
              + (health.oneSided > 0
                ? "; \(counted(health.oneSided)) heard from one side only" : "")),
        ],
        [
          .text("Resources"),
          .text(
            score(health.toldValue, "value", \.value) + "; "
              + share(health.bothWays, "give and get")
              + "; "
              + share(health.agreement, "have an agreement", "agreement") + "; "
              + share(health.rolesClear, "have clear roles", "roles_clear")),
        ],
      ])
  }

  /// At most five things to do, what can be done this term first.
  var actionTable: Table {
    var tally: [String: (flag: RedFlag, entries: [PartnershipLedger.Entry])] = [:]
    for entry in ledger.entries {
      // Both sides may have fallen: that is one partnership.
      for flag in entry.flags where tally[flag.code]?.entries.last?.place != entry.place {
        tally[flag.code, default: (flag, [])].entries.append(entry)
      }
    }
    let chosen = tally.values.sorted {
      ($1.flag.weight, $1.entries.count, $0.flag.code) < (
        $0.flag.weight, $0.entries.count, $1.flag.code
      )
    }.prefix(5).sorted { a, b in
      a.flag.horizon == .thisTerm && b.flag.horizon != .thisTerm
    }
    var used: Set<Int> = []
    return Table(
      [
        .text("when"), .text("do"), .number("partnerships"), .text("first", "beginning with"),
        .text("who"),
      ],
      rows: chosen.map { item in
        // Another place for each, as far as there are others.
        let first = item.entries.first { !used.contains($0.place) } ?? item.entries.first
        if let first { used.insert(first.place) }
        return [
          .text(item.flag.horizon.rawValue), .text(item.flag.action), .count(item.entries.count),
          .text(first.map { "\($0.partner) with \($0.with)" } ?? ""),
          .text(
            first.map { $0.whoActs(naming.name) } ?? ""),
        ]
      })
  }

  /// All of it.
  public func pages(top: Int) -> Pages {
    var pages = Pages(sentences: sentences)
    guard !ledger.entries.isEmpty else { return pages }
    let left = ledger.entries.count - top
    let few = min(top, 10)
    pages.main = "partnerships"
    pages.add(
      "red",
      red.count > few
        ? "The red list: the \(inWords(few)) gravest of \(counted(red.count)), why, and the one thing to do"
        : "The red list: why, and the one thing to do",
      redTable(top: few), note: rest(top: few))
    pages.add(
      "partnerships",
      left > 0 ? "Partnerships, the \(counted(top)) that need most first" : "Partnerships",
      table(Array(ledger.entries.prefix(top))), full: csvTable,
      note:
        "People: staff in touch, the lead included. Trust: 1 to 4, PARTNER-style; \"unknown\" when nobody answered, c when fewer than three did."
        + (left > 0 ? " The other \(counted(left)): --top \(ledger.entries.count)." : ""))
    pages.add("scorecard", "What collaboration needs", scorecard)
    pages.add(
      "trust", "Trust, round by round", trustTable,
      note:
        "The mean over partnerships of each side's view, 1 to 4, from three raters a side upwards; about, c: more would tell what some of them said."
    )
    pages.add("steps", "Sides rated twice, the largest move first", stepTable)
    pages.add(
      "say", "How partners see us", sayTable,
      note: "About, c: more would tell what the partners of one partnership said.")
    pages.add("new", "New partnerships", newTable)
    pages.add("sectors", "Sectors", sectorTable, note: Self.sectorNote)
    pages.add("actions", "What would help, five things at most", actionTable)
    pages.closing =
      "Next: weft partners FOLDER \(ledger.entries.first?.id ?? "ID") for one of them, weft prospects FOLDER for new ones."
    return pages
  }
}

extension PartnershipLedger.Entry {
  /// Who could take a step: its lead, or where there is none, or none any more, one to be named.
  public func whoActs(_ name: (Int32) -> String?) -> String {
    if let presentLead { return name(presentLead) ?? "its lead" }
    return partnership.unread.contains("lead") ? "its lead" : "a lead to be named"
  }
}
