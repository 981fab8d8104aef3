import Networks

/// Which links between groups a copy without names may show, where sums of ties are told elsewhere.
///
/// A link that fewer than `minLink` people carry looks like one that is not there. Who knows the sums can bound every link that is
/// not shown, over and over until no bound moves:
///
///     S - sum of the most of the others  <=  x_ij  <=  S - sum of the least of the others
///
/// with S the ties of a sum that are not shown: those of a group with all others, of the central teams with all schools, and of each
/// larger group inside and out. Where the least of such a link comes out above nought, the weakest link shown of that sum is hidden
/// too, and so on (complementary suppression). Of some forty groups at most, all sums are then taken together, in a linear program.
struct LinkDisclosure: Sendable {
  /// Pairs of places of groups of staff, lower first, that have ties and are not shown.
  let hidden: Set<[Int]>
  /// Those that are.
  let shown: Set<[Int]>
  /// The schools whose ties with the central teams together are shown.
  let withCentre: Set<Int>
  /// Larger groups, by place among those given, that tell of a link whatever else is hidden.
  let telling: Set<Int>

  /// A group made of several, whose ties inside and out are told along another boundary.
  struct Whole: Sendable, Equatable {
    let boundary: Boundary
    let id: String
    let parts: Set<Int>
    /// Whether all groups along the boundary are made of those here.
    let isPartition: Bool

    func of(_ parts: Set<Int>) -> Whole {
      Whole(boundary: boundary, id: id, parts: parts, isPartition: isPartition)
    }
  }

  /// - Parameters:
  ///   - isShown: whether each group is.
  ///   - centre: the central teams, where schools stand beside them.
  ///   - isCentreShown: whether the ties of all of them together are told.
  ///   - peopleWithCentre: how many people carry the ties of each school with them.
  ///   - wholes: groups that are made of those here.
  ///   - isTold: whether each of them is shown.
  init(
    _ links: [GroupMap.Link], isShown: [Bool], minLink: Int, centre: Set<Int>,
    isCentreShown: Bool = true, peopleWithCentre: [Int: Int], wholes: [Whole] = [],
    isTold: [Bool] = []
  ) {
    // A centre of one group stands like any other.
    let teams = centre.count > 1 ? centre : []
    var sums = Sums(
      isShown: isShown, centre: teams, isCentreShown: isCentreShown, wholes: wholes,
      isTold: isTold)
    var secret: [Int] = []
    for link in links where link.a != link.b && link.people > 0 && link.ties > 0 {
      let isThin = link.people < minLink || link.ties < 0.5
      let areShown = isShown[link.a] && isShown[link.b]
      sums.add(link.a, link.b, link.ties, isShown: !isThin && areShown)
      if isThin, areShown { secret.append(sums.cell(link.a, link.b)) }
    }
    for (school, people) in peopleWithCentre.sorted(by: { $0.key < $1.key })
    where isShown[school] && !teams.isEmpty {
      if people >= minLink {
        sums.tellCentre(school)
      } else {
        secret.append(sums.centre(of: school))
      }
    }
    // Of three groups the sums tell every link, whatever is hidden.
    if isShown.count(where: { $0 }) > 3 {
      sums.tell()
      while sums.hideNext(against: secret) {}
      sums.hideTogether(against: secret)
    }
    telling = sums.telling
    hidden = sums.pairs(.hidden)
    let shown = sums.pairs(.shown)
    self.shown = shown
    withCentre =
      teams.isEmpty
      ? Set(
        peopleWithCentre.keys.filter { school in
          centre.contains { shown.contains([min($0, school), max($0, school)]) }
        }) : sums.withCentre
  }
}

/// The ties of pairs of groups, those shown and those not, and what sums tell of the latter.
private struct Sums {
  enum State { case none, hidden, shown }

  /// Ties that add up: to a sum that is told, or to another number that is not.
  struct Row {
    let cells: [Int]
    /// The number that they add up to, and the same where it is not told.
    var ofTotal: Int?
    var total: Int?
    /// The larger group that tells it.
    var whole: Int?
    /// Of the cells, those that are not shown, and the ties of them all.
    var open: [Int] = []
    var sum = 0.0
    /// The ties of those that are.
    var shown = 0.0

    init(_ cells: [Int], of total: Int? = nil, whole: Int? = nil) {
      (self.cells, ofTotal, self.whole) = (cells, total, whole)
    }
  }

  private let isShown: [Bool]
  private let count: Int
  private let teams: [Int]
  private let schools: [Int]
  private let isCentreShown: Bool
  private let wholes: [LinkDisclosure.Whole]
  private let isTold: [Bool]
  /// For each pair, as a cell of a square of which the upper half is used; then of each group with the central teams together.
  private var ties: [Double]
  private var states: [State]
  private var rows: [Row] = []
  private(set) var withCentre: Set<Int> = []
  private(set) var telling: Set<Int> = []

