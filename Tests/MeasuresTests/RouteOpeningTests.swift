import GraphEngine
import Networks
import TestSupport
import Testing

@testable import Measures

@Suite struct RouteOpeningTests {
  @Test func theCheapestNewTie() throws {
    // Two lines of three; the ends cannot meet, and a tie between their contacts, or nearer, would open a way.
    var trust = Knowing(people: 6, ties: [(0, 1), (3, 4)], schools: [0, 0, 0, 1, 1, 1])
    trust.depths = [5, 5]
    let knowledge = trust.knowledge
    let ways = Introductions(knowledge)
    #expect(ways.paths(from: 0, to: [4]).isEmpty)
    let opening = try #require(ways.opening(from: 0, to: 4, in: knowledge.network))
    // Meeting at once costs 5; through a contact more.
    #expect(opening.near == 0 && opening.far == 4 && opening.shared.isEmpty)
  }

  @Test func sharedThingsMakeItCheaper() throws {
    var trust = Knowing(people: 4, ties: [(0, 1)], schools: [1, 0, 0, 2])
    trust.depths = [5]
    let knowledge = trust.knowledge
    // 3 is in the hub of 1 (East), and 0 is not; a half is not worth going through 1.
    let opening = try #require(
      Introductions(knowledge).opening(from: 0, to: 3, in: knowledge.network))
    #expect(opening == RouteOpening(near: 0, far: 3, shared: []))
    #expect(RouteOpening.shared(1, 2, knowledge.network) == [.school, .hub])
    #expect(RouteOpening.shared(1, 3, knowledge.network) == [.hub])
  }

  @Test func aTieThatOpensAWayDoesSo() throws {
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var trust = Knowing(people: 14)
      for a in 0..<Int32(14) {
        for b in (a + 1)..<Int32(14) where generator.below(100) < 9 {
          trust.ties.append((a, b))
          trust.depths.append(UInt8(1 + generator.below(5)))
        }
      }
      let knowledge = trust.knowledge
      let ways = Introductions(knowledge)
      for to in 1..<Int32(14) where ways.paths(from: 0, to: [to]).isEmpty {
        let opening = try #require(ways.opening(from: 0, to: to, in: knowledge.network))
        var wider = trust
        wider.ties.append((opening.near, opening.far))
        wider.depths.append(1)
        #expect(!Introductions(wider.knowledge).paths(from: 0, to: [to]).isEmpty)
      }
    }
  }

  @Test func nobodyHiddenIsMet() {
    var trust = Knowing(people: 3, ties: [(0, 1)])
    trust.hidden = [2]
    let knowledge = trust.knowledge
    let ways = Introductions(knowledge)
    #expect(ways.opening(from: 0, to: 2, in: knowledge.network) == nil)
    #expect(ways.opening(from: 0, to: 0, in: knowledge.network) == nil)
  }
}
