import GraphEngine
import Networks

/// Ties in the order of the file's rows, on their way into a network.
struct TieRows {
  private var from: [Int32] = []
  private var to: [Int32] = []
  private var strength: [Double] = []
  private var depth: [UInt8] = []
  var isDirected: [Bool] = []
  private var started: [Int32] = []
  private var ended: [Int32] = []
  var attributes: [Column] = []

  var count: Int { from.count }

  /// Adds a row.
  ///
  /// A column stays empty until a row has something to put there.
  mutating func append(
    _ a: Int32, _ b: Int32, strength: Double, depth: UInt8, isDirected: Bool, started: Day?,
    ended: Day?
  ) {
    let row = from.count
    from.append(a)
    to.append(b)
    Self.append(strength, to: &self.strength, row: row, usual: 1)
    Self.append(depth, to: &self.depth, row: row, usual: Ties.unknownDepth)
    self.isDirected.append(isDirected)
    Self.append(started?.number ?? 0, to: &self.started, row: row, usual: 0)
    Self.append(ended?.number ?? 0, to: &self.ended, row: row, usual: 0)
  }

  private static func append<Value: Equatable>(
    _ value: Value, to column: inout [Value], row: Int, usual: Value
  ) {
    if column.isEmpty {
      if value == usual { return }
      column = [Value](repeating: usual, count: row)
    }
    while column.count < row { column.append(usual) }
    column.append(value)
  }

  /// Adds the rows of another stretch of the file.
  mutating func takeIn(_ other: TieRows) {
    let (before, after) = (count, count + other.count)
    func append<Value>(_ values: [Value], to column: inout [Value], usual: Value) {
      guard !values.isEmpty || !column.isEmpty else { return }
      column += repeatElement(usual, count: before - column.count)
      column += values
      column += repeatElement(usual, count: after - column.count)
    }
    append(other.strength, to: &strength, usual: 1)
    append(other.depth, to: &depth, usual: Ties.unknownDepth)
    append(other.started, to: &started, usual: 0)
    append(other.ended, to: &ended, usual: 0)
    from += other.from
    to += other.to
    isDirected += other.isDirected
  }

  /// Puts the rows in the order that does not depend on the file's, and counts which repeat others.
  ///
  /// Mutual ties are turned so that the lower member comes first.
  mutating func settle() -> Tally {
    fill(&strength, 1)
    fill(&depth, Ties.unknownDepth)
    fill(&started, 0)
    fill(&ended, 0)
    var tally = Tally(rows: count)
    let order = canonicalOrder()
    tally.count(order, from, to, isDirected)
    tally.lookAtStrengths(strength)
    for row in from.indices where !isDirected[row] && from[row] > to[row] {
      (from[row], to[row]) = (to[row], from[row])
    }
    @Sendable func reordered<Value: Sendable>(_ column: [Value]) -> [Value] {
      column.isEmpty ? [] : order.map { column[Int($0)] }
    }
    // Two columns at a time, so that few stand in memory twice.
    (from, to) = sideBySide({ [from] in reordered(from) }, { [to] in reordered(to) })
    (started, ended) = sideBySide(
      { [started] in reordered(started) }, { [ended] in reordered(ended) })
    (strength, depth) = sideBySide(
      { [strength] in reordered(strength) }, { [depth] in reordered(depth) })
    isDirected = reordered(isDirected)
    for index in attributes.indices { attributes[index].codes = reordered(attributes[index].codes) }
    return tally
  }

  private func fill<Value>(_ column: inout [Value], _ usual: Value) {
    if !column.isEmpty {
      column.append(contentsOf: repeatElement(usual, count: count - column.count))
    }
  }

  /// Rows by pair of members, then direction and everything else; rows equal in all are interchangeable.
  ///
  /// Sorted by counting, the higher member first and then the lower; only rows of one pair are compared.
  private func canonicalOrder() -> [Int32] {
    var order = (0..<Int32(count)).map { $0 }
    order = Self.sorted(order) { max(from[$0], to[$0]) }
    order = Self.sorted(order) { min(from[$0], to[$0]) }
    var first = 0
    while first < order.count {
      let row = Int(order[first])
      let pair = (min(from[row], to[row]), max(from[row], to[row]))
      var end = first + 1
      while end < order.count {
        let next = Int(order[end])
        guard pair == (min(from[next], to[next]), max(from[next], to[next])) else { break }
        end += 1
      }
      if end - first > 1 { order[first..<end].sort { precedes(Int($0), Int($1)) } }
      first = end
    }
    return order
  }