  init(
    isShown: [Bool], centre: Set<Int>, isCentreShown: Bool, wholes: [LinkDisclosure.Whole],
    isTold: [Bool]
  ) {
    self.isShown = isShown
    self.isCentreShown = isCentreShown
    self.wholes = wholes
    self.isTold = isTold
    count = isShown.count
    teams = centre.sorted()
    schools = centre.isEmpty ? [] : isShown.indices.filter { !centre.contains($0) }
    ties = [Double](repeating: 0, count: count * count + count)
    states = [State](repeating: .none, count: count * count + count)
  }

  func cell(_ a: Int, _ b: Int) -> Int { min(a, b) * count + max(a, b) }

  /// The ties of a school with the central teams together.
  func centre(of school: Int) -> Int { count * count + school }

  mutating func add(_ a: Int, _ b: Int, _ ties: Double, isShown: Bool) {
    self.ties[cell(a, b)] = ties
    states[cell(a, b)] = isShown ? .shown : .hidden
    for (school, team) in [(a, b), (b, a)] where teams.contains(team) && !teams.contains(school) {
      self.ties[centre(of: school)] += ties
      states[centre(of: school)] = .hidden
    }
  }

  mutating func tellCentre(_ school: Int) {
    withCentre.insert(school)
    states[centre(of: school)] = .shown
  }

  /// Once all pairs are there.
  mutating func tell() { rows = told() }

  /// The pairs in a state.
  func pairs(_ state: State) -> Set<[Int]> {
    Set(
      states.indices.prefix(count * count).lazy.filter { states[$0] == state }
        .map { [$0 / count, $0 % count] })
  }

  // MARK: - What is told

  /// Everything that adds up.
  private func told() -> [Row] {
    let all = Array(0..<count)
    var rows: [Row] = []
    for group in all where isShown[group] && !schools.contains(group) {
      rows.append(Row(all.filter { $0 != group }.map { cell(group, $0) }))
    }
    for school in schools {
      let others = schools.filter { $0 != school }.map { cell(school, $0) }
      if isShown[school] { rows.append(Row(others + [centre(of: school)])) }
      rows.append(Row(teams.map { cell(school, $0) }, of: centre(of: school)))
    }
    if isCentreShown, !schools.isEmpty { rows.append(Row(schools.map(centre))) }
    // All ties between groups are told, those of groups that are not shown among them.
    rows.append(Row(schools.isEmpty ? pairs(of: all) : pairs(of: schools) + schools.map(centre)))
    for places in Dictionary(grouping: wholes.indices, by: { wholes[$0].boundary })
      .sorted(by: { $0.key < $1.key }).map(\.value)
    {
      var rest: [Int] = []
      for place in places {
        let parts = wholes[place].parts.sorted()
        let inside = pairs(of: parts)
        guard tells(place) else {
          rest += parts.allSatisfy { isShown[$0] } ? inside : []
          continue
        }
        if parts.allSatisfy({ isShown[$0] }) { rows.append(Row(inside, whole: place)) }
        guard wholes[place].isPartition else { continue }
        let others = places.filter { $0 != place }.flatMap { wholes[$0].parts }
        rows.append(
          Row(parts.flatMap { one in others.map { cell(one, $0) } }, whole: place))
      }
      // What the whole of a boundary leaves for those that are not shown.
      guard places.allSatisfy({ wholes[$0].isPartition }), telling.isDisjoint(with: places) else {
        continue
      }
      let untold = places.filter { !isTold[$0] }
      if !rest.isEmpty, untold.allSatisfy({ wholes[$0].parts.allSatisfy { isShown[$0] } }) {
        rows.append(Row(rest))
      }
      rows.append(
        Row(
          places.indices.flatMap { first in
            places[(first + 1)...].flatMap { other in
              wholes[places[first]].parts.flatMap { one in
                wholes[other].parts.map { cell(one, $0) }
              }
            }
          }))
    }
    return rows.map(netted)
  }

  private func tells(_ whole: Int) -> Bool { isTold[whole] && !telling.contains(whole) }

  private func pairs(of parts: [Int]) -> [Int] {
    parts.indices.flatMap { first in
      parts[(first + 1)...].map { cell(parts[first], $0) }
    }
  }

  /// A row without what is shown.
  private func netted(_ row: Row) -> Row {
    var row = row
    row.total = row.ofTotal.flatMap { states[$0] == .shown ? nil : $0 }
    row.open = row.cells.filter { states[$0] != .shown }
    row.sum = row.open.reduce(0) { $0 + ties[$1] }
    row.shown = row.cells.reduce(0) { states[$1] == .shown ? $0 + ties[$1] : $0 }
    return row
  }

  // MARK: - What it gives away

  /// Hides the weakest link by which no sum tells of a secret one any more; `false` where none does, or nothing is left to hide.
  ///
  /// - Complexity: O(r g²) for g groups and r rounds, of which there are few where groups are many.
  mutating func hideNext(against secret: [Int]) -> Bool {
    let (low, high) = bounds(against: secret)
    for one in secret where low[one] > Self.least {
      let proving = rows.filter { row in
        row.total == nil && row.open.contains(one)
          && row.sum - row.open.reduce(0) { $1 == one ? $0 : $0 + high[$1] } > Self.least
      }
      // What no link can cover is not told.
      if let whole = proving.first(where: { $0.whole != nil && weakest(of: $0.cells) == nil })?
        .whole
      {
        telling.insert(whole)
        rows = told()
        return true
      }
      let next =
        covering(one)
        ?? (weakest(of: proving.flatMap(\.cells)) ?? weakest(beside: one)).map { [$0] }
      if let next {
        for one in next { hide(one) }
        return true
      }
    }
    return false
  }

