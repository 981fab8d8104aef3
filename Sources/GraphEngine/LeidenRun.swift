/// One run of the Leiden algorithm: a graph that shrinks as communities become its nodes.
///
/// Traag, Waltman & van Eck (2019), *From Louvain to Leiden: guaranteeing well-connected communities*, Sci. Rep. 9:5233.
///
/// Invariants, on which reads and writes without checks rest:
/// - On each level targets and labels lie in `0 ..< count`, as long as every array of the level is.
/// - `tie` is 0 throughout whenever no node is at hand; `touched` names the places that are not, each once, because
///   weights are positive.
/// - The queue is a ring of `count` places that holds each node at most once, as `isQueued` says.
struct LeidenRun: ~Copyable {
  private let rows: Rows
  private let resolution: Double
  private let total: Double
  private var generator: SeededGenerator

  init(_ rows: Rows, seed: UInt64, resolution: Double) {
    self.rows = rows
    self.resolution = resolution
    generator = SeededGenerator(seed: seed)
    var total = 0.0
    for entry in 0..<Int(rows.starts[rows.nodeCount]) { total += rows.weights[entry] }
    self.total = total
  }

  /// Moves, refines and shrinks until nothing gains; gives the community of each node, in `0 ..< nodeCount`.
  mutating func communities(from start: [Int32]) -> [Int32] {
    guard total > 0 else { return start }
    var level = LeidenLevel(rows)
    var labels = start
    // The node of the level that each node of the graph is in.
    var nodeOf = (0..<Int32(rows.nodeCount)).map { $0 }
    while true {
      level.move(&labels, order: order(level.count), resolution / total)
      let communities = numbered(labels).count
      if communities == level.count { break }
      let refined = level.refine(
        labels, order: order(level.count), resolution / total, &generator)
      let parts = numbered(refined)
      if parts.count == level.count { break }
      // Communities of the shrunken graph begin as the communities found here.
      var carried = [Int32](repeating: 0, count: parts.count)
      for node in 0..<level.count { carried[Int(parts.place[node])] = labels[node] }
      level = LeidenLevel(level, parts.place, parts.count)
      for node in nodeOf.indices { nodeOf[node] = parts.place[Int(nodeOf[node])] }
      labels = numbered(carried).place
    }
    return nodeOf.map { labels[Int($0)] }
  }

  /// Nodes in the order of a visit: runs of neighbouring numbers, shuffled, so that memory is read in stretches.
  private mutating func order(_ count: Int) -> [Int32] {
    let run = count > 4_000 ? 32 : 1
    var runs = (0..<Int32((count + run - 1) / run)).map { $0 }
    generator.shuffle(&runs)
    var order: [Int32] = []
    order.reserveCapacity(count)
    for start in runs {
      for node in Int(start) * run..<min((Int(start) + 1) * run, count) {
        order.append(Int32(node))
      }
    }
    return order
  }

  /// Labels renumbered from 0 in the order they are met.
  private func numbered(_ labels: [Int32]) -> (place: [Int32], count: Int) {
    var place = [Int32](repeating: -1, count: Int(labels.max() ?? -1) + 1)
    var next: Int32 = 0
    let renumbered = labels.map { label in
      if place[Int(label)] < 0 {
        place[Int(label)] = next
        next += 1
      }
      return place[Int(label)]
    }
    return (renumbered, Int(next))
  }
}

/// A graph of communities, and what moving and refining need to know of it.
private struct LeidenLevel: ~Copyable {
  let count: Int
  private let starts: Scratch<Int32>
  private let targets: Scratch<Int32>
  private let weights: Scratch<Double>
  /// Summed weight at each node, ties that have become inner ones of a node counted twice.
  private let strength: Scratch<Double>
  /// The weight from the node at hand to each label.
  private let tie: Scratch<Double>
  private let touched: Scratch<Int32>

  /// The graph itself.
  init(_ rows: Rows) {
    count = rows.nodeCount
    let entries = Int(rows.starts[count])
    starts = Scratch(count + 1, 0)
    targets = Scratch(entries, 0)
    weights = Scratch(entries, 0)
    starts.base.update(from: rows.starts, count: count + 1)
    targets.base.update(from: rows.targets, count: entries)
    weights.base.update(from: rows.weights, count: entries)
    strength = Scratch(count, 0)
    tie = Scratch(count, 0)
    touched = Scratch(count, 0)
    for node in 0..<count {
      var sum = 0.0
      for entry in Int(starts.base[node])..<Int(starts.base[node + 1]) {
        sum += weights.base[entry]
      }
      strength.base[node] = sum
    }
  }

