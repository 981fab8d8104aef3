public import Documents
public import Findings
import Measures
import Networks

extension PartnersReport {
  /// Several partnerships of one partner.
  public func pages(among entries: [PartnershipLedger.Entry]) -> Pages {
    var pages = Pages(
      sentences: ["\(entries.first?.partner ?? "") has \(counted(entries.count, "partnership"))."])
    pages.add("partnerships", "Partnerships", table(entries))
    pages.closing = "Next: weft partners FOLDER \(entries.first?.id ?? "") for one of them."
    return pages
  }

  /// One partnership whole.
  public func pages(of entry: PartnershipLedger.Entry) -> Pages {
    var pages = Pages(sentences: sentences(of: entry))
    pages.add("facts", "What is agreed", facts(entry))
    pages.add(
      "views", "How the two sides see it", views(entry),
      note:
        "Means of 1 to 4 (depth 0 to 5) over at least three raters; low, high: at that end of the scale; c: fewer answered, or it would tell what each said; unknown: nobody did. Gap: ours less theirs."
    )
    for side in Rating.Side.allCases {
      let profile = AssessmentProfile(ledger.rounds, entry.place, side)
      pages.add(
        "profile-\(side.rawValue)",
        "\(side == .ours ? "Our" : "Their") answers to the assessment", Self.table(profile),
        note: Self.note(profile))
    }
    pages.add("events", "Events they were asked to", events(entry))
    pages.add("stories", "Stories", stories(entry))
    pages.add("goal", "The shared goal", progress(entry))
    pages.closing = "Next: weft partners FOLDER for the whole ledger."
    return pages
  }

  private func sentences(of entry: PartnershipLedger.Entry) -> [String] {
    var sentences = [
      "\(entry.partner) with \(entry.with): \(entry.status == .unknown ? "how it stands cannot be told" : entry.status.rawValue)\(entry.sector.map { ", \(Self.words($0))" } ?? "")."
    ]
    for flag in entry.flags { sentences.append("- \(capitalised(flag.reason)). \(flag.action)") }
    if entry.flags.isEmpty { sentences.append(entry.nothingCalls) }
    if let stage = entry.partnership.level { sentences += Stages.check(entry, stage) }
    return sentences
  }

  private func facts(_ entry: PartnershipLedger.Entry) -> Table {
    let partnership = entry.partnership
    func answer(_ answer: Bool?) -> String { answer.map { $0 ? "yes" : "no" } ?? "not recorded" }
    let named = entry.holders.compactMap { naming.name($0) }
    let unnamed = entry.holders.count - named.count
    let holders = named + (unnamed > 0 ? ["\(inWords(unnamed)) not named"] : [])
    let lead =
      partnership.lead.map { naming.name($0) ?? "not named" } ?? partnership.said("lead")
      ?? "not recorded"
    return Table(
      [.text("what"), .text("is")],
      rows: [
        (
          "depth",
          partnership.level.map { "\($0.rawValue) \($0.word)" } ?? partnership.said("level")
            ?? "not recorded"
        ),
        ("lead", lead),
        (
          "in touch",
          ledger.tellsContacts
            ? touch(
              entry, entry.holders.isEmpty ? "nobody" : "\(entry.holders.count): \(listed(holders))"
            )
            : "not recorded"
        ),
        (
          "a year before",
          !ledger.tellsContacts
            ? "not recorded"
            : entry.holdersBefore.map { counted($0, "person", "people") } ?? "not known"
        ),
        ("agreement", partnership.said("agreement") ?? answer(partnership.hasAgreement)),
        ("roles clear", partnership.said("roles_clear") ?? answer(partnership.rolesAreClear)),
        ("shared goal", goalWords(partnership)),
        ("since", partnership.started?.inWords ?? partnership.said("started") ?? "not recorded"),
        (
          "review due",
          partnership.reviewDue?.inWords ?? partnership.said("review_due") ?? "not recorded"
        ),
        ("they give", partnership.gives.isEmpty ? "not recorded" : listed(partnership.gives)),
        ("they get", partnership.gets.isEmpty ? "not recorded" : listed(partnership.gets)),
      ].map { [.text($0.0), .text($0.1)] })
  }

  /// Who is in touch, and that a lead who could not be read may be so as well.
  private func touch(_ entry: PartnershipLedger.Entry, _ known: String) -> String {
    if entry.tellsHolders { return known }
    return entry.holders.isEmpty ? "could not be read" : known + "; the lead could not be read"
  }

  private func goalWords(_ partnership: Partnership) -> String {
    switch partnership.sharedGoal {
    case .goal(let place): network.records.goals[place].statement
    case .words(let words): words
    case .yes: "yes"
    case .no: "no"
    case nil: "not recorded"
    }
  }

