import Findings
import Measures
public import Networks

/// Who works with which partner: schools and central teams on the left, partners by sector on the right, a line for
/// each partnership, the deeper the stronger, and what needs a look in red.
public struct PartnerPicture: Sendable, Equatable {
  public var furniture: Furniture
  /// Groups of staff from the top.
  public var left: [Row]
  /// Partners from the top, sector by sector.
  public var right: [Row]
  public var links: [Link]
  /// Sectors in which there is no partnership.
  public let lacking: [String]
  public let minLink: Int

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

    /// How strongly it is drawn: no more than contact, not deep, coordination, joint work.
    var grade: Grade {
      guard isOnRecord else { return .contact }
      guard let depth else { return .light }
      return depth <= .cooperation ? .light : depth == .coordination ? .middle : .deep
    }
  }

  /// Classes of depth.
  enum Grade: Int, CaseIterable {
    case contact, light, middle, deep

    var width: Double { [1, 1, 1.7, 2.5][rawValue] }
    var colour: String {
      [Palette.link, Palette.link, Palette.steps[2], Palette.steps[3]][rawValue]
    }
    var dashes: String? { self == .contact ? "1.5 2.5" : nil }
    var words: String {
      switch self {
      case .contact: "in touch, no partnership on record"
      case .light: "depth 1 to 2, or not recorded"
      case .middle: "coordination (3)"
      case .deep: "coalition or collaboration (4 to 5)"
      }
    }
  }

  /// The most partners that a page takes.
  static func limit(_ paper: PaperSize) -> Int {
    switch paper {
    case .a4: 26
    case .a4p: 44
    case .a3: 30
    case .slide: 20
    case .column: 16
    case .half: 8
    }
  }

  /// - Parameters:
  ///   - limit: the most partners; those on the red list stay, then those with most links.
  ///   - groups: the most groups of staff; more are drawn together.
  public init(_ facts: FigureFacts, number: Int? = nil, limit: Int = 26, groups: Int = 32) {
    let map = facts.analysis.map(atMost: groups)
    let book = PartnerBook(facts, groups: groups)
    var weight = [(links: Int, ties: Double)](repeating: (0, 0), count: book.partners.count)
    for link in book.links {
      weight[link.partner].links += link.isOnRecord ? 1 : 0
      weight[link.partner].ties += link.ties
    }
    let linked = Set(book.links.map(\.partner))
    let partners = linked.sorted { a, b in
      func rank(_ partner: Int) -> (Int, Int, Double, String) {
        (
          book.partners[partner].alarm == nil ? 1 : 0, -weight[partner].links,
          -weight[partner].ties, book.partners[partner].id
        )
      }
      return rank(a) < rank(b)
    }
    let kept = Set(partners.prefix(limit))
    let drawn = book.links.filter { kept.contains($0.partner) }
    let without = book.groups.indices.filter { book.tellsPartners && !book.groups[$0].hasPartner }
    let unshown = book.groups.indices.filter { group in
      book.groups[group].hasPartner && !book.links.contains { $0.group == group }
    }
    // Central teams without a partner are no finding.
    let staff = book.groups.indices.filter { group in
      drawn.contains { $0.group == group }
        || (without.contains(group) && book.groups[group].kind != .central)
    }
    let order = Self.order(
      staff, partners: kept.sorted(), drawn.map { ($0.group, $0.partner, max($0.ties, 1)) },
      sector: { book.partners[$0].sector })
    left = order.left.map { place in
      let group = book.groups[place]
      return Row(
        id: group.id, title: group.title, kind: group.kind, sector: "",
        alarm: without.contains(place) ? "no partner" : nil, hasEffect: false)
    }
    right = order.right.map { place in
      let partner = book.partners[place]
      return Row(
        id: partner.id, title: partner.title, kind: .partner, sector: partner.sector,
        alarm: partner.alarm, hasEffect: partner.hasEffect)
    }
    let (leftPlace, rightPlace) = (Self.places(order.left), Self.places(order.right))
    links = drawn.compactMap { link in
      guard let left = leftPlace[link.group], let right = rightPlace[link.partner] else {
        return nil
      }
      return Link(
        left: left, right: right, ties: link.ties, depth: link.depth, isOnRecord: link.isOnRecord,
        isRed: link.isRed)
    }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    lacking = book.lacking.map { Self.words(sector: $0) }
    minLink = map.suppressed.minLink
    let schools = facts.boundary == .school ? "schools and central teams" : facts.boundary.plural
    let idle = without.filter { book.groups[$0].kind != .central }.map { book.groups[$0].title }
    let hidden = book.partners.count - linked.count
    let merged =
      map.suppressed.merged > 0
      ? "Too many for one page, so \(counted(map.suppressed.merged)) groups stand as \(inWords(map.suppressed.mergedInto)). "
      : ""
    let central = without.count - idle.count
    let suppression = [
      hidden > 0
        ? "\(counted(hidden, "partner")) without a partnership on record or a link of \(minLink) or more people"
        : nil,
      partners.count > kept.count
        ? "\(counted(partners.count - kept.count, "partner")) with fewer links" : nil,
      book.homeless > 0
        ? "\(counted(book.homeless, "partnership")) of groups too small to show" : nil,
      central > 0 ? "\(counted(central, "central team")) without a partner" : nil,
      unshown.isEmpty
        ? nil : "\(counted(unshown.count, "group")) whose partners few people know",
    ].compactMap { $0 }
    let sectors = Set(right.map(\.sector)).count
    let basis = [
      book.count.map { "\(counted($0.all, "partnership"))" },
      "\(counted(right.count, "partner")) in \(counted(sectors, "sector"))",
      book.tellsEffects
        ? book.count.map { "\(counted($0.withEffect)) with an effect to show" } : nil,
      counted(staff.count, "group"), counted(links.count, "link"),
      counted(facts.study.peopleCount, "person", "people"),
    ].compactMap { $0 }
    let onRecord =
      book.count == nil
      ? "A line counts the ties that staff of a group, or the group itself, have with a partner; its strength is the depth of the deepest."
      : "A line is a partnership on record, as strong as it is deep\(links.contains { !$0.isOnRecord } ? "; a dotted one the contact of \(minLink) or more people without one" : "")."
    furniture = facts.furniture(
      form: "Map of partners",
      headline: Self.headline(facts, book, without: idle.sorted(), partners: partners.count),
      subtitle:
        "Which \(schools) of \(facts.study.network.title) work with which partners\(facts.when)",
      basis: basis.joined(separator: " · "),
      reading: onRecord + " A missing line may mean that it was not recorded.",
      suppression: merged + (suppression.isEmpty ? "" : "Not shown: \(listed(suppression))."),
      description: Self.description(left, right, links, lacking), number: number)
  }

  private static func headline(
    _ facts: FigureFacts, _ book: PartnerBook, without: [String], partners: Int
  ) -> String {
    if partners == 0 { return "No partner is shown: no link to one is carried by enough people" }
    let one = facts.boundary.singular
    let idle =
      without.isEmpty
      ? nil
      : without.count < 3
        ? "\(listed(without)) \(without.count == 1 ? "works" : "work") with no partner"
        : "\(inWords(without.count)) \(facts.boundary.plural) work with no partner"
    if let count = book.count {
      let red =
        count.red == 0
        ? "no partnership is in danger"
        : "\(inWords(count.red)) of \(counted(count.all)) partnerships \(count.red == 1 ? "needs" : "need") a look"
      let lacking = book.lacking.map { words(sector: $0).lowercased() }
      let none =
        lacking.isEmpty
        ? nil
        : lacking.count < 3
          ? "none is in the \(listed(lacking, and: "or")) sector"
          : "\(inWords(lacking.count)) sectors have none"
      return capitalised([red, none, idle].compactMap { $0 }.prefix(3).joined(separator: "; "))
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
    guard let sector, !trimmed(sector).isEmpty else { return "Other" }
    return capitalised(trimmed(sector).replacing("-", with: " ").replacing("_", with: " "))
  }

  private static func places(_ order: [Int]) -> [Int: Int] {
    Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Orders both sides so that few lines cross.
  ///
  /// Each thing is put at the mean place of what it is linked to, over and over; sectors stay together, and what has no
  /// link comes last (Sugiyama, Tagawa & Toda 1981, IEEE Transactions SMC 11:109).
  private static func order(
    _ staff: [Int], partners: [Int], _ links: [(Int, Int, Double)], sector: (Int) -> String
  ) -> (left: [Int], right: [Int]) {
    var left = staff
    var right = partners.sorted { (sector($0), $0) < (sector($1), $1) }
    var neighbours: [Int: [(Int, Double)]] = [:]
    for (a, b, ties) in links {
      neighbours[a, default: []].append((b, ties))
      neighbours[b, default: []].append((a, ties))
    }
    func means(_ side: [Int], _ other: [Int]) -> [Int: Double] {
      let place = places(other)
      var means: [Int: Double] = [:]
      for thing in side {
        let near = neighbours[thing] ?? []
        let sum = near.reduce(0) { $0 + $1.1 }
        means[thing] =
          sum > 0
          ? near.reduce(0) { $0 + Double(place[$1.0] ?? 0) * $1.1 } / sum
            / Double(max(other.count, 1))
          : 9
      }
      return means
    }
    for _ in 0..<12 {
      let byRight = means(left, right)
      left.sort { (byRight[$0] ?? 9, $0) < (byRight[$1] ?? 9, $1) }
      let byLeft = means(right, left)
      var sectors: [String: (sum: Double, count: Double)] = [:]
      for partner in right {
        sectors[sector(partner), default: (0, 0)].sum += byLeft[partner] ?? 0
        sectors[sector(partner), default: (0, 0)].count += 1
      }
      func rank(_ partner: Int) -> (Double, String, Double, Int) {
        let own = sectors[sector(partner)] ?? (0, 1)
        return (own.sum / own.count, sector(partner), byLeft[partner] ?? 9, partner)
      }
      right.sort { rank($0) < rank($1) }
    }
    return (left, right)
  }
}
