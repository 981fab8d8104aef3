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
    sums.tell(teams: centre, of: withCentre)
    // Of three groups the sums tell every link, whatever is hidden.
    while isShown.count(where: { $0 }) > 3, let weakest = sums.weakest(against: secret) {
      sums.hide(weakest)
    }
    hidden = sums.pairs(.hidden)
    shown = sums.pairs(.shown)
  }
}

/// The ties of pairs of groups, those shown and those not, and what sums tell of the latter.
private struct Sums {
  enum State { case none, hidden, shown }

  /// Pairs that are not shown, as cells, of which the ties in all are told.
  struct Row {
    var cells: [Int] = []
    var sum = 0.0
  }

  let isShown: [Bool]
  private let count: Int
  /// For each pair, as a cell of a square of which the upper half is used.
  private var ties: [Double]
  private var states: [State]
  private var rows: [Row] = []
  /// The row of each group's ties with anybody.
  private var whole: [Int?] = []
  /// The rows of each group's ties with the central teams, and with all others.
  private var parts: [(teams: Int, others: Int)?] = []
  private var isTeam: [Bool] = []

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

  /// Once all pairs are there: each group that is shown tells its ties in all, and some schools those with all central teams.
  mutating func tell(teams: Set<Int>, of schools: Set<Int>) {
    isTeam = (0..<count).map(teams.contains)
    whole = isShown.map { $0 ? newRow() : nil }
    parts = (0..<count).map { schools.contains($0) ? (newRow(), newRow()) : nil }
    for a in 0..<count {
      for b in 0..<a where states[cell(a, b)] != .shown { enter(a, b) }
    }
  }

  private mutating func newRow() -> Int {
    rows.append(Row())
    return rows.count - 1
  }

  /// Counts a pair among those that are not shown.
  private mutating func enter(_ a: Int, _ b: Int) {
    let cell = cell(a, b)
    for (group, other) in [(a, b), (b, a)] {
      let part = parts[group].map { isTeam[other] ? $0.teams : $0.others }
      for row in [whole[group], part] {
        guard let row else { continue }
        rows[row].cells.append(cell)
        if states[cell] == .hidden { rows[row].sum += ties[cell] }
      }
    }
  }

  mutating func hide(_ pair: [Int]) {
    states[cell(pair[0], pair[1])] = .hidden
    enter(pair[0], pair[1])
  }

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

  /// The weakest link shown beside a pair of which the sums tell that it has ties, or `nil` where there is none such.
  ///
  /// - Complexity: O(r g²) for g groups and r rounds, of which there are few where groups are many.
  func weakest(against pairs: [[Int]]) -> [Int]? {
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
      // What a round tells, further rounds cannot take back.
      for pair in pairs where low[cell(pair[0], pair[1])] > 1e-6 {
        if let weakest = weakest(beside: pair) { return weakest }
      }
      guard hasMoved else { break }
    }
    return nil
  }
}