  /// The graph whose nodes are the parts of another.
  init(_ finer: borrowing LeidenLevel, _ part: [Int32], _ parts: Int) {
    count = parts
    starts = Scratch(parts + 1, 0)
    strength = Scratch(parts, 0)
    tie = Scratch(parts, 0)
    touched = Scratch(parts, 0)
    // Members of each part, one part after another.
    let begins = Scratch<Int32>(parts + 1, 0)
    let members = Scratch<Int32>(finer.count, 0)
    let partOf = Scratch<Int32>(finer.count, 0)
    for node in 0..<finer.count {
      partOf.base[node] = part[node]
      begins.base[Int(part[node]) + 1] += 1
    }
    for place in 0..<parts { begins.base[place + 1] += begins.base[place] }
    let next = Scratch<Int32>(parts + 1, 0)
    next.base.update(from: begins.base, count: parts + 1)
    for node in 0..<finer.count {
      members.base[Int(next.base[Int(part[node])])] = Int32(node)
      next.base[Int(part[node])] += 1
    }
    let newTargets = Scratch<Int32>(finer.targets.count, 0)
    let newWeights = Scratch<Double>(finer.targets.count, 0)
    var size = 0
    for place in 0..<parts {
      var known = 0
      for member in Int(begins.base[place])..<Int(begins.base[place + 1]) {
        let node = Int(members.base[member])
        strength.base[place] += finer.strength.base[node]
        for entry in Int(finer.starts.base[node])..<Int(finer.starts.base[node + 1]) {
          let other = Int(partOf.base[Int(finer.targets.base[entry])])
          guard other != place else { continue }
          if tie.base[other] == 0 {
            touched.base[known] = Int32(truncatingIfNeeded: other)
            known &+= 1
          }
          tie.base[other] += finer.weights.base[entry]
        }
      }
      for slot in 0..<known {
        let other = Int(touched.base[slot])
        newTargets.base[size] = touched.base[slot]
        newWeights.base[size] = tie.base[other]
        tie.base[other] = 0
        size &+= 1
      }
      starts.base[place + 1] = Int32(size)
    }
    targets = Scratch(size, 0)
    weights = Scratch(size, 0)
    targets.base.update(from: newTargets.base, count: size)
    weights.base.update(from: newWeights.base, count: size)
  }

  /// Moves nodes to the neighbouring community that gains most, until no node gains.
  ///
  /// - Parameter scale: the resolution over the weight of all ties, counted twice.
  func move(_ labels: inout [Int32], order: [Int32], _ scale: Double) {
    let sums = Scratch<Double>(count, 0)
    let sizes = Scratch<Int32>(count, 0)
    let isQueued = Scratch<Bool>(count, true)
    let queue = Scratch<Int32>(count, 0)
    // Labels that nobody carries, with some that somebody does again.
    var empty: [Int32] = []
    for node in 0..<count {
      sums.base[Int(labels[node])] += strength.base[node]
      sizes.base[Int(labels[node])] += 1
      queue.base[node] = order[node]
    }
    for label in 0..<count where sizes.base[label] == 0 { empty.append(Int32(label)) }
    labels.withUnsafeMutableBufferPointer { labels in
      guard let label = labels.baseAddress else { return }
      let (tie, touched, sum) = (tie.base, touched.base, sums.base)
      var (head, waiting) = (0, count)
      while waiting > 0 {
        let node = Int(queue.base[head])
        head = head &+ 1 == count ? 0 : head &+ 1
        waiting &-= 1
        isQueued.base[node] = false
        let own = Int(label[node])
        var known = 0
        let (first, end) = (Int(starts.base[node]), Int(starts.base[node &+ 1]))
        for entry in first..<end {
          let other = Int(label[Int(targets.base[entry])])
          if tie[other] == 0 {
            touched[known] = Int32(truncatingIfNeeded: other)
            known &+= 1
          }
          tie[other] += weights.base[entry]
        }
        let factor = scale * strength.base[node]
        sum[own] -= strength.base[node]
        sizes.base[own] &-= 1
        var best = own
        var gain = tie[own] - factor * sum[own]
        for slot in 0..<known {
          let other = Int(touched[slot])
          let value = tie[other] - factor * sum[other]
          if value > gain + 1e-12 {
            best = other
            gain = value
          }
          tie[other] = 0
        }
        tie[own] = 0
        // A community of its own, where every other is worse than none.
        if gain < -1e-12 {
          while let free = empty.popLast() {
            guard sizes.base[Int(free)] == 0 else { continue }
            best = Int(free)
            break
          }
        }
        sum[best] += strength.base[node]
        sizes.base[best] &+= 1
        guard best != own else { continue }
        if sizes.base[own] == 0 { empty.append(Int32(own)) }
        label[node] = Int32(truncatingIfNeeded: best)
        for entry in first..<end {
          let other = Int(targets.base[entry])
          guard !isQueued.base[other], Int(label[other]) != best else { continue }
          isQueued.base[other] = true
          let tail = head &+ waiting
          queue.base[tail < count ? tail : tail &- count] = Int32(truncatingIfNeeded: other)
          waiting &+= 1
        }
      }
    }
  }

