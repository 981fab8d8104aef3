import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct IdeaBridgesTests {
  private func bridges(_ ideas: [Idea], ended: [Int: Day] = [:]) -> IdeaBridges {
    var records = Records()
    records.ideas = ideas
    let network = SmallTrust.network(records, ended: ended)
    return IdeaBridges(StoryBook(network), Study(network, by: .school))
  }

  /// From the health partner to school A: p0 and p1 are in touch with the partner and work in A, so 2 of 8.
  @Test func byHand() {
    let one = bridges([
      Idea(
        id: "1", title: "a", origin: [SmallTrust.health], carriers: [0],
        adopters: [SmallTrust.schoolA])
    ])
    #expect(one.bridges == [[0]] && one.seen == 1 && one.adopted == 1 && one.carried == 1)
    #expect(isNear(one.expected, 0.25) && isNear(one.p, 0.25))
    // Two carriers: 1 - (6 / 8)(5 / 7).
    let two = bridges([
      Idea(
        id: "1", title: "a", origin: [SmallTrust.health], carriers: [1, 2],
        adopters: [SmallTrust.schoolA])
    ])
    #expect(two.bridges == [[1]] && isNear(two.expected, 1 - 30.0 / 56))
  }

  /// Three ideas with chances of 1/4, 1/4 and 15/28, two of which came through a bridge.
  @Test func exactChanceOfSeveral() {
    let health = [SmallTrust.health]
    let several = bridges([
      Idea(id: "1", title: "a", origin: health, carriers: [0], adopters: [SmallTrust.schoolA]),
      Idea(id: "2", title: "b", origin: health, carriers: [2], adopters: [SmallTrust.schoolA]),
      Idea(id: "3", title: "c", origin: health, carriers: [1, 3], adopters: [SmallTrust.schoolA]),
    ])
    #expect(several.seen == 2 && several.bridges == [[0], [], [1]])
    let (q, r) = (0.25, 1 - 30.0 / 56)
    #expect(isNear(several.expected, 2 * q + r))
    #expect(isNear(several.p, q * q * (1 - r) + 2 * q * (1 - q) * r + q * q * r, 1e-12))
  }

  @Test func whatCanComeThroughNoBridge() throws {
    let left = try #require(Day(number: 20_260_801))
    let none = bridges(
      [
        // Nobody carried it; it never left; nobody took it up; it was let go; its carrier has left.
        Idea(id: "1", title: "a", origin: [SmallTrust.health], adopters: [SmallTrust.schoolA]),
        Idea(id: "2", title: "b", origin: [0], carriers: [1], adopters: [SmallTrust.schoolA]),
        Idea(id: "3", title: "c", origin: [SmallTrust.health], carriers: [0]),
        Idea(
          id: "4", title: "d", origin: [SmallTrust.health], carriers: [0],
          adopters: [SmallTrust.schoolA], droppers: [SmallTrust.schoolA]),
        Idea(
          id: "5", title: "e", origin: [SmallTrust.health], carriers: [1],
          adopters: [SmallTrust.schoolA]),
      ], ended: [1: left])
    #expect(none.seen == 0 && none.carried == 0 && none.adopted == 3)
    #expect(none.expected == nil && none.p == nil)
    #expect(bridges([]).adopted == 0 && bridges([]).expected == nil)
  }

  /// Against all subsets of staff as carriers, one by one.
  @Test(arguments: 1...3) func chanceIsTheShareOfAllDraws(carriers: Int) {
    var (hits, all) = (0, 0)
    for subset in 0..<(1 << 8) where subset.nonzeroBitCount == carriers {
      all += 1
      // The bridges of the worked example are p0 and p1.
      hits += subset & 3 == 0 ? 0 : 1
    }
    let found = bridges([
      Idea(
        id: "1", title: "a", origin: [SmallTrust.health],
        carriers: Array([5, 6, 7].prefix(carriers)), adopters: [SmallTrust.schoolA])
    ])
    #expect(isNear(found.expected, Double(hits) / Double(all), 1e-12) && found.seen == 0)
    #expect(found.p == 1)
  }
}
