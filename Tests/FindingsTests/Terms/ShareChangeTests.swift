import Calibration
@testable import Findings
import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

private let group = Boundary("group")

private func analysis(_ network: Network) -> Analysis {
  var question = Question()
  question.boundary = group
  return Analysis(network, question)
}

/// The share of ties that lead out among some people, counted one by one.
private func share(_ network: Network, _ keeps: (String) -> Bool) -> Double? {
  let column = network.people.attributes.first { $0.name == "group" }
  var (inside, outside) = (0.0, 0.0)
  for tie in 0..<network.ties.count {
    let ends = [network.ties.from[tie], network.ties.to[tie]].map(Int.init)
    guard ends.allSatisfy({ keeps(network.people.ids[$0]) }), let column else { continue }
    if column[ends[0]] == column[ends[1]] { inside += 1 } else { outside += 1 }
  }
  return inside + outside > 0 ? outside / (inside + outside) : nil
}

@Suite struct ShareChangeTests {
  /// The whole formula again, with every person left out by counting anew.
  @Test(arguments: 1...6 as ClosedRange<UInt64>) func slowTwin(seed: UInt64) throws {
    let terms = SimulatedTerms(
      .init {
        $0.sizes = [5, 6, 8]
        ($0.kept, $0.turnover, $0.outside) = (0.5, seed % 2 == 0 ? 0.3 : 0, 2)
      }, seed: seed)
    let found = try #require(
      ShareChanges(Study(terms.then, by: group), Study(terms.now, by: group)).whole)
    let (s1, s2) = (
      try #require(share(terms.then) { _ in true }), try #require(share(terms.now) { _ in true })
    )
    #expect(abs(found.then - s1) < 1e-12 && abs(found.now - s2) < 1e-12)
    let ids = Set(terms.then.people.ids).union(terms.now.people.ids).sorted()
    var strata: [String: [Double]] = [:]
    for id in ids {
      let late = terms.now.people.index(of: id)
      let network = late == nil ? terms.then : terms.now
      let place = try #require(network.people.index(of: id))
      let label = try #require(network.people.attributes[0][place])
      let without1 = try #require(share(terms.then) { $0 != id })
      let without2 = try #require(share(terms.now) { $0 != id })
      strata[label, default: []].append((without2 - s2) - (without1 - s1))
    }
    let n = Double(ids.count)
    let squares = strata.values.reduce(0.0) { total, own in
      let mean = own.reduce(0, +) / Double(own.count)
      let sum = own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return total + sum * Double(own.count) / Double(own.count - 1)
    }
    let error = ((n - 2) / (2 * n) * squares).squareRoot()
    #expect(abs(found.interval.upperBound - (s2 - s1 + 1.96 * error)) < 1e-9)
    #expect(abs(found.interval.lowerBound - (s2 - s1 - 1.96 * error)) < 1e-9)
    #expect(abs(found.p - bothTails((s2 - s1) / error)) < 1e-9)
  }

  /// Nothing differs: the interval is a point, and no change is real.
  @Test func theSameFilesTwice() throws {
    let network = SimulatedTerms(.init(), seed: 3).then
    let found = analysis(network).comparison(since: analysis(network))
    #expect(found.outside.change?.difference == 0 && found.outside.change?.p == 1)
    #expect(found.outside.verdict == .none)
    #expect(found.groups.allSatisfy { $0.outcome.verdict == .none })
    #expect(found.turnover == .init(stayed: network.people.count, left: 0, joined: 0, moved: 0))
    #expect(found.ties.begun == 0 && found.ties.notNamed == 0 && found.ties.ended == 0)
    #expect(found.fates.isEmpty)
  }

  /// Holm (1979): p of 0.01, 0.04, 0.03 and 0.005 become 0.03, 0.06, 0.06 and 0.02.
  @Test func familiesOfTests() {
    let adjusted = familyWise([0.01, 0.04, nil, 0.03, 0.005])
    let expected: [Double?] = [0.03, 0.06, nil, 0.06, 0.02]
    for (a, b) in zip(adjusted, expected) { #expect(agree(a, b, 1e-12)) }
    #expect(familyWise([0.9, 0.8]) == [1, 1])
  }

  /// What Docs/Honesty.md says of two terms, in a short run.
  @Test func oftenRight() {
    let calibration = Calibration(runs: 60)
    let nothing = calibration.comparisons(.init())
    #expect(nothing.holds >= 0.87 && nothing.better <= 0.1 && nothing.groups <= 0.15)
    let change = calibration.comparisons(.init { $0.effect = 1.8 })
    #expect(change.better >= 0.95 && change.worse == 0 && change.holds >= 0.87)
    let fall = calibration.comparisons(
      .init { ($0.response, $0.report) = ((0.85, 0.6), 0.8) })
    #expect(fall.notCompared >= 0.95 && fall.better == 0)
  }
}
