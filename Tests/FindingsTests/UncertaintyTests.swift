import Glibc
import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@testable import Findings

@Suite struct UncertaintyTests {
  /// Two groups of four; person 3 and person 7 did not answer.
  private func study(_ responses: [Response]) -> Study {
    let graph = CompactGraph(
      nodeCount: 8, from: [0, 0, 1, 1, 2, 4, 4, 5, 0], to: [1, 2, 2, 5, 6, 5, 6, 6, 3],
      isDirected: false)
    let groups = Partition(groupOf: [0, 0, 0, 0, 1, 1, 1, 1], names: ["a", "b"])
    return Study(Network(graph, groups: groups, responses: responses), by: Boundary("group"))
  }

  @Test func boundsByHand() throws {
    let yes = [Response](repeating: .yes, count: 8)
    var some = yes
    (some[3], some[7]) = (.no, .no)
    let (whole, groups) = study(some).uncertainties
    // Of ties to one who did not answer, 1 was told where 3 + 3 + 4/3 would be expected: r = 1/2. Inside a one more is missing,
    // V = 3; across 2/15 of the one pair in which neither answered, V = 1 + 2.5/15 (1 + 1/15); inside b none, V = 1.
    #expect(isNear(groups[0].missing, 1 + 2 / 15.0))
    #expect(isNear(groups[1].missing, 2 / 15.0))
    #expect(isNear(whole.missing, 1 + 2 / 15.0))
    let a = try #require(groups[0].bounds)
    #expect(isNear(a.lowerBound, 0.028133, 1e-6) && isNear(a.upperBound, 0.569998, 1e-6))
    let all = try #require(whole.bounds)
    #expect(isNear(all.lowerBound, 0.012688, 1e-6) && isNear(all.upperBound, 0.408365, 1e-6))
    let full = study(yes).uncertainties
    #expect(full.whole.width == 0 && full.whole.bounds?.lowerBound == 2 / 9.0)
  }

  /// Six ties inside and none across are not sure to be all: nothing varies between people, and yet one in three might lead out.
  @Test func noneSeenIsNotSureToBeNone() throws {
    let graph = CompactGraph(
      nodeCount: 8, from: [0, 0, 1, 4, 4, 5], to: [1, 2, 2, 5, 6, 6], isDirected: false)
    func study(_ responses: [Response]) -> Study {
      Study(
        Network(
          graph, groups: Partition(groupOf: [0, 0, 0, 0, 1, 1, 1, 1], names: ["a", "b"]),
          responses: responses), by: Boundary("group"))
    }
    let (whole, groups) = study([]).uncertainties
    let range = try #require(whole.interval)
    // 1 - 0.025^(1/6).
    #expect(range.lowerBound == 0 && isNear(range.upperBound, 0.4593, 0.0001))
    #expect(try #require(groups[0].interval).upperBound > range.upperBound)
    let silent = study((0..<8).map { $0 < 4 ? .yes : .no }).uncertainties.groups
    #expect(silent[1].range == nil && silent[0].range != nil)
  }

  @Test func unknownAnswersGiveNoBounds() {
    let (whole, groups) = study([Response](repeating: .unknown, count: 8)).uncertainties
    #expect(whole.bounds == nil && groups.allSatisfy { $0.bounds == nil })
    #expect(whole.interval != nil)
  }

