import Findings
import Measures
public import Networks

/// Who works with which partner: a row for each partner by sector, a column for each school by hub, a dot for each
/// partnership, the deeper the larger, what needs a look in a red frame, and when each is to be looked at again.
public struct PartnerPicture: Sendable, Equatable {
  public var furniture: Furniture
  let labels: GroupLabels
  /// Labels that tell every partner from the others.
  let partnerLabels: GroupLabels
  /// Groups of staff, one a column, from the left.
  public var left: [Row]
  /// Partners from the top, sector by sector.
  public var right: [Row]
  public var links: [Link]
  /// Sectors in which there is no partnership.
  public let lacking: [String]
  public let minLink: Int
  /// The months of the calendar of reviews, from that of the day looked at; none where no review is dated.
  let months: [Month]
  /// Sectors in which partners stand as one row.
  let folded: [String: Folded]

  /// A month of the calendar.
  struct Month: Sendable, Equatable {
    let year, month: Int
    var letter: String { String("JFMAMJJASOND".dropFirst(month - 1).prefix(1)) }
  }

  public struct Row: Sendable, Equatable {
    public let id: String
    public let title: String
    public let kind: NodeClass
    /// The sector of a partner.
    public let sector: String
    /// What needs a look, in a few words.
    public let alarm: String?
    /// Whether there is something to show for it.
    public let hasEffect: Bool
    var hub: String?
    /// Reviews that were due before the day looked at, by month of the calendar, and later.
    var overdue = 0
    var due: [Int] = []
    var later = 0
  }

  public struct Link: Sendable, Equatable {
    /// Places in `left` and `right`.
    public let left: Int
    public let right: Int
    public let ties: Double
    public let depth: Depth?
    /// Whether a partnership is on record, and whether it is on the red list.
    public let isOnRecord: Bool
    public let isRed: Bool
    let hasAgreement: Bool?

    /// How strongly it is drawn: no more than contact, not deep, coordination, joint work.
    var grade: Grade {
      guard isOnRecord else { return .contact }
      guard let depth else { return .light }
      return depth <= .cooperation ? .light : depth == .coordination ? .middle : .deep
    }
  }

  /// Partners of a sector that stand as one row, and how many of them need a look.
  struct Folded: Equatable {
    let count: Int
    let red: Int
  }

  /// Classes of depth.
  enum Grade: Int, CaseIterable {
    case contact, light, middle, deep

    var radius: Double { [1.5, 1.9, 2.9, 3.9][rawValue] }
    var words: String {
      switch self {
      case .contact: "in touch, none on record"
      case .light: "depth 1 to 2, or not recorded"
      case .middle: "depth 3"
      case .deep: "depth 4 to 5"
      }
    }
  }

  /// The most partners that a page takes.
  static func limit(_ paper: PaperSize) -> Int {
    switch paper {
    case .a4, .wide: 36
    case .a4p: 60
    case .a3: 40
    case .slide: 26
    case .column: 26
    case .half, .inset: 8
    }
  }

