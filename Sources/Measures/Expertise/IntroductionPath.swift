import Networks

/// A way from one person to another, step by step.
public struct IntroductionPath: Sendable, Equatable {
  public let from: Int32
  /// The ties in order; the last leads to the one who is met.
  public let links: [Introductions.Link]
  public let cost: Double

  public var to: Int32 { links.last?.to ?? from }
  /// Those who are asked to introduce.
  public var between: [Int32] { links.dropLast().map(\.to) }
}

extension Introductions {
  /// The cheapest ways from one person to every other within three steps.
  ///
  /// `best[k][v]` is the least cost of a walk of k ties that ends at v. Since every tie and every asking costs something, the
  /// cheapest walk of at most three ties is a path.
  public struct Ways: Sendable {
    fileprivate let from: Int32
    fileprivate let linksOf: [[Link]]
    /// For each number of ties, the cost to each person, who comes before, and which of their links leads there.
    fileprivate var cost: [[Double]]
    fileprivate var before: [[Int32]]
    fileprivate var last: [[Int32]]
  }

  /// Finds the cheapest ways from a person.
  ///
  /// - Parameters:
  ///   - given: how many introductions people have been given already.
  ///   - barred: people whom no way may pass.
  /// - Complexity: O(n + m).
  public func ways(
    from: Int32, given: [Int32: Int] = [:], barred: Set<Int32> = []
  ) -> Ways {
    let none = [Double](repeating: .infinity, count: linksOf.count)
    let nobody = [Int32](repeating: -1, count: linksOf.count)
    var ways = Ways(from: from, linksOf: linksOf, cost: [none], before: [nobody], last: [nobody])
    ways.cost[0][Int(from)] = 0
    var reached = [from]
    for step in 1...Self.steps {
      ways.cost.append(none)
      ways.before.append(nobody)
      ways.last.append(nobody)
      var next: [Int32] = []
      for person in reached where step == 1 || !barred.contains(person) {
        let asking = step == 1 ? 0 : cost(ofAsking: person, given: given[person] ?? 0)
        let start = ways.cost[step - 1][Int(person)] + asking
        for (place, link) in linksOf[Int(person)].enumerated() where link.to != from {
          let total = start + link.cost
          let known = ways.cost[step][Int(link.to)]
          guard
            total < known
              || total == known
                && Self.turn(of: person, for: from)
                  < Self.turn(of: ways.before[step][Int(link.to)], for: from)
          else { continue }
          if ways.cost[step][Int(link.to)] == .infinity { next.append(link.to) }
          ways.cost[step][Int(link.to)] = total
          ways.before[step][Int(link.to)] = person
          ways.last[step][Int(link.to)] = Int32(place)
        }
      }
      reached = next.sorted()
    }
    return ways
  }

  /// A number by which equally cheap ways take turns, so that not everybody who asks is sent to the same colleague.
  private static func turn(of person: Int32, for from: Int32) -> UInt64 {
    var mixed = UInt64(UInt32(bitPattern: person)) << 32 | UInt64(UInt32(bitPattern: from))
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The warmest introductions to somebody, each through other people than the ones before; the cheapest first.
  ///
  /// - Parameters:
  ///   - targets: any of them will do; of equally near ones the first.
  ///   - most: how many ways to find.
  ///   - given: how many introductions people have been given already.
  public func paths(
    from: Int32, to targets: [Int32], most: Int = 3, given: [Int32: Int] = [:]
  ) -> [IntroductionPath] {
    var paths: [IntroductionPath] = []
    var barred: Set<Int32> = []
    var open = targets.filter { $0 != from && !isClosed($0) }
    while paths.count < most, !isClosed(from) {
      let ways = ways(from: from, given: given, barred: barred)
      guard let path = open.compactMap(ways.path).min(by: { $0.cost < $1.cost }) else { break }
      paths.append(path)
      if path.between.isEmpty {
        // They know each other: there is no other way to say that, only other people to meet.
        open.removeAll { $0 == path.to }
        if targets.count == 1 { break }
      } else {
        barred.formUnion(path.between)
      }
    }
    return paths
  }
}

extension Introductions.Ways {
  /// The cheapest way to a person, or `nil` when there is none within three steps.
  public func path(to person: Int32) -> IntroductionPath? {
    guard
      let steps = cost.indices.dropFirst().min(by: {
        cost[$0][Int(person)] < cost[$1][Int(person)]
      }), cost[steps][Int(person)] < .infinity
    else { return nil }
    var links: [Introductions.Link] = []
    var current = person
    for step in stride(from: steps, through: 1, by: -1) {
      let (person, place) = (before[step][Int(current)], last[step][Int(current)])
      guard person >= 0 else { return nil }
      links.append(linksOf[Int(person)][Int(place)])
      current = person
    }
    return IntroductionPath(
      from: from, links: links.reversed(), cost: cost[steps][Int(person)])
  }

  /// The least cost to a person within three steps; infinite when there is no way.
  public func cost(to person: Int32) -> Double {
    var least = Double.infinity
    for step in 1..<cost.count { least = min(least, cost[step][Int(person)]) }
    return least
  }
}
