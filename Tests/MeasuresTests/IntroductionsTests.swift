import GraphEngine
import Networks
import TestSupport
import Testing

@testable import Measures

@Suite struct IntroductionsTests {
  @Test func whatATieCosts() {
    #expect(Introductions.cost(.collaboration, years: 0) == 1)
    #expect(Introductions.cost(.networking, years: 0) == 5)
    #expect(Introductions.cost(.coalition, years: 2) == 2.5)
    #expect(Introductions.cost(.none, years: 0) == 5)
  }

  @Test func whatAskingCosts() {
    // A star of four: the middle has three ties, the mean is 1.5.
    let ways = Introductions(Knowing(people: 4, ties: [(0, 1), (0, 2), (0, 3)]).knowledge)
    #expect(isNear(ways.cost(ofAsking: 0), 1.5849625, 1e-6))  // log2(1 + 3 / 1.5)
    #expect(isNear(ways.cost(ofAsking: 1), 0.7369656, 1e-6))  // log2(1 + 1 / 1.5)
    #expect(isNear(ways.cost(ofAsking: 0, given: 2), 3.5849625, 1e-6))
    let none = Introductions(Knowing(people: 2).knowledge)
    #expect(none.cost(ofAsking: 0) == 0)
  }

  @Test func endedTiesCoolAndAreForgotten() throws {
    var trust = Knowing(people: 4, ties: [(0, 1), (0, 2), (0, 3)])
    trust.depths = [5, 5, 5]
    trust.ended = [0, 20_240_901, 20_200_101]
    let ways = Introductions(trust.knowledge)
    #expect(ways.links(of: 0).map(\.to) == [1, 2])
    let ended = try #require(ways.link(0, 2))
    #expect(isNear(ended.years, 730 / 365.25, 1e-9) && isNear(ended.cost, 1.9986, 1e-3))
  }

  @Test func workingGroupsAreWays() {
    var trust = Knowing(people: 4)
    trust.groups = [
      WorkingGroup(members: [0, 1, 2], depth: .coordination),
      WorkingGroup(members: Array(0..<4), depth: .collaboration, started: day(2027)),
    ]
    let ways = Introductions(trust.knowledge)
    #expect(ways.links(of: 0).map(\.to) == [1, 2])
    #expect(ways.link(0, 1)?.basis == .workingGroup(0))
    #expect(ways.links(of: 3).isEmpty)
  }

  @Test func deepTiesAreShorterThanFewTies() throws {
    // 0-3 through contacts costs 5 + 5; through joint work on both sides far less, though busier.
    var trust = Knowing(people: 4, ties: [(0, 1), (1, 3), (0, 2), (2, 3)])
    trust.depths = [1, 1, 5, 4]
    let paths = Introductions(trust.knowledge).paths(from: 0, to: [3])
    #expect(paths.map(\.between) == [[2], [1]])
    // 1 + 5/4 + log2(1 + 2 / 2)
    #expect(isNear(paths[0].cost, 3.25) && isNear(paths[1].cost, 11))
  }

  @Test func bridgesThatWereAskedAreSpared() {
    var trust = Knowing(people: 4, ties: [(0, 1), (1, 3), (0, 2), (2, 3)])
    trust.depths = [3, 3, 3, 3]
    let ways = Introductions(trust.knowledge)
    let first = ways.ways(from: 0).path(to: 3)?.between ?? []
    #expect(first == [1] || first == [2])
    let spared = ways.ways(from: 0, given: [first.first ?? -1: 1]).path(to: 3)?.between
    #expect(spared == [3 - (first.first ?? 0)])
  }

  /// Twelve ask for the same colleague, whom three could introduce as warmly: no one of the three is sent all.
  @Test func equallyWarmWaysTakeTurns() {
    var trust = Knowing(people: 16)
    for asker in 4..<Int32(16) { trust.ties += [(asker, 0), (asker, 1), (asker, 2)] }
    trust.ties += [(0, 3), (1, 3), (2, 3)]
    trust.depths = [UInt8](repeating: 4, count: trust.ties.count)
    let ways = Introductions(trust.knowledge)
    let through = (4..<Int32(16)).map { ways.ways(from: $0).path(to: 3)?.between ?? [] }
    #expect(Set(through) == [[0], [1], [2]])
    #expect(Dictionary(grouping: through) { $0 }.values.allSatisfy { $0.count <= 6 })
    // Who asks twice is sent the same way.
    #expect(through == (4..<Int32(16)).map { ways.ways(from: $0).path(to: 3)?.between ?? [] })
  }

