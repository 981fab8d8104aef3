import GraphEngine
import Measures
import TestSupport
import Testing

@Suite struct KeyPlayersTests {
  private func set(_ people: [Int]) -> Subject {
    Subject(kind: .set, ids: people.map { $0 < 10 ? "p00\($0)" : "p0\($0)" })
  }

  @Test func whoseLossHurtsMost() {
    let kite = KeyPlayers(.negative).finding(in: study(.kite))
    #expect(kite.value() == 0)
    #expect(isNear(kite.value(set([7])), 0.3889, 5e-5))
    #expect(isNear(kite.value(set([5, 6])), 0.5357, 5e-5))
    let karate = KeyPlayers(.negative).finding(in: study(.karate))
    #expect(isNear(karate.value(set([0])), 0.3163, 5e-5))
    #expect(isNear(karate.value(set([0, 1])), 0.4234, 5e-5))
    #expect(isNear(karate.value(set([0, 32, 33])), 0.5699, 5e-5))
    #expect(karate[set([0, 32, 33])]?.note == "best of all sets of 3")
    // Medici 1, Guadagni 12, Strozzi 4.
    let families = KeyPlayers(.negative).finding(in: study(.florentine))
    #expect(isNear(families.value(set([1])), 0.3846, 5e-5))
    #expect(isNear(families.value(set([1, 12])), 0.7051, 5e-5))
    #expect(isNear(families.value(set([1, 4, 12])), 0.8636, 5e-5))
  }

  @Test func whomToTellFirst() {
    let kite = KeyPlayers(.positive).finding(in: study(.kite))
    #expect(isNear(kite.value(set([3])), 0.8083, 5e-5) && kite.value(set([3, 8])) == 1)
    let karate = KeyPlayers(.positive).finding(in: study(.karate))
    #expect(isNear(karate.value(set([33])), 0.7132, 5e-5))
    #expect(isNear(karate.value(set([0, 33])), 0.9559, 5e-5))
    #expect(isNear(KeyPlayers(.positive).finding(in: study(.florentine)).value(set([1])), 0.7))
  }

  @Test func undefined() {
    let none = CompactGraph(nodeCount: 0, from: [], to: [], isDirected: false)
    let one = CompactGraph(nodeCount: 1, from: [], to: [], isDirected: false)
    #expect(KeyPlayers(.negative).finding(in: study(one))[.network]?.undefined == .tooFewPeople)
    #expect(KeyPlayers(.positive).finding(in: study(none))[.network]?.undefined == .noPeople)
    // Of three people two may go at most one at a time: of one left nothing can be said.
    let three = CompactGraph(nodeCount: 3, from: [0], to: [1], isDirected: false)
    #expect(KeyPlayers(.negative).finding(in: study(three)).figures.count == 2)
  }

  /// Every set of one, two or three people, parts and distances by Floyd & Warshall.
  @Test(arguments: 0..<12) func slowTwin(seed: Int) {
    let trial = Trial(seed, nodeCount: 7 + seed % 3)
    let negative = KeyPlayers(.negative).finding(in: trial.study)
    let positive = KeyPlayers(.positive).finding(in: trial.study)
    let n = trial.people.count
    let steps = trial.distances()
    for size in 1...3 {
      var (worst, reached) = (-1.0, -1.0)
      for set in 0..<(1 << n) where set.nonzeroBitCount == size {
        let left = trial.people.filter { set >> $0 & 1 == 0 }
        var reach = left.map { a in left.map { a == $0 || trial.between(a, $0) > 0 } }
        for via in left.indices {
          for a in left.indices where reach[a][via] {
            for b in left.indices where reach[via][b] { reach[a][b] = true }
          }
        }
        let apart = Double(reach.joined().count { !$0 })
        worst = max(worst, apart / Double(left.count * (left.count - 1)))
        let near = trial.people.reduce(0.0) { sum, j in
          let nearest = trial.people.filter { set >> $0 & 1 == 1 }.compactMap { steps[$0][j] }.min()
          return sum + (nearest.map { $0 == 0 ? 1 : 1 / Double($0) } ?? 0)
        }
        reached = max(reached, near / Double(n))
      }
      func best(_ finding: Finding) -> Double? {
        finding.figures.first { $0.subject.ids.count == size }?.value
      }
      #expect(agree(best(negative), worst) && agree(best(positive), reached))
    }
  }
}
