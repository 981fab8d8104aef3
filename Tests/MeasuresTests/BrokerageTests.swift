import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct BrokerageTests {
  private func finding(_ role: Brokerage.Role, _ classic: Classic) -> Finding {
    Brokerage(role).finding(in: study(classic))
  }

  /// As sna's brokerage gives them: `$raw.nli`, `$exp.nli`, `$z.nli`.
  @Test func sixPeopleSevenArcs() {
    let counts: [(Brokerage.Role, [Double])] = [
      (.coordinator, [0, 0, 0, 0, 0, 0]), (.itinerant, [0, 0, 0, 0, 0, 0]),
      (.representative, [0, 2, 0, 1, 0, 1]), (.gatekeeper, [1, 0, 0, 0, 1, 0]),
      (.liaison, [0, 0, 0, 1, 0, 0]), (.total, [1, 2, 0, 2, 1, 1]),
    ]
    for (role, values) in counts {
      #expect((0..<6).map { finding(role, .brokers).person($0) } == values, "\(role)")
    }
    for role in [Brokerage.Role.itinerant, .gatekeeper, .representative] {
      #expect(isNear(finding(role, .brokers).people?.expected?[0], 0.166963))
    }
    #expect(isNear(finding(.liaison, .brokers).people?.expected?[0], 0.333926))
    let representative = finding(.representative, .brokers)
    #expect(isNear(representative.people?.z?[1], 3.8331, 5e-5))
    // (count - expected) / z is the deviation: .4782 for one door, .6415 for liaisons.
    #expect(isNear((2 - 0.166963) / (representative.people?.z?[1] ?? 0), 0.4782, 5e-5))
    #expect(isNear((1 - 0.333926) / (finding(.liaison, .brokers).people?.z?[3] ?? 0), 0.6415, 5e-5))
  }

  @Test(arguments: [
    (Brokerage.Role.coordinator, 115.0, 510.0), (.itinerant, 0, 20), (.representative, 18, 128),
    (.gatekeeper, 25, 128), (.liaison, 0, 0), (.total, 158, 786),
  ])
  func networkTotals(role: Brokerage.Role, classroom: Double, karate: Double) {
    #expect(finding(role, .classroom).value() == classroom)
    // Karate's ties count in both directions, so that gatekeepers and representatives are equal.
    #expect(finding(role, .karate).value() == karate)
    // No z for the network: simulating 200,000 random digraphs contradicts sna's deviations of sums.
    #expect(finding(role, .classroom)[.network]?.z == nil)
  }

  @Test func undefined() {
    let empty = CompactGraph(nodeCount: 4, from: [], to: [], isDirected: true)
    let groups = Partition(groupOf: [0, 0, 1, -1], names: ["a", "b"])
    for role in Brokerage.Role.allCases {
      let found = Brokerage(role).finding(in: study(empty, groups))
      #expect(found.person(0) == 0 && found.people?.z?[0] == nil)
      #expect(found.people?.values[3] == .some(nil) && found.people?.undefined == .noGroup)
      // In groups of two nobody can coordinate, whatever chance does.
      #expect(finding(.coordinator, .brokers).people?.z?[0] == nil)
    }
  }

  /// The mean and variance over every set of arcs among four people, each as likely as the density makes it.
  @Test(arguments: [[0, 0, 1, 1], [0, 0, 0, 1], [0, 1, 2, 2], [0, 1, 2, 3]] as [[Int32]])
  func chanceByEnumeration(groups: [Int32]) {
    let places = (0..<4).flatMap { a in (0..<4).filter { $0 != a }.map { (Int32(a), Int32($0)) } }
    // A network of four arcs has density 1/3.
    let seen = CompactGraph(nodeCount: 4, from: [0, 1, 2, 3], to: [1, 2, 3, 0], isDirected: true)
    let partition = Partition(groupOf: groups, names: ["a", "b", "c", "d"])
    var sums = [[Double]](repeating: [0, 0], count: 6)
    for set in 0..<(1 << 12) {
      let arcs = places.indices.filter { set >> $0 & 1 == 1 }.map { places[$0] }
      let chance =
        (0..<12).reduce(1.0) { $0 * (set >> $1 & 1 == 1 ? 1.0 / 3 : 2.0 / 3) }
      let has = Set(arcs.map { $0.0 * 4 + $0.1 })
      var counts = [Double](repeating: 0, count: 6)
      // The roles of person 0.
      for a in Int32(1)..<4 where has.contains(a * 4) {
        for b in Int32(1)..<4 where b != a && has.contains(b) && !has.contains(a * 4 + b) {
          let (g, own, h) = (groups[Int(a)], groups[0], groups[Int(b)])
          counts[g == h ? (g == own ? 0 : 1) : g == own ? 2 : h == own ? 3 : 4] += 1
          counts[5] += 1
        }
      }
      for (role, count) in counts.enumerated() {
        sums[role][0] += chance * count
        sums[role][1] += chance * count * count
      }
    }
    for (place, role) in Brokerage.Role.allCases.enumerated() {
      let found = Brokerage(role).finding(in: study(seen, partition))
      let mean = sums[place][0]
      let variance = sums[place][1] - mean * mean
      #expect(isNear(found.people?.expected?[0], mean, 1e-12), "\(role)")
      let z = variance > 1e-12 ? ((found.person(0) ?? 0) - mean) / variance.squareRoot() : nil
      #expect(agree(found.people?.z?[0], z), "\(role)")
    }
  }
}
