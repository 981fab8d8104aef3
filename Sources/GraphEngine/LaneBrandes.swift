/// Brandes' algorithm from eight sources at once.
///
/// A lane is one source. Each node carries eight path counts side by side and, level by level, a mask of the lanes
/// that reach it there; a tie is looked at once for all lanes that use it at a level. Two levels are joined from the side with
/// fewer ties: a level hands on to the next, or the nodes that some lane has not reached ask the level. What a level hands on is
/// 0 in all other lanes, so that whoever asks adds it up without a look at masks. Brandes (2001), J. Math. Sociol. 25:163;
/// lanes after Then et al. (2014), *The more the merrier*, VLDB 8:449, and Sariyüce et al. (2015), J. Parallel Distrib.
/// Comput. 76:106; sides after Beamer, Asanović & Patterson (2012), SC 12.
///
/// Invariants, on which reads and writes without checks rest:
/// - Nodes come from rows or sources, so they lie in `0 ..< nodeCount`, as long as every array of nodes is.
/// - `found` and `masks` have room for `nodeCount` more entries whenever a level begins, and a level adds each node
///   at most once: when its mark turns from 0, or when it asks.
/// - `marks` is 0 throughout but while two levels are joined; `wave` is but in the lanes of one level; `seen` and `counts`
///   are between batches.
struct LaneBrandes: ~Copyable {
  static let lanes = 8
  typealias Lanes = SIMD8<Double>

  /// What the sources so far add to each node.
  let total: Scratch<Double>
  private let rows: Rows
  /// Whether every tie stands in the rows of both its ends, so that levels can be joined from either side.
  private let isMutual: Bool
  private let limit: Int
  /// Path counts from each lane's source.
  private let counts: Scratch<Lanes>
  /// What the nodes of one level hand on in the lanes that reach them there: on the way out path counts, on the way back
  /// shares, (1 + dependency) / path count.
  private let wave: Scratch<Lanes>
  /// The wave of the level in the making.
  private let fresh: Scratch<Lanes>
  /// Lanes that have reached a node.
  private let seen: Scratch<UInt8>
  /// The lanes of a node on one of the two levels that are being joined.
  private let marks: Scratch<UInt8>
  /// For each mask, eight lanes of all ones or all zeros.
  private let spread: Scratch<SIMD8<UInt64>>
  /// Nodes in the order of their levels, a node once for each level it is on, and their lanes there.
  private var found: UnsafeMutablePointer<Int32>
  private var masks: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Where each level begins, and where the last ends.
  private var levelStarts: [Int] = []
  /// The ties of each level's nodes.
  private var levelTies: [Int] = []
  /// The lanes in use.
  private var all: UInt8 = 0
  /// Nodes that some lane has not reached, once they have been looked for, and the ties of all such nodes.
  private let left: Scratch<Int32>
  private var leftCount: Int?
  private var leftTies = 0

  /// - Parameters:
  ///   - isMutual: whether every tie stands in the rows of both its ends.
  ///   - limit: how many levels paths may have beyond their source.
  init(_ rows: Rows, isMutual: Bool, limit: Int = .max) {
    self.rows = rows
    self.isMutual = isMutual
    self.limit = limit
    total = Scratch(rows.nodeCount, 0)
    counts = Scratch(rows.nodeCount, .zero)
    wave = Scratch(rows.nodeCount, .zero)
    fresh = Scratch(rows.nodeCount, .zero)
    seen = Scratch(rows.nodeCount, 0)
    marks = Scratch(rows.nodeCount, 0)
    left = Scratch(rows.nodeCount, 0)
    spread = Scratch(256, .zero)
    for mask in 0..<256 {
      for lane in 0..<8 where mask >> lane & 1 == 1 { spread.base[mask][lane] = .max }
    }
    capacity = 4 * rows.nodeCount + LaneBrandes.lanes
    found = .allocate(capacity: capacity)
    masks = .allocate(capacity: capacity)
  }

  deinit {
    found.deallocate()
    masks.deallocate()
  }

  /// Adds the dependencies on the shortest paths from up to eight sources.
  mutating func add(_ sources: ArraySlice<Int32>) {
    search(from: sources)
    addDependencies()
    for place in 0..<(levelStarts.last ?? 0) {
      let node = Int(found[place])
      seen.base[node] = 0
      counts.base[node] = .zero
    }
  }

  // MARK: - The way out

  /// Counts shortest paths level by level.
  private mutating func search(from sources: ArraySlice<Int32>) {
    all = sources.count == Self.lanes ? .max : 1 << UInt8(sources.count) - 1
    (leftCount, leftTies) = (nil, rows.tieCount)
    (levelStarts, levelTies) = ([0], [])
    var size = 0
    for (lane, source) in sources.enumerated() {
      let node = Int(source)
      if marks.base[node] == 0 {
        found[size] = source
        size += 1
      }
      marks.base[node] |= 1 << UInt8(lane)
      counts.base[node][lane] = 1
    }
    takeMarks(0..<size)
    var level = 0..<size
    while !level.isEmpty {
      let ties = enter(level)
      if levelTies.count > limit { break }
      makeRoom(for: level.upperBound + rows.nodeCount)
      // To ask costs a quarter of handing on, which writes and has to guess.
      let end = isMutual && leftTies < 4 * ties ? ask(level) : handOn(level)
      clear(level)
      level = level.upperBound..<end
    }
  }

  /// Makes the marks of a new level its masks.
  private func takeMarks(_ level: Range<Int>) {
    for place in level {
      let node = Int(found[place])
      masks[place] = marks.base[node]
      marks.base[node] = 0
    }
  }