  private func views(_ entry: PartnershipLedger.Entry) -> Table {
    var rows: [[Table.Cell]] = []
    func add(
      _ name: String, _ ours: View, _ theirs: View, on scale: ClosedRange<Double> = 1...4
    ) {
      guard ours != .unknown || theirs != .unknown else { return }
      let gap = PerceptionGap(ours: ours.value, theirs: theirs.value, on: scale)
      let sense =
        gap.signed.map { gap.isTold ? fixed($0, places: 1) : "c" }
        ?? (theirs == .unknown ? "their view unknown" : ours == .unknown ? "our view unknown" : "c")
      rows.append([
        .text(name), Self.cell(ours, on: scale), Self.cell(theirs, on: scale), .text(sense),
        ours.raters.map(Table.Cell.count) ?? .empty, theirs.raters.map(Table.Cell.count) ?? .empty,
      ])
    }
    add("trust", entry.ours.trust, entry.theirs.trust)
    add("value", entry.ours.value, entry.theirs.value)
    add("depth", entry.ours.level, entry.theirs.level, on: Self.depths)
    add("trust, round before", entry.ours.trustBefore, entry.theirs.trustBefore)
    for item in RatingItem.trust + RatingItem.value + RatingItem.readiness {
      add(
        item.id.replacing("-", with: ": "), ledger.rounds.told(item, entry.place, .ours),
        ledger.rounds.told(item, entry.place, .theirs))
    }
    // What a side says of itself stands beside what the other says of it.
    add("we of ourselves, they of us: ready", entry.ours.ownReadiness, entry.theirs.readiness)
    add("we of them, they of themselves: ready", entry.ours.readiness, entry.theirs.ownReadiness)
    return Table(
      [
        .text("item"), .number("ours"), .number("theirs"), .text("gap"),
        .number("raters_ours", "our raters"), .number("raters_theirs", "their raters"),
      ], rows: rows)
  }

  /// The total and what it means, as far as they may be told; how to read the spread.
  private static func note(_ profile: AssessmentProfile) -> String {
    guard !profile.factors.isEmpty else { return "" }
    let total =
      profile.toldTotal.map {
        "Total \(fixed($0, places: 0)) of 36 to 144: \(profile.band ?? ""). "
      }
      ?? (profile.total == nil
        ? ""
        : "The total is not told: a factor could be worked out from it.\(profile.toldBand.map { " Its band: \($0)." } ?? "") ")
    return total
      + "Spread: from five raters upwards; c: fewer, or with the mean it would tell what each said."
  }

  private static func table(_ profile: AssessmentProfile) -> Table {
    Table(
      [.text("factor"), .number("mean"), .number("spread"), .number("raters")],
      rows: profile.factors.map {
        [
          .text($0.name), Self.cell($0.told),
          $0.toldSpread.map { .number($0, places: 1) } ?? .suppressed,
          .count($0.raters),
        ]
      })
  }

  private func events(_ entry: PartnershipLedger.Entry) -> Table {
    Table(
      [.text("date"), .text("event"), .text("kind"), .text("prepared"), .text("contributed")],
      rows: network.records.events.sorted {
        ($0.date?.number ?? 0, $0.id) < ($1.date?.number ?? 0, $1.id)
      }
      .flatMap { event in
        event.attendance.filter { $0.party == entry.partnership.partner }.map { seat in
          func answer(_ answer: Bool?) -> Table.Cell {
            .text(seat.came == false ? "absent" : answer.map { $0 ? "yes" : "no" } ?? "")
          }
          return [
            .text(event.date.map { "\($0)" } ?? ""), .text(brief(event.name)),
            .text(event.kind ?? ""), answer(seat.prepared), answer(seat.contributed),
          ]
        }
      })
  }

  private func stories(_ entry: PartnershipLedger.Entry) -> Table {
    Table(
      [.text("date"), .text("story"), .text("impact", "what changed")],
      rows: network.stories(of: entry.partnership).map {
        [
          .text($0.date.map { "\($0)" } ?? ""), .text(brief($0.title)),
          .text($0.impact.map { brief($0, 72) } ?? "not recorded"),
        ]
      })
  }

  private func progress(_ entry: PartnershipLedger.Entry) -> Table {
    guard let goal = network.goal(of: entry.partnership) else { return Table([]) }
    return Table(
      [.text("date"), .number("value"), .number("target")],
      rows: goal.progress.map {
        [.text("\($0.date)"), .number($0.value, places: 1), .optional(goal.target, places: 1)]
      })
  }
}

extension Partnership {
  /// What is said of a cell that holds something nobody can read.
  func said(_ role: String) -> String? {
    unread.contains(role) ? "could not be read" : nil
  }
}

extension PartnershipLedger.Entry {
  /// What is said of a partnership without a reason to look at it.
  public var nothingCalls: String {
    status == .unknown
      ? "What is recorded of it could not be read."
      : partnership.unread.isEmpty
        ? "Nothing calls for anybody's attention."
        : "Nothing that could be read calls for anybody's attention."
  }
}
