import GraphEngine
import Measures
import Networks
import TestSupport
import Testing

@Suite struct OnlyLinksTests {
  /// Two groups of three whose every outside tie goes to one person of a third.
  private var hub: Study {
    let graph = CompactGraph(
      nodeCount: 9, from: [0, 1, 3, 4, 0, 1, 3, 6, 7], to: [1, 2, 4, 5, 6, 6, 6, 7, 8],
      isDirected: false)
    return study(
      graph, Partition(groupOf: [0, 0, 0, 1, 1, 1, 2, 2, 2], names: ["a", "b", "c"]))
  }

  @Test func onePersonHoldsTwoGroups() {
    let finding = OnlyLinks().finding(in: hub)
    #expect(finding.value(.group("a")) == 1)
    #expect(finding.value(.group("b")) == 1)
    #expect(finding.value(.group("c")) == 1)
    let fragility = Fragility(hub, minGroup: 3)
    #expect(fragility.singleHolders.first?.person == 6)
    #expect(fragility.singleHolders.first?.groups == ["a", "b", "c"])
    #expect(
      fragility.sentences(Boundary("school")).first
        == "a, b and c hang on one person in c: if that person leaves, they lose every tie to other schools (3 ties)."
    )
  }

  @Test func noTiesOutside() {
    let graph = CompactGraph(nodeCount: 4, from: [0, 2], to: [1, 3], isDirected: false)
    let groups = Partition(groupOf: [0, 0, 1, 1], names: ["a", "b"])
    #expect(OnlyLinks().finding(in: study(graph, groups)).value(.group("a")) == 0)
    #expect(Fragility(study(graph, groups), minGroup: 1).cutOff == ["a", "b"])
  }

  /// The fewest people by trying every set of them.
  @Test(arguments: 0..<25) func slowTwin(seed: Int) {
    let graph = randomGraph(seed: UInt64(seed), nodeCount: 9, density: 0.2 + Double(seed % 3) / 8)
    let groups = randomPartition(seed: UInt64(seed), nodeCount: 9, groups: 3)
    let made = study(graph, groups)
    let finding = OnlyLinks().finding(in: made)
    for (place, id) in (made.grouping?.ids ?? []).enumerated() {
      var ties: [(Int, Int)] = []
      let members = made.grouping?.partition.groupOf ?? []
      for a in 0..<9 {
        for b in graph.neighbours(a) where a < b {
          if (members[a] == Int32(place)) != (members[Int(b)] == Int32(place)) {
            ties.append((a, Int(b)))
          }
        }
      }
      let fewest = (0..<512).filter { set in
        ties.allSatisfy { set >> $0.0 & 1 == 1 || set >> $0.1 & 1 == 1 }
      }.map(\.nonzeroBitCount).min()
      #expect(finding.value(.group(id)) == fewest.map(Double.init))
    }
  }
}

@Suite struct BridgesTests {
  @Test func published() {
    let finding = Bridges().finding(in: study(.karate))
    #expect(finding.value() == 1)
    #expect(finding.value(.tie("p000", "p011")) == 1)
    let kite = Bridges().finding(in: study(.kite))
    #expect(kite.value(.tie("p007", "p008")) == 2)
    #expect(Bridges().finding(in: study(.florentine)).value() == 5)
  }

  /// Takes each bridge away and counts the people on both sides.
  @Test(arguments: 0..<20) func slowTwin(seed: Int) {
    let graph = randomGraph(seed: UInt64(seed), nodeCount: 14, density: 0.13)
    let made = study(graph)
    let finding = Bridges().finding(in: made)
    for bridge in graph.cutSet().bridges {
      var (from, to): ([Int32], [Int32]) = ([], [])
      for a in 0..<14 {
        for b in graph.neighbours(a)
        where a < b && !(a == Int(bridge.from) && b == bridge.to) {
          from.append(Int32(a))
          to.append(b)
        }
      }
      let parts = CompactGraph(nodeCount: 14, from: from, to: to, isDirected: false).components()
      let sides = [bridge.from, bridge.to].map { parts.sizes[Int(parts.partOf[Int($0)])] }
      let subject = Subject.tie(made.id(ofNode: Int(bridge.from)), made.id(ofNode: Int(bridge.to)))
      #expect(finding.value(subject) == sides.min().map(Double.init))
    }
  }
}

@Suite struct CutPointsTests {
  @Test func published() {
    let finding = CutPoints().finding(in: study(.karate))
    #expect(finding.value() == 1 && finding.person(0) == 1 && finding.person(1) == 0)
  }
}

@Suite struct BetweennessCentralityTests {
  @Test func published() {
    let finding = BetweennessCentrality().finding(in: study(.kite))
    #expect(isNear(finding.person(7), 14, 1e-9))
    let club = BetweennessCentrality().finding(in: study(.florentine))
    #expect(isNear((club.person(1) ?? 0) / 91, 0.521978))
  }
}