  /// - Parameters:
  ///   - limit: the most partners; those on the red list or overdue stay, then those with most links.
  ///   - groups: the most groups of staff; more are drawn together.
  public init(_ facts: FigureFacts, number: Int? = nil, limit: Int = 26, groups: Int = 32) {
    labels = facts.labels
    let map = facts.analysis.map(atMost: groups)
    let book = PartnerBook(facts, groups: groups)
    var weight = [(links: Int, ties: Double)](repeating: (0, 0), count: book.partners.count)
    for link in book.links {
      weight[link.partner].links += link.isOnRecord ? 1 : 0
      weight[link.partner].ties += link.ties
    }
    partnerLabels = GroupLabels(book.partners.map(\.title))
    let linked = Set(book.links.map(\.partner))
    let day = facts.analysis.asAt
    func needsLook(_ partner: PartnerBook.Partner) -> Bool {
      partner.alarm != nil || day.map { day in partner.reviews.contains { $0 < day } } ?? false
    }
    let partners = linked.sorted { a, b in
      func rank(_ partner: Int) -> (Int, Int, Double, String) {
        (
          needsLook(book.partners[partner]) ? 0 : 1, -weight[partner].links,
          -weight[partner].ties, book.partners[partner].id
        )
      }
      return rank(a) < rank(b)
    }
    var kept = Set(partners.prefix(limit))
    // A row for one more takes the room of that one.
    let rest = Dictionary(grouping: partners.dropFirst(limit), by: { book.partners[$0].sector })
    for alone in rest.values where alone.count == 1 { kept.insert(alone[0]) }
    let drawn = book.links.filter { kept.contains($0.partner) }
    let without = book.groups.indices.filter { book.tellsPartners && !book.groups[$0].hasPartner }
    let unshown = book.groups.indices.filter { group in
      book.groups[group].hasPartner && !book.links.contains { $0.group == group }
    }
    // Central teams without a partner are no finding.
    let alone = without.filter { !book.groups[$0].isInStory }
    let staff = book.groups.indices.filter { group in
      drawn.contains { $0.group == group }
        || (without.contains(group) && book.groups[group].kind != .central)
    }
    let months = Self.months(from: day, book)
    self.months = months
    let order = (
      left: staff.sorted { Self.rank($0, book) < Self.rank($1, book) },
      right: Self.bySector(kept, book, weight.map(\.links))
    )
    left = order.left.map { place in
      let group = book.groups[place]
      return Row(
        id: group.id, title: group.title, kind: group.kind, sector: "",
        alarm: alone.contains(place) ? book.tellsContacts ? "no partner" : "none on record" : nil,
        hasEffect: false, hub: group.hub)
    }
    right = order.right.map { place in
      let partner = book.partners[place]
      var row = Row(
        id: partner.id, title: partner.title, kind: .partner, sector: partner.sector,
        alarm: partner.alarm, hasEffect: partner.hasEffect)
      row.due = [Int](repeating: 0, count: months.count)
      for review in partner.reviews {
        if let day, review < day {
          row.overdue += 1
        } else if let month = months.firstIndex(of: Month(year: review.year, month: review.month)) {
          row.due[month] += 1
        } else {
          row.later += 1
        }
      }
      return row
    }
    folded = Dictionary(
      partners.filter { !kept.contains($0) }.map {
        (book.partners[$0].sector, Folded(count: 1, red: needsLook(book.partners[$0]) ? 1 : 0))
      }, uniquingKeysWith: { Folded(count: $0.count + $1.count, red: $0.red + $1.red) })
    let (leftPlace, rightPlace) = (Self.places(order.left), Self.places(order.right))
    links = drawn.compactMap { link in
      guard let left = leftPlace[link.group], let right = rightPlace[link.partner] else {
        return nil
      }
      return Link(
        left: left, right: right, ties: link.ties, depth: link.depth, isOnRecord: link.isOnRecord,
        isRed: link.isRed, hasAgreement: link.hasAgreement)
    }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    lacking = book.lacking.map { Self.words(sector: $0) }
    minLink = map.suppressed.minLink
    let isByHub = map.merging.contains(.hubs)
    let schools =
      facts.boundary != .school
      ? facts.boundary.plural : isByHub ? "hubs and central teams" : "schools and central teams"
    // Those that stand with others on this page count one by one.
    let each = map.merging.isEmpty ? book : PartnerBook(facts, groups: .max)
    let idle =
      Self.idle(
        facts, book,
        without: each.tellsPartners
          ? each.groups.filter { $0.kind != .central && !$0.hasPartner && !$0.isInStory }
            .map(\.title).sorted() : [], on: left)
    let central = alone.count { book.groups[$0].kind == .central }
    // Those with a partnership of a group too small are counted with it.
    let hidden = book.partners.indices.count {
      !linked.contains($0) && !book.partners[$0].hasPartnership
    }
    let merged =
      map.suppressed.merged > 0
      ? "Too many for one page, so \(counted(map.suppressed.merged)) groups stand as \(inWords(map.suppressed.mergedInto)). "
      : ""
    let suppression = [
      facts.leftOut,
      hidden > 0
        ? "\(counted(hidden, "partner")) without a \(book.count == nil ? "" : "partnership on record or a ")link of \(minLink) or more people"
        : nil,
      partners.count > kept.count
        ? "\(counted(partners.count - kept.count, "partner")) with fewer links by name (they stand as one row in each sector)"
        : nil,
      book.homeless > 0
        ? "\(counted(book.homeless, "partnership")) of groups too small to show" : nil,
      central > 0 ? "\(counted(central, "central team")) without a partner" : nil,
      unshown.isEmpty
        ? nil : "\(counted(unshown.count, "group")) whose partners few people know",
    ].compactMap { $0 }
    let told = order.right.map { book.partners[$0] }.filter(\.hasSector)
    let sectors = counted(Set(told.map(\.sector)).count, "sector")
    let basis = [
      book.count.map { "\(counted($0.all, "partnership"))" },
      counted(right.count, "partner")
        + (told.isEmpty
          ? ""
          : told.count == right.count
            ? " in \(sectors)" : ", \(counted(told.count)) of them in \(sectors)"),
      book.tellsEffects
        ? "\(counted(book.withEffect)) with a story of what changed or a measured goal" : nil,
      counted(staff.count, "group"), counted(links.count, "link"),
      counted(facts.study.peopleCount, "person", "people"),
    ].compactMap { $0 }
    let onRecord =
      book.count == nil
      ? "A dot stands for the ties that staff of a group, or the group itself, have with a partner; its size is the depth of the deepest."
      : "A dot is a partnership on record, as large as it is deep\(links.contains { !$0.isOnRecord } ? "; a grey one the contact of \(minLink) or more people without one" : "")."
    let unseen =
      isByHub && book.count != nil ? idle.map { "Not seen on this page: \($0). " } ?? "" : ""
    furniture = facts.furniture(
      form: "Map of partners",
      headline: Self.headline(
        facts, book, idle: idle, isSeen: !isByHub, partners: partners.count),
      subtitle:
        "Which \(schools) of \(facts.study.network.title) work with which partners\(facts.when)",
      basis: basis.joined(separator: " · "),
      reading: unseen + onRecord + " A missing dot may mean that it was not recorded.",
      suppression: merged + (suppression.isEmpty ? "" : "Not shown: \(listed(suppression))."),
      description: Self.description(left, right, links, lacking), number: number)
  }