  @Test func threeStepsAndNoMore() {
    let line = Knowing(people: 6, ties: [(0, 1), (1, 2), (2, 3), (3, 4)])
    let ways = Introductions(line.knowledge).ways(from: 0)
    #expect(ways.path(to: 3)?.links.count == 3)
    #expect(ways.path(to: 4) == nil && ways.path(to: 5) == nil && ways.path(to: 0) == nil)
    #expect(ways.cost(to: 4) == .infinity)
  }

  @Test func nobodyIsIntroducedToSomebodyHidden() {
    var trust = Knowing(people: 3, ties: [(0, 1), (1, 2)])
    trust.hidden = [2]
    #expect(Introductions(trust.knowledge).paths(from: 0, to: [2]).isEmpty)
    trust.hidden = [1]
    #expect(Introductions(trust.knowledge).paths(from: 0, to: [2]).isEmpty)
    trust.hidden = [0]
    #expect(Introductions(trust.knowledge).paths(from: 0, to: [2]).isEmpty)
  }

  /// Every path of at most three ties, by trying them all.
  private func slow(
    _ ways: Introductions, from: Int32, to: Int32, count: Int32
  ) -> (cost: Double, ties: Int)? {
    var best: (cost: Double, ties: Int)?
    func take(_ people: [Int32]) {
      var cost = 0.0
      for (a, b) in zip(people, people.dropFirst()) {
        guard let link = ways.link(a, b) else { return }
        cost += link.cost
      }
      for person in people.dropFirst().dropLast() { cost += ways.cost(ofAsking: person) }
      if cost < best?.cost ?? .infinity { best = (cost, people.count - 1) }
    }
    take([from, to])
    for a in 0..<count where a != from && a != to {
      take([from, a, to])
      for b in 0..<count where b != from && b != to && b != a { take([from, a, b, to]) }
    }
    return best
  }

  @Test(arguments: 0..<24 as Range<UInt64>) func optimalAndNeverThroughHidden(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = 12
    var trust = Knowing(people: count)
    for a in 0..<Int32(count) {
      for b in (a + 1)..<Int32(count) where generator.below(100) < 18 {
        trust.ties.append((a, b))
        trust.depths.append(UInt8(1 + generator.below(5)))
        trust.ended.append(generator.below(4) == 0 ? 20_250_101 : 0)
      }
    }
    trust.hidden = [generator.below(count), generator.below(count)]
    trust.left = [generator.below(count): 20_250_601]
    trust.groups = [WorkingGroup(members: [1, 4, 7], depth: .cooperation)]
    let ways = Introductions(trust.knowledge)
    let shut = Set(trust.hidden.map { Int32($0) } + trust.left.keys.map { Int32($0) })
    for from in 0..<Int32(count) {
      let cheapest = ways.ways(from: from)
      for to in 0..<Int32(count) where to != from {
        let path = shut.contains(from) ? nil : cheapest.path(to: to)
        let best = slow(ways, from: from, to: to, count: Int32(count))
        #expect((path == nil) == (best == nil))
        guard let path, let best else { continue }
        #expect(isNear(path.cost, best.cost, 1e-9) && path.links.count <= 3)
        let met = [from] + path.links.map(\.to)
        #expect(shut.isDisjoint(with: met) && Set(met).count == met.count && path.to == to)
        for other in ways.paths(from: from, to: [to]) {
          #expect(shut.isDisjoint(with: other.links.map(\.to)) && other.cost >= path.cost - 1e-9)
        }
        let through = ways.paths(from: from, to: [to]).flatMap(\.between)
        #expect(Set(through).count == through.count)
      }
    }
  }
}
