import Measures
public import Networks

/// Who works with which partner: schools and central teams on the left, partners by sector on the right, a line for
/// each link, the deeper the stronger.
public struct PartnerPicture: Sendable, Equatable {
  public var furniture: Furniture
  /// Groups of staff from the top.
  public var left: [Row]
  /// Partners from the top, sector by sector.
  public var right: [Row]
  public var links: [Link]
  public let minLink: Int

  public struct Row: Sendable, Equatable {
    public let id: String
    public let title: String
    public let kind: NodeClass
    /// The sector of a partner.
    public let sector: String
    /// What needs a look, in a few words.
    public let alarm: String?
  }

  public struct Link: Sendable, Equatable {
    /// Places in `left` and `right`.
    public let left: Int
    public let right: Int
    public let ties: Double
    public let depth: Depth?

    /// How strongly it is drawn: not recorded, contact, coordination, joint work.
    var grade: Grade {
      switch depth {
      case nil: .unknown
      case .some(let depth):
        depth <= .cooperation ? .light : depth == .coordination ? .middle : .deep
      }
    }
  }

  /// Classes of depth.
  enum Grade: Int, CaseIterable {
    case unknown, light, middle, deep

    var width: Double { [1, 1, 1.9, 3][rawValue] }
    var colour: String {
      [Palette.link, Palette.link, Palette.steps[2], Palette.steps[3]][rawValue]
    }
    var dashes: String? { self == .unknown ? "2 2" : nil }
    var words: String {
      switch self {
      case .unknown: "depth not recorded"
      case .light: "networking or cooperation (depth 1 to 2)"
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
    }
  }

  /// - Parameters:
  ///   - notes: what needs a look in each partnership, by the partner's id, such as "no agreement".
  ///   - limit: the most partners; those with most ties stay.
  ///   - groups: the most groups of staff; more are drawn together.
  public init(
    _ facts: FigureFacts, notes: [String: String] = [:], number: Int? = nil, limit: Int = 26,
    groups: Int = 32
  ) {
    let map = facts.map.merged(to: groups).map
    let staff = map.units.indices.filter { map.units[$0].kind != .partner }
    var total = [Double](repeating: 0, count: map.units.count)
    let all = map.links.compactMap { link -> (staff: Int, partner: Int, link: GroupMap.Link)? in
      guard map.units[link.a].kind != .partner, map.units[link.b].kind == .partner else {
        return nil
      }
      total[link.b] += link.ties
      return (link.a, link.b, link)
    }
    let partners = map.units.indices.filter { map.units[$0].kind == .partner && total[$0] > 0 }
      .sorted {
        (notes[map.units[$1].id] == nil ? 1 : 0, total[$0], $1) > (
          notes[map.units[$0].id] == nil ? 1 : 0, total[$1], $0
        )
      }
    let kept = Set(partners.prefix(limit))
    let drawn = all.filter { kept.contains($0.partner) }
    let order = Self.order(
      staff, partners: kept.sorted(), drawn.map { ($0.staff, $0.partner, $0.link.ties) },
      sector: { map.units[$0].phase ?? "" })
    let without = Set(staff).subtracting(all.map(\.staff))
    left = order.left.map { place in
      let unit = map.units[place]
      return Row(
        id: unit.id, title: unit.name, kind: NodeClass(unit), sector: "",
        alarm: without.contains(place) && unit.kind != .central ? "no partner" : nil)
    }
    right = order.right.map { place in
      let unit = map.units[place]
      return Row(
        id: unit.id, title: unit.name, kind: .partner, sector: Self.words(sector: unit.phase),
        alarm: notes[unit.id])
    }
    let (leftPlace, rightPlace) = (Self.places(order.left), Self.places(order.right))
    links = drawn.compactMap { entry in
      guard let left = leftPlace[entry.staff], let right = rightPlace[entry.partner] else {
        return nil
      }
      return Link(left: left, right: right, ties: entry.link.ties, depth: entry.link.depth)
    }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    minLink = map.suppressed.minLink
    let schools = facts.boundary == .school ? "schools and central teams" : facts.boundary.plural
    let single = partners.count { partner in all.count { $0.partner == partner } == 1 }
    let headline = Self.headline(
      facts,
      without: without.map { map.units[$0] }.filter { $0.kind != .central }.map(\.name).sorted(),
      partners: partners.count, single: single,
      notes: right.count { $0.alarm != nil })
    let hidden = map.suppressed.partners
    let merged =
      map.suppressed.merged > 0
      ? "Too many for one page, so \(counted(map.suppressed.merged)) groups stand as \(inWords(map.suppressed.mergedInto)). "
      : ""
    let suppression = [
      hidden > 0 ? "\(counted(hidden, "partner")) with no link of \(minLink) or more people" : nil,
      partners.count > kept.count
        ? "\(counted(partners.count - kept.count, "partner")) with fewer ties" : nil,
    ].compactMap { $0 }
    let sectors = Set(right.map(\.sector)).count
    furniture = facts.furniture(
      form: "Map of partners", headline: headline,
      subtitle:
        "Which \(schools) of \(facts.study.network.title) work with which partners\(facts.when)",
      basis:
        "\(counted(facts.study.peopleCount, "person", "people")) · \(counted(staff.count, "group")) · \(counted(right.count, "partner")) in "
        + "\(counted(sectors, "sector")) · \(counted(links.count, "link"))",
      reading:
        "A line counts the ties that staff of a group, or the group itself, have with a partner; its strength is the depth of the deepest. "
        + "A missing line may mean that it was not recorded.",
      suppression: merged + (suppression.isEmpty ? "" : "Not shown: \(listed(suppression))."),
      description: Self.description(left, right, links), number: number)
  }

  private static func headline(
    _ facts: FigureFacts, without: [String], partners: Int, single: Int, notes: Int
  ) -> String {
    if partners == 0 { return "No partner is shown: no link to one is carried by enough people" }
    var parts: [String] = []
    if notes > 0 {
      parts.append(
        "\(capitalised(inWords(notes))) \(notes == 1 ? "partnership needs" : "partnerships need") a look"
      )
    }
    let one = facts.boundary.singular
    if without.count == 1 {
      parts.append("\(without[0]) works with no partner")
    } else if without.count > 1 {
      parts.append(
        without.count < 4
          ? "\(listed(without)) work with no partner"
          : "\(inWords(without.count)) \(facts.boundary.plural) work with no partner")
    }
    if parts.count < 2, single > 0 {
      let numbers =
        partners > 12 ? (counted(single), counted(partners)) : (inWords(single), inWords(partners))
      parts.append(
        "\(numbers.0) of \(numbers.1) partners \(single == 1 ? "works" : "work") with one \(one) or team only"
      )
    }
    return parts.isEmpty
      ? "Every \(one) works with a partner, and every partner with several"
      : capitalised(parts.joined(separator: "; "))
  }

  private static func description(_ left: [Row], _ right: [Row], _ links: [Link]) -> String {
    guard !links.isEmpty else {
      return "No group of staff has a link to a partner that can be shown."
    }
    return right.indices.map { partner in
      let with = links.filter { $0.right == partner }.map { left[$0.left].title }
      let alarm = right[partner].alarm.map { " (\($0))" } ?? ""
      return "\(right[partner].title)\(alarm): \(listed(with))."
    }.joined(separator: " ")
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