  /// Which groups work with no partner; `nil` where none is known not to.
  private static func idle(
    _ facts: FigureFacts, _ book: PartnerBook, without: [String], on left: [Row]
  ) -> String? {
    let depth = facts.study.slice.depth
    let isDeep = depth > .networking
    func none(_ isOne: Bool) -> String {
      guard book.tellsContacts else {
        return "\(isOne ? "has" : "have") no partnership on record"
      }
      // A partnership on record counts at any depth, contacts from this depth on.
      guard isDeep, book.count != nil else {
        return
          "\(isOne ? "works" : "work") with no partner\(isDeep ? " at depth \(depth.rawValue) or more" : "")"
      }
      return
        "\(isOne ? "has" : "have") no partnership, nor a contact at depth \(depth.rawValue) or more with a partner"
    }
    // Of groups too small to show nothing is said.
    let few = facts.verdicts.unshown == nil ? "" : " that may be shown"
    return
      without.isEmpty
      ? nil
      : without.count < 3 && without.allSatisfy({ title in left.contains { $0.title == title } })
        ? "\(listed(without)) \(none(without.count == 1))"
        : "\(inWords(without.count)) \(without.count == 1 ? facts.boundary.singular : facts.boundary.plural)\(few) \(none(without.count == 1))"
  }

