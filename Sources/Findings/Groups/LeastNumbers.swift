/// The least that numbers can be of which sums are known, where none is below nought.
///
/// A linear program by the simplex method (Dantzig 1951). Every number that is known keeps a column, so that the proof that another
/// one is above nought names the numbers and the sums that it rests on.
struct LeastNumbers {
  /// Numbers that add up, each so many times, to one that is known.
  struct Sum {
    let terms: [(number: Int, times: Double)]
    let of: Double
  }

  /// Why a number is above nought: the known numbers, so many times each, and the sums that tell it.
  struct Proof {
    let least: Double
    let known: [(number: Int, times: Double)]
    let sums: [Int]
  }

  /// The numbers by column, and the columns that are known.
  private let numbers: [Int]
  private let columnOf: [Int: Int]
  private let isKnown: [Bool]
  /// Of each basic number its column, and how it follows from the others: their columns, those of the sums, its value.
  private var basis: [Int]
  private var rows: [[Double]]
  /// Less than this is nought, in a row of the program and in a number.
  private static let small = 1e-9
  private static let least = 1e-4

  /// - Parameters:
  ///   - sums: each with what it leaves for the numbers that are not known.
  ///   - isKnown: whether a number is.
  init(_ sums: [Sum], isKnown: (Int) -> Bool) {
    numbers = Set(sums.flatMap { $0.terms.map(\.number) }).sorted()
    columnOf = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    self.isKnown = numbers.map(isKnown)
    let count = numbers.count
    basis = sums.indices.map { count + $0 }
    rows = []
    for (place, sum) in sums.enumerated() {
      // Every value starts at nought or above.
      let sign = sum.of < 0 ? -1.0 : 1
      var row = [Double](repeating: 0, count: count + sums.count + 1)
      for term in sum.terms {
        if let column = columnOf[term.number] { row[column] += sign * term.times }
      }
      row[count + place] = 1
      row[row.count - 1] = sign * sum.of
      rows.append(row)
    }
    begin()
  }

  /// Why a number is above nought; `nil` where it may be nought.
  mutating func proof(of number: Int) -> Proof? {
    guard let column = columnOf[number] else { return nil }
    var pivots = 0
    while let place = basis.firstIndex(of: column), value(place) > Self.least {
      let next = entering(patiently: pivots > Self.hasty) { rows[place][$0] }
      guard let next else { return proof(at: place) }
      guard pivots < Self.most, let leaving = leaving(for: next, rather: place) else { return nil }
      pivot(leaving, next)
      pivots += 1
    }
    return nil
  }

  private func proof(at place: Int) -> Proof {
    let row = rows[place]
    return Proof(
      least: value(place),
      known: numbers.indices.filter { isKnown[$0] && abs(row[$0]) > Self.small }
        .map { (numbers[$0], row[$0]) },
      sums: rows.indices.filter { abs(row[numbers.count + $0]) > Self.small })
  }

  // MARK: - The simplex method

  /// After so many steps the first column that will do is taken, so that they end (Bland 1977), and after these none is.
  private static let (hasty, most) = (200, 5_000)

  private func value(_ place: Int) -> Double { rows[place][rows[place].count - 1] }

  /// Finds some numbers that all sums allow, which there are, since the true ones are.
  private mutating func begin() {
    for pivots in 0..<Self.most {
      var gain = [Double](repeating: 0, count: numbers.count)
      for place in rows.indices where basis[place] >= numbers.count {
        for column in gain.indices { gain[column] += rows[place][column] }
      }
      guard let next = entering(patiently: pivots > Self.hasty, by: { gain[$0] }),
        let leaving = leaving(for: next, rather: nil)
      else { break }
      pivot(leaving, next)
    }
    // A sum that others make up has no number of its own.
    for place in rows.indices where basis[place] >= numbers.count {
      let next = numbers.indices.first { !isKnown[$0] && abs(rows[place][$0]) > Self.small }
      if let next { pivot(place, next) }
    }
  }

  /// The number to be let grow: that of the greatest gain, or the first of any.
  private func entering(patiently: Bool, by gain: (Int) -> Double) -> Int? {
    var best: (column: Int, gain: Double)?
    for column in numbers.indices where !isKnown[column] {
      let own = gain(column)
      guard own > max(Self.small, best?.gain ?? 0), !basis.contains(column) else { continue }
      best = (column, own)
      if patiently { break }
    }
    return best?.column
  }

  /// The first of the basic numbers to reach nought as another one grows.
  private func leaving(for column: Int, rather: Int?) -> Int? {
    var best: (place: Int, ratio: Double)?
    for place in rows.indices where rows[place][column] > Self.small {
      let ratio = value(place) / rows[place][column]
      guard let known = best, ratio > known.ratio - 1e-12 else {
        best = (place, ratio)
        continue
      }
      let isEqual = ratio < known.ratio + 1e-12
      if isEqual, place == rather || known.place != rather && basis[place] < basis[known.place] {
        best = (place, ratio)
      }
    }
    return best?.place
  }

  private mutating func pivot(_ place: Int, _ column: Int) {
    let by = rows[place][column]
    let row = rows[place].map { $0 / by }
    let filled = row.indices.filter { row[$0] != 0 }
    rows[place] = row
    for other in rows.indices where other != place {
      let times = rows[other][column]
      guard times != 0 else { continue }
      for entry in filled { rows[other][entry] -= times * row[entry] }
      rows[other][column] = 0
    }
    basis[place] = column
  }
}