  /// Counts a level among those found, and makes its path counts the wave; gives the ties of its nodes.
  private mutating func enter(_ level: Range<Int>) -> Int {
    var ties = 0
    for place in level {
      let node = Int(found[place])
      seen.base[node] |= masks[place]
      wave.base[node] = keep(counts.base[node], masks[place])
      let degree = rows.degree(node)
      ties += degree
      if seen.base[node] == all { leftTies -= degree }
    }
    levelStarts.append(level.upperBound)
    levelTies.append(ties)
    return ties
  }

  private func clear(_ level: Range<Int>) {
    for place in level { wave.base[Int(found[place])] = .zero }
  }

  /// Finds the next level, whose end it gives: the nodes of this one hand their counts on.
  private func handOn(_ level: Range<Int>) -> Int {
    var size = level.upperBound
    let (found, seen, marks, counts) = (found, seen.base, marks.base, counts.base)
    for place in level {
      let node = Int(found[place])
      let mask = masks[place]
      let count = wave.base[node]
      var (entry, last) = rows.row(node)
      while entry < last {
        let other = rows.target(entry)
        entry &+= 1
        let lanes = mask & ~seen[other]
        guard lanes != 0 else { continue }
        if marks[other] == 0 {
          found[size] = Int32(truncatingIfNeeded: other)
          size &+= 1
        }
        marks[other] |= lanes
        counts[other] += keep(count, lanes)
      }
    }
    takeMarks(level.upperBound..<size)
    return size
  }

  /// Finds the next level, whose end it gives: the nodes that some lane has not reached ask this one for its counts.
  private mutating func ask(_ level: Range<Int>) -> Int {
    var size = level.upperBound
    for place in level { marks.base[Int(found[place])] = masks[place] }
    let asked = leftCount ?? rows.nodeCount
    var kept = 0
    let (marks, wave, left) = (marks.base, wave.base, left.base)
    for place in 0..<asked {
      let node = leftCount == nil ? place : Int(left[place])
      let wanted = all & ~seen.base[node]
      guard wanted != 0 else { continue }
      left[kept] = Int32(truncatingIfNeeded: node)
      kept &+= 1
      var reached: UInt8 = 0
      var count = Lanes.zero
      var (entry, last) = rows.row(node)
      while entry < last {
        let other = rows.target(entry)
        entry &+= 1
        reached |= marks[other]
        count += wave[other]
      }
      reached &= wanted
      guard reached != 0 else { continue }
      counts.base[node] += keep(count, reached)
      found[size] = Int32(truncatingIfNeeded: node)
      masks[size] = reached
      size &+= 1
    }
    leftCount = kept
    for place in level { marks[Int(found[place])] = 0 }
    return size
  }

  private mutating func makeRoom(for size: Int) {
    guard size > capacity else { return }
    let larger = max(size, 2 * capacity)
    let (nodes, lanes) = (
      UnsafeMutablePointer<Int32>.allocate(capacity: larger),
      UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    )
    nodes.moveInitialize(from: found, count: capacity)
    lanes.moveInitialize(from: masks, count: capacity)
    found.deallocate()
    masks.deallocate()
    (found, masks, capacity) = (nodes, lanes, larger)
  }

  // MARK: - The way back

  /// Gathers dependencies from the last level to the first; sources have none.
  private func addDependencies() {
    guard levelTies.count > 1 else { return }
    for level in (1..<levelTies.count).reversed() {
      let nodes = levelStarts[level]..<levelStarts[level + 1]
      if level + 1 < levelTies.count {
        let beyond = levelStarts[level + 1]..<levelStarts[level + 2]
        if isMutual, 3 * levelTies[level + 1] < levelTies[level] {
          handBack(beyond, to: nodes)
        } else {
          askBack(nodes)
        }
        clear(beyond)
      } else {
        for place in nodes { settle(place, .zero) }
      }
      for place in nodes {
        let node = Int(found[place])
        wave.base[node] = fresh.base[node]
      }
    }
    clear(levelStarts[1]..<levelStarts[2])
  }

  /// The nodes of a level ask the level beyond for its shares.
  private func askBack(_ level: Range<Int>) {
    let wave = wave.base
    for place in level {
      var gathered = Lanes.zero
      var (entry, last) = rows.row(Int(found[place]))
      while entry < last {
        gathered += wave[rows.target(entry)]
        entry &+= 1
      }
      settle(place, gathered)
    }
  }

  /// The nodes of the level beyond hand their shares back to a level.
  private func handBack(_ beyond: Range<Int>, to level: Range<Int>) {
    let (marks, fresh) = (marks.base, fresh.base)
    for place in level {
      let node = Int(found[place])
      marks[node] = masks[place]
      fresh[node] = .zero
    }
    for place in beyond {
      let node = Int(found[place])
      let mask = masks[place]
      let share = wave.base[node]
      var (entry, last) = rows.row(node)
      while entry < last {
        let other = rows.target(entry)
        entry &+= 1
        if mask & marks[other] != 0 { fresh[other] += share }
      }
    }
    for place in level {
      let node = Int(found[place])
      settle(place, fresh[node])
      marks[node] = 0
    }
  }

  /// Turns the shares a node has gathered on a level into its dependencies and its own shares; only the lanes that reach it
  /// there count.
  @inline(__always) private func settle(_ place: Int, _ gathered: Lanes) {
    let node = Int(found[place])
    let count = counts.base[node]
    let dependency = gathered * count
    fresh.base[node] = keep((1 + dependency) / count, masks[place])
    total.base[node] += keep(dependency, masks[place]).sum()
  }

  /// The lanes of a mask, the others 0.
  @inline(__always) private func keep(_ value: Lanes, _ mask: UInt8) -> Lanes {
    let bits = unsafeBitCast(value, to: SIMD8<UInt64>.self) & spread.base[Int(mask)]
    return unsafeBitCast(bits, to: Lanes.self)
  }
}