  /// - Parameter isSeen: whether the groups without a partner stand on the page.
  private static func headline(
    _ facts: FigureFacts, _ book: PartnerBook, idle: String?, isSeen: Bool, partners: Int
  ) -> String {
    if partners == 0 { return "No partner is shown: no link to one is carried by enough people" }
    let one = facts.boundary.singular
    if let count = book.count {
      let late =
        "\(count.overdue == 1 ? "one review of a partnership is" : "\(inWords(count.overdue)) reviews of partnerships are") overdue"
      let needy =
        "\(inWords(count.red)) of \(inWords(count.all)) partnerships \(count.red == 1 ? "needs" : "need") a look"
      let red =
        count.red == 0
        ? count.overdue > 0
          ? late
          : count.watch > 0
            ? "no partnership is red, \(inWords(count.watch)) \(count.watch == 1 ? "is" : "are") to watch"
            : count.unknown > 0
              ? "whether \(inWords(count.unknown)) of \(inWords(count.all)) \(count.all == 1 ? "partnership" : "partnerships") \(count.unknown == 1 ? "needs" : "need") a look cannot be told"
              : "no partnership needs a look"
        : needy + (book.isOverdueBesides ? "; " + late : "")
      let lacking = book.lacking.map { words(sector: $0).lowercased() }
      let none =
        lacking.isEmpty
        ? nil
        : lacking.count < 3
          ? "no partnership is in the \(listed(lacking, and: "or")) sector"
          : "\(inWords(lacking.count)) sectors have none"
      return capitalised(
        [red, none, isSeen ? idle : nil].compactMap { $0 }.prefix(3).joined(separator: "; "))
    }
    let links = Dictionary(grouping: book.links, by: \.partner)
    let single = links.values.count { $0.count == 1 }
    let numbers =
      partners > 12 ? (counted(single), counted(partners)) : (inWords(single), inWords(partners))
    let alone =
      single > 0
      ? "\(numbers.0) of \(numbers.1) partners \(single == 1 ? "works" : "work") with one \(one) or team only"
      : nil
    let parts = [idle, alone].compactMap { $0 }
    guard book.tellsPartners else { return "Who works with partners is not recorded" }
    return parts.isEmpty
      ? "Every \(one) works with a partner, and every partner with several"
      : capitalised(parts.joined(separator: "; "))
  }

  private static func description(
    _ left: [Row], _ right: [Row], _ links: [Link], _ lacking: [String]
  ) -> String {
    guard !links.isEmpty else {
      return "No group of staff has a link to a partner that can be shown."
    }
    let none = lacking.map { "\($0): no partnership." }
    return
      (right.indices.map { partner in
        let with = links.filter { $0.right == partner }.map { left[$0.left].title }
        let alarm = right[partner].alarm.map { " (\($0))" } ?? ""
        return "\(right[partner].title)\(alarm): \(listed(with))."
      } + none).joined(separator: " ")
  }

  /// "higher-education" as "Higher education".
  static func words(sector: String?) -> String {
    guard let sector, !trimmed(sector).isEmpty else { return "No sector on record" }
    return capitalised(trimmed(sector).replacing("-", with: " ").replacing("_", with: " "))
  }

  private static func places(_ order: [Int]) -> [Int: Int] {
    Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The twelve months from a day; none where no review is dated.
  private static func months(from day: Day?, _ book: PartnerBook) -> [Month] {
    guard let day, book.partners.contains(where: { !$0.reviews.isEmpty }) else { return [] }
    return (0..<12).map { step in
      let month = day.month - 1 + step
      return Month(year: day.year + month / 12, month: month % 12 + 1)
    }
  }

  /// Schools by hub, then those of none, then central teams, then the trust.
  private static func rank(_ group: Int, _ book: PartnerBook) -> (Int, String, String, String) {
    let group = book.groups[group]
    let kind = group.id.isEmpty ? 3 : group.kind == .central ? 2 : group.hub == nil ? 1 : 0
    return (kind, group.hub ?? "", group.title, group.id)
  }

  /// Sectors with most to look at first, then the largest; in each what needs a look, then those with most partnerships.
  private static func bySector(
    _ partners: Set<Int>, _ book: PartnerBook, _ links: [Int]
  ) -> [Int] {
    var sectors: [String: (red: Int, size: Int)] = [:]
    for partner in partners {
      let entry = book.partners[partner]
      sectors[entry.sector, default: (0, 0)].red += entry.alarm == nil ? 0 : 1
      sectors[entry.sector, default: (0, 0)].size += 1
    }
    func sector(_ partner: Int) -> (Int, Int, String) {
      let own = sectors[book.partners[partner].sector] ?? (0, 0)
      return (-own.red, -own.size, book.partners[partner].sector)
    }
    func rank(_ partner: Int) -> (Int, Int, String, Int) {
      let entry = book.partners[partner]
      return (entry.alarm == nil ? 1 : 0, -links[partner], entry.title, partner)
    }
    return partners.sorted {
      sector($0) == sector($1) ? rank($0) < rank($1) : sector($0) < sector($1)
    }
  }
}