  /// Fewer ties than this are none.
  private static let least = 1e-6

  /// The least and the most of every number, tightened until nothing moves or it is told of a secret one that it is not nought.
  private func bounds(against secret: [Int]) -> (low: [Double], high: [Double]) {
    var low = [Double](repeating: 0, count: ties.count)
    var high = [Double](repeating: .infinity, count: ties.count)
    for _ in 0..<(count > 200 ? 2 : 30) {
      var hasMoved = false
      func set(_ one: Int, _ lower: Double, _ upper: Double) {
        if upper < high[one] - 1e-9 || lower > low[one] + 1e-9 { hasMoved = true }
        high[one] = min(high[one], max(0, upper))
        low[one] = max(low[one], lower)
      }
      for row in rows {
        // From the bounds before this row was looked at.
        var (least, most, open) = (0.0, 0.0, 0)
        for one in row.open {
          least += low[one]
          if high[one] == .infinity { open += 1 } else { most += high[one] }
        }
        var (from, to) = (row.sum, row.sum)
        if let total = row.total {
          (from, to) = (max(0, low[total] - row.shown), high[total] - row.shown)
          set(total, least + row.shown, open == 0 ? most + row.shown : .infinity)
        }
        for one in row.open {
          let isOpen = high[one] == .infinity
          let others = most - (isOpen ? 0 : high[one])
          set(one, open == (isOpen ? 1 : 0) ? from - others : 0, to - (least - low[one]))
        }
      }
      // What a round tells, further rounds cannot take back.
      if !hasMoved || secret.contains(where: { low[$0] > Self.least }) { break }
    }
    return (low, high)
  }

  /// The weakest link that hides a secret one once it is hidden too, of a few dozen.
  ///
  /// A link with a central team may need that its school's ties with all of them are hidden with it.
  private func covering(_ secret: Int) -> [Int]? {
    guard count <= 60 else { return nil }
    let shown = states.indices.filter { states[$0] == .shown }
      .sorted { (ties[$0], $0) < (ties[$1], $1) }.prefix(40)
    let pairs = shown.compactMap { one in
      schools.first { school in
        states[centre(of: school)] == .shown && teams.contains { cell(school, $0) == one }
      }.map { [one, centre(of: $0)] }
    }
    return (shown.map { [$0] } + pairs).first { some in
      var trial = self
      for one in some { trial.hide(one) }
      return trial.bounds(against: [secret]).low[secret] <= Self.least
    }
  }

  /// Hides what all sums together would tell of secret links, where that can be covered.
  mutating func hideTogether(against secret: [Int]) {
    guard count <= 40, !secret.isEmpty else { return }
    var numbers = numbers
    for one in secret {
      var trial = self
      var proof = numbers.proof(of: one)
      while let told = proof, trial.weaken(told) {
        numbers = trial.numbers
        proof = numbers.proof(of: one)
      }
      if proof == nil { self = trial } else { numbers = self.numbers }
    }
  }

  /// What all rows say of the numbers that are not shown.
  private var numbers: LeastNumbers {
    LeastNumbers(
      rows.map { row in
        var terms = row.cells.map { (number: $0, times: 1.0) }
        if let total = row.ofTotal { terms.append((number: total, times: -1)) }
        return LeastNumbers.Sum(terms: terms, of: row.total == nil ? row.sum : -row.shown)
      }, isKnown: { states[$0] == .shown })
  }

  /// Hides the weakest link without which a proof falls, else the larger group that it rests on; `false` where there is neither.
  private mutating func weaken(_ proof: LeastNumbers.Proof) -> Bool {
    let covers = proof.known.filter {
      $0.times > 0 || -$0.times * ties[$0.number] > proof.least - Self.least
    }
    if let next = weakest(of: covers.map(\.number)) {
      hide(next)
    } else if let whole = proof.sums.compactMap({ rows[$0].whole }).first {
      telling.insert(whole)
      rows = told()
    } else {
      return false
    }
    return true
  }

  private func weakest(of cells: [Int]) -> Int? {
    cells.filter { states[$0] == .shown }.min { (ties[$0], $0) < (ties[$1], $1) }
  }

  private func weakest(beside one: Int) -> Int? {
    weakest(of: rows.filter { $0.open.contains(one) }.flatMap(\.cells))
  }

  private mutating func hide(_ one: Int) {
    states[one] = .hidden
    if one >= count * count { withCentre.remove(one - count * count) }
    for place in rows.indices where rows[place].cells.contains(one) || rows[place].ofTotal == one {
      rows[place] = netted(rows[place])
    }
  }
}