  /// Splits each community into parts that are well tied within it: nodes begin alone and join a part of their
  /// community that gains, drawn with chances in proportion to the gains, so that attempts differ.
  func refine(
    _ labels: [Int32], order: [Int32], _ scale: Double, _ generator: inout SeededGenerator
  ) -> [Int32] {
    var parts = (0..<Int32(count)).map { $0 }
    let partStrength = Scratch<Double>(count, 0)
    partStrength.base.update(from: strength.base, count: count)
    let isShared = Scratch<Bool>(count, false)
    let community = Scratch<Double>(count, 0)
    // The weight from each part to the rest of its community.
    let outward = Scratch<Double>(count, 0)
    // Gains of the parts at hand, each added to those before it; -1 for one that is no choice.
    let choice = Scratch<Double>(count, 0)
    labels.withUnsafeBufferPointer { labels in
      parts.withUnsafeMutableBufferPointer { part in
        for node in 0..<count {
          community.base[Int(labels[node])] += strength.base[node]
          var sum = 0.0
          for entry in Int(starts.base[node])..<Int(starts.base[node + 1])
          where labels[Int(targets.base[entry])] == labels[node] { sum += weights.base[entry] }
          outward.base[node] = sum
        }
        for node in order.lazy.map(Int.init)
        where !isShared.base[node] && Int(part[node]) == node {
          let whole = community.base[Int(labels[node])]
          let factor = scale * strength.base[node]
          guard outward.base[node] >= factor * (whole - strength.base[node]) - 1e-12 else {
            continue
          }
          var known = 0
          for entry in Int(starts.base[node])..<Int(starts.base[node + 1]) {
            let other = Int(targets.base[entry])
            guard labels[other] == labels[node] else { continue }
            let place = Int(part[other])
            if tie.base[place] == 0 {
              touched.base[known] = Int32(truncatingIfNeeded: place)
              known &+= 1
            }
            tie.base[place] += weights.base[entry]
          }
          var gains = 0.0
          for slot in 0..<known {
            let place = Int(touched.base[slot])
            let sum = partStrength.base[place]
            let gain = tie.base[place] - factor * sum
            let isChoice =
              gain > 1e-12 && outward.base[place] >= scale * sum * (whole - sum) - 1e-12
            if isChoice { gains += gain }
            choice.base[slot] = isChoice ? gains : -1
          }
          let draw = gains > 0 ? generator.unit() * gains : .infinity
          var best = -1
          var inward = 0.0
          for slot in 0..<known {
            let place = Int(touched.base[slot])
            if best < 0, choice.base[slot] >= draw {
              best = place
              inward = tie.base[place]
            }
            tie.base[place] = 0
          }
          guard best >= 0 else { continue }
          isShared.base[best] = true
          partStrength.base[best] += strength.base[node]
          outward.base[best] += outward.base[node] - 2 * inward
          part[node] = Int32(truncatingIfNeeded: best)
        }
      }
    }
    return parts
  }
}
