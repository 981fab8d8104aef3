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
      let exposed = zip(secret, sums.least(secret)).filter { $0.1 > 1e-6 }.map(\.0)
      guard let weakest = exposed.lazy.compactMap({ [sums] in sums.weakest(beside: $0) }).first
      else { break }
      sums.hide(weakest)
    }
    hidden = sums.pairs(.hidden)
    shown = sums.pairs(.shown)
  }
}

/// The ties of pairs of groups, those shown and those not, and what sums tell of the latter.
private struct Sums {
  enum State { case none, hidden, shown }

  let isShown: [Bool]
  /// The central teams, and the schools whose ties with all of them together are told.
  var teams: [Int] = []
  var told: [Int] = []
  private let count: Int
  /// For each pair, as a cell of a square of which the upper half is used.
  private var ties: [Double]
  private var states: [State]

  init(isShown: [Bool]) {
    self.isShown = isShown
    count = isShown.count
    ties = [Double](repeating: 0, count: count * count)
    states = [State](repeating: .none, count: count * count)
  }

  private func cell(_ a: Int, _ b: Int) -> Int { min(a, b) * count + max(a, b) }

  mutating func add(_ a: Int, _ b: Int, _ ties: Double, isShown: Bool) {
    self.ties[cell(a, b)] = ties
    states[cell(a, b)] = isShown ? .shown : .hidden
  }

  mutating func hide(_ pair: [Int]) { states[cell(pair[0], pair[1])] = .hidden }

  /// The pairs in a state.
  func pairs(_ state: State) -> Set<[Int]> {
    Set(states.indices.lazy.filter { states[$0] == state }.map { [$0 / count, $0 % count] })
  }

  /// The weakest link shown of either group.
  func weakest(beside pair: [Int]) -> [Int]? {
    let cells = pair.flatMap { end in (0..<count).map { cell(end, $0) } }
    return cells.filter { states[$0] == .shown }.min { (ties[$0], $0) < (ties[$1], $1) }
      .map { [$0 / count, $0 % count] }
  }

  /// The least that each pair not shown must have.
  ///
  /// - Complexity: O(r g²) for g groups and r rounds, of which there are few where groups are many.
  func least(_ pairs: [[Int]]) -> [Double] {
    func sum(_ group: Int, _ others: [Int]) -> Double {
      others.reduce(0) { sum, other in
        let cell = cell(group, other)
        return states[cell] == .hidden ? sum + ties[cell] : sum
      }
    }
    func cells(_ group: Int, _ others: [Int]) -> [Int] {
      others.lazy.filter { $0 != group }.map { cell(group, $0) }.filter { states[$0] != .shown }
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
        // From the bounds before this row was looked at.
        var (least, most, open) = (0.0, 0.0, 0)
        for one in row.cells {
          least += low[one]
          if high[one] == .infinity { open += 1 } else { most += high[one] }
        }
        for one in row.cells {
          let upper = max(0, row.sum - (least - low[one]))
          let lower = open == 0 ? row.sum - (most - high[one]) : 0
          if upper < high[one] - 1e-9 || lower > low[one] + 1e-9 { hasMoved = true }
          high[one] = min(high[one], upper)
          low[one] = max(low[one], lower)
        }
      }
      guard hasMoved else { break }
    }
    return pairs.map { low[cell($0[0], $0[1])] }
  }
}
