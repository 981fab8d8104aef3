/// Which links between groups a copy without names may show, where each group's ties in all are told elsewhere.
///
/// A link that fewer than `minLink` people carry looks like one that is not there. Who knows the sums can bound every link that is
/// not shown, over and over until no bound moves:
///
///     T_i - sum of the most of the others  <=  x_ij  <=  T_i - sum of the least of the others
///
/// with T_i the ties of group i that are not shown. Where the least of such a link comes out above nought, the weakest shown link
/// beside it is hidden too, and so on (complementary suppression).
struct LinkDisclosure: Sendable {
  /// Pairs of places of groups of staff, lower first, that have ties and are not shown.
  let hidden: Set<[Int]>
  /// Those that are.
  let shown: Set<[Int]>
  /// The schools whose ties with the central teams together are shown.
  let withCentre: Set<Int>

  /// - Parameters:
  ///   - isShown: whether each group is.
  ///   - centre: the central teams, where schools stand beside them.
  ///   - peopleWithCentre: how many people carry the ties of each school with them.
  init(
    _ links: [GroupMap.Link], isShown: [Bool], minLink: Int, centre: Set<Int>,
    peopleWithCentre: [Int: Int]
  ) {
    var secret: [[Int]] = []
    var sums = Sums(isShown: isShown)
    for link in links where link.a != link.b && link.people > 0 && link.ties > 0 {
      let isThin = link.people < minLink || link.ties < 0.5
      sums.add(link.a, link.b, link.ties, isShown: !isThin && isShown[link.a] && isShown[link.b])
      if isThin, isShown[link.a], isShown[link.b] { secret.append([link.a, link.b]) }
    }
    withCentre = Set(peopleWithCentre.filter { isShown[$0.key] && $0.value >= minLink }.keys)
    sums.teams = centre.sorted()
    sums.told = withCentre.sorted()
    // Of three groups the sums tell every link, whatever is hidden.
    while isShown.count(where: { $0 }) > 3 {
      let least = sums.least()
      let exposed = secret.filter { (least[$0] ?? 0) > 1e-6 }
      guard let weakest = exposed.lazy.compactMap({ [sums] in sums.weakest(beside: $0) }).first
      else { break }
      sums.hide(weakest)
    }
    hidden = Set(sums.hidden.keys)
    shown = Set(sums.shown.keys)
  }
}

/// The ties of pairs of groups, those shown and those not, and what sums tell of the latter.
private struct Sums {
  let isShown: [Bool]
  var shown: [[Int]: Double] = [:]
  var hidden: [[Int]: Double] = [:]
  /// The central teams, and the schools whose ties with all of them together are told.
  var teams: [Int] = []
  var told: [Int] = []

  init(isShown: [Bool]) { self.isShown = isShown }

  mutating func add(_ a: Int, _ b: Int, _ ties: Double, isShown: Bool) {
    if isShown { shown[[a, b]] = ties } else { hidden[[a, b]] = ties }
  }

  mutating func hide(_ pair: [Int]) { hidden[pair] = shown.removeValue(forKey: pair) }

  /// The weakest link shown of either group.
  func weakest(beside pair: [Int]) -> [Int]? {
    shown.filter { !Set($0.key).isDisjoint(with: pair) }
      .min { ($0.value, $0.key[0], $0.key[1]) < ($1.value, $1.key[0], $1.key[1]) }?.key
  }

  /// The least that each pair not shown must have, where that is above nought.
  ///
  /// - Complexity: O(r g²) for g groups and r rounds, of which there are few where groups are many.
  func least() -> [[Int]: Double] {
    let count = isShown.count
    func cell(_ a: Int, _ b: Int) -> Int { min(a, b) * count + max(a, b) }
    func sum(_ group: Int, _ others: [Int]) -> Double {
      others.reduce(0) { $0 + (hidden[[min(group, $1), max(group, $1)]] ?? 0) }
    }
    func cells(_ group: Int, _ others: [Int]) -> [Int] {
      others.filter { $0 != group && shown[[min(group, $0), max(group, $0)]] == nil }
        .map { cell(group, $0) }
    }
    let all = Array(0..<count)
    let others = all.filter { !teams.contains($0) }
    let rows =
      all.filter { isShown[$0] }.map { (cells: cells($0, all), sum: sum($0, all)) }
      + told.flatMap { school in
        // What the centre has of a row, and what all others have.
        [teams, others].map { (cells: cells(school, $0), sum: sum(school, $0)) }
      }
    var low = [Double](repeating: 0, count: count * count)
    var high = [Double](repeating: .infinity, count: count * count)
    for _ in 0..<(count > 200 ? 2 : 30) {
      var hasMoved = false
      for row in rows {
        let least = row.cells.reduce(0) { $0 + low[$1] }
        let open = row.cells.filter { high[$0] == .infinity }
        let most = row.cells.reduce(0) { $0 + (high[$1] < .infinity ? high[$1] : 0) }
        for one in row.cells {
          // From the bounds before this row was looked at.
          let others = (least: least - low[one], most: open.isEmpty ? most - high[one] : 0)
          let upper = max(0, row.sum - others.least)
          let lower = open.isEmpty ? row.sum - others.most : 0
          if upper < high[one] - 1e-9 || lower > low[one] + 1e-9 { hasMoved = true }
          high[one] = min(high[one], upper)
          low[one] = max(low[one], lower)
        }
      }
      guard hasMoved else { break }
    }
    return hidden.keys.reduce(into: [:]) { least, pair in
      let value = low[cell(pair[0], pair[1])]
      if value > 0 { least[pair] = value }
    }
  }
}