  /// The jackknife written out: the network without each person in turn.
  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let graph = randomGraph(
      seed: UInt64(seed), nodeCount: 6 + seed % 8, density: 0.5, isDirected: seed % 2 == 1)
    let groups = randomPartition(
      seed: UInt64(seed), nodeCount: graph.nodeCount, groups: 2, missing: seed % 3 == 0)
    let cells = matrix(graph)
    let people = (0..<graph.nodeCount).filter { groups.groupOf[$0] >= 0 }
    func counts(_ group: Int32?, without left: Int?) -> (inside: Double, outside: Double) {
      var (inside, outside) = (0.0, 0.0)
      for a in people where a != left {
        for b in people where b != left && cells[a][b] > 0 && (graph.isDirected || a < b) {
          let (g, h) = (groups.groupOf[a], groups.groupOf[b])
          guard group == nil || g == group || h == group else { continue }
          if g == h { inside += 1 } else { outside += 1 }
        }
      }
      return (inside, outside)
    }
    func share(_ group: Int32?, without left: Int?) -> Double? {
      let (inside, outside) = counts(group, without: left)
      return inside + outside > 0 ? outside / (inside + outside) : nil
    }
    let study = TestSupport.study(graph, groups)
    let found = study.uncertainties
    var all: [(Int32?, Uncertainty)] = [(nil, found.whole)]
    for (id, uncertainty) in zip(study.grouping?.ids ?? [], found.groups) {
      all.append((id == "g0" ? 0 : 1, uncertainty))
    }
    for (group, uncertainty) in all {
      let left = people.map { share(group, without: $0) }
      guard let seen = share(group, without: nil), !left.contains(nil), people.count > 2 else {
        #expect(uncertainty.interval == nil)
        continue
      }
      if seen == 0 || seen == 1 {
        // All of n ties one way: exactly 1 - 0.025^(1/n) may be the other.
        let (inside, outside) = counts(group, without: nil)
        let most = 1 - pow(0.025, 1 / (inside + outside))
        #expect(isNear(uncertainty.interval?.lowerBound, seen == 0 ? 0 : 1 - most, 1e-12))
        #expect(isNear(uncertainty.interval?.upperBound, seen == 0 ? most : 1, 1e-12))
        continue
      }
      let n = Double(people.count)
      var strata: [Bool: [Double]] = [:]
      var byGroup: [Int32: [Double]] = [:]
      for (person, share) in zip(people, left) {
        let change = (share ?? 0) - seen
        if group == nil {
          byGroup[groups.groupOf[person], default: []].append(change)
        } else {
          strata[groups.groupOf[person] == group, default: []].append(change)
        }
      }
      let squares = (Array(strata.values) + Array(byGroup.values)).reduce(0.0) { sum, changes in
        let count = Double(changes.count)
        let mean = count > 1 ? changes.reduce(0, +) / count : 0
        return sum
          + changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
          * (count > 1 ? count / (count - 1) : 1)
      }
      let error = ((n - 2) / (2 * n) * squares).squareRoot()
      #expect(isNear(uncertainty.interval?.lowerBound, max(0, seen - 1.96 * error), 1e-12))
      #expect(isNear(uncertainty.interval?.upperBound, min(1, seen + 1.96 * error), 1e-12))
    }
  }

  /// A verdict is refused when the missing answers could turn it: of six people half answered, and each names two inside and
  /// two outside.
  @Test func wideBoundsSilenceTheVerdict() {
    var (from, to): ([Int32], [Int32]) = ([], [])
    for person in Int32(0)..<3 {
      from += [person, person, person, person]
      to += [(person + 1) % 6, (person + 2) % 6, 6 + person, 10 + person]
    }
    for person in Int32(0)..<14 {
      from += [6 + person, 6 + person, 6 + person]
      to += [1, 2, 3].map { 6 + (person + $0) % 14 }
    }
    let graph = CompactGraph(nodeCount: 20, from: from, to: to, isDirected: true)
    let groups = Partition(groupOf: (0..<20).map { $0 < 6 ? 0 : 1 }, names: ["a", "b"])
    let responses = (0..<20).map { (3..<6).contains($0) ? Response.no : .yes }
    let verdict = SiloVerdicts(
      Study(Network(graph, groups: groups, responses: responses), by: Boundary("group"))
    ).groups[0].verdict
    #expect(verdict.kind == .notEnoughData && verdict.certainty == .cannotSay)
    #expect(verdict.sentence.contains("with the answers that are missing"))
  }
}
