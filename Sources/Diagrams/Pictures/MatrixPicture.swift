import Findings
import Measures
import Networks

/// Who works with whom as a grid: a number in each cell, blocks outlined, seen beside expected at the right.
public struct MatrixPicture: Sendable, Equatable {
  public var furniture: Furniture
  public var rows: [Row]
  /// The ties between rows, in the order of rows; the diagonal holds ties inside.
  public var cells: [[Cell]]
  /// Ranges of rows that are outlined, with their names.
  public var blocks: [Block]
  /// The limits of the colour classes.
  public var limits: [Double]
  let labels: GroupLabels

  public struct Row: Sendable, Equatable {
    public let id: String
    public let title: String
    public let kind: NodeClass
    public let alarm: String?
    /// The share of ties that lead out: seen, at its size among the others, by chance.
    public let seen: Double?
    public let others: Double?
    public let chance: Double?
    /// Whether it stands for all groups that have no row of their own.
    public var isRest = false
  }

  public enum Cell: Sendable, Equatable {
    /// No ties, or so few people behind them that none is told.
    case none
    case ties(Double)
  }

  public struct Block: Sendable, Equatable {
    public let name: String
    public let rows: Range<Int>
  }

  /// Whether the shares stand on an axis beside the grid; else as numbers alone.
  public var hasAxis = true

  /// Whether a tick says what chance would give: beside that all groups keep to themselves, so where nothing else is compared.
  var showsChance: Bool {
    !rows.contains { $0.others != nil } && rows.contains { $0.chance != nil }
  }

  /// The matrix of a study's groups.
  ///
  /// - Parameter limit: the most rows; when there are more groups, some stand as one.
  public init(_ facts: FigureFacts, number: Int? = nil, limit: Int = 30) {
    let (map, reason) = Self.map(facts, limit)
    let alarms = Alarms(facts)
    // What stands for many groups is darker than all and tells nothing of the others: it stands last, without colour.
    let rest = map.merging.contains(.rest) ? map.units.firstIndex { $0.id == "more groups" } : nil
    let (order, blocks) = Self.arranged(map, last: rest)
    let shown = order
    rows = shown.map { place in
      let unit = map.units[place]
      let verdict = facts.verdicts.groups.first { $0.id == unit.id }
      return Row(
        id: unit.id, title: unit.name, kind: NodeClass(unit), alarm: alarms.words(unit),
        seen: verdict?.outside, others: verdict?.outsideAmongOthers,
        chance: verdict?.outsideByChance, isRest: place == rest)
    }
    var ties: [[Int]: Double] = [:]
    for link in map.links { ties[[link.a, link.b]] = link.ties }
    cells = shown.map { a in
      shown.map { b in
        if a == b { return map.within[a] > 0 ? .ties(map.within[a]) : .none }
        let key = [min(a, b), max(a, b)]
        return ties[key].map(Cell.ties) ?? .none
      }
    }
    self.blocks = blocks
    labels = facts.labels
    limits = Self.limits(
      map.links.filter { $0.a != rest && $0.b != rest }.map { $0.ties.rounded() })
    furniture = Self.furniture(facts, map, reason, number: number)
  }

  /// The groups that are rows, and why some stand together.
  private static func map(_ facts: FigureFacts, _ limit: Int) -> (GroupMap, reason: String) {
    let map = facts.analysis.map(atMost: limit).amongStaff
    // A large grid most of whose links may not be shown is empty: fewer, larger groups have more to show.
    guard map.units.count > plenty, map.suppressed.linksAmongStaff > map.links.count else {
      return (map, "Too many for one page")
    }
    let fewer = facts.analysis.map(atMost: plenty).amongStaff
    // Hubs of one school each have none to show between them: then single groups show what there is.
    guard !fewer.links.isEmpty || map.links.isEmpty else { return (map, "Too many for one page") }
    return (
      fewer, "Most links between single \(facts.boundary.plural) may not be shown"
    )
  }

  /// The most rows of a grid that may be nearly empty.
  private static let plenty = 30

