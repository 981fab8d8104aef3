public import Documents
public import Findings
import Measures
import Networks

/// Partnerships as a list to go through: those that need somebody, those to watch, those that are steady; and when reviews fall due.
public struct PartnershipList: Sendable {
  /// One month of the calendar of reviews.
  public struct Month: Sendable {
    public let label: String
    public let count: Int
    public let isLate: Bool
    /// Whether schools are closed, so that a review can hardly be held.
    public let isHoliday: Bool
  }

  private let analysis: Analysis
  public let entries: [PartnershipLedger.Entry]

  public init(_ analysis: Analysis) {
    self.analysis = analysis
    entries = analysis.ledger.entries
  }

  /// Whether either side of any has said how far it trusts the other.
  public var tellsTrust: Bool {
    entries.contains { $0.ours.trust != .unknown || $0.theirs.trust != .unknown }
  }

  public func entries(_ status: PartnershipLedger.Status) -> [PartnershipLedger.Entry] {
    entries.filter { $0.status == status }
  }

  /// What to call a state.
  public static func word(_ status: PartnershipLedger.Status) -> String {
    switch status {
    case .red: "Act now"
    case .watch: "Watch"
    case .steady: "Steady"
    case .unknown: "Cannot be told"
    }
  }

  /// Some of them: why, what to do, how both sides trust, and when they are reviewed.
  ///
  /// - Parameter says: whether what to do is told.
  public func table(_ some: [PartnershipLedger.Entry], says: Bool) -> Table {
    var table = Table(
      [
        .text("partner", "Partner"), .text("with", "With"), .text("why", "Why"),
        .text("step", "Next step"), .number("trust_ours", "We trust"),
        .number("trust_theirs", "They trust"), .text("review", "Review"),
      ],
      rows: some.map { entry in
        [
          .text(entry.partner), .text(entry.with),
          .text(capitalised(entry.flags.prefix(3).map(\.reason).joined(separator: "; "))),
          .text(entry.flags.first?.action ?? ""), PartnersReport.cell(entry.ours.trust),
          PartnersReport.cell(entry.theirs.trust),
          .text(
            entry.partnership.reviewDue.map(Self.month) ?? entry.partnership.said("review_due")
              ?? "not on record"),
        ]
      })
    if !says { table.dropColumn("step") }
    return table
  }

  /// Every one with its state, for files.
  public var fileTable: Table {
    var table = Table(
      [
        .text("id"), .text("partner"), .text("with"), .text("sector"), .text("state"),
        .text("why"), .text("step"), .number("trust_ours"), .number("trust_theirs"),
        .text("review_due"),
      ])
    table.rows = entries.map { entry in
      [
        .text(entry.id), .text(entry.partner), .text(entry.with), .text(entry.sector ?? ""),
        .text(Self.word(entry.status)), .text(entry.flags.map(\.reason).joined(separator: "; ")),
        .text(entry.flags.first?.action ?? ""), PartnersReport.cell(entry.ours.trust),
        PartnersReport.cell(entry.theirs.trust),
        .text(entry.partnership.reviewDue.map { "\($0)" } ?? ""),
      ]
    }
    return table
  }

  /// How many reviews are overdue, then how many fall in each of the next twelve months; nothing where no review has a day.
  public var calendar: [Month] {
    let due = entries.compactMap(\.partnership.reviewDue)
    guard let today = analysis.asAt, !due.isEmpty else { return [] }
    let late = due.count { $0 < today }
    let months = (0..<12).compactMap { ahead -> Month? in
      let place = today.month - 1 + ahead
      let (year, month) = (today.year + place / 12, place % 12 + 1)
      guard let first = Day(year: year, month: month, day: 1) else { return nil }
      let name = Self.month(first)
      return Month(
        label: ahead == 0 || month == 1 ? name : String(name.prefix { $0 != "\u{A0}" }),
        count: due.count { $0 >= today && $0.year == year && $0.month == month }, isLate: false,
        isHoliday: month == 8)
    }
    return [Month(label: "Overdue", count: late, isLate: late > 0, isHoliday: false)] + months
  }

  /// "Jan 2027".
  private static func month(_ day: Day) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return "\(names[day.month - 1])\u{A0}\(day.year)"
  }
}

/// How two sides see one partnership, on one scale, as far as it may be told.
public struct TwoSides: Sendable {
  public struct Row: Sendable {
    public let name: String
    public let ours: Table.Cell
    public let theirs: Table.Cell
    /// Where each stands between 0 and 1 of the scale; `nil` where it is not told.
    public let oursAt: Double?
    public let theirsAt: Double?
    /// Whether they stand two steps apart or more, where both are told.
    public let isApart: Bool
  }

  public let rows: [Row]

  public init(_ ledger: PartnershipLedger, _ entry: PartnershipLedger.Entry) {
    let names = [
      "reliability": "Reliable", "mission": "Shares our aims", "openness": "Open with us",
      "power": "Influence", "involvement": "Takes part", "resources": "Brings resources",
    ]
    var rows: [Row] = []
    func add(_ name: String, _ ours: View, _ theirs: View) {
      guard ours != .unknown || theirs != .unknown else { return }
      // At either end of the scale the very place would tell what each one said.
      func at(_ view: View) -> Double? {
        view.value.map { View.isAtEnd($0) ? ($0 < 2 ? 0.05 : 0.95) : ($0 - 1) / 3 }
      }
      let gap = PerceptionGap(ours: ours.value, theirs: theirs.value)
      rows.append(
        Row(
          name: name, ours: PartnersReport.cell(ours), theirs: PartnersReport.cell(theirs),
          oursAt: at(ours), theirsAt: at(theirs), isApart: gap.isWide))
    }
    func add(_ item: RatingItem) {
      add(
        names[item.id] ?? item.id, ledger.rounds.told(item, entry.place, .ours),
        ledger.rounds.told(item, entry.place, .theirs))
    }
    add("Trust", entry.ours.trust, entry.theirs.trust)
    RatingItem.trust.forEach(add)
    add("Value", entry.ours.value, entry.theirs.value)
    RatingItem.value.forEach(add)
    self.rows = rows
  }

  public var table: Table {
    Table(
      [.text("about", "About"), .number("ours", "We say"), .number("theirs", "They say")],
      rows: rows.map { [.text($0.name), $0.ours, $0.theirs] })
  }
}
