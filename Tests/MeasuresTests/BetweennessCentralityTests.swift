import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct BetweennessCentralityTests {
  @Test func published() {
    let kite = BetweennessCentrality().finding(in: study(.kite))
    #expect(isNear(kite.person(7), 14, 1e-9) && isNear(kite.person(3), 3.667, 5e-4))
    #expect(isNear(kite.person(5), 8.333, 5e-4) && isNear(kite.person(6), 8.333, 5e-4))
    let families = BetweennessCentrality().finding(in: study(.florentine))
    #expect(isNear((families.person(1) ?? 0) / 91, 0.521978))
  }

  @Test func arcsNeedADirection() {
    let finding = BetweennessCentrality(.directed).finding(in: study(.kite))
    #expect(finding.people?.undefined == .notDirected && finding.person(7) == nil)
    // Round a ring of six arcs everybody stands between ten ordered pairs.
    let ring = BetweennessCentrality(.directed).finding(in: study(.ring))
    #expect((0..<6).allSatisfy { ring.person($0) == 10 })
  }

  @Test func withoutTiesNobodyStandsBetween() {
    let empty = CompactGraph(nodeCount: 3, from: [], to: [], isDirected: false)
    for ways in [BetweennessCentrality.Ways.plain, .weighted] {
      #expect(BetweennessCentrality(ways).finding(in: study(empty)).person(1) == 0)
    }
  }

  /// Pairs one by one: the share of shortest paths through somebody, lengths in whole parts of 2520.
  @Test(arguments: 0..<30) func slowTwin(seed: Int) {
    let trial = Trial(seed)
    for ways in BetweennessCentrality.Ways.allCases {
      let finding = BetweennessCentrality(ways).finding(in: trial.study)
      if ways == .directed, !trial.isDirected {
        #expect(finding.people?.undefined == .notDirected)
        continue
      }
      let far = 1 << 40
      let length = trial.people.map { a in
        trial.people.map { b -> Int in
          switch ways {
          case .plain: trial.between(a, b) > 0 ? 1 : far
          case .weighted:
            trial.between(a, b) > 0 ? 2520 / Int(trial.between(a, b, weighted: true)) : far
          case .directed: trial.cells[a][b] > 0 ? 1 : far
          }
        }
      }
      let slow = betweenness(length, far)
      for node in trial.people {
        #expect(agree(finding.person(node), ways == .directed ? slow[node] : slow[node] / 2))
      }
    }
  }

  /// Shortest lengths (Floyd & Warshall), numbers of paths by length, and the sum over ordered pairs.
  private func betweenness(_ length: [[Int]], _ far: Int) -> [Double] {
    let people = length.indices
    var distance = length
    for a in people { distance[a][a] = 0 }
    for via in people {
      for a in people {
        for b in people {
          distance[a][b] = min(distance[a][b], distance[a][via] + distance[via][b])
        }
      }
    }
    let paths = people.map { a -> [Double] in
      var paths = people.map { $0 == a ? 1.0 : 0 }
      for b in people.sorted(by: { distance[a][$0] < distance[a][$1] })
      where b != a && distance[a][b] < far {
        for before in people
        where length[before][b] < far && distance[a][before] + length[before][b] == distance[a][b] {
          paths[b] += paths[before]
        }
      }
      return paths
    }
    return people.map { v in
      var sum = 0.0
      for s in people where s != v && distance[s][v] < far {
        for t in people
        where t != v && t != s && distance[s][t] < far
          && distance[s][v] + distance[v][t] == distance[s][t]
        {
          sum += paths[s][v] * paths[v][t] / paths[s][t]
        }
      }
      return sum
    }
  }
}
