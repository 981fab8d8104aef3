import GraphEngine
@testable import Findings
import Measures
import Networks
import TestSupport
import Testing

@Suite struct EventsProjectionTests {
  /// Davis's southern women: Evelyn and Laura share six events; 139 pairs, density .908497.
  @Test func southernWomen() throws {
    let projection = EventsProjection(davis)
    let pair = try #require(projection.pairs.first { $0.a == 0 && $0.b == 1 })
    #expect(isNear(pair.weight, 1.562637, 5e-7) && pair.events == 6)
    #expect(projection.pairs.count == 139 && isNear(projection.density, 0.908497))
    #expect(projection.people == 18)
  }

  /// Each event gives each of its people 1 in all.
  @Test func everybodyGainsOneAnEvent() {
    let projection = EventsProjection(davis)
    var gained = [Double](repeating: 0, count: 18)
    for pair in projection.pairs {
      gained[Int(pair.a)] += pair.weight
      gained[Int(pair.b)] += pair.weight
    }
    for person in 0..<18 {
      #expect(isNear(gained[person], Double(davis.count { $0.contains(Int32(person)) })))
    }
  }

  @Test func eventsOfOneAndAboveTheCap() {
    let projection = EventsProjection([[1], [], [1, 2], [1, 2, 3, 4]], cap: 3)
    #expect(projection.ofOne == 2 && projection.overCap == 1 && projection.cap == 3)
    #expect(projection.pairs.count == 1 && projection.pairs[0].weight == 1)
    #expect(EventsProjection([[1]]).density == nil)
  }

  /// The slow twin: for each pair, each event.
  @Test func slowTwin() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<20 {
      let events = (0..<6).map { _ in
        (0..<(generator.below(7))).map { _ in Int32(generator.below(9)) }
      }
      let fast = EventsProjection(events)
      var pairs = 0
      for a in Int32(0)..<9 {
        for b in (a + 1)..<9 {
          let weight = events.map(Set.init).filter { $0.contains(a) && $0.contains(b) }
            .reduce(0.0) { $0 + 1 / Double($1.count - 1) }
          pairs += weight > 0 ? 1 : 0
          let found = fast.pairs.first { $0.a == a && $0.b == b }?.weight ?? 0
          #expect(isNear(found, weight, 1e-12))
        }
      }
      #expect(fast.pairs.count == pairs)
    }
  }

  private var davis: [[Int32]] { Classic.southernWomen }
}
