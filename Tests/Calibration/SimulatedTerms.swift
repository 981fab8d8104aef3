import Findings
import Foundation
import GraphEngine
public import Networks
import TestSupport

/// A trust at two times drawn from a seed, with the change between them known.
public struct SimulatedTerms: Sendable {
  /// What the two times are drawn from.
  public struct Design: Sendable {
    public var sizes = [10, 12, 15, 20, 25, 30, 33, 40, 45, 50, 60, 60]
    /// The mean number of ties inside and outside of people at the first time.
    public var inside = 5.0
    public var outside = 1.5
    /// The standard deviation of the logarithm of people's activity.
    public var heavy = 0.4
    /// The share of pairs that are as they were, whatever changed.
    public var kept = 0.5
    /// How many times as likely ties outside are at the second time, among pairs that are drawn anew.
    public var effect = 1.0
    /// The share of people who are others at the second time.
    public var turnover = 0.0
    /// The shares who answer at the two times, each naming a tie with the chance `report`.
    public var response = (1.0, 1.0)
    public var report = 1.0

    public init() {}
    public init(_ change: (inout Design) -> Void) { change(&self) }
  }

  public let then: Network
  public let now: Network
  /// The difference of the shares of ties that lead out that the ties are drawn from.
  public let truth: Double

  public init(_ design: Design, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func normal() -> Double {
      (-2 * log(1 - generator.unit())).squareRoot() * cos(2 * .pi * generator.unit())
    }
    let groupOf = design.sizes.indices.flatMap {
      [Int32](repeating: Int32($0), count: design.sizes[$0])
    }
    let n = groupOf.count
    // Activities have the mean 1 whatever their spread.
    let level = exp(-design.heavy * design.heavy / 2)
    func activities() -> [Double] { (0..<n).map { _ in level * exp(design.heavy * normal()) } }
    let first = activities()
    let others = activities()
    let isOther = (0..<n).map { _ in generator.unit() < design.turnover }
    let second = (0..<n).map { isOther[$0] ? others[$0] : first[$0] }
    let answers = [design.response.0, design.response.1].map { share in
      (0..<n).map { _ in generator.unit() < share }
    }
    var named: [[(Int32, Int32)]] = [[], []]
    var expected = [(inside: 0.0, outside: 0.0), (inside: 0.0, outside: 0.0)]
    for i in 0..<n {
      for j in (i + 1)..<max(n, i + 1) {
        let isInside = groupOf[i] == groupOf[j]
        let size = design.sizes[Int(groupOf[i])]
        let rate =
          isInside ? design.inside / Double(max(size - 1, 1)) : design.outside / Double(n - size)
        let p1 = min(0.95, first[i] * first[j] * rate)
        let fresh = min(0.95, second[i] * second[j] * rate * (isInside ? 1 : design.effect))
        let stays = isOther[i] || isOther[j] ? 0 : design.kept
        let was = generator.unit() < p1
        let isNow = generator.unit() < stays ? was : generator.unit() < fresh
        // The mean over activities, which are drawn as well: 1 for each of two people.
        let mean = isInside ? rate : rate * (1 - stays) * design.effect + rate * stays
        if isInside {
          expected[0].inside += rate
          expected[1].inside += mean
        } else {
          expected[0].outside += rate
          expected[1].outside += mean
        }
        for (time, there) in [was, isNow].enumerated() where there {
          let tells = [i, j].contains {
            answers[time][$0] && generator.unit() < design.report
          }
          if tells { named[time].append((Int32(i), Int32(j))) }
        }
      }
    }
    let shares = expected.map { $0.outside / ($0.inside + $0.outside) }
    truth = shares[1] - shares[0]
    let names = design.sizes.indices.map { "g\($0 < 10 ? "0" : "")\($0)" }
    let networks = [0, 1].map { time -> Network in
      let ids = (0..<n).map { (time == 1 && isOther[$0] ? "q" : "p") + String(1000 + $0) }
      // Ids stand in ascending order.
      let order = ids.indices.sorted { ids[$0] < ids[$1] }
      var place = [Int32](repeating: 0, count: n)
      for (new, old) in order.enumerated() { place[old] = Int32(new) }
      let isKnown = design.response != (1, 1)
      let arcs = named[time].map { a, b in
        let (one, other) = (place[Int(a)], place[Int(b)])
        return (min(one, other), max(one, other))
      }.sorted { $0 < $1 }
      return Network(
        title: "Simulated",
        people: People(
          ids: order.map { ids[$0] }, names: order.map { ids[$0] },
          school: [Int32](repeating: -1, count: n),
          teams: TeamLists(main: [Int32](repeating: -1, count: n)),
          isHidden: [Bool](repeating: false, count: n),
          response: order.map { isKnown ? (answers[time][$0] ? .yes : .no) : .unknown },
          started: [Day?](repeating: nil, count: n), ended: [Day?](repeating: nil, count: n),
          attributes: [Column(name: "group", codes: order.map { groupOf[$0] }, values: names)]),
        ties: Ties(from: arcs.map(\.0), to: arcs.map(\.1)))
    }
    (then, now) = (networks[0], networks[1])
  }
}

extension Calibration {
  /// What a comparison of two times comes to.
  public struct Comparisons: Sendable {
    /// How often the interval holds the true difference.
    public let holds: Double
    /// How often the whole is called better, and worse.
    public let better: Double
    public let worse: Double
    /// How often nothing could be compared.
    public let notCompared: Double
    /// How often any group is called better or worse.
    public let groups: Double
  }

  public func comparisons(_ design: SimulatedTerms.Design) -> Comparisons {
    let trials = each { seed -> (holds: Bool?, better: Bool, worse: Bool, not: Bool, any: Bool) in
      let terms = SimulatedTerms(design, seed: seed)
      var question = Question()
      question.boundary = Boundary("group")
      let found = Analysis(terms.now, question).comparison(since: Analysis(terms.then, question))
      let outcome = found.outside
      let holds = outcome.change.map {
        $0.interval.lowerBound - 1e-9 <= terms.truth && terms.truth <= $0.interval.upperBound + 1e-9
      }
      switch outcome.verdict {
      case .better:
        return (holds, true, false, false, found.groups.contains { $0.outcome.verdict.isReal })
      case .worse:
        return (holds, false, true, false, found.groups.contains { $0.outcome.verdict.isReal })
      case .none:
        return (holds, false, false, false, found.groups.contains { $0.outcome.verdict.isReal })
      case .cannotCompare: return (nil, false, false, true, false)
      }
    }
    return Comparisons(
      holds: share(trials.compactMap(\.holds)), better: share(trials.map(\.better)),
      worse: share(trials.map(\.worse)), notCompared: share(trials.map(\.not)),
      groups: share(trials.map(\.any)))
  }
}