  /// Rows in ascending order of a key, the order given being kept among equals.
  private static func sorted(_ rows: [Int32], by key: (Int) -> Int32) -> [Int32] {
    let keys = rows.indices.map { key($0) }
    var starts = [Int32](repeating: 0, count: Int(keys.max() ?? 0) + 2)
    for key in keys { starts[Int(key) + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    var sorted = rows
    for row in rows {
      let key = Int(keys[Int(row)])
      sorted[Int(starts[key])] = row
      starts[key] += 1
    }
    return sorted
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    let (highA, highB) = (max(from[a], to[a]), max(from[b], to[b]))
    if highA != highB { return highA < highB }
    let (turnA, turnB) = (turn(a), turn(b))
    if turnA != turnB { return turnA < turnB }
    if !depth.isEmpty, depth[a] != depth[b] { return depth[a] < depth[b] }
    // The latest comes last, so that the rule "latest" finds it there.
    if !started.isEmpty, started[a] != started[b] { return started[a] < started[b] }
    if !strength.isEmpty, strength[a] != strength[b] { return strength[a] < strength[b] }
    if !ended.isEmpty, ended[a] != ended[b] { return ended[a] < ended[b] }
    for column in attributes where column.codes[a] != column.codes[b] {
      return column.codes[a] < column.codes[b]
    }
    return false
  }

  /// 0 for a mutual tie, 1 for an arc from the lower member, 2 for one from the higher.
  private func turn(_ row: Int) -> Int { isDirected[row] ? (from[row] < to[row] ? 1 : 2) : 0 }

  /// The ties for a network, partners renumbered.
  func ties(partnerPlace: [Int32], firstPartner: Int32) -> Ties {
    func member(_ end: Int32) -> Int32 {
      end < firstPartner ? end : firstPartner + partnerPlace[Int(end - firstPartner)]
    }
    return Ties(
      from: from.map(member), to: to.map(member), strength: strength, depth: depth,
      isDirected: isDirected.contains(true) ? isDirected : [], started: started, ended: ended,
      attributes: attributes)
  }

  /// How many rows repeat others.
  struct Tally {
    let rows: Int
    private(set) var pairs = 0
    /// Pairs with mutual ties listed from either side.
    private(set) var bothWays = 0
    private(set) var mutualPairs = 0
    private(set) var merged = 0
    private var lowest = 0.0
    private var isScale = false

    init(rows: Int) { self.rows = rows }

    /// Counts over rows grouped by pair, before mutual ties are turned.
    mutating func count(_ order: [Int32], _ from: [Int32], _ to: [Int32], _ isDirected: [Bool]) {
      var place = 0
      while place < order.count {
        let row = Int(order[place])
        let (low, high) = (min(from[row], to[row]), max(from[row], to[row]))
        // A bit for each direction, and for each side a mutual tie is listed from.
        var (seen, sides): (UInt8, UInt8) = (0, 0)
        var members = 0
        while place < order.count {
          let next = Int(order[place])
          guard min(from[next], to[next]) == low, max(from[next], to[next]) == high else { break }
          seen |= isDirected[next] ? (from[next] == low ? 2 : 4) : 1
          if !isDirected[next] { sides |= from[next] == low ? 1 : 2 }
          members += 1
          place += 1
        }
        pairs += 1
        mutualPairs += sides == 0 ? 0 : 1
        bothWays += sides == 3 ? 1 : 0
        merged += members - seen.nonzeroBitCount
      }
    }

    mutating func lookAtStrengths(_ strength: [Double]) {
      lowest = strength.min() ?? 0
      let highest = strength.max() ?? 0
      isScale =
        highest > lowest && highest <= 10 && lowest == lowest.rounded() && lowest >= 0
        && strength.allSatisfy { $0 == $0.rounded() }
        && strength.count { $0 == lowest } * 10 >= strength.count
    }

    /// Says what was merged and what the pattern of rows suggests, unless it is known who said what.
    func announce(
      _ reader: inout TableReader, _ options: IntakeOptions, isKnown: Bool
    ) {
      let share = Double(bothWays) / Double(max(mutualPairs, 1))
      if bothWays > 0 {
        if share <= 0.95, share >= 0.05, mutualPairs >= 10, !isKnown {
          reader.announce(
            .maybeDirected, detail: "\(counted(bothWays)) of \(counted(mutualPairs, "pair")) are")
        } else {
          reader.announce(.bothDirections, detail: counted(bothWays, "pair is", "pairs are"))
        }
      }
      let parallel = merged - bothWays
      if parallel > 0 {
        reader.announce(
          .parallelTies, value: options.parallelRule.rawValue,
          detail: "\(counted(parallel, "further row names", "further rows name"))")
      }
    }

    /// Whether the strengths look like a scale whose lowest code may mean never, every pair having a row.
    func suggestsScaleZero(people: Int) -> Bool {
      isScale && people >= 5 && pairs * 10 >= people * (people - 1) / 2 * 8
    }

    var lowestStrength: Double { lowest }
  }
}