  private static func furniture(
    _ facts: FigureFacts, _ map: GroupMap, _ reason: String, number: Int?
  ) -> Furniture {
    // Where hubs are the rows, the headline is about hubs.
    let level = map.merging.contains(.hubs) ? facts.hubs ?? facts : facts
    // Of what has no row nothing is said by itself.
    let ids = Set(map.units.map(\.id))
    let isRest = map.merging.contains(.rest)
    let headline = Alarms.plain(
      level, on: map.merging.contains(.hubs) ? nil : ids,
      isBlank: map.links.isEmpty && map.suppressed.linksAmongStaff > 0)
    let basis = facts.basis(
      groups: map.units.count, links: map.links.count, of: level, from: map)
    return facts.furniture(
      form: "Grid of ties between groups", headline: headline,
      subtitle:
        "Ties within and between \(level.boundary.plural) of \(facts.study.network.title)\(facts.when)",
      basis: basis,
      reading: Alarms.beyond(facts, ids)
        + "Each cell counts the ties between the group of its row and the group whose number heads its column; "
        + "grey cells on the diagonal count ties inside a group\(isRest ? "; what stands for many groups has no colour" : ""). A missing tie may mean that it was not recorded.",
      suppression: facts.suppression(map.suppressed, merged: reason),
      description: level.verdicts.whole.sentence + " "
        + level.verdicts.groups.filter {
          !level.analysis.disclosure.hides($0.id, along: level.boundary)
            && (!isRest || ids.contains($0.id) || ids.contains("hub:" + $0.id))
        }
        .map(\.verdict.sentence).joined(separator: " "), number: number)
  }

  /// Where the colour classes end: at about the middle, three quarters and nine tenths of the numbers that occur.
  private static func limits(_ numbers: [Double]) -> [Double] {
    let sorted = numbers.sorted()
    // Numbers that hardly differ are of one class: dark beside pale would say more than they do.
    guard let lowest = sorted.first, let highest = sorted.last, highest >= 2 * lowest else {
      return []
    }
    var limits: [Double] = []
    for share in [0.5, 0.75, 0.9] {
      let value = sorted[Int(Double(sorted.count - 1) * share)]
      if value < highest, value > limits.last ?? 0 { limits.append(value) }
    }
    return limits
  }

  /// The order of rows: hubs as blocks, each arranged so that strong ties lie near the diagonal, the centre last.
  ///
  /// - Parameter last: what stands behind all others.
  private static func arranged(_ map: GroupMap, last: Int?) -> (order: [Int], blocks: [Block]) {
    var weights = [[Double]](
      repeating: [Double](repeating: 0, count: map.units.count), count: map.units.count)
    for link in map.links {
      weights[link.a][link.b] = link.ties
      weights[link.b][link.a] = link.ties
    }
    let hubs = Set(map.units.compactMap(\.hub)).sorted()
    var members: [(name: String, places: [Int])] = hubs.map { hub in
      (hub, map.units.indices.filter { map.units[$0].hub == hub })
    }
    let rest = map.units.indices.filter { map.units[$0].hub == nil }
    if members.count < 2 { members = [] }
    let loose = (members.isEmpty ? Array(map.units.indices) : rest).filter { $0 != last }
    func within(_ places: [Int]) -> [Int] {
      Seriation.order(places.map { a in places.map { weights[a][$0] } }).map { places[$0] }
    }
    let blockOrder = Seriation.order(
      members.map { a in
        members.map { b in
          a.name == b.name
            ? 0 : a.places.reduce(0) { sum, i in b.places.reduce(sum) { $0 + weights[i][$1] } }
        }
      })
    var order: [Int] = []
    var blocks: [Block] = []
    for index in blockOrder {
      let start = order.count
      order += within(members[index].places)
      blocks.append(Block(name: members[index].name, rows: start..<order.count))
    }
    let start = order.count
    order += within(loose) + [last].compactMap(\.self)
    if !blocks.isEmpty, order.count > start {
      blocks.append(Block(name: "", rows: start..<order.count))
    }
    return (order, blocks)
  }
}
